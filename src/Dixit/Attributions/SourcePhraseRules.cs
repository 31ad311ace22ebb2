// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>« selon X », « d'après X », « pour X », « de source proche »: a source named without a verb.</summary>
internal sealed class SourcePhraseRules(Scene scene, SourceFinder sources, ClauseBoundary boundary)
{
    /// <summary>The classes of the words that such a phrase can begin with.</summary>
    public const WordClass First = WordClass.Preposition | WordClass.SourcePreposition | WordClass.Of | WordClass.To;

    private TokenList Tokens => scene.Tokens;

    private NounPhraseList Phrases => scene.Phrases;

    /// <summary>Tries the phrase that begins at the token.</summary>
    public bool TryAt(int token)
    {
        if (!Tokens.Is(token, First) || scene.Furniture[token])
            return false;
        foreach (var phrase in scene.Language.Reporting.SourcePhrases(Tokens.Lexeme(token)))
        {
            var after = Match(phrase, token);
            if (after > 0 && TrySource(phrase, token, after))
                return true;
        }

        return TryOfSource(token);
    }

    private int Match(SourcePhrase phrase, int token)
    {
        var at = token;
        foreach (var word in phrase.Words)
        {
            if (!Tokens.IsForm(at, word))
                return -1;
            at++;
        }

        return at;
    }

    private bool TrySource(SourcePhrase phrase, int first, int after)
    {
        if (scene.IsCue(first))
            return true;
        // « selon qui », « pour qui le découpage … »: the source stands before.
        if (Tokens.Is(after, GrammarWord.Who) || (Tokens.Is(after, WordClass.Relative) && Tokens.Lexeme(after).Form is "lequel" or "laquelle" or "lesquels" or "lesquelles"))
            return TryRelative(first, after);
        CutComplement(first, after);
        var match = InMarks(after);
        if (!(match.Found ? Phrases.TryStartingAt(match.Range.First, out var source) : Phrases.TryStartingAt(after, out source)))
            return false;
        if (!match.Found)
            match = sources.Extended(Phrases.IndexAt(after));
        if (phrase.NeedsSpeaker ? !SpeaksAlone(source) : !MaySpeak(source, first))
            return false;
        // « selon un ingénieur cité par Le Courrier »
        if (Tokens.Lexeme(match.Range.End).IsVerb(VerbMorph.PastParticiple) && Tokens.Is(match.Range.End + 1, GrammarWord.By) && Phrases.TryStartingAt(match.Range.End + 2, out var medium))
            match = match with { Range = new TokenRange(match.Range.First, medium.End) };
        // « De l'avis | de la préfète »: the preposition ties the two.
        var cue = new TokenRange(first, phrase.Words.Length > 2 && Tokens.Is(after - 1, WordClass.Of) ? after - 1 : after);
        var start = scene.SentenceStart(first);
        var limit = scene.SentenceLimit(first);
        return Place(phrase, cue, match, start, limit, PassCited(Math.Max(match.Range.End, match.End), limit));
    }

    // « selon "L'Écho" », « d'après le "Courrier de Varn" »: a name in marks.
    private SourceMatch InMarks(int after)
    {
        var mark = Tokens.Is(after, WordClass.Determiner) && Phrases.IndexAt(after) < 0 ? after + 1 : after;
        if (scene.Quotations.OpeningAt(mark) is not (>= 0 and var quoted) || scene.Quotations[quoted] is not { Close: >= 0 } quotation || !Phrases.TryStartingAt(mark + 1, out var name))
            return SourceMatch.None;
        return name.End == quotation.Inner.End && Tokens.IsCapitalised(name.First) ? new SourceMatch(name.Range, name.Head, name.Kind, quotation.Close + 1) : SourceMatch.None;
    }

    // « de l'avis du maire »: the one phrase holds the words that name the source and the source itself.
    private void CutComplement(int first, int after)
    {
        var index = Phrases.IndexAt(after);
        if (index < 0 || Phrases[index].First >= after || Phrases[index].First < first)
            return;
        var whole = Phrases[index];
        var head = after;
        while (head < whole.End - 1 && Tokens.Is(head, WordClass.Determiner | WordClass.Of | WordClass.Adjective) && !Tokens.IsCapitalised(head))
            head++;
        var lexeme = Tokens.Lexeme(head);
        var kind = lexeme.Is(WordClass.Role) ? PhraseKind.Role
            : lexeme.Is(WordClass.GroupNoun) ? PhraseKind.Group
            : lexeme.Is(WordClass.OrganisationNoun | WordClass.OrganisationName) ? PhraseKind.Organisation
            : lexeme.Is(WordClass.PersonNoun | WordClass.AnonymousNoun) ? PhraseKind.Person
            : whole.Name.Count > 0 && whole.Name.First >= after ? PhraseKind.PersonName
            : Tokens.IsCapitalised(head) ? PhraseKind.UnknownName : PhraseKind.Other;
        Phrases.Cut(index, after, head, kind);
    }

