// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Dixit.Reading.Formats;
using Dixit.Reading.Office;

namespace Dixit.Reading.Archives;

/// <summary>ZIP: an archive, or one of the documents that are ZIP files inside.</summary>
internal sealed class ZipReader : FormatReader
{
    // The list of entries is held in memory, some hundred bytes for each.
    private const int MostEntries = 2_000_000;

    private static readonly (string Entry, string Kind)[] _others =
    [
        ("xl/workbook.xml", "a spreadsheet; save it as CSV"),
        ("ppt/presentation.xml", "a presentation"),
        ("mimetype", "an OpenDocument or EPUB file; save it as DOCX or as text"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings => [".docx", ".zip"];

    /// <inheritdoc/>
    public override bool IsCertain(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => IsCertain(head);

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        using var spool = source.Bytes.CanRewind ? null : Spool(source);
        var stream = spool ?? source.Bytes.Rewind();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries)
        {
            yield return ReadResult.Of(ReadProblems.ReportBrokenArchive(source.Path, $"it has more than {MostEntries} entries"));
            yield break;
        }

        if (zip.GetEntry("word/document.xml") is not null)
        {
            stream.Position = 0;
            yield return DocxReader.ReadOne(source, stream);
            yield break;
        }

        if (Array.Find(_others, other => zip.GetEntry(other.Entry) is not null).Kind is { } kind)
        {
            yield return ReadResult.Of(ReadProblems.ReportUnsupportedFormat(source.Path, kind));
            yield break;
        }

        var entries = new ArchiveEntries(source);
        foreach (var entry in zip.Entries)
        {
            foreach (var result in entries.Read(entry.FullName, path => entry.IsEncrypted ? ReadProblems.ReportBrokenArchive(path, "it is encrypted") : null, () => new ExpandedStream(entry.Open(), source.Expansion)))
                yield return result;
        }

        foreach (var result in entries.End())
            yield return result;
    }

    // The list of what a ZIP file holds stands at its end: one that comes through a pipe, or out of another archive, waits in a file
    // that is gone when it is closed.
    private static FileStream Spool(InputSource source)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"dixit-{Guid.NewGuid():N}.zip"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        });
        try
        {
            var buffer = new byte[64 * 1024];
            while (source.Bytes.Read(buffer, 0, buffer.Length) is > 0 and var read)
            {
                source.Cancellation.ThrowIfCancellationRequested();
                file.Write(buffer, 0, read);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
