// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Xunit;

namespace Dixit.Tests.Mentions;

public sealed class CoreferenceResolverTests
{
    [Theory]
    [InlineData("[Ostin Varel] a dit oui. Puis [Varel] a dit non.", "Ostin Varel", "Ostin Varel")]
    [InlineData("[Varel] a dit oui. Puis [Ostin Varel] a dit non.", "Ostin Varel", "Ostin Varel")]
    [InlineData("[Dmitri Orlin] a dit oui. [Dmitry Orlin] a dit non.", "Dmitri Orlin", "Dmitri Orlin")]
    [InlineData("[V. Tasquin] a dit oui. [Valentine Tasquin] a dit non.", "Valentine Tasquin", "Valentine Tasquin")]
    [InlineData("Ana Varel et Ostin Varel sont là. Oui, a dit [Mme Varel].", "Ana Varel")]
    [InlineData("Ostin Varel est là. [Ana Varel] a dit oui.", "Ana Varel")]
    [InlineData("[L'OTAN] a dit oui. [L'Otan] a dit non.", "OTAN", "OTAN")]
    [InlineData("La Ligue des ports libres (LPL) est là. [La LPL] a dit oui.", "Ligue des ports libres")]
    [InlineData("Le gouvernement Varel est là. Ostin Varel aussi. [Varel] a dit oui.", "Ostin Varel")]
    public void Resolve_Names_TakeTheFullestForm(string text, params string[] expected) => Assert.Equal(expected, new Resolved(text).Names);

    [Theory]
    [InlineData("[Ostin Varel, secrétaire général de la Ligue], a dit oui. [Le secrétaire général] a dit non.")]
    [InlineData("[Ostin Varel, secrétaire général de la Ligue], a dit oui. [Le chef de la Ligue] a dit non.")]
    [InlineData("[Le ministre de la Mer, Ostin Varel], a dit oui. [Le ministre] a dit non.")]
    [InlineData("[Le ministre des Affaires étrangères Ostin Varel] a dit oui. [Le chef de la diplomatie] a dit non.")]
    [InlineData("[Le maire de Brize, Ostin Varel], a dit oui. [L'édile] a dit non.")]
    [InlineData("[Le maire de Brize] a dit oui. Puis [Ostin Varel, maire de Brize], a dit non.")]
    [InlineData("C'était le procès de l'ancien maire, Ostin Varel. [L'ancien maire] a dit oui. [Varel] a dit non.")]
    [InlineData("[Le Norvégien Ostin Varel] a dit oui. [Le Norvégien] a dit non.")]
    [InlineData("[Ostin Varel] a dit oui. « Non », a dit [le comédien].")]
    [InlineData("[Ostin Varel] a dit oui. « Non », a dit [cet avocat].")]
    [InlineData("[Son avocat, Ostin Varel], a dit oui. [Son avocat] a dit non.")]
    public void Resolve_Role_FindsItsHolder(string text) => Assert.All(new Resolved(text).Names, name => Assert.Equal("Ostin Varel", name));

    [Theory]
    [InlineData("[Ostin Varel, maire de Brize], a dit oui. [Le maire d'Olme] a dit non.", "Ostin Varel", "maire d'Olme")]
    [InlineData("[Ostin Varel] a dit oui. [Le procureur] a dit non.", "Ostin Varel", "procureur")]
    [InlineData("[Le ministre Ostin Varel] a dit oui. [Le pilote] a dit non.", "Ostin Varel", "pilote")]
    [InlineData("[Ostin Varel] a dit oui. [Un comédien] a dit non.", "Ostin Varel", "comédien")]
    [InlineData("[Paul Varel] a dit oui. [La comédienne] a dit non.", "Paul Varel", "comédienne")]
    [InlineData("[Le président de la République, Ostin Varel], a dit oui. [Le président du conseil départemental] a dit non.", "Ostin Varel", "président du conseil départemental")]
    public void Resolve_RoleOfAnother_StaysApart(string text, params string[] expected) => Assert.Equal(expected, new Resolved(text).Names);

    [Theory]
    [InlineData("[Ana Bellec] a dit oui. [Elle] a dit non.", "Ana Bellec", "Ana Bellec")]
    [InlineData("Ana Bellec a vu Ostin Varel. [Il] a dit non.", "Ostin Varel")]
    [InlineData("[Ana Bellec] a vu Ostin Varel. « Oui », a dit [ce dernier].", "Ana Bellec", "Ostin Varel")]
    [InlineData("« Oui », a dit [Ostin Varel]. « Un ami est venu. Il pleure », a[-t-il] ajouté.", "Ostin Varel", "Ostin Varel")]
    [InlineData("[Les médecins] ont dit oui. [Ils] ont dit non.", "médecins", "médecins")]
    [InlineData("[Ostin Varel] a dit jeudi à Lyon qu'[il] viendrait.", "Ostin Varel", "Ostin Varel")]
    [InlineData("[Le gouvernement] a dit oui. [Il] a dit non.", "gouvernement", "gouvernement")]
    [InlineData("[Ana Bellec] a dit oui. [Il] a dit non.", "Ana Bellec", null)]
    [InlineData("[On] a dit oui.", new string?[] { null })]
    public void Resolve_Pronoun_MeansTheSalientOneThatAgrees(string text, params string?[] expected) => Assert.Equal(expected, new Resolved(text).Names);

