// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Quotations;
using Dixit.Statements;
using Dixit.Timelines;
using Xunit;

namespace Dixit.Tests.Timelines;

public sealed class PositionTurnsTests
{
    private static readonly StatementReader _reader = new PipelineBuilder().Build().Statements;

    // What is no turn is worth as much as what is one: claimed wrongly, it says that somebody went back on their word.
    [Theory]
    [InlineData("refuse", "Nous ne viderons pas le lac.", "commit", "Nous viderons le lac de Corvières.", "act")]
    [InlineData("refuse", "Le bac ne fermera pas.", "assert", "Le bac fermera lundi.", "act")]
    [InlineData("commit", "Je signerai cet accord avec les pêcheurs.", "refuse", "Je ne signerai pas l'accord avec les pêcheurs.", "act")]
    [InlineData("refuse", "i:vider le lac", "commit", "i:vider le lac dès lundi", "act")]
    [InlineData("deny", "i:avoir caché le rapport des experts", "assert", "J'ai caché le rapport des experts.", "act")]
    [InlineData("deny", "Je n'ai jamais rencontré le préfet.", "assert", "J'ai rencontré le préfet deux fois.", "act")]
    [InlineData("assert", "Le mur est fissuré.", "assert", "Le mur n'est pas fissuré.", "negation")]
    [InlineData("assert", "La digue ne résistera pas à la crue.", "predict", "La digue résistera à la crue.", "negation")]
    [InlineData("predict", "L'usine de Mérac ouvrira au printemps.", "predict", "L'usine de Mérac fermera au printemps.", "negation")]
    [InlineData("assert", "Les écoles manquent de chauffage.", "assert", "Les écoles ne manquent pas de chauffage.", "negation")]
    [InlineData("assert", "La vidange priverait de courant 1 200 foyers.", "assert", "La vidange priverait de courant 1 500 foyers.", null)]
    [InlineData("assert", "La vidange prive de courant 1 200 foyers.", "assert", "La vidange prive de courant 1 500 foyers.", "number")]
    [InlineData("assert", "Le chantier coûtera 38 millions d'euros.", "assert", "Le chantier coûtera 52 millions d'euros.", "number")]
    [InlineData("commit", "Nous embaucherons quarante infirmières à l'hôpital.", "commit", "Nous embaucherons vingt infirmières à l'hôpital.", "number")]
    // The same position in other words, or told otherwise.
    [InlineData("refuse", "Nous ne viderons pas le lac.", "refuse", "i:vider le lac", null)]
    [InlineData("refuse", "Nous ne viderons pas le lac.", "refuse", "Il n'est pas question de vider le lac.", null)]
    [InlineData("deny", "i:avoir caché le rapport", "assert", "Je n'ai pas caché le rapport.", null)]
    [InlineData("assert", "Le mur est solide.", "assert", "Le mur est solide et le restera.", null)]
    // Another matter in words that are alike.
    [InlineData("refuse", "Nous ne viderons pas le lac.", "commit", "Nous surveillerons le lac jour et nuit.", null)]
    [InlineData("refuse", "Nous n'enverrons pas de soldats dans la vallée.", "commit", "Nous allons soigner les soldats de la vallée.", null)]
    [InlineData("refuse", "Le lac ne sera pas vidé cet automne.", "commit", "Le lac sera vidé au printemps.", null)]
    [InlineData("refuse", "Le lac de Corvières ne sera pas vidé.", "commit", "Le lac de Mérac sera vidé.", null)]
    [InlineData("refuse", "Le conseil ne votera pas le budget mardi.", "commit", "Le conseil votera le budget jeudi.", null)]
    [InlineData("refuse", "Je ne céderai pas au chantage.", "assert", "Le chantage continue.", null)]
    [InlineData("assert", "La réunion aura lieu le 3 mars à la mairie.", "assert", "La réunion aura lieu le 4 mars à la mairie.", null)]
    [InlineData("assert", "Nous avons compté 42 fissures dans le mur.", "assert", "Nous avons recruté 12 gardiens pour le mur.", null)]
    [InlineData("assert", "Il y a plus de 1 000 habitants dans la vallée.", "assert", "Il y a 1 200 habitants dans la vallée.", null)]
    [InlineData("assert", "La proposition du comité a été acceptée.", "assert", "Une autre proposition a été refusée.", null)]
    // A condition, a wish, a question.
    [InlineData("refuse", "Nous ne viderons pas le lac.", "commit", "Si le mur cède, nous viderons le lac.", null)]
    [InlineData("refuse", "Nous ne viderons pas le lac.", "demand", "Nous devons vider le lac.", null)]
    [InlineData("refuse", "Nous ne viderons pas le lac.", "assert", "Je viderais le lac volontiers.", null)]
    [InlineData("refuse", "Nous ne viderons pas le lac.", "ask", "Vider le lac ?", null)]
    public void Compare_OfTwoStatements_TellsATurnOnlyWhereItIsOne(string earlierAct, string earlier, string laterAct, string later, string? expected)
    {
        var kind = PositionTurns.Compare(Statement("a", 1, earlierAct, earlier), Statement("b", 9, laterAct, later));

        Assert.Equal(expected, kind?.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Compare_OfOneDayOrAnUnknownOne_TellsNothing()
    {
        var refusal = Statement("a", 5, "refuse", "Nous ne viderons pas le lac.");
        var promise = Statement("b", 5, "commit", "Nous viderons le lac.");

        Assert.Null(PositionTurns.Compare(refusal, promise));
        Assert.Null(PositionTurns.Compare(refusal, promise with { Day = null }));
        Assert.Null(PositionTurns.Compare(refusal, promise with { Day = new DateOnly(2024, 10, 4) }));
        Assert.NotNull(PositionTurns.Compare(refusal, promise with { Day = new DateOnly(2024, 10, 6) }));
    }

    [Fact]
    public void Find_OfARefusalRepeatedAndAPromiseRepeated_TellsOneTurn()
    {
        var turns = PositionTurns.Find(
        [
            Statement("b", 3, "refuse", "Le lac de Corvières ne sera pas vidé."),
            Statement("a", 1, "refuse", "Nous ne viderons pas le lac de Corvières."),
            Statement("c", 6, "commit", "Nous viderons le lac de Corvières."),
            Statement("d", 8, "commit", "Le lac de Corvières sera vidé."),
        ]);

        var turn = Assert.Single(turns);
        Assert.Equal(("b", "c"), (turn.Earlier.Id, turn.Later.Id));
    }

    [Fact]
    public void Find_OfAPositionThatTurnsTwice_TellsBoth()
    {
        var turns = PositionTurns.Find(
        [
            Statement("a", 1, "refuse", "Nous ne viderons pas le lac."),
            Statement("b", 3, "commit", "Nous viderons le lac."),
            Statement("c", 5, "refuse", "Non, nous ne viderons pas le lac."),
        ]);

        Assert.Equal([("a", "b"), ("b", "c")], turns.Select(turn => (turn.Earlier.Id, turn.Later.Id)));
    }

    [Fact]
    public void Find_WhateverTheOrder_TellsTheSame()
    {
        DatedStatement[] statements =
        [
            Statement("a", 1, "refuse", "Nous ne viderons pas le lac."), Statement("b", 3, "commit", "Nous viderons le lac."), Statement("c", 4, "assert", "Le mur est fissuré."), Statement("d", 7, "assert", "Le mur n'est pas fissuré."),
        ];

        Assert.Equal(PositionTurns.Find(statements), PositionTurns.Find(statements.Reverse()));
        Assert.Equal(2, PositionTurns.Find(statements).Count);
    }

    [Fact]
    public void Group_OfStatements_PutsThoseOnATopicTogether()
    {
        DatedStatement[] statements =
        [
            Statement("a", 1, "refuse", "Nous ne viderons pas le lac."), Statement("b", 3, "assert", "Les experts ont compté les fissures."), Statement("c", 4, "commit", "Nous viderons le lac."),
            Statement("d", 5, "assert", "Les fissures du mur sont anciennes."), Statement("e", 6, "assert", "Mon père était éclusier."), Statement("f", 2, "assert", "Ces fissures étaient connues."),
        ];

        var topics = TimelineTopics.Group(statements, PositionTurns.Find(statements));

        Assert.Equal(["lac: a c", "fissures: f b d", ": e"], topics.Select(topic => $"{string.Join(' ', topic.Words)}: {string.Join(' ', topic.Statements.Select(statement => statement.Id))}"));
        Assert.Equal([1, 0, 0], topics.Select(topic => topic.Turns.Count));
    }

    [Fact]
    public void Group_OfNothing_IsNothing() => Assert.Empty(TimelineTopics.Group([], []));

    private static DatedStatement Statement(string id, int day, string act, string words) => new(
        id,
        words.StartsWith("i:", StringComparison.Ordinal) ? _reader.Read(words[2..], "fr", QuotationKind.Indirect) : _reader.Read(words, "fr"),
        Enum.Parse<SpeechAct>(act, ignoreCase: true),
        new DateOnly(2024, 10, day));
}
