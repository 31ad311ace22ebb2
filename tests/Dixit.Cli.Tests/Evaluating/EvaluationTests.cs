// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Evaluating;
using Dixit.Documents;

namespace Dixit.Cli.Tests.Evaluating;

/// <summary>Figures worked out by hand; the words of the text stand for themselves.</summary>
public class EvaluationTests
{
    private const string Text = "un deux « trois quatre », cinq six. Sept huit neuf dix";

    [Fact]
    public void Add_OfTheGoldItself_IsAllRight()
    {
        var gold = Document(Says("un deux", "Ana Costa"), Says("cinq six", null), Says("huit", "Luc") with { IsOptional = true });

        var figures = Evaluate(gold, gold);

        Assert.Equal((2, 0, 0), Counts(figures.WhoSaidWhat));
        Assert.All(figures.Detection, tally => Assert.Equal((2, 0, 0), Counts(tally)));
        Assert.Equal((4, 0, 0), Counts(figures.Words));
        Assert.Equal((2, 2), (figures["speaker"].Right, figures["speaker"].Of));
        Assert.Empty(figures.Errors);
    }

    [Fact]
    public void Add_OfAPartWithItsSpeakerAndAWholeWithAnother_CountsEachForWhatItIs()
    {
        // Three of four words, whose speaker goes by her surname; three of three, whose speaker is another; two that are optional.
        var gold = Document(Says("un deux « trois quatre", "Ana Costa"), Says("cinq six. Sept", "préfet", "indirect"), Says("neuf dix", "Luc") with { IsOptional = true });
        var predicted = Document(Says("un deux « trois", "Costa"), Says("cinq six. Sept", "maire", "indirect"), Says("neuf dix", "Léa"));

        var figures = Evaluate(gold, predicted);

        Assert.Equal([(2, 0, 0), (2, 0, 0), (1, 1, 1), (1, 1, 1)], figures.Detection.Select(Counts));
        Assert.Equal((1, 1, 1), Counts(figures.WhoSaidWhat));
        Assert.Equal((6, 0, 1), Counts(figures.Words));
        Assert.Equal((1, 2), (figures["speaker"].Right, figures["speaker"].Of));
        Assert.Equal((1, 2), (figures["wrong"].Right, figures["wrong"].Of));
        Assert.Equal(0.5, figures.WhoSaidWhat.F1);
        Assert.Equal(["speaker: gold préfet, got maire: cinq six. Sept"], figures.Errors.Select(error => $"{error.Kind}: {error.What}"));
    }

    [Fact]
    public void Add_OfWordsWhoseSpeakerIsUnknown_MissesThemAndRaisesNoAlarm()
    {
        var figures = Evaluate(Document(Says("un deux", "Ana")), Document(Says("un deux", null)));

        Assert.Equal((0, 0, 1), Counts(figures.WhoSaidWhat));
        Assert.Equal((1, 0, 0), Counts(figures.Detection[1]));
        Assert.Equal((0, 1), (figures["wrong"].Right, figures["wrong"].Of));
    }

    [Fact]
    public void Add_OfSentencesOfOneContent_IsOneRun()
    {
        var gold = Document(Says("cinq six. Sept huit", "Ana"));
        var cut = new ScoredAttribution { Content = [Find("cinq six."), Find("Sept huit")], Names = ["Ana"], Type = "direct" };
        var apart = new ScoredAttribution { Content = [Find("cinq"), Find("Sept huit")], Names = ["Ana"], Type = "direct" };

        Assert.Equal((1, 0, 0), Counts(Evaluate(gold, Document(cut)).Detection[3]));
        Assert.Equal((1, 1, 0), Counts(Evaluate(gold, Document(apart)).Detection[1]));
    }

    [Fact]
    public void Add_OfMissedAndSpuriousWords_TellsThem()
    {
        var figures = Evaluate(Document(Says("un deux", "Ana", "indirect"), Says("dix", "Ana")), Document(Says("huit neuf", "Luc")));

        Assert.Equal((0, 1, 2), Counts(figures.Detection[0]));
        Assert.Equal((0, 2, 3), Counts(figures.Words));
        Assert.Equal(["direct 0/1", "indirect 0/1"], figures.RecallByType.Select(recall => $"{recall.Key} {recall.Value.Right}/{recall.Value.Of}"));
        Assert.Equal(["missed: indirect, Ana: un deux", "missed: direct, Ana: dix", "spurious: direct, Luc: huit neuf"], figures.Errors.Select(error => $"{error.Kind}: {error.What}"));
    }

