// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Formats;

/// <summary>A stream whose first bytes can be looked at before it is read. Does not own the stream below it.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private const int HeadSize = 4096;

    private readonly Stream _stream;
    private readonly byte[] _head = new byte[HeadSize];
    private readonly int _headLength;
    private int _position;
    private readonly long _start;

    /// <summary>Reads the first bytes, fewer only where there are no more.</summary>
    public PeekedStream(Stream stream)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
        KnownLength = stream.CanSeek ? stream.Length - stream.Position : null;
        _headLength = stream.ReadAtLeast(_head, HeadSize, throwOnEndOfStream: false);
        Taken = _headLength;
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>How many bytes there are in all, as far as the stream knows; some system files say 0 and have more.</summary>
    public long? KnownLength { get; }

    /// <summary>How many bytes were taken from the stream below so far.</summary>
    public long Taken { get; private set; }

    /// <summary>Whether the stream below can be read in any order.</summary>
    public bool CanRewind => _stream.CanSeek && _start == 0;

    /// <summary>The stream below, at its start again. From then on this one is of no use.</summary>
    public Stream Rewind()
    {
        _stream.Position = 0;
        return _stream;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position == _headLength)
        {
            var read = _stream.Read(buffer);
            Taken += read;
            return read;
        }

        var length = Math.Min(buffer.Length, _headLength - _position);
        _head.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }
}
