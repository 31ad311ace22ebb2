// SPDX-License-Identifier: Apache-2.0
using System.Buffers;

namespace Dixit.Reading.Encodings;

/// <summary>Tells what is not text from its first bytes or from its control bytes.</summary>
internal static class BinaryContent
{
    // Tab, line feed, vertical tab, form feed, carriage return and escape occur in texts; NUL is judged apart.
    private static readonly SearchValues<byte> _controls = SearchValues.Create(
        [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    /// <summary>Whether it is a PDF file.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    /// <summary>What kind of file starts like this, such as <c>a PDF file</c>, or null where no known one does.</summary>
    public static string? NameByStart(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return "a PDF file";
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return "a ZIP file (or an office document)";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) return "a PNG image";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "a JPEG image";
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return "a GIF image";
        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8)) return "a WebP image";
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)) return "a TIFF image";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08])) return "a gzip file";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0])) return "an xz file";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])) return "a Zstandard file";
        if (head.StartsWith("BZh"u8) && head.Length >= 10 && head[4..].StartsWith("1AY&SY"u8)) return "a bzip2 file";
        if (head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C])) return "a 7z file";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return "an old office document";
        if (head.StartsWith("SQLite format 3\0"u8)) return "an SQLite database";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F'])) return "a program";
        return null;
    }

    /// <summary>Whether there are too many control bytes for a text in an encoding that extends ASCII.</summary>
    /// <remarks>Old news feeds leave a few of them in their texts, so up to one in twenty is borne. A NUL is never.</remarks>
    public static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return true;
        var borne = bytes.Length / 20;
        var rest = bytes;
        while (rest.IndexOfAny(_controls) is >= 0 and var index)
        {
            if (--borne < 0)
                return true;
            rest = rest[(index + 1)..];
        }

        return false;
    }

    /// <summary>Whether a decoded text has too many control characters: numbers of two or four bytes can look like UTF-16 or UTF-32.</summary>
    public static bool HasControls(string text)
    {
        var borne = text.Length / 20;
        foreach (var c in text)
        {
            if (c == 0 || (c < ' ' && c is not ('\t' or '\n' or '\v' or '\f' or '\r' or '\u001B') && --borne < 0))
                return true;
        }

        return false;
    }
}