    // « selon Le Monde »; not « selon les saisons »: what a thing depends on is no source. Where a comma or the sentence's start
    // sets the phrase apart, a thing may be one too (« selon l'acte d'accusation »).
    private bool MaySpeak(NounPhrase source, int first) =>
        source.CanSpeak || Tokens.Is(source.Head, WordClass.Document) || Tokens.IsCapitalised(source.Head)
        || (source.Kind != PhraseKind.Time && !scene.Language.Reporting.IsMeasure(Tokens.Lexeme(source.Head)) && (Tokens.Is(source.First, WordClass.Determiner | WordClass.Possessive) || scene.Language.Grammar.HeadFinal)
            && (first == scene.SentenceStart(first) || Tokens.IsKind(first - 1, TokenKind.Comma) || scene.Quotations.Closes(first - 1)));

    private bool SpeaksAlone(NounPhrase source) => source.Kind is PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Person or PhraseKind.OrganisationName or PhraseKind.Organisation
        or PhraseKind.Media or PhraseKind.UnknownName or PhraseKind.Anonymous || (source.Kind == PhraseKind.Pronoun && Tokens.Lexeme(source.Head).Form is "lui" or "elle" or "eux" or "elles" or "ce" or "dernier" or "dernière");

    // « selon X, cité par Y », « selon X, qui enquête depuis » : on to the comma or the end.
    private int PassCited(int at, int limit)
    {
        while (at < limit)
        {
            var next = sources.PassAdjunct(at, limit);
            if (next != at)
            {
                at = next;
                continue;
            }

            if (Tokens.Lexeme(at).IsVerb(VerbMorph.PastParticiple) && Phrases.IndexAt(at) < 0)
            {
                at++;
                continue;
            }

            return at;
        }

        return at;
    }

    private bool IsInContent(int token, int start)
    {
        foreach (var draft in scene.DraftsSince(start))
        {
            if (draft.Holds(new TokenRange(token, token + 1)))
                return true;
        }

        return false;
    }

