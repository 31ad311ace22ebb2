// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Writing;
using Dixit.Statements;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>What every ledger must make of what people decide: applied now, after every reading, and undone without a trace.</summary>
public abstract class CorrectionContractTests : ContractTests
{
    private const string Text = "« Le pont sera fermé lundi », a dit Hélène Vaudrel. « Personne ne nous a consultés », regrette Lucien Bressac.";

    [Fact]
    public void SpeakerCorrection_GivesTheWordsToTheOther_AndIsListed()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        var mayor = Id(ledger, "Lucien Bressac");

        var outcome = Correct(ledger, new SpeakerCorrection("pont", 1, "Bressac") { Reason = "la légende" });

        Assert.Equal((1, mayor), (outcome.Number, outcome.Speaker));
        Assert.Equal("Lucien Bressac", Statement(ledger, "fermé").Speaker!.Name);
        Assert.Equal("correction", ledger.FindDocument("pont")!.Analysis.Attributions[0].Evidence.SpeakerRule);
        var listed = Assert.Single(ledger.Corrections());
        Assert.Equal((1, "Le pont sera fermé lundi", "Lucien Bressac", true), (listed.Number, listed.Words, listed.Result, listed.IsApplicable));
        Assert.Equal(new SpeakerCorrection("pont", 1, "Bressac") { Reason = "la légende" }, listed.Correction);
        Assert.Empty(ledger.Speakers("Hélène Vaudrel"));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Corrections_AfterTheDocumentIsFoundInAnew_StillHold()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        Correct(ledger, new SpeakerCorrection("pont", 1, "Lucien Bressac"));
        Correct(ledger, new Rejection("pont", 2));
        var corrected = Export(ledger);

        using (var writer = ledger.OpenWriter(new WriterOptions { Engine = "99" }, TestContext.Current.CancellationToken))
        {
            Assert.Equal(AddOutcome.Refreshed, writer.Add(Bridge()));
            writer.Commit();
        }

        Assert.Equal(corrected, Export(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void SpeakerCorrection_WhereAnotherEngineFindsNothing_KeepsTheAttribution()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        Correct(ledger, new SpeakerCorrection("pont", 1, "Lucien Bressac"));

        Refresh(ledger, new Article("pont", Text).Build());

        Assert.Equal("Lucien Bressac", Statement(ledger, "fermé").Speaker!.Name);
        Assert.Single(ledger.FindDocument("pont")!.Analysis.Attributions);
    }

    [Fact]
    public void SpeakerCorrection_WhereAnotherEngineDrawsOtherBounds_IsOfThoseWords()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        Correct(ledger, new SpeakerCorrection("pont", 1, "Lucien Bressac"));

        Refresh(ledger, new Article("pont", Text).Says(Article.Mayor, "Personne ne nous a consultés").Says(Article.Minister, "Le pont sera fermé lundi », a dit").Build());

        Assert.Equal(["Lucien Bressac", "Lucien Bressac"], ledger.FindDocument("pont")!.Analysis.Attributions.Select(attribution => attribution.Speaker!.Name));
    }

    [Fact]
    public void Correction_AfterTheTextAroundItChanged_FollowsItsWords()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        Correct(ledger, new SpeakerCorrection("pont", 1, "Lucien Bressac"));

        Add(ledger, new Article("pont", "Mis à jour à midi. " + Text).Says(Article.Minister, "Le pont sera fermé lundi").Build());

