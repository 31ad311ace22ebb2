// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>The listed names of several words, found where they stand in a text. Built once, then only read.</summary>
internal sealed class ListedNames
{
    private readonly Dictionary<ulong, Dictionary<ulong, List<ListedPhrase>>> _byFirstWords = [];

    // « Le Monde » without its article, for « au Monde », « du Monde ».
    private readonly Dictionary<ulong, List<ListedPhrase>> _bySecondWord = [];

    /// <summary>Indexes the names by their first two words: hundreds of them begin with « le » or « la ».</summary>
    /// <param name="phrases">The names.</param>
    /// <param name="contracted">Whether a name whose article has gone into a preposition is found too (« au Monde »), as the words that are left.</param>
    public ListedNames(IEnumerable<ListedPhrase> phrases, bool contracted = false)
    {
        var byFirstWord = new Dictionary<ulong, List<ListedPhrase>>();
        foreach (var phrase in phrases)
        {
            Fill(byFirstWord, WordKey.Of(phrase.Words[0]), phrase);
            if (contracted && phrase.Words[0] is "le" or "les")
                Fill(_bySecondWord, WordKey.Of(phrase.Words[1]), phrase with { Words = phrase.Words[1..] });
        }

        foreach (var list in byFirstWord.Values.Concat(_bySecondWord.Values))
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        foreach (var (first, list) in byFirstWord)
        {
            var bySecondWord = new Dictionary<ulong, List<ListedPhrase>>();
            foreach (var phrase in list)
                Fill(bySecondWord, WordKey.Of(phrase.Words[1]), phrase);
            _byFirstWords.Add(first, bySecondWord);
        }
    }

    private static void Fill(Dictionary<ulong, List<ListedPhrase>> table, ulong key, ListedPhrase phrase)
    {
        if (!table.TryGetValue(key, out var list))
            table.Add(key, list = []);
        list.Add(phrase);
    }

    /// <summary>The longest listed name that begins at the token.</summary>
    public bool TryMatch(TokenList tokens, int first, out ListedPhrase phrase)
    {
        phrase = null!;
        if (_byFirstWords.Count == 0 || !MayBegin(tokens, first))
            return false;
        var key = WordKey.Of(tokens.Form(first));
        if (_bySecondWord.Count > 0 && tokens.Is(first - 1, WordClass.Of | WordClass.To) && tokens.IsCapitalised(first) && tokens.Form(first - 1) is "au" or "aux" or "du" or "des"
            && _bySecondWord.TryGetValue(key, out var contracted) && TryLongest(tokens, first, contracted, out phrase))
        {
            return true;
        }

        return first + 1 < tokens.Count && _byFirstWords.TryGetValue(key, out var bySecondWord)
            && bySecondWord.TryGetValue(WordKey.Of(tokens.Form(first + 1)), out var list) && TryLongest(tokens, first, list, out phrase);
    }

    private static bool TryLongest(TokenList tokens, int first, List<ListedPhrase> list, out ListedPhrase phrase)
    {
        phrase = null!;
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
