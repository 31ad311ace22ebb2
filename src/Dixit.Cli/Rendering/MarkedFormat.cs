// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Cli.Terminals;
using Dixit.Documents;

namespace Dixit.Cli.Rendering;

/// <summary>The article itself with each speaker's words marked, and a legend of the speakers.</summary>
/// <param name="hasColour">Whether to mark by colours; else by brackets.</param>
/// <param name="width">The columns of a line.</param>
/// <param name="breaksLines">Whether to break the article's lines at that width, as for a screen.</param>
internal sealed class MarkedFormat(bool hasColour, int width, bool breaksLines) : IAnalysisFormat
{
    /// <inheritdoc/>
    public Action<Analysis> OpenOn(Stream output)
    {
        var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        return analysis =>
        {
            Write(analysis, writer);
            writer.Flush();
        };
    }

    /// <summary>Writes one analysis and an empty line.</summary>
    public void Write(Analysis analysis, TextWriter output)
    {
        DocumentHeader.Write(output, analysis, hasColour, width);
        output.Write('\n');
        var speakers = new DocumentSpeakers(analysis);
        var text = analysis.Document.Text.AsSpan().TrimEnd();
        var styled = new StyledWriter(output, hasColour, breaksLines ? width : null);
        new MarkedText(analysis, speakers, hasColour).Write(styled, new TextSpan(0, text.Length), analysis.Attributions);
        styled.EndLine();
        if (analysis.Attributions.Count > 0)
            WriteLegend(analysis, speakers, output);
        output.Write('\n');
    }

    private void WriteLegend(Analysis analysis, DocumentSpeakers speakers, TextWriter output)
    {
        output.Write('\n');
        var legend = hasColour ? MarkedText.ColourLegend : MarkedText.BracketLegend;
        if (analysis.Document.Blocks.Count > 0)
            legend = $"{legend}{(hasColour ? ";" : ",")} {MarkedText.BlockLegend}";
        foreach (var line in VisibleText.Wrap($"Marks: {legend}", width))
            output.Write($"{line}\n");
        output.Write("Speakers:\n");
        for (var number = 0; number < speakers.InOrder.Count; number++)
        {
            var (speaker, count) = speakers.InOrder[number];
            WriteSpeaker(output, SpeakerColours.Of(number), speaker.Name, DocumentSpeakers.Describe(speaker), count);
        }

        var unknown = analysis.Attributions.Count(attribution => attribution.Speaker is null);
        if (unknown > 0)
            WriteSpeaker(output, SpeakerColours.Unknown, "unknown", null, unknown);
    }

    private void WriteSpeaker(TextWriter output, int colour, string name, string? description, int count)
    {
        name = VisibleText.OneLine(name);
        var rest = VisibleText.OneLine($"{(description is null ? "" : $"({description}) ")}{Words.Count(count, "attribution")}");
        output.Write($"  {(hasColour ? new Look(colour).Paint("■ " + name) : name)} {rest}\n");
    }
}
