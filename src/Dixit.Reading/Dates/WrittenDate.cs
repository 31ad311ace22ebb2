// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Reading.Dates;

/// <summary>Reads days as machines and people write them: ISO 8601, mail dates, French and English with the month in words or in figures.</summary>
internal static class WrittenDate
{
    private static readonly string[] _machine =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "yyyy-M-d", "yyyy/M/d",
    ];

    private static readonly Dictionary<string, int> _months = MakeMonths();
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _monthsInText = _months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The day that a whole value tells.</summary>
    /// <param name="value">Such as <c>2024-03-12T09:00:00+01:00</c>, <c>Tue, 12 Mar 2024 09:00:00 GMT</c>, « 12 mars 2024 ».</param>
    /// <param name="day">The day as it is written, in its own time zone.</param>
    public static bool TryRead(ReadOnlySpan<char> value, out DateOnly day) =>
        TryReadMachine(value.Trim(), out day, out _) || TryFind(value, DateOrder.Unknown, out day, out _, out _);

    /// <summary>The day that a machine wrote: figures alone, or with a time behind; or seconds since 1970.</summary>
    /// <param name="value">The value, without white space around it.</param>
    /// <param name="day">The day as it is written.</param>
    /// <param name="seconds">The seconds since 1970 in UTC, if it is that; else null.</param>
    public static bool TryReadMachine(ReadOnlySpan<char> value, out DateOnly day, out long? seconds)
    {
        (day, seconds) = (default, null);
        if (value.Length < 8 || !char.IsAsciiDigit(value[0]) || !char.IsAsciiDigit(value[3]))
            return false;
        var date = value;
        var end = value.IndexOfAny("T ");
        if (end > 0)
            date = value[..end];
        foreach (var format in _machine)
        {
            if (DateOnly.TryParseExact(date, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
                return IsLikely(day);
        }

        if (value.Length is 14 or 12 && DateOnly.TryParseExact(value[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return IsLikely(day);
        // Seconds or milliseconds since 1970.
        if (value.Length is 10 or 13 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            seconds = value.Length == 13 ? count / 1000 : count;
            day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds.Value).UtcDateTime);
            return IsLikely(day);
        }

        return false;
    }

    /// <summary>The first day, with its month and year, that a line of text tells.</summary>
    public static bool TryFind(ReadOnlySpan<char> line, out DateOnly day) => TryFind(line, DateOrder.Unknown, out day, out _, out _);

    /// <summary>The first day, with its month and year, that a line of text tells, and where.</summary>
    /// <param name="line">The line.</param>
    /// <param name="order">How figures are to be read that leave it open.</param>
    /// <param name="day">The day.</param>
    /// <param name="start">Where it starts in the line.</param>
    /// <param name="end">Where it ends.</param>
    public static bool TryFind(ReadOnlySpan<char> line, DateOrder order, out DateOnly day, out int start, out int end)
    {
        (day, start, end) = (default, 0, 0);
        Span<Range> words = stackalloc Range[64];
        var count = Split(line, words);
        for (var i = 0; i < count; i++)
        {
            var word = line[words[i]];
            if (word.Length >= 8 && TryReadFigures(word, order, out day, out var length))
            {
                (start, end) = (words[i].Start.Value, words[i].Start.Value + length);
                return IsLikely(day);
            }

            if (!_monthsInText.TryGetValue(word, out var month))
                continue;
            // « 12 mars 2024 », « 1er mars 2024 », « 12 March, 2024 »
            if (i > 0 && i + 1 < count && TryDay(line[words[i - 1]], out var number) && TryYear(line[words[i + 1]], out var year) && TryMake(year, month, number, out day))
            {
                (start, end) = (words[i - 1].Start.Value, words[i + 1].End.Value);
                return IsLikely(day);
            }

            // « March 12, 2024 », « Mar. 12th 2024 »
            if (i + 2 < count && TryDay(line[words[i + 1]], out number) && TryYear(line[words[i + 2]], out year) && TryMake(year, month, number, out day))
            {
                (start, end) = (words[i].Start.Value, words[i + 2].End.Value);
                return IsLikely(day);
            }
        }

        day = default;
        return false;
    }

    // Words and numbers; a date in figures stays one word.
    private static int Split(ReadOnlySpan<char> line, Span<Range> words)
    {
        var count = 0;
        for (var i = 0; i < line.Length && count < words.Length;)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < line.Length && (char.IsLetterOrDigit(line[i]) || (line[i] is '/' or '-' or '.' && i + 1 < line.Length && char.IsDigit(line[i - 1]) && char.IsDigit(line[i + 1]))))
                i++;
            words[count++] = start..i;
        }

        return count;
    }

    // 2024-03-12 in any order that leaves no doubt; 03/04/2024 is either the third or the fourth, and so no date unless the order is known.
    private static bool TryReadFigures(ReadOnlySpan<char> word, DateOrder order, out DateOnly day, out int length)
    {
        day = default;
        Span<Range> parts = stackalloc Range[4];
        var at = word.IndexOf('T');
        var figures = at is 8 or 10 ? word[..at] : word;
        length = figures.Length;
        if (figures.SplitAny(parts, "/-.") != 3)
            return false;
        if (!int.TryParse(figures[parts[0]], out var first) || !int.TryParse(figures[parts[1]], out var second) || !int.TryParse(figures[parts[2]], out var third))
            return false;
        if (figures[parts[0]].Length == 4)
            return TryMake(first, second, third, out day);
        if (figures[parts[2]].Length != 4)
            return false;
        if (figures.Contains('.') || first > 12 || first == second || (order == DateOrder.DayFirst && second <= 12))
            return TryMake(third, second, first, out day);
        return (second > 12 || order == DateOrder.MonthFirst) && TryMake(third, first, second, out day);
    }

    private static bool TryDay(ReadOnlySpan<char> word, out int day)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
            digits++;
        day = 0;
        return digits is 1 or 2 && word[digits..] is "" or "er" or "st" or "nd" or "rd" or "th" && int.TryParse(word[..digits], out day);
    }

    private static bool TryYear(ReadOnlySpan<char> word, out int year)
    {
        year = 0;
        return word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out year);
    }

    private static bool TryMake(int year, int month, int number, out DateOnly day)
    {
        day = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    // Zero dates of systems (1970, 0001) and typing slips are none.
    internal static bool IsLikely(DateOnly day) => day.Year is > 1970 and < 2100 or (>= 1800 and < 1970);

    private static Dictionary<string, int> MakeMonths()
    {
        string[] names =
        [
            "january jan janvier janv", "february feb février fevrier févr fevr fév fev", "march mar mars", "april apr avril avr", "may mai", "june jun juin",
            "july jul juillet juil", "august aug août aout", "september sep sept septembre", "october oct octobre", "november nov novembre", "december dec décembre decembre déc",
        ];
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var name in names[i].Split(' '))
                months[name] = i + 1;
        }

        return months;
    }
}
