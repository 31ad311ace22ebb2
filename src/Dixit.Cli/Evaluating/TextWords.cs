// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Dixit.Documents;

namespace Dixit.Cli.Evaluating;

/// <summary>Words as figures count them: runs of letters and digits of any script, nothing else.</summary>
internal static class TextWords
{
    /// <summary>Where the words of a text stand, in order.</summary>
    public static List<TextSpan> Find(string text)
    {
        var words = new List<TextSpan>();
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done && IsWord(rune))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                words.Add(new TextSpan(start, i));
                start = -1;
            }

            i += length;
        }

        if (start >= 0)
            words.Add(new TextSpan(start, text.Length));
        return words;
    }

    /// <summary>The words themselves.</summary>
    public static IEnumerable<string> Of(string text) => Find(text).Select(span => text.Substring(span.Start, span.Length));

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
