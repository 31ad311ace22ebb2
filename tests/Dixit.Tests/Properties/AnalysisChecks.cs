// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Tests.Properties;

/// <summary>What every analysis promises, whatever the text.</summary>
internal static class AnalysisChecks
{
    /// <summary>The promises that the analysis breaks, in words; empty where it keeps them all.</summary>
    public static List<string> Problems(Analysis analysis)
    {
        var problems = new List<string>();
        CheckSpans(analysis, problems);
        CheckOrder(analysis, problems);
        CheckParents(analysis, problems);
        CheckQuoted(analysis.QuotedSpans, problems);
        foreach (var unreported in analysis.Unreported)
        {
            if (!analysis.QuotedSpans.Contains(unreported.Quoted))
                problems.Add($"unreported {unreported.Quoted.Outer} is no quoted span");
            if (unreported.Reason.Length == 0)
                problems.Add($"unreported {unreported.Quoted.Outer} has no reason");
        }

        return problems;
    }

    /// <summary>All that the analysis says, a line for each finding: equal texts are equal analyses.</summary>
    public static string Render(Analysis analysis)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{analysis.Language} {analysis.Published} {string.Join('|', analysis.Notes)}");
        foreach (var piece in analysis.Furniture)
            text.AppendLine(CultureInfo.InvariantCulture, $"furniture {piece.Span} {piece.Kind} {piece.Rule}");
        foreach (var quoted in analysis.QuotedSpans)
            text.AppendLine(CultureInfo.InvariantCulture, $"quoted {quoted.Outer} {quoted.Inner} {quoted.Depth} {quoted.Damage}");
        foreach (var unreported in analysis.Unreported)
            text.AppendLine(CultureInfo.InvariantCulture, $"unreported {unreported.Quoted.Outer} {unreported.Reason}");
        foreach (var attribution in analysis.Attributions)
            text.AppendLine(Render(attribution));
        foreach (var speaker in analysis.Speakers)
            text.AppendLine(Render(speaker));
        foreach (var mention in analysis.Mentions)
            text.AppendLine(mention.ToString());
        return text.ToString();
    }

    /// <summary>One attribution with all that is known of it.</summary>
    public static string Render(Attribution attribution) =>
        $"{attribution.Id} in {attribution.Parent} {attribution.Kind}: {attribution.Content} cue {attribution.Cue} source {attribution.Source} speaker {attribution.Speaker?.Name} "
        + $"said {attribution.Said} {attribution.Act} via {string.Join('|', attribution.Via)} to {attribution.Addressee} at {attribution.Occasion} in {attribution.Place} by {attribution.Evidence}";

    private static string Render(Speaker speaker) => $"{speaker.Name} {speaker.Kind} {speaker.Role} {speaker.Gender} {string.Join('|', speaker.Aliases)}";

    private static void CheckSpans(Analysis analysis, List<string> problems)
    {
        var text = analysis.Document.Text;
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.Content.Count == 0)
                problems.Add($"{attribution.Id} has no content");
            foreach (var span in attribution.Content)
                Check(text, span, $"content of {attribution.Id}", problems);
            if (attribution.Cue is { } cue)
                Check(text, cue, $"cue of {attribution.Id}", problems);
            if (attribution.Source is { } source)
                Check(text, source, $"source of {attribution.Id}", problems);
            if (attribution.Evidence.Confidence is not (> 0 and <= 1))
                problems.Add($"{attribution.Id} has the confidence {attribution.Evidence.Confidence}");
            if (attribution.Speaker is { } speaker && !analysis.Speakers.Contains(speaker))
                problems.Add($"{attribution.Id} has a speaker of its own");
        }

        foreach (var quoted in analysis.QuotedSpans)
        {
            Check(text, quoted.Outer, "quoted with its marks", problems);
            Check(text, quoted.Inner, "quoted", problems);
        }

        foreach (var piece in analysis.Furniture)
            Check(text, piece.Span, "furniture", problems);
        foreach (var mention in analysis.Mentions)
            Check(text, mention.Span, "mention", problems);
    }

    private static void Check(string text, TextSpan span, string what, List<string> problems)
    {
        if (span.IsEmpty || span.End > text.Length)
            problems.Add($"{what}: {span} is empty or outside the text of {text.Length}");
        else if (IsInsidePair(text, span.Start) || IsInsidePair(text, span.End))
            problems.Add($"{what}: {span} cuts a surrogate pair");
    }

    private static bool IsInsidePair(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsHighSurrogate(text[offset - 1]) && char.IsLowSurrogate(text[offset]);

    private static void CheckOrder(Analysis analysis, List<string> problems)
    {
        for (var i = 0; i < analysis.Attributions.Count; i++)
        {
            if (analysis.Attributions[i].Id != i + 1)
                problems.Add($"the attribution at {i} has the id {analysis.Attributions[i].Id}");
            if (i > 0 && analysis.Attributions[i].Content[0].Start < analysis.Attributions[i - 1].Content[0].Start)
                problems.Add($"{i + 1} begins before {i}");
        }

        for (var i = 1; i < analysis.Mentions.Count; i++)
        {
            if (analysis.Mentions[i].Span < analysis.Mentions[i - 1].Span)
                problems.Add($"the mention {analysis.Mentions[i].Span} comes after {analysis.Mentions[i - 1].Span}");
        }

        for (var i = 1; i < analysis.Furniture.Count; i++)
        {
            if (analysis.Furniture[i].Span.Start < analysis.Furniture[i - 1].Span.End)
                problems.Add($"the furniture {analysis.Furniture[i].Span} comes after {analysis.Furniture[i - 1].Span}");
        }
    }

    private static void CheckParents(Analysis analysis, List<string> problems)
    {
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.Parent is not { } id)
                continue;
            if (id < 1 || id > analysis.Attributions.Count)
            {
                problems.Add($"{attribution.Id} has the parent {id}, which there is not");
                continue;
            }

            var parent = analysis.Attributions[id - 1];
            if (!parent.Content.Extent.Contains(attribution.Content.Extent))
                problems.Add($"{attribution.Id} {attribution.Content.Extent} stands in {id} {parent.Content.Extent}, which does not hold it");
            var steps = 0;
            for (var up = parent; up.Parent is { } next && steps <= analysis.Attributions.Count; up = analysis.Attributions[next - 1])
                steps++;
            if (steps > analysis.Attributions.Count)
                problems.Add($"{attribution.Id} is its own ancestor");
        }
    }

    // In order, one beside or inside another, and as deep as there are others around it.
    private static void CheckQuoted(IReadOnlyList<QuotedSpan> quoted, List<string> problems)
    {
        var open = new Stack<QuotedSpan>();
        for (var i = 0; i < quoted.Count; i++)
        {
            var span = quoted[i];
            if (i > 0 && span.Outer.Start < quoted[i - 1].Outer.Start)
                problems.Add($"the quoted span {span.Outer} comes after {quoted[i - 1].Outer}");
            if (!span.Outer.Contains(span.Inner))
                problems.Add($"the quoted span {span.Outer} does not hold its words {span.Inner}");
            while (open.Count > 0 && open.Peek().Inner.End <= span.Inner.Start)
                open.Pop();
            if (open.Count > 0 && !open.Peek().Inner.Contains(span.Inner))
                problems.Add($"the quoted spans {open.Peek().Inner} and {span.Inner} cross");
            if (span.Depth != open.Count)
                problems.Add($"the quoted span {span.Outer} has the depth {span.Depth}, with {open.Count} around it");
            open.Push(span);
        }
    }
}
