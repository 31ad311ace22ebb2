// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Formats;

namespace Dixit.Reading.Pages;

/// <summary>HTML and XHTML: the article of the page is the text of the document.</summary>
internal sealed class PageReader : FormatReader
{
    private static readonly string[] _starts = ["<!doctype html", "<html", "<head", "<body"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings { get; } = [".htm", ".html", ".xhtml"];

    /// <inheritdoc/>
    public override bool IsCertain(ReadOnlySpan<byte> head) => Recognises(head);

    /// <summary>Whether it starts as a page does. XHTML may have an XML declaration, comments and a document type before.</summary>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        var start = ForeignFormats.Start(head);
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!--", StringComparison.Ordinal))
            return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
        return Array.Exists(_starts, name => start.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        yield return source.ReadAll() is { } bytes
            ? PageReading.Read(bytes, source)
            : ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
    }
}