    [Fact]
    public void Add_OfPredictionsHalfOptional_HoldsNothingAgainstThem()
    {
        var gold = Document(Says("sept huit".Replace('s', 'S'), "Ana") with { IsOptional = true });

        Assert.Equal((0, 0, 0), Counts(Evaluate(gold, Document(Says("six. Sept huit neuf", "Luc"))).Detection[2]));
        Assert.Equal((0, 1, 0), Counts(Evaluate(gold, Document(Says("cinq six. Sept", "Luc"))).Detection[2]));
    }

    [Fact]
    public void Add_OfTheSameWordsTwice_CountsThemOnce()
    {
        var gold = Document(Says("un deux", "Ana"));

        Assert.Equal((1, 0, 0), Counts(Evaluate(gold, Document(Says("un deux", "Ana"), Says("un deux", "Ana"))).WhoSaidWhat));
        Assert.Equal((1, 1, 0), Counts(Evaluate(gold, Document(Says("un deux", "Ana"), Says("un deux", "Luc"))).WhoSaidWhat));
    }

    [Fact]
    public void Add_OfTheBestOverlap_MatchesItFirst()
    {
        var gold = Document(Says("un deux « trois quatre", "Ana"));

        // The first has half of the words, the second all of them: one is right and one too much.
        Assert.Equal((1, 1, 0), Counts(Evaluate(gold, Document(Says("un deux", "Ana"), Says("un deux « trois quatre", "Ana"))).Detection[3]));
    }

    [Fact]
    public void Add_OfDetails_CountsThoseThatGoldHas()
    {
        var gold = Document(
            Says("un deux", "Ana") with { Cue = Find("cinq six"), Source = Find("huit neuf"), Act = "warn", Via = ["Agence Nord"] },
            Says("dix", "Ana") with { Type = "mixed" });
        var predicted = Document(
            Says("un deux", "Ana") with { Cue = Find("six"), Source = Find("dix"), Act = "assert", Via = ["Le Cadran", "agence nord"] },
            Says("dix", "Ana") with { Cue = Find("six") });

        var figures = Evaluate(gold, predicted);

        Assert.Equal(
            ["speaker 2/2", "wrong 0/2", "source 0/1", "cue 1/1", "type 1/2", "act 0/1", "via 1/1"],
            figures.Rights.Select(right => $"{right.Key} {right.Value.Right}/{right.Value.Of}"));
    }

    [Fact]
    public void Add_WithoutSpeakers_GoesByTheSource()
    {
        var gold = Document(Says("un deux", null) with { Source = Find("cinq six") }, Says("dix", null));
        var predicted = Document(Says("un deux", "Ana") with { Source = Find("six") }, Says("dix", "Ana") with { Source = Find("huit") });
        var evaluation = new Evaluation(withSpeakers: false);

        evaluation.Add(gold, predicted);

        Assert.Equal((1, 1, 1), Counts(evaluation.Figures.WhoSaidWhat));
        Assert.Equal(0, evaluation.Figures["speaker"].Of);
    }

    [Theory]
    [InlineData(0.03125, 0.0312)]
    [InlineData(0.09375, 0.0938)]
    [InlineData(1.0 / 3, 0.3333)]
    [InlineData(2.0 / 3, 0.6667)]
    [InlineData(0.00005, 0.0001)]
    [InlineData(0.00015, 0.0001)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Round_OfAShare_IsToTheNearestOfTheNumberItself(double share, double expected) => Assert.Equal(expected, Figures.Round(share));

    private static (int Right, int Spurious, int Missed) Counts(Tally tally) => (tally.Right, tally.Spurious, tally.Missed);

    private static Figures Evaluate(ScoredDocument gold, ScoredDocument predicted)
    {
        var evaluation = new Evaluation(withSpeakers: true);
        evaluation.Add(gold, predicted);
        return evaluation.Figures;
    }

    private static ScoredDocument Document(params ScoredAttribution[] attributions) => new("a", Text, attributions);

    private static ScoredAttribution Says(string words, string? speaker, string type = "direct") => new() { Content = [Find(words)], Names = speaker is null ? [] : [speaker], Type = type };

    private static TextSpan Find(string words) => Support.Analyses.Find(Text, words);
}
