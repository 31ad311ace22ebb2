// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Terminals;
using Dixit.Documents;

namespace Dixit.Cli.Rendering;

/// <summary>The lines that say which document comes next.</summary>
internal static class DocumentHeader
{
    /// <summary>The document in one line, and a line for each note.</summary>
    public static void Write(TextWriter output, Analysis analysis, bool hasColour, int width)
    {
        var document = analysis.Document;
        var facts = new List<string>();
        if (document.Outlet is { } outlet)
            facts.Add(VisibleText.OneLine(outlet));
        if (analysis.Published is { } published)
            facts.Add(document.PublishedAt is { } at && at.Day == published ? Words.Of(at) : Words.Of(published));
        if (document.Modified is { } modified)
            facts.Add($"changed {(document.ModifiedAt is { } changedAt ? Words.Of(changedAt) : Words.Of(modified))}");
        if (document.Authors.Count > 0)
            facts.Add(VisibleText.OneLine($"by {string.Join(", ", document.Authors)}"));
        if (analysis.Quality != TextQuality.Good)
            facts.Add($"{analysis.Quality.ToString().ToLowerInvariant()} text");
        facts.Add(analysis.Attributions.Count == 0 ? "no attributions" : Words.Count(analysis.Attributions.Count, "attribution"));

        var bold = hasColour ? new Look(IsBold: true) : default;
        var faint = hasColour ? new Look(IsDim: true) : default;
        var id = VisibleText.Shorten(document.Id, width);
        var line = $" · {string.Join(" · ", facts)}";
        var fits = CellWidth.Of(id) + CellWidth.Of(line) <= width;
        output.Write($"{bold.Paint(id)}{(fits ? faint.Paint(line) : "")}\n");
        if (!fits)
            WriteLines(output, line[3..], faint, width);
        if (document.Title is { } title)
            WriteLines(output, title, bold, width);
        foreach (var note in analysis.Notes)
            WriteLines(output, $"note: {note}", faint, width);
    }

    private static void WriteLines(TextWriter output, string text, Look look, int width)
    {
        foreach (var line in VisibleText.Wrap(text, width - 2))
            output.Write($"  {look.Paint(line)}\n");
    }
}
