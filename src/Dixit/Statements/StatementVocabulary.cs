// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Statements;

/// <summary>What a language knows about the words of statements. Immutable, so safe for many threads.</summary>
internal sealed class StatementVocabulary
{
    private readonly Dictionary<string, ulong> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, HashSet<ulong>> _opposites = [];

    public StatementVocabulary(Language language)
    {
        Language = language;
        Tokenizer = new Tokenizer(language.Lexicon);
        Names = new ListedNames(language.Phrases);
        Words = PhraseTable<StatementWordKind>.Read(language, "Statements");
        Fields = PhraseTable<SpeakerField>.Read(language, "RoleFields");
        foreach (var line in language.Lines("Synonyms"))
        {
            ulong concept = 0;
            foreach (var word in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var stem = language.Stemmer.Stem(Lexicon.Fold(word));
                if (concept == 0)
                    concept = StatementHash.Of(stem);
                _concepts.TryAdd(stem, concept);
                _concepts.TryAdd(Stemmer.Plain(word), concept); // names are not stemmed
            }
        }

        ReadOpposites(language);
    }

    public Language Language { get; }

    public Tokenizer Tokenizer { get; }

    public ListedNames Names { get; }

    public PhraseTable<StatementWordKind> Words { get; }

    public PhraseTable<SpeakerField> Fields { get; }

    /// <summary>The set of synonyms of a stem, or the stem itself.</summary>
    public ulong Concept(string stem) => _concepts.TryGetValue(stem, out var concept) ? concept : StatementHash.Of(stem);

    /// <summary>The concepts listed as opposites of one, or null. Not to be changed.</summary>
    public HashSet<ulong>? Opposites(ulong concept) => _opposites.GetValueOrDefault(concept);

    private void ReadOpposites(Language language)
    {
        foreach (var line in language.Lines("Opposites"))
        {
            var sides = line.Split('|').Select(side => side.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Concept(language.Stemmer.Stem(Lexicon.Fold(word)))).ToArray()).ToArray();
            foreach (var one in sides[0])
            {
                foreach (var other in sides[1])
                {
                    Add(one, other);
                    Add(other, one);
                }
            }
        }
    }

    private void Add(ulong one, ulong other)
    {
        if (one == other)
            return; // so wide a set of synonyms that it holds both
        if (!_opposites.TryGetValue(one, out var others))
            _opposites.Add(one, others = []);
        others.Add(other);
    }
}
