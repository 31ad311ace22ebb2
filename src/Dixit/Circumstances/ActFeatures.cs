// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Reads the features of an attribution's act off its cue and content. Safe for threads.</summary>
internal sealed class ActFeatures(Language language)
{
    private const int Longest = 160; // content tokens looked at: the act shows early

    private const int NameLength = 8; // of the name that somebody is called
    private const int OwnClause = 14; // tokens for which « il » at the head stays the subject

    private static readonly ulong CueActs = Bit(ActFeature.CueAccuse) | Bit(ActFeature.CueDeny) | Bit(ActFeature.CueWarn) | Bit(ActFeature.CuePredict) | Bit(ActFeature.CueCommit)
        | Bit(ActFeature.CueDemand) | Bit(ActFeature.CueRequest) | Bit(ActFeature.CueRefuse) | Bit(ActFeature.CuePraise) | Bit(ActFeature.CueRegret) | Bit(ActFeature.CueAsk);

    private readonly PhraseTable<ActWord> _words = PhraseTable<ActWord>.Read(language, "Acts");

    /// <summary>The features as bits by <see cref="ActFeature"/>.</summary>
    public ulong Read(TokenList tokens, AttributionDraft draft, bool holdsReport)
    {
        var features = Cue(tokens, draft);
        if (holdsReport)
            features |= Bit(ActFeature.HoldsReport);
        var left = Longest;
        var named = (features & Bit(ActFeature.CueName)) != 0 && (features & Bit(ActFeature.CueAccuse)) != 0;
        foreach (var run in draft.Content)
        {
            // Of « qualifie X de Y », only Y tells.
            var words = named && run.Count > NameLength ? new TokenRange(run.End - NameLength, run.End) : run;
            features |= Words(tokens, words, draft, Math.Min(left, words.Count));
            left -= run.Count;
            if (left <= 0)
                break;
        }

        features |= Shape(tokens, draft);
        return Settle(features);
    }

    // « demande » asks or demands, « qualifie » praises or blames: what is said decides.
    private static ulong Settle(ulong features)
    {
        var question = Bit(ActFeature.Question) | Bit(ActFeature.Interrogative) | Bit(ActFeature.Asking);
        if ((features & Bit(ActFeature.CueAsk)) != 0 && (features & question) == 0)
            features = features & ~Bit(ActFeature.CueAsk) | Bit(ActFeature.CueRequest);
        // « juge utile » blames nobody, « traite de » mostly does.
        if ((features & Bit(ActFeature.CueName)) != 0)
            features &= ~Bit((features & Bit(ActFeature.CueAccuse)) != 0 ? ActFeature.CueAccuse : ActFeature.CueName);
        // « prévoit de partir » is a plan, « prévoit que la pluie viendra » is none.
        if ((features & Bit(ActFeature.PlannedInfinitive)) != 0)
            features &= ~Bit(ActFeature.CuePredict);
        // « n'exclut pas », « ne demande pas » do nothing of the kind.
        return (features & Bit(ActFeature.CueNegated)) != 0 ? features & ~CueActs : features;
    }

    /// <summary>The bit of a feature.</summary>
    public static ulong Bit(ActFeature feature) => 1UL << (int)feature;

    private ulong Cue(TokenList tokens, AttributionDraft draft)
    {
        var act = draft.Verb?.Act ?? NounAct(tokens, draft.Cue);
        var features = act switch
        {
            SpeechAct.Accuse => Bit(ActFeature.CueAccuse),
            SpeechAct.Deny => Bit(ActFeature.CueDeny),
            SpeechAct.Warn => Bit(ActFeature.CueWarn),
            SpeechAct.Predict => Bit(ActFeature.CuePredict),
            SpeechAct.Commit => Bit(ActFeature.CueCommit),
            SpeechAct.Demand => Bit(ActFeature.CueDemand),
            SpeechAct.Refuse => Bit(ActFeature.CueRefuse),
            SpeechAct.Praise => Bit(ActFeature.CuePraise),
            SpeechAct.Regret => Bit(ActFeature.CueRegret),
            SpeechAct.Ask => Bit(ActFeature.CueAsk),
            _ => 0UL,
        };
        for (var i = draft.Cue.First; i < draft.Cue.End; i++)
        {
            if (tokens.Is(i, WordClass.Negation))
                features |= Bit(ActFeature.CueNegated);
            if (tokens.Is(i, WordClass.SourcePreposition))
                features |= Bit(ActFeature.SourceAlone);
        }

        if (draft.Verb is not { } verb)
            return features;
        if (_words.Has(verb.Lemma, ActWord.Name))
            features |= Bit(ActFeature.CueName);
        if (_words.Has(verb.Lemma, ActWord.Report))
            features |= Bit(ActFeature.CueReport);
        return features;
    }

