// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Storage;
using Dixit.Web.Pages;

namespace Dixit.Web.Charts;

/// <summary>A chart of the dashboard.</summary>
/// <param name="Name">As its address has it.</param>
/// <param name="Title">What it shows.</param>
/// <param name="IsOverTime">Whether it is columns over time rather than bars.</param>
/// <param name="Bars">What it shows; the value of a bar is its number of quotes.</param>
internal sealed record ChartData(string Name, string Title, bool IsOverTime, IReadOnlyList<Bar> Bars)
{
    private const int MostBars = 15;

    /// <summary>What the charts show.</summary>
    public static Task<SlowAnswer<LedgerStatistics>> CountAsync(SlowAnswers answers, SearchState state, TimeSpan patience) =>
        answers.AskAsync(("dashboard", state.Filter), ledger => ledger.Count(state.Filter, MostBars), patience);

    /// <summary>The charts of the dashboard, in their order. What a search can ask for leads to it.</summary>
    public static IReadOnlyList<ChartData> Of(LedgerStatistics statistics, Visitor visitor, SearchState state)
    {
        var total = statistics.Total.Quotes;
        return
        [
            new("months", visitor["Citations par mois", "Quotes by month"], true, Months()),
            new("outlets", visitor["Par média", "By outlet"], false, BarsOf(statistics.Outlets, null, "outlet")),
            new("speakers", visitor["Les plus cités", "The most quoted"], false, [.. statistics.Speakers.Take(MostBars).Select(speaker => new Bar(speaker.Speaker.Name, speaker.Counts.Quotes, Search("by", speaker.Speaker.Id), Labels.Number(visitor, speaker.Counts.Quotes)))]),
            new("forms", visitor["Direct ou indirect", "Direct or indirect"], false, [Part("direct", statistics.Total.Direct), Part("mixed", statistics.Total.Mixed), Part("indirect", statistics.Total.Indirect)]),
            new("kinds", visitor["Nommés ou anonymes", "Named or anonymous"], false, BarsOf(statistics.Kinds, total, null, visitor["sans source", "no source"])),
            new("genders", visitor["Femmes et hommes cités", "Women and men quoted"], false, BarsOf(statistics.Genders, statistics.Genders.Sum(group => group.Counts.Quotes), null)),
            new("sourcing", visitor["D'où vient la citation", "Where the quote is from"], false, BarsOf(statistics.Sourcing, total, null)),
            new("agencies", visitor["Agences et intermédiaires", "Agencies and go-betweens"], false, BarsOf(statistics.Agencies, null, null)),
            new("pairs", visitor["Qui cite qui", "Who quotes whom"], false,
                [.. statistics.Pairs.Take(MostBars).Select(pair => new Bar($"{pair.Outlet} → {pair.Speaker.Name}", pair.Counts.Quotes, state.At("/", ("outlet", pair.Outlet), ("by", pair.Speaker.Id)), Labels.Number(visitor, pair.Counts.Quotes)))]),
        ];

        Bar Part(string name, long quotes) => new(Labels.Of(visitor, name), quotes, Search("type", name), Labels.Share(visitor, quotes, total));

        string Search(string name, string value) => state.At("/", (name, value));

        IReadOnlyList<Bar> Months()
        {
            var days = statistics.Months.Where(group => group.Name is not null).Select(group => new DayCount(DateOnly.ParseExact(group.Name! + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture), group.Counts.Quotes)).ToList();
            return DayColumns.Of(days, visitor, (from, to) => state.At("/", ("from", $"{from:yyyy-MM-dd}"), ("to", $"{to:yyyy-MM-dd}")), isMonthly: true).Bars;
        }

        List<Bar> BarsOf(IReadOnlyList<QuoteGroup> groups, long? whole, string? filter, string? unknown = null) =>
        [
            .. groups.Take(MostBars).Select(group => new Bar(
                group.Name is null && unknown is not null ? unknown : Labels.Of(visitor, group.Name), group.Counts.Quotes, filter is null || group.Name is null ? null : Search(filter, group.Name),
                whole is { } all ? Labels.Share(visitor, group.Counts.Quotes, all) : Labels.Number(visitor, group.Counts.Quotes))),
        ];
    }
}
