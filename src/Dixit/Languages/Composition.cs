// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Languages;

/// <summary>Composes Latin letters with the combining marks that follow them (« e » and U+0301 to « é »).</summary>
/// <remarks>
/// The framework's normalisation needs the culture data that a program may be run without; these are the letters that
/// the languages read here use (Unicode Standard Annex 15, form C, for those letters).
/// </remarks>
internal static class Composition
{
    // A row for each mark: bases, then the letters that they compose to.
    private static ReadOnlySpan<char> Marks => "\u0300\u0301\u0302\u0303\u0308\u030A\u030C\u0327";

    /// <summary>The form with each base and mark composed; marks that compose with nothing stay.</summary>
    public static string Compose(ReadOnlySpan<char> form)
    {
        if (form.IndexOfAnyInRange('\u0300', '\u036F') < 0)
            return form.ToString();
        var composed = new StringBuilder(form.Length);
        foreach (var c in form)
        {
            if (composed.Length > 0 && Pair(composed[^1], c) is not '\0' and var letter)
                composed[^1] = letter;
            else
                composed.Append(c);
        }

        return composed.ToString();
    }

    private static char Pair(char letter, char mark)
    {
        var row = Marks.IndexOf(mark);
        if (row < 0)
            return '\0';
        var (bases, letters) = row switch
        {
            0 => ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
            1 => ("aeiouycnszAEIOUYCNSZ", "áéíóúýćńśźÁÉÍÓÚÝĆŃŚŹ"),
            2 => ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
            3 => ("anoANO", "ãñõÃÑÕ"),
            4 => ("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
            5 => ("auAU", "åůÅŮ"),
            6 => ("cszeCSZE", "čšžěČŠŽĚ"),
            _ => ("csCS", "çşÇŞ"),
        };
        var at = bases.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? '\0' : letters[at];
    }
}
