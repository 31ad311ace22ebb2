// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Tests.Support;
using Dixit.Reading.Writing;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>What every ledger must do, whatever it is kept in.</summary>
public abstract class LedgerContractTests : ContractTests
{
    private const string FirstText = "🙂 « Le barrage tiendra », a assuré Hélène Vaudrel. « Nous viderons le lac en juin », a-t-elle ajouté.";

    [Fact]
    public void Questions_ToALedgerThatIsNotThere_AreRefused()
    {
        using var ledger = Open();

        Assert.Equal(LedgerProblems.NotFound, Assert.Throws<LedgerException>(() => ledger.Describe()).Code);
        Assert.Equal(LedgerProblems.NotFound, Assert.Throws<LedgerException>(() => ledger.Export().Any()).Code);
    }

    [Fact]
    public void Add_OfAFullAnalysis_KeepsAllOfIt()
    {
        var analysis = Full();
        using var ledger = Open();
        using (var writer = Write(ledger))
        {
            Assert.Equal(AddOutcome.Added, writer.Add(analysis, new AddOptions { IsPrimary = true, PrimarySpeaker = "Hélène Vaudrel", Source = "presse/a1.html" }));
            writer.Commit();
        }

        var stored = ledger.FindDocument("a/1")!;

        Assert.Equal(analysis.Document.Text, stored.Analysis.Document.Text);
        // What a document says of its own language is asked only when it is analysed.
        Assert.All(InitProperties.OfFull(analysis.Document, new Document("a", "b"), nameof(Document.DeclaredLanguage)), property => Assert.Equal(property.GetValue(analysis.Document), property.GetValue(stored.Analysis.Document)));
        InitProperties.OfFull(analysis, new Analysis { Document = new Document("a", "b") });
        Assert.Equal(analysis.Attributions.Select(attribution => attribution with { Speaker = null, Via = [] }), stored.Analysis.Attributions.Select(attribution => attribution with { Speaker = null, Via = [] }));
        Assert.Equal(analysis.Attributions.Select(attribution => attribution.Speaker?.Name), stored.Analysis.Attributions.Select(attribution => attribution.Speaker?.Name));
        Assert.Equal(analysis.Attributions.Select(attribution => string.Join('|', attribution.Via)), stored.Analysis.Attributions.Select(attribution => string.Join('|', attribution.Via)));
        Assert.Equal(analysis.Mentions, stored.Analysis.Mentions);
        Assert.Equal(analysis.Furniture, stored.Analysis.Furniture);
        Assert.Equal(analysis.QuotedSpans, stored.Analysis.QuotedSpans);
        Assert.Equal(analysis.Unreported, stored.Analysis.Unreported);
        Assert.Equal(Written(analysis), Written(stored.Analysis));
        Assert.Equal(new AddOptions { IsPrimary = true, PrimarySpeaker = "Hélène Vaudrel", Source = "presse/a1.html" }, stored.Options);
        Assert.Equal((1, true), (stored.Version, stored.IsCurrent));
    }

    [Theory]
    [InlineData("un\0deux")]
    [InlineData("\ud83d seul, puis 🙂")]
    [InlineData("fin de ligne\r\nautre\u2028ligne\u00a0?")]
    public void Add_OfAwkwardCharacters_MovesNoOffset(string text)
    {
        using var ledger = Open();
        Add(ledger, new Article("a", text + " : tout").Says(null, "tout").Build());

        var stored = ledger.FindDocument("a")!.Analysis;

        Assert.Equal(text.Length + 7, stored.Document.Text.Length);
        Assert.Equal("tout", stored.Document[stored.Attributions[0].Content[0]].ToString());
    }

