// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Reading.Encodings;
using Dixit.Reading.Feeds;

namespace Dixit.Reading.Formats;

/// <summary>JSON Lines: a record a line, one line in memory at a time.</summary>
internal sealed class RecordLinesReader : FormatReader
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings { get; } = [".jsonl"];

    /// <summary>Whether the first line is an object and the second starts like one.</summary>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        if (ByteOrderMark.Find(head) is { IsUtf8: true } mark)
            head = head[mark.Length..];
        head = head.TrimStart(" \t\r\n"u8);
        if (!head.StartsWith("{"u8) || head.IndexOf((byte)'\n') is not (> 0 and var end))
            return false;
        return head[..end].TrimEnd(" \t\r"u8).EndsWith("}"u8) && head[end..].TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        var (stream, note) = Narrow(source.Bytes);
        var lines = new ByteLines(stream, source.Options.MaxDocumentBytes);
        var isEmpty = true;
        ReadResult? last = null;
        while (last is null && TryReadNext(lines, source, out last))
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (lines.IsTooLong)
            {
                isEmpty = false;
                yield return ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, lines.Number));
            }
            else if (ReadRecord(lines.Line, lines.Number, source, note) is { } result)
            {
                isEmpty = false;
                yield return result.FromRecord(source.Options, lines.Line.ToArray);
            }
        }

        if (last is not null)
            yield return last;
        else if (isEmpty)
            yield return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
    }

    /// <summary>Lines are cut in bytes, which UTF-16 and UTF-32 do not allow; they are brought to UTF-8 on the way.</summary>
    private static (Stream Stream, string? Note) Narrow(PeekedStream bytes)
    {
        var mark = ByteOrderMark.Find(bytes.Head) ?? TextDecoder.WithoutMark(bytes.Head);
        return mark is null or { IsUtf8: true }
            ? (bytes, null)
            : (Encoding.CreateTranscodingStream(bytes, mark.Encoding, Encoding.UTF8, leaveOpen: true), $"read as {mark.Name}");
    }

    private static bool TryReadNext(ByteLines lines, InputSource source, out ReadResult? last)
    {
        last = null;
        try
        {
            return lines.TryReadNext();
        }
        catch (DecoderFallbackException)
        {
            var problem = ReadProblems.ReportUndecodable(source.Path, "has bytes that are not valid in the encoding that it starts with", lines.Number + 1, null);
            last = ReadResult.Of(problem);
            return false;
        }
    }

    /// <summary>The record of a line, or null for a blank line.</summary>
    private static ReadResult? ReadRecord(ReadOnlyMemory<byte> line, int number, InputSource source, string? note)
    {
        if (line.Span.Trim(" \t\r"u8).IsEmpty)
            return null;
        if (JsonText.ToUtf8(line, out var decoded) is not { } utf8)
            return ReadResult.Of(decoded.Problem(source.Path, line.Span, number)!);
        // Files that were joined keep their byte-order marks, also on a blank line.
        if (utf8.Span.Trim(" \t\r"u8).IsEmpty)
            return null;
        try
        {
            var reader = new Utf8JsonReader(utf8.Span, JsonText.Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                return ReadResult.Of(ReadProblems.ReportWrongType(source.Path, "the record", JsonText.NameOf(reader.TokenType), "an object", number, 1));
            Record.Read(ref reader, out var record, out var fault);
            reader.Read();
            if (fault is not null)
                return ReadResult.Of(fault.ToProblem(source.Path, new TextPosition(number, TextPosition.ColumnOf(utf8.Span[..(int)fault.Index]))));
            if (!record.HasText && JsonNews.Read(utf8, source, number, number, note ?? decoded.Note) is [var news, ..])
                return news;
            return record.ToResult(source, number, false, $"{source.Stem}#{number}", note ?? decoded.Note);
        }
        catch (JsonException exception)
        {
            var before = utf8.Span[..(int)Math.Min(exception.BytePositionInLine ?? 0, utf8.Length)];
            return ReadResult.Of(ReadProblems.ReportBrokenJson(source.Path, JsonText.Explain(exception), number, TextPosition.ColumnOf(before)));
        }
    }
}
