// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Compares the words of names as a reader does: case and accents aside, and two spellings of one name.</summary>
internal static class Spelling
{
    private const int LongestCompared = 32;

    /// <summary>A number that is equal for words that differ in case and accents only.</summary>
    public static ulong Key(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            if (c is not '.')
                hash = (hash ^ Plain(c)) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>As <see cref="Key"/> for the stem that the masculine, the feminine and the plural of a role or an adjective share.</summary>
    public static ulong StemKey(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[LongestCompared];
        return Key(Stem(word, plain));
    }

    /// <summary>As for any word; a listed one has its stem from its lexeme.</summary>
    public static ulong StemKey(TokenList tokens, int token)
    {
        var lexeme = tokens.Lexeme(token);
        return lexeme.Length == tokens.Length(token) ? lexeme.StemKey : StemKey(tokens.Form(token));
    }

    /// <summary>The stem that the masculine, the feminine and the plural share, in plain letters.</summary>
    /// <param name="word">A word of any length; what stands behind its 32nd letter is left out.</param>
    /// <param name="plain">Where it is written.</param>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> plain)
    {
        var length = Math.Min(word.Length, plain.Length);
        for (var i = 0; i < length; i++)
            plain[i] = Plain(word[i]);
        var stem = plain[..length];
        if (stem.StartsWith("ex-"))
            stem = stem[3..];
        if (stem.Length > 4 && stem[^1] is 's' or 'x')
            stem = stem[..^1];
        if (stem.EndsWith("trice") && stem.Length > 6)
        {
            "teur".CopyTo(stem[^5..]);
            return stem[..^1];
        }

        if (stem.EndsWith("euse") && stem.Length > 6)
        {
            stem[^2] = 'r';
            return stem[..^1];
        }

        if (stem.EndsWith("ale") || stem.EndsWith("aux") || stem.EndsWith("au"))
        {
            var root = stem.EndsWith("aux") ? stem[..^1] : stem;
            if (root.EndsWith("au"))
                root[^1] = 'l';
            return root.EndsWith("ale") ? root[..^1] : root;
        }

        if (stem.Length > 4 && stem[^1] == 'e')
            stem = stem[..^1];
        if (stem.Length > 5 && (stem.EndsWith("nn") || stem.EndsWith("ll") || stem.EndsWith("ff") || stem.EndsWith("tt")))
            stem = stem[..^1];
        return stem;
    }

    /// <summary>The same word, case and accents aside.</summary>
    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (Plain(a[i]) != Plain(b[i]))
                return false;
        }

        return true;
    }

    /// <summary>The same word, or two spellings of it: one letter apart, or as many as allowed, with the same first letter.</summary>
    public static bool Alike(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int edits = 1)
    {
        if (Same(a, b))
            return true;
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter < 4 + edits || Math.Abs(a.Length - b.Length) > edits || Math.Max(a.Length, b.Length) > LongestCompared || Plain(a[0]) != Plain(b[0]))
            return false;
        return Distance(a, b) <= edits;
    }

    /// <summary>Whether the one is the initial or the initials of the other: « V. » for « Valentine », « J.-M. » for « Jean-Marc ».</summary>
    public static bool IsInitial(ReadOnlySpan<char> initial, ReadOnlySpan<char> word)
    {
        if (initial.Length == 0 || word.Length == 0 || initial.Length > 6 || Plain(initial[0]) != Plain(word[0]))
            return false;
        if (initial.Length == 1)
            return true;
        if (initial.Length == 2)
            return initial[1] == '.' || (word.StartsWith(initial, StringComparison.OrdinalIgnoreCase) && char.IsLower(initial[1]) && initial.Length < word.Length && word.IndexOf('-') > 0);
        var hyphen = word.IndexOf('-');
        if (hyphen < 0 || hyphen + 1 >= word.Length)
            return false;
        var own = initial.IndexOf('-');
        return own > 0 && own <= 2 && own + 1 < initial.Length && char.ToLowerInvariant(initial[own + 1]) == char.ToLowerInvariant(word[hyphen + 1]);
    }

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var cost = Plain(a[i - 1]) == Plain(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + cost);
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    private static char Plain(char c)
    {
        if (c < 128)
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        return char.ToLowerInvariant(c) switch
        {
            'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
            'ç' or 'ć' or 'č' => 'c',
            'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ę' or 'ě' => 'e',
            'ì' or 'í' or 'î' or 'ï' or 'ī' or 'ı' => 'i',
            'ñ' or 'ń' or 'ň' => 'n',
            'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' or 'ō' => 'o',
            'ù' or 'ú' or 'û' or 'ü' or 'ū' or 'ů' => 'u',
            'ý' or 'ÿ' => 'y',
            'š' or 'ś' or 'ş' or 'ș' => 's',
            'ž' or 'ź' or 'ż' => 'z',
            'ğ' => 'g',
            'ł' => 'l',
            'ř' => 'r',
            'ť' or 'ţ' or 'ț' => 't',
            'đ' or 'ď' => 'd',
            _ => Lexicon.Fold(c),
        };
    }
}
