// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Reading.Dates;

/// <summary>Reads times of day: « 14h30 », « 8 h 05 », « 14:30 », "8:05 p.m.", "9pm", « midi ».</summary>
internal static class WrittenTime
{
    /// <summary>The time that stands at a place of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where it begins; then where it ends.</param>
    /// <param name="time">The time, to the second.</param>
    public static bool TryReadAt(ReadOnlySpan<char> line, ref int at, out TimeOnly time)
    {
        time = default;
        if (at > 0 && char.IsLetterOrDigit(line[at - 1]) && line[at - 1] is not 'T')
            return false;
        foreach (var (word, hour) in (ReadOnlySpan<(string, int)>)[("midi", 12), ("noon", 12), ("minuit", 0), ("midnight", 0)])
        {
            if (line[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && !IsLetter(line, at + word.Length))
            {
                at += word.Length;
                time = new TimeOnly(hour, 0);
                return true;
            }
        }

        var next = at;
        return TryNumber(line, ref next, out var hours) && TryRest(line, ref next, hours, out time) && Accept(next, ref at);
    }

    private static bool Accept(int next, ref int at)
    {
        at = next;
        return true;
    }

    private static bool TryRest(ReadOnlySpan<char> line, ref int at, int hours, out TimeOnly time)
    {
        time = default;
        int minutes = 0, seconds = 0;
        var hasMinutes = false;
        var isFrench = false;
        var next = at;
        Space(line, ref next);
        if (Is(line, next, 'h') && !IsLetter(line, next + 1))
        {
            // « 14h », « 14h30 », « 14 h 30 »
            isFrench = true;
            at = next + 1;
            next = at;
            Space(line, ref next);
            if (TryNumber(line, ref next, out var after) && next - at <= 3 && IsTwoDigits(line, next) && !IsLetter(line, next))
                (minutes, at, hasMinutes) = (after, next, true);
        }
        else if (at < line.Length && line[at] is ':' or '.')
        {
            next = at + 1;
            if (!TryNumber(line, ref next, out minutes) || !IsTwoDigits(line, next))
                return false;
            var isDotted = line[at] == '.';
            (at, hasMinutes) = (next, true);
            if (!isDotted && Is(line, at, ':'))
            {
                next = at + 1;
                if (TryNumber(line, ref next, out seconds) && IsTwoDigits(line, next))
                    at = next;
                else
                    seconds = 0;
            }

            // « 12.03 » may be a date or a price: only a half of the day tells that it is a time.
            if (isDotted && !HasHalf(line, at, out _, out _))
                return false;
        }

        if (!isFrench && HasHalf(line, at, out var isAfternoon, out var end))
        {
            if (hours is < 1 or > 12)
                return false;
            hours = (hours % 12) + (isAfternoon ? 12 : 0);
            at = end;
        }
        else if (!isFrench && !hasMinutes)
        {
            return false;
        }

        if (hours > 23 || minutes > 59 || seconds > 59)
            return false;
        time = new TimeOnly(hours, minutes, seconds);
        return true;
    }

    // "p.m.", "pm", "PM", "a.m"
    private static bool HasHalf(ReadOnlySpan<char> line, int at, out bool isAfternoon, out int end)
    {
        Space(line, ref at);
        isAfternoon = Is(line, at, 'p');
        end = at + 1;
        if (!isAfternoon && !Is(line, at, 'a'))
            return false;
        if (end < line.Length && line[end] == '.')
            end++;
        if (!Is(line, end, 'm') || IsLetter(line, end + 1))
            return false;
        end++;
        if (end < line.Length && line[end] == '.')
            end++;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> line, ref int at, out int number)
    {
        var start = at;
        while (at < line.Length && at - start < 3 && char.IsAsciiDigit(line[at]))
            at++;
        number = 0;
        return at - start is 1 or 2 && int.TryParse(line[start..at], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsTwoDigits(ReadOnlySpan<char> line, int end) => end >= 2 && char.IsAsciiDigit(line[end - 1]) && char.IsAsciiDigit(line[end - 2]);

    private static bool Is(ReadOnlySpan<char> line, int at, char wanted) => at < line.Length && char.ToLowerInvariant(line[at]) == wanted;

    private static bool IsLetter(ReadOnlySpan<char> line, int at) => at < line.Length && char.IsLetter(line[at]);

    private static void Space(ReadOnlySpan<char> line, ref int at)
    {
        if (at < line.Length && line[at] is ' ' or '\u00A0' or '\u202F')
            at++;
    }
}
