// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;

namespace Dixit.Cli.Explaining;

/// <summary>What <c>dixit explain</c> shows of one analysis: all of it, or what touches one line.</summary>
internal sealed class Explanation
{
    private const int ContextLength = 60;

    /// <summary>Chooses what to show.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="line">The line of the text to keep to, which must be one of its lines, or null for the whole text.</param>
    /// <param name="factors">What makes up the confidence of an attribution, or null where nobody knows.</param>
    public Explanation(Analysis analysis, int? line, Func<Attribution, IReadOnlyList<ConfidenceFactor>>? factors = null)
    {
        Analysis = analysis;
        FactorsOf = factors ?? (static _ => []);
        Lines = new LineIndex(analysis.Document.Text);
        Line = line;
        var window = line is { } number ? Lines.SpanOf(number) : new TextSpan(0, analysis.Document.Text.Length);
        Attributions = line is null ? analysis.Attributions : [.. analysis.Attributions.Where(attribution => Touches(attribution, window))];
        Unreported = line is null ? analysis.Unreported : [.. analysis.Unreported.Where(unreported => unreported.Quoted.Outer.Overlaps(window))];
        Furniture = line is null ? analysis.Furniture : [.. analysis.Furniture.Where(furniture => furniture.Span.Overlaps(window))];
    }

    /// <summary>The whole analysis.</summary>
    public Analysis Analysis { get; }

    /// <summary>What makes up the confidence of an attribution, the weightiest facts as they were looked at.</summary>
    public Func<Attribution, IReadOnlyList<ConfidenceFactor>> FactorsOf { get; }

    /// <summary>The lines of the document's text.</summary>
    public LineIndex Lines { get; }

    /// <summary>The line it keeps to, or null.</summary>
    public int? Line { get; }

    /// <summary>The attributions to explain.</summary>
    public IReadOnlyList<Attribution> Attributions { get; }

    /// <summary>The quoted spans that no attribution reports.</summary>
    public IReadOnlyList<UnreportedQuotation> Unreported { get; }

    /// <summary>What was taken for the site's rather than the article's.</summary>
    public IReadOnlyList<Furniture> Furniture { get; }

    /// <summary>All that an attribution rests on: contents, cue and source, and what is between them.</summary>
    public static TextSpan ExtentOf(Attribution attribution)
    {
        var extent = attribution.Content.Extent;
        if (attribution.Cue is { } cue)
            extent = extent.Union(cue);
        if (attribution.Source is { } source)
            extent = extent.Union(source);
        return extent;
    }

    /// <summary>The extent with a few words of its lines on either side, cut between words.</summary>
    public TextSpan ContextOf(TextSpan extent)
    {
        var text = Analysis.Document.Text;
        var start = Lines.SpanOf(Lines.LineOf(extent.Start)).Start;
        if (extent.Start - start > ContextLength)
        {
            start = extent.Start - ContextLength;
            start += text.AsSpan(start - 1, extent.Start - start + 1).IndexOf(' ') is >= 0 and var space ? space : ContextLength;
        }

        var end = Lines.SpanOf(Lines.LineOf(extent.End)).End;
        if (end - extent.End > ContextLength)
        {
            var lastSpace = text.AsSpan(extent.End, ContextLength + 1).LastIndexOf(' ');
            end = extent.End + Math.Max(0, lastSpace);
        }

        while (start < extent.Start && char.IsWhiteSpace(text[start]))
            start++;
        while (end > extent.End && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }

    /// <summary>Whether words of the same line stand before a context.</summary>
    public bool IsCutBefore(TextSpan context) =>
        !Analysis.Document.Text.AsSpan(Lines.SpanOf(Lines.LineOf(context.Start)).Start..context.Start).IsWhiteSpace();

    /// <summary>Whether words of the same line stand after a context.</summary>
    public bool IsCutAfter(TextSpan context) =>
        !Analysis.Document.Text.AsSpan(context.End..Lines.SpanOf(Lines.LineOf(context.End)).End).IsWhiteSpace();

    private static bool Touches(Attribution attribution, TextSpan window) =>
        attribution.Content.Overlaps(window)
        || attribution.Cue?.Overlaps(window) == true
        || attribution.Source?.Overlaps(window) == true;
}
