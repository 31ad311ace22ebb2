// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Reading.Dates;

/// <summary>Reads days with the time of day and the zone that stand beside them.</summary>
/// <remarks>A time of exactly midnight in what machines write is left out: systems put it where they know the day alone.</remarks>
internal static class WrittenMoment
{
    // What may stand between a date and its time.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _fillers = new HashSet<string>(
        [
            "le", "on", "the", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mar", "mer", "jeu", "ven", "sam", "dim",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The moment that a whole value tells, written by a machine or by people.</summary>
    /// <param name="value">Such as <c>2024-03-12T09:00:00+01:00</c>, <c>Tue, 12 Mar 2024 09:00:00 GMT</c>, « 12 mars 2024 à 9h ».</param>
    /// <param name="order">How figures are to be read that leave it open.</param>
    /// <param name="moment">The moment at the place where it was written down; nothing is converted.</param>
    public static bool TryRead(ReadOnlySpan<char> value, DateOrder order, out Moment moment)
    {
        moment = default;
        value = value.Trim();
        if (Moment.TryParse(value, out var exact))
        {
            moment = exact.Time == TimeOnly.MinValue ? new Moment(exact.Day) : exact;
            return WrittenDate.IsLikely(exact.Day);
        }

        if (WrittenDate.TryReadMachine(value, out var day, out var seconds))
        {
            moment = seconds is { } count ? OfUnixTime(count) : new Moment(day);
            return true;
        }

        return TryFind(value, order, out moment, out _);
    }

    /// <summary>The first moment that a line tells with its day, month and year.</summary>
    /// <param name="line">The line.</param>
    /// <param name="order">How figures are to be read that leave it open.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="end">Where it ends in the line.</param>
    public static bool TryFind(ReadOnlySpan<char> line, DateOrder order, out Moment moment, out int end)
    {
        moment = default;
        if (!WrittenDate.TryFind(line, order, out var day, out var start, out end))
            return false;
        moment = new Moment(day);
        var at = SkipTo(line, end);
        if (at < line.Length && WrittenTime.TryReadAt(line, ref at, out var time))
        {
            var zone = at;
            var offset = WrittenZone.ReadAt(line, ref zone, day, time);
            (moment, end) = (new Moment(day, time, offset), zone);
        }
        else if (TimeBefore(line[..start], day) is { } whole)
        {
            moment = whole;
        }

        return true;
    }

    // « 12 mars 2024 à 9h », "March 12, 2024 at 9:00", « 2024-03-12T09:00 »
    private static int SkipTo(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length)
        {
            if (char.IsWhiteSpace(line[at]) || line[at] is ',' or '·' or '|' or '–' or '—' or '-' or '•' or '(' or '@' or '/')
                at++;
            else if (line[at] is 'à' or 'À' or 'a' && at + 1 < line.Length && char.IsWhiteSpace(line[at + 1]))
                at += 2;
            else if (line[at..].StartsWith("at ", StringComparison.OrdinalIgnoreCase))
                at += 3;
            else if (line[at] == 'T' && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1]))
                return at + 1;
            else
                break;
        }

        return at;
    }

    // "20:49, 5 August 2024", "8:05 p.m. ET, Sunday, March 3, 2024": nothing but the weekday between the two.
    private static Moment? TimeBefore(ReadOnlySpan<char> before, DateOnly day)
    {
        for (var i = 0; i < before.Length; i++)
        {
            if (!char.IsAsciiDigit(before[i]) || (i > 0 && (char.IsLetterOrDigit(before[i - 1]) || before[i - 1] is ':' or '.')))
                continue;
            var at = i;
            if (!WrittenTime.TryReadAt(before, ref at, out var time))
                continue;
            var zone = at;
            var offset = WrittenZone.ReadAt(before, ref zone, day, time);
            if (AreFillers(before[zone..]))
                return new Moment(day, time, offset);
        }

        return null;
    }

    private static bool AreFillers(ReadOnlySpan<char> between)
    {
        foreach (var part in between.SplitAny(" \u00A0\u202F,.()·|–—-•"))
        {
            var word = between[part];
            if (!word.IsEmpty && !_fillers.Contains(word))
                return false;
        }

        return true;
    }

    private static Moment OfUnixTime(long seconds)
    {
        var utc = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
        return new Moment(DateOnly.FromDateTime(utc), TimeOnly.FromDateTime(utc), TimeSpan.Zero);
    }
}