    [Fact]
    public void Add_OfTheSameDocumentTwice_ChangesNothing()
    {
        using var ledger = Open();
        Add(ledger, First().Build());
        var before = ledger.Describe();

        using (var writer = Write(ledger))
        {
            Assert.Equal(AddOutcome.Unchanged, writer.Compare(First().Build().Document));
            Assert.Equal(AddOutcome.Unchanged, writer.Add(First().Build()));
            writer.Commit();
        }

        Assert.Equal(before with { Runs = 2, Bytes = 0 }, ledger.Describe() with { Bytes = 0 });
        Assert.Single(ledger.Versions("a/1"));
        Assert.Equal([new RunCounts(1, 0, 0, 0, 0), new RunCounts(0, 0, 0, 1, 0)], ledger.Runs().Select(run => run.Counts));
    }

    [Fact]
    public void Add_OfAChangedText_KeepsBothVersionsAndTellsTheQuotesApart()
    {
        using var ledger = Open();
        Add(ledger, First().Build());
        var second = new Article("a/1", "« Le barrage tiendra », a assuré Lucien Bressac. « Nous viderons le lac en juillet », a-t-elle ajouté. « Rien ne presse. »")
            .Says(Article.Mayor, "Le barrage tiendra").Says(Article.Minister, "Nous viderons le lac en juillet").Says(null, "Rien ne presse.");

        using (var writer = Write(ledger))
        {
            Assert.Equal(AddOutcome.Changed, writer.Compare(second.Build().Document));
            Assert.Equal(AddOutcome.Changed, writer.Add(second.Build()));
            writer.Commit();
        }

        var versions = ledger.Versions("a/1");
        Assert.Equal([1, 2], versions.Select(version => version.Version));
        Assert.Empty(versions[0].Changes);
        Assert.Equal(
            [
                new QuoteChange(QuoteChangeKind.Reattributed, "Le barrage tiendra", "Le barrage tiendra", "Hélène Vaudrel", "Lucien Bressac"),
                new QuoteChange(QuoteChangeKind.Changed, "Nous viderons le lac en juin", "Nous viderons le lac en juillet", "Hélène Vaudrel", "Hélène Vaudrel"),
                new QuoteChange(QuoteChangeKind.Added, null, "Rien ne presse.", null, null),
            ],
            versions[1].Changes);
        Assert.Equal(FirstText, ledger.FindDocument("a/1", 1)!.Analysis.Document.Text);
        Assert.False(ledger.FindDocument("a/1", 1)!.IsCurrent);
        Assert.Equal(2, ledger.FindDocument("a/1")!.Version);
        Assert.Null(ledger.FindDocument("a/1", 3));
        Assert.Equal([2], ledger.Export().Select(stored => stored.Version));
    }

    [Fact]
    public void Versions_WithAQuoteLeftOut_TellThatItWasDropped()
    {
        using var ledger = Open();
        Add(ledger, First().Build());
        Add(ledger, new Article("a/1", "« Le barrage tiendra », a assuré Hélène Vaudrel.").Says(Article.Minister, "Le barrage tiendra").Build());

        Assert.Equal([new QuoteChange(QuoteChangeKind.Dropped, "Nous viderons le lac en juin", null, "Hélène Vaudrel", null)], ledger.Versions("a/1")[1].Changes);
    }

    [Fact]
    public void Add_OfTheSameTextWithOtherFacts_ReplacesTheFindingsOnly()
    {
        using var ledger = Open();
        Add(ledger, First().Build());
        var dated = new Article("a/1", FirstText) { Published = new DateOnly(2024, 10, 9) }.Says(Article.Minister, "Le barrage tiendra").Build();

        using (var writer = Write(ledger))
        {
            Assert.Equal(AddOutcome.Refreshed, writer.Add(dated));
            writer.Commit();
        }

        var stored = ledger.FindDocument("a/1")!;
        Assert.Equal(1, stored.Version);
        Assert.Equal(new DateOnly(2024, 10, 9), stored.Analysis.Published);
        Assert.Single(stored.Analysis.Attributions);
    }

