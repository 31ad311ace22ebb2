// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Nouns that report: « l'affirmation de X selon laquelle », « la promesse du ministre de », « la réponse de X : "…" ».</summary>
internal sealed class CueNounRules(Scene scene, SourceFinder sources, ClauseBoundary boundary)
{
    private const int FarthestComplement = 25;
    private const int LongestPhrase = 60;

    private TokenList Tokens => scene.Tokens;

    private NounPhraseList Phrases => scene.Phrases;

    /// <summary>Tries the cue noun at the token.</summary>
    public bool TryAt(int token)
    {
        if (!Tokens.Is(token, WordClass.CueNoun) || scene.IsCue(token) || Phrases.IndexAt(token) is not (>= 0 and var index) || Phrases[index].Range.Count > LongestPhrase)
            return false;
        foreach (var noun in scene.Language.CueNouns(Tokens.Lexeme(token)))
        {
            if (EndOf(noun, token) is > 0 and var end && TryNoun(noun, token, end, index))
                return true;
        }

        return false;
    }

    private int EndOf(CueNoun noun, int token)
    {
        var at = token;
        foreach (var word in noun.Form.AsSpan().Split(' '))
        {
            if (!Tokens.IsForm(at, noun.Form.AsSpan(word)))
                return -1;
            at++;
        }

        return at;
    }

    private bool TryNoun(CueNoun noun, int token, int end, int index)
    {
        var first = token;
        while (first > Phrases[index].First && Tokens.Is(first - 1, WordClass.Determiner | WordClass.Possessive | WordClass.Adjective | WordClass.Ordinal))
            first--;
        var cue = new TokenRange(first, end);
        // « de X », « du ministre », « par X »: the one whose report it is.
        if (!(Tokens.Is(end, WordClass.Of) || Tokens.Is(end, GrammarWord.By)) || !TrySource(end + 1, out var source))
            return false;
        var limit = Math.Min(scene.SentenceLimit(token), source.Range.End + FarthestComplement);
        var at = source.Range.End;
        while (at < limit)
        {
            if ((noun.Frames & CueFrames.That) != 0 && Tokens.IsForm(at, "selon") && Tokens.Lexeme(at + 1).Form is "laquelle" or "lequel" or "lesquelles" or "lesquels")
                return Add(cue, source, at + 2, ClauseEnd(at + 2, false), "noun/according-to-which", 0.8);
            if ((noun.Frames & CueFrames.OfInfinitive) != 0 && Tokens.Is(at, WordClass.Of) && Infinitive(at + 1))
                return Add(cue, source, at + 1, ClauseEnd(at + 1, true), "noun/of-infinitive", 0.7);
            if (Tokens.IsKind(at, TokenKind.Colon) && scene.Quotations.OpeningAt(at + 1) is >= 0 and var quoted && scene.ClaimedBy[quoted] is null)
            {
                var inner = scene.Quotations[quoted].Inner;
                return Add(cue, source, inner.First, inner.End, "noun/colon", 0.85);
            }

            var next = sources.PassAdjunct(at, limit);
            if (next == at)
                return false;
            at = next;
        }

        return false;
    }

    private bool TrySource(int at, out SourceMatch source)
    {
        source = SourceMatch.None;
        var index = Phrases.IndexAt(at);
        if (index < 0)
            return false;
        if (Phrases[index].First == at)
        {
            source = sources.Extended(index);
            return source.CanSpeak;
        }

        // The complement lies in the noun's own phrase.
        var phrase = Phrases[index];
        var head = at;
        while (head < phrase.End - 1 && !Tokens.IsCapitalised(head) && Tokens.Is(head, WordClass.Determiner | WordClass.Of | WordClass.Ordinal))
            head++;
        var lexeme = Tokens.Lexeme(head);
        var kind = phrase.Name.Count > 0 && phrase.Name.First >= at ? PhraseKind.PersonName
            : lexeme.Is(WordClass.Role) ? PhraseKind.Role
            : lexeme.Is(WordClass.GroupNoun) ? PhraseKind.Group
            : lexeme.Is(WordClass.OrganisationNoun | WordClass.OrganisationName) ? PhraseKind.Organisation
            : lexeme.Is(WordClass.PersonNoun | WordClass.AnonymousNoun) ? PhraseKind.Person
            : Tokens.IsCapitalised(head) ? PhraseKind.UnknownName : PhraseKind.Other;
        if (kind == PhraseKind.Other)
            return false;
        Phrases.Cut(index, at, kind == PhraseKind.PersonName ? phrase.Name.End - 1 : head, kind);
        source = sources.Extended(Phrases.IndexAt(at));
        return true;
    }

    private bool Infinitive(int at)
    {
        while (Tokens.Is(at, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation | WordClass.NegativeAdverb) && !Tokens.Lexeme(at).IsVerb(VerbMorph.Infinitive))
            at++;
        return Tokens.Lexeme(at).IsVerb(VerbMorph.Infinitive);
    }

    // The clause ends where the verb of the noun itself begins: « l'affirmation selon laquelle l'eau est potable | n'a pas convaincu ».
    private int ClauseEnd(int start, bool infinitive)
    {
        var end = boundary.EndOf(start, null);
        var seen = infinitive;
        for (var i = start; i < end; i++)
        {
            if (Tokens.Is(i, WordClass.Coordinator | WordClass.Relative | WordClass.Subordinator | WordClass.Complementiser) && Phrases.IndexAt(i) < 0)
                seen = false;
            if (!scene.IsFiniteVerb(i))
                continue;
            if (!seen)
            {
                seen = true;
                continue;
            }

            var first = i;
            while (first > start && Phrases.IndexAt(first - 1) < 0 && Tokens.Is(first - 1, WordClass.Negation | WordClass.Reflexive | WordClass.ObjectPronoun))
                first--;
            return first;
        }

        return end;
    }

    private bool Add(TokenRange cue, SourceMatch source, int start, int end, string rule, double confidence)
    {
        var content = scene.Trim(new TokenRange(start, end));
        if (content.IsEmpty)
            return false;
        scene.Add(new AttributionDraft { Content = [content], Cue = cue, Source = source.Range, SourceHead = source.Head, Rule = rule, Confidence = confidence });
        return true;
    }
}
