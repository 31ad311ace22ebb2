// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Encodings;

/// <summary>Recognises UTF-8 that someone before us read as Windows-1252 (« dÃ©clarÃ© »). It is told, never repaired.</summary>
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
}
