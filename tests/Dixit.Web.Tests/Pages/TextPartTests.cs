// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Web.Pages;

namespace Dixit.Web.Tests.Pages;

public sealed class TextPartTests
{
    private const string Text = "Un.\n\nDeux.\n\nTrois.\n\nQuatre.";

    [Fact]
    public void Of_BlocksInEachOther_NestsThemWithTheEndsOfTheirLines()
    {
        var parts = TextPart.Of(Analyse(new TextBlock(Span("Deux.\n\nTrois."), BlockKind.Entry), new TextBlock(Span("Trois."), BlockKind.Quote)));

        Assert.Equal("Un.\n\n(Deux.\n\n(Trois.\n))\nQuatre.", Show(parts));
    }

    [Fact]
    public void Of_BlocksThatTouch_KeepsThemApart()
    {
        var parts = TextPart.Of(Analyse(new TextBlock(Span("Deux."), BlockKind.Heading), new TextBlock(Span("\n\nTrois."), BlockKind.Quote)));

        Assert.Equal("Un.\n\n(Deux.)(\n\nTrois.\n)\nQuatre.", Show(parts));
    }

    [Fact]
    public void Of_AnAttributionAcrossABlock_IsCutAtItsEdges()
    {
        var analysis = Analyse([Says(Span("Deux.\n\nTrois."))], new TextBlock(Span("Trois."), BlockKind.Quote));

        var parts = TextPart.Of(analysis);

        Assert.Equal("Un.\n\nDeux.\n\n(Trois.\n)\nQuatre.", Show(parts));
        Assert.Equal([("Deux.\n\n", true), ("Trois.", false)], Pieces(parts).Where(piece => piece.Attribution == 1).Select(piece => (piece.Text, piece.IsFirst)));
    }

    [Theory]
    [InlineData(5, 12, 8, 20)]
    [InlineData(0, 4, 3, 27)]
    [InlineData(5, 10, 10, 12)]
    [InlineData(0, 27, 0, 27)]
    [InlineData(26, 27, 0, 27)]
    public void Of_BlocksThatCrossOrCoverAll_LosesNothingOfTheText(int start, int end, int otherStart, int otherEnd)
    {
        var parts = TextPart.Of(Analyse(new TextBlock(new TextSpan(start, end), BlockKind.Quote), new TextBlock(new TextSpan(otherStart, otherEnd), BlockKind.Post), new TextBlock(new TextSpan(7, 7), BlockKind.Caption)));

        Assert.Equal(Text, string.Concat(Pieces(parts).Select(piece => piece.Text)));
    }

    [Fact]
    public void Of_BlocksInEachOtherWithoutEnd_ShowsSome()
    {
        var blocks = Enumerable.Range(0, 20_000).Select(_ => new TextBlock(Span("Deux."), BlockKind.Quote)).ToArray();

        var parts = TextPart.Of(Analyse(blocks));

        Assert.Equal(Text, string.Concat(Pieces(parts).Select(piece => piece.Text)));
        Assert.InRange(Show(parts).Count(character => character == '('), 1, 20);
    }

    private static TextSpan Span(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static Analysis Analyse(params TextBlock[] blocks) => Analyse([], blocks);

    private static Analysis Analyse(Attribution[] attributions, params TextBlock[] blocks) => new() { Document = new Document("a", Text) { Blocks = blocks }, Attributions = attributions };

    private static Attribution Says(TextSpan span) => new() { Id = 1, Kind = QuotationKind.Direct, Content = SpanList.Of([span]), Act = SpeechAct.Assert, Evidence = new Evidence("fr/direct/alone", 0.9) };

    private static string Show(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part.Block is null ? part.Piece!.Text : $"({Show(part.Parts)})"));

    private static IEnumerable<TextPiece> Pieces(IEnumerable<TextPart> parts) => parts.SelectMany(part => part.Block is null ? [part.Piece!] : Pieces(part.Parts));
}
