// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.IO.Compression;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Archives;

/// <summary>Unpacks gzip and notices when a file of one member is cut off, which the framework's stream takes for its end.</summary>
internal sealed class GzipInput : ForwardStream
{
    private readonly Watched _packed;
    private readonly GZipStream _gzip;
    private uint _length;

    /// <summary>Begins to unpack.</summary>
    /// <param name="packed">The packed bytes; left open.</param>
    public GzipInput(Stream packed)
    {
        _packed = new Watched(packed);
        _gzip = new GZipStream(_packed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = _gzip.Read(buffer);
        _length += (uint)read;
        // The last four bytes of a member are its length. Of several members only the last one's is known here; and files are padded with zeros.
        if (read == 0 && buffer.Length > 0 && _packed is { Members: 1, Last: not 0 } && _packed.Last != _length)
            throw new InvalidDataException("it is cut off, or something follows it.");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Remembers the last bytes, and how often a member seemed to begin.</summary>
    private sealed class Watched(Stream stream) : ForwardStream
    {
        private readonly byte[] _tail = new byte[4];

        public int Members { get; private set; }

        public uint Last => BinaryPrimitives.ReadUInt32LittleEndian(_tail);

        public override int Read(Span<byte> buffer)
        {
            var read = stream.Read(buffer);
            var bytes = buffer[..read];
            for (var rest = (ReadOnlySpan<byte>)bytes; rest.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) is >= 0 and var at; rest = rest[(at + 3)..])
                Members++;
            var kept = Math.Min(read, _tail.Length);
            _tail.AsSpan(kept).CopyTo(_tail);
            bytes[^kept..].CopyTo(_tail.AsSpan(_tail.Length - kept));
            return read;
        }
    }
}
