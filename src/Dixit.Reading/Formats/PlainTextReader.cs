// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>Plain text: all of the input is the text of one document.</summary>
internal sealed class PlainTextReader : FormatReader
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings { get; } = [".txt"];

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => true;

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        yield return ReadOne(source);
    }

    private static ReadResult ReadOne(InputSource source)
    {
        if (source.ReadAll() is not { } bytes)
            return ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
        var decoded = TextDecoder.Decode(bytes.Span);
        if (decoded.Problem(source.Path, bytes.Span, null) is { } problem)
            return ReadResult.Of(problem);
        var text = decoded.Text!;
        if (string.IsNullOrWhiteSpace(text))
            return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
        var document = new Document(source.Stem, text)
        {
            Uri = source.Url,
            Outlet = source.Options.Outlet,
            Published = source.Options.Published,
            Notes = DocumentNotes.Of(decoded.Note, text),
        };
        return ReadResult.Of(document, source.Path);
    }
}
