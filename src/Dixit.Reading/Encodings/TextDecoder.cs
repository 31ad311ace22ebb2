// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Dixit.Reading.Encodings;

/// <summary>Finds out in which encoding a text is and decodes it, or says why it cannot.</summary>
/// <remarks>The order is from the sure to the guessed: byte-order mark, zero bytes of UTF-16, valid UTF-8,
/// UTF-8 with damage, one-byte encodings. Nothing of the text is changed, only a byte-order mark is not part of it.</remarks>
internal static class TextDecoder
{
    // Fewer letters than this show no language: « été » is two thirds accents.
    private const int EnoughLetters = 24;

    /// <summary>Decodes the whole of an input, or one line of it.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.Find(bytes) is { } mark)
            return DecodeMarked(bytes, mark);
        if (WithoutMark(bytes) is { } unmarked)
            return DecodeWide(bytes, unmarked with { Length = 0 });
        if (BinaryContent.HasControls(bytes))
            return DecodedText.NotText("binary data");
        if (Utf8.IsValid(bytes))
            return DecodedText.Of(Encoding.UTF8.GetString(bytes), null);
        return FindDamage(bytes) is { } offset
            ? DecodedText.Failed($"damaged UTF-8: byte 0x{bytes[offset]:X2} at offset {offset} belongs to no character", offset)
            : DecodeSingleBytes(bytes);
    }

    /// <summary>The form of UTF-16 that bytes without byte-order mark are in, or null where they do not look so.</summary>
    /// <remarks>Western text in UTF-16 has a zero in nearly every unit and always on the same side, and no other text has zeros at all.
    /// A few units without (« ’ », « œ », an emoji) and a trailing half do not spoil that.</remarks>
    public static ByteOrderMark? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || !bytes.Contains((byte)0))
            return null;
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i] == 0)
                even++;
            if (bytes[i + 1] == 0)
                odd++;
        }

        var units = bytes.Length / 2;
        if (odd * 10L >= units * 7L && even * 20L <= units)
            return ByteOrderMark.Utf16LittleEndian;
        if (even * 10L >= units * 7L && odd * 20L <= units)
            return ByteOrderMark.Utf16BigEndian;
        return null;
    }

    private static DecodedText DecodeMarked(ReadOnlySpan<byte> bytes, ByteOrderMark mark)
    {
        if (!mark.IsUtf8)
            return DecodeWide(bytes, mark);
        var text = bytes[mark.Length..];
        if (!Utf8.IsValid(text))
        {
            var offset = FindBadSequence(text, out _) + mark.Length;
            return DecodedText.Failed($"byte 0x{bytes[offset]:X2} at offset {offset} is not valid utf-8", offset);
        }

        return BinaryContent.HasControls(text) ? DecodedText.NotText("binary data") : DecodedText.Of(Encoding.UTF8.GetString(text), null);
    }

    private static DecodedText DecodeWide(ReadOnlySpan<byte> bytes, ByteOrderMark mark)
    {
        try
        {
            var text = mark.Encoding.GetString(bytes[mark.Length..]);
            return BinaryContent.HasControls(text) ? DecodedText.NotText("binary data") : DecodedText.Of(text, mark.Name);
        }
        catch (DecoderFallbackException)
        {
            var offset = FindBadUnit(bytes, mark);
            return DecodedText.Failed($"byte 0x{bytes[offset]:X2} at offset {offset} is not valid {mark.Name}", offset);
        }
    }

    /// <summary>Where the first character that cannot be decoded starts. The exception points before or behind it, as it happens.</summary>
    private static int FindBadUnit(ReadOnlySpan<byte> bytes, ByteOrderMark mark)
    {
        var decoder = mark.Encoding.GetDecoder();
        Span<char> characters = stackalloc char[4];
        var start = mark.Length;
        for (var i = mark.Length; i < bytes.Length; i++)
        {
            try
            {
                if (decoder.GetChars(bytes.Slice(i, 1), characters, flush: false) > 0)
                    start = i + 1;
            }
            catch (DecoderFallbackException)
            {
                return start;
            }
        }

        return start;
    }

    /// <summary>The first bad byte of what is otherwise UTF-8, or null for what was never UTF-8.</summary>
    /// <remarks>Two or more letters of another encoding seldom come out as a UTF-8 sequence by chance (in Windows-1252 « é » needs
    /// two marks such as « » » after it), so when sequences outnumber bad bytes, it is UTF-8 that was cut or patched.</remarks>
    private static int? FindDamage(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, bad = 0, first = -1;
        for (var i = 0; i < bytes.Length;)
        {
            var next = FindBadSequence(bytes[i..], out var passed);
            sequences += passed;
            if (next < 0)
                break;
            bad++;
            i += next;
            if (first < 0)
                first = i;
            Rune.DecodeFromUtf8(bytes[i..], out _, out var consumed);
            i += consumed;
        }

        return sequences > bad ? first : null;
    }

    /// <summary>The offset of the first byte that belongs to no character, or -1.</summary>
    /// <param name="bytes">What should be UTF-8.</param>
    /// <param name="sequences">The characters of more than one byte before it.</param>
    private static int FindBadSequence(ReadOnlySpan<byte> bytes, out int sequences)
    {
        sequences = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var ascii = bytes[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
                return -1;
            i += ascii;
            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var consumed) != OperationStatus.Done)
                return i;
            sequences++;
            i += consumed;
        }

        return -1;
    }

    private static DecodedText DecodeSingleBytes(ReadOnlySpan<byte> bytes)
    {
        if (FirstUndefined(bytes) is { } offset)
            return DecodedText.Failed($"byte 0x{bytes[offset]:X2} at offset {offset} is neither UTF-8 nor windows-1252", offset);
        if (!LooksWestern(bytes))
            return DecodedText.Failed("the bytes are not UTF-8, and have too many letters outside ASCII for windows-1252", null);
        if (bytes.IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0)
            return DecodedText.Of(SingleByteEncoding.ReadWindows1252(bytes), "windows-1252");
        return LooksLatin9(bytes)
            ? DecodedText.Of(SingleByteEncoding.ReadLatin9(bytes), "iso-8859-15")
            : DecodedText.Of(Encoding.Latin1.GetString(bytes), "iso-8859-1");
    }

    private static int? FirstUndefined(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!SingleByteEncoding.IsWindows1252(bytes[i]))
                return i;
        }

        return null;
    }

    /// <summary>Whether most letters are ASCII. In Cyrillic or Greek one-byte encodings, and in Asian two-byte ones, most bytes are not.</summary>
    private static bool LooksWestern(ReadOnlySpan<byte> bytes)
    {
        int ascii = 0, others = 0;
        foreach (var value in bytes)
        {
            if (value >= 0xC0)
                others++;
            else if (char.IsAsciiLetter((char)value))
                ascii++;
        }

        return others <= ascii || others + ascii < EnoughLetters;
    }

    /// <summary>Whether what Latin-1 has as symbols stands where ISO-8859-15 has letters or the euro sign.</summary>
    private static bool LooksLatin9(ReadOnlySpan<byte> bytes)
    {
        int letters = 0, symbols = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isBetween = IsLetterAt(bytes, i - 1) || IsLetterAt(bytes, i + 1);
            switch (bytes[i])
            {
                // The currency sign « ¤ » was dropped from ISO-8859-15 because nobody wrote it.
                case 0xA4:
                    letters++;
                    break;
                // « cœur », « Œuvre »: fractions stand by digits, not letters.
                case 0xBC or 0xBD or 0xBE:
                    if (isBetween)
                        letters++;
                    else
                        symbols++;
                    break;
                case 0xA6 or 0xA8 or 0xB4 or 0xB8:
                    if (IsLetterAt(bytes, i - 1) && IsLetterAt(bytes, i + 1))
                        letters++;
                    break;
            }
        }

        return letters > symbols;
    }

    private static bool IsLetterAt(ReadOnlySpan<byte> bytes, int index) =>
        (uint)index < (uint)bytes.Length && (char.IsAsciiLetter((char)bytes[index]) || bytes[index] >= 0xC0);
}