    private bool Place(SourcePhrase phrase, TokenRange cue, SourceMatch source, int start, int limit, int after)
    {
        // The phrase opens its clause: « Selon X, … », « mais, selon X, … », « indique que, selon X, … ».
        var opens = OpensClause(cue.First, start);
        var closes = after >= limit || Tokens.Kind(after) is TokenKind.SentenceEnd or TokenKind.Semicolon || scene.Quotations.Closes(after) || Tokens.Kind(after) is TokenKind.CloseBracket or TokenKind.Dash
            || (Tokens.IsKind(after, TokenKind.Comma) && (IsRelativeTail(after, limit) || IsNextClause(after + 1)));
        if (opens)
        {
            if (closes && after >= limit)
                return false;
            var from = MainClauseStart(source.Range.End, after, limit);
            if (phrase.NeedsSpeaker && !Tokens.IsKind(from, TokenKind.Comma))
                return false;
            if (Tokens.IsKind(from, TokenKind.Comma))
                from++;
            var end = boundary.EndOf(Math.Min(from, limit), null);
            var content = scene.Trim(new TokenRange(from, end));
            // « For Bellec, according to her aide, … »; « Trop peu pour l'agence, qui a fermé »: what follows is another's, or tells of the source.
            if (content.IsEmpty || (phrase.NeedsSpeaker && (!scene.HasFiniteVerb(content) || Tokens.Is(content.First, WordClass.SourcePreposition) || Tokens.Is(content.First, GrammarWord.Who))))
                return false;
            var draft = Draft(cue, source, [content], phrase, "source-first");
            TakeColonQuotation(draft, end);
            return Keep(draft);
        }

        // « "Une saison noire" pour les stations, a résumé X »: part of what was said; « selon les saisons et selon les communes » depends.
        if ((phrase.NeedsSpeaker && IsInContent(cue.First, start))
            || Tokens.Is(cue.First - 1, WordClass.Coordinator))
        {
            return false;
        }

        var before = LeftContent(cue.First, start, source.Kind == PhraseKind.Pronoun, out var quotedOnly);
        if (before.IsEmpty)
            return false;
        // « Témoin de "cet appartement", selon sa sœur, l'infirmier a décrit … »: only the quotation, for the clause is the writer's.
        if (!closes && !quotedOnly && scene.Quotations.ClosingAt(cue.First - 2) is >= 0 and var near && Tokens.IsKind(cue.First - 1, TokenKind.Comma)
            && !scene.HasFiniteVerb(before) && Tokens.IsKind(after, TokenKind.Comma) && Phrases.TryStartingAt(after + 1, out _))
        {
            return Keep(Draft(cue, source, [scene.Trim(scene.Quotations[near].Inner)], phrase, "quotation-before"));
        }

        if (phrase.NeedsSpeaker && !(Tokens.IsKind(cue.First - 1, TokenKind.Comma) || quotedOnly))
            return false;
        if (phrase.NeedsSpeaker && closes && !quotedOnly)
            return false; // « une bonne nouvelle, pour le maire. »: who gains, as often as who says
        var parts = new List<TokenRange> { before };
        if (!closes && Tokens.IsKind(after, TokenKind.Comma) && Tokens.IsKind(cue.First - 1, TokenKind.Comma))
        {
            // « Dix soldats, selon l'armée, ont été tués »; « qui, selon elle, auraient »: the noun before is not content.
            var rest = scene.Trim(new TokenRange(after + 1, boundary.EndOf(after + 1, null)));
            if (!rest.IsEmpty && GoesOn(rest))
                parts.Add(rest);
        }
        else if (!closes && scene.HasFiniteVerb(new TokenRange(after, limit)) && !scene.HasFiniteVerb(before))
        {
            var rest = scene.Trim(new TokenRange(after, boundary.EndOf(after, null)));
            if (!rest.IsEmpty)
                parts.Add(rest);
        }

        return Keep(Draft(cue, source, parts, phrase, "source-after"));
    }

    // After the source the clause goes on with its verb or with a complement; a place or a participle tells of the source.
    private bool GoesOn(TokenRange rest) =>
        scene.IsFiniteVerb(rest.First) || Tokens.Is(rest.First, WordClass.Negation | WordClass.Reflexive | WordClass.ObjectPronoun | WordClass.Auxiliary)
        || (Tokens.Is(rest.First, WordClass.Of) && Phrases.IndexAt(rest.First) < 0) || Tokens.IsForm(rest.First, "lors") || Tokens.Is(rest.First, GrammarWord.For) || Tokens.IsForm(rest.First, "après")
        || (Phrases.TryStartingAt(rest.First, out var phrase) && scene.HasFiniteVerb(new TokenRange(phrase.End, rest.End)) && !Tokens.Is(phrase.First, WordClass.Relative));

    // « Selon un groupe d'experts mis en place après un accord, vingt personnes … »: on to the comma, if no verb stands before it.
    private int MainClauseStart(int sourceEnd, int after, int limit)
    {
        for (var i = sourceEnd; i < Math.Min(limit, sourceEnd + 40); i++)
        {
            // « Selon Bellec, qui dirige le port, les quais … »: past the relative clause to the subject of the main one.
            if ((Tokens.IsKind(i, TokenKind.Comma) ? OpensAside(i + 1) : i == sourceEnd && Phrases.IndexAt(i) < 0 && OpensAside(i)) && EndOfAside(i + 2, limit) is > 0 and var end)
                return end;
            if (Tokens.IsKind(i, TokenKind.Comma))
                return i;
            if (Tokens.IsKind(i, TokenKind.Colon) || scene.Quotations.Opens(i) || (scene.IsFiniteVerb(i) && !Tokens.Is(i - 1, WordClass.Relative)))
                return after;
        }

        return after;
    }

    // « qui », « dont », « que l'agence a lu », « publié mardi », « également interrogé par »: it tells of the source.
    private bool OpensAside(int at)
    {
        if (Tokens.Is(at, WordClass.Coordinator) && Tokens.Is(at + 1, WordClass.Relative))
            at++;
        if (Tokens.Is(at, WordClass.Relative) && Phrases.IndexAt(at) < 0)
            return true;
        if (Tokens.Is(at, WordClass.Adverb) && Phrases.IndexAt(at) < 0)
            at++;
        return Phrases.IndexAt(at) < 0 && Tokens.Lexeme(at).IsVerb(VerbMorph.PastParticiple | VerbMorph.PresentParticiple) && !Tokens.Is(at, WordClass.Auxiliary) && !scene.IsFiniteVerb(at);
    }

