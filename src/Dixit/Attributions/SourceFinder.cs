// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Finds the subject of a cue, to its left, to its right, or shared with a verb before it.</summary>
internal sealed class SourceFinder(Scene scene)
{
    private const int FarthestAdjuncts = 8;
    private const int FarthestLeft = 60;

    // « …, a vu, a pris, a dit »: each verb may ask for the subject of the one before it, and so on. One question looks at no more than these.
    private const int MostVerbs = 24;

    private int _verbsLeft;

    private TokenList Tokens => scene.Tokens;

    private NounPhraseList Phrases => scene.Phrases;

    /// <summary>The subject that stands before the group, in its clause.</summary>
    public SourceMatch Before(VerbGroup group)
    {
        _verbsLeft = MostVerbs;
        return BeforeVerb(group.First, group.AnyNumber ? null : group.Plural, 0);
    }

    /// <summary>The start of the group's sentence, or of the quotation it stands in.</summary>
    public int SentenceStart(VerbGroup group) => scene.SentenceStart(group.Verb);

    /// <summary>The inverted subject: the pronoun in the group, or the noun phrase after it, past adverbs, dates and adjuncts.</summary>
    public SourceMatch After(VerbGroup group)
    {
        if (group.InvertedPronoun >= 0)
            return OfImpersonal(group) is { Found: true } circle ? circle : Pronoun(group.InvertedPronoun, group.End);
        var limit = scene.SentenceLimit(group.Verb);
        var at = group.End;
        if (scene.Language.Grammar.PlainIncises)
            return Straight(at, limit);
        for (var step = 0; step < FarthestAdjuncts && at < limit; step++)
        {
            if (Tokens.Is(at, WordClass.SubjectPronoun) && Phrases.IndexAt(at) < 0)
                return SourceMatch.None;
            if (Phrases.TryStartingAt(at, out var phrase) && phrase.Kind != PhraseKind.Time && !IsAgo(at) && !(phrase.Range.Count == 1 && scene.Quotations.Opens(phrase.End)))
            {
                var subject = Extended(Phrases.IndexAt(at));
                return scene.Language.Reporting.Hears(group.Entry) && HeardFrom(subject.End, limit) is { Found: true } teller ? teller : subject;
            }

            // « prévenaient ces "chefs de service" »
            if (Tokens.Is(at, WordClass.Determiner) && Phrases.IndexAt(at) < 0 && scene.Quotations.OpeningAt(at + 1) is >= 0 and var group2 && scene.Quotations[group2].Close is > 0 and var shut && shut < limit)
                return new SourceMatch(new TokenRange(at, shut + 1), scene.Quotations[group2].Inner.First, PhraseKind.Group, shut + 1);
            // « lance celui qui a perdu son frère »
            if (Tokens.Is(at, WordClass.DemonstrativePronoun) && Tokens.Is(at + 1, WordClass.Relative))
                return new SourceMatch(new TokenRange(at, RelativeEnd(at + 1, limit)), at, PhraseKind.Person, RelativeEnd(at + 1, limit));
            // « rapporte "The Guardian" »: marks about a name.
            if (scene.Quotations.OpeningAt(at) is >= 0 and var named && Phrases.TryStartingAt(at + 1, out var title) && title.End == scene.Quotations[named].Inner.End && title.CanSpeak)
                return new SourceMatch(title.Range, title.Head, title.Kind, title.End + 1);
            CutAddressee(at, limit);
            var next = PassAdjunct(at, limit);
            if (next == at)
                next = PassSetApart(at, limit, group);
            if (next == at)
                break;
            at = next;
        }

        return SourceMatch.None;
    }

    // « témoigne, auprès du Courrier, le fils aîné », « raconte dans les colonnes du Courrier, Ana Bellec »: behind a quotation commas may part the subject from its verb.
    private int PassSetApart(int comma, int limit, VerbGroup group)
    {
        if (!Tokens.IsKind(comma, TokenKind.Comma) || !(scene.Quotations.Closes(group.First - 1) || scene.Quotations.Closes(group.First - 2)))
            return comma;
        if (comma == group.End)
        {
            var after = PassAdjunct(comma + 1, limit);
            return after > comma + 1 && Tokens.IsKind(after, TokenKind.Comma) ? after + 1 : comma;
        }

        return Phrases.TryStartingAt(comma + 1, out var named) && named.Kind == PhraseKind.PersonName && Extended(Phrases.IndexAt(comma + 1)).End is var end
            && (end >= limit || Tokens.Kind(end) is TokenKind.Comma or TokenKind.SentenceEnd) && !Appositions.IsVerbNext(Tokens, end + 1) ? comma + 1 : comma;
    }

