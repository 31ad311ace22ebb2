// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Unicode;
using Dixit.Documents;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>Makes a document of bytes that are plain text from their first to their last.</summary>
internal static class TextReading
{
    /// <summary>The document of plain text, or why there is none.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="id">The id of the document.</param>
    /// <param name="source">What it was read from, with its address and what its server says of it.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, string id, InputSource source)
    {
        var decoded = Decode(bytes.Span, source.ContentType);
        if (decoded.Problem(source.Path, bytes.Span, null) is { } problem)
            return ReadResult.Of(problem);
        var text = decoded.Text!;
        if (string.IsNullOrWhiteSpace(text))
            return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
        return ReadResult.Of(
            new Document(id, text) { Uri = source.Url, Outlet = source.Options.Outlet, Published = source.Options.Published, Notes = DocumentNotes.Of(decoded.Note, text) },
            source.Path);
    }

    // Servers name an encoding for all that they have; what shows itself to be Unicode is Unicode all the same.
    private static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType) =>
        NamedEncodings.OfContentType(contentType) is { } named and not (UTF8Encoding or UnicodeEncoding or UTF32Encoding) && ByteOrderMark.Find(bytes) is null && TextDecoder.WithoutMark(bytes) is null && !Utf8.IsValid(bytes) && !BinaryContent.HasControls(bytes)
            ? DecodedText.Of(named.GetString(bytes), named.WebName)
            : TextDecoder.Decode(bytes);
}
