// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Tokens;

/// <summary>Tells a line break that ends a paragraph from one that only wraps a long line.</summary>
internal static class LineBreaks
{
    private const int NarrowestWrap = 50;
    private const int WidestWrap = 90;
    private const int Sample = 20_000;

    /// <summary>Whether the text looks wrapped at a column, as old mail and wire copy are: most lines that another follows are about equally long.</summary>
    public static bool AreHardWraps(string text)
    {
        int followed = 0, wrapped = 0, start = 0;
        var limit = Math.Min(text.Length, Sample);
        while (start < limit)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                break;
            var length = end - start;
            if (length > 0 && end + 1 < text.Length && text[end + 1] is not ('\n' or '\r'))
            {
                followed++;
                if (length is >= NarrowestWrap and <= WidestWrap)
                    wrapped++;
            }

            start = end + 1;
        }

        return followed >= 5 && wrapped * 10 >= followed * 7;
    }

    /// <summary>Whether a single line break goes on with the sentence before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the white space begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="hardWraps">What <see cref="AreHardWraps"/> said.</param>
    public static bool IsSoft(string text, int start, int end, bool hardWraps)
    {
        if (start == 0 || end >= text.Length)
            return false;
        var before = text[start - 1];
        var after = text[end];
        if (hardWraps)
            return before is not ('.' or '!' or '?' or '…' or '»' or '”' or '"') || char.IsLower(after);
        return char.IsLower(after) && (char.IsLetterOrDigit(before) || before is ',' or '’' or '\'');
    }
}
