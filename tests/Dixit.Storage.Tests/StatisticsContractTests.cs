// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Statements;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>How every ledger must count quotes.</summary>
public abstract class StatisticsContractTests : ContractTests
{
    [Fact]
    public void Count_OfAll_CountsEachQuoteOnce()
    {
        using var ledger = Filled();

        var statistics = ledger.Count();

        Assert.Equal(new QuoteCounts(6, 4, 0, 2, 4, 18 + 12 + 18 + 25 + 8 + 9), statistics.Total);
        Assert.Equal((3, 2), (statistics.SpeakerCount, statistics.OutletCount));
        Assert.Equal((new DateOnly(2024, 9, 30), new DateOnly(2024, 10, 9)), (statistics.First, statistics.Last));
        Assert.Equal(["Le Cadran 3/2/2", "La Gazette 2/1/2", "null 1/1/0"], statistics.Outlets.Select(group => $"{group.Name ?? "null"} {group.Counts.Quotes}/{group.Counts.Documents}/{group.Speakers}"));
        Assert.Equal(["2024-09 1", "2024-10 4", "null 1"], statistics.Months.Select(Describe));
        Assert.Equal(["person 4", "null 1", "anonymous 1"], statistics.Kinds.Select(Describe));
        Assert.Equal(["female 3", "male 1"], statistics.Genders.Select(Describe));
        Assert.Equal(["Hélène Vaudrel Female 3/3/2", "Lucien Bressac Male 1/1/1", "source proche du dossier Unknown 1/1/1"], statistics.Speakers.Select(speaker => $"{speaker.Speaker.Name} {speaker.Gender} {speaker.Counts.Quotes}/{speaker.Counts.Documents}/{speaker.Outlets}").Order(StringComparer.Ordinal));
        Assert.Equal("Le Cadran × Hélène Vaudrel 2", statistics.Pairs.Select(pair => $"{pair.Outlet} × {pair.Speaker.Name} {pair.Counts.Quotes}").First());
        Assert.Equal(4, statistics.Pairs.Count);
    }

    [Fact]
    public void Count_OfWhatOthersTold_KeepsItFromOwnReporting()
    {
        using var ledger = Filled();

        var statistics = ledger.Count();

        Assert.Equal(["own 3", "wire 2", "via 1"], statistics.Sourcing.Select(Describe));
        Assert.Equal(["Interdépêches 2", "Radio Arvel 1"], statistics.Agencies.Select(Describe));
        Assert.Equal(1, statistics.Copies);
    }

    [Theory]
    [InlineData("by", 3)]
    [InlineData("nobody", 0)]
    [InlineData("outlet", 2)]
    [InlineData("from", 2)]
    [InlineData("to", 1)]
    [InlineData("type", 2)]
    [InlineData("act", 1)]
    [InlineData("words", 2)]
    public void Count_WithAQuestion_CountsWhatFits(string asked, int expected)
    {
        using var ledger = Filled();

        var statistics = ledger.Count(asked switch
        {
            "by" => new StatementQuery { By = "Vaudrel" },
            "nobody" => new StatementQuery { By = "Personne" },
            "outlet" => new StatementQuery { Outlet = "la gazette" },
            "from" => new StatementQuery { From = new DateOnly(2024, 10, 9) },
            "to" => new StatementQuery { To = new DateOnly(2024, 9, 30) },
            "type" => new StatementQuery { Kind = QuotationKind.Indirect },
            "act" => new StatementQuery { Act = SpeechAct.Demand },
            _ => new StatementQuery { Words = "barrage" },
        });

        Assert.Equal(expected, statistics.Total.Quotes);
        Assert.Equal(expected, statistics.Outlets.Sum(group => group.Counts.Quotes));
    }

    [Fact]
    public void Count_WithALimit_KeepsTheMostQuoted()
    {
        using var ledger = Filled();

        Assert.Equal(["Hélène Vaudrel"], ledger.Count(limit: 1).Speakers.Select(speaker => speaker.Speaker.Name));
        Assert.Single(ledger.Count(limit: 1).Pairs);
    }

    [Fact]
    public void Count_OfAChangedDocument_CountsItsCurrentVersion()
    {
        using var ledger = Filled();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Add(new Article("b", "Rien.") { Outlet = "La Gazette" }.Build());
            writer.Commit();
        }

        Assert.Equal(4, ledger.Count().Total.Quotes);
    }

    private static string Describe(QuoteGroup group) => $"{group.Name ?? "null"} {group.Counts.Quotes}";

    private ILedger Filled()
    {
        var via = new Article("c", "« Tout tient », a dit Hélène Vaudrel à Radio Arvel. « Je doute », a-t-on entendu.") { Outlet = null, Published = null }
            .Says(null, "Je doute").Build();
        const string Wire = "MONTBRISEL (Interdépêches) – « Le barrage tiendra », a dit Hélène Vaudrel. « Il faut évacuer la vallée », dit Lucien Bressac.";
        var source = new Speaker("source proche du dossier", SpeakerKind.Anonymous);
        Analysis[] articles =
        [
            new Article("a", "Le barrage tiendra, assure la ministre. Rien de neuf, dit une source.") { Outlet = "Le Cadran", Published = new DateOnly(2024, 10, 8) }
                .Says(Article.Minister, SpeechAct.Assert, QuotationKind.Indirect, "Le barrage tiendra").Says(source, SpeechAct.Assert, QuotationKind.Indirect, "Rien de neuf").Build(),
            new Article("b", Wire) { Outlet = "La Gazette", Published = new DateOnly(2024, 10, 9) }
                .Says(Article.Minister, "Le barrage tiendra").Says(Article.Mayor, SpeechAct.Demand, QuotationKind.Direct, "Il faut évacuer la vallée").Build(),
            via,
            new Article("d", "« On verra. »") { Outlet = "Le Cadran", Published = new DateOnly(2024, 9, 30) }.Build(),
            new Article("e", "« On verra. »") { Outlet = "Le Cadran", Published = new DateOnly(2024, 9, 30) }.Says(Article.Minister, "On verra.").Build(),
        ];
        articles[2] = via.With([via.Attributions[0] with { Via = ["Radio Arvel"] }]);
        var ledger = Open();
        using var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken);
        foreach (var article in articles)
            writer.Add(article);
        writer.Commit();
        return ledger;
    }
}
