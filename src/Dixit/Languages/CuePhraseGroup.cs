// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>The reports of several words that share their head: « faire savoir », « faire part de ». Immutable once its words are numbered.</summary>
internal sealed class CuePhraseGroup
{
    private readonly HashSet<int> _firstWords = []; // the numbers of their lexemes
    private bool _hasUnlisted;

    public CuePhraseGroup(IEnumerable<CuePhrase> phrases) => Phrases = [.. phrases.OrderByDescending(phrase => phrase.Words.Length)];

    /// <summary>The longest first.</summary>
    public CuePhrase[] Phrases { get; }

    /// <summary>Whether the head is a report by itself where a reflexive pronoun stands before it.</summary>
    public bool HasPlainReflexive => Phrases[^1].Words.Length == 0;

    /// <summary>Notes how the words are known to a lexicon: once, when it is built.</summary>
    public void NumberWords(Lexicon lexicon)
    {
        foreach (var form in Phrases.Where(phrase => phrase.Words.Length > 0).SelectMany(phrase => phrase.Words[0]))
        {
            var lexeme = lexicon.Find(form);
            if (lexeme == Lexeme.Unknown)
                _hasUnlisted = true;
            else
                _firstWords.Add(lexicon.NumberOf(lexeme));
        }
    }

    /// <summary>Whether one of the phrases may go on with the word after its head: a quick no spares the comparison of words.</summary>
    public bool MayGoOnWith(Lexeme word) => word == Lexeme.Unknown ? _hasUnlisted : word.Number != 0 && _firstWords.Contains(word.Number);
}
