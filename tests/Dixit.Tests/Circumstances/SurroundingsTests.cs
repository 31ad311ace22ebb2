// SPDX-License-Identifier: Apache-2.0
using Dixit.Circumstances;
using Dixit.Mentions;
using Xunit;

namespace Dixit.Tests.Circumstances;

public sealed class SurroundingsTests
{
    private static readonly Surroundings Finder = new(Scene.French);

    private static readonly NounPhraseFinder Phrases = new(Scene.French.Phrases);

    [Theory]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} aux journalistes.", "journalistes")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} à la presse.", "la presse")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} devant les députés.", "les députés")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} aux journalistes à Paris.", "journalistes")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} à l’AFP.", null)]
    [InlineData("« {content:Le pont tient} », leur {cue:a dit} {source:le maire}.", null)]
    [InlineData("« {content:Il a parlé aux députés} », {cue:a dit} {source:le maire}.", null)]
    public void Find_Addressee_AsTheTextWordsIt(string markup, string? expected) => Assert.Equal(expected, Find(markup).Addressee);

    [Theory]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} lors d’une conférence de presse.", "une conférence de presse")]
    [InlineData("Lors d’une conférence de presse à Paris, {source:le maire} {cue:a dit} que {content:le pont tient}.", "une conférence de presse")]
    [InlineData("{content:Le pont tient}, {cue:assure} {source:la mairie} dans un communiqué publié mardi.", "un communiqué")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} à l’issue du sommet.", "à l’issue du sommet")]
    [InlineData("« {content:Le pont tient} », {cue:a écrit} {source:le maire} sur Twitter.", "Twitter")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} devant la cour.", "la cour")]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire}, qui publie un livre.", null)]
    public void Find_Occasion_AsTheTextWordsIt(string markup, string? expected) => Assert.Equal(expected, Find(markup).Occasion);

    [Theory]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} à Bruxelles.", "Bruxelles")]
    [InlineData("Depuis Rome, {source:le maire} {cue:a dit} que {content:le pont tient}.", "Rome")]
    [InlineData("Lors d’une conférence de presse à Paris, {source:le maire} {cue:a dit} que {content:le pont tient}.", "Paris")]
    [InlineData("BRUXELLES (AFP) – « {content:Le pont tient} », {cue:a dit} {source:le maire}.", "BRUXELLES")]
    [InlineData("PARIS, 3 mars – « {content:Le pont tient} », {cue:a dit} {source:le maire}.", "PARIS")]
    [InlineData("Paris – une ville – dort. « {content:Le pont tient} », {cue:a dit} {source:le maire}.", null)]
    [InlineData("Paris : « {content:le pont tient} », {cue:selon} {source:le maire}.", null)]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:l’ambassadeur à Paris}.", null)]
    [InlineData("{source:Le maire} {cue:a dit} que {content:le pont sera vendu à Rome}.", null)]
    [InlineData("« {content:Le pont tient} », {cue:a dit} {source:le maire} avant de partir à Rome.", null)]
    public void Find_Place_AsTheTextWordsIt(string markup, string? expected) => Assert.Equal(expected, Find(markup).Place);

    [Fact]
    public void Find_CueThatGoesOn_SharesTheScene()
    {
        var scene = new Scene("« {content.1:Oui} », {cue.1:a dit} {source.1:Paul Roc} aux journalistes à Rome. « {content.2:Demain} », {cue.2:a-t-il poursuivi}.");
        var found = Finder.Find(scene.Tokens, scene.Sentences, Phrases.Find(scene.Tokens), scene.Drafts, scene.Owners);
        Assert.Equal(found[0], found[1]);
        Assert.Equal(new Surrounding("journalistes", null, "Rome"), found[0]);
    }

    private static Surrounding Find(string markup)
    {
        var scene = new Scene(markup);
        return Assert.Single(Finder.Find(scene.Tokens, scene.Sentences, Phrases.Find(scene.Tokens), scene.Drafts, scene.Owners));
    }
}
