// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Statements;
using Xunit;

namespace Dixit.Tests.Statements;

public sealed class SpeakerLinkerTests
{
    private static readonly SpeakerLinker Linker = new(Reading.Reader);

    [Theory]
    [InlineData("Maren Dahl", "présidente de la Norvège", "Maren Dahl", "cheffe de l’État norvégien", SpeakerLinkRule.FullName)]
    [InlineData("Maren Dahl", null, "Maren Dahl", "présidente de la Norvège", SpeakerLinkRule.FullName)]
    [InlineData("Maren Dahl", "directrice générale de Sund-Océan", "Maren Dahl", "patronne de la compagnie", SpeakerLinkRule.FullName)] // no general
    [InlineData("Dmitri Orlenko", null, "Dmitry Orlenko", null, SpeakerLinkRule.Spelling)]
    [InlineData("Dahl", "présidente de la Norvège", "Maren Dahl", "présidente norvégienne", SpeakerLinkRule.NameAndRole)]
    [InlineData("M. Dahl", "maire d’Oslo", "Erik Dahl", "maire d’Oslo", SpeakerLinkRule.NameAndRole)]
    [InlineData("E. Dahl", "maire d’Oslo", "Erik Dahl", "maire d’Oslo", SpeakerLinkRule.NameAndRole)]
    [InlineData("présidente de la Norvège", null, "Maren Dahl", "présidente de la Norvège", SpeakerLinkRule.Role)]
    [InlineData("présidente norvégienne", null, "Maren Dahl", "présidente de la Norvège", SpeakerLinkRule.Role)]
    public void Propose_WithEvidence_IsTheKnownOne(string name, string? role, string knownName, string? knownRole, SpeakerLinkRule rule)
    {
        var link = Linker.Propose(Seen("b", name, role), [Known("a", knownName, knownRole)]);

        Assert.Equal(rule, link.Rule);
        Assert.NotNull(link.Id);
    }

    [Theory]
    [InlineData("Pierre Lormel", "joueur de rugby", "Pierre Lormel", "ministre de l’Intérieur")]
    [InlineData("Dahl", null, "Maren Dahl", "présidente de la Norvège")]
    [InlineData("Dahl", "avocat", "Maren Dahl", "présidente de la Norvège")]
    [InlineData("Erik Dahl", "maire d’Oslo", "Maren Dahl", "maire d’Oslo")]
    [InlineData("porte-parole", null, "Maren Dahl", "porte-parole")]
    [InlineData("président de la Suède", null, "Maren Dahl", "présidente de la Norvège")]
    [InlineData("Dmitri Orlenko", "avocat", "Dmitry Orlenko", "nageur")]
    [InlineData("Premier ministre", null, "Premier ministre", null)] // of two countries, for all anybody knows
    [InlineData("Procureur général", "avocat", "Procureur général", "avocat")]
    public void Propose_WithoutEvidence_IsNew(string name, string? role, string knownName, string? knownRole)
    {
        Assert.Null(Linker.Propose(Seen("b", name, role), [Known("a", knownName, knownRole)]).Id);
    }

    [Theory]
    [InlineData("Maren Dahl", true)]
    [InlineData("Dahl", true)]
    [InlineData("Omar al-Sayeb", true)]
    [InlineData("Élisabeth II", true)]
    [InlineData("Premier ministre", false)]
    [InlineData("présidente de la Norvège", false)]
    [InlineData("", false)]
    public void IsPersonal_OfANameOrAnOffice_TellsThemApart(string name, bool expected) => Assert.Equal(expected, SpeakerLinker.IsPersonal(name));

    [Fact]
    public void Propose_OfAnotherGender_IsNew()
    {
        var known = Known("a", "Camille Lormel", null) with { Gender = Gender.Female };
        var seen = new SpeakerSighting("b", null, new Speaker("Camille Lormel", SpeakerKind.Person) { Gender = Gender.Male });

        Assert.Null(Linker.Propose(seen, [known]).Id);
    }

    [Fact]
    public void Propose_OfAnotherAge_IsNew()
    {
        var known = Linker.Describe(Seen("a", "Maren Dahl", null, "1931-01-01"));

        Assert.Null(Linker.Propose(Seen("b", "Maren Dahl", null, "2031-01-01"), [known]).Id);
    }

    [Fact]
    public void Propose_ARoleWithTwoHolders_IsNew()
    {
        KnownSpeaker[] known = [Linker.Describe(Seen("a", "Maren Dahl", "présidente de la Norvège", "2031-01-01")), Linker.Describe(Seen("b", "Erik Holm", "président de la Norvège", "2031-02-01"))];

        Assert.Null(Linker.Propose(Seen("c", "présidente de la Norvège", null, "2031-01-15"), known).Id);
    }

