// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;

namespace Dixit.Reading.Exporting.Tei;

/// <summary>Makes of marks that may cross lines and one another pieces that nest, as elements must.</summary>
internal static class TeiMarks
{
    /// <summary>All that is marked in a document, the outer before the inner.</summary>
    public static List<TeiMark> Find(Analysis analysis)
    {
        var marks = new List<TeiMark>();
        foreach (var furniture in analysis.Furniture)
            marks.Add(new TeiMark(TeiMarkKind.Furniture, furniture.Span) { Furniture = furniture.Kind });
        foreach (var attribution in analysis.Attributions)
        {
            for (var i = 0; i < attribution.Content.Count; i++)
                marks.Add(new TeiMark(TeiMarkKind.Said, attribution.Content[i]) { Attribution = attribution, Content = i });
            if (attribution.Cue is { } cue)
                marks.Add(new TeiMark(TeiMarkKind.Cue, cue) { Attribution = attribution });
            if (attribution.Source is { } source)
                marks.Add(new TeiMark(TeiMarkKind.Source, source) { Attribution = attribution });
        }

        // Of mixed speech, what is worded as it was said.
        var mixed = analysis.Attributions.Where(attribution => attribution.Kind == QuotationKind.Mixed).ToList();
        marks.AddRange(analysis.QuotedSpans.Where(quoted => mixed.Exists(attribution => attribution.Content.Any(content => content.Contains(quoted.Outer)))).Select(quoted => new TeiMark(TeiMarkKind.Quote, quoted.Outer)));
        // Several attributions may have one cue or source: it is marked once.
        return [.. marks.Where(mark => !mark.Span.IsEmpty).DistinctBy(mark => (mark.Kind, mark.Span, mark.Kind == TeiMarkKind.Said ? (mark.Attribution, mark.Content) : default)).Order(_outerFirst)];
    }

    /// <summary>The pieces of marks within a line.</summary>
    /// <param name="marks">The marks that touch it, in the order of <see cref="Find"/>.</param>
    /// <param name="line">The line.</param>
    public static List<TeiPiece> Nest(IEnumerable<TeiMark> marks, TextSpan line) =>
        Nest(marks.Where(mark => mark.Span.Overlaps(line)).Select(mark => new TeiPiece(mark, Common(mark.Span, line))).ToList());

    private static List<TeiPiece> Nest(List<TeiPiece> pieces)
    {
        var nested = new List<TeiPiece>();
        while (pieces.Count > 0)
        {
            pieces.Sort(_outerPieceFirst);
            var outer = pieces[0];
            var within = new List<TeiPiece>();
            var behind = new List<TeiPiece>();
            foreach (var piece in pieces.Skip(1))
            {
                if (piece.Span.Start >= outer.Span.End)
                {
                    behind.Add(piece);
                    continue;
                }

                // What crosses the end of the one around it goes on behind it as another piece.
                within.Add(new TeiPiece(piece.Mark, Common(piece.Span, outer.Span)));
                if (piece.Span.End > outer.Span.End)
                    behind.Add(new TeiPiece(piece.Mark, new TextSpan(outer.Span.End, piece.Span.End)));
            }

            outer.Inner.AddRange(Nest(within));
            nested.Add(outer);
            pieces = behind;
        }

        return nested;
    }

    private static TextSpan Common(TextSpan a, TextSpan b) => new(Math.Max(a.Start, b.Start), Math.Min(a.End, b.End));

    // An attribution around another has the smaller number where both have the same words.
    private static readonly Comparer<TeiMark> _outerFirst = Comparer<TeiMark>.Create((a, b) => Compare(a, a.Span, b, b.Span));

    private static readonly Comparer<TeiPiece> _outerPieceFirst = Comparer<TeiPiece>.Create((a, b) => Compare(a.Mark, a.Span, b.Mark, b.Span));

    private static int Compare(TeiMark a, TextSpan spanOfA, TeiMark b, TextSpan spanOfB)
    {
        var order = spanOfA.Start.CompareTo(spanOfB.Start);
        if (order == 0)
            order = spanOfB.End.CompareTo(spanOfA.End);
        if (order == 0)
            order = a.Kind.CompareTo(b.Kind);
        if (order == 0)
            order = Depth(a).CompareTo(Depth(b));
        return order != 0 ? order : a.Content.CompareTo(b.Content);
    }

    private static int Depth(TeiMark mark) => mark.Attribution is { } attribution ? (attribution.Parent is null ? attribution.Id : attribution.Id + (1 << 20)) : 0;
}
