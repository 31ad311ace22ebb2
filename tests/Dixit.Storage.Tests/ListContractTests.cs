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

        var query = asked switch
        {
            "words" => new StatementQuery { Words = "barrage" },
            "by" => new StatementQuery { By = "Vaudrel" },
            "nobody" => new StatementQuery { By = "Personne" },
            "outlet" => new StatementQuery { Outlet = "la gazette" },
            "from" => new StatementQuery { From = new DateOnly(2024, 10, 9) },
            "to" => new StatementQuery { To = new DateOnly(2024, 10, 8) },
            "type" => new StatementQuery { Kind = QuotationKind.Indirect },
            _ => new StatementQuery { Act = SpeechAct.Demand },
        };
        foreach (var facets in (StatementFacets[])[ledger.Facets(query), ledger.Facets(query, int.MaxValue)])
        {
            Assert.Equal((expected, true), Counts(facets));
            Assert.Equal(expected, facets.Kinds.Sum(kind => kind.Reports));
        }
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

    [Theory]
    [InlineData(StatementOrder.Best)]
    [InlineData(StatementOrder.Newest)]
    [InlineData(StatementOrder.Oldest)]
    [InlineData(StatementOrder.MostReported)]
    public void FindSpread_InAnyOrder_IsWhatBothQuestionsAnswer(StatementOrder order)
    {
        using var ledger = Filled();
        StatementQuery[] queries =
        [
            new(), new() { Words = "barrage" }, new() { Words = "« le barrage »" }, new() { Words = "vallée", Act = SpeechAct.Demand }, new() { About = "barrage" }, new() { By = "Vaudrel" }, new() { By = "Personne" },
            new() { Words = "tiendra", Outlet = "la gazette" }, new() { Words = "tiendra", From = new DateOnly(2024, 10, 9) }, new() { Words = "demain" }, new() { Words = "tiendra", Language = "en" }, new() { Words = "barrage", Kind = QuotationKind.Indirect },
        ];

        foreach (var query in queries.SelectMany(query => (StatementQuery[])[query with { Order = order }, query with { Order = order, Limit = 1 }]))
        {
            var (page, facets) = ledger.FindSpread(query);
            var (found, counted) = (ledger.Find(query), ledger.Facets(query));

            Assert.Equal(found.Next, page.Next);
            Assert.Equal(found.Statements.Select(each => (each.Statement.Id, each.Wording)), page.Statements.Select(each => (each.Statement.Id, each.Wording)));
            Assert.Equal(Counts(counted), Counts(facets));
            Assert.Equal(counted.Days, facets.Days);
            Assert.Equal(counted.Outlets, facets.Outlets);
            Assert.Equal(counted.Speakers, facets.Speakers);
        }
    }

    [Fact]
    public void Find_OfFirstReportsOnly_HasTheFirstOfThoseThatFit()
    {
        using var ledger = Open();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            foreach (var (id, outlet, day) in ((string, string?, int)[])[("d", "Le Cadran", 8), ("b", "La Gazette", 8), ("c", "La Gazette", 7), ("e", null, 9), ("a", "Le Cadran", 8)])
                writer.Add(Told(id, outlet, day, "Le barrage de Montbrisel tiendra jusqu'au printemps"));
            writer.Add(Told("a", "Le Cadran", 8, "Le barrage de Montbrisel tiendra jusqu'au printemps", "À Montbrisel. "));
            writer.Add(Told("x", "Le Cadran", 9, "Le barrage de Montbrisel tiendra jusqu'au printemps"), new AddOptions { IsPrimary = true });
            writer.Commit();
        }

        foreach (var query in (StatementQuery[])
            [
                new(), new() { Words = "barrage" }, new() { Outlet = "le cadran" }, new() { Outlet = "la gazette", Words = "barrage" }, new() { To = new DateOnly(2024, 10, 8) }, new() { From = new DateOnly(2024, 10, 8), To = new DateOnly(2024, 10, 8) },
                new() { Kind = QuotationKind.Direct, To = new DateOnly(2024, 10, 8), Words = "printemps" }, new() { About = "barrage" }, new() { MinConfidence = 0.5, To = new DateOnly(2024, 10, 8) }, new() { WithoutCopies = true },
            ])
        {
            var (all, first) = (Assert.Single(ledger.Find(query).Statements), Assert.Single(ledger.Find(query with { FirstReportsOnly = true }).Statements));

            Assert.Equal(all.Statement.Reports[0], first.Statement.Reports[0] with { Via = all.Statement.Reports[0].Via });
            Assert.Equal((all.Wording, all.Statement.Id, all.Statement.Documents), (first.Wording, first.Statement.Id, first.Statement.Documents));
        }

        Assert.Empty(ledger.Find(new StatementQuery { Words = "barrage", Kind = QuotationKind.Indirect, FirstReportsOnly = true }).Statements);

        static Analysis Told(string id, string? outlet, int day, string words, string before = "") =>
            new Article(id, $"{before}« {words} », a dit Hélène Vaudrel.") { Outlet = outlet, Published = new DateOnly(2024, 10, day) }.Says(Article.Minister, words).Build();
    }

    [Fact]
    public void Find_AmongVeryMany_LooksFurtherThanThoseReadLast()
    {
        // More contents with the word than are ranked or gone through one by one; what is asked for was read first.
        using var ledger = Open();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Add(new Article("en", "“The barrage of Montbrisel is old.”") { Language = "en", Outlet = "The Ledger", Published = new DateOnly(2023, 1, 1) }.Says(Article.Minister, "The barrage of Montbrisel is old").Build());
            writer.Add(new Article("told", "Le barrage coûtera cher, dit-on.").Says(null, SpeechAct.Warn, QuotationKind.Indirect, "Le barrage coûtera cher").Build());
            foreach (var (id, day) in ((string, int)[])[("one", 1), ("two", 2), ("three", 3)])
                writer.Add(new Article(id, "« Le barrage tiendra jusqu'au printemps », a dit Hélène Vaudrel.") { Published = new DateOnly(2024, 9, day) }.Says(Article.Minister, "Le barrage tiendra jusqu'au printemps").Build());
            for (var i = 0; i < 40; i++)
            {
                var sentences = Enumerable.Range(0, 45).Select(j => $"Le barrage {(i * 45) + j} compte {(i * 90) + j + 7} pierres").ToArray();
                writer.Add(new Article($"many/{i}", string.Join(". ", sentences)) { Published = new DateOnly(2024, 10, 1 + (i % 20)) }.Says(null, sentences).Build());
            }

            writer.Commit();
        }

        var words = new StatementQuery { Words = "barrage", Limit = 3 };
        Assert.Equal((1000, false), Counts(ledger.Facets(words)));
        Assert.Equal(["en"], Documents(words with { Language = "en" }));
        Assert.Equal((1, true), Counts(ledger.Facets(words with { Language = "en" })));
        Assert.Equal(["told"], Documents(words with { Kind = QuotationKind.Indirect }));
        var repeated = ledger.Find(words with { Order = StatementOrder.MostReported }).Statements;
        Assert.Equal([3, 1, 1], repeated.Select(found => found.Statement.Documents));
        Assert.Equal(["one", "two", "three"], repeated[0].Statement.Reports.Select(report => report.Document));
        Assert.Equal(["en"], Documents(words with { Order = StatementOrder.MostReported, To = new DateOnly(2023, 12, 31) }));
        Assert.Equal(["one", "two", "three"], Documents(words with { Order = StatementOrder.MostReported, To = new DateOnly(2024, 9, 30), From = new DateOnly(2024, 9, 1) }));
        var (all, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = ledger.Find(words with { Order = StatementOrder.MostReported, Limit = 700, Cursor = cursor, FirstReportsOnly = true });
            all.AddRange(page.Statements.Select(found => found.Statement.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(1803, all.Distinct().Count());
        Assert.Equal(1803, all.Count);

        string[] Documents(StatementQuery query) => [.. ledger.Find(query).Statements.SelectMany(found => found.Statement.Reports).Select(report => report.Document)];
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
