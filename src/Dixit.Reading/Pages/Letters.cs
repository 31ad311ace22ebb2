// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>Texts reduced to their letters and digits, so that the same words are found again whatever stands between them.</summary>
internal static class Letters
{
    /// <summary>The letters and digits of a text in lower case.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters[length++] = char.ToLowerInvariant(c);
        }

        return new string(letters, 0, length);
    }

    /// <summary>The letters and digits without what is between <c>&lt;</c> and <c>&gt;</c>.</summary>
    public static string OfMarkup(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal) || !text.Contains("</", StringComparison.Ordinal))
            return Of(text);
        var letters = new char[text.Length];
        var length = 0;
        var inTag = false;
        foreach (var c in text)
        {
            if (c == '<')
                inTag = true;
            else if (c == '>')
                inTag = false;
            else if (!inTag && char.IsLetterOrDigit(c))
                letters[length++] = char.ToLowerInvariant(c);
        }

        return new string(letters, 0, length);
    }
}