    private int EndOfAside(int from, int limit)
    {
        for (var i = from; i < Math.Min(limit, from + 40); i++)
        {
            if (scene.Quotations.OpeningAt(i) is >= 0 and var quoted && scene.Quotations[quoted].Close > i)
                i = scene.Quotations[quoted].Close;
            if (Tokens.IsKind(i, TokenKind.Comma) && (scene.Quotations.Opens(i + 1) || boundary.BeginsMainClause(i + 1, limit)))
                return i;
        }

        return 0;
    }

    // A quotation after the colon that ends the clause is reported by the same source.
    private void TakeColonQuotation(AttributionDraft draft, int end)
    {
        if (!Tokens.IsKind(end, TokenKind.Colon) || scene.Quotations.OpeningAt(end + 1) is not (>= 0 and var quoted) || scene.ClaimedBy[quoted] is not null)
            return;
        var inner = scene.Trim(scene.Quotations[quoted].Inner);
        if (inner.IsEmpty)
            return;
        scene.Add(new AttributionDraft
        {
            Content = [inner], Cue = draft.Cue, Source = draft.Source, SourceHead = draft.SourceHead, Rule = "direct/colon-after-source", Confidence = 0.85,
        });
    }

    private bool Keep(AttributionDraft draft)
    {
        scene.Add(draft);
        return true;
    }

    private static AttributionDraft Draft(TokenRange cue, SourceMatch source, List<TokenRange> content, SourcePhrase phrase, string rule) => new()
    {
        Content = content, Cue = cue, Source = source.Range, SourceHead = source.Head, Rule = "source-phrase/" + rule, Confidence = phrase.NeedsSpeaker ? 0.7 : 0.9,
    };

    // « qui enquête depuis » after the source: it goes on about the source to the end of the sentence.
    private bool IsRelativeTail(int comma, int limit) =>
        Tokens.Is(comma + 1, WordClass.Relative) && !ReturnsAfter(comma + 1, limit);

    private bool ReturnsAfter(int from, int limit)
    {
        for (var i = from; i < limit; i++)
        {
            if (Tokens.IsKind(i, TokenKind.Comma))
                return true;
        }

        return false;
    }

    // « …, selon X, mais Y … » begins another clause.
    private bool IsNextClause(int at) => Tokens.Is(at, WordClass.Coordinator) && scene.HasFiniteVerb(new TokenRange(at, Math.Min(Tokens.Count, at + 10)));

    private bool OpensClause(int first, int start)
    {
        var at = first - 1;
        while (at >= start && (Tokens.IsKind(at, TokenKind.Comma) || (Tokens.Is(at, WordClass.Adverb | WordClass.Coordinator) && Phrases.IndexAt(at) < 0 && !Tokens.Is(at, WordClass.Relative))))
            at--;
        if (at < start)
            return true;
        // « …, car, selon elle, … », « et, selon la police, … »
        if (Tokens.Is(at + 1, WordClass.Coordinator) && !Tokens.Is(at + 1, WordClass.Adverb) && (Tokens.IsKind(at, TokenKind.Comma) || Tokens.IsKind(at + 2, TokenKind.Comma) || Tokens.IsForm(at + 1, "car")))
            return true;
        if (Tokens.IsKind(at, TokenKind.Colon) || Tokens.IsKind(at, TokenKind.Semicolon) || Tokens.IsKind(at, TokenKind.Dash) && at == start)
            return true;
        if (Tokens.Is(at, WordClass.Complementiser) || Tokens.Is(at, WordClass.Relative) && Phrases.IndexAt(at) < 0)
            return true;
        if (Tokens.Is(at, WordClass.Subordinator) && !Tokens.Is(at, WordClass.Preposition) && Phrases.IndexAt(at) < 0)
            return true;
        return scene.Quotations.Opens(at) || (Tokens.Has(first, TokenFlags.Capitalised) && Tokens.IsKind(at, TokenKind.Symbol));
    }

