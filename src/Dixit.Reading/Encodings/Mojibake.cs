// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Encodings;

/// <summary>Recognises UTF-8 that someone before us read as Windows-1252 (« dÃ©clarÃ© »).</summary>
/// <remarks>In plain text it is told, never repaired; in pages and feeds, whose text is fixed only by its extraction, it is repaired where it is certain.</remarks>
internal static class Mojibake
{
    /// <summary>What a document says of itself where its text looks so.</summary>
    public const string Note = "looks like UTF-8 read as windows-1252";

    // One such pair may be a word about encodings or a typing slip; news texts with it have it everywhere.
    private const int Enough = 2;

    /// <summary>Whether the text has at least two of the pairs that French and English letters and marks become.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        var found = 0;
        while (text.IndexOfAny('Ã', 'Â', 'â') is >= 0 and var index)
        {
            text = text[index..];
            var length = PairLength(text);
            if (length > 1 && ++found == Enough)
                return true;
            text = text[Math.Max(length, 1)..];
        }

        return false;
    }

    // « é » C3 A9 is read as « Ã© », the no-break space C2 A0 as « Â » and itself, « ’ » E2 80 99 as « â€™ ».
    private static int PairLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return 1;
        if (text[0] == 'â')
            return text.Length > 2 && text[1] is '€' or '\u0080' ? 3 : 1;
        return IsContinuation(text[1]) ? 2 : 1;
    }

    // What the bytes 0x80 to 0xBF become: the same code in Latin-1, a few marks and letters in Windows-1252.
    private static bool IsContinuation(char c) =>
        c is >= '\u0080' and <= '\u00BF'
        || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".Contains(c);

    /// <summary>What a document says of itself where characters of it were repaired.</summary>
    public static string RepairNote(int count) => $"repaired: UTF-8 read as windows-1252, {count} characters";

    /// <summary>Repairs a text where it is certain: each sequence becomes the one character whose UTF-8 it is, and there are enough of them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="repaired">The text with the characters that were meant.</param>
    /// <param name="count">How many were repaired.</param>
    /// <param name="least">How many make it certain.</param>
    public static bool TryRepair(string text, out string repaired, out int count, int least = 3)
    {
        repaired = text;
        count = 0;
        // The first bytes of two and of three read as « Â » to « ß » and « à » to « ï »; nearly all that is met begins with these.
        if (text.AsSpan().IndexOfAny('Ã', 'Â', 'â') < 0)
            return false;
        var result = new System.Text.StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            var length = LengthOf(text[i]);
            if (length > 0 && i + length <= text.Length && Take(text.AsSpan(i, length), bytes)
                && System.Text.Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) == System.Buffers.OperationStatus.Done && used == length)
            {
                result.Append(rune.ToString());
                count++;
                i += length;
            }
            else
            {
                result.Append(text[i++]);
            }
        }

        if (count < least)
            return false;
        // The no-break space that ends « à » in UTF-8 is often made a plain one on the way.
        repaired = result.Replace("Ã ", "à ").ToString();
        return true;
    }

    private static int LengthOf(char c) => c switch
    {
        >= '\u00C2' and <= '\u00DF' => 2,
        >= '\u00E0' and <= '\u00EF' => 3,
        >= '\u00F0' and <= '\u00F4' => 4,
        _ => 0,
    };

    private static bool Take(ReadOnlySpan<char> characters, Span<byte> bytes)
    {
        bytes[0] = (byte)characters[0];
        for (var i = 1; i < characters.Length; i++)
        {
            if (!IsContinuation(characters[i]) || SingleByteEncoding.Windows1252Byte(characters[i]) is not { } value)
                return false;
            bytes[i] = value;
        }

        return true;
    }
}
