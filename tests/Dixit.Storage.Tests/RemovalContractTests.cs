// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Writing;
using Dixit.Statements;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>What every ledger must do when something is taken out for good: it goes, and it does not come back by itself.</summary>
public abstract class RemovalContractTests : ContractTests
{
    [Fact]
    public void RemovedDocument_ReadAgain_IsLeftOutAndCounted()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        Remove(ledger, "pont");

        using (var writer = Write(ledger))
        {
            Assert.Equal(AddOutcome.Removed, writer.Compare(Bridge().Document));
            Assert.Equal(AddOutcome.Removed, writer.Add(Bridge()));
            Assert.Equal(AddOutcome.Removed, writer.Add(new Article("pont", "« Autre chose », dit Lucien Bressac.").Says(Article.Mayor, "Autre chose").Build()));
            Assert.Equal(AddOutcome.Unchanged, writer.Add(Fair()));
            writer.Commit();
        }

        Assert.Null(ledger.FindDocument("pont"));
        Assert.Equal(new RunCounts(0, 0, 0, 1, 0) { Skipped = 2 }, ledger.Runs()[^1].Counts);
        Assert.Equal(1, ledger.Runs()[^1].Counts.Documents);
        Assert.Equal(("document", "pont", (DateTime?)null), Assert.Single(ledger.Removals()) is var removal ? (removal.Kind, removal.Id, removal.TakenBack) : default);
        Assert.Empty(ledger.FindDamage());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RemovedDocument_TakenBack_IsReadAsIfNew(bool whileReading)
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        var before = Export(ledger);
        Remove(ledger, "pont");

        using (var writer = Write(ledger, new WriterOptions { TakesBack = whileReading }))
        {
            Assert.True(whileReading || writer.TakeBack("pont"));
            Assert.Equal(AddOutcome.Added, writer.Compare(Bridge().Document));
            Assert.Equal(AddOutcome.Added, writer.Add(Bridge()));
            writer.Commit();
            Assert.False(writer.TakeBack("pont"));
        }

