// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Cli.Terminals;
using Dixit.Quotations;

namespace Dixit.Cli.Rendering;

/// <summary>A header for each document, and a row for each attribution.</summary>
internal sealed class TableFormat(bool hasColour, int width) : IAnalysisFormat
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int WidestSpeaker = 22;
    private const int WidestWhen = 18;
    private const int NarrowestContent = 24;
    private const int MostContentLines = 3;
    private static readonly Look _titleLook = new(IsDim: true);

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
        if (analysis.Attributions.Count > 0)
            WriteRows(analysis, output);
        output.Write('\n');
    }

    private void WriteRows(Analysis analysis, TextWriter output)
    {
        var speakers = new DocumentSpeakers(analysis);
        var attributions = analysis.Attributions;
        var speaker = new Column("Speaker", attributions.Select(attribution => NameSpeaker(analysis, attribution)), WidestSpeaker);
        var act = new Column("Act", attributions.Select(attribution => Words.Of(attribution.Act)));
        var type = new Column("Type", attributions.Select(attribution => Words.Of(attribution.Kind)));
        var content = new Column("Content", attributions.Select(attribution => SayContent(analysis, attribution)), int.MaxValue);
        var sayings = attributions.Select(SayWhen).ToList();
        var when = new Column("Said, via", sayings, Math.Min(WidestWhen, LongestWord(sayings)));

        List<Column> columns = when.IsEmpty ? [speaker, act, type, content] : [speaker, act, type, content, when];
        // On a narrow screen the words matter most: other columns give way to them.
        foreach (var column in (Column[])[type, act, when])
        {
            if (WidthLeftFor(content, columns) < NarrowestContent)
                columns.Remove(column);
        }

        content.Width = Math.Max(NarrowestContent / 2, WidthLeftFor(content, columns));
        WriteRow(output, columns, [.. columns.Select(column => (IReadOnlyList<string>)[column.Title])], _ => _titleLook);
        for (var i = 0; i < attributions.Count; i++)
        {
            var look = speakers.LookOf(attributions[i]);
            WriteRow(output, columns, [.. columns.Select(column => column.LinesOf(i, MostContentLines))], column => column == speaker ? look : default);
        }
    }

    private int WidthLeftFor(Column column, List<Column> columns) =>
        width - Indent - (Gap * (columns.Count - 1)) - columns.Where(other => other != column).Sum(other => other.Width);

    private void WriteRow(TextWriter output, List<Column> columns, IReadOnlyList<string>[] cells, Func<Column, Look> lookOf)
    {
        var height = cells.Max(cell => cell.Count);
        var line = new StringBuilder();
        for (var i = 0; i < height; i++)
        {
            line.Clear();
            var owed = Indent; // Spaces are written only before something: no line ends in them.
            for (var column = 0; column < cells.Length; column++)
            {
                var text = i < cells[column].Count ? cells[column][i] : "";
                if (text.Length > 0)
                {
                    line.Append(' ', owed).Append(hasColour ? lookOf(columns[column]).Paint(text) : text);
                    owed = 0;
                }

                owed += columns[column].Width - CellWidth.Of(text) + Gap;
            }

            output.Write(line.Append('\n'));
        }
    }

    private static string NameSpeaker(Analysis analysis, Attribution attribution) =>
        (attribution.Parent is null ? "" : "↳ ") + DocumentSpeakers.NameOf(analysis, attribution);

    private static int LongestWord(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split(' ')).Max(word => CellWidth.Of(word));

    private static string SayWhen(Attribution attribution)
    {
        var said = attribution.Said is { } range ? Words.Of(range) : "";
        var via = attribution.Via.Count > 0 ? $"via {string.Join(", ", attribution.Via)}" : "";
        return $"{said} {via}".Trim();
    }

    private static string SayContent(Analysis analysis, Attribution attribution)
    {
        // Enough for the lines that are shown: contents can be pages long.
        const int Most = 2000;
        var text = new StringBuilder();
        for (var i = 0; i < attribution.Content.Count && text.Length < Most; i++)
        {
            var span = attribution.Content[i];
            if (i > 0)
                text.Append(IsNextSentence(analysis, attribution.Content[i - 1].End, span.Start) ? " " : " … ");
            var part = analysis.Document[span];
            text.Append(part.Length > Most ? part[..Most] : part);
        }

        return attribution.Kind == QuotationKind.Direct ? $"“{text}”" : text.ToString();
    }

    // A content of several sentences is cut at their ends, with white space between; elsewhere other words stand between.
    private static bool IsNextSentence(Analysis analysis, int end, int start) =>
        analysis.Document.Text.AsSpan(end, start - end).IsWhiteSpace();

    private sealed class Column
    {
        private readonly string[] _cells;

        /// <param name="title">Its heading.</param>
        /// <param name="cells">A text for each row.</param>
        /// <param name="widest">The most cells it may take, or nothing where it takes what its longest text takes.</param>
        public Column(string title, IEnumerable<string> cells, int? widest = null)
        {
            Title = title;
            _cells = [.. cells];
            Width = Math.Max(title.Length, Math.Min(_cells.Max(cell => CellWidth.Of(cell)), widest ?? int.MaxValue));
        }

        public string Title { get; }

        public int Width { get; set; }

        public bool IsEmpty => Array.TrueForAll(_cells, cell => cell.Length == 0);

        public IReadOnlyList<string> LinesOf(int row, int most)
        {
            var lines = VisibleText.Wrap(_cells[row], Width);
            return lines.Count <= most
                ? lines
                : [.. lines.Take(most - 1), VisibleText.Shorten(string.Join(' ', lines.Skip(most - 1)), Width)];
        }
    }
}
