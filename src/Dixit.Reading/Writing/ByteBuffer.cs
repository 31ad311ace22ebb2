// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;

namespace Dixit.Reading.Writing;

/// <summary>Bytes that are written one after the other into memory that is kept. Not safe for several threads.</summary>
/// <remarks>What <see cref="System.Buffers.ArrayBufferWriter{T}"/> does; but that one's calls are not inlined ahead of time, and most pieces of JSON are a byte long.</remarks>
/// <param name="capacity">Room at first, in bytes; it grows as it must.</param>
internal sealed class ByteBuffer(int capacity)
{
    private byte[] _bytes = new byte[capacity];
    private int _count;

    /// <summary>What was written; good until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>Begins anew in the same memory.</summary>
    public void Clear() => _count = 0;

    /// <summary>Room for so many bytes or more, of which <see cref="Advance"/> takes what was written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int room)
    {
        if (_bytes.Length - _count < room)
            Grow(room);
        return _bytes.AsSpan(_count);
    }

    /// <summary>Takes the first bytes of <see cref="GetSpan"/> as written.</summary>
    public void Advance(int written) => _count += written;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (_count == _bytes.Length)
            Grow(1);
        _bytes[_count++] = value;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _count += bytes.Length;
    }

    private void Grow(int room) => Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_count + room, 2L * _bytes.Length)));
}
