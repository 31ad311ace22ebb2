// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Encodings;
using Dixit.Reading.Feeds;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Tables;

/// <summary>CSV and TSV with a header: a document a row, one row in memory at a time.</summary>
internal sealed class TableReader : FormatReader
{
    private static readonly string[] _fields = ["id", "text", "title", "outlet", "published", "language", "uri"];
    private static readonly byte[] _delimiters = [(byte)',', (byte)';', (byte)'\t', (byte)'|'];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> NamedEndings { get; } = [".csv", ".tsv", ".tab"];

    /// <summary>Whether the first line is a header with at least a <c>text</c> and one other of our fields.</summary>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)'\n') is not (> 0 and var end))
            return false;
        var line = head[..end];
        var cells = Encoding.Latin1.GetString(line).Trim('\uFEFF', '\r', ' ').Split((char)DelimiterOf(line)).Select(cell => cell.Trim('"', ' ').ToLowerInvariant()).ToList();
        return cells.Contains("text") && cells.Count(cell => _fields.Contains(cell)) > 1;
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        var mark = ByteOrderMark.Find(source.Bytes.Head) ?? TextDecoder.WithoutMark(source.Bytes.Head);
        var isWide = mark is not null and { IsUtf8: false };
        Stream stream = isWide ? Encoding.CreateTranscodingStream(source.Bytes, mark!.Encoding, Encoding.UTF8, leaveOpen: true) : source.Bytes;
        var note = isWide ? $"read as {mark!.Name}" : null;
        var head = source.Bytes.Head;
        var line = head.IndexOf((byte)'\n') is >= 0 and var end ? head[..end] : head;
        var rows = new TableRows(stream, DelimiterOf(line), source.Options.MaxDocumentBytes, source.Options.KeepsOriginals);
        if (!rows.TryReadNext() || rows.IsTooLong)
        {
            yield return ReadResult.Of(rows.IsTooLong ? ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, 1) : ReadProblems.ReportEmpty(source.Path));
            yield break;
        }

        if (FindColumns(rows, source, out var problem) is not { } columns)
        {
            yield return ReadResult.Of(problem!);
            yield break;
        }

        // A row says little without its header.
        byte[] header = [.. rows.Bytes];
        var isEmpty = true;
        while (rows.TryReadNext())
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (rows.IsBlank)
                continue;
            isEmpty = false;
            yield return ReadRow(rows, columns, source, note).FromRecord(source.Options, () => [.. header, .. rows.Bytes]);
        }

        if (isEmpty)
            yield return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
    }

    private static ReadResult ReadRow(TableRows rows, Dictionary<string, int> columns, InputSource source, string? note)
    {
        if (rows.IsTooLong)
            return ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, rows.Line));
        var cells = new Dictionary<string, string>();
        foreach (var (field, column) in columns)
        {
            if (column >= rows.Count)
                continue;
            var decoded = TextDecoder.Decode(rows[column]);
            if (decoded.Problem(source.Path, rows[column], rows.Line) is { } problem)
                return ReadResult.Of(problem);
            if (!string.IsNullOrWhiteSpace(decoded.Text))
                cells[field] = decoded.Text;
            if (field == "text")
                note ??= decoded.Note;
        }

        if (!cells.TryGetValue("text", out var text))
            return ReadResult.Of(ReadProblems.ReportBrokenRow(source.Path, "the row has no text in it", rows.Line));
        return new FeedArticle
        {
            OwnId = cells.GetValueOrDefault("id"),
            IsNamedById = true,
            Link = cells.GetValueOrDefault("uri"),
            Title = cells.GetValueOrDefault("title"),
            Outlet = cells.GetValueOrDefault("outlet"),
            Language = cells.GetValueOrDefault("language"),
            Published = cells.GetValueOrDefault("published"),
            Content = text,
        }.ToResult(source, rows.Line, rows.Line, note);
    }

    /// <summary>Which column holds which field.</summary>
    private static Dictionary<string, int>? FindColumns(TableRows rows, InputSource source, out ReadProblem? problem)
    {
        problem = null;
        var names = new List<string>();
        for (var i = 0; i < rows.Count; i++)
            names.Add(TextDecoder.Decode(rows[i]).Text?.Trim().TrimStart('\uFEFF') ?? "");
        var columns = new Dictionary<string, int>();
        foreach (var field in _fields)
        {
            if (!source.Options.Columns.TryGetValue(field, out var wanted))
            {
                var own = names.FindIndex(name => name.Equals(field, StringComparison.OrdinalIgnoreCase) || (field == "language" && name.Equals("lang", StringComparison.OrdinalIgnoreCase)));
                if (own >= 0)
                    columns[field] = own;
                continue;
            }

            var named = names.FindIndex(name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
            if (named < 0)
            {
                problem = ReadProblems.ReportNoColumn(source.Path, $"the table has no column \"{wanted}\"; its columns are: {string.Join(", ", names)}");
                return null;
            }

            columns[field] = named;
        }

        if (columns.ContainsKey("text"))
            return columns;
        problem = ReadProblems.ReportNoColumn(source.Path, $"the table has no column \"text\"; say which one it is, as with --column text={(names.Count > 0 ? names[^1] : "NAME")}. Its columns are: {string.Join(", ", names)}");
        return null;
    }

    // The one that the header has most of, quoted cells aside.
    private static byte DelimiterOf(ReadOnlySpan<byte> header)
    {
        Span<int> counts = stackalloc int[_delimiters.Length];
        var isQuoted = false;
        foreach (var value in header)
        {
            isQuoted ^= value == '"';
            if (!isQuoted && Array.IndexOf(_delimiters, value) is >= 0 and var index)
                counts[index]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return _delimiters[best];
    }
}
