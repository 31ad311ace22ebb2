// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Cues after, inside or before a quotation or a clause whose subject is inverted.</summary>
internal sealed class QuotationRules(Scene scene, SourceFinder sources, ClauseBoundary boundary)
{
    private const int FarthestColon = 40;

    private TokenList Tokens => scene.Tokens;

    private QuotationList Quotations => scene.Quotations;

    /// <summary>« …, a-t-il dit », « "…", estime le maire », « "…, dit-il. …" ».</summary>
    public bool TryIncise(VerbGroup group)
    {
        var left = group.First - 1;
        var start = scene.SentenceStart(group.Verb);
        var sentence = scene.Sentences.At(group.Verb);
        if (!MayFollow(group, ref left, sentence.First))
            return false;
        var source = sources.After(group);
        if (!source.Found)
            return false;
        if (group.InvertedPronoun < 0 && !source.CanSpeak && !Quotations.Closes(left))
            return false;
        if (Quotations.EndingAt(left) is >= 0 and var quoted)
        {
            // « les propos d'un "ancien ministre" démontrent un … »: no comma, and the marks are not the sentence's: the verb's own subject.
            if (left == group.First - 1 && group.InvertedPronoun < 0 && !source.CanSpeak && Quotations[quoted].Outer.First > sentence.First)
                return false;
            return AfterQuotation(group, source, quoted);
        }

        if (Quotations.InnermostAt(group.First) is >= 0 and var inside && Quotations.InnermostAt(left) == inside)
            return InsideQuotation(group, source, inside, left);
        if (left < start)
            return false;
        return AfterClause(group, source, left, start);
    }

    /// <summary>« "…," she said », « …, the mayor said on Tuesday »: an incise whose subject stands before its verb.</summary>
    public bool TryPlainIncise(VerbGroup group, SourceMatch source)
    {
        var left = source.Range.First - 1;
        while (left > 0 && scene.Phrases.IndexAt(left) < 0 && Tokens.Is(left, WordClass.Adverb | WordClass.Coordinator) && !Quotations.Closes(left) && Tokens.Kind(left - 1) is TokenKind.Comma or TokenKind.QuoteMark)
            left--;
        var start = scene.SentenceStart(group.Verb);
        var sentence = scene.Sentences.At(group.Verb);
        var opens = left < sentence.First;
        if (!MayFollow(group, ref left, sentence.First))
            return false;
        if (Quotations.EndingAt(left) is >= 0 and var quoted && left < source.Range.First)
        {
            // « "A." She said B. »: the quotation has ended with its sentence; « "A?" she said » has not.
            if (opens && (!EndsOpenly(quoted) || Tokens.IsKind(source.Range.First - 1, TokenKind.SentenceEnd) || !PlainOrderRules.IsOver(scene, sources, group)))
                return false;
            // « On Monday's "Morning Hour," she said the wall would hold »: a title, for nothing before the cue is a clause.
            if (Quotations[quoted].Outer.First > sentence.First && !opens && !scene.HasFiniteVerb(new TokenRange(sentence.First, left + 1)))
                return false;
            return AfterQuotation(group, source, quoted);
        }

        if (Quotations.InnermostAt(group.First) is >= 0 and var inside && Quotations.InnermostAt(left) == inside)
            return left >= Quotations[inside].Inner.First && Quotations[inside].Damage is not null && InsideQuotation(group, source, inside, left);
        if (left < start || !PlainOrderRules.IsOver(scene, sources, group))
            return false;
        // « After the vote, she spoke »: an adjunct, no clause, unless the clause goes on behind the incise.
        var content = new TokenRange(start, left + 1);
        if ((Tokens.Is(scene.Trim(content).First, WordClass.Subordinator) && !HasMainClause(scene.Trim(content))) || !scene.HasFiniteVerb(content))
        {
            var resume = InciseEndInClause(group, source);
            if (resume == 0 || !scene.HasFiniteVerb(new TokenRange(resume, scene.SentenceLimit(group.Verb))) || Tokens.Lexeme(resume).IsVerb(VerbMorph.PresentParticiple) || Tokens.Is(resume, WordClass.Relative | WordClass.Coordinator))
                return false;
        }

        return AfterClause(group, source, left, start);
    }

