// SPDX-License-Identifier: Apache-2.0
using Dixit.Circumstances;
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Circumstances;

public sealed class SaidDatesTests
{
    private static readonly SaidDates Dates = new(Scene.French);

    // Thursday.
    private static readonly DateOnly Published = new(2023, 9, 14);

    [Theory]
    [InlineData("{content:Le pont sera fermé}, {cue:a annoncé} {source:Lise Garnier} mardi.", "2023-09-12")]
    [InlineData("Mercredi, {source:Lise Garnier} {cue:a déclaré} que {content:le pont sera fermé jeudi}.", "2023-09-13")]
    [InlineData("{source:Lise Garnier} {cue:a déclaré} lundi soir : « {content:Le pont fermera vendredi.} »", "2023-09-11")]
    [InlineData("Lors d’une conférence de presse mardi à Valmont, {source:elle} {cue:a promis} de {content:rouvrir le pont}.", "2023-09-12")]
    [InlineData("Dans un communiqué publié mercredi, {source:la mairie} {cue:assure} que {content:le pont tient}.", "2023-09-13")]
    [InlineData("Interrogée mardi sur Radio Valmont, {source:la maire} {cue:a répondu} que {content:le pont tient}.", "2023-09-12")]
    [InlineData("« {content:Nous partons} », {cue:a dit} {source:le maire}, plus tôt mercredi.", "2023-09-13")]
    [InlineData("La veille, {source:le maire} {cue:avait dit} {content:avoir vu le pont}.", "2023-09-13")]
    [InlineData("Le 24 février, {source:le maire} {cue:a annoncé} {content:la fermeture du pont}.", "2023-02-24")]
    public void Find_TimeBesideTheCue_IsTheDay(string markup, string day)
    {
        var scene = new Scene(markup);
        var expected = DateOnly.Parse(day);
        Assert.Equal(new DateRange(expected, expected), Assert.Single(Dates.Find(scene.Tokens, scene.Sentences, scene.Drafts, scene.Owners, Published)));
    }

    [Theory]
    [InlineData("{source:Lise Garnier} {cue:a déclaré} que {content:le pont fermera mardi}.")]
    [InlineData("{content:Le pont tient}, {cue:a dit} {source:le maire} après l’accident de mardi.")]
    [InlineData("{content:Le pont tient}, {cue:a dit} {source:le maire}, qui avait visité mardi le chantier.")]
    [InlineData("{content:Le pont tient}, {cue:a dit} {source:l’homme arrêté mardi}.")]
    [InlineData("Depuis lundi, {source:le maire} {cue:répète} que {content:le pont tient}.")]
    [InlineData("{content:Le pont tient}, {cue:a dit} {source:le maire}. Il a plu mardi.")]
    [InlineData("{content:Le pont tient}, {cue:a dit} {source:le maire} avant la réunion prévue mardi.")]
    public void Find_TimeOfAnotherEvent_StaysUnknown(string markup)
    {
        var scene = new Scene(markup);
        Assert.Null(Assert.Single(Dates.Find(scene.Tokens, scene.Sentences, scene.Drafts, scene.Owners, Published)));
    }

    [Fact]
    public void Find_TwoSpeakersInOneSentence_EachHasItsOwnDay()
    {
        var scene = new Scene("« {content.1:Oui} », {cue.1:a dit} {source.1:Paul Roc} mardi, alors que {source.2:Lise Garnier} {cue.2:avait dit} lundi que {content.2:rien ne pressait}.");
        var said = Dates.Find(scene.Tokens, scene.Sentences, scene.Drafts, scene.Owners, Published);
        Assert.Equal(new DateOnly(2023, 9, 12), said[0]!.Value.From);
        Assert.Equal(new DateOnly(2023, 9, 11), said[1]!.Value.From);
    }

    [Fact]
    public void Find_CueThatGoesOn_SharesTheDay()
    {
        var scene = new Scene("« {content.1:Oui} », {cue.1:a dit} {source.1:Paul Roc} mardi, {cue.2:ajoutant} que {content.2:rien ne pressait}. « {content.3:Demain non plus} », {cue.3:a-t-il poursuivi}.");
        var said = Dates.Find(scene.Tokens, scene.Sentences, scene.Drafts, scene.Owners, Published);
        Assert.All(said, day => Assert.Equal(new DateOnly(2023, 9, 12), day!.Value.From));
    }

    [Fact]
    public void Find_Continuation_SharesTheDay()
    {
        var scene = new Scene("« {content.1:Oui} », {cue.1:a dit} {source.1:Paul Roc} mardi. « {content.2:Et demain aussi.} »");
        scene.Drafts[1].Continues = scene.Drafts[0];
        Assert.Equal(new DateOnly(2023, 9, 12), Dates.Find(scene.Tokens, scene.Sentences, scene.Drafts, scene.Owners, Published)[1]!.Value.From);
    }

    [Fact]
    public void Find_NoArticleDate_KeepsOnlyTheFullDate()
    {
        var scene = new Scene("{source.1:Paul Roc} {cue.1:a dit} mardi que {content.1:tout va bien}. {source.2:Paul Roc} {cue.2:a dit} le 4 mai 2021 que {content.2:tout allait bien}.");
        var said = Dates.Find(scene.Tokens, scene.Sentences, scene.Drafts, scene.Owners, null);
        Assert.Null(said[0]);
        Assert.Equal(new DateOnly(2021, 5, 4), said[1]!.Value.From);
    }
}
