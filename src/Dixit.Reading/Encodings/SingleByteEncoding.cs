// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Encodings;

/// <summary>Decodes the one-byte encodings of Western Europe from a table of where they leave Latin-1.</summary>
internal static class SingleByteEncoding
{
    /// <summary>Where a table has no character for a byte. U+FFFF is no character in any text.</summary>
    private const char Undefined = '\uFFFF';

    // Windows-1252 from 0x80 to 0x9F; all else is Latin-1.
    private static ReadOnlySpan<char> Windows1252Table =>
    [
        '\u20AC', Undefined, '\u201A', '\u0192', '\u201E', '\u2026', '\u2020', '\u2021',
        '\u02C6', '\u2030', '\u0160', '\u2039', '\u0152', Undefined, '\u017D', Undefined,
        Undefined, '\u2018', '\u2019', '\u201C', '\u201D', '\u2022', '\u2013', '\u2014',
        '\u02DC', '\u2122', '\u0161', '\u203A', '\u0153', Undefined, '\u017E', '\u0178',
    ];

    /// <summary>Whether Windows-1252 has a character for the byte.</summary>
    public static bool IsWindows1252(byte value) => value is < 0x80 or > 0x9F || Windows1252Table[value - 0x80] != Undefined;

    /// <summary>The byte from 0x80 to 0xFF that is the character in Windows-1252, or in Latin-1 where that has none; null for other characters.</summary>
    public static byte? Windows1252Byte(char character)
    {
        if (character is >= '\u0080' and <= '\u00FF')
            return (byte)character;
        var index = Windows1252Table.IndexOf(character);
        return index >= 0 && character != Undefined ? (byte)(0x80 + index) : null;
    }

    /// <summary>The text of bytes that all satisfy <see cref="IsWindows1252"/>.</summary>
    public static string ReadWindows1252(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (characters, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var value = source[i];
            characters[i] = value is >= 0x80 and <= 0x9F ? Windows1252Table[value - 0x80] : (char)value;
        }
    });

    /// <summary>The text in ISO-8859-15, which has the euro sign and « œ » where Latin-1 has symbols.</summary>
    public static string ReadLatin9(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (characters, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            characters[i] = source[i] switch
            {
                0xA4 => '€',
                0xA6 => 'Š',
                0xA8 => 'š',
                0xB4 => 'Ž',
                0xB8 => 'ž',
                0xBC => 'Œ',
                0xBD => 'œ',
                0xBE => 'Ÿ',
                var same => (char)same,
            };
        }
    });
}