    // « If the wall breaks, nobody should worry »: behind the comma a subject and its verb.
    private bool HasMainClause(TokenRange content)
    {
        for (var i = content.First + 1; i < content.End - 1; i++)
        {
            if (Tokens.IsKind(i, TokenKind.Comma) && !Tokens.Is(i + 1, WordClass.Subordinator | WordClass.Relative | WordClass.Coordinator | WordClass.Complementiser) && scene.HasFiniteVerb(new TokenRange(i + 1, content.End)))
                return true;
        }

        return false;
    }

    // The quotation ends in a comma, a question or exclamation mark, or in nothing, so that its sentence goes on behind it.
    private bool EndsOpenly(int quoted)
    {
        var last = Quotations[quoted].Inner.End - 1;
        return !Tokens.IsKind(last, TokenKind.SentenceEnd) || Tokens.FirstChar(last) is '?' or '!' or '…';
    }

    // What stands before an incise: a comma, a closing mark, a dash; a pronoun after the verb needs none.
    private bool MayFollow(VerbGroup group, ref int left, int sentence)
    {
        if (group.Shape is not (VerbShape.Finite or VerbShape.Compound or VerbShape.Infinitive) || group.IsPurpose || group.Deictic)
            return false;
        if (!group.Reports(CueFrames.Quote | CueFrames.AfterClause | CueFrames.Manner))
            return false;
        var marked = false;
        while (left >= 0 && left >= sentence - 2)
        {
            if (Quotations.Closes(left) || Quotations.EndingAt(left) >= 0)
                return true;
            if (Tokens.Kind(left) is TokenKind.Comma or TokenKind.Dash)
            {
                marked = true;
                left--;
                continue;
            }

            if (Tokens.IsKind(left, TokenKind.SentenceEnd) && (marked || Quotations.Closes(left - 1) || Quotations.InnermostAt(left) >= 0 || left >= sentence))
            {
                left--;
                marked = true;
                continue;
            }

            if (Tokens.IsKind(left, TokenKind.QuoteMark))
            {
                left--; // a stray mark
                continue;
            }

            break;
        }

        return left >= 0 && marked;
    }

    private bool AfterQuotation(VerbGroup group, SourceMatch source, int quoted)
    {
        var first = quoted;
        while (Quotations[first].Parent >= 0 && Quotations[Quotations[first].Parent].Close == Quotations[quoted].Close)
            first = Quotations[first].Parent;
        var quotation = Quotations[first];
        if (scene.ClaimedBy[first] is { Cue.Count: > 0 } other && other.Cue.First >= scene.Sentences.At(group.Verb).First && other.Cue.First < quotation.Outer.First)
            return true; // the clause has its cue already: « il ajoute que …, insiste-t-il »
        if (group.InvertedPronoun < 0 && quotation.Close == group.First - 1 && scene.Phrases.TryEndingAt(quotation.Outer.First, out _) && !scene.HasFiniteVerb(quotation.Inner))
            return false; // « le plan "Rivière propre" prévoit douze stations »
        var content = new List<TokenRange>();
        var sentence = scene.Sentences.At(Math.Max(quotation.Outer.First, 0)).First;
        var rule = "direct/cue-after";
        // What precedes the quotation in its sentence belongs to it, if no report of its own takes it.
        var before = EarlierQuotation(sentence, quotation) ?? ClauseStart(sentence, quotation.Outer.First);
        if (before < quotation.Outer.First && quotation.Depth == 0)
        {
            content.Add(scene.Trim(new TokenRange(before, quotation.Close >= 0 ? quotation.Close + 1 : quotation.Inner.End)));
            rule = "mixed/cue-after";
        }
        else
        {
            AddParts(content, first);
        }

        if (group.InvertedPronoun >= 0 && !group.Reports(CueFrames.Quote | CueFrames.Manner | CueFrames.AfterClause))
            return false;
        var draft = Draft(group, source, content, rule, 0.95);
        ContinueAfter(draft, Math.Max(group.End, source.End));
        scene.Add(draft);
        return true;
    }