    [Theory]
    [InlineData("[Une source diplomatique alliée] a dit oui. [La source] a dit non.", "source diplomatique alliée", "source diplomatique alliée")]
    [InlineData("[Les procureurs fédéraux de Brize] ont dit oui. [Les procureurs] ont dit non.", "procureurs fédéraux de Brize", "procureurs fédéraux de Brize")]
    [InlineData("[Le parquet de Brize] a dit oui. De [même source], rien n'est sûr.", "parquet de Brize", "parquet de Brize")]
    [InlineData("[Le syndicat Houle] a dit oui. [Le syndicat] a dit non.", "Houle", "Houle")]
    [InlineData("[Soixante députés européens] ont dit oui.", "députés européens")]
    [InlineData("[Ana Bellec et Ostin Varel] ont dit oui.", "Ana Bellec et Ostin Varel")]
    [InlineData("Selon [un article du Monde], oui.", "Monde")]
    public void Resolve_BodiesAndGroups_KeepTheirNounPhrase(string text, params string[] expected) => Assert.Equal(expected, new Resolved(text).Names);

    [Theory]
    [InlineData("[L'inventeur de la vanne] a dit oui. « Elle tient », ajoute [Paul Varel].", "Paul Varel", "Paul Varel")]
    [InlineData("[L'un des inventeurs de la vanne] a dit oui. « Elle tient », ajoute [Paul Varel].", "inventeurs de la vanne", "Paul Varel")]
    [InlineData("[L'inventeur de la vanne] a dit oui. « Elle tient », ajoute [Paul Varel, maire de Brize].", "inventeur de la vanne", "Paul Varel")]
    public void Resolve_DescribedFirstNamedNext_IsOneUnlessARoleSaysOtherwise(string text, params string[] expected) => Assert.Equal(expected, new Resolved(text).Names);

    [Fact]
    public void Resolve_PressSecretaryOfThePresident_IsTheOneWhoSpeaksElsewhere()
    {
        var resolved = new Resolved("[Le secrétaire de presse du président russe Pavel Orlin] a dit oui. Selon [Orlin], non. [L'attaché de presse du président russe] a dit peut-être.");
        Assert.All(resolved.Names, name => Assert.Equal("Pavel Orlin", name));
        Assert.Equal("secrétaire de presse du président russe", resolved.Speaker(0).Role);
    }

    [Fact]
    public void Resolve_Speaker_HasKindGenderRoleAndAliases()
    {
        var speaker = new Resolved("[La ministre de la Mer Ana Bellec] a dit oui. [Mme Bellec] a dit non.").Speaker(0);
        Assert.Equal(SpeakerKind.Person, speaker.Kind);
        Assert.Equal(Gender.Female, speaker.Gender);
        Assert.Equal("ministre de la Mer", speaker.Role);
        Assert.Equal(["Bellec"], speaker.Aliases);
    }

    [Fact]
    public void Resolve_Mentions_AreInOrderAndPointToSpeakers()
    {
        var coreference = new Resolved("[Ana Bellec] a vu le maire de Brize, Ostin Varel. [Elle] a dit non à Varel.").Coreference;
        Assert.All(coreference.Mentions, mention => Assert.InRange(mention.Chain, 0, coreference.Speakers.Length - 1));
        Assert.Equal(coreference.Mentions.OrderBy(mention => mention.Span), coreference.Mentions);
    }

    [Fact]
    public void Resolve_TwoSources_LeaveTheBestOfNoEvidenceUnknown()
    {
        var names = new Resolved("Il pleut. « Non », a dit [elle].").Names;
        Assert.Null(Assert.Single(names));
    }

    [Theory]
    [InlineData("Elle a dit oui. ")]
    [InlineData("Paul Varel, ministre de la Mer, elle dit, ")]
    [InlineData("le club (ABC) et l'Union (DEF) ")]
    [InlineData("le secrétaire de presse du président Paul Varel ")]
    public void Resolve_HostileText_EndsInTime(string unit)
    {
        var limit = TimeSpan.FromSeconds(20);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = new Resolved(string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length)));
        Assert.True(watch.Elapsed < limit);
    }
}
