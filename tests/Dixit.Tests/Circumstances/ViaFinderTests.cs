// SPDX-License-Identifier: Apache-2.0
using Dixit.Circumstances;
using Dixit.Mentions;
using Xunit;

namespace Dixit.Tests.Circumstances;

public sealed class ViaFinderTests
{
    private static readonly ViaFinder Finder = new(Scene.French);

    private static readonly NounPhraseFinder Phrases = new(Scene.French.Phrases);

    [Theory]
    [InlineData("« {content:Le pont tient} », {cue:a déclaré} {source:la maire}, citée par Reuters.", "Reuters")]
    [InlineData("« {content:Le pont tient} », {cue:a déclaré} à l’AFP {source:la maire}.", "AFP")]
    [InlineData("« {content:Le pont tient} », {cue:a déclaré} {source:la maire} auprès de l’AFP.", "AFP")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} au micro de RMC.", "RMC")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} dans une interview à CNN.", "CNN")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} dans un entretien au Monde.", "Le Monde")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} sur CNews.", "CNews")]
    [InlineData("Interrogée mardi par Challenges, {source:la maire} {cue:a dit} que {content:le pont tient}.", "Challenges")]
    [InlineData("Invitée de RTL, {source:la maire} {cue:a dit} que {content:le pont tient}.", "RTL")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} dans les colonnes du Parisien.", "Le Parisien")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} dans une lettre dont l’AFP a eu copie.", "AFP")]
    [InlineData("{content:Le pont tient}, {cue:selon} {source:des ingénieurs cités par le Point}.", "Le Point")]
    [InlineData("{content:Le pont a cédé}, {cue:apprend} Le Figaro auprès {source:du parquet}.", "Le Figaro")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} à la chaîne Canal Valmont.", "Canal Valmont")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} dans une lettre publiée par le site d’information Brumia.", "Brumia")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} au micro de Radio Valmont.", "Radio Valmont")]
    public void Find_MediumBesideTheCue_IsNamed(string markup, string expected) => Assert.Equal([expected], Assert.Single(Find(new Scene(markup))));

    [Theory]
    [InlineData("« {content:Le pont tient} », {cue:a écrit} {source:la maire} sur Twitter.")]
    [InlineData("« {content:Le pont tient} », {cue:a écrit} {source:la maire} sur sa page Facebook.")]
    [InlineData("{source:La maire} {cue:a dit} que {content:le pont appartient à l’AFP}.")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire}. Le Figaro emploie mille personnes.")]
    [InlineData("{content:Le pont tient}, {cue:écrit} {source:Le Figaro}.")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:la maire} aux journalistes.")]
    public void Find_NoMediumBetween_IsEmpty(string markup) => Assert.Empty(Assert.Single(Find(new Scene(markup))));

    [Fact]
    public void Find_MediumWithoutItsName_IsTheLastNamed()
    {
        var scene = new Scene("{content.1:Le pont a cédé}, {cue.1:selon} {source.1:Reuters}. {source.2:Des proches} {cue.2:ont raconté} à l’agence que {content.2:la maire a pleuré}.");
        Assert.Equal(["Reuters"], Find(scene)[1]);
    }

    [Fact]
    public void Find_Nested_IsWhoeverTellsIt()
    {
        var scene = new Scene("{cue.1:Selon} {source.1:la police}, {content.1:{source.2:il} {cue.2:a avoué} {content.2:avoir scié le pont}}.");
        scene.Drafts[0].Chain = 0;
        scene.Drafts[1].Chain = 1;
        var via = Find(scene, new Speaker("police de Valmont", SpeakerKind.Organisation), new Speaker("Paul Roc", SpeakerKind.Person));
        Assert.Equal([[], ["police de Valmont"]], via);
    }

    [Fact]
    public void Find_NestedInOnesOwnWords_IsEmpty()
    {
        var scene = new Scene("« {content.1:{source.2:J’}{cue.2:ai dit} que {content.2:le pont tiendrait}} », {cue.1:a rappelé} {source.1:la maire}.");
        scene.Drafts[0].Chain = scene.Drafts[1].Chain = 0;
        Assert.All(Find(scene, new Speaker("la maire", SpeakerKind.Person)), Assert.Empty);
    }

    [Fact]
    public void Find_Interview_HoldsForTheSpeakerToTheEndOfTheParagraph()
    {
        var scene = new Scene("Interrogée sur CNews, {source.1:Lise Garnier} {cue.1:a dit} que {content.1:le pont tient}. « {content.2:Il tiendra} », {cue.2:a répété} {source.2:la maire}. « {content.3:Non} », {cue.3:a dit} {source.3:Paul Roc}.\n« {content.4:Si} », {cue.4:a dit} {source.4:Lise Garnier} le soir.");
        scene.Drafts[0].Chain = scene.Drafts[1].Chain = scene.Drafts[3].Chain = 0;
        scene.Drafts[2].Chain = 1;
        var via = Find(scene, new Speaker("Lise Garnier", SpeakerKind.Person), new Speaker("Paul Roc", SpeakerKind.Person));
        Assert.Equal([["CNews"], ["CNews"], [], []], via);
    }

    [Fact]
    public void Find_InterviewSetOutBefore_IsTheScene()
    {
        var scene = new Scene("Paul Roc était mardi l’invité de RTL. « {content:Le pont tient} », y {cue:disait}-{source:il}.");
        Assert.Equal(["RTL"], Assert.Single(Find(scene)));
    }

    [Fact]
    public void Find_TwoSpeakersInOneSentence_TheNearestHasTheMedium()
    {
        var scene = new Scene("« {content.1:Oui} », {cue.1:a dit} {source.1:Paul Roc} à l’AFP, tandis que {source.2:Lise Garnier} {cue.2:affirmait} que {content.2:non}.");
        scene.Drafts[0].Chain = 0;
        scene.Drafts[1].Chain = 1;
        Assert.Equal([["AFP"], []], Find(scene, new Speaker("Paul Roc", SpeakerKind.Person), new Speaker("Lise Garnier", SpeakerKind.Person)));
    }

    [Fact]
    public void Find_Continuation_HasTheMediumOfItsOrigin()
    {
        var scene = new Scene("« {content.1:Oui} », {cue.1:a dit} {source.1:Paul Roc} à l’AFP. « {content.2:Demain.} »");
        scene.Drafts[1].Continues = scene.Drafts[0];
        Assert.Equal([["AFP"], ["AFP"]], Find(scene));
    }

    private static IReadOnlyList<string>[] Find(Scene scene, params Speaker[] speakers) =>
        Finder.Find(scene.Tokens, scene.Sentences, Phrases.Find(scene.Tokens), scene.Drafts, scene.Owners, speakers);
}