    // « "A. B" et "C", a dit X »: the sentence begins inside a quotation that began before it.
    private int? EarlierQuotation(int sentence, Quotation last)
    {
        var outer = Quotations.OutermostAt(sentence);
        if (outer < 0 || scene.ClaimedBy[outer] is not null || Quotations[outer].Inner.Contains(last.Inner) || Quotations[outer].Close < 0 || Quotations[outer].Close > last.Outer.First)
            return null;
        for (var i = Quotations[outer].Close + 1; i < last.Outer.First; i++)
        {
            if (scene.GroupAt(i) is not null)
                return null;
        }

        return Quotations[outer].Outer.First;
    }

    // A quotation of several paragraphs: all its parts.
    private void AddParts(List<TokenRange> content, int quoted)
    {
        var parts = new List<TokenRange>();
        for (var q = quoted; q >= 0 && scene.ClaimedBy[q] is null; q = Quotations[q].ContinuedFrom)
            parts.Add(scene.Trim(Quotations[q].Inner));
        parts.Reverse();
        content.AddRange(parts.Where(static part => !part.IsEmpty));
        if (content.Count == 0)
            content.Add(scene.Trim(Quotations[quoted].Inner));
    }

    // Where the reported clause begins in its sentence: after a dateline or a label, after the last report.
    private int ClauseStart(int sentence, int end)
    {
        var start = sentence;
        for (var i = sentence; i < end; i++)
        {
            if (Quotations.OpeningAt(i) is >= 0 and var q && Quotations[q].Close > i && Quotations[q].Close < end)
            {
                i = Quotations[q].Close;
                continue;
            }

            if (Tokens.Kind(i) is TokenKind.Colon && (i - sentence < 12 || i == end - 1))
                start = i + 1;
            if (scene.GroupAt(i) is { } group && group.First == i && scene.IsCue(i))
                start = Math.Max(start, LastTaken(group, sentence, end));
        }

        if (start == sentence)
            start = PassDateline(sentence, end);
        while (start < end && (Tokens.Kind(start) is TokenKind.Comma or TokenKind.Dash or TokenKind.Symbol or TokenKind.SentenceEnd || Quotations.Closes(start)))
            start++;
        return start;
    }

    // Past a dateline, or a label and its colon.
    private int PassLabel(int sentence, int end)
    {
        for (var i = sentence; i < Math.Min(end, sentence + 12); i++)
        {
            if (Tokens.IsKind(i, TokenKind.Colon))
                return i + 1;
            if (Tokens.IsKind(i, TokenKind.QuoteMark))
                break;
        }

        return PassDateline(sentence, end);
    }

    // Whether an earlier cue of the sentence reports some of the content already.
    private bool IsReportedSince(int start, int end, TokenRange content)
    {
        foreach (var draft in scene.DraftsSince(start))
        {
            if (draft.Cue.Count > 0 && draft.Cue.First >= start && draft.Cue.First < end && draft.ContentExtent.Overlaps(content))
                return true;
        }

        return false;
    }

    private int LastTaken(VerbGroup group, int sentence, int end)
    {
        var taken = group.End;
        foreach (var draft in scene.DraftsSince(sentence))
        {
            if (draft.Cue.Overlaps(group.Range))
                taken = Math.Max(taken, Math.Max(draft.Source.End, draft.ContentExtent.End <= end ? draft.ContentExtent.End : 0));
        }

        return taken;
    }

    // « BRUXELLES (AFP) – », « Lyon, 3 mars – », « Notons que »
    private int PassDateline(int sentence, int end)
    {
        for (var i = sentence; i < Math.Min(end, sentence + 9); i++)
        {
            if (Tokens.IsKind(i, TokenKind.Dash) && Tokens.Has(i, TokenFlags.SpaceBefore) && i > sentence && (Tokens.Has(sentence, TokenFlags.AllCapitals) || Tokens.IsKind(i - 1, TokenKind.CloseBracket)))
                return i + 1;
        }

        if (Tokens.Is(sentence, WordClass.Verb) && Tokens.Lexeme(sentence).IsVerb(VerbMorph.FirstPlural) && Tokens.Is(sentence + 1, WordClass.Complementiser))
            return sentence + 2;
        return sentence;
    }