    [Fact]
    public void Propose_ARoleAtItsDate_IsItsHolder()
    {
        KnownSpeaker[] known = [Linker.Describe(Seen("a", "Maren Dahl", "présidente de la Norvège", "2021-01-01")), Linker.Describe(Seen("b", "Erik Holm", "président de la Norvège", "2031-01-01"))];

        Assert.Equal(known[1].Id, Linker.Propose(Seen("c", "président de la Norvège", null, "2031-01-15"), known).Id);
    }

    [Theory]
    [InlineData("gendarmerie de Valmer", SpeakerKind.Organisation, true)]
    [InlineData("Sund-Océan", SpeakerKind.Organisation, true)]
    [InlineData("entreprise", SpeakerKind.Organisation, false)]
    [InlineData("témoins", SpeakerKind.Group, false)]
    public void Propose_ABody_IsTheOneOfThatName(string name, SpeakerKind kind, bool linked)
    {
        var link = Linker.Propose(new SpeakerSighting("b", null, new Speaker(name, kind)), [new KnownSpeaker("p-1", name, kind)]);

        Assert.Equal(linked, link.Id is not null);
    }

    [Theory]
    [InlineData("2031-01-02", true)]
    [InlineData("2031-01-09", false)]
    public void Propose_ANamelessSource_IsTheSameWithinADay(string date, bool linked)
    {
        var known = Linker.Describe(new SpeakerSighting("a", new DateOnly(2031, 1, 1), new Speaker("source portuaire norvégienne", SpeakerKind.Anonymous)));

        var link = Linker.Propose(new SpeakerSighting("b", DateOnly.Parse(date), new Speaker("source portuaire norvégienne", SpeakerKind.Anonymous)), [known]);

        Assert.Equal(linked, link.Id is not null);
    }

    [Theory]
    [InlineData("ministre de la Pêche", Gender.Female, true)]
    [InlineData("ministre", Gender.Female, true)]
    [InlineData("ministre", Gender.Male, false)]
    [InlineData("ministre de la Justice", Gender.Female, false)]
    [InlineData("ancienne ministre", Gender.Female, false)]
    [InlineData("maire", Gender.Unknown, false)] // two of them
    [InlineData("passante", Gender.Female, false)]
    public void ProposeBeside_AnOfficeAlone_IsItsOneHolderWhomTheDocumentNames(string name, Gender gender, bool linked)
    {
        KnownSpeaker[] named =
        [
            Known("a", "Maren Dahl", "ministre de la Pêche") with { Gender = Gender.Female }, Known("a", "Erik Holm", "maire d’Oslo"), Known("a", "Olaf Brun", "maire de Bergen"), Known("a", "Siri Lund", null),
        ];

        var link = Linker.ProposeBeside(new SpeakerSighting("b", null, new Speaker(name, SpeakerKind.Person) { Gender = gender }), named);

        Assert.Equal(linked ? named[0].Id : null, link.Id);
    }

    [Fact]
    public void Group_AnOfficeBesideItsHolder_IsHers()
    {
        SpeakerSighting[] sightings = [Seen("a", "Maren Dahl", "ministre de la Pêche", "2031-01-01"), Seen("b", "Maren Dahl", null, "2031-01-02"), Seen("b", "ministre", null, "2031-01-02"), Seen("c", "ministre", null, "2031-01-02")];

        Assert.Equal(["a b b", "c"], Describe(sightings));
    }

    [Fact]
    public void Group_InAnyOrder_IsTheSame()
    {
        SpeakerSighting[] sightings =
        [
            Seen("a", "Maren Dahl", "présidente de la Norvège", "2031-01-01"), Seen("b", "Dahl", "présidente norvégienne", "2031-01-02"), Seen("c", "Dahl", null, "2031-01-02"),
            Seen("d", "présidente de la Norvège", null, "2031-01-03"), Seen("e", "Erik Dahl", "maire d’Oslo", "2031-01-01"), Seen("f", "Dmitri Orlenko", null, "2031-01-05"),
            Seen("g", "Dmitry Orlenko", null, "2031-01-04"), Seen("h", "Maren Dahl", null),
        ];
        var expected = Describe(sightings);
        Assert.Contains("a b d h", expected);
        Assert.Contains("f g", expected);
        Assert.Contains("c", expected);

        for (var seed = 1; seed <= 20; seed++)
        {
            new Random(seed).Shuffle(sightings);
            Assert.Equal(expected, Describe(sightings));
        }
    }

    [Fact]
    public void Group_OneStatementUnderTwoNames_ProvesTheSpeaker()
    {
        var (one, other, third) = (Seen("a", "Dahl", null, "2031-01-01"), Seen("b", "la patronne du port", null, "2031-01-02"), Seen("c", "Dahl", null, "2031-01-02"));

        var groups = Group(
            (one, "Les trois grues du port seront démontées avant la fin du mois de mars"),
            (other, "Les trois grues du port vont être démontées avant la fin du mois de mars"),
            (third, "La criée rouvrira quand les pêcheurs seront indemnisés"));

        Assert.Equal(["a b", "c"], groups);
    }