        Assert.Equal("Lucien Bressac", Assert.Single(ledger.FindDocument("pont")!.Analysis.Attributions).Speaker!.Name);
        Assert.True(Assert.Single(ledger.Corrections()).IsApplicable);
    }

    [Fact]
    public void Correction_AfterItsWordsWentFromTheText_IsListedAsNotApplicable()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        Correct(ledger, new SpeakerCorrection("pont", 1, "Lucien Bressac"));

        Add(ledger, new Article("pont", "« Le pont restera ouvert », a dit Hélène Vaudrel.").Says(Article.Minister, "Le pont restera ouvert").Build());

        Assert.Equal("Hélène Vaudrel", Assert.Single(ledger.FindDocument("pont")!.Analysis.Attributions).Speaker!.Name);
        Assert.False(Assert.Single(ledger.Corrections()).IsApplicable);
        Assert.Equal("Lucien Bressac", ledger.FindDocument("pont", 1)!.Analysis.Attributions[0].Speaker!.Name);
    }

    [Fact]
    public void Undo_OfEveryCorrection_LeavesTheLedgerAsItWas()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Elsewhere());
        var before = Export(ledger);
        Correction[] corrections = [new SpeakerCorrection("pont", 1, null), new SpeakerCorrection("pont", 1, Id(ledger, "Lucien Bressac")), new Rejection("pont", 2), new SpeakerCorrection("ailleurs", 1, "Odile Marchais") { New = SpeakerKind.Person }];

        var numbers = corrections.Select(correction => Correct(ledger, correction).Number).ToList();
        Assert.NotEqual(before, Export(ledger));
        Assert.Equal(["ailleurs", "pont"], ledger.Corrected().Select(stored => stored.Analysis.Document.Id));
        foreach (var number in numbers.Order())
            Assert.True(Undo(ledger, number));

        Assert.Equal(before, Export(ledger));
        Assert.Empty(ledger.Corrections());
        Assert.Empty(ledger.Corrected());
        Assert.Empty(ledger.FindDamage());
        Assert.False(Undo(ledger, numbers[0]));
        Assert.False(Undo(ledger, 4000));
        Assert.Equal(5, Correct(ledger, new Rejection("pont", 2)).Number);
    }

    [Fact]
    public void SpeakerCorrection_ToNobody_LeavesTheWordsWithoutSpeaker()
    {
        using var ledger = Open();
        Add(ledger, Bridge());

        Assert.Null(Correct(ledger, new SpeakerCorrection("pont", 1, null)).Speaker);

        Assert.Null(Statement(ledger, "fermé").Speaker);
    }

    [Fact]
    public void SpeakerCorrection_ToSomebodyOfAnotherDocument_IsThatVeryPerson()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Elsewhere(), new Article("foire", "« La foire est belle », dit un passant.").Says(null, "La foire est belle").Build());
        var clerk = Id(ledger, "Yves Carnot");

        Assert.Equal(clerk, Correct(ledger, new SpeakerCorrection("foire", 1, clerk)).Speaker);

        Assert.Equal(clerk, Statement(ledger, "foire").Speaker!.Id);
        Assert.Equal(2, Assert.Single(ledger.Speakers("Yves Carnot")).Documents);
    }

    [Theory]
    [InlineData("nulle-part", 1, "Lucien Bressac", LedgerProblems.NoSuchId)]
    [InlineData("pont", 9, "Lucien Bressac", LedgerProblems.NoSuchId)]
    [InlineData("pont", 1, "p-000000000000", LedgerProblems.NoSuchId)]
    [InlineData("pont", 1, "Personne Dutout", LedgerProblems.NoSuchId)]
    [InlineData("pont", 1, "Carnot", LedgerProblems.Ambiguous)]
    public void SpeakerCorrection_OfWhatIsNotThere_IsRefusedAndChangesNothing(string document, int attribution, string speaker, string code)
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Elsewhere(), new Article("zoé", "« Non », dit Zoé Carnot.").Says(new Speaker("Zoé Carnot", SpeakerKind.Person), "Non").Build());
        var before = Export(ledger);

        Assert.Equal(code, Assert.Throws<LedgerException>(() => Correct(ledger, new SpeakerCorrection(document, attribution, speaker))).Code);

        Assert.Equal(before, Export(ledger));
        Assert.Empty(ledger.Corrections());
    }

    [Fact]
    public void Rejection_OfAnAttributionWithAnotherInIt_LeavesTheInnerOne()
    {
        using var ledger = Open();
        var nested = new Article("bac", "Lucien Bressac assure qu'Hélène Vaudrel a promis un sursis.").Says(Article.Mayor, SpeechAct.Assert, QuotationKind.Indirect, "Hélène Vaudrel a promis un sursis").Says(Article.Minister, "un sursis").Build();
        Add(ledger, nested.With([nested.Attributions[0], nested.Attributions[1] with { Parent = 1 }]));

        Correct(ledger, new Rejection("bac", 1));

        var left = Assert.Single(ledger.FindDocument("bac")!.Analysis.Attributions);
        Assert.Equal((2, (int?)null), (left.Id, left.Parent));
    }

    [Fact]
    public void SpeakerMerge_MakesOneOfTwo_NowAndWhenMoreIsRead()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Alone());
        var (mayor, alone) = (Id(ledger, "Lucien Bressac"), Id(ledger, "Bressac l'Ancien"));

        var outcome = Correct(ledger, new SpeakerMerge(mayor, [alone]));
        Add(ledger, new Article("encore", "« Toujours rien », dit Bressac l'Ancien.").Says(new Speaker("Bressac l'Ancien", SpeakerKind.Person), "Toujours rien").Build());

        Assert.Equal(mayor, outcome.Speaker);
        var one = Assert.Single(ledger.Speakers(alone));
        Assert.Equal((mayor, 3L, 3L), (one.Reference.Id, one.Documents, one.Statements));
        Assert.Contains(alone, one.FormerIds);
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void SpeakerDecisions_WhenAllIsDerivedAnew_StillHold()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Alone(), Elsewhere(), Twin("un"), Twin("deux"), Twin("trois"));
        Correct(ledger, new SpeakerMerge(Id(ledger, "Lucien Bressac"), [Id(ledger, "Bressac l'Ancien")]));
        Correct(ledger, new SpeakerSplit(Id(ledger, "Paul Mercœur"), ["deux"], []) { Name = "Paul Mercœur (fils)" });
        Correct(ledger, new SpeakerRename(Id(ledger, "Yves Carnot"), "Yves-Marie Carnot"));
        var before = (Export(ledger), Names(ledger));

        Outdate();
        using (ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal(before.Item2, Names(ledger));
        Assert.Equal(before.Item1, Export(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Undo_OfMergeSplitAndRename_LeavesTheLedgerAsItWas()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Alone(), Elsewhere(), Twin("un"), Twin("deux"), Twin("trois"));
        var before = (Export(ledger), Names(ledger));
        var merged = Correct(ledger, new SpeakerMerge(Id(ledger, "Lucien Bressac"), [Id(ledger, "Bressac l'Ancien"), Id(ledger, "Yves Carnot")]));
        var split = Correct(ledger, new SpeakerSplit(Id(ledger, "Paul Mercœur"), ["deux"], []));
        var renamed = Correct(ledger, new SpeakerRename(Id(ledger, "Hélène Vaudrel"), "La ministre"));
        Assert.NotEqual(before, (Export(ledger), Names(ledger)));

        foreach (var outcome in (CorrectionOutcome[])[merged, renamed, split])
            Assert.True(Undo(ledger, outcome.Number));

        Assert.Equal(before.Item2, Names(ledger));
        Assert.Equal(before.Item1, Export(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Undo_OfAMergeWithSomebodyWhomHisWordsProvedOne_LeavesThatProof()
    {
        const string Words = "Le pont de Vauclair sera démoli avant la fin de l'année prochaine";
        using var ledger = Open();
        Add(ledger, new Article("nom", $"« {Words} », a dit Hélène Vaudrel.").Says(Article.Minister, Words).Build(), new Article("sans", $"« {Words} », a dit la ministre.").Says(new Speaker("ministre", SpeakerKind.Person) { Gender = Gender.Female }, Words).Build(), Alone());
        Assert.Equal(2, Assert.Single(ledger.Speakers("Hélène Vaudrel")).Documents);
        var before = (Export(ledger), Names(ledger));

        Correct(ledger, new SpeakerMerge("Hélène Vaudrel", ["Bressac l'Ancien"]));
        Assert.True(Undo(ledger, 1));

        Assert.Equal(before.Item2, Names(ledger));
        Assert.Equal(before.Item1, Export(ledger));
    }

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(1, 0, 3, 2)]
    [InlineData(2, 3, 0, 1)]
    [InlineData(1, 3, 0, 2)]
    [InlineData(0, 3, 1, 2)]
    public void Undo_InWhateverOrder_LeavesTheLedgerAsItWas(params int[] order)
    {
        using var ledger = Open();
        Add(ledger, Twin("a"), Bridge(), Alone(), Elsewhere(), new Article("suite", "« J'attends », dit Hélène Vaudrel.") { Published = new DateOnly(2024, 10, 2) }.Says(Article.Minister, "J'attends").Build());
        var before = (Export(ledger), Names(ledger));
        var numbers = new Correction[]
        {
            new SpeakerCorrection("pont", 2, "Hélène Vaudrel"),
            new SpeakerMerge("Hélène Vaudrel", ["Bressac l'Ancien", "Paul Mercœur"]),
            new SpeakerRename("Hélène Vaudrel", "Madame la ministre"),
            new SpeakerCorrection("ailleurs", 1, "Madame la ministre"),
        }.Select(correction => Correct(ledger, correction).Number).ToList();

        foreach (var index in order)
            Assert.True(Undo(ledger, numbers[index]));

        Assert.Equal(before.Item2, Names(ledger));
        Assert.Equal(before.Item1, Export(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void SpeakerSplit_ByDocument_TakesItsSightingsOut()
    {
        using var ledger = Open();
        Add(ledger, Twin("un"), Twin("deux"), Twin("trois"));
        var whole = Id(ledger, "Paul Mercœur");

        var outcome = Correct(ledger, new SpeakerSplit(whole, ["deux"], []));

        Assert.NotEqual(whole, outcome.Speaker);
        Assert.Equal(["deux"], Documents(ledger, outcome.Speaker!));
        Assert.Equal(["trois", "un"], Documents(ledger, whole));
        Refresh(ledger, Twin("deux"), Twin("un"));
        Assert.Equal(["deux"], Documents(ledger, outcome.Speaker!));
        Assert.Equal(["trois", "un"], Documents(ledger, whole));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void SpeakerSplit_ByName_TakesWhoHasItOut()
    {
        using var ledger = Open();
        Add(ledger, Twin("un"), new Article("deux", "« Rien », dit P. Mercœur.").Says(new Speaker("P. Mercœur", SpeakerKind.Person) { Role = "maire de Vauclair", Aliases = ["Paul Mercœur"] }, "Rien").Build());
        var whole = Id(ledger, "Paul Mercœur");
        Assert.Equal(2, Assert.Single(ledger.Speakers(whole)).Documents);

        var outcome = Correct(ledger, new SpeakerSplit(whole, [], ["p. mercœur"]));

        Assert.Equal(["deux"], Documents(ledger, outcome.Speaker!));
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new SpeakerSplit(whole, [], ["P. Mercœur"]))).Code);
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new SpeakerSplit(whole, ["un"], []))).Code);
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new SpeakerMerge(whole, [whole]))).Code);
    }

    [Fact]
    public void SpeakerRename_HoldsWhateverDocumentsSay()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        var id = Id(ledger, "Hélène Vaudrel");

        Correct(ledger, new SpeakerRename(id, "Hélène Vaudrel-Aubry"));
        Add(ledger, new Article("plus", "« Soit », dit Hélène Vaudrel.").Says(Article.Minister, "Soit").Build());

        Assert.Equal("Hélène Vaudrel-Aubry", Assert.Single(ledger.Speakers(id)).Reference.Name);
        Assert.Equal(id, Id(ledger, "Vaudrel-Aubry"));
        Assert.Equal(2, Assert.Single(ledger.Speakers(id)).Documents);
    }

    [Fact]
    public void SpanCorrection_MovesContentCueAndSource_AndHoldsAfterARefresh()
    {
        using var ledger = Open();
        Add(ledger, Bridge());
        var before = Export(ledger);

        Correct(ledger, new SpanCorrection("pont", 1) { Content = SpanList.Of(Span("pont sera fermé")), Cue = Span("a dit"), Source = Span("Hélène Vaudrel") });
        Correct(ledger, new SpanCorrection("pont", 1) { Source = default(TextSpan) });
        Refresh(ledger, Bridge());

        var mended = ledger.FindDocument("pont")!.Analysis.Attributions[0];
        Assert.Equal((Span("pont sera fermé"), Span("a dit"), (TextSpan?)null, QuotationKind.Indirect), (Assert.Single(mended.Content), mended.Cue, mended.Source, mended.Kind));
        Assert.Equal("pont sera fermé", Statement(ledger, "fermé").Text);
        Assert.Empty(ledger.Find(new StatementQuery { Words = "lundi" }).Statements);
        var listed = ledger.Corrections();
        Assert.Equal(("Le pont sera fermé lundi", "pont sera fermé", "a dit", "Hélène Vaudrel"), (listed[0].Words, Assert.Single(listed[0].Content), listed[0].Cue, listed[0].Source));
        Assert.Equal((0, null, ""), (listed[1].Content.Count, listed[1].Cue, listed[1].Source));
        Assert.All([1L, 2L], number => Assert.True(Undo(ledger, number)));
        Assert.Equal(before, Export(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void SpanCorrection_OverSentences_IsCutAtTheirEnds()
    {
        using var ledger = Open();
        Add(ledger, new Article("deux", "« Il pleut. Il vente », dit Lucien Bressac.").Says(Article.Mayor, "Il pleut.").Build());

        Correct(ledger, new SpanCorrection("deux", 1) { Content = SpanList.Of(new TextSpan(0, 22)) });

        var analysis = ledger.FindDocument("deux")!.Analysis;
        Assert.Equal(["Il pleut.", "Il vente"], analysis.Attributions[0].Content.Select(span => analysis.Document[span].ToString()));
    }

    [Fact]
    public void SpanCorrection_OutsideTheTextOrOfNothing_IsRefused()
    {
        using var ledger = Open();
        Add(ledger, Bridge());

        Assert.Equal(LedgerProblems.WrongSpan, Assert.Throws<LedgerException>(() => Correct(ledger, new SpanCorrection("pont", 1) { Cue = new TextSpan(3, 4000) })).Code);
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new SpanCorrection("pont", 1))).Code);
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new SpanCorrection("pont", 1) { Content = SpanList.Of(new TextSpan(0, 1)) })).Code);
    }

    [Fact]
    public void StatementJoin_OfTwo_IsOneNowAndWhenAllIsDerivedAnew()
    {
        using var ledger = Open();
        Add(ledger, Says("un", 1, "Le pont sera fermé lundi"), Says("deux", 2, "Nous couperons la circulation"), Says("trois", 3, "Le pont sera fermé lundi"));
        var before = Export(ledger);
        var (first, second) = (Statement(ledger, "fermé").Id, Statement(ledger, "circulation").Id);

        Correct(ledger, new StatementJoin([second, first]));

        AssertJoined();
        Outdate();
        Refresh(ledger, Says("un", 1, "Le pont sera fermé lundi"), Says("deux", 2, "Nous couperons la circulation"));
        AssertJoined();
        Assert.True(Undo(ledger, 1));
        Assert.Equal(before, Export(ledger));
        Assert.Empty(ledger.FindDamage());

        void AssertJoined()
        {
            var one = Statement(ledger, "circulation");
            Assert.Equal((first, 3, first), (one.Id, one.Reports.Count, ledger.FindStatement(second)!.Id));
            Assert.True(Assert.Single(ledger.Corrections()).IsApplicable);
        }
    }

    [Fact]
    public void StatementPart_OfAGroup_KeepsTheSidesApart_AlsoForWhatComesLater()
    {
        using var ledger = Open();
        Add(ledger, Says("un", 1, "Le pont sera fermé lundi prochain"), Says("deux", 2, "Le pont sera fermé lundi"), Says("trois", 3, "Le pont sera fermé lundi prochain"));
        var before = Export(ledger);
        var whole = Statement(ledger, "fermé");
        Assert.Equal(3, whole.Reports.Count);

        Correct(ledger, new StatementPart(whole.Id, [new ReportReference("trois", 1)]));
        Add(ledger, Says("quatre", 4, "Le pont sera fermé lundi prochain"));

        Assert.Equal(["deux,quatre,un", "trois"], Groups());
        Outdate();
        using (ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal(["deux,quatre,un", "trois"], Groups());
        Correct(ledger, new StatementJoin([.. ledger.Find(new StatementQuery { Words = "fermé" }).Statements.Select(found => found.Statement.Id)]));
        Assert.Equal(["deux,quatre,trois,un"], Groups());
        Assert.True(Undo(ledger, 2));
        Assert.Equal(["deux,quatre,un", "trois"], Groups());
        Assert.True(Undo(ledger, 1));
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.RemoveDocument("quatre");
            writer.Commit();
        }

        Assert.Equal(before, Export(ledger));

        IEnumerable<string> Groups() => ledger.Find(new StatementQuery { Words = "fermé" }).Statements
            .Select(found => string.Join(',', found.Statement.Reports.Select(report => report.Document).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void StatementJoinAndPart_OfWhatCannotBe_AreRefused()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Says("un", 1, "Le lac est plein"));
        var (his, hers) = (Statement(ledger, "consultés").Id, Statement(ledger, "fermé").Id);

        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new StatementJoin([his, hers]))).Code);
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new StatementJoin([his, his]))).Code);
        Assert.Equal(LedgerProblems.NoSuchId, Assert.Throws<LedgerException>(() => Correct(ledger, new StatementJoin([his, "s-000000000000"]))).Code);
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new StatementPart(his, [new ReportReference("pont", 2)]))).Code);
        Assert.Equal(LedgerProblems.NothingToDecide, Assert.Throws<LedgerException>(() => Correct(ledger, new StatementPart(his, [new ReportReference("un", 1)]))).Code);
        Assert.Empty(ledger.Corrections());
    }

    private static Analysis Says(string id, int day, string words) => new Article(id, $"« {words} », a dit Hélène Vaudrel.") { Published = new DateOnly(2024, 10, day) }.Says(Article.Minister, words).Build();

    private static TextSpan Span(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static Analysis Bridge() => new Article("pont", Text).Says(Article.Minister, "Le pont sera fermé lundi").Says(Article.Mayor, "Personne ne nous a consultés").Build();

    private static Analysis Elsewhere() => new Article("ailleurs", "« Le bac est plein », constate Yves Carnot.").Says(new Speaker("Yves Carnot", SpeakerKind.Person) { Role = "greffier" }, "Le bac est plein").Build();

    private static Analysis Alone() => new Article("ancien", "« Je n'y crois pas », dit Bressac l'Ancien.").Says(new Speaker("Bressac l'Ancien", SpeakerKind.Person), "Je n'y crois pas").Build();

    private static Analysis Twin(string id) => new Article(id, $"« Voici le numéro {id} », dit Paul Mercœur.").Says(new Speaker("Paul Mercœur", SpeakerKind.Person) { Role = "maire de Vauclair" }, $"Voici le numéro {id}").Build();

    private static void Refresh(ILedger ledger, params Analysis[] analyses)
    {
        using var writer = ledger.OpenWriter(new WriterOptions { Engine = "99" }, TestContext.Current.CancellationToken);
        foreach (var analysis in analyses)
            Assert.Equal(AddOutcome.Refreshed, writer.Add(analysis));
        writer.Commit();
    }

    private static CorrectionOutcome Correct(ILedger ledger, Correction correction)
    {
        using var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken);
        return writer.Correct(correction);
    }

    private static bool Undo(ILedger ledger, long number)
    {
        using var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken);
        return writer.Undo(number);
    }

    private static string Id(ILedger ledger, string name) => Assert.Single(ledger.Speakers(name)).Reference.Id;

    private static string Names(ILedger ledger) => string.Join('\n', ledger.Speakers().Select(speaker => $"{speaker.Reference} {string.Join(',', speaker.Names)} {string.Join(',', speaker.Roles)} {speaker.First} {speaker.Last} {speaker.Documents} {speaker.Statements}").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Documents(ILedger ledger, string speaker) =>
        ledger.Find(new StatementQuery { By = speaker }).Statements.SelectMany(found => found.Statement.Reports).Select(report => report.Document).Distinct().Order(StringComparer.Ordinal);

    private static StoredStatement Statement(ILedger ledger, string word) => Assert.Single(ledger.Find(new StatementQuery { Words = word }).Statements).Statement;
}
