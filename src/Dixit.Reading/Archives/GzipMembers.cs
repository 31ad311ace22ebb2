// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Archives;

/// <summary>Hands packed bytes on in pieces that end before whatever looks like the head of a member.</summary>
/// <remarks>So when unpacking fails, nothing has been taken of the members behind the one that is damaged. The three bytes of a head stand among others by chance too, once in
/// sixteen megabytes; then a piece is shorter, and no more. A member that is cut off takes what follows for its own: the head behind it is remembered, since less came out by then than the
/// last bytes of a whole member say.</remarks>
/// <param name="stream">The packed bytes; left open.</param>
/// <param name="unpacked">How many bytes have come out so far, modulo 2³².</param>
internal sealed class GzipMembers(Stream stream, Func<uint> unpacked) : ForwardStream
{
    private static readonly byte[] _head = [0x1F, 0x8B, 0x08];

    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[] _tail = new byte[4];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _isFresh = true;
    private uint _before;
    private int _swallowed = -1;

    /// <summary>How often a member seemed to begin.</summary>
    public int Count { get; private set; }

    /// <summary>The last four bytes that were handed on.</summary>
    public uint Last => BinaryPrimitives.ReadUInt32LittleEndian(_tail);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        Fill();
        var rest = _buffer.AsSpan(_start, _end - _start);
        if (rest.IsEmpty || buffer.IsEmpty)
            return 0;
        var isHead = rest.StartsWith(_head);
        var next = rest[1..].IndexOf(_head) + 1;
        // The last two bytes may be the beginning of a head.
        var length = Math.Min(buffer.Length, next > 0 ? next : _isAtEnd ? rest.Length : Math.Max(rest.Length - _head.Length + 1, 1));
        if (isHead)
            Begin();
        var piece = rest[..length];
        piece.CopyTo(buffer);
        var kept = Math.Min(length, _tail.Length);
        _tail.AsSpan(kept).CopyTo(_tail);
        piece[^kept..].CopyTo(_tail.AsSpan(_tail.Length - kept));
        _start += length;
        return length;
    }

    /// <summary>Goes to the next bytes that look like the head of a member; false where there are none, and nothing is left then.</summary>
    public bool TryFindNext()
    {
        _isFresh = true;
        if (_swallowed >= 0)
        {
            _start = _swallowed;
            _swallowed = -1;
            return true;
        }

        while (true)
        {
            Fill();
            var rest = _buffer.AsSpan(_start, _end - _start);
            if (rest.IndexOf(_head) is >= 0 and var at)
            {
                _start += at;
                return true;
            }

            if (_isAtEnd)
            {
                _start = _end;
                return false;
            }

            _start = _end - Math.Min(rest.Length, _head.Length - 1);
        }
    }

    // Whether the member before this head ended as one does, or this one is being read as a part of it.
    private void Begin()
    {
        Count++;
        if (_isFresh || Last == unpacked() - _before)
            (_before, _swallowed, _isFresh) = (unpacked(), -1, false);
        else if (_swallowed < 0)
            _swallowed = _start;
    }

    // More bytes, unless there are enough to tell a head.
    private void Fill()
    {
        if (_end - _start >= _head.Length || _isAtEnd)
            return;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_end, _start, _swallowed) = (_end - _start, 0, -1);
        while (_end < _head.Length && !_isAtEnd)
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _isAtEnd = read == 0;
            _end += read;
        }
    }
}
