// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Formats;

/// <summary>The bytes of one input on their way to a reader, with what the reader must know of it. Read once, from the start.</summary>
/// <param name="Path">How to call it in results and problems.</param>
/// <param name="Stem">The id of a document of it that brings none.</param>
/// <param name="Bytes">Its bytes, none of them taken yet.</param>
/// <param name="Options">What the user asked for.</param>
/// <param name="Cancellation">Ends the run between two documents.</param>
internal sealed record InputSource(string Path, string Stem, PeekedStream Bytes, DocumentReaderOptions Options, CancellationToken Cancellation)
{
    /// <summary>All bytes that are left.</summary>
    /// <returns>Null where they are more than one document may take.</returns>
    public ReadOnlyMemory<byte>? ReadAll()
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
