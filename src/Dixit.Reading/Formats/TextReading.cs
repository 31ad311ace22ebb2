// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>Makes a document of a text that came inside something else.</summary>
internal static class TextReading
{
    /// <summary>The document of plain text, or why there is none.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="source">What it was read from, with its address and what its server says of it.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, InputSource source)
    {
        var decoded = NamedEncodings.OfContentType(source.ContentType) is { } named
            ? DecodedText.Of(named.GetString(bytes.Span), null)
            : TextDecoder.Decode(bytes.Span);
        if (decoded.Problem(source.Path, bytes.Span, null) is { } problem)
            return ReadResult.Of(problem);
        var text = decoded.Text!;
        if (string.IsNullOrWhiteSpace(text))
            return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
        return ReadResult.Of(
            new Document(source.Url ?? source.Stem, text) { Uri = source.Url, Outlet = source.Options.Outlet, Published = source.Options.Published, Notes = DocumentNotes.Of(decoded.Note, text) },
            source.Path);
    }
}
