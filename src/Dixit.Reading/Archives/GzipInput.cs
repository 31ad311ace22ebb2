// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Archives;

/// <summary>Unpacks gzip and notices when a file of one member is cut off, which the framework's stream takes for its end.</summary>
/// <remarks>In a web archive each record is a member of its own. A damaged one is passed over there, and leaves a line behind that belongs to no record, so that whoever reads
/// the records tells that something was lost.</remarks>
internal sealed class GzipInput : ForwardStream
{
    private static readonly byte[] _webArchive = "WARC/"u8.ToArray();
    private static readonly byte[] _lost = "\r\n\r\n(a damaged member)\r\n\r\n"u8.ToArray();

    private readonly GzipMembers _members;
    private readonly byte[] _first = new byte[_webArchive.Length];
    private GZipStream _gzip;
    private uint _length;
    private int _firstLength;
    private int _lostLeft;

    /// <summary>Begins to unpack.</summary>
    /// <param name="packed">The packed bytes; left open.</param>
    public GzipInput(Stream packed)
    {
        _members = new GzipMembers(packed, () => _length);
        _gzip = Open();
    }

    private bool IsWebArchive => _first.AsSpan().SequenceEqual(_webArchive);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_lostLeft > 0)
            return TellLost(buffer);
        int read;
        try
        {
            read = _gzip.Read(buffer);
        }
        catch (InvalidDataException) when (IsWebArchive && _members.TryFindNext())
        {
            return GoOn(buffer);
        }

        if (read == 0 && buffer.Length > 0)
        {
            // What looks like the end may be damage to the head of a member.
            if (IsWebArchive && _members.TryFindNext())
                return GoOn(buffer);
            // The last four bytes of a member are its length. Of several members only the last one's is known here; and files are padded with zeros.
            if (_members is { Count: 1, Last: not 0 } && _members.Last != _length)
                throw new InvalidDataException("it is cut off, or something follows it.");
        }

        _length += (uint)read;
        var taken = Math.Min(read, _first.Length - _firstLength);
        buffer[..taken].CopyTo(_first.AsSpan(_firstLength));
        _firstLength += taken;
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private GZipStream Open() => new(_members, CompressionMode.Decompress, leaveOpen: true);

    private int GoOn(Span<byte> buffer)
    {
        _gzip.Dispose();
        _gzip = Open();
        _lostLeft = _lost.Length;
        return TellLost(buffer);
    }

    private int TellLost(Span<byte> buffer)
    {
        var told = Math.Min(buffer.Length, _lostLeft);
        _lost.AsSpan(_lost.Length - _lostLeft, told).CopyTo(buffer);
        _lostLeft -= told;
        return told;
    }
}
