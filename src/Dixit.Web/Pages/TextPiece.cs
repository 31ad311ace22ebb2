// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;

namespace Dixit.Web.Pages;

/// <summary>A piece of an article's text, with what it is part of.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The characters.</param>
/// <param name="Attribution">The innermost attribution that it belongs to, or null.</param>
/// <param name="Role">content, cue or source; null outside.</param>
/// <param name="IsFurniture">Whether it belongs to the site rather than to the article.</param>
/// <param name="IsFirst">Whether it is the first piece of that attribution's content.</param>
internal sealed record TextPiece(TextSpan Span, string Text, int? Attribution, string? Role, bool IsFurniture, bool IsFirst)
{
    /// <summary>The pieces of a text, which together are the text.</summary>
    /// <param name="analysis">The text, and what was found in it.</param>
    /// <param name="cuts">Where a piece ends whatever it is part of, in any order.</param>
    public static IReadOnlyList<TextPiece> Of(Analysis analysis, IEnumerable<int> cuts)
    {
        var text = analysis.Document.Text;
        var marks = analysis.Attributions.SelectMany(Marks).ToList();
        var bounds = marks.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End })
            .Concat(analysis.Furniture.SelectMany(piece => new[] { piece.Span.Start, piece.Span.End })).Concat(cuts).Append(0).Append(text.Length).Distinct().Order().ToList();
        var (pieces, begun) = (new List<TextPiece>(), new HashSet<int>());
        for (var i = 0; i + 1 < bounds.Count; i++)
        {
            var span = new TextSpan(bounds[i], bounds[i + 1]);
            // The shortest one is the innermost: a cue inside a content, a quotation inside another.
            var mark = marks.Where(mark => mark.Span.Start <= span.Start && mark.Span.End >= span.End).OrderBy(mark => mark.Span.Length).ThenBy(mark => mark.Role == "content").FirstOrDefault();
            var isFirst = mark is { Role: "content" } && begun.Add(mark.Attribution);
            pieces.Add(new TextPiece(span, text.Substring(span.Start, span.Length), mark?.Attribution, mark?.Role, analysis.Furniture.Any(piece => piece.Span.Start <= span.Start && piece.Span.End >= span.End), isFirst));
        }

        return pieces;
    }

    private static IEnumerable<Mark> Marks(Attribution attribution)
    {
        foreach (var span in attribution.Content)
            yield return new Mark(span, attribution.Id, "content");
        if (attribution.Cue is { IsEmpty: false } cue)
            yield return new Mark(cue, attribution.Id, "cue");
        if (attribution.Source is { IsEmpty: false } source)
            yield return new Mark(source, attribution.Id, "source");
    }

    private sealed record Mark(TextSpan Span, int Attribution, string Role);
}
