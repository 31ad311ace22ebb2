// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Statements;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>What every ledger must make of a user's own list of people: it comes before what documents show.</summary>
public abstract class PeopleListContractTests : ContractTests
{
    private static readonly ListedPerson _former = new("Lucien Bressac", SpeakerKind.Person)
    {
        Gender = Gender.Male,
        Wikidata = "Q900001",
        Aliases = ["L. Bressac", "Lucien Bressac-Tavel"],
        Roles = [new KnownRole("maire de Montbrisel", new DateOnly(2014, 3, 30), new DateOnly(2020, 6, 30))],
    };

    private static readonly ListedPerson _present = new("Nadine Corval", SpeakerKind.Person) { Roles = [new KnownRole("maire de Montbrisel", new DateOnly(2020, 7, 1), null)] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RoleOfTheList_IsHeldByWhoeverHeldItOnThatDay(bool isListFirst)
    {
        using var ledger = Open();
        if (isListFirst)
            Import(ledger, _former, _present);
        Add(ledger, Mayor("avant", 2013, 5, 2), Mayor("premier", 2014, 3, 30), Mayor("dernier", 2020, 6, 30), Mayor("suivant", 2020, 7, 1), Mayor("encore", 2031, 1, 1));
        if (!isListFirst)
            Assert.Equal(5, Import(ledger, _former, _present).Sightings);

        Assert.Equal(
            ["avant: maire de Montbrisel", "premier: Lucien Bressac", "dernier: Lucien Bressac", "suivant: Nadine Corval", "encore: Nadine Corval"],
            new[] { "avant", "premier", "dernier", "suivant", "encore" }.Select(id => $"{id}: {SpeakerOf(ledger, id).Name}"));
        Assert.Equal(3, ledger.Speakers().Count);
        Assert.Empty(ledger.FindDamage());

        var before = ledger.Speakers().Select(speaker => speaker.Reference).ToHashSet();
        Outdate();
        using (ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal(before, ledger.Speakers().Select(speaker => speaker.Reference).ToHashSet());
    }

    [Fact]
    public void ListedPerson_WhomNoDocumentShows_IsNoSpeaker()
    {
        using var ledger = Open();
        Assert.Equal(new ListOutcome(2, 0, 0, 0), Import(ledger, _former, _present));

        Assert.Empty(ledger.Speakers());
    }

    [Fact]
    public void Import_OverWhatWasRead_KeepsTheIdAndAddsWhatIsKnown()
    {
        using var ledger = Open();
        Add(ledger, Named("nom", "Lucien Bressac"), Named("autre", "Lucien Bressac-Tavel"));
        var id = Assert.Single(ledger.Speakers("Lucien Bressac")).Reference.Id;

        Import(ledger, _former);

        var one = Assert.Single(ledger.Speakers());
        Assert.Equal((id, "Lucien Bressac", "Q900001", Gender.Male, 2L), (one.Reference.Id, one.Reference.Name, one.Wikidata, one.Gender, one.Documents));
        Assert.Equal(id, SpeakerOf(ledger, "autre").Id);
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Import_OfTheSameListTwice_ChangesNothing()
    {
        using var ledger = Open();
        Add(ledger, Named("nom", "Lucien Bressac"));
        Import(ledger, _former, _present);

        Assert.Equal(new ListOutcome(0, 0, 2, 0), Import(ledger, _former, _present));
        Assert.Equal(new ListOutcome(0, 1, 1, 1), Import(ledger, _former with { Name = "Lucien-Paul Bressac", Aliases = ["Lucien Bressac"] }, _present));
        Assert.Equal("Lucien-Paul Bressac", SpeakerOf(ledger, "nom").Name);
    }

    [Fact]
    public void NamesakeInAnotherField_IsNotTheListedPerson()
    {
        using var ledger = Open();
        Import(ledger, _former);
        Add(ledger, new Article("match", "« On a gagné », dit Lucien Bressac.").Says(new Speaker("Lucien Bressac", SpeakerKind.Person) { Role = "joueur de handball" }, "On a gagné").Build(), Named("nom", "Lucien Bressac"));

        Assert.NotEqual(SpeakerOf(ledger, "match").Id, SpeakerOf(ledger, "nom").Id);
        Assert.Equal("Q900001", Assert.Single(ledger.Speakers(SpeakerOf(ledger, "nom").Id)).Wikidata);
    }

    [Fact]
    public void BareSurname_JoinsTheListedPersonOnlyWithTheRole()
    {
        using var ledger = Open();
        Import(ledger, _former);
        Add(ledger, Named("seul", "Bressac"), new Article("maire", "« Soit », dit le maire Bressac.") { Published = new DateOnly(2019, 1, 1) }.Says(new Speaker("Bressac", SpeakerKind.Person) { Role = "maire de Montbrisel" }, "Soit").Build());

        Assert.Equal("Bressac", SpeakerOf(ledger, "seul").Name);
        Assert.Equal("Lucien Bressac", SpeakerOf(ledger, "maire").Name);
    }

    [Fact]
    public void ListedPerson_WhomSomebodyRenamedBefore_StaysTheSame()
    {
        using var ledger = Open();
        Add(ledger, Named("nom", "Lucien Bressac"));
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Correct(new SpeakerRename("Lucien Bressac", "Monsieur le maire"));
            writer.Import([_former]);
        }

        var one = Assert.Single(ledger.Speakers());
        Assert.Equal(("Monsieur le maire", "Q900001"), (one.Reference.Name, one.Wikidata));
        using var undo = ledger.OpenWriter(null, TestContext.Current.CancellationToken);
        Assert.True(undo.Undo(1));
        Assert.Equal("Lucien Bressac", Assert.Single(ledger.Speakers()).Reference.Name);
    }

    private static Analysis Mayor(string id, int year, int month, int day) => new Article(id, $"« Voici le point {id} », dit le maire de Montbrisel.") { Published = new DateOnly(year, month, day) }
        .Says(new Speaker("maire de Montbrisel", SpeakerKind.Person), $"Voici le point {id}").Build();

    private static Analysis Named(string id, string name) => new Article(id, $"« Parlons de {id} », dit {name}.") { Published = new DateOnly(2019, 5, 5) }.Says(new Speaker(name, SpeakerKind.Person), $"Parlons de {id}").Build();

    private static SpeakerReference SpeakerOf(ILedger ledger, string document)
    {
        var stored = ledger.FindDocument(document)!;
        return Assert.Single(ledger.Speakers(stored.Links.SpeakerOf(stored.Analysis.Attributions[0])!)).Reference;
    }

    private static ListOutcome Import(ILedger ledger, params ListedPerson[] people)
    {
        using var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken);
        return writer.Import(people);
    }
}