        Assert.Equal(before, Export(ledger));
        Assert.NotNull(Assert.Single(ledger.Removals()).TakenBack);
        using var later = Write(ledger);
        Assert.Equal(AddOutcome.Unchanged, later.Add(Bridge()));
    }

    [Fact]
    public void RemoveDocument_TakesWhatWasDecidedAboutItWithIt()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        using (var writer = Write(ledger))
        {
            writer.Correct(new SpeakerCorrection("pont", 1, "Bressac"));
            writer.Correct(new Rejection("foire", 1));
            writer.Correct(new SpeakerRename("Bressac", "Le maire"));
            writer.RemoveDocument("pont");
            writer.Commit();
        }

        Assert.Equal(["foire"], ledger.Corrections().Select(correction => (correction.Correction as Rejection)?.Document ?? "?"));
        Assert.Empty(ledger.Speakers("Le maire"));
        using var next = Write(ledger);
        Assert.Equal(4, next.Correct(new SpeakerCorrection("foire", 2, null)).Number);
    }

    [Fact]
    public void RemoveDocument_ThatShowedARenamedSpeakerFirst_KeepsTheName()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        using (var writer = Write(ledger))
        {
            writer.Correct(new SpeakerRename("Vaudrel", "Madame la ministre"));
            writer.RemoveDocument("pont");
            writer.Commit();
        }

        Assert.Equal(1, Assert.Single(ledger.Speakers("Madame la ministre")).Documents);
        Assert.Single(ledger.Corrections());
    }

    [Fact]
    public void RemoveSpeaker_TakesNameAndWordsOutOfAllButTheTexts()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        var id = Assert.Single(ledger.Speakers("Vaudrel")).Reference.Id;

        SpeakerRemoval removal;
        using (var writer = Write(ledger))
            removal = writer.RemoveSpeaker(id, "demande du 4 mai");

        Assert.Equal((new SpeakerReference(id, "Hélène Vaudrel", SpeakerKind.Person), 2L), (removal.Speaker, removal.Attributions));
        Assert.Equal(["foire", "pont"], removal.Documents);
        Assert.Empty(removal.SharedNames);
        Assert.Empty(ledger.Speakers("Vaudrel"));
        Assert.Empty(ledger.Speakers(id));
        Assert.Empty(ledger.Find(new StatementQuery { Words = "fermé" }).Statements);
        Assert.Equal("Lucien Bressac", Assert.Single(ledger.Find(new StatementQuery { Words = "consultés" }).Statements).Statement.Speaker!.Name);
        Assert.DoesNotContain(ledger.Export(), stored => stored.Analysis.Speakers.Any(speaker => speaker.Name.Contains("Vaudrel")));
        var mentions = ledger.FindDocument("pont")!.Analysis;
        Assert.All(mentions.Mentions, mention => Assert.Equal("Lucien Bressac", mentions.Document[mention.Span].ToString()));
        Assert.Single(mentions.Mentions);
        Assert.Equal("demande du 4 mai", Assert.Single(ledger.Removals()).Reason);
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void RemovedSpeaker_ReadAgain_DoesNotComeBack()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        using (var writer = Write(ledger))
            writer.RemoveSpeaker("Vaudrel");
        var removed = Export(ledger);

        using (var writer = Write(ledger, new WriterOptions { Engine = "99" }))
        {
            Assert.Equal(AddOutcome.Refreshed, writer.Add(Bridge()));
            Assert.Equal(AddOutcome.Refreshed, writer.Add(Fair()));
            writer.Commit();
        }

        Assert.Equal(removed, Export(ledger));
        Add(ledger, new Article("neuf", "« Je suis de retour », dit HÉLÈNE VAUDREL à Lucien Bressac. « Bon », dit-il.")
            .Says(new Speaker("Helene Vaudrel", SpeakerKind.Person), "Je suis de retour").Says(Article.Mayor, "Bon").Build());
        Assert.Equal(["Bon"], ledger.FindDocument("neuf")!.Analysis.Attributions.Select(attribution => ledger.FindDocument("neuf")!.Analysis.Document[attribution.Content[0]].ToString()));
        Assert.Empty(ledger.Speakers("Vaudrel"));
    }

    [Fact]
    public void RemovedSpeaker_TakenBack_ComesWithTheNextReading()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        var before = Export(ledger);
        var id = Assert.Single(ledger.Speakers("Vaudrel")).Reference.Id;
        using (var writer = Write(ledger))
        {
            writer.RemoveSpeaker(id);
            Assert.True(writer.TakeBack(id));
            Assert.Equal(AddOutcome.Refreshed, writer.Add(Bridge()));
            Assert.Equal(AddOutcome.Refreshed, writer.Add(Fair()));
            writer.Commit();
        }

        Assert.Equal(before, Export(ledger));
    }

    [Fact]
    public void RemoveSpeaker_OfANameThatOthersHave_TakesOnlyTheOne()
    {
        using var ledger = Open();
        var player = new Speaker("Hélène Vaudrel", SpeakerKind.Person) { Role = "joueuse de handball", Gender = Gender.Female };
        Add(ledger, Bridge(), new Article("match", "« On a bien joué », dit la joueuse de handball Hélène Vaudrel.").Says(player, "On a bien joué").Build());
        Assert.Equal(2, ledger.Speakers("Hélène Vaudrel").Count);
        var minister = ledger.Speakers("Hélène Vaudrel").Single(speaker => speaker.Roles.Any(role => role.Role.StartsWith("ministre"))).Reference.Id;

        using (var writer = Write(ledger))
        {
            Assert.Equal(LedgerProblems.Ambiguous, Assert.Throws<LedgerException>(() => writer.RemoveSpeaker("Hélène Vaudrel")).Code);
            Assert.Equal(LedgerProblems.NoSuchId, Assert.Throws<LedgerException>(() => writer.RemoveSpeaker("Personne Dutout")).Code);
            Assert.Equal(["Hélène Vaudrel"], writer.RemoveSpeaker(minister).SharedNames);
        }

        Assert.Single(ledger.Find(new StatementQuery { Words = "joué" }).Statements);
        Assert.Empty(ledger.Find(new StatementQuery { Words = "fermé" }).Statements);
    }

    [Fact]
    public void RemoveSpeaker_WhoSaidWhatAnotherSaid_LeavesTheInnerOneAndNoTraceInIt()
    {
        using var ledger = Open();
        var article = new Article("bac", "Hélène Vaudrel assure que Lucien Bressac a promis un sursis.").Says(Article.Minister, SpeechAct.Assert, QuotationKind.Indirect, "Lucien Bressac a promis un sursis").Says(Article.Mayor, "un sursis").Build();
        Add(ledger, article.With([article.Attributions[0], article.Attributions[1] with { Parent = 1, Via = ["Hélène Vaudrel", "Le Cadran"], Addressee = "Hélène Vaudrel" }]));

        using (var writer = Write(ledger))
            writer.RemoveSpeaker("Hélène Vaudrel");

        var left = Assert.Single(ledger.FindDocument("bac")!.Analysis.Attributions);
        Assert.Equal((null, null, "Le Cadran"), (left.Parent, left.Addressee, Assert.Single(left.Via)));
    }

    [Fact]
    public void RemoveSpeaker_TakesWhatWasDecidedAboutThemWithIt()
    {
        using var ledger = Open();
        Add(ledger, Bridge(), Fair());
        using (var writer = Write(ledger))
        {
            writer.Correct(new SpeakerCorrection("pont", 2, "Vaudrel"));
            writer.Correct(new SpeakerRename("Vaudrel", "Madame la ministre"));
            writer.Correct(new SpeakerRename("Odile Marchais", "Odile M."));
            writer.RemoveSpeaker("Madame la ministre");
        }

        Assert.Equal([3], ledger.Corrections().Select(correction => correction.Number));
        Assert.Empty(ledger.FindDocument("pont")!.Analysis.Attributions);
    }

    private static Analysis Bridge() => new Article("pont", "« Le pont sera fermé lundi », a dit Hélène Vaudrel. « Personne ne nous a consultés », regrette Lucien Bressac.")
        .Says(Article.Minister, "Le pont sera fermé lundi").Says(Article.Mayor, "Personne ne nous a consultés").Build();

    private static Analysis Fair() => new Article("foire", "« La foire est belle », dit Hélène Vaudrel. « Trop chère », répond Odile Marchais.") { Published = new DateOnly(2024, 10, 12) }
        .Says(Article.Minister, "La foire est belle").Says(new Speaker("Odile Marchais", SpeakerKind.Person), "Trop chère").Build();

    private static void Remove(ILedger ledger, string id)
    {
        using var writer = Write(ledger);
        Assert.True(writer.RemoveDocument(id));
        writer.Commit();
    }
}
