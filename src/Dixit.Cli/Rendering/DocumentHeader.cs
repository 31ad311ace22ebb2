// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Rendering;

/// <summary>The lines that say which document comes next.</summary>
internal static class DocumentHeader
{
    /// <summary>The document in one line, and a line for each note.</summary>
    public static void Write(TextWriter output, Analysis analysis, bool hasColour, int width)
    {
        var document = analysis.Document;
        var id = VisibleText.Shorten(document.Id, width);
        var facts = new List<string>();
        if (document.Outlet is { } outlet)
            facts.Add(outlet);
        if (analysis.Published is { } published)
            facts.Add(Words.Of(published));
        facts.Add(analysis.Attributions.Count == 0 ? "no attributions" : Words.Count(analysis.Attributions.Count, "attribution"));
        var after = VisibleText.Shorten($" · {string.Join(" · ", facts)}", Math.Max(20, width - CellWidth.Of(id)));
        output.Write(hasColour ? new Look(IsBold: true).Paint(id) + new Look(IsDim: true).Paint(" " + after) : $"{id} {after}");
        output.Write('\n');
        if (document.Title is { } title)
            WriteLines(output, title, "", hasColour ? new Look(IsBold: true) : default, width);
        foreach (var note in analysis.Notes)
            WriteLines(output, note, "note: ", hasColour ? new Look(IsDim: true) : default, width);
    }

    private static void WriteLines(TextWriter output, string text, string label, Look look, int width)
    {
        foreach (var line in VisibleText.Wrap(label + text, width - 2))
            output.Write($"  {look.Paint(line)}\n");
    }
}
