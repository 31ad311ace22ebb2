// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Tables;

/// <summary>Cuts a stream into the rows of a table (RFC 4180), holding no more than one row of it.</summary>
/// <remarks>Cells may be quoted, and quoted cells may hold delimiters, line ends and doubled quotes. A quote inside a cell that does not
/// begin with one is a character. Works on bytes of any encoding that extends ASCII.</remarks>
/// <param name="stream">The bytes.</param>
/// <param name="delimiter">What parts cells.</param>
/// <param name="limit">The most bytes that a row may have.</param>
/// <param name="keepsBytes">Whether the bytes of the row last read are at hand as they came.</param>
internal sealed class TableRows(Stream stream, byte delimiter, int limit, bool keepsBytes = false)
{
    private readonly List<byte> _taken = [];
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly List<(int Start, int Length)> _cells = [];
    private byte[] _row = new byte[4096];
    private int _length;
    private int _position;
    private int _end;
    private int _line = 1;

    /// <summary>The line where the row last read starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the row last read was longer than the limit, and so was dropped.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The cells of the row last read.</summary>
    public int Count => _cells.Count;

    /// <summary>Whether the row last read is an empty line.</summary>
    public bool IsBlank => !IsTooLong && _cells.Count == 1 && _cells[0].Length == 0;

    /// <summary>A cell of the row last read, without its quotes; valid until the next is read.</summary>
    public ReadOnlySpan<byte> this[int index] => _row.AsSpan(_cells[index].Start, _cells[index].Length);

    /// <summary>The row last read as it came, its line end included; empty where rows are not kept. Valid until the next is read.</summary>
    public IReadOnlyList<byte> Bytes => _taken;

    /// <summary>All cells of the row last read, one behind the other.</summary>
    public ReadOnlySpan<byte> Row => _row.AsSpan(0, _length);

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool TryReadNext()
    {
        _cells.Clear();
        _taken.Clear();
        _length = 0;
        IsTooLong = false;
        Line = _line;
        if (Peek() < 0)
            return false;
        while (!IsTooLong && TryReadCell())
        {
        }

        if (IsTooLong)
            SkipLine();
        return true;
    }

    /// <summary>Reads a cell and what ends it; false where that is the end of the row.</summary>
    private bool TryReadCell()
    {
        var start = _length;
        if (Peek() == '"')
        {
            Take();
            ReadQuoted();
        }

        while (true)
        {
            var next = Peek();
            if (next == delimiter)
            {
                Take();
                _cells.Add((start, _length - start));
                return true;
            }

            if (next is < 0 or '\n' or '\r')
            {
                _cells.Add((start, _length - start));
                EndLine();
                return false;
            }

            Append((byte)Take());
            if (IsTooLong)
                return false;
        }
    }

    private void ReadQuoted()
    {
        while (!IsTooLong)
        {
            var next = Take();
            if (next < 0)
                return;
            if (next == '"')
            {
                if (Peek() != '"')
                    return;
                Take();
            }

            Append((byte)next);
        }
    }

    private void EndLine()
    {
        if (Peek() == '\r')
        {
            Take();
            if (Peek() != '\n')
                _line++;
        }

        if (Peek() == '\n')
            Take();
    }

    private void SkipLine()
    {
        _length = 0;
        _cells.Clear();
        while (Peek() >= 0)
        {
            var found = _buffer.AsSpan(_position, _end - _position).IndexOf((byte)'\n');
            _position = found < 0 ? _end : _position + found + 1;
            if (found < 0)
                continue;
            _line++;
            return;
        }
    }

    private void Append(byte value)
    {
        if (_length == limit)
        {
            IsTooLong = true;
            return;
        }

        if (_length == _row.Length)
            Array.Resize(ref _row, (int)Math.Min(_row.Length * 2L, limit));
        _row[_length++] = value;
    }

    private int Peek()
    {
        if (_position == _end)
        {
            _position = 0;
            _end = stream.Read(_buffer, 0, _buffer.Length);
        }

        return _end == 0 ? -1 : _buffer[_position];
    }

    private int Take()
    {
        var value = Peek();
        if (value < 0)
            return value;
        _position++;
        if (keepsBytes)
            _taken.Add((byte)value);
        if (value == '\n')
            _line++;
        return value;
    }
}
