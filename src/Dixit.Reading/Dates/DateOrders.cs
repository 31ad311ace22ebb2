// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Dates;

/// <summary>Which order of day and month a page's language and region write in.</summary>
internal static class DateOrders
{
    // Languages that write the day first wherever they are written.
    private static readonly string[] _dayFirst = ["fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "ro", "el", "tr", "cs", "da", "nb", "no", "fi"];

    // English is written in either order, so its region must be said.
    private static readonly string[] _dayFirstRegions = ["GB", "UK", "IE", "AU", "NZ", "IN", "NG", "KE", "GH", "MT", "SG"];

    /// <summary>The order, where the language leaves no doubt. Canada writes all three.</summary>
    /// <param name="language">Such as <c>fr</c>, <c>en-US</c>, <c>fr_FR</c>; or null.</param>
    public static DateOrder Of(string? language)
    {
        if (language is null)
            return DateOrder.Unknown;
        var at = language.AsSpan().IndexOfAny('-', '_');
        var name = at < 0 ? language.AsSpan() : language.AsSpan(0, at);
        var region = at < 0 ? "" : language.AsSpan(at + 1);
        if (region.Equals("CA", StringComparison.OrdinalIgnoreCase))
            return DateOrder.Unknown;
        if (name.Equals("en", StringComparison.OrdinalIgnoreCase))
        {
            return region.Equals("US", StringComparison.OrdinalIgnoreCase) ? DateOrder.MonthFirst
                : IsIn(region, _dayFirstRegions) ? DateOrder.DayFirst : DateOrder.Unknown;
        }

        return IsIn(name, _dayFirst) ? DateOrder.DayFirst : DateOrder.Unknown;
    }

    private static bool IsIn(ReadOnlySpan<char> value, string[] names)
    {
        foreach (var name in names)
        {
            if (value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
