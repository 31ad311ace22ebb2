// SPDX-License-Identifier: Apache-2.0
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
        yield return source.ReadAll() is { } bytes ? TextReading.Read(bytes, source.Stem, source) : ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
    }
}
