// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes statements and their evidence for people.</summary>
internal sealed class StatementLines(TextWriter output, bool hasColour, int width)
{
    private static readonly Look _bold = new(IsBold: true);
    private static readonly Look _dim = new(IsDim: true);

    /// <summary>Who, what and when, in one paragraph.</summary>
    public void WriteHead(StoredStatement statement, string wording, IReadOnlyList<TextSpan> highlights)
    {
        var line = new StyledWriter(output, hasColour, width);
        line.Write(statement.Speaker?.Name ?? "unknown", _bold);
        line.Write(" ");
        line.Write(Describe(statement), _dim);
        line.EndLine();
        WriteWording(wording, highlights, 2);
    }

    /// <summary>The words, with some of them marked.</summary>
    public void WriteWording(string wording, IReadOnlyList<TextSpan> highlights, int indent)
    {
        var text = new StyledWriter(output, hasColour, width, indent);
        var written = 0;
        text.Write("“");
        foreach (var span in highlights)
        {
            text.Write(OneLine(wording.AsSpan(written, span.Start - written)));
            // Without colours, nothing but a sign shows what was found.
            text.Write(hasColour ? wording.AsSpan(span.Start, span.Length) : $"[{wording.AsSpan(span.Start, span.Length)}]", _bold);
            written = span.End;
        }

        text.Write(OneLine(wording.AsSpan(written)));
        text.Write("”");
        text.EndLine();
    }

    /// <summary>A line of evidence: outlet, day and words.</summary>
    public void WriteReport(StatementReport report)
    {
        var line = new StyledWriter(output, hasColour, width, 4);
        line.Write(Place(report), _dim);
        line.Write(report.Kind == QuotationKind.Direct ? $" “{OneLine(report.Wording)}”" : $" {OneLine(report.Wording)}");
        line.EndLine();
    }

    /// <summary>Such as <c>Le Cadran, 2024-10-08, release:</c>.</summary>
    public static string Place(StatementReport report)
    {
        var facts = new List<string> { report.Outlet ?? report.Document };
        if (report.Day is { } day)
            facts.Add(Words.Of(day));
        if (report.IsPrimary)
            facts.Add("primary source");
        if (report.Via.Count > 0)
            facts.Add($"via {string.Join(", ", report.Via)}");
        if (!report.IsCurrent)
            facts.Add($"version {report.Version}, since replaced");
        return string.Join(", ", facts) + ":";
    }

    private static string Describe(StoredStatement statement)
    {
        var facts = new List<string> { Words.Of(statement.Act) };
        if (statement.First is { } first)
            facts.Add(statement.Last is { } last && last != first ? $"{Words.Of(first)} to {Words.Of(last)}" : Words.Of(first));
        facts.Add(Words.Count(statement.Documents, "document"));
        if (statement.Outlets > 1)
            facts.Add(Words.Count(statement.Outlets, "outlet"));
        facts.Add(statement.Id);
        return $"· {string.Join(" · ", facts)}";
    }

    private static string OneLine(ReadOnlySpan<char> text)
    {
        // As it stands, but on one line: a highlight may begin or end at a space.
        var line = text.ToString().ReplaceLineEndings(" ");
        while (line.Contains("  ", StringComparison.Ordinal))
            line = line.Replace("  ", " ");
        return line;
    }
}
