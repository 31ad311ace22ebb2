// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Circumstances;
using Dixit.Quotations;
using Xunit;

namespace Dixit.Tests.Circumstances;

public sealed class ActClassifierTests
{
    private static readonly ActClassifier Classifier = new(Scene.French);

    [Theory]
    [InlineData("« {content:Le pont date du siècle dernier} », {cue:a déclaré} {source:la maire}.", SpeechAct.Assert)]
    [InlineData("{source:La maire} {cue:explique} que {content:le pont a été repeint}.", SpeechAct.Assert)]
    [InlineData("{source:Le gardien} {cue:dit} {content:avoir vu le camion}.", SpeechAct.Assert)]
    [InlineData("{content:Dix personnes traversaient}, {cue:selon} {source:les pompiers}.", SpeechAct.Assert)]
    [InlineData("{source:La maire} {cue:n’exclut pas} {content:de fermer le pont}.", SpeechAct.Assert)]
    [InlineData("{source:La maire} {cue:juge} {content:le pont « solide »}.", SpeechAct.Assert)]
    [InlineData("{cue:Selon} {source:un voisin}, {content:il serait parti}.", SpeechAct.Assert)]
    [InlineData("{source:La maire} {cue:prévoit} de {content:fermer le pont}.", SpeechAct.Commit)]
    [InlineData("« {content:On vérifiera le pont} », {cue:a dit} {source:la maire}.", SpeechAct.Commit)]
    [InlineData("« {content:Nous reconstruirons le pont} », {cue:a déclaré} {source:la maire}.", SpeechAct.Commit)]
    [InlineData("« {content:Nous allons reconstruire le pont} », {cue:a dit} {source:la maire}.", SpeechAct.Commit)]
    [InlineData("{source:La maire} {cue:a promis} de {content:reconstruire le pont}.", SpeechAct.Commit)]
    [InlineData("{source:La maire} {cue:a annoncé} {content:vouloir quitter le conseil}.", SpeechAct.Commit)]
    [InlineData("{source:La maire} {cue:a assuré} qu’{content:elle reconstruirait le pont}.", SpeechAct.Commit)]
    [InlineData("« {content:Nous ne paierons pas} », {cue:a déclaré} {source:la maire}.", SpeechAct.Refuse)]
    [InlineData("{source:La maire} {cue:refuse} de {content:payer}.", SpeechAct.Refuse)]
    [InlineData("« {content:Il est hors de question de payer} », {cue:a dit} {source:la maire}.", SpeechAct.Refuse)]
    [InlineData("« {content:L’État doit payer} », {cue:a déclaré} {source:la maire}.", SpeechAct.Demand)]
    [InlineData("« {content:Il faut fermer le pont} », {cue:a dit} {source:la maire}.", SpeechAct.Demand)]
    [InlineData("« {content:Fermez ce pont !} », {cue:a lancé} {source:un riverain}.", SpeechAct.Demand)]
    [InlineData("{source:La maire} {cue:a appelé} {content:les riverains à partir}.", SpeechAct.Demand)]
    [InlineData("{source:La maire} {cue:a demandé} {content:aux riverains de partir}.", SpeechAct.Demand)]
    [InlineData("{source:La maire} {cue:plaide} pour que {content:l’État paie}.", SpeechAct.Demand)]
    [InlineData("{source:La maire} {cue:a demandé} {content:si le pont tiendrait}.", SpeechAct.Ask)]
    [InlineData("« {content:Qui va payer ?} », {cue:a demandé} {source:la maire}.", SpeechAct.Ask)]
    [InlineData("« {content:Et pourquoi pas un tunnel ?} », {cue:a dit} {source:un riverain}.", SpeechAct.Ask)]
    [InlineData("{source:La maire} {cue:a averti} que {content:le pont pouvait céder}.", SpeechAct.Warn)]
    [InlineData("« {content:Le danger est réel et le risque est grave : le pont menace de céder} », {cue:a dit} {source:l’ingénieur}.", SpeechAct.Warn)]
    [InlineData("{source:Le promoteur} {cue:a démenti} {content:avoir acheté le pont}.", SpeechAct.Deny)]
    [InlineData("« {content:C’est faux, je n’ai jamais acheté ce pont} », {cue:a dit} {source:le promoteur}.", SpeechAct.Deny)]
    [InlineData("« {content:Je n’ai pas touché cet argent} », {cue:a répondu} {source:le promoteur}.", SpeechAct.Deny)]
    [InlineData("{source:La maire} {cue:a accusé} {content:le promoteur d’avoir menti}.", SpeechAct.Accuse)]
    [InlineData("« {content:C’est un scandale et une honte} », {cue:a dit} {source:la maire}.", SpeechAct.Accuse)]
    [InlineData("{source:La maire} {cue:a qualifié} {content:le promoteur d’« escroc »}.", SpeechAct.Accuse)]
    [InlineData("« {content:Les péniches passeront par le canal} », {cue:a dit} {source:l’ingénieur}.", SpeechAct.Predict)]
    [InlineData("{source:L’ingénieur} {cue:prévoit} que {content:le pont tiendra}.", SpeechAct.Predict)]
    [InlineData("{source:L’ingénieur} {cue:estime} que {content:la crue monterait encore}.", SpeechAct.Predict)]
    [InlineData("{source:La maire} {cue:a salué} {content:le « sang-froid » des pompiers}.", SpeechAct.Praise)]
    [InlineData("« {content:Je remercie les pompiers, leur courage est remarquable} », {cue:a dit} {source:la maire}.", SpeechAct.Praise)]
    [InlineData("{source:La maire} {cue:a regretté} que {content:le pont ait fermé}.", SpeechAct.Regret)]
    [InlineData("« {content:Malheureusement, le pont est perdu} », {cue:a dit} {source:la maire}.", SpeechAct.Regret)]
    public void Classify_OneAttribution_NamesTheAct(string markup, SpeechAct expected)
    {
        var scene = new Scene(markup);
        var draft = Assert.Single(scene.Drafts);
        draft.Kind = markup.Contains("« {content", StringComparison.Ordinal) ? QuotationKind.Direct : markup.Contains('«', StringComparison.Ordinal) ? QuotationKind.Mixed : QuotationKind.Indirect;
        Assert.Equal(expected, Assert.Single(Classifier.Classify(scene.Tokens, scene.Drafts)));
    }

    [Fact]
    public void Explain_Features_AreThoseThatSpokeForTheAct()
    {
        var scene = new Scene("« {content:Nous ne paierons pas} », {cue:a déclaré} {source:la maire}.");
        scene.Drafts[0].Kind = QuotationKind.Direct;
        Assert.Contains(ActFeature.FirstFutureNegated, Classifier.Explain(scene.Tokens, scene.Drafts[0], holdsReport: false));
    }

    [Fact]
    public void ActFeature_Values_FitTheBits() => Assert.True(Enum.GetValues<ActFeature>().Length <= 64);

    [Fact]
    public void ActWeights_Rows_NameEachPairOnce() =>
        Assert.Equal(ActWeights.Table.Length, ActWeights.Table.DistinctBy(row => (row.Feature, row.Act)).Count());
}
