// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Finds the verbs that may report, with all that belongs to their group.</summary>
/// <remarks>Every look to the left or right is bounded, so the pass is linear.</remarks>
internal sealed class VerbGroupFinder(Language language)
{
    private const int FarthestAuxiliary = 8;
    private const int FarthestGovernor = 6;
    private const int FarthestShared = 60;
    private const int FarthestWord = 6; // from the head of a phrase to what goes on with it

    /// <summary>The groups in the order of their verbs.</summary>
    public List<VerbGroup> Find(TokenList tokens, NounPhraseList phrases, QuotationList quotations)
    {
        var groups = new List<VerbGroup>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens.Is(i, WordClass.Cue | WordClass.PhraseHead) || tokens.IsKind(i, TokenKind.Number))
                continue;
            var scan = new Scan(language, tokens, phrases, quotations, groups);
            if (scan.TryFindAt(i, out var group))
                groups.Add(group);
        }

        return groups;
    }

    private readonly struct Scan(Language language, TokenList tokens, NounPhraseList phrases, QuotationList quotations, List<VerbGroup> before)
    {
        public bool TryFindAt(int verb, out VerbGroup group)
        {
            group = null!;
            var lexeme = tokens.Lexeme(verb);
            var entry = lexeme.Verb;
            var end = verb + 1;
            if (entry is null || (phrases.IndexAt(verb) is >= 0 and var nominal && !IsParticipleOf(verb, phrases[nominal])))
                return false;
            if (TryMatchPhrase(verb, out var phrase, out var phraseEnd))
            {
                entry = phrase;
                end = phraseEnd;
            }
            else if (!tokens.Is(verb, WordClass.Cue))
            {
                return false;
            }

            if (tokens.IsCapitalised(verb) && !StartsAnything(verb) && !tokens.Has(verb, TokenFlags.AllCapitals))
                return false; // a name that looks like a verb
            return language.Grammar.AuxiliaryChains ? new AuxiliaryChainScan(language, tokens, phrases, quotations).TryBuild(verb, end, entry, lexeme, out group) : TryBuild(verb, end, entry, lexeme, out group);
        }

        private bool TryMatchPhrase(int verb, out VerbEntry entry, out int end)
        {
            entry = null!;
            end = 0;
            if (tokens.Lexeme(verb).CuePhrases is not { } group)
                return false;
            var reflexive = IsReflexive(verb);
            // A reflexive pronoun alone can make one; else another word must follow.
            if (!(reflexive && group.HasPlainReflexive) && !MayBegin(verb, group))
                return false;
            foreach (var phrase in group.Phrases)
            {
                if (phrase.Reflexive && !reflexive)
                    continue;
                var at = verb + 1;
                var matched = true;
                foreach (var forms in phrase.Words)
                {
                    while (at < verb + FarthestWord && !IsAnyOf(at, forms) && (tokens.Is(at, WordClass.Adverb | WordClass.NegativeAdverb) || IsInvertedPronoun(at)))
                        at++;
                    // « met Oslo en garde »: the object stands between the verb and what makes it a cue.
                    if (at == verb + 1 && !IsAnyOf(at, forms) && phrases.TryStartingAt(at, out var between) && between.Range.Count <= 6)
                        at = between.End;
                    if (!IsAnyOf(at, forms))
                    {
                        matched = false;
                        break;
                    }

                    at++;
                }

                if (matched)
                {
                    entry = phrase.Verb;
                    end = at;
                    // « s'est dit prêt à »: the adjective is what the speaker says of himself; the phrase only tells the act.
                    if (phrase.Reflexive && phrase.Words.Length == 1 && phrase.Head is "dire" or "déclarer" or "montrer" or "avouer")
                    {
                        entry = phrase.Verb with { Frames = phrase.Verb.Frames | CueFrames.Predicate };
                        end = verb + 1;
                    }

                    return true;
                }
            }

            return false;
        }

        // Whether the next word of one of the phrases stands where it can: behind adverbs, or behind an object.
        private bool MayBegin(int verb, CuePhraseGroup group)
        {
            var at = verb + 1;
            while (at < verb + FarthestWord && !group.MayGoOnWith(tokens.Lexeme(at)) && (tokens.Is(at, WordClass.Adverb | WordClass.NegativeAdverb) || IsInvertedPronoun(at)))
                at++;
            return group.MayGoOnWith(tokens.Lexeme(at)) || (phrases.TryStartingAt(verb + 1, out var between) && group.MayGoOnWith(tokens.Lexeme(between.End)));
        }

        // « a au contraire accusé »: what looks like a noun without its determiner is the participle of the auxiliary before it.
        private bool IsParticipleOf(int verb, NounPhrase phrase) =>
            tokens.Lexeme(verb).IsVerb(VerbMorph.PastParticiple) && !tokens.Is(phrase.First, WordClass.Determiner | WordClass.Possessive) && phrase.End == verb + 1
            && tokens.Is(verb, WordClass.Cue) && TryAuxiliary(verb, out _, out _);

        private bool IsAnyOf(int token, string[] forms)
        {
            foreach (var form in forms)
            {
                if (tokens.IsForm(token, form))
                    return true;
            }

            return false;
        }

        // « s'est dit », « se dit », « s'est-il dit »: the pronoun stands before the verb or before its auxiliary.
        private bool IsReflexive(int verb)
        {
            for (var i = verb - 1; i >= 0 && i >= verb - 5; i--)
            {
                if (tokens.Lexeme(i).Form is "se" or "s'")
                    return true;
                if (!(tokens.Is(i, WordClass.Auxiliary | WordClass.Adverb | WordClass.NegativeAdverb) || IsInvertedPronoun(i)))
                    return false;
            }

            return false;
        }

        private bool StartsAnything(int i) =>
            i == 0 || tokens.Has(i, TokenFlags.ParagraphBefore) || tokens.Kind(i - 1) is TokenKind.SentenceEnd or TokenKind.Colon or TokenKind.QuoteMark or TokenKind.Dash or TokenKind.Symbol;

        private bool TryBuild(int verb, int end, VerbEntry entry, Lexeme lexeme, out VerbGroup group)
        {
            group = null!;
            if (lexeme.IsVerb(VerbMorph.PastParticiple) && TryAuxiliary(verb, out var auxiliary, out var pronoun))
            {
                group = WithAuxiliary(verb, end, entry, auxiliary, pronoun);
                return true;
            }

            if (lexeme.IsVerb(VerbMorph.Finite) && (lexeme.IsVerb(VerbMorph.Third) || !lexeme.IsVerb(VerbMorph.PastParticiple)) && !IsParticipleHere(verb, lexeme))
            {
                group = Simple(verb, end, entry, lexeme);
                return true;
            }

            if (lexeme.IsVerb(VerbMorph.PresentParticiple))
            {
                group = Plain(verb, end, entry, VerbShape.PresentParticiple, false);
                return true;
            }

            if (lexeme.IsVerb(VerbMorph.Infinitive))
                return TryInfinitive(verb, end, entry, out group);
            if (!lexeme.IsVerb(VerbMorph.PastParticiple))
                return false;
            group = SharesAuxiliary(verb)
                ? Plain(verb, end, entry, VerbShape.SharedAuxiliary, lexeme.IsVerb(VerbMorph.Plural))
                : Plain(verb, end, entry, VerbShape.PastParticiple, lexeme.IsVerb(VerbMorph.Plural));
            return true;
        }

        // « la décision dit » is finite, « un homme dit "le Grand" » and « l'accord conclu » are not ours to tell: a form that is both
        // is taken for a participle after a noun only where a de or par follows.
        private bool IsParticipleHere(int verb, Lexeme lexeme) =>
            lexeme.IsVerb(VerbMorph.PastParticiple) && tokens.Is(verb + 1, GrammarWord.By);

        private bool IsInvertedPronoun(int i) =>
            tokens.Is(i, WordClass.SubjectPronoun) && (tokens.FirstChar(i) is '-' or '‐' or '‑' || tokens.Form(i).StartsWith("t-"));

        private bool IsClitic(int i) =>
            tokens.IsWord(i) && tokens.Is(i, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation) && phrases.IndexAt(i) < 0 && !IsInvertedPronoun(i);

        private int WithClitics(int verb, bool participle, out int clitic, out bool reflexive, out bool negated)
        {
            var first = verb;
            clitic = -1;
            reflexive = false;
            negated = false;
            while (first > 0 && IsClitic(first - 1))
            {
                var word = tokens.Lexeme(first - 1);
                if (participle && word.Form == "en")
                    break;
                // « nous déclarons », « vous dites »: the subject, not an object.
                if (word.Form is "nous" or "vous" && tokens.Lexeme(verb).IsVerb(VerbMorph.FirstPlural | VerbMorph.SecondPlural) && !(IsSubjectWord(first - 2) || phrases.IndexAt(first - 2) >= 0))
                    break;
                first--;
                if (word.Is(WordClass.Negation))
                    negated = true;
                else if (word.Is(WordClass.Reflexive) && word.Form is "se" or "s'")
                    reflexive = true;
                else
                    clitic = first;
            }

            return first;
        }

        private bool IsSubjectWord(int i) => tokens.Is(i, WordClass.SubjectPronoun | WordClass.Relative);

        private VerbGroup Simple(int verb, int end, VerbEntry entry, Lexeme lexeme)
        {
            var pronoun = -1;
            if (IsInvertedPronoun(verb + 1))
            {
                pronoun = verb + 1;
                end = Math.Max(end, pronoun + 1);
            }

            var first = WithClitics(verb, false, out var clitic, out var reflexive, out var negated);
            if (negated && tokens.Is(end, WordClass.NegativeAdverb))
                end++;
            var plural = lexeme.IsVerb(VerbMorph.ThirdPlural) && !lexeme.IsVerb(VerbMorph.ThirdSingular);
            return new VerbGroup
            {
                Range = new TokenRange(first, end), Verb = verb, Entry = entry, Shape = VerbShape.Finite, InvertedPronoun = pronoun,
                Clitic = clitic, Reflexive = reflexive, Negated = negated, Plural = plural,
                Deictic = !lexeme.IsVerb(VerbMorph.Third) || IsDeictic(first - 1) || IsDeictic(pronoun),
            };
        }

        private bool IsDeictic(int pronoun) =>
            pronoun >= 0 && tokens.Is(pronoun, WordClass.SubjectPronoun) && tokens.Is(pronoun, WordClass.FirstPerson | WordClass.SecondPerson);

        private bool TryAuxiliary(int verb, out int auxiliary, out int pronoun)
        {
            pronoun = -1;
            auxiliary = -1;
            for (var i = verb - 1; i >= 0 && i >= verb - FarthestAuxiliary; i--)
            {
                if (tokens.Is(i, WordClass.Auxiliary) && phrases.IndexAt(i) < 0)
                {
                    if (tokens.Lexeme(i).IsVerb(VerbMorph.PastParticiple) && i > 0)
                        continue; // « a été jugé »
                    auxiliary = i;
                    return true;
                }

                if (IsInvertedPronoun(i))
                {
                    pronoun = i;
                    continue;
                }

                // « a elle relevé », « a, lui, démenti »
                if (tokens.Is(i, WordClass.StrongPronoun) && i > 0 && tokens.Is(i - 1, WordClass.Auxiliary))
                    continue;
                if (tokens.Is(i, WordClass.Adverb | WordClass.NegativeAdverb | WordClass.Quantifier) || tokens.IsForm(i, "tous") || tokens.IsForm(i, "toutes"))
                    continue;
                if (tokens.IsKind(i, TokenKind.Comma) && TryPassInsertion(i, verb, out var before))
                {
                    i = before;
                    continue;
                }

                if (TryPassAdverbial(i, verb, out var start))
                {
                    i = start;
                    continue;
                }

                return false;
            }

            return false;
        }

        // « a, en début d'audience, décrit »: an insertion between two commas.
        private bool TryPassInsertion(int comma, int verb, out int before)
        {
            for (var i = comma - 1; i > 0 && i >= verb - 10; i--)
            {
                if (tokens.IsKind(i, TokenKind.Comma) && tokens.Is(i - 1, WordClass.Auxiliary | WordClass.Adverb))
                {
                    before = i;
                    return true;
                }
            }

            before = 0;
            return false;
        }

        // « a par ailleurs déclaré », « a dans la foulée annoncé », « a une nouvelle fois dit ».
        private bool TryPassAdverbial(int last, int verb, out int start)
        {
            for (var i = last; i > 0 && i >= verb - 7; i--)
            {
                if (tokens.Kind(i) is not (TokenKind.Word or TokenKind.Number) || quotations.Closes(i))
                    break;
                if ((tokens.Is(i, WordClass.Preposition) || tokens.Is(i, WordClass.Determiner)) && tokens.Is(i - 1, WordClass.Auxiliary | WordClass.Adverb | WordClass.SubjectPronoun)
                    && phrases.IndexAt(i - 1) < 0)
                {
                    if (tokens.Is(i - 1, WordClass.SubjectPronoun) && !IsInvertedPronoun(i - 1))
                        break;
                    start = i;
                    return true;
                }
            }

            start = 0;
            return false;
        }

        private VerbGroup WithAuxiliary(int verb, int end, VerbEntry entry, int auxiliary, int pronoun)
        {
            var first = auxiliary;
            var lexeme = tokens.Lexeme(auxiliary);
            var participle = lexeme.IsVerb(VerbMorph.PresentParticiple);
            first = WithClitics(first, participle, out var clitic, out var reflexive, out var negated);
            var isBe = lexeme.Verb?.Lemma == "être";
            var beforeVerb = tokens.Lexeme(verb - 1);
            var passive = (isBe && !reflexive) || (beforeVerb.Verb?.Lemma == "être" && beforeVerb.IsVerb(VerbMorph.PastParticiple));
            var shape = lexeme.IsVerb(VerbMorph.Finite) ? passive ? VerbShape.Passive : VerbShape.Compound
                : participle ? VerbShape.PresentParticiple
                : VerbShape.Infinitive;
            return new VerbGroup
            {
                Range = new TokenRange(first, end), Verb = verb, Entry = entry, Shape = shape, InvertedPronoun = pronoun, Clitic = clitic,
                Reflexive = reflexive, Negated = negated, IsPurpose = shape == VerbShape.Infinitive,
                Plural = lexeme.IsVerb(VerbMorph.ThirdPlural) && !lexeme.IsVerb(VerbMorph.ThirdSingular),
                Deictic = (lexeme.IsVerb(VerbMorph.Finite) && !lexeme.IsVerb(VerbMorph.Third)) || IsDeictic(first - 1) || IsDeictic(pronoun),
            };
        }

        private VerbGroup Plain(int verb, int end, VerbEntry entry, VerbShape shape, bool plural)
        {
            var first = WithClitics(verb, shape == VerbShape.PresentParticiple, out var clitic, out var reflexive, out var negated);
            return new VerbGroup
            {
                Range = new TokenRange(first, end), Verb = verb, Entry = entry, Shape = shape, Clitic = clitic, Reflexive = reflexive, Negated = negated, Plural = plural,
            };
        }

        // « a tenu à rappeler », « va-t-il annoncer », « n'hésite pas à dire »; else « pour réclamer », « avant d'ajouter ».
        private bool TryInfinitive(int verb, int end, VerbEntry entry, out VerbGroup group)
        {
            var first = WithClitics(verb, false, out var clitic, out var reflexive, out var negated);
            for (var i = first - 1; i >= 0 && i >= first - FarthestGovernor; i--)
            {
                var lexeme = tokens.Lexeme(i);
                if (lexeme.Verb is { } governor && phrases.IndexAt(i) < 0 && !tokens.Is(i, WordClass.Auxiliary))
                {
                    if (!(language.Reporting.Governs(governor) || lexeme.Is(WordClass.Modal)))
                        break;
                    var start = i;
                    var pronoun = -1;
                    var auxiliary = -1;
                    var compound = lexeme.IsVerb(VerbMorph.PastParticiple) && TryAuxiliary(i, out auxiliary, out pronoun);
                    if (compound)
                        start = auxiliary;
                    var head = tokens.Lexeme(start);
                    if (!compound && IsInvertedPronoun(i + 1))
                        pronoun = i + 1;
                    if (!head.IsVerb(VerbMorph.Finite))
                        break;
                    start = WithClitics(start, false, out _, out var governorReflexive, out var governorNegated);
                    group = new VerbGroup
                    {
                        Range = new TokenRange(start, end), Verb = verb, Entry = entry, Shape = VerbShape.Infinitive, InvertedPronoun = pronoun, Clitic = clitic,
                        Reflexive = reflexive || (governorReflexive && entry.Reports(CueFrames.ReflexiveOnly)), Negated = negated || governorNegated,
                        Plural = head.IsVerb(VerbMorph.ThirdPlural) && !head.IsVerb(VerbMorph.ThirdSingular),
                        Deictic = !head.IsVerb(VerbMorph.Third) || IsDeictic(start - 1) || IsDeictic(pronoun),
                    };
                    return true;
                }

                if (!(tokens.Is(i, WordClass.Adverb | WordClass.NegativeAdverb | WordClass.ObjectPronoun | WordClass.Reflexive) || IsInvertedPronoun(i)
                    || (i >= first - 2 && tokens.Is(i, WordClass.Of | WordClass.To))))
                {
                    break;
                }
            }

            group = new VerbGroup
            {
                Range = new TokenRange(first, end), Verb = verb, Entry = entry, Shape = VerbShape.Infinitive, Clitic = clitic, Reflexive = reflexive, Negated = negated, IsPurpose = true,
            };
            return true;
        }

        // « a qualifié … de …, et affirmé que »: after a conjunction, with a compound group of the same sentence before it.
        private bool SharesAuxiliary(int verb)
        {
            var i = verb - 1;
            while (i > 0 && tokens.Is(i, WordClass.Adverb | WordClass.NegativeAdverb) && !tokens.Is(i, WordClass.Coordinator))
                i--;
            if (!(tokens.Is(i, WordClass.Coordinator) || tokens.IsKind(i, TokenKind.Comma)) || before.Count == 0)
                return false;
            var last = before[^1];
            return last.Shape is VerbShape.Compound or VerbShape.SharedAuxiliary && verb - last.End < FarthestShared && !CrossesSentence(last.End, verb);
        }

        private bool CrossesSentence(int first, int end)
        {
            for (var i = first; i < end; i++)
            {
                if (tokens.IsKind(i, TokenKind.SentenceEnd) || tokens.Has(i, TokenFlags.ParagraphBefore))
                    return true;
            }

            return false;
        }
    }
}
