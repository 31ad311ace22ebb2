// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Storage;
using Dixit.Web.Pages;

namespace Dixit.Web.Charts;

/// <summary>Puts counts by day into so many columns as can be seen: days, months or years.</summary>
internal static class DayColumns
{
    private const int MostDays = 62;
    private const int MostMonths = 72;

    /// <summary>The columns with the days each covers; none is left out between the first and the last.</summary>
    /// <param name="days">The counts, in order.</param>
    /// <param name="visitor">Who looks.</param>
    /// <param name="link">Where a column leads, by its first and its last day; null for nowhere.</param>
    /// <param name="isMonthly">Whether no column is shorter than a month.</param>
    public static (IReadOnlyList<Bar> Bars, IReadOnlyList<(DateOnly From, DateOnly To)> Ranges) Of(IReadOnlyList<DayCount> days, Visitor visitor, Func<DateOnly, DateOnly, string>? link, bool isMonthly = false)
    {
        if (days.Count == 0)
            return ([], []);
        var (first, last) = (days[0].Day, days[^1].Day);
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var isDaily = !isMonthly && last.DayNumber - first.DayNumber < MostDays;
        Func<DateOnly, DateOnly> begin = isDaily ? day => day : months <= MostMonths ? day => new DateOnly(day.Year, day.Month, 1) : day => new DateOnly(day.Year, 1, 1);
        Func<DateOnly, DateOnly> next = isDaily ? day => day.AddDays(1) : months <= MostMonths ? day => day.AddMonths(1) : day => day.AddYears(1);
        var counts = days.GroupBy(day => begin(day.Day)).ToDictionary(group => group.Key, group => group.Sum(day => day.Reports));
        var (bars, ranges) = (new List<Bar>(), new List<(DateOnly, DateOnly)>());
        for (var from = begin(first); from <= last; from = next(from))
        {
            var (to, count) = (next(from).AddDays(-1), counts.GetValueOrDefault(from));
            var isYear = to.DayNumber - from.DayNumber > 31;
            var label = from == to ? Labels.Day(visitor, from) : isYear ? $"{from.Year}" : $"{Labels.Month(visitor, from)} {from.Year}";
            bars.Add(new Bar(label, count, link?.Invoke(from, to), Labels.Number(visitor, count)) { Key = from.ToString(from == to ? "yyyy-MM-dd" : isYear ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture) });
            ranges.Add((from, to));
        }

        return (bars, ranges);
    }
}
