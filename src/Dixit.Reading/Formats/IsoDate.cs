// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Reading.Formats;

/// <summary>Reads the day of an ISO 8601 date or date-time.</summary>
internal static class IsoDate
{
    /// <summary>The day as it is written: a time zone does not move it, since the article's own readers saw that day.</summary>
    /// <remarks>Takes <c>2022-03-23</c> and <c>20220323</c>, alone or with a time after <c>T</c> or a space, to the minute or finer, with or without zone, which a space may part from it.</remarks>
    public static bool TryRead(ReadOnlySpan<char> value, out DateOnly day)
    {
        value = value.Trim();
        var isExtended = value.Length > 4 && value[4] == '-';
        var length = isExtended ? 10 : 8;
        if (value.Length < length)
        {
            day = default;
            return false;
        }

        return DateOnly.TryParseExact(value[..length], isExtended ? "yyyy-MM-dd" : "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && (value.Length == length || IsTime(value[length..]));
    }

    // « T10:00 », « 10:00:00.123Z », « T100000+0200 »
    private static bool IsTime(ReadOnlySpan<char> value)
    {
        if (value[0] is not ('T' or 't' or ' '))
            return false;
        value = value[1..];
        if (!TakeNumber(ref value, 24))
            return false;
        var hasColons = TakeCharacter(ref value, ':');
        if (!TakeNumber(ref value, 59))
            return false;
        var hasSeconds = hasColons ? TakeCharacter(ref value, ':') : value.Length > 0 && char.IsAsciiDigit(value[0]);
        if (hasSeconds && !(TakeNumber(ref value, 60) && TakeFraction(ref value)))
            return false;
        return IsZone(value);
    }

    private static bool IsZone(ReadOnlySpan<char> value)
    {
        value = value.TrimStart(' ');
        if (value.IsEmpty || value is "Z" or "z")
            return true;
        if (!TakeCharacter(ref value, '+') && !TakeCharacter(ref value, '-'))
            return false;
        if (!TakeNumber(ref value, 24))
            return false;
        if (value.IsEmpty)
            return true;
        TakeCharacter(ref value, ':');
        return TakeNumber(ref value, 59) && value.IsEmpty;
    }

    private static bool TakeFraction(ref ReadOnlySpan<char> value)
    {
        if (!TakeCharacter(ref value, '.') && !TakeCharacter(ref value, ','))
            return true;
        var digits = value.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = value.Length;
        value = value[digits..];
        return digits > 0;
    }

    private static bool TakeCharacter(ref ReadOnlySpan<char> value, char wanted)
    {
        if (value.IsEmpty || value[0] != wanted)
            return false;
        value = value[1..];
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> value, int most)
    {
        if (value.Length < 2 || !char.IsAsciiDigit(value[0]) || !char.IsAsciiDigit(value[1]))
            return false;
        var number = ((value[0] - '0') * 10) + value[1] - '0';
        value = value[2..];
        return number <= most;
    }
}
