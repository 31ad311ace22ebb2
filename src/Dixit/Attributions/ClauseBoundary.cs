// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Where a reported clause ends.</summary>
internal sealed class ClauseBoundary(Scene scene, SourceFinder sources)
{
    // A clause goes on behind a quotation of several sentences; one that does so again and again is damage.
    private const int MostCrossings = 8;

    // From the subject of a clause to its verb.
    private const int FarthestMainVerb = 40;

    private TokenList Tokens => scene.Tokens;

    /// <summary>The end of the reported clause that begins at <paramref name="start"/>: the end of its sentence, unless another report or an adjunct of the cue comes first.</summary>
    /// <param name="start">The first token of the content.</param>
    /// <param name="governing">The group that reports it, or null.</param>
    /// <param name="asObject">Whether it is an object rather than a clause: an adjunct of the cue may then follow without a comma.</param>
    public int EndOf(int start, VerbGroup? governing, bool asObject = false)
    {
        var limit = RelativeEnd(governing, start, OpeningEnd(governing, scene.SentenceLimit(start)));
        var depth = 0;
        var crossings = 0;
        for (var i = start; i < limit; i++)
        {
            if (scene.Quotations.OpeningAt(i) is >= 0 and var quoted)
            {
                var close = scene.Quotations[quoted].Close;
                if (close < 0)
                {
                    // Never closed: what it holds is reported, as far as its sentence goes or a cue ends it.
                    var cueInside = FirstReportIn(i + 1, Math.Min(limit, scene.Quotations[quoted].Inner.End), governing);
                    return cueInside > 0 ? cueInside : QuotationEnd(quoted, start, limit);
                }

                // A quotation of several sentences is reported whole, and the clause may go on after it.
                if (close >= limit)
                {
                    if (++crossings > MostCrossings)
                        return i;
                    limit = Math.Max(close + 1, scene.SentenceLimit(close));
                }

                i = close;
                if (EndsAfterQuotation(i + 1, limit))
                    return i + 1;
                continue;
            }

            if (Tokens.IsKind(i, TokenKind.OpenBracket))
                depth++;
            else if (Tokens.IsKind(i, TokenKind.CloseBracket) && depth-- == 0)
                return i;
            if (depth == 0 && i > start && (EndsAt(i, start, limit, governing) || (asObject && EndsObject(i, start, limit))))
                return i;
        }

        return limit;
    }

    // « Estimant que …, ils multiplient », « Lorsqu'ils demandent …, celui-ci avoue »: a clause that opens the sentence ends where its main clause begins.
    private int OpeningEnd(VerbGroup? governing, int limit)
    {
        if (governing is null)
            return limit;
        var first = scene.SentenceStart(governing.Verb);
        while (first < governing.First && (Tokens.Is(first, WordClass.Coordinator | WordClass.Adverb) || Tokens.IsKind(first, TokenKind.Comma)) && !Tokens.Is(first, WordClass.Subordinator))
            first++;
        var opens = Tokens.Is(first, WordClass.Subordinator) && !Tokens.Is(first, WordClass.Preposition) && governing.First - first < 30;
        opens |= scene.Language.Grammar.BareClauses ? FollowsSubordinator(governing, first) : !opens && OpensWithSubordinator(governing, scene.SentenceStart(governing.Verb));
        opens |= governing.Shape == VerbShape.PresentParticiple && (governing.First == first || (Tokens.IsForm(first, "en") && governing.First <= first + 2) || (Tokens.IsForm(first, "tout") && governing.First <= first + 3));
        opens |= governing.Shape == VerbShape.PresentParticiple && Tokens.IsKind(governing.First - 1, TokenKind.Comma) && governing.First - first < 8 && !scene.HasFiniteVerb(new TokenRange(scene.SentenceStart(governing.Verb), governing.First));
        if (!opens)
            return limit;
        for (var i = governing.End; i < limit - 1; i++)
        {
            if (scene.Quotations.OpeningAt(i) is >= 0 and var q && scene.Quotations[q].Close > i)
                i = scene.Quotations[q].Close;
            if ((Tokens.IsKind(i, TokenKind.Comma) && BeginsMainClause(i + 1, limit, withRelative: true)) || (scene.Quotations.Closes(i) && BeginsMainClause(i + 1, limit)))
                return Tokens.IsKind(i, TokenKind.Comma) ? i : i + 1;
        }

        return limit;
    }

