// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Builds verb groups where tense and mood stand in words before the verb: « has been saying », « did not say », « went on to say ».</summary>
internal readonly struct AuxiliaryChainScan(Language language, TokenList tokens, NounPhraseList phrases, QuotationList quotations)
{
    private const int FarthestAuxiliary = 9;

    /// <summary>The group of a verb, from its first auxiliary to what its cue ends with.</summary>
    /// <param name="verb">The token of the verb that reports.</param>
    /// <param name="end">The token after the cue.</param>
    /// <param name="entry">How it reports.</param>
    /// <param name="lexeme">What the form can be.</param>
    /// <param name="group">What was found.</param>
    public bool TryBuild(int verb, int end, VerbEntry entry, Lexeme lexeme, out VerbGroup group)
    {
        group = null!;
        var chain = ReadChain(verb);
        if (!IsVerbHere(verb, lexeme, chain))
            return false;
        var shape = ShapeOf(verb, lexeme, chain);
        if (shape is null)
            return false;
        group = new VerbGroup
        {
            Range = new TokenRange(chain.First, end),
            Verb = verb,
            Entry = entry,
            Shape = shape.Value,
            Negated = chain.Negated,
            IsPurpose = shape == VerbShape.Infinitive && !chain.Governed,
            Plural = IsPlural(verb, lexeme, chain),
            AnyNumber = IsAnyNumber(verb, lexeme, chain),
            Deictic = IsDeictic(chain.First - 1) || (chain.First == verb && lexeme.IsVerb(VerbMorph.Imperative) && !HasSubjectBefore(verb)),
        };
        return true;
    }

    // From the verb to the left over adverbs, auxiliaries, « to » and the verbs that govern an infinitive.
    private Chain ReadChain(int verb)
    {
        var chain = new Chain(verb);
        var pendingTo = false;
        for (var i = verb - 1; i >= 0 && i >= verb - FarthestAuxiliary; i--)
        {
            var lexeme = tokens.Lexeme(i);
            if (tokens.Has(i + 1, TokenFlags.ParagraphBefore) || phrases.IndexAt(i) >= 0 || quotations.Closes(i) || quotations.Opens(i))
                break;
            if (lexeme.Is(WordClass.Auxiliary) && lexeme.Verb is { } auxiliary && !(tokens.IsForm(i, "'s") && !IsAuxiliaryS(i, verb)))
            {
                if (pendingTo && auxiliary.Lemma is not ("have" or "be"))
                    break;
                chain.Add(i, auxiliary.Lemma, lexeme);
                pendingTo = false;
                continue;
            }

            if (lexeme.Is(WordClass.Negation | WordClass.NegativeAdverb))
            {
                chain.Negated = true;
                continue;
            }

            if (tokens.Is(i, WordClass.To) && chain.To < 0 && !chain.HasAuxiliary)
            {
                chain.To = i;
                pendingTo = true;
                continue;
            }

            // « wants to say », « went on to say », « began saying »
            if (lexeme.Verb is { } governor && (pendingTo || i == chain.First - 1) && (language.Reporting.Governs(governor) || lexeme.Is(WordClass.Modal)) && (pendingTo || tokens.Lexeme(verb).IsVerb(VerbMorph.PresentParticiple)))
            {
                chain.Govern(i, lexeme);
                pendingTo = false;
                continue;
            }

            if (pendingTo && lexeme.Is(WordClass.Adverb | WordClass.Preposition) && !lexeme.Is(WordClass.Subordinator | WordClass.To) && tokens.Lexeme(i - 1).Verb is { } particled && language.Reporting.Governs(particled))
                continue; // « went on to »
            if (lexeme.Is(WordClass.Adverb) && !lexeme.Is(WordClass.Subordinator | WordClass.Coordinator | WordClass.Preposition | WordClass.SubjectPronoun))
                continue;
            if (lexeme.Is(WordClass.Quantifier) && tokens.Form(i) is "all" or "both")
                continue;
            break;
        }

        return chain;
    }

    // « he's said », not « the mayor's said » of a possessor.
    private bool IsAuxiliaryS(int at, int verb) => phrases.IndexAt(at - 1) < 0 || phrases[phrases.IndexAt(at - 1)].Kind == PhraseKind.Pronoun || at == verb - 1 && tokens.Lexeme(verb).IsVerb(VerbMorph.PastParticiple | VerbMorph.PresentParticiple);

    private bool IsVerbHere(int verb, Lexeme lexeme, Chain chain)
    {
        if (chain.HasAuxiliary || chain.To >= 0 || !lexeme.Is(WordClass.Noun | WordClass.Document | WordClass.CueNoun | WordClass.Role | WordClass.PersonNoun | WordClass.Adjective))
            return true;
        // A noun as often as a verb: a preposition or a determiner before it makes it the noun, which the phrases mostly know already.
        return !tokens.Is(verb - 1, WordClass.Determiner | WordClass.Of | WordClass.Adjective | WordClass.Possessive) && !(tokens.Is(verb - 1, WordClass.Preposition) && !lexeme.IsVerb(VerbMorph.PresentParticiple));
    }

    private VerbShape? ShapeOf(int verb, Lexeme lexeme, Chain chain)
    {
        if (lexeme.IsVerb(VerbMorph.PresentParticiple))
            return chain.Governed || chain.Be ? VerbShape.Compound : VerbShape.PresentParticiple;
        if (chain.To >= 0 && lexeme.IsVerb(VerbMorph.Infinitive))
            return chain.Governed && chain.GovernorFinite || chain.Be || chain.Have ? VerbShape.Infinitive : chain.Governed ? null : VerbShape.Infinitive;
        if (chain.Modal && lexeme.IsVerb(VerbMorph.Infinitive))
            return VerbShape.Compound;
        if (chain.Be && lexeme.IsVerb(VerbMorph.PastParticiple))
            return VerbShape.Passive;
        if (chain.Have && lexeme.IsVerb(VerbMorph.PastParticiple))
            return chain.HavingParticiple ? VerbShape.PresentParticiple : VerbShape.Compound;
        if (chain.HasAuxiliary)
            return null;
        if (lexeme.IsVerb(VerbMorph.SimplePast))
            return lexeme.IsVerb(VerbMorph.PastParticiple) && IsParticipleHere(verb) ? VerbShape.PastParticiple : VerbShape.Finite;
        if (lexeme.IsVerb(VerbMorph.ThirdSingular))
            return VerbShape.Finite;
        if (lexeme.IsVerb(VerbMorph.PastParticiple))
            return VerbShape.PastParticiple;
        return lexeme.IsVerb(VerbMorph.Present) ? VerbShape.Finite : null;
    }

    // « a plan announced by », « Asked whether …, »: a form that is both is a participle where « by » follows, or where it opens the sentence.
    private bool IsParticipleHere(int verb) =>
        tokens.Is(verb + 1, GrammarWord.By)
        || (tokens.IsCapitalised(verb) && !tokens.Has(verb, TokenFlags.AllCapitals) && (verb == 0 || tokens.Kind(verb - 1) is TokenKind.SentenceEnd or TokenKind.Dash || tokens.Has(verb, TokenFlags.LineBefore)))
        || (tokens.Is(verb - 1, WordClass.Subordinator) && phrases.IndexAt(verb - 1) < 0 && !tokens.Is(verb - 1, WordClass.Relative));

    private bool IsPlural(int verb, Lexeme lexeme, Chain chain)
    {
        var head = chain.First == verb ? lexeme : tokens.Lexeme(chain.First);
        return head.IsVerb(VerbMorph.ThirdPlural) && !head.IsVerb(VerbMorph.ThirdSingular);
    }

    private bool IsAnyNumber(int verb, Lexeme lexeme, Chain chain)
    {
        var head = chain.First == verb ? lexeme : tokens.Lexeme(chain.First);
        return head.IsVerb(VerbMorph.ThirdPlural) && head.IsVerb(VerbMorph.ThirdSingular);
    }

    private bool IsDeictic(int before)
    {
        while (before >= 0 && phrases.IndexAt(before) < 0 && tokens.Is(before, WordClass.Adverb))
            before--;
        return tokens.Is(before, WordClass.SubjectPronoun) && tokens.Is(before, WordClass.FirstPerson | WordClass.SecondPerson);
    }

    private bool HasSubjectBefore(int verb)
    {
        var at = verb - 1;
        while (at >= 0 && phrases.IndexAt(at) < 0 && tokens.Is(at, WordClass.Adverb) && !tokens.IsCapitalised(at))
            at--;
        return phrases.IndexAt(at) >= 0 || tokens.Is(at, WordClass.Relative | WordClass.Coordinator | WordClass.Quantifier) || tokens.Kind(at) is TokenKind.Comma or TokenKind.QuoteMark or TokenKind.CloseBracket or TokenKind.Dash;
    }

    private struct Chain(int verb)
    {
        public int First { get; private set; } = verb;

        public int To { get; set; } = -1;

        public bool Negated { get; set; }

        public bool Be { get; private set; }

        public bool Have { get; private set; }

        public bool HavingParticiple { get; private set; }

        public bool Modal { get; private set; }

        public bool HasAuxiliary { get; private set; }

        public bool Governed { get; private set; }

        public bool GovernorFinite { get; private set; }

        public void Add(int at, string lemma, Lexeme lexeme)
        {
            First = at;
            if (HasAuxiliary && !Governed)
            {
                // The nearest auxiliary decides the shape; those before it only lengthen the group.
                HavingParticiple |= lexeme.IsVerb(VerbMorph.PresentParticiple);
                return;
            }

            HasAuxiliary = true;
            Be = lemma == "be";
            Have = lemma == "have";
            Modal = !Be && !Have;
            HavingParticiple = Have && lexeme.IsVerb(VerbMorph.PresentParticiple);
            GovernorFinite |= Governed;
        }

        public void Govern(int at, Lexeme lexeme)
        {
            First = at;
            Governed = true;
            GovernorFinite = lexeme.IsVerb(VerbMorph.Finite);
        }
    }
}
