// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Formats;

namespace Dixit.Reading.Archives;

/// <summary>A stream of unpacked bytes that counts them. Owns the stream below it.</summary>
internal sealed class ExpandedStream(Stream stream, Expansion expansion) : ForwardStream
{
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        expansion.Add(read);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }
}