    private static SpeechAct NounAct(TokenList tokens, TokenRange cue)
    {
        for (var i = cue.First; i < cue.End; i++)
        {
            if (tokens.Is(i, WordClass.CueNoun))
                return (SpeechAct)tokens.Lexeme(i).Value;
        }

        return SpeechAct.Assert;
    }

    private ulong Words(TokenList tokens, TokenRange run, AttributionDraft draft, int count)
    {
        var features = 0UL;
        var end = run.First + count;
        var own = BeginsWithOwn(tokens, run, draft);
        for (var i = run.First; i < end; i++)
        {
            switch (tokens.Kind(i))
            {
                case TokenKind.Word:
                    break;
                case TokenKind.Number:
                    features |= Bit(ActFeature.Figures);
                    continue;
                case TokenKind.SentenceEnd when tokens.FirstChar(i) == '?':
                    features |= Bit(ActFeature.QuestionInside);
                    continue;
                case TokenKind.SentenceEnd when tokens.FirstChar(i) == '!':
                    features |= Bit(ActFeature.Exclamation);
                    continue;
                default:
                    continue;
            }

            if (_words.TryMatch(tokens, i, run.End, out var match))
                features |= Of(match.Kind);
            var lexeme = tokens.Lexeme(i);
            if (lexeme.Is(WordClass.SubjectPronoun) && _words.Has(tokens, i, ActWord.First))
                features |= Bit(ActFeature.FirstPerson);
            if (lexeme.Verb is not { } verb)
                continue;
            var negated = IsNegated(tokens, i, run);
            if (!lexeme.Is(WordClass.Determiner | WordClass.Preposition) && _words.TryMatchWord(verb.Lemma, out var kind) && (!negated || Of(kind) == Bit(ActFeature.Demand) || Of(kind) == Bit(ActFeature.DemandVerb)))
                features |= Of(kind);
            features |= Mood(tokens, i, lexeme, verb, run, own && i - run.First < OwnClause, negated);
        }

        return features;
    }

    // What the speaker is to the content: « il » that is he, « son », « sa » say that it speaks of himself.
    private static bool BeginsWithOwn(TokenList tokens, TokenRange run, AttributionDraft draft)
    {
        // « selon lui, il serait parti » is hearsay about somebody.
        if (draft.Kind == QuotationKind.Direct || draft.Verb is null)
            return false;
        var first = run.First;
        while (first < run.End && !tokens.IsWord(first))
            first++;
        var lexeme = tokens.Lexeme(first);
        if (lexeme.Is(WordClass.Possessive))
            return true;
        return lexeme.Is(WordClass.SubjectPronoun) && !lexeme.Is(WordClass.FirstPerson | WordClass.SecondPerson | WordClass.Demonstrative) && !IsImpersonal(tokens, first);
    }

    // « il serait difficile de », « il est vrai que »
    private static bool IsImpersonal(TokenList tokens, int at)
    {
        for (var i = at + 2; i < at + 6; i++)
        {
            if (tokens.Is(i, WordClass.Of | WordClass.Complementiser))
                return tokens.Is(at + 1, WordClass.Auxiliary) || tokens.Is(at + 2, WordClass.Auxiliary);
            if (!tokens.IsWord(i) || tokens.Is(i, WordClass.Determiner))
                return false;
        }

        return false;
    }

