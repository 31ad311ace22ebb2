// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Formats;

/// <summary>Cuts a stream at its line feeds, holding no more than one line of it.</summary>
internal sealed class ByteLines
{
    private const int FirstSize = 64 * 1024;

    private readonly Stream _stream;
    private readonly int _limit;
    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Begins before the first line.</summary>
    /// <param name="stream">The bytes, in an encoding that extends ASCII.</param>
    /// <param name="limit">The most bytes that a line may have, its end apart.</param>
    public ByteLines(Stream stream, int limit)
    {
        _stream = stream;
        _limit = limit;
    }

    /// <summary>The number of the line last read, from 1; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line last read was longer than the limit, and so was dropped.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The line last read without its end, valid until the next is read; empty where it was too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Goes to the next line; false where there is none.</summary>
    public bool TryReadNext()
    {
        Line = default;
        IsTooLong = false;
        var scanned = _start;
        while (true)
        {
            var found = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                TakeLine(scanned + found);
                _start = scanned + found + 1;
                return true;
            }

            // One more than the limit may be the carriage return that belongs to the line's end.
            if (_end - _start > _limit + 1)
            {
                IsTooLong = true;
                _start = _end;
            }

            if (_isAtEnd)
                return TakeLast();
            scanned = Fill();
        }
    }

    private bool TakeLast()
    {
        if (_start == _end && !IsTooLong)
            return false;
        TakeLine(_end);
        _start = _end;
        return true;
    }

    private void TakeLine(int end)
    {
        Number++;
        if (end > _start && _buffer[end - 1] == '\r')
            end--;
        IsTooLong |= end - _start > _limit;
        if (!IsTooLong)
            Line = _buffer.AsMemory(_start, end - _start);
    }

    /// <summary>Reads more behind what is left of the buffer.</summary>
    /// <returns>Where the new bytes begin.</returns>
    private int Fill()
    {
        var left = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, left).CopyTo(_buffer);
            _start = 0;
            _end = left;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, _limit + (long)FirstSize));
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
        return left;
    }
}
