// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Statements;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>How every ledger must list documents and what is not sure, and tell how findings are spread.</summary>
public abstract class ListContractTests : IDisposable
{
    private static readonly Lazy<StatementReader> _statements = new(() => new PipelineBuilder().Build().Statements);

    /// <summary>Opens the test's own ledger.</summary>
    protected abstract ILedger Open();

    public abstract void Dispose();

    protected static StatementReader Statements() => _statements.Value;

    [Fact]
    public void Facets_OfAll_CountEachReport()
    {
        using var ledger = Filled();

        var facets = ledger.Facets(new StatementQuery());

        Assert.Equal((4, true), (facets.Counted, facets.IsWhole));
        Assert.Equal(["Le Cadran 2", "La Gazette 1"], facets.Outlets.Select(Describe));
        Assert.Equal(["Hélène Vaudrel 2", "Lucien Bressac 1"], facets.Speakers.Select(Describe));
        Assert.All(facets.Speakers, speaker => Assert.StartsWith("p-", speaker.Value, StringComparison.Ordinal));
        Assert.Equal(["assert 3", "demand 1"], facets.Acts.Select(Describe));
        Assert.Equal(["direct 3", "indirect 1"], facets.Kinds.Select(Describe));
        Assert.Equal(["fr 4"], facets.Languages.Select(Describe));
        Assert.Equal([new DayCount(new DateOnly(2024, 10, 8), 2), new DayCount(new DateOnly(2024, 10, 9), 1)], facets.Days);
    }

    [Theory]
    [InlineData("words", 2)]
    [InlineData("by", 2)]
    [InlineData("nobody", 0)]
    [InlineData("outlet", 1)]
    [InlineData("from", 1)]
    [InlineData("to", 2)]
    [InlineData("type", 1)]
    [InlineData("act", 1)]
    public void Facets_OfAQuestion_CountWhatFits(string asked, int expected)
    {
        using var ledger = Filled();

        var facets = ledger.Facets(asked switch
        {
            "words" => new StatementQuery { Words = "barrage" },
            "by" => new StatementQuery { By = "Vaudrel" },
            "nobody" => new StatementQuery { By = "Personne" },
            "outlet" => new StatementQuery { Outlet = "la gazette" },
            "from" => new StatementQuery { From = new DateOnly(2024, 10, 9) },
            "to" => new StatementQuery { To = new DateOnly(2024, 10, 8) },
            "type" => new StatementQuery { Kind = QuotationKind.Indirect },
            _ => new StatementQuery { Act = SpeechAct.Demand },
        });

        Assert.Equal(expected, facets.Counted);
        Assert.Equal(expected, facets.Kinds.Sum(kind => kind.Reports));
    }

    [Fact]
    public void Facets_BeyondTheMost_SayThatThereAreMore()
    {
        using var ledger = Filled();

        Assert.Equal((2, false), Counts(ledger.Facets(new StatementQuery(), most: 2)));
        Assert.Equal((1, false), Counts(ledger.Facets(new StatementQuery { Words = "barrage" }, most: 1)));
        Assert.Equal((4, true), Counts(ledger.Facets(new StatementQuery(), most: 4)));
    }