    private ulong Mood(TokenList tokens, int at, Lexeme lexeme, VerbEntry verb, TokenRange run, bool own, bool negated)
    {
        var first = lexeme.IsVerb(VerbMorph.FirstSingular | VerbMorph.FirstPlural) && HasFirstSubject(tokens, at, run);
        var near = IsNearFuture(tokens, at, verb, lexeme, run);
        if (near || (lexeme.IsVerb(VerbMorph.Future) && !lexeme.IsVerb(VerbMorph.Present | VerbMorph.SimplePast)))
        {
            var we = first || (near && HasFirstSubject(tokens, at, run)) || IsOne(tokens, at, run);
            if (we)
                return Bit(negated ? ActFeature.FirstFutureNegated : ActFeature.FirstFuture);
            if (own)
                return Bit(negated ? ActFeature.OwnFutureNegated : ActFeature.OwnFuture);
            var passive = lexeme.Is(WordClass.Auxiliary) && tokens.Lexeme(NextWord(tokens, at, run)).IsVerb(VerbMorph.PastParticiple);
            return Bit(negated ? ActFeature.OtherFutureNegated : ActFeature.OtherFuture) | (passive ? Bit(ActFeature.FuturePassive) : 0);
        }

        if (lexeme.IsVerb(VerbMorph.Conditional) && !lexeme.IsVerb(VerbMorph.Imperfect | VerbMorph.Present) && !lexeme.Is(WordClass.Modal))
        {
            if (lexeme.Is(WordClass.Auxiliary) && tokens.Lexeme(NextWord(tokens, at, run)).IsVerb(VerbMorph.PastParticiple))
                return Bit(ActFeature.PastConditional);
            if (own)
                return Bit(negated ? ActFeature.OwnFutureNegated : ActFeature.OwnFuture);
            // « selon lui, ils seraient trois » is hearsay, « cela changerait tout » is not.
            return lexeme.Is(WordClass.Auxiliary) ? 0 : Bit(ActFeature.Conditional);
        }

        if (lexeme.IsVerb(VerbMorph.Conditional) && _words.Has(verb.Lemma, ActWord.Possible))
            return Bit(ActFeature.Possible);

        if (!negated)
            return 0;
        if (lexeme.Is(WordClass.Auxiliary) && first && tokens.Lexeme(NextWord(tokens, at + 1, run)).IsVerb(VerbMorph.PastParticiple))
            return Bit(ActFeature.FirstPastNegated);
        return lexeme.IsVerb(VerbMorph.Present | VerbMorph.Imperfect) ? Bit(ActFeature.NegatedPresent) : 0;
    }

    private bool IsNegated(TokenList tokens, int at, TokenRange run)
    {
        for (var i = at - 1; i >= Math.Max(run.First, at - 3); i--)
        {
            if (_words.Has(tokens, i, ActWord.Negation))
                return true;
            if (!tokens.Is(i, WordClass.ObjectPronoun | WordClass.Adverb | WordClass.Reflexive))
                return false;
        }

        return false;
    }

    private bool HasFirstSubject(TokenList tokens, int at, TokenRange run)
    {
        for (var i = at - 1; i >= Math.Max(run.First, at - 4); i--)
        {
            if (_words.Has(tokens, i, ActWord.First))
                return true;
            if (tokens.Kind(i) != TokenKind.Word || tokens.Is(i, WordClass.Relative))
                return false;
        }

        return false;
    }

    // « on vérifiera »: who speaks is one of them.
    private bool IsOne(TokenList tokens, int at, TokenRange run)
    {
        var subject = at - 1;
        while (subject > run.First && tokens.Is(subject, WordClass.Negation | WordClass.ObjectPronoun) && !tokens.Is(subject, WordClass.SubjectPronoun))
            subject--;
        return subject >= run.First && tokens.Is(subject, WordClass.SubjectPronoun) && _words.Has(tokens, subject, ActWord.First);
    }

    // « va », « allons » with an infinitive close behind; « allait » in reported speech too.
    private bool IsNearFuture(TokenList tokens, int at, VerbEntry verb, Lexeme lexeme, TokenRange run)
    {
        if (!lexeme.IsVerb(VerbMorph.Present | VerbMorph.Imperfect))
            return false;
        for (var i = at + 1; i < Math.Min(run.End, at + 4); i++)
        {
            if (tokens.Lexeme(i).IsVerb(VerbMorph.Infinitive))
                return _words.Has(verb.Lemma, ActWord.NearFuture);
            if (!tokens.Is(i, WordClass.Adverb | WordClass.NegativeAdverb | WordClass.ObjectPronoun | WordClass.Reflexive))
                return false;
        }

        return false;
    }

    private static int NextWord(TokenList tokens, int at, TokenRange run)
    {
        var next = at + 1;
        while (next < Math.Min(run.End, at + 4) && tokens.Is(next, WordClass.Adverb | WordClass.NegativeAdverb))
            next++;
        return next;
    }

