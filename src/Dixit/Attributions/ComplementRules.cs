// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>What follows a cue in its own clause: « que », a question, an infinitive, a predicate, quoted words.</summary>
internal sealed class ComplementRules(Scene scene, SourceFinder sources, ClauseBoundary boundary)
{
    private const int FarthestComplement = 30;

    private TokenList Tokens => scene.Tokens;

    private NounPhraseList Phrases => scene.Phrases;

    /// <summary>« affirme (hier, devant la presse,) que … ».</summary>
    public bool TryThat(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.That))
            return false;
        var complementiser = FindComplementiser(group);
        if (complementiser < 0)
            return false;
        return AddClause(group, source, complementiser + 1, "indirect/that", 0.9);
    }

    private int FindComplementiser(VerbGroup group)
    {
        var limit = Math.Min(scene.SentenceLimit(group.Verb), group.End + FarthestComplement);
        var at = sources.PassTold(group, limit);
        while (at < limit)
        {
            if (Tokens.Is(at, WordClass.Complementiser) && Phrases.IndexAt(at) < 0)
                return IsRelative(group, at) ? -1 : at;
            if (Tokens.IsForm(at, "à") || Tokens.Is(at, GrammarWord.For) || Tokens.IsForm(at, "sur"))
            {
                // « veille à ce que », « plaide pour que », « insisté sur le fait que »
                if (Tokens.IsForm(at + 1, "ce") && Tokens.Is(at + 2, WordClass.Complementiser))
                    return at + 2;
                if (Tokens.Is(at + 1, WordClass.Complementiser))
                    return at + 1;
            }

            if (Tokens.IsForm(at, "le") || Tokens.IsForm(at, "du") || Tokens.IsForm(at, "au") || Tokens.IsForm(at, "sur"))
            {
                var fact = Tokens.IsForm(at, "sur") ? at + 2 : at + 1;
                if (Tokens.IsForm(fact, "fait") && Tokens.Is(fact + 1, WordClass.Complementiser))
                    return fact + 1;
            }

            if (scene.Quotations.Opens(at) || scene.Quotations.Closes(at) || Tokens.Kind(at) is TokenKind.Colon or TokenKind.Semicolon)
            {
                // « qu'"il y a" » has its mark after; « "ont convenu" au début que » has quoted the cue itself.
                if (scene.Quotations.Closes(at) && at == group.End)
                {
                    at++;
                    continue;
                }

                return -1;
            }

            if (Tokens.IsKind(at, TokenKind.Comma) || (Tokens.IsKind(at, TokenKind.Dash) && scene.Language.Grammar.PlainIncises))
            {
                var after = PassParenthesis(at, limit);
                if (after < 0)
                    return -1;
                at = after;
                continue;
            }

            if (Tokens.IsForm(at, "lui") || Tokens.IsForm(at, "elle") || Tokens.IsForm(at, "eux"))
            {
                at++;
                continue;
            }

            var next = sources.PassAdjunct(at, limit);
            if (next > at)
            {
                at = next;
                continue;
            }

            // « déclare en recevant la coupe que »: the object of a gerund.
            if (at > group.End && Phrases.TryStartingAt(at, out var gerund) && Tokens.Lexeme(at - 1).IsVerb(VerbMorph.PresentParticiple))
            {
                at = gerund.End;
                continue;
            }

            // An inverted subject may stand before « que »: « a estimé le maire que ».
            if (at == group.End && Phrases.TryStartingAt(at, out var phrase) && phrase.CanSpeak && phrase.Kind is PhraseKind.PersonName or PhraseKind.Pronoun)
            {
                at = phrase.End;
                continue;
            }

            // A word that no list has, in the wake of an adjunct: « au site people américain que ».
            if (at > group.End && Phrases.IndexAt(at) < 0 && Tokens.IsKind(at, TokenKind.Word) && !scene.IsFiniteVerb(at) && !Tokens.Is(at, WordClass.Relative | WordClass.Coordinator | WordClass.Subordinator))
            {
                at++;
                continue;
            }

            // « a prévenu la population que », « a informé les élus que »: the one who was told.
            if (at == group.End && Phrases.TryStartingAt(at, out var told) && told.Kind is PhraseKind.Group or PhraseKind.Organisation or PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Person
                && Tokens.Is(told.End, WordClass.Complementiser) && group.Reports(CueFrames.OfInfinitive | CueFrames.ToInfinitive))
            {
                at = told.End;
                continue;
            }

            return -1;
        }

        return -1;
    }

    // « a annoncé mardi, lors d'un point presse, que »: from one comma to the next.
    private int PassParenthesis(int comma, int limit)
    {
        if (Tokens.Is(comma + 1, WordClass.Complementiser))
            return comma + 1;
        for (var i = comma + 1; i < Math.Min(limit, comma + 22); i++)
        {
            if (Tokens.IsKind(comma, TokenKind.Dash) && Tokens.IsKind(i, TokenKind.Dash))
                return Tokens.Is(i + 1, WordClass.Complementiser) ? i + 1 : -1;
            if (Tokens.IsKind(i, TokenKind.Comma) && Tokens.IsKind(comma, TokenKind.Comma))
                return Tokens.Is(i + 1, WordClass.Complementiser) ? i + 1 : PassParenthesis(i, limit);
            if (scene.IsFiniteVerb(i) && scene.GroupAt(i) is not null || scene.Quotations.Opens(i))
                return -1;
        }

        return -1;
    }

    // « une mesure que le gouvernement … »: « que » after an object is a relative pronoun; after an adjunct it is not.
    private bool IsRelative(VerbGroup group, int complementiser)
    {
        if (complementiser == group.End || !Phrases.TryEndingAt(complementiser, out var phrase))
            return group.Negated && Tokens.Is(group.End, WordClass.NegativeAdverb) == false && complementiser == group.End && Tokens.Is(group.First, WordClass.Negation) && !Tokens.Is(group.Verb - 1, WordClass.NegativeAdverb);
        if (phrase.Kind == PhraseKind.Time || Tokens.Is(phrase.Head, WordClass.CueNoun))
            return false;
        // « répondu à la lettre qu'il avait laissée », « la réponse à l'article que … »: one answers a document; it is not where one says something.
        var thing = phrase.Kind is PhraseKind.Other or PhraseKind.Document;
        if (phrase.Kind == PhraseKind.Document && Tokens.Is(phrase.First - 1, WordClass.To) && !Tokens.Is(phrase.Head, WordClass.MediumNoun | WordClass.MediaName))
            return true;
        var verb = complementiser + 1;
        while (Phrases.IndexAt(verb) < 0 && Tokens.Is(verb, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation) && !scene.IsFiniteVerb(verb))
            verb++;
        // « sur les difficultés que rencontre le port »: the verb comes first where « que » is its object; « que soit fermé » is a wish.
        if (thing && scene.IsFiniteVerb(verb) && !Tokens.Is(verb, WordClass.Auxiliary))
            return true;
        return phrase.Gender == Gender.Female && IsObjectOfParticiple(complementiser + 1, phrase.Plural);
    }

    // « la lettre qu'il lui avait laissée », « les lettres qu'elle a écrites »: the participle agrees with what stands before « que », so that is its object.
    private bool IsObjectOfParticiple(int at, bool plural)
    {
        for (var i = at; i < at + 8; i++)
        {
            if (!Tokens.IsWord(i) || Tokens.Is(i, WordClass.Reflexive))
                return false;
            if (!scene.IsFiniteVerb(i))
                continue;
            if (Tokens.Lexeme(i).Verb?.Lemma != "avoir")
                return false;
            i++;
            while (Tokens.Is(i, WordClass.Adverb | WordClass.NegativeAdverb) && Phrases.IndexAt(i) < 0)
                i++;
            return Tokens.Lexeme(i).IsVerb(VerbMorph.PastParticiple) && Tokens.Form(i).EndsWith(plural ? "es" : "e");
        }

        return false;
    }

    private bool AddClause(VerbGroup group, SourceMatch source, int start, string rule, double confidence)
    {
        var limit = scene.SentenceLimit(group.Verb);
        if (start >= limit)
        {
            if (!scene.Quotations.Opens(start))
                return false;
        }

        var end = boundary.EndOf(Math.Min(start, limit - 1) == start ? start : start, group);
        var content = scene.Trim(new TokenRange(start, end));
        if (content.IsEmpty || scene.CountWords(content) < 1)
            return false;
        var draft = QuotationRules.Draft(group, source, [content], rule, confidence);
        draft.Verb = scene.Language.InFrame(group.Entry, FrameOf(rule));
        scene.Add(draft);
        TakeColonQuotation(group, source, end);
        return true;
    }

    private static CueFrames FrameOf(string rule) => rule switch
    {
        "indirect/that" => CueFrames.That,
        "indirect/whether" => CueFrames.Whether,
        "indirect/of-infinitive" => CueFrames.OfInfinitive,
        "indirect/to-infinitive" or "indirect/to-that" => CueFrames.ToInfinitive,
        "indirect/for-infinitive" or "indirect/for-that" => CueFrames.ForInfinitive,
        "indirect/infinitive" => CueFrames.Infinitive,
        _ => CueFrames.None,
    };

    // « affirme que A : "B" »: the quotation after the colon is an attribution of its own with the same cue, unless one follows it.
    private void TakeColonQuotation(VerbGroup group, SourceMatch source, int end)
    {
        if (!Tokens.IsKind(end, TokenKind.Colon) || scene.Quotations.OpeningAt(end + 1) is not (>= 0 and var quoted) || scene.ClaimedBy[quoted] is not null)
            return;
        var after = scene.Quotations[quoted].Close + 1;
        while (after > 0 && after < Tokens.Count && Tokens.Kind(after) is TokenKind.Comma or TokenKind.Dash)
            after++;
        if (after > 0 && scene.GroupAt(after) is { } next && next.First == after && boundary.IsIncise(next, after))
            return;
        var inner = scene.Trim(scene.Quotations[quoted].Inner);
        if (!inner.IsEmpty)
            scene.Add(QuotationRules.Draft(group, source, [inner], "direct/colon-after-clause", 0.85));
    }

    /// <summary>« demande si … », « explique pourquoi … », « raconte comment … », « ce que ».</summary>
    public bool TryWhether(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.Whether))
            return false;
        var limit = Math.Min(scene.SentenceLimit(group.Verb), group.End + 14);
        var at = sources.PassTold(group, limit);
        while (at < limit)
        {
            // « said when asked », « asked when it was »: the time of the cue, unless the cue asks.
            if (Tokens.Is(at, WordClass.Subordinator) && Tokens.Is(at, WordClass.Interrogative) && scene.Language.Grammar.BareClauses && group.Entry.Act != SpeechAct.Ask)
                return false;
            if (Tokens.Is(at, GrammarWord.If) || Tokens.Is(at, WordClass.Interrogative) && !Tokens.Is(at, WordClass.Complementiser)
                || (Tokens.IsForm(at, "ce") && (Tokens.Is(at + 1, WordClass.Complementiser) || Tokens.Is(at + 1, GrammarWord.Who))))
            {
                var range = new TokenRange(at, scene.SentenceLimit(group.Verb));
                if (!scene.HasFiniteVerb(range))
                    return false;
                // « si » alone opens the question; a question word belongs to what was asked.
                var content = Tokens.Is(at, GrammarWord.If) ? at + 1 : at;
                return AddClause(group, source, content, "indirect/whether", 0.8);
            }

            var next = sources.PassAdjunct(at, limit);
            if (next == at)
                return false;
            at = next;
        }

        return false;
    }

    /// <summary>« dit avoir vu », « promet de partir », « appelle X à partir », « accuse X de mentir », « plaide pour partir ».</summary>
    public bool TryInfinitive(VerbGroup group, SourceMatch source)
    {
        var limit = scene.SentenceLimit(group.Verb);
        var at = group.End;
        for (var step = 0; step < 8 && at < limit; step++)
        {
            if (group.Reports(CueFrames.Infinitive) && (scene.Language.Grammar.AuxiliaryChains ? GerundAt(at) : InfinitiveAt(at) >= 0))
                return AddClause(group, source, at, "indirect/infinitive", 0.85);
            if (TryMarked(group, source, at, at))
                return true;
            // The one who is told or accused: « a accusé le maire de », « demande aux élus de », « l'a prié de ».
            if (step < (scene.Language.Grammar.PlainIncises ? 1 : 5) && TryToldPerson(group, source, at, limit))
                return true;
            var next = PassAdjunct(group, at, limit);
            if (next == at)
                return false;
            at = next;
        }

        return false;
    }

    private int PassAdjunct(VerbGroup group, int at, int limit)
    {
        if (Tokens.IsKind(at, TokenKind.Comma))
        {
            // « a proposé, par exemple, de … »
            for (var i = at + 1; i < Math.Min(limit, at + 12); i++)
            {
                if (Tokens.IsKind(i, TokenKind.Comma))
                    return i + 1;
                if (scene.IsFiniteVerb(i))
                    break;
            }

            return at;
        }

        _ = group;
        return sources.PassAdjunct(at, limit);
    }

    // de / à / pour with an infinitive (or « à ce que », « pour que »); the content starts after the preposition, or at the person told.
    private bool TryMarked(VerbGroup group, SourceMatch source, int at, int contentStart)
    {
        var told = contentStart != at;
        if (scene.Language.Grammar.AuxiliaryChains)
            return TryMarkedByPreposition(group, source, at, contentStart, told);
        if ((Tokens.IsForm(at, "de") || Tokens.IsForm(at, "d'")) && group.Reports(CueFrames.OfInfinitive) && InfinitiveAt(at + 1) >= 0)
            return AddClause(group, source, told ? contentStart : at + 1, "indirect/of-infinitive", 0.85);
        // « a » without its accent is common damage before an infinitive.
        if ((Tokens.IsForm(at, "à") || Tokens.IsForm(at, "a")) && group.Reports(CueFrames.ToInfinitive) && InfinitiveAt(at + 1) >= 0)
            return AddClause(group, source, told ? contentStart : at + 1, "indirect/to-infinitive", 0.85);
        if ((Tokens.IsForm(at, "à") && Tokens.IsForm(at + 1, "ce") && Tokens.Is(at + 2, WordClass.Complementiser)) && group.Reports(CueFrames.ToInfinitive | CueFrames.OfInfinitive | CueFrames.That))
            return AddClause(group, source, at + 3, "indirect/to-that", 0.8);
        if (!Tokens.Is(at, GrammarWord.For) || !group.Reports(CueFrames.ForInfinitive))
            return false;
        if (Tokens.Is(at + 1, WordClass.Complementiser))
            return AddClause(group, source, at + 2, "indirect/for-that", 0.8);
        return InfinitiveAt(at + 1) >= 0 && AddClause(group, source, told ? contentStart : at + 1, "indirect/for-infinitive", 0.8);
    }

    // « to leave », « of lying », « for lying »
    private bool TryMarkedByPreposition(VerbGroup group, SourceMatch source, int at, int contentStart, bool told)
    {
        if (Phrases.IndexAt(at) >= 0)
            return false;
        if (Tokens.Is(at, WordClass.To) && group.Reports(CueFrames.ToInfinitive) && InfinitiveAt(at + 1) >= 0)
            return AddClause(group, source, told ? contentStart : at + 1, "indirect/to-infinitive", 0.85);
        if (Tokens.Is(at, WordClass.Of) && group.Reports(CueFrames.OfInfinitive) && GerundAt(at + 1))
            return AddClause(group, source, told ? contentStart : at + 1, "indirect/of-infinitive", 0.85);
        return Tokens.Is(at, GrammarWord.For) && group.Reports(CueFrames.ForInfinitive) && GerundAt(at + 1) && AddClause(group, source, told ? contentStart : at + 1, "indirect/for-infinitive", 0.8);
    }

    private bool GerundAt(int at)
    {
        while (Tokens.Is(at, WordClass.NegativeAdverb | WordClass.Adverb) && Phrases.IndexAt(at) < 0)
            at++;
        return Tokens.Lexeme(at).IsVerb(VerbMorph.PresentParticiple) && Phrases.IndexAt(at) < 0;
    }

    private bool TryToldPerson(VerbGroup group, SourceMatch source, int at, int limit)
    {
        if (!group.Reports(CueFrames.OfInfinitive | CueFrames.ToInfinitive | CueFrames.ForInfinitive))
            return false;
        var start = at;
        if (Tokens.Is(at, WordClass.To) && Phrases.IndexAt(at) < 0)
            at++;
        else if (Tokens.Is(at, WordClass.Preposition) && Phrases.IndexAt(at) < 0)
            return false;
        if (!Phrases.TryStartingAt(at, out var phrase) || phrase.Kind == PhraseKind.Time || (source.Found && phrase.First == source.Range.First))
            return false;
        var end = Coordinations.TryCoordinated(Tokens, Phrases, Phrases.IndexAt(at), out var whole) ? whole.End : Appositions.Extend(Tokens, Phrases, Phrases.IndexAt(at)).End;
        for (var i = end; i < Math.Min(limit, end + 14); i++)
        {
            if (TryMarked(group, source, i, start))
                return true;
            // « de sa voisine de partir »: the phrase may have swallowed no more than complements.
            var next = PassAdjunct(group, i, limit);
            if (next == i)
            {
                // Words that no phrase has taken still belong to the person: « le deuxième plus gros chalutier du monde ».
                if (i < end + 8 && (Tokens.IsKind(i, TokenKind.Comma) ? i == end : Tokens.IsWord(i) && !scene.IsFiniteVerb(i) && !Tokens.Is(i, WordClass.Complementiser | WordClass.Relative | WordClass.Coordinator)))
                    continue;
                return false;
            }

            i = next - 1;
        }

        return false;
    }

    // The infinitive after clitics and a negation, or -1: « de ne pas le dire », « avoir vu ».
    private int InfinitiveAt(int at)
    {
        var i = at;
        if (scene.Quotations.Opens(i))
            i++;
        while (i < at + 6 && (scene.Quotations.Opens(i) || Tokens.Is(i, WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.Negation | WordClass.NegativeAdverb | WordClass.Adverb) && !Tokens.Lexeme(i).IsVerb(VerbMorph.Infinitive)))
            i++;
        return Tokens.Lexeme(i).IsVerb(VerbMorph.Infinitive) && (Phrases.IndexAt(i) < 0 || Phrases[Phrases.IndexAt(i)].Range.Count == 1) ? i : -1;
    }

    /// <summary>« s'est dit préoccupé », « se présente comme … »: what the speaker says of himself.</summary>
    public bool TrySelfPredicate(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.Predicate) || !group.Reflexive)
            return false;
        var limit = scene.SentenceLimit(group.Verb);
        var at = group.End;
        // « se disent contre ce projet »
        if (Tokens.IsForm(at, "contre") && Phrases.TryStartingAt(at + 1, out _))
            return AddClause(group, source, at, "indirect/self-predicate", 0.75);
        for (var step = 0; step < 4 && at < limit && Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Preposition) && !Tokens.Is(at, GrammarWord.As); step++)
            at = Math.Max(at + 1, sources.PassAdjunct(at, limit));
        while (Phrases.TryStartingAt(at, out var time) && time.Kind == PhraseKind.Time)
            at = time.End;
        if (Tokens.Is(at, GrammarWord.As))
            at++;
        if (at >= limit || Tokens.Is(at, WordClass.Preposition | WordClass.Complementiser) || Tokens.IsKind(at, TokenKind.Colon) || Tokens.IsKind(at, TokenKind.Comma))
            return false;
        return AddClause(group, source, at, "indirect/self-predicate", 0.75);
    }

    /// <summary>« qualifie X de "Y" », « juge "Y" que », « décrit X comme "Y" »: a judgement in quoted words.</summary>
    public bool TryPredicate(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.Predicate | CueFrames.QuotedObject))
            return false;
        return TryQuoted(group, source, group.Reports(CueFrames.Predicate) ? "mixed/predicate" : "mixed/quoted-object");
    }

    /// <summary>« dénonce "un scandale" », « salue la "grande victoire" de l'armée »: an object that carries quoted words.</summary>
    private bool TryQuoted(VerbGroup group, SourceMatch source, string rule)
    {
        var limit = scene.SentenceLimit(group.Verb);
        var at = group.End;
        var open = -1;
        for (var i = at; i < Math.Min(limit, at + FarthestComplement); i++)
        {
            if (scene.Quotations.OpeningAt(i) >= 0)
            {
                open = i;
                break;
            }

            if (Tokens.Kind(i) is TokenKind.Colon or TokenKind.Semicolon || scene.IsFiniteVerb(i) && Tokens.Is(i - 1, GrammarWord.Who) == false && !IsInRelative(i, at)
                || (scene.GroupAt(i) is { } other && other != group && other.First == i && other.Shape is not VerbShape.PastParticiple))
            {
                return false;
            }
        }

        if (open < 0 || IsTitle(group, scene.Quotations.OpeningAt(open), limit) && Tokens.IsKind(group.First - 1, TokenKind.Comma))
            return false;
        var start = SkipToObject(group, at, open);
        if (start < 0)
            return false;
        var range = new TokenRange(start, ObjectEnd(group, start, open, limit));
        var content = scene.Trim(range);
        if (content.IsEmpty)
            return false;
        scene.Add(QuotationRules.Draft(group, source, [content], rule, 0.8));
        return true;
    }

    private bool IsInRelative(int verb, int floor)
    {
        for (var i = verb - 1; i >= floor && i >= verb - 8; i--)
        {
            if (Tokens.Is(i, WordClass.Relative))
                return true;
        }

        return false;
    }

    // The object starts after the cue's adjuncts; « de », « à », « sur », « comme » before it is the cue's.
    private int SkipToObject(VerbGroup group, int at, int open)
    {
        var limit = open;
        while (at < limit)
        {
            if (Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Adverb) && !Tokens.Is(at, GrammarWord.As))
            {
                at++;
                continue;
            }

            // « évoque, lui, une "fuite" », « évoque de son côté une "fuite" »
            if (Tokens.IsKind(at, TokenKind.Comma) && Tokens.Is(at + 1, WordClass.StrongPronoun) && Tokens.IsKind(at + 2, TokenKind.Comma)
                || Tokens.Is(at, WordClass.Of) && Tokens.Is(at + 1, WordClass.Possessive) && Tokens.IsForm(at + 2, "côté"))
            {
                at += 3;
                continue;
            }

            if (Phrases.TryStartingAt(at, out var time) && time.Kind == PhraseKind.Time)
            {
                at = time.End;
                continue;
            }

            if (Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Preposition) && !Tokens.Is(at, WordClass.Of | WordClass.To) && !Tokens.Is(at, GrammarWord.As) && !Tokens.IsForm(at, "sur"))
            {
                var next = sources.PassAdjunct(at, limit);
                if (next == at || next > open)
                    return -1;
                at = next;
                continue;
            }

            break;
        }

        if (Phrases.IndexAt(at) < 0 && at < open && (Tokens.Is(at, WordClass.Of | WordClass.To) || Tokens.Is(at, GrammarWord.As) || Tokens.IsForm(at, "sur")))
            at++;
        // « le qualifiant de "Y" »
        _ = group;
        return at;
    }

    // To the end of the clause, as the boundary knows it; the boundary passes over whole quotations.
    private int ObjectEnd(VerbGroup group, int start, int open, int limit)
    {
        // « ceux qu'elles qualifient de "terroristes", ont procédé »: a relative clause ends with its quotation.
        if (IsRelativeClause(group) && scene.Quotations.OpeningAt(open) is >= 0 and var quoted && scene.Quotations[quoted].Close >= 0)
            return scene.Quotations[quoted].Close + 1;
        var end = boundary.EndOf(start, group, asObject: true);
        return Math.Max(end, Math.Min(limit, open + 1));
    }

    // « … qu'ils jugent », « … que le maire qualifie de »
    private bool IsRelativeClause(VerbGroup group)
    {
        for (var i = group.First - 1; i >= group.First - 6 && i > 0; i--)
        {
            if (Tokens.Is(i, WordClass.Complementiser | WordClass.Relative) && Phrases.IndexAt(i) < 0)
                return !Tokens.Is(i, GrammarWord.Who) && Phrases.IndexAt(i - 1) >= 0;
        }

        return false;
    }

    /// <summary>« affirme "…" », « a lancé "…" », « répond "…" »: a quotation straight after the cue.</summary>
    public bool TryQuotation(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.Quote | CueFrames.That) || IsInRelativeClause(group))
            return false;
        var limit = scene.SentenceLimit(group.Verb);
        var at = sources.PassTold(group, limit);
        if (Tokens.IsKind(at, TokenKind.Comma))
            at++;
        // « évoque de l'huile "chaude" »: the preposition opens the object.
        if (group.Reports(CueFrames.QuotedObject) && Tokens.Is(at, WordClass.Of) && !Tokens.Is(at + 1, WordClass.Possessive) && !scene.Quotations.Opens(at + 1) && !(scene.Quotations.Opens(at + 2) && Tokens.Is(at + 1, WordClass.Determiner)) && !scene.Language.Grammar.BareClauses)
            return false;
        for (var step = 0; step < 5 && at < limit; step++)
        {
            // « appelle à "la vigilance de tous" »: the preposition is the verb's.
            if (scene.Quotations.Opens(at + 1) && Phrases.IndexAt(at) < 0 && TakesPreposition(group, at))
                at++;
            if (scene.Quotations.OpeningAt(at) is >= 0 and var quoted)
            {
                if (scene.ClaimedBy[quoted] is not null || IsTitle(group, quoted, limit))
                    return false;
                // « read "The Long Winter" »: a verb of manner needs the comma.
                if (scene.Language.Grammar.PlainIncises && group.Reports(CueFrames.Manner) && !Tokens.IsKind(at - 1, TokenKind.Comma))
                    return false;
                var end = boundary.EndOf(at, group);
                var content = scene.Trim(new TokenRange(at, Math.Max(end, scene.Quotations[quoted].Inner.End)));
                scene.Add(QuotationRules.Draft(group, source, [content], "direct/cue-before", 0.85));
                return true;
            }

            var next = sources.PassAdjunct(at, limit);
            if (next == at && step > 0 && scene.Language.Grammar.PlainIncises && Tokens.IsKind(at, TokenKind.Comma))
                next = at + 1; // « told the paper, "…" », « said on Tuesday, "…" »
            if (next == at)
                return false;
            at = next;
        }

        return false;
    }

    private bool TakesPreposition(VerbGroup group, int at) =>
        (group.Reports(CueFrames.ToInfinitive) && Tokens.Is(at, WordClass.To)) || (group.Reports(CueFrames.OfInfinitive) && Tokens.Is(at, WordClass.Of)) || (group.Reports(CueFrames.ForInfinitive) && Tokens.Is(at, GrammarWord.For));

    // « proposera "Neiges anciennes", un récit », « Paul Verdier, dit "le Renard", a passé »: a title or a name in marks.
    private bool IsTitle(VerbGroup group, int quoted, int limit)
    {
        var quotation = scene.Quotations[quoted];
        if (quotation.Close < 0 || scene.HasFiniteVerb(quotation.Inner) || group.Reports(CueFrames.QuotedObject) && !Tokens.IsKind(group.First - 1, TokenKind.Comma))
            return false;
        var after = quotation.Close + 1;
        if (after >= limit || !Tokens.IsKind(after, TokenKind.Comma))
            return false;
        if (Tokens.IsKind(group.First - 1, TokenKind.Comma))
            return true;
        return Tokens.IsCapitalised(quotation.Inner.First) && Phrases.TryStartingAt(after + 1, out _) && !scene.HasFiniteVerb(new TokenRange(after, limit));
    }

    // « ce que la mairie appelle "requalification" »
    private bool IsInRelativeClause(VerbGroup group)
    {
        for (var i = group.First - 1; i >= group.First - 6 && i > 0; i--)
        {
            if (Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Complementiser))
                return Tokens.IsForm(i - 1, "ce") || Phrases.IndexAt(i - 1) >= 0;
            if (Tokens.Kind(i) is TokenKind.Comma or TokenKind.QuoteMark)
                return false;
        }

        return false;
    }

    /// <summary>« "…", il a dit. »: the plain order after a quotation.</summary>
    public bool TryPlainOrder(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.Quote) || group.Reports(CueFrames.Manner) || !source.CanSpeak || !group.HasSubject)
            return false;
        var left = source.Range.First - 1;
        if (!Tokens.IsKind(left, TokenKind.Comma) || scene.Quotations.EndingAt(left - 1) is not (>= 0 and var quoted) || scene.ClaimedBy[quoted] is not null)
            return false;
        if (scene.HasFiniteVerb(new TokenRange(group.End, scene.SentenceLimit(group.Verb))) || !scene.HasFiniteVerb(scene.Quotations[quoted].Inner))
            return false;
        scene.Add(QuotationRules.Draft(group, source, [scene.Trim(scene.Quotations[quoted].Inner)], "direct/plain-order", 0.75));
        return true;
    }

    /// <summary>« a été jugé "inacceptable" par X », « est décrit par X comme "…" ».</summary>
    public bool TryPassive(VerbGroup group)
    {
        if (group.Shape != VerbShape.Passive || !group.Reports(CueFrames.Predicate | CueFrames.QuotedObject))
            return false;
        var limit = Math.Min(scene.SentenceLimit(group.Verb), group.End + FarthestComplement);
        var (quoted, agent) = (-1, -1);
        for (var i = group.End; i < limit; i++)
        {
            if (scene.Quotations.OpeningAt(i) is >= 0 and var opening && quoted < 0)
            {
                quoted = opening;
                if (scene.Quotations[opening].Close < 0)
                    return false;
                i = scene.Quotations[opening].Close;
                continue;
            }

            if (Tokens.Is(i, GrammarWord.By) && Phrases.TryStartingAt(i + 1, out var phrase) && phrase.CanSpeak && agent < 0)
                agent = Phrases.IndexAt(i + 1);
            if (scene.IsFiniteVerb(i) || Tokens.IsKind(i, TokenKind.Comma))
                break;
        }

        if (quoted < 0 || agent < 0 || scene.ClaimedBy[quoted] is not null)
            return false;
        scene.Add(QuotationRules.Draft(group, sources.Extended(agent), [scene.Trim(scene.Quotations[quoted].Inner)], "direct/passive", 0.75));
        return true;
    }

    /// <summary>« fait état de dizaines de morts », « prévoit une chute de 60 % »: an event or a figure.</summary>
    public bool TryEvent(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.EventObject))
            return false;
        var limit = scene.SentenceLimit(group.Verb);
        var at = group.End;
        if (Tokens.Is(at, WordClass.Of) && Phrases.IndexAt(at) < 0)
            at++;
        if (at >= limit || !Phrases.TryStartingAt(at, out var phrase) || phrase.Kind == PhraseKind.Time || !HasFigure(phrase.Range))
            return false;
        return AddClause(group, source, at, "indirect/event", 0.6);
    }

    /// <summary>« condemned the closure », « called for an inquiry »: an object that stands for what was said, without its words.</summary>
    public bool TryStance(VerbGroup group, SourceMatch source)
    {
        if (!group.Reports(CueFrames.Stance) || !source.CanSpeak || group.IsPurpose || group.Negated || (scene.Language.Reporting.IsWritten(group.Entry) && source.Kind != PhraseKind.Document))
            return false;
        var limit = scene.SentenceLimit(group.Verb);
        var at = group.End;
        while (at < limit && Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Adverb) && !Tokens.Is(at, WordClass.Preposition))
            at++;
        if (at >= limit || !Phrases.TryStartingAt(at, out var phrase) || phrase.Kind is PhraseKind.Time || (phrase.Kind is PhraseKind.Pronoun && !group.Reports(CueFrames.Predicate)))
            return false;
        if (scene.Language.Reporting.Names(group.Entry) && !GivesName(source, phrase.End, limit))
            return false;
        return AddClause(group, source, at, "indirect/stance", 0.4);
    }

    // « called him | a liar », « called the vote | unfair », « what he called a scandal »
    private bool GivesName(SourceMatch source, int at, int limit) =>
        (source.Found && Tokens.Is(source.Range.First - 1, WordClass.Relative | WordClass.Interrogative))
        || (at < limit && (Phrases.TryStartingAt(at, out var name) ? name.Kind is not (PhraseKind.Time or PhraseKind.Pronoun or PhraseKind.PersonName) && Tokens.Is(name.First, WordClass.Determiner | WordClass.Possessive) : Phrases.IndexAt(at) < 0 && Tokens.Is(at, WordClass.Adjective)));

    private bool HasFigure(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (Tokens.IsKind(i, TokenKind.Number) || (Tokens.Is(i, WordClass.Numeral | WordClass.Quantifier) && !Tokens.Is(i, WordClass.Definite) && !Tokens.IsForm(i, "un") && !Tokens.IsForm(i, "une")))
                return true;
        }

        return false;
    }

    /// <summary>« Le port rouvrira. Une source proche l'affirme. »: the pronoun stands for the sentence before.</summary>
    public bool TryBackward(VerbGroup group, SourceMatch source)
    {
        if (group.Clitic < 0 || !(Tokens.IsForm(group.Clitic, "l'") || Tokens.IsForm(group.Clitic, "le")) || !group.Reports(CueFrames.That) || group.Reports(CueFrames.Thought) || group.Negated || !source.CanSpeak || group.Entry.Act != SpeechAct.Assert)
            return false;
        var sentence = scene.Sentences.IndexAt(group.Verb);
        if (sentence == 0 || scene.CountWords(new TokenRange(group.End, scene.Sentences[sentence].End)) > 0 || Tokens.Has(scene.Sentences[sentence].First, TokenFlags.ParagraphBefore))
            return false;
        var before = scene.Sentences[sentence - 1];
        if (!scene.DraftsSince(before.First).IsEmpty || !scene.HasFiniteVerb(before))
            return false;
        var content = scene.Trim(before);
        if (content.IsEmpty)
            return false;
        scene.Add(QuotationRules.Draft(group, source, [content], "indirect/backward", 0.7));
        return true;
    }

    /// <summary>« La taxe est annulée. C'est ce qu'annonce le ministère. »: the sentence before is what was said.</summary>
    public bool TryThatIsWhat(VerbGroup group)
    {
        var que = group.First - 1;
        if (!Tokens.Is(que, WordClass.Complementiser) || !Tokens.IsForm(que - 1, "ce") || !Tokens.IsForm(que - 2, "est") || !Tokens.IsForm(que - 3, "c'") || !group.Reports(CueFrames.That) || group.Reports(CueFrames.Thought) || group.Negated || group.Deictic)
            return false;
        var sentence = scene.Sentences.IndexAt(group.Verb);
        if (sentence == 0 || scene.Sentences[sentence].First != que - 3 || Tokens.Has(que - 3, TokenFlags.ParagraphBefore))
            return false;
        var before = scene.Sentences[sentence - 1];
        var source = sources.After(group);
        if (!source.CanSpeak)
            source = sources.Before(group);
        if (!source.CanSpeak || !scene.DraftsSince(before.First).IsEmpty || !scene.HasFiniteVerb(before))
            return false;
        var content = scene.Trim(before);
        if (content.IsEmpty)
            return false;
        scene.Add(QuotationRules.Draft(group, source, [content], "indirect/backward", 0.7));
        return true;
    }

    /// <summary>« Comme l'explique le journal, … », « comme l'a rappelé le maire ».</summary>
    public bool TryAs(VerbGroup group)
    {
        // « As the council noted, … »: « as » is no preposition of the phrase behind it here.
        var plain = scene.Language.Grammar.PlainIncises && Phrases.TryEndingAt(group.First, out _) ? sources.Extended(Phrases.IndexAt(group.First - 1)) : SourceMatch.None;
        if (!Tokens.Is((plain.Found ? plain.Range.First : group.First) - 1, GrammarWord.As) || !group.Reports(CueFrames.That | CueFrames.Quote | CueFrames.AfterClause))
            return false;
        var source = plain.Found ? plain : sources.After(group);
        var at = plain.Found ? group.End : source.End;
        if (!source.CanSpeak)
        {
            source = sources.Before(group);
            if (!source.CanSpeak)
                return false;
            at = group.End;
        }

        var limit = scene.SentenceLimit(group.Verb);
        while (at < limit && Tokens.Kind(at) is not (TokenKind.Comma or TokenKind.SentenceEnd))
        {
            var next = sources.PassAdjunct(at, limit);
            if (next == at)
                return false;
            at = next;
        }

        // « …, comme l'a rappelé la préfecture. »: at the end of the sentence it reports what stands before.
        var comma = (plain.Found ? plain.Range.First : group.First) - 2;
        var before = at >= limit || Tokens.IsKind(at, TokenKind.SentenceEnd);
        if (before && !Tokens.IsKind(comma, TokenKind.Comma))
            return false;
        var content = before
            ? scene.Trim(new TokenRange(scene.SentenceStart(group.Verb), comma))
            : scene.Trim(new TokenRange(at + 1, boundary.EndOf(at + 1, null)));
        if (content.IsEmpty || !scene.HasFiniteVerb(content))
            return false;
        scene.Add(QuotationRules.Draft(group, source, [content], "indirect/as", 0.8));
        return true;
    }
}