    [Fact]
    public void Add_ByAnotherEngine_FindsAnew()
    {
        using var ledger = Open();
        Add(ledger, First().Build());

        using (var writer = Write(ledger, new WriterOptions { Engine = "99.0" }))
        {
            Assert.Equal(AddOutcome.Refreshed, writer.Compare(First().Build().Document));
            Assert.Equal(AddOutcome.Refreshed, writer.Add(First().Build()));
            writer.Commit();
            Assert.Equal(AddOutcome.Unchanged, writer.Compare(First().Build().Document));
        }

        Assert.Equal("99.0", ledger.FindDocument("a/1")!.Engine);
    }

    [Fact]
    public void TrySkip_OfWhatTheOpenBatchChanged_LeavesItToBeAdded()
    {
        using var ledger = Open();
        Add(ledger, First().Build());
        var changed = new Article("a/1", "« Le barrage tiendra », a assuré Lucien Bressac.").Says(Article.Mayor, "Le barrage tiendra");

        using (var writer = Write(ledger))
        {
            Assert.True(writer.TrySkip(First().Build().Document));
            writer.Add(changed.Build());
            Assert.Equal(AddOutcome.Unchanged, writer.Compare(First().Build().Document)); // as far as the last commit tells
            Assert.False(writer.TrySkip(First().Build().Document));
            Assert.True(writer.TrySkip(changed.Build().Document));
            writer.Commit();
        }

        Assert.Equal(new RunCounts(0, 1, 0, 2, 0), ledger.Runs()[^1].Counts);
        Assert.Equal(2, ledger.Versions("a/1").Count);
    }

    [Fact]
    public void Add_OfTheSameTextUnderAnotherId_IsACopy()
    {
        using var ledger = Open();
        Add(ledger, First().Build(), new Article("b/1", FirstText) { Outlet = "L'Écho" }.Build());

        Assert.Null(ledger.FindDocument("a/1")!.CopyOf);
        Assert.Equal(new DocumentCopy("a/1", "Le Cadran", new DateOnly(2024, 10, 8), 1), ledger.FindDocument("b/1")!.CopyOf);
    }