    // « a appris mardi le journal auprès du parquet »: whoever hears it has it from another.
    private SourceMatch HeardFrom(int at, int limit)
    {
        for (var step = 0; step < FarthestAdjuncts && at < limit; step++)
        {
            if (scene.Language.Reporting.IsHeardFrom(Tokens.Lexeme(at)))
            {
                while (at < limit && Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Preposition | WordClass.Of))
                    at++;
                return Phrases.TryStartingAt(at, out var teller) && teller.CanSpeak ? Extended(Phrases.IndexAt(at)) : SourceMatch.None;
            }

            if (!Phrases.TryStartingAt(at, out var time) || time.Kind != PhraseKind.Time)
                return SourceMatch.None;
            at = time.End;
        }

        return SourceMatch.None;
    }

    // Where the subject mostly stands before the verb, one behind it follows at once.
    private SourceMatch Straight(int at, int limit)
    {
        while (at < limit && Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Adverb) && !Tokens.Is(at, WordClass.Preposition | WordClass.Subordinator))
            at++;
        return at < limit && Phrases.TryStartingAt(at, out var phrase) && phrase.Kind is not (PhraseKind.Time or PhraseKind.Pronoun) ? Extended(Phrases.IndexAt(at)) : SourceMatch.None;
    }

    // « assure-t-on dans l'entourage de la ministre »: « on » is those named after it.
    private SourceMatch OfImpersonal(VerbGroup group)
    {
        if (Tokens.Lexeme(group.InvertedPronoun).Form is not ("-t-on" or "-on"))
            return SourceMatch.None;
        var at = group.End;
        if (Tokens.IsForm(at, "de") && Tokens.IsForm(at + 1, "source"))
            return SourceMatch.None;
        if (!(Tokens.IsForm(at, "dans") || Tokens.IsForm(at, "chez") || Tokens.IsForm(at, "au") || Tokens.IsForm(at, "à") || Tokens.IsForm(at, "auprès") || Tokens.IsForm(at, "du")))
            return SourceMatch.None;
        while (at < group.End + 3 && Tokens.Is(at, WordClass.Preposition | WordClass.Of | WordClass.To) && Phrases.IndexAt(at) < 0)
            at++;
        return Phrases.TryStartingAt(at, out var phrase) && (phrase.Kind is PhraseKind.Group or PhraseKind.Organisation or PhraseKind.OrganisationName or PhraseKind.Anonymous or PhraseKind.Person or PhraseKind.Place
                || (phrase.CanSpeak && scene.Language.Reporting.IsHeardFrom(Tokens.Lexeme(group.End))))
            ? Extended(Phrases.IndexAt(at))
            : SourceMatch.None;
    }

    // « a expliqué à la presse Marc Delorme », « lors d'une conférence de presse Ana Sorel »: a full name after another noun begins a phrase of its own.
    private void CutAddressee(int at, int limit)
    {
        while (at < limit && Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Preposition | WordClass.Of | WordClass.To))
            at++;
        var index = Phrases.IndexAt(at);
        if (index < 0)
            return;
        var phrase = Phrases[index];
        if (phrase.Kind is PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Person || phrase.Name.Count < 2 || phrase.Name.First <= phrase.First)
            return;
        for (var name = phrase.Name.First; name < phrase.Name.End - 1; name++)
        {
            if (!Tokens.Is(name, WordClass.GivenName) || Tokens.Is(name - 1, WordClass.Of | WordClass.NameParticle))
                continue;
            Phrases.Split(index, name);
            return;
        }
    }

    /// <summary>The token after an adverb, a date, an adjunct with its preposition, or a pair of brackets; the same token where none begins.</summary>
    public int PassAdjunct(int at, int limit)
    {
        if (at >= limit)
            return at;
        if (IsAgo(at))
            return Phrases.TryStartingAt(at + 3, out var ago) ? ago.End : at + 3;
        if (Phrases.TryStartingAt(at, out var time) && time.Kind == PhraseKind.Time)
            return time.End;
        if (Tokens.Is(at, WordClass.Preposition) && Phrases.IndexAt(at) < 0)
            return PassPreposition(at, limit);
        if (Tokens.IsKind(at, TokenKind.OpenBracket))
        {
            for (var i = at + 1; i < Math.Min(limit, at + 20); i++)
            {
                if (Tokens.IsKind(i, TokenKind.CloseBracket))
                    return i + 1;
            }
        }

        if (Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Adverb) && !Tokens.Is(at, WordClass.Complementiser | WordClass.Relative))
            return at + 1;
        // « l'un après l'autre », « dit le 3 mars »: a time word that stands in no phrase.
        if (Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.TimeNoun | WordClass.Weekday))
            return at + 1;
        return at;
    }

    /// <summary>The token after the one who is told, where the verb takes its hearer for an object (« told reporters »); else the end of the group.</summary>
    public int PassTold(VerbGroup group, int limit)
    {
        var at = group.End;
        if (at >= limit || !scene.Language.Reporting.Addresses(group.Entry) || !Phrases.TryStartingAt(at, out var told) || !told.CanSpeak)
            return at;
        var end = Coordinations.TryCoordinated(Tokens, Phrases, Phrases.IndexAt(at), out var whole) ? whole.End : Appositions.Extend(Tokens, Phrases, Phrases.IndexAt(at)).End;
        // « told Channel 7 »
        if (Tokens.IsKind(end, TokenKind.Number) && Tokens.IsCapitalised(end - 1) && !Tokens.Is(end + 1, WordClass.Noun | WordClass.PersonNoun | WordClass.GroupNoun))
            end++;
        // « told ABC's "Good Morning" »: the name of the programme.
        var mark = Tokens.Is(end, WordClass.Possessive) ? end + 1 : end;
        return scene.Quotations.OpeningAt(mark) is >= 0 and var programme && scene.Quotations[programme].Close is > 0 and var close && close < limit && told.Kind is PhraseKind.Media or PhraseKind.OrganisationName or PhraseKind.UnknownName && mark > end && !scene.HasFiniteVerb(scene.Quotations[programme].Inner)
            ? close + 1 : end;
    }

    private int RelativeEnd(int at, int limit)
    {
        while (at < limit && Tokens.Kind(at) is not (TokenKind.Comma or TokenKind.SentenceEnd or TokenKind.Semicolon or TokenKind.Colon))
            at++;
        return at;
    }

    // « il y a trois jours »
    private bool IsAgo(int at) => Tokens.IsForm(at, "il") && Tokens.IsForm(at + 1, "y") && Tokens.IsForm(at + 2, "a");

    private int PassPreposition(int at, int limit)
    {
        // « par ailleurs », « d'ailleurs », « au contraire »
        if (Phrases.IndexAt(at + 1) < 0 && Tokens.Is(at + 1, WordClass.Adverb) && !Tokens.Is(at + 1, WordClass.Preposition | WordClass.TimeNoun))
            return at + 2;
        var i = at;
        while (i < limit && i < at + 4 && Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Preposition | WordClass.Of | WordClass.To | WordClass.Adverb))
            i++;
        // « à l'issue », « il y a deux jours »
        if (i < limit && Phrases.TryStartingAt(i, out var phrase))
            return phrase.End;
        // « estime en effet que », « précise à rivages.info que »: a bare word, and the clause opens.
        if (i < limit && i > at && Phrases.IndexAt(i) < 0 && Tokens.IsKind(i, TokenKind.Word) && !scene.IsFiniteVerb(i) && (Tokens.Lexeme(i) == Lexeme.Unknown || Tokens.Is(i, WordClass.MediaName) || Tokens.IsForm(at, "en")) && Tokens.Is(i + 1, WordClass.Complementiser))
            return i + 1;
        return i < limit && i > at && Phrases.IndexAt(i) >= 0 ? Phrases[Phrases.IndexAt(i)].End : at;
    }

    /// <summary>The subject of a participle: of the clause it hangs on, or the noun phrase just before it.</summary>
    public SourceMatch OfParticiple(VerbGroup group)
    {
        var before = group.First - 1;
        while (before >= 0 && (Tokens.IsForm(before, "en") || (scene.Language.Grammar.BareClauses && Tokens.Is(before, GrammarWord.By)) || Tokens.IsForm(before, "tout") || (Tokens.Is(before, WordClass.Adverb) && Phrases.IndexAt(before) < 0)))
            before--;
        var sentence = scene.SentenceStart(group.Verb);
        var gerund = group.First > 0 && Tokens.IsForm(group.First - 1, "en");
        // « issued a statement saying »: whoever issued it says it.
        if (!gerund && before >= sentence && group.Reports(CueFrames.Quote | CueFrames.QuotedObject) && Phrases.TryEndingAt(before + 1, out var written) && written.Kind == PhraseKind.Document && IsObject(written) && MainSubject(written.First - 1, sentence) is { CanSpeak: true } writer)
            return writer;
        if (!gerund && before >= sentence && Phrases.TryEndingAt(before + 1, out var phrase) && phrase.CanSpeak && !IsInAdjunct(phrase))
            return Extended(Phrases.IndexAt(before));
        if (LastDraftIn(sentence, group.First) is { } draft && draft.Source.Count > 0)
            return new SourceMatch(draft.Source, draft.SourceHead, KindAt(draft.SourceHead), 0);
        if (before < sentence)
            return AfterOpening(group);
        var subject = MainSubject(before, sentence);
        return !subject.Found && Tokens.IsKind(before, TokenKind.Comma) && before - sentence < FarthestAdjuncts ? AfterOpening(group) : subject;
    }

    /// <summary>The speaker of the sentence before, with whom a sentence that is no more than an infinitive goes on: « Avant d'ajouter que … », « Et de conclure : … ».</summary>
    public SourceMatch OfOpening(VerbGroup group)
    {
        var first = scene.SentenceStart(group.Verb);
        var at = first;
        if (Tokens.Is(at, GrammarWord.Before) || Tokens.Is(at, WordClass.Coordinator | WordClass.Adverb))
            at++;
        if (at == first || first == 0 || !Tokens.Is(at, WordClass.Of) || at + 1 != group.First || Tokens.Has(first, TokenFlags.ParagraphBefore) || scene.HasFiniteVerb(new TokenRange(group.End, Math.Min(scene.SentenceLimit(group.Verb), group.End + 2))))
            return SourceMatch.None;
        var before = scene.Sentences[scene.Sentences.IndexAt(group.Verb) - 1];
        return LastDraftIn(before.First, first) is { } draft && draft.Cue.First >= before.First ? new SourceMatch(draft.Source, draft.SourceHead, KindAt(draft.SourceHead), 0) : SourceMatch.None;
    }

    /// <summary>The subject of the last finite verb before a token of the sentence.</summary>
    public SourceMatch MainSubject(int before, int sentence)
    {
        _verbsLeft = MostVerbs;
        return VerbSubject(before, sentence);
    }

    private SourceMatch VerbSubject(int before, int sentence)
    {
        SourceMatch fallback = SourceMatch.None;
        for (var i = before; i >= sentence && i >= before - FarthestLeft; i--)
        {
            if (!scene.IsFiniteVerb(i) || scene.Quotations.InnermostAt(i) != scene.Quotations.InnermostAt(before))
                continue;
            var group = scene.GroupAt(i);
            var first = group?.First ?? FirstClitic(i);
            if (group is not null && scene.IsCue(i) && LastDraftIn(sentence, before + 1) is { } incise && incise.Cue.Contains(i))
                return new SourceMatch(incise.Source, incise.SourceHead, KindAt(incise.SourceHead), 0);
            if (group is { InvertedPronoun: >= 0 })
                return Pronoun(group.InvertedPronoun, group.End);
            if (Tokens.Is(i + 1, WordClass.SubjectPronoun) && Tokens.FirstChar(i + 1) == '-')
                return Pronoun(i + 1, i + 2);
            // The verb of a relative clause is not the main one: go on to the left of it.
            if (Tokens.Is(first - 1, WordClass.Relative) || Tokens.IsForm(first - 1, "que"))
                continue;
            if (_verbsLeft-- <= 0)
                break;
            var (one, many) = (Tokens.Lexeme(i).IsVerb(VerbMorph.ThirdSingular), Tokens.Lexeme(i).IsVerb(VerbMorph.ThirdPlural));
            bool? plural = one && many ? null : many;
            var subject = BeforeVerb(first, plural, 0);
            if (subject.CanSpeak)
                return subject;
            if (subject.Found && !fallback.Found)
                fallback = subject;
        }

        return fallback;
    }

    private int FirstClitic(int verb)
    {
        var first = verb;
        while (first > 0 && Phrases.IndexAt(first - 1) < 0 && Tokens.Is(first - 1, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation)
            && !(Tokens.Is(first - 1, WordClass.SubjectPronoun) && !Tokens.Is(first - 1, WordClass.ObjectPronoun)))
        {
            first--;
        }

        return first;
    }

    // « Estimant que …, ils multiplient »: what follows the clause is its subject.
    private SourceMatch AfterOpening(VerbGroup group)
    {
        var limit = scene.SentenceLimit(group.Verb);
        for (var i = group.End; i < limit && i < group.End + FarthestLeft; i++)
        {
            if (!Tokens.IsKind(i, TokenKind.Comma) && !scene.Quotations.Closes(i - 1))
                continue;
            var at = Tokens.IsKind(i, TokenKind.Comma) ? i + 1 : i;
            if (!Phrases.TryStartingAt(at, out var phrase) || !phrase.CanSpeak)
                continue;
            var match = Extended(Phrases.IndexAt(at));
            var verb = match.Range.End;
            while (verb < limit && (Tokens.IsKind(verb, TokenKind.Comma) || Tokens.Is(verb, WordClass.ObjectPronoun | WordClass.Negation | WordClass.Reflexive | WordClass.Adverb)) && !scene.IsFiniteVerb(verb))
                verb++;
            if (scene.IsFiniteVerb(verb))
                return match;
        }

        return SourceMatch.None;
    }

    private AttributionDraft? LastDraftIn(int sentence, int before)
    {
        for (var d = scene.Drafts.Count - 1; d >= 0 && d >= scene.Drafts.Count - 6; d--)
        {
            var draft = scene.Drafts[d];
            if (draft.Cue.Count > 0 && draft.Cue.First >= sentence && draft.Cue.End <= before && draft.SourceHead >= 0)
                return draft;
        }

        return null;
    }

    private SourceMatch BeforeVerb(int first, bool? plural, int depth)
    {
        var start = scene.SentenceStart(Math.Min(first, Tokens.Count - 1));
        var at = PassLeft(first - 1, start);
        if (at < start || depth > 3)
            return SourceMatch.None;
        if (Tokens.Is(at, GrammarWord.Who) || (scene.Language.Grammar.BareClauses && Tokens.Is(at, WordClass.Relative) && Phrases.IndexAt(at) < 0))
            return Antecedent(at, start);
        if (Tokens.Is(at, WordClass.SubjectPronoun) && !Tokens.IsKind(at, TokenKind.Comma) && Phrases.IndexAt(at) < 0)
            return Pronoun(at, 0);
        if (Tokens.Is(at, WordClass.Coordinator))
        {
            // « … et a promis »: the subject of the verb before, of the cue if what it reports ends here.
            if (LastDraftIn(start, first) is { } draft && draft.ContentExtent.End >= at - 1 && draft.ContentExtent.End <= at + 1)
                return new SourceMatch(draft.Source, draft.SourceHead, KindAt(draft.SourceHead), 0);
            return VerbSubject(at - 1, start);
        }

        if (Tokens.IsKind(at, TokenKind.Comma) || Tokens.IsKind(at, TokenKind.Dash) || scene.Quotations.Closes(at))
            return BeforeComma(at, start, plural, depth);
        // « six élus sur dix estiment », « un conseiller exaspéré raconte »: what belongs to the noun but to no phrase.
        if (!scene.Language.Grammar.HeadFinal)
            at = PassNounTail(at, start);
        var index = Phrases.IndexAt(at);
        // « those who were asked | said »
        if (index < 0 && scene.Language.Grammar.BareClauses && Tokens.Lexeme(at).Verb is not null)
            return RelativeBefore(at + 1, start);
        if (index < 0 || Phrases[index].End != at + 1)
            return SourceMatch.None;
        return Choose(index, start, plural, depth);
    }

    private int PassNounTail(int at, int start)
    {
        if (at - 2 >= start && (Tokens.IsKind(at, TokenKind.Number) || Tokens.Is(at, WordClass.Numeral)) && Tokens.IsForm(at - 1, "sur"))
            at -= 2;
        return at > start && Phrases.IndexAt(at) < 0 && (Tokens.Lexeme(at).IsVerb(VerbMorph.PastParticiple) || (Tokens.Is(at, WordClass.Adjective) && !Tokens.Is(at, WordClass.Adverb)))
            && !Tokens.Is(at, WordClass.Auxiliary) && Phrases.TryEndingAt(at, out var noun) && noun.CanSpeak && noun.Kind != PhraseKind.Pronoun ? at - 1 : at;
    }

    private int PassLeft(int at, int start)
    {
        while (at >= start)
        {
            if (Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Adverb) && !Tokens.Is(at, WordClass.SubjectPronoun | WordClass.Relative))
            {
                at--;
                continue;
            }

            if (Tokens.IsKind(at, TokenKind.CloseBracket))
            {
                var open = at - 1;
                while (open >= start && open > at - 20 && !Tokens.IsKind(open, TokenKind.OpenBracket))
                    open--;
                if (open < start || !Tokens.IsKind(open, TokenKind.OpenBracket))
                    return at;
                at = open - 1;
                continue;
            }

            return at;
        }

        return at;
    }

    // A phrase that ends before the verb: itself, unless it stands in an adjunct or a relative clause of the subject.
    private SourceMatch Choose(int index, int start, bool? plural, int depth)
    {
        var phrase = Phrases[index];
        if (!IsInAdjunct(phrase) && phrase.Kind != PhraseKind.Time && Agrees(index, plural))
        {
            // « which he said had … »: the pronoun just before him is the object.
            if (Governor(phrase.First, start) is >= 0 and var relative && (relative < phrase.First - 1 || !scene.Language.Grammar.BareClauses))
                return Antecedent(relative, start);
            return Extended(index);
        }

        var at = PassLeft(IsInAdjunct(phrase) ? phrase.First - 2 : phrase.First - 1, start);
        if (at < start)
            return SourceMatch.None;
        if (Tokens.Is(at, GrammarWord.Who))
            return SourceMatch.None;
        // « … but on Tuesday wrote that »: the subject of the verb before.
        if (Tokens.Is(at, WordClass.Coordinator) && Phrases.IndexAt(at) < 0 && depth < 4 && (phrase.Kind == PhraseKind.Time || IsInAdjunct(phrase)))
            return VerbSubject(at - 1, start);
        if (Tokens.IsKind(at, TokenKind.Comma))
            return BeforeComma(at, start, plural, depth + 1);
        if (Tokens.Is(at, WordClass.SubjectPronoun) && Phrases.IndexAt(at) < 0)
            return Pronoun(at, 0);
        // « a team based in Oslo said »: the participle hangs on the phrase before it.
        // « people close to the mayor said », « farmers going to the polls say »: so does the adjective.
        if (HangsOnNoun(at) && Phrases.TryEndingAt(at, out var modified) && modified.CanSpeak && depth < 4 && (scene.Language.Grammar.AuxiliaryChains || IsInAdjunct(phrase)))
            return Choose(Phrases.IndexAt(at - 1), start, plural, depth + 1);
        if (Phrases.IndexAt(at) is >= 0 and var left && Phrases[left].End == at + 1 && depth < 4)
            return Choose(left, start, plural, depth + 1);
        return scene.IsFiniteVerb(at) || Tokens.Is(at, WordClass.Verb) ? RelativeBefore(at, start) : SourceMatch.None;
    }

    private bool HangsOnNoun(int at) =>
        Phrases.IndexAt(at) < 0 && (Tokens.Lexeme(at).IsVerb(VerbMorph.PastParticiple | VerbMorph.PresentParticiple) || (Tokens.Is(at, WordClass.Adjective) && Tokens.Is(at + 1, WordClass.Preposition | WordClass.To | WordClass.Of)));

    // « l'infirmier qui passait chaque matin … a décrit »: the verb to the left has « qui » for its subject.
    private int Governor(int before, int start)
    {
        for (var i = before - 1; i >= start && i >= before - 14; i--)
        {
            if (Tokens.Kind(i) is TokenKind.Comma or TokenKind.Colon or TokenKind.Semicolon or TokenKind.QuoteMark || Tokens.Is(i, WordClass.Coordinator | WordClass.Subordinator | WordClass.Complementiser))
                return -1;
            if (Tokens.Is(i, GrammarWord.Who))
                return i;
        }

        return -1;
    }

    private SourceMatch RelativeBefore(int verb, int start)
    {
        var relative = Governor(verb, start);
        return relative >= 0 ? Antecedent(relative, start) : SourceMatch.None;
    }

    private SourceMatch Antecedent(int relative, int start)
    {
        var at = relative - 1;
        if (at >= start && Tokens.IsKind(at, TokenKind.Comma))
            at--;
        if (at >= start && Tokens.IsKind(at, TokenKind.CloseBracket))
            at = PassLeft(at, start);
        at = PassBareAdjunct(at, start);
        if (at < start || Phrases.IndexAt(at) is not (>= 0 and var index) || Phrases[index].End != at + 1)
        {
            // « celui qui lui a dit »
            return at >= start && Tokens.Is(at, WordClass.DemonstrativePronoun) ? new SourceMatch(new TokenRange(at, at + 1), at, PhraseKind.Pronoun, 0) : SourceMatch.None;
        }

        var range = Appositions.Extend(Tokens, Phrases, index);
        if (range.End > relative)
            range = new TokenRange(range.First, at + 1);
        return new SourceMatch(range, Phrases[index].Head, Phrases[index].Kind, 0);
    }

    // « ce journal russe en exil, qui … »: a preposition and its bare noun, which make no phrase of their own.
    private int PassBareAdjunct(int at, int start)
    {
        if (at <= start + 1 || Phrases.IndexAt(at) >= 0 || !Tokens.IsKind(at, TokenKind.Word) || Tokens.Lexeme(at).Verb is not null || Phrases.IndexAt(at - 1) >= 0)
            return at;
        return Tokens.Is(at - 1, WordClass.Preposition) && !Tokens.Is(at - 1, WordClass.Relative | WordClass.Complementiser) && Phrases.IndexAt(at - 2) >= 0 && Phrases[Phrases.IndexAt(at - 2)].CanSpeak
            ? at - 2 : at;
    }

    // The verb stands after a comma that closes an apposition or an insertion: the first phrase of the clause that can be its subject.
    private SourceMatch BeforeComma(int comma, int start, bool? plural, int depth)
    {
        var best = -1;
        var from = scene.Language.Grammar.PlainIncises && scene.Quotations.ClosingAt(comma) >= 0 ? comma : comma - 1;
        for (var i = from; i >= start && i >= from - FarthestLeft; i--)
        {
            if (Tokens.Kind(i) is TokenKind.Semicolon or TokenKind.Colon || scene.Quotations.Opens(i))
                break;
            // « PORTS - L'ancien maire, réélu, assure »: what stands before the dash is a label.
            if (best >= 0 && Tokens.IsKind(i, TokenKind.Dash) && i - start <= 2 && Tokens.Has(start, TokenFlags.AllCapitals))
                break;
            // « Sorel, host of "The Long Wave," said »: marks in what describes the subject.
            if (scene.Language.Grammar.PlainIncises && scene.Quotations.ClosingAt(i) is >= 0 and var title && scene.Quotations[title].Open is var begun && begun > start && Tokens.IsKind(begun - 1, TokenKind.Word) && !scene.IsCue(begun - 1) && !scene.IsFiniteVerb(begun - 1))
            {
                i = begun;
                continue;
            }

            // « "…," Sorel, the mayor, said »: what stands in the marks is no subject.
            if (best >= 0 && scene.Language.Grammar.PlainIncises && scene.Quotations.Closes(i))
                break;
            if (Tokens.IsKind(i, TokenKind.CloseBracket) && PassLeft(i, start) is var before && before < i)
            {
                i = before + 1;
                continue;
            }

            // « le syndicat, qui dénonce "un coup de force", a indiqué que »: what the relative clause quotes is passed over.
            if (scene.Quotations.ClosingAt(i) is >= 0 and var closed && scene.Quotations[closed].Open is var mark && mark > start && Governor(mark, start) >= 0)
            {
                i = mark;
                continue;
            }

            var index = Phrases.IndexAt(i);
            if (index < 0)
            {
                if (Tokens.Is(i, WordClass.Complementiser) || (Tokens.Is(i, WordClass.Subordinator) && !Tokens.Is(i, WordClass.Adverb | WordClass.Preposition)))
                    break;
                // « Valhydre, dont l'État détient un tiers, s'est félicitée »: past the relative clause to what it hangs on.
                if (scene.IsFiniteVerb(i) && RelativeComma(i, start) is >= 0 and var opening)
                {
                    i = opening;
                    continue;
                }

                if (scene.IsFiniteVerb(i) && Governor(i, start) < 0 && !Tokens.Is(i - 1, GrammarWord.Who))
                {
                    // « …, a quitté la salle, puis a affirmé »: one subject for all.
                    if (best < 0 && depth == 0)
                        return VerbSubject(i, start);
                    break;
                }

                if (Tokens.Is(i, WordClass.SubjectPronoun) && Tokens.FirstChar(i) != '-')
                    return Pronoun(i, 0);
                continue;
            }

            var phrase = Phrases[index];
            i = phrase.First;
            if (IsObject(phrase))
                continue;
            if (!IsInAdjunct(phrase) && phrase.Kind != PhraseKind.Time && Agrees(index, plural) && (phrase.CanSpeak || best < 0))
                best = index;
        }

        return best >= 0 ? Extended(best) : SourceMatch.None;
    }

    // The comma before the relative pronoun whose clause the verb stands in, or -1.
    private int RelativeComma(int verb, int start)
    {
        for (var i = verb - 1; i > start && i >= verb - 14; i--)
        {
            if (Tokens.IsKind(i, TokenKind.Comma))
                return -1;
            if (Tokens.Is(i, WordClass.Relative) && Phrases.IndexAt(i) < 0 && !Tokens.Is(i, GrammarWord.Who) && Tokens.IsKind(i - 1, TokenKind.Comma))
                return i - 1;
        }

        return -1;
    }

    // « a quitté la salle »: straight after a verb stands its object.
    private bool IsObject(NounPhrase phrase) =>
        Tokens.Lexeme(phrase.First - 1).Verb is not null && Phrases.IndexAt(phrase.First - 1) < 0 && Tokens.IsKind(phrase.First - 1, TokenKind.Word)
        && !Tokens.Is(phrase.First - 1, WordClass.Preposition | WordClass.Adverb) && !Tokens.Lexeme(phrase.First - 1).IsVerb(VerbMorph.PresentParticiple);

    private bool Agrees(int index, bool? number)
    {
        if (number is not { } plural)
            return true;
        var phrase = Phrases[index];
        return phrase.Plural == plural || Tokens.Lexeme(phrase.Head) is { Singular: true, Plural: true } || Tokens.Is(phrase.First + 1, GrammarWord.Share) || (plural && phrase.Kind is PhraseKind.Group or PhraseKind.Pronoun && scene.Language.Grammar.AuxiliaryChains) || (plural && Coordinations.TryCoordinated(Tokens, Phrases, index, out _)) || (!plural && phrase.Kind is PhraseKind.OrganisationName or PhraseKind.Media or PhraseKind.UnknownName or PhraseKind.Place or PhraseKind.Group);
    }

    /// <summary>Whether a preposition governs the phrase.</summary>
    public bool IsInAdjunct(NounPhrase phrase)
    {
        var before = phrase.First - 1;
        // « d'autres élus », « de nombreux experts »: the preposition is their determiner.
        if (Tokens.Is(before, WordClass.Of) && Tokens.Is(phrase.First, WordClass.Quantifier | WordClass.Adjective) && phrase.Plural && !Tokens.Is(phrase.First, WordClass.Definite)
            && (before == 0 || Phrases.IndexAt(before - 1) < 0))
        {
            return false;
        }

        return before >= 0 && Phrases.IndexAt(before) < 0 && Tokens.IsWord(before) && Tokens.Is(before, WordClass.Preposition | WordClass.Of | WordClass.To | WordClass.SourcePreposition)
            && !Tokens.Has(phrase.First, TokenFlags.ParagraphBefore);
    }

    private PhraseKind KindAt(int head) => Phrases.IndexAt(head) is >= 0 and var index ? Phrases[index].Kind : PhraseKind.Pronoun;

    private static SourceMatch Pronoun(int token, int end) => new(new TokenRange(token, token + 1), token, PhraseKind.Pronoun, end);

    /// <summary>The phrase as a source: with the phrases coordinated with it and its apposition.</summary>
    public SourceMatch Extended(int index)
    {
        var phrase = Phrases[index];
        if (Coordinations.TryCoordinated(Tokens, Phrases, index, out var whole))
            return new SourceMatch(whole.Range, whole.Head, whole.Kind, whole.End);
        var range = Appositions.Extend(Tokens, Phrases, index);
        // « Interrogé par l'AFP, l'entourage de X »: what a preposition governs is no apposition.
        if (range.First < phrase.First && Phrases.IndexAt(range.First) is >= 0 and var left && (IsInAdjunct(Phrases[left]) || Tokens.Is(range.First, WordClass.To) || Tokens.IsForm(range.First, "du")))
            range = new TokenRange(phrase.First, range.End);
        return new SourceMatch(range, phrase.Head, phrase.Kind, range.End);
    }
}