    [Theory]
    [InlineData("Erik Holm", "2031-01-02", "Les trois grues du port vont être démontées avant la fin du mois de mars")] // another name
    [InlineData("la patronne du port", "2031-06-02", "Les trois grues du port vont être démontées avant la fin du mois de mars")] // another time
    [InlineData("la patronne du port", "2031-01-02", "Les trois grues du port ne seront pas démontées avant la fin du mois de mars")] // the contrary
    [InlineData("la patronne du port", "2031-01-02", "L’enquête est en cours")] // what anybody says
    public void Group_WithoutProof_KeepsSpeakersApart(string name, string date, string words)
    {
        var ours = words.StartsWith("L’enquête", StringComparison.Ordinal) ? words : "Les trois grues du port seront démontées avant la fin du mois de mars";

        Assert.Equal(["a", "b"], Group((Seen("a", "Dahl", null, "2031-01-01"), ours), (Seen("b", name, null, date), words)));
    }

    [Theory]
    [InlineData("l’agriculteur de Valmer", "le fermier de Valmer", true)] // half of the words, in whatever form
    [InlineData("la patronne du port", "une passante", false)]
    public void Suffices_AWeakProof_IsEnoughForLikeDescriptions(string one, string other, bool joined)
    {
        Assert.Equal(joined, Linker.Suffices(0.6, Linker.Describe(Seen("a", one, null)), Linker.Describe(Seen("b", other, null))));
    }

    [Fact]
    public void Suffices_AGivenNameAlone_TakesAFullProof()
    {
        KnownSpeaker full = Known("a", "Maren Dahl", null), given = Known("b", "Maren", null), other = Known("c", "Erik", null);

        Assert.Equal([false, true, false], [Linker.Suffices(0.5, given, full), Linker.Suffices(0.9, given, full), Linker.Suffices(0.9, other, full)]);
    }

    [Fact]
    public void Group_ACopiedSentence_ProvesNoMoreThanOnce()
    {
        const string words = "Nous restons confiants";
        var named = Enumerable.Range(0, 6).Select(i => (Seen($"a{i}", "Maren Dahl", "présidente de la Norvège", "2031-01-01"), words)).ToArray();

        Assert.Equal(2, Group([.. named, (Seen("b", "une passante", null, "2031-01-01"), words)]).Length);
    }

    [Fact]
    public void Group_WhoIsNotToBeNamed_IsNotNamed()
    {
        var named = Seen("a", "Maren Dahl", null, "2031-01-01");
        var source = new SpeakerSighting("b", new DateOnly(2031, 1, 1), new Speaker("source portuaire", SpeakerKind.Anonymous));
        const string words = "Les trois grues du port seront démontées avant la fin du mois de mars";

        Assert.Equal(["a", "b"], Group((named, words), (source, words)));
    }

    [Fact]
    public void Keys_OfWhatMayBeOne_AreShared()
    {
        var known = Linker.Keys(Known("a", "Maren Dahl", "présidente de la Norvège"));

        Assert.True(known.Intersect(Linker.Keys(new Speaker("Dahl", SpeakerKind.Person))).Any());
        Assert.True(known.Intersect(Linker.Keys(new Speaker("présidente norvégienne", SpeakerKind.Person))).Any());
        Assert.True(Linker.Keys(new Speaker("Dmitry Orlenko", SpeakerKind.Person)).Intersect(Linker.Keys(new Speaker("Dmitri Orlenko", SpeakerKind.Person))).Any());
        Assert.False(known.Intersect(Linker.Keys(new Speaker("Erik Holm", SpeakerKind.Person))).Any());
    }

    private static string[] Describe(SpeakerSighting[] sightings) =>
        [.. Linker.Group(sightings).Select(group => string.Join(' ', group.Sightings.Select(sighting => sighting.Document).Order())).Order()];

    private static string[] Group(params (SpeakerSighting Sighting, string Words)[] said)
    {
        var contents = said.ToDictionary(item => item.Sighting, item => (IReadOnlyList<StatementContent>)[new StatementContent(item.Sighting.Document, 0, Reading.Text(item.Words)) { Date = item.Sighting.Date }]);
        var groups = Linker.Group(contents.Keys, contents);
        Assert.Equal(groups.Select(group => group.Speaker.Id), Linker.Group(contents.Keys.Reverse(), contents).Select(group => group.Speaker.Id));
        return [.. groups.Select(group => string.Join(' ', group.Sightings.Select(sighting => sighting.Document).Order())).Order()];
    }

    private static SpeakerSighting Seen(string document, string name, string? role, string? date = null) =>
        new(document, date is null ? null : DateOnly.Parse(date), new Speaker(name, SpeakerKind.Person) { Role = role });

    private static KnownSpeaker Known(string document, string name, string? role) => Linker.Describe(Seen(document, name, role));
}