    [Fact]
    public void Documents_PageByPage_AreAllTheLastFirst()
    {
        using var ledger = Filled();

        var first = ledger.Documents(new DocumentQuery { Limit = 2 });
        var second = ledger.Documents(new DocumentQuery { Limit = 2, Cursor = first.Next });

        Assert.Equal(["c", "b", "a"], first.Documents.Concat(second.Documents).Select(document => document.Id));
        Assert.Null(second.Next);
        Assert.Equal(new DocumentSummary("a", null, "Le Cadran", new DateOnly(2024, 10, 8), "fr", 1, 2), second.Documents[0]);
        Assert.Equal(["b"], ledger.Documents(new DocumentQuery { Outlet = "LA GAZETTE" }).Documents.Select(document => document.Id));
        Assert.Equal(["b"], ledger.Documents(new DocumentQuery { From = new DateOnly(2024, 10, 9) }).Documents.Select(document => document.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    public void Cursor_ThatNoListGave_IsRefused(string cursor)
    {
        using var ledger = Filled();

        Assert.Equal(LedgerProblems.WrongCursor, Assert.Throws<LedgerException>(() => ledger.Documents(new DocumentQuery { Cursor = cursor })).Code);
        Assert.Equal(LedgerProblems.WrongCursor, Assert.Throws<LedgerException>(() => ledger.Doubtful(1, cursor: cursor)).Code);
    }

    [Fact]
    public void Doubtful_BelowAConfidence_LeavesOutWhatSomebodyDecided()
    {
        using var ledger = Filled();
        Assert.Empty(ledger.Doubtful(0.9).Attributions);

        var first = ledger.Doubtful(0.95, limit: 3);
        var second = ledger.Doubtful(0.95, limit: 3, cursor: first.Next);
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Correct(new SpeakerCorrection("a", 1, "Hélène Vaudrel"));
            writer.Correct(new Rejection("b", 1));
        }

        Assert.Equal(["c#1", "b#1", "a#1", "a#2"], first.Attributions.Concat(second.Attributions).Select(each => $"{each.Document}#{each.Attribution}"));
        Assert.Null(second.Next);
        Assert.Equal(["a#2", "c#1"], ledger.Doubtful(0.95).Attributions.Select(each => $"{each.Document}#{each.Attribution}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Unattributed_IsWhatNobodyIsKnownToHaveSaid_UntilSomebodyDecides()
    {
        using var ledger = Open();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Add(new Article("a", "« Il pleut. » « Il neige. » « Il vente », dit le rapport. « Il gèle », dit Hélène Vaudrel.")
                .Says(null, "Il pleut.").Says(null, "Il neige.").Says(new Speaker("rapport", SpeakerKind.Unknown), "Il vente").Says(Article.Minister, "Il gèle").Build());
            writer.Add(new Article("b", "« Il grêle. »").Says(null, "Il grêle.").Build());
            writer.Commit();
        }

        var first = ledger.Unattributed(limit: 3);
        var second = ledger.Unattributed(limit: 3, cursor: first.Next);
        Assert.Equal(["b#1", "a#1", "a#2", "a#3"], first.Attributions.Concat(second.Attributions).Select(each => $"{each.Document}#{each.Attribution}"));
        Assert.Null(second.Next);

        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Correct(new SpeakerCorrection("a", 1, "Hélène Vaudrel"));
            writer.Correct(new SpeakerCorrection("a", 3, null));
        }

        // That nobody knows is an answer, too.
        Assert.Equal(["b#1", "a#2"], ledger.Unattributed().Attributions.Select(each => $"{each.Document}#{each.Attribution}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.x")]
    [InlineData("1.2.3")]
    public void Unattributed_FromACursorThatNoListGave_IsRefused(string cursor)
    {
        using var ledger = Filled();

        Assert.Equal(LedgerProblems.WrongCursor, Assert.Throws<LedgerException>(() => ledger.Unattributed(cursor: cursor)).Code);
    }

    [Fact]
    public void Language_AskedFor_IsThatOfTheDocument()
    {
        using var ledger = Filled();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Add(new Article("en", "“The dam holds,” said Hélène Vaudrel.") { Language = "en", Outlet = "The Ledger" }.Says(Article.Minister, "The dam holds,").Build());
            writer.Commit();
        }

        var english = new StatementQuery { Language = "EN" };
        Assert.Equal(["en"], ledger.Find(english).Statements.SelectMany(found => found.Statement.Reports).Select(report => report.Document));
        Assert.Equal((1, true), Counts(ledger.Facets(english)));
        Assert.Equal(4, ledger.Facets(english with { Language = "fr" }).Counted);
        Assert.Equal(1, ledger.Facets(english with { Words = "dam" }).Counted);
        Assert.Equal(0, ledger.Facets(english with { Words = "barrage" }).Counted);
        Assert.Equal(1, ledger.Count(english).Total.Quotes);
        Assert.Equal(["en"], ledger.Export(english).Select(document => document.Analysis.Document.Id));
    }

    [Fact]
    public void Doubtful_FarBelow_GivesTheNewestDocumentsFirstPageByPage()
    {
        using var ledger = Open();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            foreach (var (id, confidence) in ((string, double)[])[("sure", 0.95), ("doubtful", 0.55), ("middling", 0.79), ("edge", 0.8), ("wild", 0.2)])
                writer.Add(new Article(id, "« Oui », dit Lucien Bressac, puis « non ».") { Confidence = confidence }.Says(Article.Mayor, "Oui").Says(null, "non").Build());
            writer.Commit();
        }

        Assert.Equal(["wild#1", "wild#2", "doubtful#1", "doubtful#2"], Pages(ledger, 0.7));
        Assert.Equal(["wild#1", "wild#2", "middling#1", "middling#2", "doubtful#1", "doubtful#2"], Pages(ledger, 0.8));
        Assert.Equal(["wild#1", "wild#2", "edge#1", "edge#2", "middling#1", "middling#2", "doubtful#1", "doubtful#2"], Pages(ledger, 0.81));

        static List<string> Pages(ILedger ledger, double below)
        {
            var found = new List<string>();
            string? cursor = null;
            do
            {
                var page = ledger.Doubtful(below, 3, cursor);
                found.AddRange(page.Attributions.Select(each => $"{each.Document}#{each.Attribution}"));
                cursor = page.Next;
            }
            while (cursor is not null);
            return found;
        }
    }

    private static (long, bool) Counts(StatementFacets facets) => (facets.Counted, facets.IsWhole);

    private static string Describe(FacetCount count) => $"{count.Label} {count.Reports}";

    private ILedger Filled()
    {
        var ledger = Open();
        using var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken);
        writer.Add(new Article("a", "Le barrage tiendra, assure la ministre Hélène Vaudrel. « Il faut évacuer la vallée », dit Lucien Bressac.")
            .Says(Article.Minister, SpeechAct.Assert, QuotationKind.Indirect, "Le barrage tiendra").Says(Article.Mayor, SpeechAct.Demand, QuotationKind.Direct, "Il faut évacuer la vallée").Build());
        writer.Add(new Article("b", "« Le barrage tiendra », a dit Hélène Vaudrel.") { Outlet = "La Gazette", Published = new DateOnly(2024, 10, 9) }.Says(Article.Minister, "Le barrage tiendra").Build());
        writer.Add(new Article("c", "« On verra bien demain », a-t-on entendu.") { Outlet = null, Published = null }.Says(null, "On verra bien demain").Build());
        writer.Commit();
        return ledger;
    }
}
