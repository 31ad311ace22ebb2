// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Archives;

namespace Dixit.Reading.Formats;

/// <summary>The bytes of one input on their way to a reader, with what the reader must know of it. Read once, from the start.</summary>
/// <param name="Path">How to call it in results and problems.</param>
/// <param name="Stem">The id of a document of it that brings none.</param>
/// <param name="Bytes">Its bytes, none of them taken yet.</param>
/// <param name="Options">What the user asked for.</param>
/// <param name="Cancellation">Ends the run between two documents.</param>
internal sealed record InputSource(string Path, string Stem, PeekedStream Bytes, DocumentReaderOptions Options, CancellationToken Cancellation)
{
    /// <summary>The name whose ending may tell the form; that of a compressed file is without the compression's.</summary>
    public string Name { get; init; } = Path;

    /// <summary>How many archives are around it.</summary>
    public int Depth { get; init; }

    /// <summary>What has come out of all of them.</summary>
    public Expansion Expansion { get; init; } = new(Options.MaxExpandedBytes);

    /// <summary>The address that it was fetched from, or null.</summary>
    public string? Url { get; init; }

    /// <summary>What its server says that it is, with the encoding, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>When it was fetched, or null where that is not known.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>All its bytes, once they were read at a time and if originals are kept; else null.</summary>
    public ReadOnlyMemory<byte>? Whole { get; private set; }

    /// <summary>Tells that there are several documents in it, so that its bytes are the original of none.</summary>
    public void HoldsMany() => Whole = null;

    /// <summary>Reads something that is inside of this input. What is wrong with it is a problem in its place, and harms nothing beside it.</summary>
    /// <param name="path">How to call it in results and problems.</param>
    /// <param name="stem">The id of a document of it that brings none.</param>
    /// <param name="name">The name whose ending may tell the form.</param>
    /// <param name="open">Opens its bytes.</param>
    public IEnumerable<ReadResult> ReadInside(string path, string stem, string name, Func<Stream> open) => Depth == InputReader.MostDepth
        ? [ReadResult.Of(ReadProblems.ReportNestedTooDeep(path, InputReader.MostDepth))]
        : InputReader.Read(
            open,
            false,
            null,
            bytes => new InputSource(path, stem, bytes, Options, Cancellation) { Name = name, Depth = Depth + 1, Expansion = Expansion, Url = Url, ContentType = ContentType, Fetched = Fetched },
            path,
            isOutermost: false);

    /// <summary>All bytes that are left.</summary>
    /// <returns>Null where they are more than one document may take.</returns>
    public ReadOnlyMemory<byte>? ReadAll()
    {
        var all = ReadToEnd();
        if (Options.KeepsOriginals)
            Whole = all;
        return all;
    }

    private ReadOnlyMemory<byte>? ReadToEnd()
    {
        var limit = Options.MaxDocumentBytes;
        if (Bytes.KnownLength > limit)
            return null;
        var buffer = new byte[(int)Math.Min((Bytes.KnownLength ?? 64 * 1024) + 1, limit + 1L)];
        var length = 0;
        while (true)
        {
            Cancellation.ThrowIfCancellationRequested();
            var read = Bytes.Read(buffer, length, buffer.Length - length);
            length += read;
            if (read == 0)
                return buffer.AsMemory(0, length);
            if (length > limit)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1L));
        }
    }
}