    private ulong Shape(TokenList tokens, AttributionDraft draft)
    {
        var extent = draft.ContentExtent;
        var features = 0UL;
        if (EndsInQuestion(tokens, extent))
            features |= Bit(ActFeature.Question);
        var first = extent.First;
        while (first < extent.End && !tokens.IsWord(first))
            first++;
        var opening = tokens.Lexeme(first);
        var asks = Opens(tokens, first) || (draft.Cue.End <= first && Opens(tokens, first - 1));
        if (asks && draft.Kind != QuotationKind.Direct && draft.Cue.End <= extent.First && draft.Verb is { } verb && verb.Reports(CueFrames.Whether))
            features |= Bit(ActFeature.Interrogative);
        if (_words.IsAt(tokens, first, ActWord.If) && draft.Kind != QuotationKind.Indirect)
            features |= Bit(ActFeature.Hypothesis);
        if (draft.Kind != QuotationKind.Direct && OpensWithInfinitive(tokens, first, extent, out var infinitive))
        {
            if (tokens.Is(infinitive, WordClass.Auxiliary) && tokens.Lexeme(NextWord(tokens, infinitive, extent)).IsVerb(VerbMorph.PastParticiple))
                features |= Bit(ActFeature.PastInfinitive);
            else if (!tokens.Is(infinitive, WordClass.Auxiliary) && draft.Verb is { } planned && _words.Has(planned.Lemma, ActWord.Plan))
                features |= Bit(ActFeature.PlannedInfinitive);
        }

        if (draft.Verb is { } wishing && wishing.Reports(CueFrames.ForInfinitive) && draft.Cue.End <= first && (_words.IsAt(tokens, first - 1, ActWord.For) || _words.IsAt(tokens, first - 2, ActWord.For)))
            features |= Bit(ActFeature.CueFor);
        if (opening.IsVerb(VerbMorph.Imperative) && opening.IsVerb(VerbMorph.SecondPlural | VerbMorph.FirstPlural) && !opening.Is(WordClass.Noun | WordClass.Role))
            features |= Bit(ActFeature.Imperative);
        if (draft.Kind == QuotationKind.Mixed)
            features |= Bit(ActFeature.QuotedFew);
        return features;
    }

    private bool Opens(TokenList tokens, int at) => at >= 0 && (_words.IsAt(tokens, at, ActWord.Ask) || _words.IsAt(tokens, at, ActWord.If));

    private static bool OpensWithInfinitive(TokenList tokens, int first, TokenRange extent, out int infinitive)
    {
        for (infinitive = first; infinitive < Math.Min(extent.End, first + 6); infinitive++)
        {
            if (tokens.Lexeme(infinitive).IsVerb(VerbMorph.Infinitive))
                return true;
            if (!tokens.Is(infinitive, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation | WordClass.NegativeAdverb | WordClass.Adverb))
                return false;
        }

        return false;
    }

    private static bool EndsInQuestion(TokenList tokens, TokenRange extent)
    {
        for (var i = extent.End; i >= Math.Max(extent.First, extent.End - 2); i--)
        {
            if (tokens.IsKind(i, TokenKind.SentenceEnd))
                return tokens.Text.AsSpan(tokens.Span(i).Start, tokens.Span(i).Length).Contains('?');
            if (i < extent.End && tokens.IsWord(i))
                return false;
        }

        return false;
    }

    private static ulong Of(ActWord word) => word switch
    {
        ActWord.Accuse => Bit(ActFeature.Accuse),
        ActWord.AccuseVerb => Bit(ActFeature.AccuseVerb),
        ActWord.Deny => Bit(ActFeature.Deny),
        ActWord.DenyVerb => Bit(ActFeature.DenyVerb),
        ActWord.Warn => Bit(ActFeature.Warn),
        ActWord.WarnVerb => Bit(ActFeature.WarnVerb),
        ActWord.Predict => Bit(ActFeature.Predict),
        ActWord.PredictVerb => Bit(ActFeature.PredictVerb),
        ActWord.Commit => Bit(ActFeature.Commit),
        ActWord.CommitVerb => Bit(ActFeature.CommitVerb),
        ActWord.Demand => Bit(ActFeature.Demand),
        ActWord.DemandVerb => Bit(ActFeature.DemandVerb),
        ActWord.Refuse => Bit(ActFeature.Refuse),
        ActWord.RefuseVerb => Bit(ActFeature.RefuseVerb),
        ActWord.Praise => Bit(ActFeature.Praise),
        ActWord.PraiseVerb => Bit(ActFeature.PraiseVerb),
        ActWord.Regret => Bit(ActFeature.Regret),
        ActWord.RegretVerb => Bit(ActFeature.RegretVerb),
        ActWord.Asking => Bit(ActFeature.Asking),
        ActWord.Second => Bit(ActFeature.SecondPerson),
        _ => 0UL,
    };
}