    private bool InsideQuotation(VerbGroup group, SourceMatch source, int inside, int left)
    {
        var quotation = Quotations[inside];
        // « m'a dit mon père » is what the speaker tells of another.
        if (group.Clitic >= 0 && Tokens.Is(group.Clitic, WordClass.FirstPerson | WordClass.SecondPerson))
            return AfterClause(group, source, left, scene.SentenceStart(group.Verb));
        if (left < quotation.Inner.First)
            return false;
        if (scene.ClaimedBy[inside] is { } claimed)
        {
            CarveOut(claimed, new TokenRange(left + 1, InciseEnd(group, source, quotation.Inner.End)));
            return true;
        }

        var content = new List<TokenRange>();
        for (var q = quotation.ContinuedFrom; q >= 0 && scene.ClaimedBy[q] is null; q = Quotations[q].ContinuedFrom)
            content.Insert(0, scene.Trim(Quotations[q].Inner));
        content.Add(scene.Trim(new TokenRange(quotation.Inner.First, left + 1)));
        var resume = InciseEnd(group, source, quotation.Inner.End);
        if (quotation.Close >= 0 && resume < quotation.Inner.End)
        {
            var rest = scene.Trim(new TokenRange(resume, quotation.Inner.End));
            if (!rest.IsEmpty)
                content.Add(rest);
        }
        else if (quotation.Close < 0 && Quotations.Count > inside + 1 && Quotations[inside + 1].ContinuedFrom == inside)
        {
            var rest = scene.Trim(new TokenRange(resume, quotation.Inner.End));
            if (!rest.IsEmpty && resume < quotation.Inner.End)
                content.Add(rest);
        }

        content.RemoveAll(static part => part.IsEmpty);
        if (content.Count == 0)
            return false;
        var draft = Draft(group, source, content, quotation.Damage is null ? "direct/cue-inside" : "direct/closed-by-cue", 0.9);
        scene.Add(draft);
        scene.ClaimedBy[inside] = draft;
        return true;
    }

    // « Il décrit l'ambiance : "On attend, raconte-t-il. Rien ne vient." »: the quotation has its cue, the incise is not content.
    private void CarveOut(AttributionDraft draft, TokenRange incise)
    {
        // Incises come in order, so the run to carve is one of the last.
        var index = draft.Content.FindLastIndex(range => range.Contains(incise.First));
        if (index < 0)
            return;
        var range = draft.Content[index];
        var left = scene.Trim(new TokenRange(range.First, incise.First));
        var right = incise.End < range.End ? scene.Trim(new TokenRange(incise.End, range.End)) : default;
        draft.Content.RemoveAt(index);
        if (!right.IsEmpty)
            draft.Content.Insert(index, right);
        if (!left.IsEmpty)
            draft.Content.Insert(index, left);
        if (draft.Content.Count == 0)
            draft.Content.Add(range);
    }

    // The incise goes on over the subject's apposition to a comma, or to the end of its sentence.
    private int InciseEnd(VerbGroup group, SourceMatch source, int limit)
    {
        var at = Math.Max(group.End, source.End);
        var sentence = Math.Min(limit, scene.Sentences.At(group.Verb).End);
        while (at < sentence)
        {
            // « "…, a-t-il écrit, rapporte le journal. …" »: a second incise behind the first.
            if (Tokens.IsKind(at, TokenKind.Comma) && !(scene.GroupStartingAt(at + 1) is { } next && boundary.IsIncise(next, at + 1)) && !IsSelfAside(at + 1, sentence))
                return at + 1;
            if (Tokens.IsKind(at, TokenKind.SentenceEnd))
                return at + 1;
            at++;
        }

        return sentence;
    }

    // « "…, a avoué Ana Bellec, elle-même mère de deux enfants. …" »
    private bool IsSelfAside(int at, int end) =>
        (Tokens.IsForm(at, "lui-même") || Tokens.IsForm(at, "elle-même") || Tokens.IsForm(at, "eux-mêmes") || Tokens.IsForm(at, "elles-mêmes")) && !scene.HasFiniteVerb(new TokenRange(at, end));

