// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Formats;

namespace Dixit.Reading.Archives;

/// <summary>One compressed file, of one gzip member or of many, as web archives have them. It is what is in it.</summary>
internal sealed class GzipReader : FormatReader
{
    private static readonly byte[] _start = [0x1F, 0x8B, 0x08];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings => [".tgz"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> NamedEndings => [".gz"];

    /// <inheritdoc/>
    public override bool IsCertain(ReadOnlySpan<byte> head) => head.StartsWith(_start);

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => IsCertain(head);

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source) => IsCertain(source.Bytes.Head)
        ? source.ReadInside(source.Path, source.Stem, InnerName(source.Name), () => new ExpandedStream(new GzipInput(source.Bytes), source.Expansion))
        : [ReadResult.Of(ReadProblems.ReportBrokenArchive(source.Path, "it does not begin as a gzip file does"))];

    private static string InnerName(string name) =>
        name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name[..^4] + ".tar"
        : name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3]
        : name;
}
