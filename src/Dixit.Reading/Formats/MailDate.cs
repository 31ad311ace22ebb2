// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Reading.Formats;

/// <summary>Reads the day of a date as mails, servers and RSS write it: <c>Wed, 02 Oct 2024 15:00:00 +0200</c>.</summary>
internal static class MailDate
{
    private static readonly string[] _months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day as it is written: a time zone does not move it.</summary>
    public static bool TryRead(ReadOnlySpan<char> value, out DateOnly day)
    {
        day = default;
        value = value.Trim();
        if (value.IndexOf(',') is >= 0 and var comma)
            value = value[(comma + 1)..].TrimStart();
        Span<Range> parts = stackalloc Range[4];
        if (value.SplitAny(parts, " -\t", StringSplitOptions.RemoveEmptyEntries) < 3)
            return false;
        if (!int.TryParse(value[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(value[parts[2]], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || value[parts[1]].Length < 3)
        {
            return false;
        }

        var name = value[parts[1]][..3];
        for (var month = 0; month < _months.Length; month++)
        {
            if (!name.Equals(_months[month], StringComparison.OrdinalIgnoreCase))
                continue;
            // RFC 2822 reads years of two digits so.
            year += parts[2].GetOffsetAndLength(value.Length).Length > 2 ? 0 : year < 50 ? 2000 : 1900;
            if (year is < 1 or > 9999 || number < 1 || number > DateTime.DaysInMonth(year, month + 1))
                return false;
            day = new DateOnly(year, month + 1, number);
            return true;
        }

        return false;
    }
}
