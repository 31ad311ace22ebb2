// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Dixit.Attributions;

namespace Dixit.Storage.Sql;

/// <summary>Words of the index that no text has: who speaks, where, when, and what is done by speaking.</summary>
internal static class Facet
{
    // More days or months at once cost more to join than to look at what a wider one holds.
    private const int MostAtOnce = 12;

    /// <summary>That of a content without a day.</summary>
    public const string NoDay = "d0";

    public static string Speaker(long speaker) => $"p{speaker}";

    /// <summary>That of an outlet, whatever its case. Two outlets may share one: what is found is looked at again.</summary>
    public static string Outlet(string outlet) => "o" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(outlet.ToUpperInvariant()))[..5]);

    public static string Act(SpeechAct act) => "a" + RowValues.Of(act);

    /// <summary>All that a day is found by.</summary>
    public static IEnumerable<string> OfDay(DateOnly? day) => day is { } known ? [Day(known), Month(known), Year(known)] : [NoDay];

    /// <summary>Facets that cover at least the days of a range: days, months or years, whichever are few; none where there are many years.</summary>
    public static IReadOnlyList<string> Covering(DateOnly from, DateOnly to)
    {
        if (to < from)
            return [];
        if (to.DayNumber - from.DayNumber < MostAtOnce)
            return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(days => Day(from.AddDays(days)))];
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
        if (months <= MostAtOnce)
            return [.. Enumerable.Range(0, months).Select(month => Month(new DateOnly(from.Year, from.Month, 1).AddMonths(month)))];
        return to.Year - from.Year < MostAtOnce ? [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Select(year => $"y{year:D4}")] : [];
    }

    private static string Day(DateOnly day) => $"d{day.Year:D4}{day.Month:D2}{day.Day:D2}";

    private static string Month(DateOnly day) => $"m{day.Year:D4}{day.Month:D2}";

    private static string Year(DateOnly day) => $"y{day.Year:D4}";
}
