// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Dixit.Reading.Warc;

/// <summary>Cuts a web archive (WARC 1.0 and 1.1) into its records, holding no more than one of them.</summary>
/// <remarks>A record says how long it is, and does not always say the truth. What follows it must be another record or the end; where it is
/// neither, the record is given up and the next line that begins one is looked for, inside of what was given up too.</remarks>
internal sealed class WarcRecords(Stream stream, int limit)
{
    private const int MostHeaderBytes = 64 * 1024;

    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private int _bodyEnd;
    private readonly Dictionary<string, string> _header = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the record last read, or null. Its header may be known all the same.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether the record last read is longer than the limit, and so has no body here.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The content of the record last read; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>A field of the header of the record last read, or null.</summary>
    public string? this[string name] => _header.GetValueOrDefault(name);

    /// <summary>Goes to the next record; false where there is none.</summary>
    public bool TryReadNext()
    {
        _start = _bodyEnd;
        Body = default;
        Fault = null;
        IsTooLong = false;
        _header.Clear();
        SkipLineEnds();
        if (!Has(1))
        {
            _bodyEnd = _start;
            return false;
        }

        if (!IsMarker(_start))
            return GiveUp("there are bytes between its records that belong to none", 0);
        if (FindHeaderEnd() is not { } headerLength)
            return GiveUp("the header of a record has no end", 5);
        ReadHeader(_buffer.AsSpan(_start, headerLength));
        if (!long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return GiveUp("a record does not say how long it is", headerLength);
        _start += headerLength;
        return length > limit ? SkipBody(length) : ReadBody((int)length);
    }

    private bool ReadBody(int length)
    {
        var isWhole = Has(length);
        var end = isWhole ? length : _end - _start;
        if (isWhole && IsEndOfRecord(length))
        {
            Body = _buffer.AsMemory(_start, length);
            _bodyEnd = _start + length;
            return true;
        }

        // Longer than it says: what is left of it is passed over. Shorter: the next record begins inside of it.
        if (FindMarker(_start, _start + end) is { } inside)
        {
            _bodyEnd = inside;
            Fault = $"a record says that it has {length} bytes, and has fewer";
            return true;
        }

        if (!isWhole)
        {
            _bodyEnd = _end;
            Fault = $"a record says that it has {length} bytes, and the file ends before";
            return true;
        }

        return GiveUp($"a record says that it has {length} bytes, and has more", length);
    }

    private bool SkipBody(long length)
    {
        IsTooLong = true;
        while (length > 0 && Has(1))
        {
            var window = (int)Math.Min(length, _end - _start);
            if (FindMarker(_start, _start + window) is { } inside)
            {
                _bodyEnd = inside;
                return true;
            }

            // A marker may lie across the end of what is in memory.
            var passed = window == length || _isAtEnd ? window : Math.Max(window - 16, 0);
            if (passed == 0)
            {
                if (!Has(_end - _start + 1))
                    passed = _end - _start;
                else
                    continue;
            }

            _start += passed;
            length -= passed;
        }

        _bodyEnd = _start;
        return true;
    }

    /// <summary>Goes to the next line that begins a record.</summary>
    private bool GiveUp(string fault, int skipped)
    {
        Fault = fault;
        _start = Math.Min(_start + skipped, _end);
        while (true)
        {
            if (FindMarker(_start, _end) is { } next)
            {
                _bodyEnd = next;
                return true;
            }

            _start = Math.Max(_start, _end - 16);
            if (!Has(_end - _start + 1))
            {
                _bodyEnd = _end;
                return true;
            }
        }
    }

    private bool IsEndOfRecord(int length)
    {
        Has(length + 16);
        var rest = _buffer.AsSpan(_start + length, _end - _start - length);
        var next = rest.TrimStart("\r\n"u8);
        return rest.StartsWith("\r\n\r\n"u8) || next.IsEmpty || (next.Length < 6 && "WARC/1"u8.StartsWith(next)) || next.StartsWith("WARC/"u8);
    }

    private bool IsMarker(int at)
    {
        Has(at - _start + 6);
        return _buffer.AsSpan(_start, _end - _start).StartsWith("WARC/"u8);
    }

    // Pages speak of « WARC/1.0 » too: only at the start of a line, and with a version behind it, is it taken for a record.
    private int? FindMarker(int from, int to)
    {
        var at = from;
        while (at < to)
        {
            var found = _buffer.AsSpan(at, to - at).IndexOf("\nWARC/1."u8);
            if (found < 0)
                return null;
            at += found + 1;
            if (at + 9 < to && _buffer[at + 8] is (byte)'\r' or (byte)'\n')
                return at;
        }

        return null;
    }

    private int? FindHeaderEnd()
    {
        var wanted = 1024;
        while (true)
        {
            var isMore = Has(wanted);
            var window = _buffer.AsSpan(_start, Math.Min(_end - _start, MostHeaderBytes));
            var crlf = window.IndexOf("\r\n\r\n"u8);
            var lf = window.IndexOf("\n\n"u8);
            if (crlf >= 0 && (lf < 0 || crlf < lf))
                return crlf + 4;
            if (lf >= 0)
                return lf + 2;
            if (!isMore || wanted >= MostHeaderBytes)
                return null;
            wanted *= 2;
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> bytes)
    {
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            if (line.IndexOf(':') is > 0 and var colon)
                _header.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
    }

    private void SkipLineEnds()
    {
        while (Has(1) && _buffer[_start] is (byte)'\r' or (byte)'\n' && _start < _end)
            _start++;
    }

    /// <summary>Brings that many bytes from the start into memory; false where there are fewer.</summary>
    private bool Has(int count)
    {
        while (_end - _start < count)
        {
            if (_isAtEnd)
                return false;
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            if (_end == _buffer.Length)
                Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, limit + (MostHeaderBytes * 4L)));
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _isAtEnd = read == 0;
            _end += read;
        }

        return true;
    }
}
