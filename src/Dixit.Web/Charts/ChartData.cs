// SPDX-License-Identifier: Apache-2.0
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

    /// <summary>The charts of the dashboard, in their order.</summary>
    public static IReadOnlyList<ChartData> Of(LedgerStatistics statistics, Visitor visitor)
    {
        var total = statistics.Total.Quotes;
        return
        [
            new("months", visitor["Citations par mois", "Quotes by month"], true, [.. statistics.Months.Where(group => group.Name is not null).Select(group => new Bar(group.Name!, group.Counts.Quotes, null, Labels.Number(visitor, group.Counts.Quotes)))]),
            new("outlets", visitor["Par média", "By outlet"], false, BarsOf(statistics.Outlets, visitor, null)),
            new("speakers", visitor["Les plus cités", "The most quoted"], false, [.. statistics.Speakers.Take(MostBars).Select(speaker => new Bar(speaker.Speaker.Name, speaker.Counts.Quotes, null, Labels.Number(visitor, speaker.Counts.Quotes)))]),
            new("forms", visitor["Direct ou indirect", "Direct or indirect"], false, [Part("direct", statistics.Total.Direct), Part("mixed", statistics.Total.Mixed), Part("indirect", statistics.Total.Indirect)]),
            new("kinds", visitor["Nommés ou anonymes", "Named or anonymous"], false, BarsOf(statistics.Kinds, visitor, total)),
            new("genders", visitor["Femmes et hommes cités", "Women and men quoted"], false, BarsOf(statistics.Genders, visitor, statistics.Genders.Sum(group => group.Counts.Quotes))),
            new("sourcing", visitor["D'où vient la citation", "Where the quote is from"], false, BarsOf(statistics.Sourcing, visitor, total)),
            new("agencies", visitor["Agences et intermédiaires", "Agencies and go-betweens"], false, BarsOf(statistics.Agencies, visitor, null)),
        ];

        Bar Part(string name, long quotes) => new(Labels.Of(visitor, name), quotes, null, Labels.Share(visitor, quotes, total));
    }

    private static List<Bar> BarsOf(IReadOnlyList<QuoteGroup> groups, Visitor visitor, long? whole) =>
        [.. groups.Take(MostBars).Select(group => new Bar(Labels.Of(visitor, group.Name), group.Counts.Quotes, null, whole is { } all ? Labels.Share(visitor, group.Counts.Quotes, all) : Labels.Number(visitor, group.Counts.Quotes)))];
}
