// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Archives;

/// <summary>TAR, read on from its start.</summary>
internal sealed class TarFileReader : FormatReader
{
    private const int MagicOffset = 257;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings => [".tar"];

    /// <inheritdoc/>
    public override bool IsCertain(ReadOnlySpan<byte> head) => head.Length >= 512 && head[MagicOffset..].StartsWith("ustar"u8);

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => IsCertain(head);

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        using var tar = new TarReader(source.Bytes, leaveOpen: true);
        var entries = new ArchiveEntries(source);
        while (Next(tar) is { } entry)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
                continue;
            foreach (var result in entries.Read(entry.Name, _ => null, () => entry.DataStream ?? Stream.Null))
                yield return result;
        }

        foreach (var result in entries.End())
            yield return result;
    }

    // A header that says what cannot be is told in many ways.
    private static TarEntry? Next(TarReader tar)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }
}