    // « De même, si 64 % estiment que …, ils … »: behind an adverbial the subordinator stands before the subject of the cue, and no verb before it.
    private bool OpensWithSubordinator(VerbGroup governing, int start)
    {
        for (var i = governing.First - 1; i >= start && i > governing.First - 12; i--)
        {
            if (scene.Phrases.IndexAt(i) is >= 0 and var index)
            {
                i = scene.Phrases[index].First;
                continue;
            }

            if (Tokens.Is(i, WordClass.Subordinator) && !Tokens.Is(i, WordClass.Preposition | WordClass.Complementiser | WordClass.Relative))
                return i > start && Tokens.IsKind(i - 1, TokenKind.Comma) && !scene.HasFiniteVerb(new TokenRange(start, i));
            if (Tokens.Kind(i) is not (TokenKind.Word or TokenKind.Number or TokenKind.Symbol) || scene.IsFiniteVerb(i))
                return false;
        }

        return false;
    }

    // « and while he said he would come, it is … »: the subordinator stands just before the subject of the cue.
    private bool FollowsSubordinator(VerbGroup governing, int start)
    {
        for (var i = governing.First - 1; i >= start && i > governing.First - 7; i--)
        {
            if (Tokens.Kind(i) is not (TokenKind.Word or TokenKind.Number))
                return false;
            if (scene.Phrases.IndexAt(i) < 0 && scene.IsFiniteVerb(i))
                return false;
            if (scene.Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Subordinator) && !Tokens.Is(i, WordClass.Preposition | WordClass.Complementiser | WordClass.Relative))
                return true;
        }

