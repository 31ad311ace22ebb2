// SPDX-License-Identifier: Apache-2.0
using System.Xml;
using Dixit.Reading.Encodings;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Feeds;

/// <summary>News in XML: RSS, Atom and NewsML-G2, told by the root element.</summary>
internal sealed class XmlNewsReader : FormatReader
{
    private static readonly string[] _roots = ["<rss", "<feed", "<atom:feed", "<rdf:RDF", "<newsItem", "<newsMessage", "<opml", "<nitf"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings { get; } = [".atom", ".rss", ".xml"];

    /// <inheritdoc/>
    public override bool IsCertain(ReadOnlySpan<byte> head)
    {
        var start = ForeignFormats.Start(head);
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return !start.Contains("<html", StringComparison.OrdinalIgnoreCase) && !start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
        return Array.Exists(_roots, root => start.StartsWith(root, StringComparison.Ordinal) && start.Length > root.Length && start[root.Length] is ' ' or '>' or '\t' or '\r' or '\n');
    }

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => IsCertain(head);

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        if (source.ReadAll() is not { } bytes)
            return [ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null))];
        var decoded = MarkupDecoder.Decode(bytes.Span, source.ContentType);
        if (decoded.Problem(source.Path, bytes.Span, null) is { } problem)
            return [ReadResult.Of(problem)];
        return string.IsNullOrWhiteSpace(decoded.Text)
            ? [ReadResult.Of(ReadProblems.ReportEmpty(source.Path))]
            : ReadRoot(source, decoded);
    }

    private static IEnumerable<ReadResult> ReadRoot(InputSource source, DecodedText decoded)
    {
        using var xml = XmlElements.OpenReader(decoded.Text!);
        xml.MoveToContent();
        var results = xml.LocalName switch
        {
            "rss" or "RDF" or "feed" => new SyndicationFeed(source, decoded).Read(xml),
            "newsMessage" or "newsItem" => NewsMl.Read(xml, source, decoded.Note),
            "nitf" => NewsMl.ReadNitf(xml, source, decoded.Note),
            "opml" => [ReadResult.Of(ReadProblems.ReportUnsupportedFormat(source.Path, "a list of feeds (OPML); dixit watch reads it"))],
            var root => [ReadResult.Of(ReadProblems.ReportUnsupportedFormat(source.Path, $"an XML file with the root element <{root}>"))],
        };
        foreach (var result in results)
            yield return result;
    }
}