    /// <summary>« Dix soldats ont été tués, a annoncé l'armée »: no marks, but the inverted subject tells.</summary>
    private bool AfterClause(VerbGroup group, SourceMatch source, int left, int start)
    {
        if (!group.Reports(CueFrames.AfterClause))
            return false;
        if (group.InvertedPronoun >= 0 && group.Shape == VerbShape.Finite && !Tokens.IsKind(group.First - 1, TokenKind.Comma))
            return false; // « Que dit-il ? »
        if (Tokens.IsKind(group.End, TokenKind.SentenceEnd) && Tokens.FirstChar(group.End) == '?' && !Tokens.IsKind(group.First - 1, TokenKind.Comma))
            return false;
        // « Il a demandé à sortir, a précisé la police »: what the police say is the whole, the report in it included.
        var from = group.InvertedPronoun < 0 ? PassLabel(start, group.First) : ClauseStart(start, group.First);
        var content = scene.Trim(new TokenRange(from, left + 1));
        // « Still, she said, the wall would hold »: the word before is the writer's; « Time, she said, was short » is hers.
        var plain = scene.Language.Grammar.PlainIncises;
        var goesOn = plain ? InciseEndInClause(group, source) : 0;
        if (content.IsEmpty || scene.CountWords(content) < (goesOn > 0 ? 1 : 2) || (plain && goesOn == 0 && !scene.HasFiniteVerb(content)))
            return false;
        if (goesOn > 0 && content.Count == 1 && Tokens.Is(content.First, WordClass.Adverb | WordClass.Coordinator))
        {
            var whole = scene.Trim(new TokenRange(goesOn, boundary.EndOf(goesOn, group)));
            if (whole.IsEmpty || !scene.HasFiniteVerb(whole))
                return false;
            scene.Add(Draft(group, source, [whole], "indirect/clause-first", 0.85));
            return true;
        }

        // « Le fils de l'horloger, dit Petit-Louis, tient la boutique »: a nickname.
        if (!plain && group.InvertedPronoun < 0 && group.Shape == VerbShape.Finite && group.Range.Count == 1 && Tokens.Lexeme(group.Verb).IsVerb(VerbMorph.PastParticiple) && !scene.HasFiniteVerb(content)
            && scene.Phrases.TryStartingAt(content.First, out var named) && named.End == content.End && named.CanSpeak)
        {
            return false;
        }

        if (group.InvertedPronoun >= 0 && IsReportedSince(start, group.First, content))
            return true; // « il affirme que …, dit-il »: the first cue has it
        var parts = new List<TokenRange> { content };
        var draft = Draft(group, source, parts, "indirect/clause-first", group.InvertedPronoun >= 0 ? 0.9 : 0.85);
        // « Le projet, a-t-il expliqué, sera … »: the clause goes on after the incise.
        var resume = InciseEndInClause(group, source);
        if (resume > 0 && (!scene.HasFiniteVerb(content) || (plain && scene.IsFiniteVerb(content.End - 1)) || Tokens.Is(content.First, WordClass.Subordinator) && (!Tokens.Is(content.First, WordClass.Preposition | WordClass.Adverb) || Tokens.Is(content.First, GrammarWord.If))))
        {
            var end = boundary.EndOf(resume, group);
            var rest = scene.Trim(new TokenRange(resume, end));
            if (!rest.IsEmpty && !DescribesSource(rest))
                parts.Add(rest);
        }
        else
        {
            ContinueAfter(draft, Math.Max(group.End, source.End));
        }

        scene.Add(draft);
        return true;
    }

    // « …, déclarait Ana Bellec, alors ministre de la Mer »
    private bool DescribesSource(TokenRange rest)
    {
        var noun = Tokens.Is(rest.First, WordClass.Adverb) ? rest.First + 1 : rest.First;
        return Tokens.Is(noun, WordClass.Role) && scene.Phrases.IndexAt(noun) is >= 0 and var role && scene.Phrases[role].First == noun && scene.Phrases[role].Name.IsEmpty && !scene.HasFiniteVerb(rest);
    }

    private int InciseEndInClause(VerbGroup group, SourceMatch source)
    {
        var limit = scene.SentenceLimit(group.Verb);
        var at = Math.Max(sources.PassTold(group, limit), source.End);
        for (var step = 0; step < 6 && at < limit; step++)
        {
            if (Tokens.IsKind(at, TokenKind.Comma))
                return at + 1 < limit ? at + 1 : 0;
            var next = sources.PassAdjunct(at, limit);
            if (next == at)
                return 0;
            at = next;
        }

        return 0;
    }

