// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Warc;

/// <summary>Web archives: the pages that servers answered with, and what was made of pages by others before (WET).</summary>
internal sealed class WarcReader : FormatReader
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings { get; } = [".warc", ".wet"];

    /// <inheritdoc/>
    public override bool IsCertain(ReadOnlySpan<byte> head) => head.StartsWith("WARC/"u8);

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => IsCertain(head);

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        var records = new WarcRecords(source.Bytes, source.Options.MaxDocumentBytes);
        var number = 0;
        var isEmpty = true;
        while (records.TryReadNext())
        {
            source.Cancellation.ThrowIfCancellationRequested();
            number++;
            if (ReadRecord(records, source, number) is not { } result)
                continue;
            isEmpty = false;
            yield return result;
        }

        if (isEmpty)
            yield return ReadResult.Of(ReadProblems.ReportNoTextIn(source.Path, "the web archive holds no page"));
    }

    /// <summary>The page of a record, or null where it has none: requests, descriptions, images, answers that are no pages.</summary>
    private static ReadResult? ReadRecord(WarcRecords records, InputSource source, int number)
    {
        var url = records["WARC-Target-URI"]?.Trim('<', '>', ' ');
        if (string.IsNullOrEmpty(url))
            url = null;
        var path = $"{source.Path}/{url ?? $"record {number}"}";
        if (records.Fault is { } fault)
            return ReadResult.Of(ReadProblems.ReportBrokenWarc(path, fault));
        var type = records["WARC-Type"];
        if (type is not ("response" or "resource" or "conversion"))
            return null;
        if (records.IsTooLong)
            return ReadResult.Of(ReadProblems.ReportTooLarge(path, source.Options.MaxDocumentBytes, null));
        var page = source with { Path = path, Stem = $"{source.Stem}#{number}", Url = url, ContentType = records["Content-Type"], Fetched = DateOf(records["WARC-Date"]) };
        if (type != "response")
            return ReadContent(records.Body, page);
        if (HttpMessage.Parse(records.Body) is not { } message)
            return url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? ReadResult.Of(ReadProblems.ReportBrokenWarc(path, "the record is not the answer of a web server")) : null;
        if (message.Status is < 200 or > 299 || KindOf(message.ContentType) == Kind.Other)
            return null;
        try
        {
            return message.Decode(source.Options.MaxDocumentBytes, source.Expansion) is { } content
                ? ReadContent(content, page with { ContentType = message.ContentType })
                : ReadResult.Of(ReadProblems.ReportTooLarge(path, source.Options.MaxDocumentBytes, null));
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return ReadResult.Of(ReadProblems.ReportBrokenWarc(path, $"the content of the record cannot be unpacked: {exception.Message.TrimEnd('.')}"));
        }
    }

    private static DateTimeOffset? DateOf(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static ReadResult? ReadContent(ReadOnlyMemory<byte> content, InputSource page) => KindOf(page.ContentType) switch
    {
        Kind.Page => PageReading.Read(content, page),
        Kind.Text => TextReading.Read(content, page.Url ?? page.Stem, page).FromRecord(page.Options, content.ToArray),
        _ => null,
    };

    private static Kind KindOf(string? contentType)
    {
        var type = (contentType ?? "text/html").Split(';')[0].Trim().ToLowerInvariant();
        return type switch
        {
            "text/html" or "application/xhtml+xml" => Kind.Page,
            "text/plain" => Kind.Text,
            _ => Kind.Other,
        };
    }

    private enum Kind
    {
        Other,
        Page,
        Text,
    }
}
