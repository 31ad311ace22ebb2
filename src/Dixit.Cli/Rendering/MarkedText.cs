// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Cli.Terminals;
using Dixit.Documents;

namespace Dixit.Cli.Rendering;

/// <summary>Writes a stretch of a document with its attributions marked in place, by colours or by brackets.</summary>
internal sealed class MarkedText(Analysis analysis, DocumentSpeakers speakers, bool hasColour)
{
    /// <summary>What the brackets mean, for a legend.</summary>
    public const string BracketLegend = "⟦speaker: reported words⟧, _the cue_, ⟨not part of the article⟩";

    /// <summary>What the colours mean, for a legend.</summary>
    public const string ColourLegend = "a colour for each speaker's words; underlined, the cue; bold, the source; faint, not part of the article";

    /// <summary>What the marks of blocks mean, for a legend.</summary>
    public const string BlockLegend = "⟪what it is: what the page sets apart⟫";

    /// <summary>Writes the characters of a window.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="window">The stretch of the text.</param>
    /// <param name="attributions">The attributions to mark, of the analysis or some of them.</param>
    public void Write(StyledWriter output, TextSpan window, IReadOnlyList<Attribution> attributions)
    {
        if (hasColour)
            WriteColours(output, window, attributions);
        else
            WriteBrackets(output, window, attributions);
    }

    private void WriteColours(StyledWriter output, TextSpan window, IReadOnlyList<Attribution> attributions)
    {
        var looks = new Look[window.Length];
        foreach (var furniture in analysis.Furniture)
            Paint(looks, window, furniture.Span, _ => new Look(IsDim: true));
        // The longest first, so that what is nested shows on top of what is around it.
        foreach (var (span, attribution) in ContentsOf(attributions).OrderByDescending(content => content.Span.Length))
            Paint(looks, window, span, _ => speakers.LookOf(attribution));
        foreach (var attribution in attributions)
        {
            var colour = speakers.LookOf(attribution).Foreground;
            if (attribution.Source is { } source)
                Paint(looks, window, source, look => look with { Foreground = colour, IsBold = true });
            if (attribution.Cue is { } cue)
                Paint(looks, window, cue, look => look with { IsUnderlined = true });
        }

        var faint = new Look(IsDim: true);
        var edges = EdgesOf(BlockMarks(), window);
        var next = 0;
        for (var start = 0; start < looks.Length || next < edges.Count;)
        {
            for (; next < edges.Count && edges[next].At <= window.Start + start; next++)
                output.Write(edges[next].Text, faint);
            if (start == looks.Length)
                break;
            var limit = next < edges.Count ? edges[next].At - window.Start : looks.Length;
            var end = start + 1;
            while (end < limit && looks[end] == looks[start])
                end++;
            output.Write(analysis.Document.Text.AsSpan(window.Start + start, end - start), looks[start]);
            start = end;
        }
    }

    private static void Paint(Look[] looks, TextSpan window, TextSpan span, Func<Look, Look> change)
    {
        var end = Math.Min(span.End, window.End);
        for (var i = Math.Max(span.Start, window.Start); i < end; i++)
            looks[i - window.Start] = change(looks[i - window.Start]);
    }

    private void WriteBrackets(StyledWriter output, TextSpan window, IReadOnlyList<Attribution> attributions)
    {
        var marks = BlockMarks();
        foreach (var (span, attribution) in ContentsOf(attributions))
            marks.Add(new Mark(span, $"⟦{DocumentSpeakers.NameOf(analysis, attribution)}: ", "⟧"));
        foreach (var attribution in attributions)
        {
            if (attribution.Cue is { } cue)
                marks.Add(new Mark(cue, "_", "_"));
        }

        foreach (var furniture in analysis.Furniture)
            marks.Add(new Mark(furniture.Span, "⟨", "⟩"));

        var written = window.Start;
        foreach (var edge in EdgesOf(marks, window))
        {
            output.Write(analysis.Document.Text.AsSpan(written, edge.At - written));
            output.Write(edge.Text);
            written = edge.At;
        }

        output.Write(analysis.Document.Text.AsSpan(written, window.End - written));
    }

    private List<Mark> BlockMarks() => [.. analysis.Document.Blocks.Select(block => new Mark(block.Span, $"⟪{Describe(block)}: ", "⟫", IsBlock: true))];

    private static List<(int At, string Text)> EdgesOf(List<Mark> marks, TextSpan window) =>
    [
        .. marks
            .Where(mark => mark.Span.Overlaps(window))
            .SelectMany(mark => new[]
            {
                // What ends at a place is closed before anything is opened there; the inner one first, the outer one last, and a block around what fills it.
                (At: Math.Max(mark.Span.Start, window.Start), IsOpening: true, Reach: -mark.Span.End, IsInner: !mark.IsBlock, Text: mark.Open),
                (At: Math.Min(mark.Span.End, window.End), IsOpening: false, Reach: -mark.Span.Start, IsInner: mark.IsBlock, Text: mark.Close),
            })
            .OrderBy(edge => edge.At).ThenBy(edge => edge.IsOpening).ThenBy(edge => edge.Reach).ThenBy(edge => edge.IsInner)
            .Select(edge => (edge.At, edge.Text)),
    ];

    /// <summary>What a block is, and when it was posted or entered.</summary>
    private static string Describe(TextBlock block)
    {
        var kind = block.Kind switch
        {
            BlockKind.Quote => "quotation",
            BlockKind.Entry => "live",
            _ => block.Kind.ToString().ToLowerInvariant(),
        };
        return block.At is { } at ? $"{kind}, {Words.Of(at)}" : kind;
    }

    private sealed record Mark(TextSpan Span, string Open, string Close, bool IsBlock = false);

    private static IEnumerable<(TextSpan Span, Attribution Attribution)> ContentsOf(IReadOnlyList<Attribution> attributions) =>
        attributions.SelectMany(attribution => attribution.Content.Select(span => (span, attribution)));
}
