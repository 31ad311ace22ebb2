// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Statements;

/// <summary>What a language knows about the words of statements. Immutable, so safe for many threads.</summary>
internal sealed class StatementVocabulary
{
    private readonly Dictionary<string, ulong> _concepts = new(StringComparer.Ordinal);

    public StatementVocabulary(Language language)
    {
        Language = language;
        Tokenizer = new Tokenizer(language.Lexicon);
        Names = new ListedNames(language.Phrases);
        Words = PhraseTable<StatementWordKind>.Read(language, "Statements");
        foreach (var line in language.Lines("Synonyms"))
        {
            ulong concept = 0;
            foreach (var word in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var stem = language.Stemmer.Stem(Lexicon.Fold(word));
                if (concept == 0)
                    concept = StatementHash.Of(stem);
                _concepts.TryAdd(stem, concept);
            }
        }
    }

    public Language Language { get; }

    public Tokenizer Tokenizer { get; }

    public ListedNames Names { get; }

    public PhraseTable<StatementWordKind> Words { get; }

    /// <summary>The set of synonyms of a stem, or the stem itself.</summary>
    public ulong Concept(string stem) => _concepts.TryGetValue(stem, out var concept) ? concept : StatementHash.Of(stem);
}
