// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>The listed names of several words, found where they stand in a text. Built once, then only read.</summary>
internal sealed class ListedNames
{
    private readonly Dictionary<ulong, List<ListedPhrase>> _byFirstWord = [];

    public ListedNames(IEnumerable<ListedPhrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            var key = WordKey.Of(phrase.Words[0]);
            if (!_byFirstWord.TryGetValue(key, out var list))
                _byFirstWord.Add(key, list = []);
            list.Add(phrase);
        }

        foreach (var list in _byFirstWord.Values)
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>The longest listed name that begins at the token.</summary>
    public bool TryMatch(TokenList tokens, int first, out ListedPhrase phrase)
    {
        phrase = null!;
        if (_byFirstWord.Count == 0 || !MayBegin(tokens, first) || !_byFirstWord.TryGetValue(WordKey.Of(tokens.Form(first)), out var list))
            return false;
        foreach (var candidate in list)
        {
            if (!StandsAt(tokens, first, candidate))
                continue;
            phrase = candidate;
            return true;
        }

        return false;
    }

    private static bool MayBegin(TokenList tokens, int first) =>
        tokens.IsCapitalised(first) || tokens.IsKind(first, TokenKind.Number) || (tokens.Is(first, WordClass.Determiner) && tokens.IsCapitalised(first + 1));

    private static bool StandsAt(TokenList tokens, int first, ListedPhrase phrase)
    {
        var capital = false;
        for (var i = 0; i < phrase.Words.Length; i++)
        {
            var token = first + i;
            if (!tokens.IsForm(token, phrase.Words[i]) || (i > 0 && tokens.Has(token, TokenFlags.ParagraphBefore)))
                return false;
            // « Le monde entier » is no newspaper: the first word that carries meaning has the capital.
            if (!capital && !tokens.Is(token, WordClass.Determiner | WordClass.Of))
            {
                capital = tokens.IsCapitalised(token) || tokens.IsKind(token, TokenKind.Number);
                if (!capital)
                    return false;
            }
        }

        return capital;
    }
}

/// <summary>A number that stands for a folded word, so that words are compared and kept without strings.</summary>
internal static class WordKey
{
    public static ulong Of(ReadOnlySpan<char> form)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in form)
            hash = (hash ^ Lexicon.Fold(c)) * 1099511628211UL;
        return hash;
    }
}
