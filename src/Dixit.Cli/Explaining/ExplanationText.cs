// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Attributions;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Documents;
using Dixit.Quotations;

namespace Dixit.Cli.Explaining;

/// <summary>Writes an explanation for a person to read.</summary>
internal sealed class ExplanationText(bool hasColour, int width)
{
    private const int LabelWidth = 10;

    /// <summary>Writes one explanation and an empty line.</summary>
    public void Write(Explanation explanation, TextWriter output)
    {
        var analysis = explanation.Analysis;
        DocumentHeader.Write(output, analysis, hasColour, width);
        var speakers = new DocumentSpeakers(analysis);
        foreach (var attribution in explanation.Attributions)
            WriteAttribution(explanation, speakers, attribution, output);
        if (explanation.Unreported.Count > 0)
            output.Write($"\n{Paint(new Look(IsBold: true), "Quotations left alone")}\n");
        foreach (var unreported in explanation.Unreported)
            WriteUnreported(explanation, unreported, output);
        if (explanation.Furniture.Count > 0)
            output.Write($"\n{Paint(new Look(IsBold: true), "Not part of the article")}\n");
        foreach (var furniture in explanation.Furniture)
            WriteFurniture(explanation, furniture, output);
        if (explanation is { Attributions.Count: 0, Unreported.Count: 0, Furniture.Count: 0 })
            output.Write(explanation.Line is { } line ? $"\n  Nothing on line {line} is reported or quoted.\n" : "\n  Nothing is reported or quoted.\n");
        output.Write('\n');
    }

    private void WriteAttribution(Explanation explanation, DocumentSpeakers speakers, Attribution attribution, TextWriter output)
    {
        var analysis = explanation.Analysis;
        var extent = Explanation.ExtentOf(attribution);
        var line = explanation.Lines.LineOf(extent.Start);
        output.Write($"\n{Paint(new Look(IsBold: true), $"{attribution.Id}. line {line}:")} {Words.Of(attribution.Kind)}, {Words.Of(attribution.Act)}, confidence {attribution.Evidence.Confidence:0.00}\n");

        var styled = new StyledWriter(output, hasColour, width, indent: 2);
        var context = explanation.ContextOf(extent);
        if (explanation.IsCutBefore(context))
            styled.Write("… ");
        new MarkedText(analysis, speakers, hasColour).Write(styled, context, [attribution]);
        if (explanation.IsCutAfter(context))
            styled.Write(" …");
        styled.EndLine();

        foreach (var content in attribution.Content)
            WriteField(output, "content", Quote(analysis, content));
        WriteField(output, "cue", attribution.Cue is { } cue ? Quote(analysis, cue) : "none: a bare quotation");
        WriteField(output, "source", attribution.Source is { } source ? Quote(analysis, source) : "none named in the text");
        WriteField(output, "speaker", attribution.Speaker is { } speaker
            ? $"{speaker.Name} ({DocumentSpeakers.Describe(speaker)})"
            : "unknown: the document does not tell");
        WriteField(output, "found by", attribution.Evidence.Rule);
        if (explanation.FactorsOf(attribution) is { Count: > 0 } factors)
            WriteField(output, "weighed", string.Join(", ", factors.Select(factor => string.Create(CultureInfo.InvariantCulture, $"{factor.Name} {factor.Weight:+0.00;-0.00}"))));
        if (attribution.Evidence.SpeakerRule is { } speakerRule)
            WriteField(output, "resolved", $"by {speakerRule}");
        if (attribution.Parent is { } parent)
            WriteField(output, "inside", $"attribution {parent}");
        if (attribution.Via.Count > 0)
            WriteField(output, "via", string.Join(", ", attribution.Via));
        if (attribution.Addressee is { } addressee)
            WriteField(output, "to", addressee);
        if (attribution.Occasion is { } occasion)
            WriteField(output, "occasion", occasion);
        if (attribution.Place is { } place)
            WriteField(output, "place", place);
        if (attribution.Said is { } said)
            WriteField(output, "said", Words.Of(said));
    }

    private void WriteUnreported(Explanation explanation, UnreportedQuotation unreported, TextWriter output)
    {
        var outer = unreported.Quoted.Outer;
        var damage = unreported.Quoted.Damage is { } kind ? $"; its marks are damaged ({kind})" : "";
        WriteEntry(output, explanation.Lines.LineOf(outer.Start), explanation.Analysis.Document[outer], $"{Reasons.Explain(unreported.Reason)} ({unreported.Reason}){damage}");
    }

    private void WriteFurniture(Explanation explanation, Furniture furniture, TextWriter output) =>
        WriteEntry(output, explanation.Lines.LineOf(furniture.Span.Start), explanation.Analysis.Document[furniture.Span], $"{furniture.Kind}, found by {furniture.Rule}");

    private void WriteEntry(TextWriter output, int line, ReadOnlySpan<char> text, string reason)
    {
        var label = $"  line {line}  ";
        output.Write($"{Paint(new Look(IsBold: true), label)}{VisibleText.Shorten(text, width - label.Length)}\n");
        foreach (var part in VisibleText.Wrap(reason, width - 6))
            output.Write($"      {part}\n");
    }

    private void WriteField(TextWriter output, string label, string value)
    {
        var lines = VisibleText.Wrap(value, width - LabelWidth - 4);
        for (var i = 0; i < lines.Count; i++)
            output.Write($"    {Paint(new Look(IsDim: true), (i == 0 ? label : "").PadRight(LabelWidth))}{lines[i]}\n");
    }

    // The text around it is shown whole; what is said again of it need not be.
    private string Quote(Analysis analysis, TextSpan span) => $"“{VisibleText.Shorten(analysis.Document[span], (width - LabelWidth - 6) * 2)}”";

    private string Paint(Look look, string text) => hasColour ? look.Paint(text) : text;
}