    // « "…", a-t-il dit, "…" »: the quotation that follows in the sentence is the second span.
    private void ContinueAfter(AttributionDraft draft, int after)
    {
        if (after >= Tokens.Count)
            return;
        var sentence = scene.Sentences.At(draft.Cue.First);
        for (var i = after; i < sentence.End; i++)
        {
            if (Tokens.Kind(i) is TokenKind.Colon or TokenKind.SentenceEnd)
                return;
            if (scene.GroupAt(i) is { } group && group.First >= after && group.Shape is not (VerbShape.PastParticiple or VerbShape.Passive))
                return;
            if (Quotations.OpeningAt(i) is not (>= 0 and var next))
                continue;
            var quotation = Quotations[next];
            // « …, a-t-il dit, "…" »: only words that join may stand between.
            if (scene.ClaimedBy[next] is null && JoinsAt(after, i) && scene.CountWords(quotation.Inner) > 1)
            {
                var end = quotation.Close >= 0 ? ExtendMixed(quotation, sentence.End) : quotation.Inner.End;
                draft.Content.Add(scene.Trim(new TokenRange(quotation.Inner.First, end)));
            }

            return;
        }
    }

    private int ExtendMixed(Quotation quotation, int limit) =>
        quotation.Close + 1 < limit && Tokens.IsWord(quotation.Close + 1) && !Tokens.Is(quotation.Close + 1, WordClass.Preposition)
            ? quotation.Inner.End
            : quotation.Inner.End;

    private bool JoinsAt(int after, int open)
    {
        var comma = false;
        for (var i = open - 1; i >= after; i--)
        {
            if (Tokens.IsKind(i, TokenKind.Comma) || Tokens.Is(i, WordClass.Coordinator))
            {
                comma = true;
                break;
            }

            if (!Tokens.IsWord(i))
                return false;
            if (i < open - 2)
                return false;
        }

        return comma;
    }

    /// <summary>« X a déclaré … : "…" », and an unmarked clause after the colon.</summary>
    public bool TryColon(VerbGroup group, SourceMatch source)
    {
        var sentence = scene.Sentences.At(group.Verb);
        var limit = Math.Min(sentence.End, group.End + FarthestColon);
        for (var i = group.End; i < limit; i++)
        {
            if (Tokens.IsKind(i, TokenKind.Colon))
                return !HoldsBareClause(group, i) && AfterColon(group, source, i);
            if (Quotations.OpeningAt(i) is >= 0 and var q)
            {
                // « en le qualifiant de "…" : "…" »: the cue has the quotation before the colon.
                if (Quotations[q].Close < 0 || Quotations[q].Close >= limit || group.Reports(CueFrames.Predicate | CueFrames.QuotedObject))
                    return false;
                i = Quotations[q].Close;
                continue;
            }

            if (scene.GroupAt(i) is { } other && other != group && other.First == i && other.Shape != VerbShape.PastParticiple && other.Reports(CueFrames.Quote))
                return false; // the nearer cue has it
        }

        return false;
    }

    /// <summary>« said the wall had held for years: "…" »: the quotation behind a clause has the clause's cue and source.</summary>
    public bool TryColonBehind(VerbGroup group, SourceMatch source, int colon)
    {
        if (!Tokens.IsKind(colon, TokenKind.Colon) || Quotations.OpeningAt(colon + 1) < 0)
            return false;
        // « said it had held, although she added: "…" »: the nearer cue has it.
        for (var i = colon - 1; i >= group.End && i > colon - FarthestColon; i--)
        {
            if (scene.GroupAt(i) is { } nearer && nearer != group && nearer.Reports(CueFrames.Quote) && nearer.Shape != VerbShape.PastParticiple)
                return false;
        }

        return AfterColon(group, source, colon);
    }

