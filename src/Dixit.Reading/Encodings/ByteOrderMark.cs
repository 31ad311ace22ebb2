// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Encodings;

/// <summary>The bytes at the start of a text that name its encoding.</summary>
/// <param name="Length">How many they are.</param>
/// <param name="Encoding">The encoding; it throws on bytes that it cannot decode.</param>
/// <param name="Name">The encoding's name in notes and messages.</param>
internal sealed record ByteOrderMark(int Length, Encoding Encoding, string Name)
{
    private static readonly ByteOrderMark _utf8 = new(3, new UTF8Encoding(false, true), "utf-8");
    private static readonly ByteOrderMark _utf16LittleEndian = new(2, new UnicodeEncoding(false, false, true), "utf-16le");
    private static readonly ByteOrderMark _utf16BigEndian = new(2, new UnicodeEncoding(true, false, true), "utf-16be");
    private static readonly ByteOrderMark _utf32LittleEndian = new(4, new UTF32Encoding(false, false, true), "utf-32le");
    private static readonly ByteOrderMark _utf32BigEndian = new(4, new UTF32Encoding(true, false, true), "utf-32be");

    /// <summary>UTF-16, low byte first.</summary>
    public static ByteOrderMark Utf16LittleEndian => _utf16LittleEndian;

    /// <summary>UTF-16, high byte first.</summary>
    public static ByteOrderMark Utf16BigEndian => _utf16BigEndian;

    /// <summary>Whether it announces UTF-8.</summary>
    public bool IsUtf8 => ReferenceEquals(this, _utf8);

    /// <summary>The mark that the bytes start with, or null.</summary>
    public static ByteOrderMark? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return _utf8;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFE, 0xFF]))
            return _utf32BigEndian;
        // The mark of UTF-32 starts like that of UTF-16; as the latter it would be followed by a NUL, which no text has.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0x00, 0x00]))
            return _utf32LittleEndian;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return _utf16LittleEndian;
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? _utf16BigEndian : null;
    }
}
