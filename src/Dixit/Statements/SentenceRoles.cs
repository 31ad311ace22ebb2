// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Statements;

/// <summary>Finds who does what to whom, as far as order and prepositions tell.</summary>
internal sealed class SentenceRoles(StatementVocabulary vocabulary, List<int> tokenOfWord, TokenList tokens)
{
    private const int Reach = 8; // units between a verb and the noun that it takes

    public void Find(ReadOnlySpan<StatementWord> words, Span<StatementUnit> units)
    {
        for (var u = 0; u < units.Length; u++)
            units[u].Governor = Governor(words, units[u]);
        for (var u = 0; u < units.Length; u++)
        {
            if (units[u].Kind != UnitKind.Verb)
                continue;
            var subject = Subject(words, units, u);
            var passive = IsPassive(units[u]);
            var (direct, by) = Behind(words, units, u);
            (units[u].Agent, units[u].Patient) = passive ? (by, subject) : (subject, direct);
        }
    }

    // The preposition before the noun phrase, looking past determiners, numbers and adjectives.
    private ulong Governor(ReadOnlySpan<StatementWord> words, in StatementUnit unit)
    {
        if (unit.Kind == UnitKind.Verb)
            return 0;
        for (var w = unit.FirstWord - 1; w >= 0 && w >= unit.FirstWord - 4; w--)
        {
            var token = tokenOfWord[w];
            var lexeme = tokens.Lexeme(token);
            if (lexeme.Is(WordClass.Preposition) && words[w].Unit < 0)
            {
                // « des » and « du » before an object are articles as often as prepositions.
                return lexeme.Is(WordClass.Determiner) || vocabulary.Words.Has(tokens.Form(token), StatementWordKind.Partitive) ? 0 : words[w].Form;
            }

            if (!lexeme.Is(WordClass.Determiner | WordClass.Adjective | WordClass.Numeral | WordClass.Title | WordClass.Quantifier))
                return 0;
        }

        return 0;
    }

    private static int Subject(ReadOnlySpan<StatementWord> words, ReadOnlySpan<StatementUnit> units, int verb)
    {
        for (var u = verb - 1; u >= 0 && u >= verb - Reach; u--)
        {
            if (ClauseEnds(words, units[u].FirstWord, units[u + 1].FirstWord))
                return -1;
            if (IsArgument(units[u]) && units[u].Governor == 0)
                return u;
        }

        return -1;
    }

    private (int Direct, int By) Behind(ReadOnlySpan<StatementWord> words, ReadOnlySpan<StatementUnit> units, int verb)
    {
        int direct = -1, by = -1;
        for (var u = verb + 1; u < units.Length && u <= verb + Reach; u++)
        {
            if (ClauseEnds(words, units[u - 1].FirstWord, units[u].FirstWord) || units[u].Kind == UnitKind.Verb)
                break;
            if (!IsArgument(units[u]))
                continue;
            if (units[u].Governor == 0 && direct < 0 && by < 0)
                direct = u;
            else if (by < 0 && units[u].Governor != 0 && IsBy(words, units[u]))
                by = u;
        }

        return (direct, by);
    }

    private static bool IsArgument(in StatementUnit unit) => unit.Kind == UnitKind.Name || (unit.Kind == UnitKind.Word && unit.Weight >= 1);

    private bool IsBy(ReadOnlySpan<StatementWord> words, in StatementUnit unit)
    {
        for (var w = unit.FirstWord - 1; w >= 0 && w >= unit.FirstWord - 4; w--)
        {
            if (words[w].Form == unit.Governor)
                return vocabulary.Words.Has(tokens.Form(tokenOfWord[w]), StatementWordKind.Agent);
        }

        return false;
    }

    private bool IsPassive(in StatementUnit verb)
    {
        var token = tokenOfWord[verb.FirstWord];
        if (!tokens.Lexeme(token).IsVerb(VerbMorph.PastParticiple))
            return false;
        for (var i = token - 1; i >= Math.Max(0, token - 4); i--)
        {
            if (tokens.Lexeme(i) is { Verb: { } auxiliary } && tokens.Is(i, WordClass.Auxiliary))
                return vocabulary.Words.Has(auxiliary.Lemma, StatementWordKind.Passive);
            if (!tokens.Is(i, WordClass.Adverb | WordClass.NegativeAdverb))
                return false;
        }

        return false;
    }

    private static bool ClauseEnds(ReadOnlySpan<StatementWord> words, int after, int upTo)
    {
        for (var w = after + 1; w <= upTo; w++)
        {
            if (words[w].BreakBefore)
                return true;
        }

        return false;
    }
}