    [Fact]
    public void Batch_WithoutCommit_LeavesNothing()
    {
        using var ledger = Open();
        Add(ledger, First().Build());
        using (var writer = Write(ledger, new WriterOptions { BatchDocuments = 3 }))
        {
            writer.Add(Other(1));
            writer.Add(Other(2));
            Assert.Equal(["a/1"], Ids(ledger));
            writer.Add(Other(3));
            Assert.Equal(["a/1", "o/1", "o/2", "o/3"], Ids(ledger));
            writer.Add(Other(4));
        }

        Assert.Equal(["a/1", "o/1", "o/2", "o/3"], Ids(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Add_ThatFailsHalfway_LeavesNoHalfADocument()
    {
        var broken = First().Build();
        var twice = new Analysis { Document = new Document("broken", FirstText), Attributions = [broken.Attributions[0], broken.Attributions[0]], Speakers = broken.Speakers };
        using var ledger = Open();
        using (var writer = Write(ledger))
        {
            writer.Add(Other(1));
            Assert.Throws<LedgerException>(() => writer.Add(twice));
            writer.Add(Other(2));
            writer.Commit();
        }

        Assert.Equal(["o/1", "o/2"], Ids(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Export_IsInTheOrdinalOrderOfIds()
    {
        using var ledger = Open();
        Add(ledger, new Article("é", "x").Build(), new Article("b", "x").Build(), new Article("Z", "x").Build(), new Article("a#10", "x").Build(), new Article("a#2", "x").Build());

        Assert.Equal(["Z", "a#10", "a#2", "b", "é"], Ids(ledger));
    }

    [Fact]
    public void Reading_WhileWritingGoesOn_SeesOneState()
    {
        using var ledger = Open();
        Add(ledger, Other(1), Other(2));
        using var reading = ledger.Export().GetEnumerator();
        Assert.True(reading.MoveNext());

        Add(ledger, Other(3));

        Assert.True(reading.MoveNext());
        Assert.False(reading.MoveNext());
        Assert.Equal(3, ledger.Describe().Documents);
    }

    [Fact]
    public void SecondWriter_WhileTheFirstWrites_SaysWhoItIs()
    {
        using var ledger = Open();
        using var other = Open();
        using var first = Write(ledger);
        WriterInfo? told = null;

        var refused = Assert.Throws<LedgerException>(() => Write(other, new WriterOptions { Wait = TimeSpan.FromMilliseconds(50), OnWait = writer => told = writer }));

        Assert.Equal(LedgerProblems.Busy, refused.Code);
        Assert.Equal((Environment.ProcessId, Environment.MachineName), (told!.ProcessId, told.Host));
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2024-10-04 08:00:0", refused.Message);
        Assert.Equal(told, ledger.Describe().Writer);
    }

    [Fact]
    public async Task SecondWriter_WhenTheFirstEnds_GoesOnAndLosesNothing()
    {
        using var ledger = Open();
        using var other = Open();
        using var waiting = new ManualResetEventSlim();
        var first = Write(ledger);
        first.Add(Other(1));
        var second = Task.Run(() =>
        {
            using var writer = Write(other, new WriterOptions { Wait = TimeSpan.FromSeconds(30), OnWait = _ => waiting.Set() });
            writer.Add(Other(2));
            writer.Commit();
        }, TestContext.Current.CancellationToken);
        Assert.True(waiting.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        first.Add(Other(3));
        first.Commit();
        first.Dispose();
        await second;

        Assert.Equal(["o/1", "o/2", "o/3"], Ids(ledger));
        Assert.Null(ledger.Describe().Writer);
    }

    [Fact]
    public void RemoveDocument_TakesAllVersionsAndLeavesARecord()
    {
        using var ledger = Open();
        Add(ledger, First().Build(), Other(1));
        Add(ledger, new Article("a/1", "Autre chose.").Build());
        using (var writer = Write(ledger))
        {
            Assert.True(writer.RemoveDocument("a/1", "à la demande de l'auteur"));
            Assert.False(writer.RemoveDocument("a/1"));
            writer.Commit();
        }

        Assert.Null(ledger.FindDocument("a/1"));
        Assert.Empty(ledger.Versions("a/1"));
        Assert.Equal(["o/1"], Ids(ledger));
        var removal = Assert.Single(ledger.Removals());
        Assert.Equal(("document", "a/1", "à la demande de l'auteur"), (removal.Kind, removal.Id, removal.Reason));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Describe_CountsWhatIsCurrent()
    {
        using var ledger = Open();
        Add(ledger, First().Build(), Other(1));
        Add(ledger, new Article("a/1", "Autre chose.") { Published = new DateOnly(2024, 10, 1) }.Build());

        var info = ledger.Describe();

        Assert.Equal((2, 3, 1, 1, 2), (info.Documents, info.Versions, info.Attributions, info.Outlets, info.Runs));
        Assert.Equal((new DateOnly(2024, 10, 1), new DateOnly(2024, 10, 8)), (info.First, info.Last));
        Assert.True(info.Bytes > 0);
    }

    [Fact]
    public void Runs_ThatWereEnded_SaySo()
    {
        using var ledger = Open();
        using (var writer = Write(ledger, new WriterOptions { Engine = "1.2" }))
        {
            writer.Add(Other(1));
            writer.CountFailure();
            writer.Commit();
            Assert.Null(Assert.Single(ledger.Runs()).Finished);
        }

        var run = Assert.Single(ledger.Runs());
        Assert.Equal(("1.2", new RunCounts(1, 0, 0, 0, 1)), (run.Engine, run.Counts));
        Assert.True(run.Finished > run.Started);
    }

    [Fact]
    public void BackUp_GivesTheSameLedger()
    {
        using var folder = new TemporaryFolder();
        using var ledger = Open();
        Add(ledger, First().Build(), Other(1));

        ledger.BackUp(folder.In("copy.db"));

        using var copy = OpenCopy(folder.In("copy.db"));
        Assert.Equal(ledger.Export().Select(stored => Written(stored.Analysis)), copy.Export().Select(stored => Written(stored.Analysis)));
        Assert.Equal(LedgerProblems.Unusable, Assert.Throws<LedgerException>(() => ledger.BackUp(folder.In("copy.db"))).Code);
    }

    [Fact]
    public void Vacuum_WhileSomebodyWrites_IsRefused()
    {
        using var ledger = Open();
        Add(ledger, Other(1));
        using (Write(ledger))
            Assert.Equal(LedgerProblems.Busy, Assert.Throws<LedgerException>(ledger.Vacuum).Code);

        ledger.Vacuum();

        Assert.Equal(["o/1"], Ids(ledger));
    }

    protected abstract ILedger OpenCopy(string place);

    protected static string[] Ids(ILedger ledger) => [.. ledger.Export().Select(stored => stored.Analysis.Document.Id)];

    private static Article First() => new Article("a/1", FirstText).Says(Article.Minister, "Le barrage tiendra").Says(Article.Minister, "Nous viderons le lac en juin");

    private static Analysis Other(int number) => new Article($"o/{number}", $"« L'eau monte de {number} mètres », selon Lucien Bressac.").Says(Article.Mayor, $"L'eau monte de {number} mètres").Build();

    private static Analysis Full()
    {
        var plain = First().Build();
        var text = plain.Document.Text;
        var quoted = new QuotedSpan(new TextSpan(3, 25), new TextSpan(5, 23), 0, null);
        var scare = new QuotedSpan(new TextSpan(30, 40), new TextSpan(31, 39), 1, "unclosed");
        return new Analysis
        {
            Document = new Document("a/1", text) { Uri = "https://cadran.example/1", Title = "Le barrage", Outlet = "Le Cadran", Published = new DateOnly(2024, 10, 8), Language = "fr", Notes = ["read as windows-1252"], Authors = ["Ana Costa"], Modified = new DateOnly(2024, 10, 9), PublishedAt = new Moment(new DateOnly(2024, 10, 8), new TimeOnly(8, 5), TimeSpan.FromHours(2)), ModifiedAt = new Moment(new DateOnly(2024, 10, 9), new TimeOnly(23, 30)), Blocks = [new TextBlock(new TextSpan(0, 25), BlockKind.Quote) { Words = new TextSpan(5, 23) }] },
            Language = "fr-FR",
            Published = new DateOnly(2024, 10, 8),
            Notes = ["read as windows-1252", "a second note"],
            Furniture = [new Furniture(new TextSpan(0, 2), "share-bar", "marker")],
            QuotedSpans = [quoted, scare],
            Unreported = [new UnreportedQuotation(scare, "scare-quote")],
            Speakers = [.. plain.Speakers, new Speaker("Le Cadran", SpeakerKind.Organisation) { Aliases = ["le Cadran", "le journal"] }],
            Mentions = plain.Mentions,
            Attributions =
            [
                plain.Attributions[0] with
                {
                    Cue = new TextSpan(27, 35),
                    Source = new TextSpan(36, 50),
                    Via = ["Interdépêches", "L'Écho"],
                    Addressee = "aux élus",
                    Occasion = "une visite",
                    Place = "Montbrisel",
                    Said = new DateRange(new DateOnly(2024, 10, 7), new DateOnly(2024, 10, 8)),
                    Act = SpeechAct.Commit,
                    Kind = QuotationKind.Mixed,
                },
                plain.Attributions[1] with { Parent = 1, Speaker = null },
            ],
        };
    }

    private static string Written(Analysis analysis)
    {
        using var stream = new MemoryStream();
        var writer = new ExtractionWriter(stream);
        writer.Write(analysis);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