    private TokenRange LeftContent(int cue, int start, bool pronoun, out bool quotedOnly)
    {
        quotedOnly = false;
        var left = cue - 1;
        while (left >= start && Tokens.Kind(left) is TokenKind.Comma or TokenKind.Dash or TokenKind.SentenceEnd)
            left--;
        if (left < 0)
            return default;
        if (scene.Quotations.Closes(left) && scene.Quotations.ClosingAt(left) is >= 0 and var quoted)
        {
            var quotation = scene.Quotations[quoted];
            var begin = LeftStart(start, quotation.Outer.First, pronoun);
            quotedOnly = begin >= quotation.Outer.First;
            return quotedOnly ? scene.Trim(quotation.Inner) : scene.Trim(new TokenRange(begin, left + 1));
        }

        if (left < start)
            return default;
        var from = LeftStart(start, cue, pronoun);
        return from <= left ? scene.Trim(new TokenRange(from, left + 1)) : default;
    }

    // After a label, a report before it in the sentence, or « que ».
    private int LeftStart(int start, int end, bool pronoun)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (scene.Quotations.OpeningAt(i) is >= 0 and var q && scene.Quotations[q].Close > i && scene.Quotations[q].Close < end)
            {
                i = scene.Quotations[q].Close;
                continue;
            }

            if (Tokens.IsKind(i, TokenKind.Colon) && i - start < 12)
                from = i + 1;
        }

        var label = from;
        foreach (var draft in scene.DraftsSince(start))
        {
            if (draft.Cue.Count > 0 && draft.Cue.First >= start && draft.Cue.First < end && draft.ContentExtent.First < end && draft.ContentExtent.End <= end + 1)
            {
                // « X annonce que A, selon B »: B reports all of it; « X reconnaît A, normal selon lui » is X's already.
                if (draft.ContentExtent.First > draft.Cue.First)
                {
                    if (pronoun)
                        return end;
                    continue;
                }

                from = Math.Max(from, Math.Max(draft.Cue.End, draft.Source.End));
            }
        }

        // « "…", aurait dit le député, selon des policiers »: nothing is left but the report, which is what they say.
        return scene.CountWords(new TokenRange(from, end)) == 0 ? label : from;
    }

    // « M. Mangin, pour qui le découpage … »
    private bool TryRelative(int first, int relative)
    {
        var at = first - 1;
        if (Tokens.IsKind(at, TokenKind.Comma))
            at--;
        if (Phrases.IndexAt(at) is not (>= 0 and var index) || Phrases[index].End != at + 1 || !Phrases[index].CanSpeak || Tokens.Is(Phrases[index].Head, WordClass.CueNoun)
            || (Tokens.Is(Phrases[index].First - 1, WordClass.Of) && scene.IsCue(Phrases[index].First - 2)))
        {
            return false;
        }


        var source = sources.Extended(index);
        if (source.Range.End > first)
            source = source with { Range = Phrases[index].Range };
        var content = scene.Trim(new TokenRange(relative + 1, boundary.EndOf(relative + 1, null)));
        if (content.IsEmpty || !scene.HasFiniteVerb(content))
            return false;
        scene.Add(new AttributionDraft
        {
            Content = [content], Cue = new TokenRange(first, relative), Source = source.Range, SourceHead = source.Head, Rule = "source-phrase/relative", Confidence = 0.85,
        });
        return true;
    }

    // « de source proche du dossier », « de sources concordantes »
    private bool TryOfSource(int token)
    {
        if (!(Tokens.IsForm(token, "de")) || !(Tokens.IsForm(token + 1, "source") || Tokens.IsForm(token + 1, "sources")) || Phrases.IndexAt(token) >= 0)
            return false;
        var start = scene.SentenceStart(token);
        if (token != start && !Tokens.IsKind(token - 1, TokenKind.Comma) && !scene.Quotations.Closes(token - 1))
            return false;
        var limit = scene.SentenceLimit(token);
        var end = token + 2;
        var index = Phrases.IndexAt(token + 1);
        if (index >= 0)
            end = Phrases[index].End;
        while (end < limit && Tokens.Is(end, WordClass.Adjective))
            end++;
        if (Tokens.IsForm(token - 1, "appris") || Tokens.IsForm(token - 1, "apprend"))
            return false;
        var phrase = new SourcePhrase(["de"], false);
        var source = new SourceMatch(new TokenRange(token + 1, end), token + 1, PhraseKind.Anonymous, end);
        return Place(phrase, new TokenRange(token, token + 1), source, start, limit, PassCited(end, limit));
    }
}
