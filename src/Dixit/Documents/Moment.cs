// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Documents;

/// <summary>A day as it was written down, with the time of day and the distance from UTC as far as they are known. The default value is no moment.</summary>
/// <param name="Day">The day at the place where it was written down.</param>
/// <param name="Time">The time of that day, to the second; or null.</param>
/// <param name="Offset">How far that place was ahead of UTC, in whole minutes; or null where the zone is not known. Never set without a time.</param>
public readonly record struct Moment(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null)
{
    /// <summary>As ISO 8601 has it: <c>2024-03-03</c>, <c>2024-03-03T08:05</c>, <c>2024-03-03T08:05:30+01:00</c>. UTC is <c>Z</c>.</summary>
    public override string ToString()
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time)
            return day;
        var hour = time.ToString(time.Second == 0 ? "'T'HH:mm" : "'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return Offset switch
        {
            null => day + hour,
            { Ticks: 0 } => day + hour + "Z",
            { } offset => $"{day}{hour}{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>Reads what <see cref="ToString"/> writes, and ISO 8601 with fractions of a second, which are left out.</summary>
    /// <param name="value">Such as <c>2024-03-03T08:05:30.250+0100</c>. A space may stand for the T.</param>
    /// <param name="moment">The moment, or the default.</param>
    public static bool TryParse(ReadOnlySpan<char> value, out Moment moment)
    {
        moment = default;
        value = value.Trim();
        if (value.Length < 10 || !DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        moment = new Moment(day);
        if (value.Length == 10)
            return true;
        if (value[10] is 'T' or 't' or ' ' && TryParseTime(value[11..], out var time, out var offset))
        {
            moment = new Moment(day, time, offset);
            return true;
        }

        moment = default;
        return false;
    }

    // « 08:05 », « 08:05:30.25Z », « 08:05 +0100 »
    private static bool TryParseTime(ReadOnlySpan<char> value, out TimeOnly time, out TimeSpan? offset)
    {
        (time, offset) = (default, null);
        if (!TryTake(ref value, out var hour) || value is not [':', ..])
            return false;
        value = value[1..];
        if (!TryTake(ref value, out var minute))
            return false;
        var second = 0;
        if (value is [':', ..])
        {
            value = value[1..];
            if (!TryTake(ref value, out second))
                return false;
            if (value is ['.' or ',', ..])
                value = value[1..].TrimStart("0123456789");
        }

        if (hour > 23 || minute > 59 || second > 59)
            return false;
        time = new TimeOnly(hour, minute, second);
        value = value.TrimStart(' ');
        if (value.IsEmpty)
            return true;
        if (value is "Z" or "z")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        if (value[0] is not ('+' or '-'))
            return false;
        var sign = value[0] == '-' ? -1 : 1;
        value = value[1..];
        var minutes = 0;
        if (!TryTake(ref value, out var hours))
            return false;
        value = value.TrimStart(':');
        if (!value.IsEmpty && (!TryTake(ref value, out minutes) || !value.IsEmpty))
            return false;
        if (hours > 14 || minutes > 59)
            return false;
        offset = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> value, out int number)
    {
        number = 0;
        if (value.Length < 2 || !char.IsAsciiDigit(value[0]) || !char.IsAsciiDigit(value[1]))
            return false;
        number = ((value[0] - '0') * 10) + value[1] - '0';
        value = value[2..];
        return true;
    }
}