        return false;
    }

    // « Voters who say the bridge must stay | outnumber the others »: the second verb of the clause is that of the subject.
    private int RelativeEnd(VerbGroup? governing, int start, int limit)
    {
        if (governing is null || !Tokens.Is(governing.First - 1, GrammarWord.Who) || Tokens.IsKind(governing.First - 2, TokenKind.Comma))
            return limit;
        if (!scene.Language.Grammar.BareClauses)
            return MainVerb(governing, start, limit);
        var seen = false;
        for (var i = start; i < limit; i++)
        {
            if (Tokens.Kind(i) is TokenKind.Comma or TokenKind.QuoteMark || (scene.Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Coordinator | WordClass.Relative | WordClass.Subordinator | WordClass.Complementiser)))
                seen = false;
            if (!scene.IsFiniteVerb(i) || Tokens.Is(i - 1, WordClass.Auxiliary | WordClass.Modal | WordClass.To | WordClass.Negation | WordClass.Adverb))
                continue;
            if (seen)
                return i;
            seen = true;
        }

        return limit;
    }

    // « L'homme qui a reconnu avoir vu la barque, un vieux canot, | était connu »: no verb stands before « qui », so the subject still waits for its own.
    private int MainVerb(VerbGroup governing, int start, int limit)
    {
        var sentence = scene.SentenceStart(governing.Verb);
        if (governing.First - sentence > FarthestMainVerb || !scene.Phrases.TryEndingAt(governing.First - 1, out var subject) || subject.Kind == PhraseKind.Time || scene.HasFiniteVerb(new TokenRange(sentence, governing.First - 1)))
            return limit;
        var first = start;
        while (first < limit && !scene.IsFiniteVerb(first) && !Tokens.Is(first, WordClass.Complementiser | WordClass.Relative) && !Tokens.Lexeme(first).IsVerb(VerbMorph.Infinitive))
            first++;
        // An infinitive has no subject; a clause has a verb of its own, and so has each clause in it.
        var waiting = Tokens.Lexeme(first).IsVerb(VerbMorph.Infinitive) ? 0 : 1;
        for (var i = waiting == 0 ? first : start; i < Math.Min(limit, start + FarthestMainVerb); i++)
        {
            if (scene.Quotations.OpeningAt(i) is >= 0 and var quoted && scene.Quotations[quoted].Close > i)
            {
                i = scene.Quotations[quoted].Close;
                continue;
            }

            if (scene.Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Relative | WordClass.Complementiser | WordClass.Subordinator) && !Tokens.Is(i, WordClass.Preposition))
                waiting++;
            if (scene.Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Coordinator))
                return limit;
            if (!scene.IsFiniteVerb(i) || waiting-- > 0)
                continue;
            while (i > start && scene.Phrases.IndexAt(i - 1) < 0 && Tokens.Is(i - 1, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation))
                i--;
            return i;
        }

        return limit;
    }

    /// <summary>Whether a subject and its finite verb begin at the token.</summary>
    public bool BeginsMainClause(int at, int limit, bool withRelative = false)
    {
        if (scene.Phrases.TryStartingAt(at, out _))
            at = sources.Extended(scene.Phrases.IndexAt(at)).Range.End;
        else if (Tokens.Is(at, WordClass.SubjectPronoun))
            at++;
        else
            return false;
        // « …, la part des pêcheurs qui attendent un accord a doublé »
        var participle = Tokens.Lexeme(at).IsVerb(VerbMorph.PresentParticiple) && scene.Phrases.IndexAt(at) < 0;
        if (withRelative && (participle || Tokens.Is(at, GrammarWord.Who)))
        {
            var verbs = participle ? 1 : 0;
            for (var i = at; i < Math.Min(limit, at + FarthestMainVerb); i++)
                verbs += scene.IsFiniteVerb(i) ? 1 : 0;
            return verbs > 1;
        }

        // « …, Coumba, elle, ne nie pas »
        if (Tokens.IsKind(at, TokenKind.Comma) && Tokens.Is(at + 1, WordClass.StrongPronoun) && Tokens.IsKind(at + 2, TokenKind.Comma))
            at += 2;

        if (Tokens.IsKind(at, TokenKind.Comma) && at < limit)
            at++;
        while (at < limit && !scene.IsFiniteVerb(at) && Tokens.Is(at, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation | WordClass.Adverb))
            at++;
        return at < limit && scene.IsFiniteVerb(at);
    }

    // « … les "erreurs" de son logiciel dans une lettre », « d'"humiliation" après l'annonce », « de "rouspéteur" ce dernier, que beaucoup voient »
    private bool EndsObject(int i, int start, int limit)
    {
        if (IsCueAdjunct(i, limit))
            return true;
        if (scene.Phrases.IndexAt(i) >= 0)
            return false;
        if (Tokens.IsForm(i, "après") || Tokens.IsForm(i, "avant") || Tokens.IsForm(i, "alors"))
            return true;
        if (!Tokens.IsKind(i, TokenKind.Comma))
            return false;
        // « évoque un "incident", une autre source parle d'une "embuscade" »: an object has no verb, so this is another clause.
        if (!scene.Language.Grammar.BareClauses && !HoldsClause(start, i) && BeginsMainClause(i + 1, limit))
            return true;
        if (!Tokens.Is(i + 1, WordClass.Relative))
            return false;
        for (var back = i - 1; back >= start; back--)
        {
            if (scene.Quotations.Closes(back))
                return true;
        }

        return false;
    }

    private bool HoldsClause(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (scene.Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Relative | WordClass.Complementiser | WordClass.Subordinator))
                return true;
        }

        return false;
    }

    private int QuotationEnd(int quoted, int start, int limit)
    {
        var quotation = scene.Quotations[quoted];
        // The quotation goes on over the sentence's end: all of it is reported.
        return quotation.Open >= start && scene.Quotations.InnermostAt(start) < 0 ? Math.Max(limit, quotation.Inner.End) : limit;
    }

    private int FirstReportIn(int first, int end, VerbGroup? governing)
    {
        for (var i = first; i < end; i++)
        {
            if (Tokens.IsKind(i, TokenKind.Comma) && EndsAtComma(i, end, governing))
                return i;
        }

        return 0;
    }

    private bool EndsAt(int i, int start, int limit, VerbGroup? governing)
    {
        switch (Tokens.Kind(i))
        {
            case TokenKind.Semicolon:
                return true;
            case TokenKind.Colon:
                return i + 1 >= limit || scene.Quotations.Opens(i + 1);
            case TokenKind.Comma:
                return EndsAtComma(i, limit, governing);
            case TokenKind.Dash:
                return scene.GroupAt(i + 1) is { } after && IsIncise(after, i + 1);
            case TokenKind.Word:
                if (Tokens.Is(i, WordClass.Coordinator))
                    return BeginsReport(i + 1, limit, governing) || BeginsOwnReport(i + 1, limit, governing) || (Tokens.IsKind(i + 1, TokenKind.Comma) && Tokens.Is(i + 2, WordClass.SourcePreposition) && governing is not null);
                if (Tokens.IsForm(i, "tandis"))
                    return true;
                return IsGerundReport(i, limit);
            default:
                return false;
        }
    }

    private bool EndsAtComma(int comma, int limit, VerbGroup? governing)
    {
        var at = comma + 1;
        if (at >= limit)
            return false;
        if (Tokens.IsKind(at, TokenKind.Dash))
            at++;
        if (scene.GroupAt(at) is { } group && group.First == at)
        {
            if (IsIncise(group, at))
                return true;
            if (group.Shape == VerbShape.PresentParticiple && (HasComplement(group, limit) || scene.Language.Reporting.Comments(group.Entry)))
                return true;
        }

        if (IsGerundReport(at, limit))
            return true;
        if (Tokens.Lexeme(at) is { Verb: { } verb } participle && participle.IsVerb(VerbMorph.PresentParticiple) && scene.Language.Reporting.Comments(verb))
            return true;
        if (Tokens.Is(at, WordClass.Coordinator) || Tokens.Is(at, WordClass.Adverb))
        {
            var next = at + 1;
            if (BeginsReport(next, limit, governing))
                return true;
            // « …, et le gouvernement insiste pour … »
            if (governing is not null && Tokens.Is(at, WordClass.Coordinator) && BeginsOtherReport(next, limit))
                return true;
        }

        if (governing is not null && (LeavesRelative(governing, at, limit) || GoesOnActing(governing, at)))
            return true;
        // « …, avant de quitter la salle »
        if ((Tokens.IsForm(at, "avant") && Tokens.Is(at + 1, WordClass.Of) && Tokens.Lexeme(at + 2).IsVerb(VerbMorph.Infinitive)))
            return true;
        // « …, cependant, l'attaché de presse n'a annoncé aucun délai »: another clause, the writer's own.
        if (Tokens.Is(at, WordClass.Adverb) && Tokens.IsKind(at + 1, TokenKind.Comma) && BeginsMainClause(at + 2, limit))
            return true;
        if (scene.Language.Reporting.Contrasts(Tokens.Lexeme(at)) && BeginsOtherReport(at + 1, limit))
            return true;
        if (Tokens.Is(at, WordClass.Preposition | WordClass.SourcePreposition) && AttributesByPhrase(at, limit))
            return true;
        return IsCueAdjunct(at, limit) || BeginsReport(at, limit, governing);
    }

    // « à laquelle il refusait de participer, M. Varel a dit », « X, qui explique que …, a démissionné »: the relative clause is over.
    private bool LeavesRelative(VerbGroup governing, int at, int limit)
    {
        var start = scene.SentenceStart(governing.Verb);
        for (var i = governing.First - 1; i >= start && i >= governing.First - 8; i--)
        {
            if (Tokens.IsKind(i, TokenKind.Comma))
                return false;
            if (!Tokens.Is(i, WordClass.Relative) || scene.Phrases.IndexAt(i) >= 0)
                continue;
            if (Tokens.Is(i, GrammarWord.Who))
                return Tokens.IsKind(i - 1, TokenKind.Comma) && BeginsPredicate(at, limit);
            return BeginsMainClause(at, limit) && !OpensSubordinate(governing.End, at);
        }

        return false;
    }

    // « …, que, si l'accord échoue, elle arrêterait »: what follows the comma is the main clause of what is said.
    private bool OpensSubordinate(int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 12); i++)
        {
            if (!Tokens.Is(i, WordClass.Complementiser) || scene.Phrases.IndexAt(i) >= 0)
                continue;
            i++;
            if (Tokens.IsKind(i, TokenKind.Comma))
                i++;
            return Tokens.Is(i, WordClass.Subordinator) && !Tokens.Is(i, WordClass.Preposition);
        }

        return false;
    }

    // « a reconnu que …, a quitté la salle »: after the comma the speaker acts again, in the tense of the cue.
    private bool GoesOnActing(VerbGroup governing, int at) =>
        governing.Shape == VerbShape.Compound && Tokens.Is(at, WordClass.Auxiliary) && Tokens.Lexeme(at).IsVerb(VerbMorph.Present) && Tokens.Lexeme(at).IsVerb(VerbMorph.Third)
        && Tokens.IsKind(at, TokenKind.Word) && scene.Phrases.IndexAt(at) < 0 && Tokens.Lexeme(at).Verb == Tokens.Lexeme(AuxiliaryOf(governing)).Verb;

    private int AuxiliaryOf(VerbGroup group)
    {
        for (var i = group.First; i < group.End; i++)
        {
            if (Tokens.Is(i, WordClass.Auxiliary))
                return i;
        }

        return group.Verb;
    }

    private bool BeginsPredicate(int at, int limit)
    {
        while (at < limit && !scene.IsFiniteVerb(at) && Tokens.Is(at, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation))
            at++;
        return at < limit && scene.IsFiniteVerb(at);
    }

    /// <summary>Whether the group, after a comma or a mark, has its subject behind it: « , a-t-il dit », « , estime le maire ».</summary>
    public bool IsIncise(VerbGroup group, int at)
    {
        if (group.First != at || group.Shape is not (VerbShape.Finite or VerbShape.Compound or VerbShape.Infinitive) || group.IsPurpose)
            return false;
        if (!group.Reports(CueFrames.Quote | CueFrames.AfterClause | CueFrames.Manner | CueFrames.That))
            return false;
        if (group.InvertedPronoun >= 0)
            return true;
        if (group.Deictic || (scene.Language.Grammar.PlainIncises && scene.Language.Reporting.Addresses(group.Entry)))
            return false;
        var subject = sources.After(group);
        return subject.Found && (subject.CanSpeak || Tokens.IsCapitalised(subject.Head));
    }

    // « en ajoutant que », « tout en soulignant »
    private bool IsGerundReport(int at, int limit)
    {
        var i = at;
        if (Tokens.IsForm(i, "tout") && Tokens.IsForm(i + 1, "en"))
            i++;
        if (!Tokens.IsForm(i, "en"))
            return false;
        i++;
        while (i < limit && i < at + 5 && (Tokens.Is(i, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation)))
            i++;
        if (scene.GroupAt(i) is { Shape: VerbShape.PresentParticiple } group)
            return HasComplement(group, limit) || scene.Language.Reporting.Comments(group.Entry);
        return Tokens.Lexeme(i) is { Verb: { } verb } lexeme && lexeme.IsVerb(VerbMorph.PresentParticiple) && scene.Language.Reporting.Comments(verb);
    }

    /// <summary>Whether something that can be reported follows the group: a clause, an infinitive of its frame, a quotation.</summary>
    public bool HasComplement(VerbGroup group, int limit)
    {
        var end = Math.Min(limit, group.End + 12);
        if (group.Reports(CueFrames.Bare) && scene.Language.Grammar.BareClauses && scene.Phrases.TryStartingAt(group.End, out _) && scene.HasFiniteVerb(new TokenRange(group.End, end)))
            return true;
        if (group.Reports(CueFrames.Stance) && scene.Phrases.TryStartingAt(group.End, out var stance) && stance.Kind != PhraseKind.Time)
            return true;
        for (var i = group.End; i < end; i++)
        {
            if (scene.Quotations.Opens(i) || Tokens.IsKind(i, TokenKind.Colon))
                return true;
            if (Tokens.Is(i, WordClass.Complementiser) && group.Reports(CueFrames.That))
                return true;
            if ((Tokens.Is(i, WordClass.Interrogative) || Tokens.IsForm(i, "si")) && group.Reports(CueFrames.Whether))
                return true;
            if (Tokens.Lexeme(i).IsVerb(VerbMorph.Infinitive) && (!scene.Language.Grammar.AuxiliaryChains || Tokens.Is(i - 1, WordClass.To)) && group.Reports(CueFrames.Infinitive | CueFrames.OfInfinitive | CueFrames.ToInfinitive | CueFrames.ForInfinitive))
                return true;
            // « accused the board of lying »
            if (scene.Language.Grammar.AuxiliaryChains && group.Reports(CueFrames.OfInfinitive | CueFrames.ForInfinitive) && Tokens.Lexeme(i).IsVerb(VerbMorph.PresentParticiple) && (Tokens.Is(i - 1, WordClass.Of) || Tokens.Is(i - 1, GrammarWord.For)))
                return true;
            if (Tokens.IsKind(i, TokenKind.Comma) || Tokens.IsKind(i, TokenKind.Semicolon))
                return scene.Quotations.Opens(i + 1) && group.Reports(CueFrames.Quote) && scene.Language.Grammar.PlainIncises;
        }

        return group.Reports(CueFrames.EventObject) && end > group.End;
    }

    // « et promet de … », « mais n'a pas précisé quand »: the same subject goes on to another report.
    private bool BeginsReport(int at, int limit, VerbGroup? governing)
    {
        while (at < limit && Tokens.Is(at, WordClass.Adverb) && Tokens.Lexeme(at).Verb is null)
            at++;
        if (scene.GroupAt(at) is not { } group || group.First != at || group.InvertedPronoun >= 0 || governing is null)
            return false;
        if (group.Deictic || group.IsPurpose || group.Shape is VerbShape.Passive or VerbShape.PastParticiple || (group.Shape == VerbShape.PresentParticiple && governing.Shape != VerbShape.PresentParticiple))
            return false;
        if (group.Plural != governing.Plural && !group.AnyNumber && !governing.AnyNumber && group.Shape != VerbShape.SharedAuxiliary)
            return false;
        // Inside « que … » a verb in the mood of the clause goes on with the clause: only one in the tense of the cue is another report.
        return HasComplement(group, limit) && group.Shape == governing.Shape | group.Shape == VerbShape.SharedAuxiliary && group.Clitic < 0;
    }

    // « said the wall would hold and she accused the board of … »: another subject at once before another cue.
    private bool BeginsOwnReport(int at, int limit, VerbGroup? governing)
    {
        if (governing is null || !scene.Language.Grammar.BareClauses || !scene.Phrases.TryStartingAt(at, out var subject) || !subject.CanSpeak)
            return false;
        var verb = subject.End;
        while (verb < limit && scene.GroupStartingAt(verb) is null && Tokens.Is(verb, WordClass.Adverb) && scene.Phrases.IndexAt(verb) < 0)
            verb++;
        return scene.GroupStartingAt(verb) is { Shape: VerbShape.Finite or VerbShape.Compound } group && !group.Reports(CueFrames.Thought) && HasComplement(group, limit);
    }

    // « tandis que X a souligné que »
    private bool BeginsOtherReport(int at, int limit)
    {
        for (var i = at; i < Math.Min(limit, at + 30); i++)
        {
            if (scene.GroupStartingAt(i) is { } group && group.Shape is VerbShape.Finite or VerbShape.Compound)
                return HasComplement(group, limit);
            if (scene.IsFiniteVerb(i))
                return false;
        }

        return false;
    }

    // « …, selon X » at the end of the sentence belongs to another attribution, or to this one's source.
    private bool AttributesByPhrase(int at, int limit)
    {
        foreach (var phrase in scene.Language.Reporting.SourcePhrases(Tokens.Lexeme(at)))
        {
            if (phrase.NeedsSpeaker)
                continue;
            var i = at;
            var matched = true;
            foreach (var word in phrase.Words)
                matched &= Tokens.IsForm(i++, word);
            if (!matched)
                continue;
            if (!scene.Phrases.TryStartingAt(i, out var source))
                return false;
            // Only one that ends the clause: « que, selon lui, … » stands inside.
            var end = sources.Extended(scene.Phrases.IndexAt(i)).Range.End;
            return end >= limit || Tokens.Kind(end) is TokenKind.SentenceEnd || scene.Quotations.Closes(end);
        }

        return false;
    }

    // « …, lors d'une conférence de presse », « …, dans un communiqué »: tells of the cue, not of what was said.
    private bool IsCueAdjunct(int at, int limit)
    {
        if (!Tokens.Is(at, WordClass.Preposition) || scene.Phrases.IndexAt(at) >= 0 || Tokens.Is(at, WordClass.Of) || Tokens.IsForm(at, "contre") || Tokens.Is(at, GrammarWord.For))
            return false;
        if (scene.Language.Reporting.BeginsOccasion(Tokens.Lexeme(at)) && Tokens.IsForm(at, "lors"))
            return true;
        var i = at + 1;
        while (i < limit && i < at + 4 && scene.Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Preposition | WordClass.Of | WordClass.To))
            i++;
        if (!scene.Phrases.TryStartingAt(i, out var phrase))
            return false;
        return Tokens.Is(phrase.Head, WordClass.OccasionNoun | WordClass.Document) || phrase.Kind == PhraseKind.Media;
    }

    // « … » dans une lettre à ses équipes: the closing mark ends what was said.
    private bool EndsAfterQuotation(int at, int limit)
    {
        if (at >= limit)
            return true;
        // « ne sera "plus le bienvenu" au Festival de Varn »: where it will be, not where it was said.
        var isPlaceOf = Tokens.Is(at, WordClass.To) && scene.Phrases.TryStartingAt(at + 1, out var named) && Tokens.Is(named.Head, WordClass.OccasionNoun) && Tokens.IsCapitalised(named.Head);
        if ((IsCueAdjunct(at, limit) && !isPlaceOf) || IsGerundReport(at, limit))
            return true;
        // « a répondu "pas encore" et a quitté la salle »
        if (Tokens.Is(at, WordClass.Coordinator) && Tokens.Is(at + 1, WordClass.Auxiliary) && BeginsPredicate(at + 1, limit))
            return true;
        if (scene.GroupAt(at) is { } group && group.First == at && IsIncise(group, at))
            return true;
        return Tokens.Lexeme(at) is { Verb: { } verb } lexeme && lexeme.IsVerb(VerbMorph.PresentParticiple) && scene.Language.Reporting.Comments(verb);
    }
}
