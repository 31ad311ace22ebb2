// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Encodings;
using Dixit.Reading.Feeds;

namespace Dixit.Reading.Formats;

/// <summary>Reads a page that came inside something else: in a web archive, in a mail, from a server.</summary>
internal static class PageReading
{
    /// <summary>The document of a page, or why there is none.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="source">What it was read from, with its address and what its server says of it.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, InputSource source)
    {
        var decoded = XmlDecoder.Decode(bytes.Span, source.ContentType);
        if (decoded.Problem(source.Path, bytes.Span, null) is { } problem)
            return ReadResult.Of(problem);
        var text = FragmentText.Read(decoded.Text!);
        return text.Length == 0
            ? ReadResult.Of(ReadProblems.ReportEmpty(source.Path))
            : ReadResult.Of(
                new Document(source.Url ?? source.Stem, text) { Uri = source.Url, Outlet = source.Options.Outlet, Published = source.Options.Published, Notes = DocumentNotes.Of(decoded.Note, text) },
                source.Path);
    }
}