    private bool AfterColon(VerbGroup group, SourceMatch source, int colon)
    {
        var open = colon + 1;
        var content = new List<TokenRange>();
        if (Quotations.OpeningAt(open) is >= 0 and var quoted && (Tokens.Has(open, TokenFlags.ParagraphBefore) ? colon + 1 == scene.Sentences.At(colon).End : true))
        {
            if (!group.Reports(CueFrames.Quote | CueFrames.That | CueFrames.QuotedObject | CueFrames.Whether | CueFrames.OfInfinitive | CueFrames.ToInfinitive))
                return false;
            if (scene.ClaimedBy[quoted] is not null || HasOwnIncise(quoted))
                return false;
            TakeQuotations(content, quoted);
            scene.Add(Draft(group, source, content, "direct/colon", 0.95));
            return true;
        }

        // « La ministre a ajouté : » above a quotation that is set apart and has no marks.
        if (group.Reports(CueFrames.Quote | CueFrames.That) && source.CanSpeak && scene.Blocks.WordsStartingAt(open) is { IsEmpty: false } apart && Tokens.Has(open, TokenFlags.ParagraphBefore))
        {
            content.AddRange(BlockRules.Parts(scene, apart));
            if (content.Count == 0)
                return false;
            var draft = Draft(group, source, content, "direct/colon", 0.95, isSetApart: true);
            scene.Add(draft);
            return true;
        }

        if (colon + 1 >= scene.Sentences.At(colon).End || Quotations.InnermostAt(colon) != Quotations.InnermostAt(colon + 1))
            return false;
        // « le reconnaît lui-même : … »; with an object of its own the verb reports no clause (« propose deux versions : … »).
        var at = group.End;
        while (at < colon && (Tokens.Is(at, WordClass.StrongPronoun) || sources.PassAdjunct(at, colon) > at))
            at = Math.Max(at + 1, sources.PassAdjunct(at, colon));
        if (!group.Reports(CueFrames.That) || at < colon || !source.CanSpeak)
            return false;
        var range = scene.Trim(new TokenRange(colon + 1, boundary.EndOf(colon + 1, null)));
        if (range.IsEmpty || !scene.HasFiniteVerb(range))
            return false;
        content.Add(range);
        scene.Add(Draft(group, source, content, "indirect/colon", 0.7));
        return true;
    }

    // « said the wall had held for years: "…" »: what stands before the colon is reported first.
    private bool HoldsBareClause(VerbGroup group, int colon) =>
        scene.Language.Grammar.BareClauses && group.Reports(CueFrames.Bare) && scene.Phrases.TryStartingAt(group.End, out var subject) && subject.End < colon
        && scene.HasFiniteVerb(new TokenRange(subject.End, colon));

    // « Ils s'en plaignent : "…", conclut le journal »: whoever stands behind the quotation says it.
    private bool HasOwnIncise(int quoted)
    {
        if (scene.Language.Grammar.PlainIncises || Quotations[quoted].Close < 0)
            return false;
        var after = Quotations[quoted].Close + 1;
        while (after < Tokens.Count && Tokens.Kind(after) is TokenKind.Comma or TokenKind.Dash)
            after++;
        return after > Quotations[quoted].Close + 1 && scene.GroupStartingAt(after) is { InvertedPronoun: < 0 } group && boundary.IsIncise(group, after);
    }

    // The quotation, its further paragraphs, and those joined to it by « et ».
    private void TakeQuotations(List<TokenRange> content, int quoted)
    {
        content.Add(scene.Trim(Quotations[quoted].Inner));
        var last = quoted;
        for (var next = quoted + 1; next < Quotations.Count; next++)
        {
            if (Quotations[next].Depth > 0)
                continue;
            if (Quotations[next].ContinuedFrom == last)
            {
                content.Add(scene.Trim(Quotations[next].Inner));
                last = next;
                continue;
            }

            var joined = Quotations[last].Close >= 0 && Quotations[next].Open is >= 0 and var open && open - Quotations[last].Close <= 3 && open > Quotations[last].Close + 1
                && scene.Sentences.At(open) == scene.Sentences.At(Quotations[last].Close)
                && Tokens.Is(open - 1, WordClass.Coordinator);
            if (!joined)
                break;
            content.Add(scene.Trim(Quotations[next].Inner));
            last = next;
        }

        content.RemoveAll(static range => range.IsEmpty);
        if (content.Count == 0)
            content.Add(Quotations[quoted].Inner);
    }

    public static AttributionDraft Draft(VerbGroup group, SourceMatch source, List<TokenRange> content, string rule, double confidence, bool isSetApart = false) => new()
    {
        IsSetApart = isSetApart,
        Content = content,
        Cue = group.Range,
        Source = source.Found ? source.Range : default,
        SourceHead = source.Found ? source.Head : -1,
        Verb = group.Entry,
        Rule = rule,
        Confidence = confidence,
    };
}
