// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Web.Pages;

/// <summary>A part of an article's text: one piece, or what the page that it comes from sets apart, with the parts inside.</summary>
/// <param name="Piece">The piece; null where this is a block.</param>
/// <param name="Block">What is set apart; null where this is a piece.</param>
/// <param name="Parts">What is in the block, in order.</param>
internal sealed record TextPart(TextPiece? Piece, TextBlock? Block, IReadOnlyList<TextPart> Parts)
{
    // Nobody sets more apart in each other, and an import may hold anything.
    private const int MostDepth = 6;

    /// <summary>The parts of a text, whose pieces together are the text. Blocks that cross others are left out.</summary>
    public static IReadOnlyList<TextPart> Of(Analysis analysis)
    {
        var text = analysis.Document.Text;
        var blocks = analysis.Document.Blocks.Where(block => !block.Span.IsEmpty).OrderBy(block => block.Span.Start).ThenByDescending(block => block.Span.End).ToList();
        // A block takes the end of its line with it, which would be an empty line behind it else.
        var pieces = new Queue<TextPiece>(TextPiece.Of(analysis, blocks.SelectMany(block => new[] { block.Span.Start, block.Span.End, Math.Min(block.Span.End + 1, text.Length) })));
        return Take(text, new Queue<TextBlock>(blocks), pieces, text.Length, 0);
    }

    private static List<TextPart> Take(string text, Queue<TextBlock> blocks, Queue<TextPiece> pieces, int end, int depth)
    {
        var parts = new List<TextPart>();
        while (pieces.TryPeek(out var piece) && piece.Span.Start < end)
        {
            // What began before this place crosses what was shown before it.
            while (blocks.TryPeek(out var passed) && (passed.Span.Start < piece.Span.Start || (passed.Span.Start == piece.Span.Start && (passed.Span.End > end || depth == MostDepth))))
                blocks.Dequeue();
            if (blocks.TryPeek(out var block) && block.Span.Start == piece.Span.Start)
            {
                blocks.Dequeue();
                var last = block.Span.End;
                if (last < end && text[last] == '\n' && !(blocks.TryPeek(out var next) && next.Span.Start == last))
                    last++;
                parts.Add(new TextPart(null, block, Take(text, blocks, pieces, last, depth + 1)));
            }
            else
            {
                parts.Add(new TextPart(pieces.Dequeue(), null, []));
            }
        }

        return parts;
    }
}
