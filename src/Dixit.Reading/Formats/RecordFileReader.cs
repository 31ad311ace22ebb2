// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>JSON: one record, or an array of records.</summary>
internal sealed class RecordFileReader : FormatReader
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings { get; } = [".json"];

    /// <summary>Whether it starts with an object, or with an array that has an object in it.</summary>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        if (ByteOrderMark.Find(head) is { IsUtf8: true } mark)
            head = head[mark.Length..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head.StartsWith("["u8))
            head = head[1..].TrimStart(" \t\r\n"u8);
        return head.StartsWith("{"u8) && head[1..].TrimStart(" \t\r\n"u8).StartsWith("\""u8);
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        if (source.ReadAll() is not { } bytes)
        {
            yield return ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
            yield break;
        }

        if (JsonText.ToUtf8(bytes, out var decoded) is not { } utf8)
        {
            yield return ReadResult.Of(decoded.Problem(source.Path, bytes.Span, null)!);
            yield break;
        }

        var records = new RecordCursor(utf8, source, decoded.Note);
        var isEmpty = true;
        while (records.ReadNext() is { } result)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            isEmpty = false;
            yield return result;
        }

        if (isEmpty)
            yield return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
    }
}
