// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>One pass over one document of a language whose nouns come last: determiner or possessor, what modifies the head, head, name, complements.</summary>
internal sealed class HeadFinalScan : PhraseScan
{
    private const int DeepestComplement = 5;

    private const WordClass Function = WordClass.Determiner | WordClass.Preposition | WordClass.Of | WordClass.To | WordClass.Complementiser | WordClass.Relative
        | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Coordinator | WordClass.Subordinator | WordClass.Negation | WordClass.NegativeAdverb
        | WordClass.Interrogative | WordClass.Auxiliary | WordClass.Modal | WordClass.StrongPronoun | WordClass.Reflexive | WordClass.SourcePreposition;

    private const WordClass People = WordClass.Role | WordClass.PersonNoun | WordClass.AnonymousNoun;
    private const WordClass Bodies = WordClass.OrganisationNoun | WordClass.MediumNoun;

    private readonly TokenList _tokens;
    private readonly NameScan _names;

    public HeadFinalScan(TokenList tokens, ListedNames listed)
        : base(tokens)
    {
        _tokens = tokens;
        _names = new NameScan(tokens, listed);
    }

    protected override bool IsWhole(NounPhrase inner, NounPhrase outer) => inner.Range == outer.Range;

    protected override bool TryRead(int at, int depth, out NounPhrase phrase)
    {
        if (TryReadTime(at, out var timeEnd))
        {
            phrase = new NounPhrase(new TokenRange(at, timeEnd), at, PhraseKind.Time, Gender.Unknown, false, default);
            return true;
        }

        // « about four in 10 voters », « nearly 300 residents »
        if (_tokens.Is(at, GrammarWord.About) && (_tokens.Is(at + 1, WordClass.Numeral) || _tokens.IsKind(at + 1, TokenKind.Number)) && depth < DeepestComplement && TryRead(at + 1, depth + 1, out var amount) && amount.Kind is PhraseKind.Group)
        {
            phrase = amount with { Range = new TokenRange(at, amount.End) };
            return true;
        }

        return TryReadPronoun(at, out phrase) || TryReadAmount(at, depth, out phrase) || TryReadNominal(at, depth, out phrase);
    }

    // « he », « them », « her » where no noun follows, « those » who.
    private bool TryReadPronoun(int at, out NounPhrase phrase)
    {
        phrase = default;
        var lexeme = _tokens.Lexeme(at);
        var kind = PhraseKind.Pronoun;
        if (lexeme.Is(WordClass.DemonstrativePronoun) && _tokens.Is(at + 1, GrammarWord.Who))
        {
            kind = PhraseKind.Group;
        }
        else if (lexeme.Is(WordClass.DemonstrativePronoun) && lexeme.Plural && _tokens.Lexeme(at + 1).IsVerb(VerbMorph.PastParticiple) && _tokens.IsWord(at + 1) && (_tokens.Is(at + 2, WordClass.Cue | WordClass.Auxiliary | WordClass.Modal) || _tokens.Is(at + 2, GrammarWord.By)))
        {
            // « those surveyed said »
            phrase = new NounPhrase(new TokenRange(at, at + 2), at, PhraseKind.Group, Gender.Unknown, true, default);
            return true;
        }
        else if (!lexeme.Is(WordClass.SubjectPronoun | WordClass.ObjectPronoun) || lexeme.Is(WordClass.Demonstrative) || (lexeme.Is(WordClass.Determiner) && IsRunWord(at + 1, at, true)))
            return false;
        // « US » in capitals is a country, « us » is not.
        if (_tokens.Has(at, TokenFlags.AllCapitals) && !lexeme.Is(WordClass.SubjectPronoun))
            return false;
        phrase = new NounPhrase(new TokenRange(at, at + 1), at, kind, lexeme.Gender, lexeme.Plural, default);
        return true;
    }

    // « dozens of people », « one of the lawyers », « many of those who … », « many » alone.
    private bool TryReadAmount(int at, int depth, out NounPhrase phrase)
    {
        phrase = default;
        var of = at;
        while (of < at + 4 && (_tokens.Is(of, WordClass.Quantifier | WordClass.Numeral) || _tokens.IsKind(of, TokenKind.Number) || (of > at && _tokens.IsKind(of, TokenKind.Symbol) && _tokens.FirstChar(of) == '%') || (of > at && _tokens.Is(of, WordClass.Adjective) && _tokens.Is(of + 1, WordClass.Quantifier))))
            of++;
        if (of == at || _tokens.Is(at, WordClass.PersonNoun))
            return false;
        // « six in 10 »
        if (of == at + 1 && _tokens.Form(Math.Min(of, _tokens.Count - 1)) is "in" && (_tokens.Is(of + 1, WordClass.Numeral) || _tokens.IsKind(of + 1, TokenKind.Number)) && depth < DeepestComplement)
        {
            // « nine in 10 registered voters »
            if (IsRunWord(of + 2, of + 1, true) && TryReadNominal(of + 2, depth + 1, out var among) && among.Kind is PhraseKind.Group)
            {
                phrase = among with { Range = new TokenRange(at, among.End), Plural = true };
                return true;
            }

            phrase = new NounPhrase(new TokenRange(at, of + 2), at, PhraseKind.Group, Gender.Unknown, true, default);
            return true;
        }

        var single = _tokens.Lexeme(of - 1).Value == 1 && _tokens.Is(of - 1, WordClass.Numeral);
        if (_tokens.Is(of, WordClass.Of) && depth < DeepestComplement && TryRead(of + 1, depth + 1, out var whole) && whole.Kind != PhraseKind.Time)
        {
            Inner.Add(whole);
            var kind = single && whole.Kind == PhraseKind.Group ? PhraseKind.Person : whole.Kind == PhraseKind.Pronoun ? PhraseKind.Group : whole.Kind is PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Person ? PhraseKind.Group : whole.Kind;
            phrase = new NounPhrase(new TokenRange(at, whole.End), whole.Head, kind, Gender.Unknown, !single, default);
            return true;
        }

        var alone = of == at + 1 && _tokens.Is(at, GrammarWord.Alone) && (IsVerbAt(of) || IsInverted(at));
        if (!alone && (IsRunWord(of, of - 1, true) || !(_tokens.Is(of - 1, WordClass.GroupNoun) || _tokens.IsKind(of - 1, TokenKind.Symbol))))
            return false;
        single |= alone && _tokens.Lexeme(at).Singular;
        phrase = new NounPhrase(new TokenRange(at, of), of - 1, single ? PhraseKind.Person : PhraseKind.Group, Gender.Unknown, !single, default);
        return true;
    }

    // « said one, an engineer », « said another. »
    private bool IsInverted(int at) => _tokens.Is(at - 1, WordClass.Cue) && _tokens.Lexeme(at - 1).IsVerb(VerbMorph.Finite) && (_tokens.Kind(at + 1) is TokenKind.Comma or TokenKind.SentenceEnd || _tokens.Is(at + 1, GrammarWord.Who));

    private bool TryReadNominal(int first, int depth, out NounPhrase phrase)
    {
        phrase = default;
        var at = first;
        var determined = false;
        bool singular = false, plural = false;
        var listedDeterminer = _tokens.IsCapitalised(first) && _names.TryListed(first, out _);
        while (!listedDeterminer && at - first < 4 && IsDeterminer(at, first))
        {
            var lexeme = _tokens.Lexeme(at);
            singular |= lexeme.Singular && !lexeme.Plural;
            plural |= (lexeme.Plural && !lexeme.Singular) || (_tokens.IsKind(at, TokenKind.Number) && !IsOne(at));
            determined = true;
            at++;
        }

        if (at > first && _tokens.Has(at, TokenFlags.ParagraphBefore))
            return false;
        var gender = Gender.Unknown;
        // « the city's », « Ana Sorel's »: whose it is, as often as there is a mark of it.
        for (var possessors = 0; possessors < 3; possessors++)
        {
            var end = ReadRun(at, determined);
            if (end == at)
                return false;
            if (!IsPossessive(end, out var after))
            {
                phrase = FromRun(first, at, end, determined, gender, singular, plural, depth);
                return true;
            }

            var owner = FromRun(first, at, end, determined, Gender.Unknown, singular, plural, DeepestComplement);
            Inner.Add(owner);
            if (!IsRunWord(after, end, true) || after - first > LongestPhrase)
            {
                phrase = owner with { Range = new TokenRange(first, end) };
                return true;
            }

            at = after;
            determined = true;
            singular = plural = false;
        }

        return false;
    }

    private bool IsOne(int at) => _tokens.Form(at) is "1";

    private bool IsDeterminer(int at, int first)
    {
        var lexeme = _tokens.Lexeme(at);
        if (!_tokens.IsWord(at) || (at > first && _tokens.Has(at, TokenFlags.ParagraphBefore)))
            return false;
        if (lexeme.Is(WordClass.Determiner) && !lexeme.Is(WordClass.Relative | WordClass.Interrogative))
            return at == first || !lexeme.Is(WordClass.Definite | WordClass.Possessive) || _tokens.Is(at - 1, WordClass.Quantifier);
        // « that wall held »; « that » before a plural or a determiner opens a clause.
        if (lexeme.Is(WordClass.Complementiser))
            return at == first && _tokens.Is(at + 1, Nominal) && !_tokens.Lexeme(at + 1).Plural && !_tokens.Is(at - 1, WordClass.Cue | WordClass.Noun) && !_tokens.IsCapitalised(at + 1);
        if (lexeme.Is(WordClass.Numeral) || _tokens.IsKind(at, TokenKind.Number))
            return IsRunWord(at + 1, at, true) || (at > first && _tokens.Is(at + 1, WordClass.Numeral));
        return lexeme.Is(WordClass.Quantifier) && !lexeme.Is(WordClass.Noun | WordClass.PersonNoun | WordClass.GroupNoun) && IsRunWord(at + 1, at, true) && (!lexeme.Is(WordClass.Adverb) || _tokens.Lexeme(at + 1).Plural);
    }

    // « Sorel's lawyer », « workers' rights »; not « he's », « Sorel's leaving ».
    private bool IsPossessive(int at, out int after)
    {
        after = at + 1;
        if (_tokens.IsForm(at, "'s") && !_tokens.Has(at, TokenFlags.SpaceBefore))
            return !_tokens.Is(at + 1, Function & ~WordClass.Determiner) && !_tokens.Is(at + 1, WordClass.Determiner) && !(_tokens.Lexeme(at + 1).IsVerb(VerbMorph.PresentParticiple) && !_tokens.Is(at + 1, Nominal | WordClass.Adjective));
        return _tokens.IsKind(at, TokenKind.QuoteMark) && _tokens.FirstChar(at) is '\'' or '’' && !_tokens.Has(at, TokenFlags.SpaceBefore) && _tokens.Form(at - 1) is [.., 's'] && _tokens.Has(at + 1, TokenFlags.SpaceBefore)
            && IsRunWord(at + 1, at, true) && _tokens.Is(at + 1, Nominal | WordClass.Adjective);
    }

    // The words of one phrase, from the first modifier to the head.
    private int ReadRun(int first, bool determined)
    {
        var at = first;
        while (at - first < LongestRun && at < Limit)
        {
            if (_tokens.IsCapitalised(at) && _names.TryListed(at, out var listed) && (at == first || !_tokens.Has(at, TokenFlags.ParagraphBefore)))
            {
                at += listed.Words.Length;
                continue;
            }

            if (!IsRunWord(at, at == first ? first - 1 : at - 1, determined || at > first))
                break;
            if (at == first && !determined && !MayBegin(at))
                break;
            if (at > first && IsVerbHere(at, first, determined))
                break;
            // « in an interview | Sorel said », « on the day | Sorel left »: two phrases that meet.
            if (at > first && _tokens.IsCapitalised(at) && !_tokens.IsCapitalised(at - 1) && _tokens.Is(at - 1, WordClass.OccasionNoun | WordClass.Document | WordClass.TimeNoun) && !_tokens.Is(at - 1, People | Bodies | WordClass.Adjective))
                break;
            at++;
        }

        // What ends in an adverb or an adjective goes back to the last noun, if there is one.
        while (at > first + 1 && _tokens.Is(at - 1, WordClass.Adverb) && !_tokens.Is(at - 1, Nominal | Names | WordClass.Adjective) && !_tokens.IsCapitalised(at - 1))
            at--;
        // « people close | to the mayor », « a man familiar | with the plan »
        while (at > first + 1 && _tokens.Is(at - 1, WordClass.Adjective) && !_tokens.Is(at - 1, Nominal | Names | WordClass.Demonym) && !_tokens.IsCapitalised(at - 1) && _tokens.Is(at - 2, Nominal) && _tokens.Is(at, WordClass.Preposition | WordClass.Of | WordClass.To))
            at--;
        return at;
    }

    // What a phrase without a determiner begins with: a noun, a name, an adjective before one.
    private bool MayBegin(int at)
    {
        var lexeme = _tokens.Lexeme(at);
        if (_tokens.IsCapitalised(at) && !(IsInitial(at) && lexeme.Is(WordClass.Verb | WordClass.Adverb) && !lexeme.Is(Names) && !_tokens.IsCapitalised(at + 1) && !_names.WasSeenInside(at)))
            return true;
        if (lexeme == Lexeme.Unknown)
            return !EndsAsAdverb(at);
        // « are warning residents »: the verb of an auxiliary.
        if (lexeme.IsVerb(VerbMorph.PresentParticiple) && (_tokens.Is(at - 1, WordClass.Auxiliary) || (_tokens.Is(at - 1, WordClass.Adverb | WordClass.Negation) && _tokens.Is(at - 2, WordClass.Auxiliary))))
            return false;
        if (lexeme.Is(WordClass.Verb) && !lexeme.IsVerb(VerbMorph.PastParticiple | VerbMorph.PresentParticiple))
            return (lexeme.Is(Nominal | WordClass.Demonym) || (lexeme.Is(WordClass.Adjective) && _tokens.Is(at + 1, Nominal) && !_tokens.Is(at + 1, Function))) && (lexeme.Plural ? !FollowsSubject(at) || (_tokens.Is(at - 1, WordClass.To) && !lexeme.IsVerb(VerbMorph.Infinitive)) : !IsVerbPlace(at));
        if (lexeme.Is(WordClass.Verb) && !lexeme.Is(Nominal | WordClass.Adjective))
            return lexeme.IsVerb(VerbMorph.PresentParticiple) ? _tokens.Is(at + 1, WordClass.Role) && !_tokens.Is(at + 1, WordClass.Verb) && !_tokens.Lexeme(at + 1).Plural : IsRunWord(at + 1, at, true) && _tokens.Is(at + 1, Nominal) && !FollowsSubject(at) && _tokens.Lexeme(at + 1).Plural && !_tokens.Is(at - 1, WordClass.Auxiliary | WordClass.Adverb);
        // « the union accused the company », « the mayor shot back »: no noun behind a subject.
        if (lexeme.IsVerb(VerbMorph.SimplePast | VerbMorph.PastParticiple) && IsVerbPlace(at))
            return false;
        return lexeme.Is(Nominal | Names | WordClass.Demonym) || (lexeme.Is(WordClass.Adjective | WordClass.Ordinal | WordClass.Numeral) && IsRunWord(at + 1, at, true) && !IsVerbAt(at + 1));
    }

    // « "…," Sorel said »: behind a quotation that a comma closes, only a name has a capital.
    private bool IsInitial(int at) => _names.IsInitial(at) && !(_tokens.IsKind(at - 1, TokenKind.QuoteMark) && _tokens.IsKind(at - 2, TokenKind.Comma));

    // After a noun, a name or a pronoun stands a verb, not another phrase.
    private bool FollowsSubject(int at) => Found.Count > 0 && Found[^1].End == at && Found[^1].Kind != PhraseKind.Time || _tokens.Is(at - 1, WordClass.Relative | WordClass.Modal) || (_tokens.Is(at - 1, WordClass.To) && !_tokens.Is(at - 2, WordClass.SourcePreposition)) || (_tokens.Is(at - 1, WordClass.Adverb) && Found.Count > 0 && Found[^1].End == at - 1);

    private bool IsVerbPlace(int at)
    {
        if (FollowsSubject(at))
            return true;
        var before = at - 1;
        while (before > at - 3 && _tokens.Is(before, WordClass.Adverb | WordClass.Negation | WordClass.NegativeAdverb) && !_tokens.Is(before, WordClass.Preposition))
            before--;
        return _tokens.Is(before, WordClass.Auxiliary | WordClass.Modal | WordClass.Reflexive) || (before < at - 1 && _tokens.Is(before, WordClass.To)) || _tokens.Is(at - 1, WordClass.Negation);
    }

    private bool IsVerbAt(int at) => _tokens.Lexeme(at).IsVerb(VerbMorph.Finite) && !_tokens.Is(at, Nominal | WordClass.Adjective) || _tokens.Is(at, WordClass.Auxiliary | WordClass.Modal);

    private bool IsRunWord(int at, int before, bool determined)
    {
        if (!_tokens.IsWord(at) || (before >= 0 && at > before + 1) || (before >= 0 && before < at && _tokens.Has(at, TokenFlags.ParagraphBefore) && determined))
            return false;
        var lexeme = _tokens.Lexeme(at);
        if (_tokens.IsKind(at, TokenKind.Number))
            return determined && _tokens.IsWord(at + 1) && !_tokens.Is(at + 1, Function) || _tokens.Form(at).Contains('-');
        if (_tokens.IsCapitalised(at))
        {
            if (lexeme.Is(Function) && !lexeme.Is(Names) && !_tokens.Has(at, TokenFlags.AllCapitals))
                return false;
            if (IsInitial(at) && !determined && lexeme.Is(Function))
                return _tokens.Has(at, TokenFlags.AllCapitals) && lexeme.Is(Names);
            if (lexeme.Is(Function) && lexeme.Is(Names))
                return _tokens.Has(at, TokenFlags.AllCapitals) || lexeme.Is(WordClass.GivenName | WordClass.PlaceName) && !IsInitial(at);
            // « Monday's speech », « July's poll »: whose it is.
            if (lexeme.Is(WordClass.Weekday))
                return _tokens.Is(at + 1, WordClass.Possessive);
            if (lexeme.Is(WordClass.Month))
                return IsNameNotMonth(at) || _tokens.Is(at + 1, WordClass.Possessive);
            // « Sorel Says »: the verb of a headline.
            return !(lexeme.IsVerb(VerbMorph.ThirdSingular) && !lexeme.Is(Nominal | Names | WordClass.Adjective) && before >= 0 && _tokens.IsWord(before) && lexeme.Is(WordClass.Verb));
        }

        if (lexeme.Is(Function))
        {
            // « Ursula von der Leyen », « so-called » and « other » stay in.
            if (lexeme.Is(WordClass.NameParticle) && !lexeme.Is(WordClass.Of))
                return before >= 0 && _tokens.IsCapitalised(before) && _tokens.IsCapitalised(NextCapital(at));
            return lexeme.Is(WordClass.Adjective) && !lexeme.Is(WordClass.Determiner | WordClass.Subordinator) && (Nominal & Function) == 0 && IsRunWord(at + 1, at, true);
        }

        if (lexeme.Is(WordClass.NameParticle) && before >= 0 && _tokens.IsCapitalised(before) && _tokens.IsCapitalised(NextCapital(at)))
            return true;
        if (lexeme == Lexeme.Unknown)
            return !EndsAsAdverb(at);
        if (lexeme.Is(Nominal | WordClass.Demonym | WordClass.Adjective | WordClass.Ordinal | WordClass.Title | WordClass.Anaphoric))
            return true;
        if (lexeme.Is(WordClass.Numeral | WordClass.Quantifier))
            return determined && IsRunWord(at + 1, at, true);
        if (lexeme.Is(WordClass.Adverb))
            return determined && (_tokens.Is(at + 1, WordClass.Adjective) || _tokens.Lexeme(at + 1).IsVerb(VerbMorph.PastParticiple)) && !_tokens.Is(at + 1, Function) && IsRunWord(at + 2, at + 1, true);
        if (lexeme.Is(WordClass.Verb))
            return lexeme.IsVerb(VerbMorph.PastParticiple | VerbMorph.PresentParticiple) && IsModifier(at, determined);
        return lexeme.Is(WordClass.GivenName) && determined; // « the rose »
    }

    // « the elected mayor », « rising costs »: a participle before a noun, where nothing makes it the verb.
    private bool IsModifier(int at, bool determined) =>
        determined && _tokens.IsKind(at + 1, TokenKind.Word) && _tokens.Is(at + 1, Nominal | WordClass.Adjective | WordClass.Demonym) && !_tokens.Is(at - 1, WordClass.Role | WordClass.PersonNoun) && !_tokens.Is(at + 1, Function) && !_tokens.Has(at + 1, TokenFlags.ParagraphBefore)
        && _tokens.Is(at - 1, WordClass.Determiner | WordClass.Adjective | WordClass.Adverb | WordClass.Possessive);

    private int NextCapital(int at)
    {
        for (var i = at + 1; i < at + 3; i++)
        {
            if (!_tokens.Is(i, WordClass.NameParticle) || _tokens.IsCapitalised(i))
                return i;
        }

        return at;
    }

    // « Theresa May », « May said »: a surname that is a month too.
    private bool IsNameNotMonth(int at) => _tokens.Is(at - 1, WordClass.GivenName | WordClass.Title | WordClass.Role) && _tokens.IsCapitalised(at - 1)
        || !(_tokens.Is(at - 1, WordClass.Preposition | WordClass.Of | WordClass.Weekday | WordClass.Adverb | WordClass.Adjective) || _tokens.IsKind(at - 1, TokenKind.Number) || _tokens.IsKind(at + 1, TokenKind.Number) || _tokens.IsKind(at - 1, TokenKind.Comma)
            || _tokens.Is(at - 1, WordClass.Determiner | WordClass.Subordinator | WordClass.Coordinator));

    private bool EndsAsAdverb(int at) => _tokens.Form(at).EndsWith("ly");

    // A word that can be noun and verb, behind at least one word of the phrase: the company and what follows tell.
    private bool IsVerbHere(int at, int first, bool determined)
    {
        var lexeme = _tokens.Lexeme(at);
        if (!lexeme.Is(WordClass.Verb) || _tokens.IsCapitalised(at) && !IsInitial(at))
            return lexeme.Is(WordClass.Verb) && _tokens.IsCapitalised(at) && lexeme.IsVerb(VerbMorph.ThirdSingular) && !lexeme.Plural;
        var before = _tokens.Lexeme(at - 1);
        if (!lexeme.Is(Nominal | WordClass.Adjective | WordClass.Demonym))
            return !IsModifier(at, determined || at > first);
        // A modifier before it cannot be the subject: « the recent claims ».
        var adjective = before.Is(WordClass.Adjective | WordClass.Ordinal | WordClass.Numeral) && !before.Is(Nominal) && !(_tokens.IsCapitalised(at - 1) && !IsInitial(at - 1));
        if (adjective)
            return false;
        var next = _tokens.Lexeme(at + 1);
        var opensObject = next.Is(WordClass.Determiner | WordClass.SubjectPronoun | WordClass.Complementiser | WordClass.ObjectPronoun | WordClass.Interrogative | WordClass.Reflexive) || _tokens.IsKind(at + 1, TokenKind.QuoteMark) && _tokens.Has(at + 1, TokenFlags.SpaceBefore)
            || next.Is(GrammarWord.If);
        if (next.Is(WordClass.Auxiliary | WordClass.Modal) || IsVerbAt(at + 1))
            return false; // the verb comes after it
        var name = _tokens.IsCapitalised(at - 1) && !before.Is(Nominal) || before.Is(WordClass.GivenName | WordClass.Title);
        if (lexeme.IsVerb(VerbMorph.SimplePast))
            return name || opensObject || next.Is(WordClass.Adverb) || (!lexeme.Is(WordClass.Noun | WordClass.Document | WordClass.OccasionNoun) && !IsRunWord(at + 1, at, true));
        if (lexeme.IsVerb(VerbMorph.ThirdSingular))
        {
            // « the board plans to », « Sorel claims »; « the board's plans to » has its possessor.
            if (before.Plural && !before.Singular)
                return false;
            return name || opensObject || (before.Is(WordClass.Document) && lexeme.Is(WordClass.Cue) && (_tokens.IsCapitalised(at + 1) || next.Is(WordClass.Numeral | WordClass.Quantifier) || _tokens.IsKind(at + 1, TokenKind.Number))) || (next.Is(WordClass.To) && _tokens.Lexeme(at + 2).IsVerb(VerbMorph.Infinitive) && lexeme.Is(WordClass.Cue)) || (next.Is(WordClass.Adverb) && lexeme.Is(WordClass.Cue));
        }

        if (!lexeme.IsVerb(VerbMorph.ThirdPlural))
            return false;
        // « officials claim », « critics charge that », « records show two wells »
        var figure = lexeme.Is(WordClass.Cue) && (next.Is(WordClass.Numeral) || _tokens.IsKind(at + 1, TokenKind.Number));
        var writing = before.Is(WordClass.Document) && before.Plural && lexeme.Is(WordClass.Cue);
        return before.Plural && (writing || !before.Singular) && !(_tokens.IsCapitalised(at - 1) && !IsInitial(at - 1)) && before.Is(People | WordClass.GroupNoun | WordClass.OrganisationNoun | WordClass.Document)
            && (figure || writing || !IsRunWord(at + 1, at, true)) && (opensObject || writing || next.Is(WordClass.To | WordClass.Adverb) || lexeme.Is(WordClass.Cue));
    }

    // The run [at, end) with its determiners from first: what its head is, and which of its words are a name.
    private NounPhrase FromRun(int first, int at, int end, bool determined, Gender gender, bool singular, bool plural, int depth)
    {
        var head = end - 1;
        var lexeme = _tokens.Lexeme(head);
        var name = NameIn(at, end);
        PhraseKind kind;
        if (name.IsEmpty)
        {
            kind = KindOfNoun(head, IsPluralNoun(head, singular, plural));
            plural = IsPluralNoun(head, singular, plural);
            gender = lexeme.Gender;
            if (gender == Gender.Unknown)
                gender = Sex(head);
        }
        else
        {
            kind = KindOfName(at, name, determined, out var owner);
            gender = kind is PhraseKind.PersonName or PhraseKind.UnknownName ? GenderOf(at, name) : Gender.Unknown;
            plural = kind == PhraseKind.Group || (kind == PhraseKind.Demonym && lexeme.Plural) || (plural && kind == PhraseKind.UnknownName && lexeme.Plural);
            if (owner > at)
                Inner.Add(new NounPhrase(new TokenRange(at, owner), owner - 1, _names.KindOf(at, owner, afterDeterminer: determined), Gender.Unknown, false, new TokenRange(at, owner)));
        }

        return WithComplements(new NounPhrase(new TokenRange(first, end), head, kind, gender, plural, name), depth);
    }

    private bool IsPluralNoun(int head, bool singular, bool plural)
    {
        var lexeme = _tokens.Lexeme(head);
        if (_tokens.FirstChar(head) == '-')
            return lexeme.Plural; // « 46-year-old »: the number counts years
        if (plural || singular)
            return plural && !singular;
        return lexeme.Plural && !lexeme.Singular || (lexeme == Lexeme.Unknown && _tokens.Form(head) is [.., not 's', 's'] && !_tokens.IsCapitalised(head));
    }

    private Gender Sex(int head)
    {
        var form = _tokens.Form(head);
        return form.EndsWith("woman") || form.EndsWith("women") ? Gender.Female : form.EndsWith("sman") || form.EndsWith("yman") ? Gender.Male : Gender.Unknown;
    }

    // The trailing capitals: behind a role, a title or a common noun, or all of the run.
    private TokenRange NameIn(int at, int end)
    {
        var last = _tokens.Lexeme(end - 1);
        if (!_tokens.IsCapitalised(end - 1) && !(_tokens.IsKind(end - 1, TokenKind.Number) && _tokens.IsCapitalised(end - 2)))
            return ListedEndingAt(at, end);
        var first = end - 1;
        while (first > at && (_tokens.IsCapitalised(first - 1) || _tokens.Is(first - 1, WordClass.NameParticle) && first - 1 > at && _tokens.IsCapitalised(first - 2)))
            first--;
        if (_tokens.Is(first, WordClass.NameParticle) && !_tokens.IsCapitalised(first))
            first++;
        for (var i = end - 2; i >= first; i--)
        {
            // « House Minority Leader Nancy Pelosi », « Sen. Ana Bellec », « Dr Sorel »
            if (_tokens.Is(i, WordClass.Role | WordClass.Title) && !_tokens.Is(i, WordClass.GivenName) && !IsBodyWord(end - 1) && !(_tokens.Is(end - 1, WordClass.Role) && !_tokens.Is(end - 1, Names)))
                return new TokenRange(i + 1, end);
        }

        // « Prime Minister », « Secretary »: an office with capitals; « Congress » is a name of its own.
        if (last.Is(WordClass.Role | WordClass.PersonNoun | WordClass.Title | WordClass.GroupNoun) && !last.Is(Names) && !_names.TryListed(first, out _))
            return IsInitial(first) && end - first == 1 || last.Is(WordClass.Role | WordClass.Title | WordClass.PersonNoun | WordClass.GroupNoun) ? default : new TokenRange(first, end);
        if (end - first == 1 && IsInitial(first) && last.Is(Nominal | WordClass.Adjective) && !last.Is(Names))
            return default; // « Protesters », « Police »
        if (end - first == 1 && last.Is(WordClass.Demonym) && !last.Is(WordClass.GivenName | WordClass.PlaceName | WordClass.OrganisationName | WordClass.MediaName))
            return default;
        return new TokenRange(first, end);
    }

    private TokenRange ListedEndingAt(int at, int end)
    {
        for (var i = end - 2; i >= at && i > end - 6; i--)
        {
            if (_tokens.IsCapitalised(i) && _names.TryListed(i, out var listed) && i + listed.Words.Length == end)
                return new TokenRange(i, end);
        }

        return default;
    }

    private bool IsBodyWord(int at) => _tokens.Is(at, Bodies | WordClass.MediaName | WordClass.OrganisationName) && !_tokens.Is(at, WordClass.GivenName);

    private Gender GenderOf(int at, TokenRange name)
    {
        for (var i = name.First - 1; i >= at && i > name.First - 4; i--)
        {
            if (_tokens.Lexeme(i).Gender is var stated && stated != Gender.Unknown)
                return stated;
            if (Sex(i) is var sex && sex != Gender.Unknown)
                return sex;
        }

        return _names.GenderOf(name.First, name.End);
    }

    // What the name is, and where a name before it ends that only tells whose it is (« Trump | campaign »).
    private PhraseKind KindOfName(int at, TokenRange name, bool determined, out int owner)
    {
        owner = at;
        var last = _tokens.Lexeme(name.End - 1);
        var whole = name.First == at;
        if (!whole && _tokens.Is(name.First - 1, WordClass.Role | WordClass.Title | WordClass.PersonNoun | WordClass.AnonymousNoun | WordClass.Demonym) && !IsBodyWord(name.End - 1))
            return _tokens.Is(name.First - 1, WordClass.Demonym) && !_tokens.Is(name.First, WordClass.GivenName) ? PhraseKind.UnknownName : PhraseKind.PersonName;
        if (!whole && _tokens.Is(name.First - 1, Bodies))
            return PhraseKind.OrganisationName;
        if (_names.TryListed(name.First, out var listed) && name.First + listed.Words.Length >= name.End)
            return _names.KindOf(listed.Classes, PhraseKind.UnknownName);
        if (name.Count > 1 && last.Is(WordClass.MediaName) && !last.Is(WordClass.GivenName))
            return PhraseKind.Media;
        if (name.Count > 1 && last.Is(WordClass.MediumNoun) && !last.Is(WordClass.OrganisationNoun) && !_tokens.Is(name.First, WordClass.GivenName))
            return PhraseKind.Media;
        if (name.Count > 1 && last.Is(WordClass.OrganisationNoun | WordClass.OrganisationName))
            return PhraseKind.OrganisationName;
        if (name.Count > 1 && last.Is(WordClass.Document | WordClass.OccasionNoun | WordClass.Noun) && !last.Is(Names))
            return determined || !_tokens.Is(name.First, WordClass.GivenName) ? PhraseKind.OrganisationName : PhraseKind.PersonName;
        if (name.Count > 1 && _tokens.Is(name.First, WordClass.GivenName) && !determined)
            return PhraseKind.PersonName;
        if (name.Count > 1 && _tokens.Is(name.First, WordClass.Demonym | WordClass.OrganisationName | WordClass.PlaceName) && !_tokens.Is(name.First, WordClass.GivenName))
            return PhraseKind.UnknownName;
        if (name.Count == 1 && determined && last.Is(WordClass.Demonym) && !last.Is(WordClass.PlaceName))
            return PhraseKind.Demonym;
        return name.Count == 1 ? _names.KindOf(name.First, name.End, determined) : determined && !_tokens.Is(name.First, WordClass.GivenName) ? PhraseKind.UnknownName : _tokens.Is(name.First, WordClass.GivenName) ? PhraseKind.PersonName : PhraseKind.UnknownName;
    }

    private PhraseKind KindOfNoun(int head, bool plural)
    {
        var lexeme = _tokens.Lexeme(head);
        if (lexeme.Is(WordClass.AnonymousNoun) && !lexeme.Is(WordClass.Role | WordClass.PersonNoun | WordClass.GroupNoun))
            return PhraseKind.Anonymous;
        if (lexeme.Is(WordClass.Role) && !(lexeme.Is(WordClass.OrganisationNoun | WordClass.Noun) && !lexeme.Is(WordClass.PersonNoun | WordClass.AnonymousNoun) && !_tokens.IsCapitalised(head) && lexeme.Is(WordClass.TimeNoun)))
            return plural ? PhraseKind.Group : PhraseKind.Role;
        if (lexeme.Is(WordClass.PersonNoun))
            return plural || lexeme.Is(WordClass.GroupNoun) ? PhraseKind.Group : PhraseKind.Person;
        if (lexeme.Is(WordClass.OrganisationNoun))
            return PhraseKind.Organisation;
        if (lexeme.Is(WordClass.GroupNoun))
            return PhraseKind.Group;
        if (lexeme.Is(WordClass.Document))
            return PhraseKind.Document;
        if (lexeme.Is(WordClass.MediumNoun))
            return PhraseKind.Organisation;
        if (lexeme.Is(WordClass.Demonym) && !lexeme.Is(WordClass.Noun))
            return plural || lexeme.Plural ? PhraseKind.Group : PhraseKind.Demonym;
        if (!lexeme.Is(Nominal | WordClass.Adjective) && EndsAsPerson(head))
            return plural ? PhraseKind.Group : PhraseKind.Person;
        return PhraseKind.Other;
    }

    // An unlisted noun with a suffix of persons: « the propagandist », « a fellow Montbriseler ».
    private bool EndsAsPerson(int at)
    {
        var form = _tokens.Form(at);
        if (form.EndsWith('s'))
            form = form[..^1];
        return form.Length > 5 && (form.EndsWith("ist") || form.EndsWith("ologist") || form.EndsWith("woman") || form.EndsWith("person") || form.EndsWith("sman") || form.EndsWith("goer") || form.EndsWith("year-old") || form.EndsWith("maker") || form.EndsWith("ician") || (_tokens.Lexeme(at) == Lexeme.Unknown && !_tokens.IsCapitalised(at) && (form.EndsWith("er") || form.EndsWith("or")) && form.Length > 6));
    }

    private NounPhrase WithComplements(NounPhrase phrase, int depth)
    {
        var end = phrase.End;
        for (var steps = 0; steps < 6; steps++)
        {
            if (end >= Limit || depth >= DeepestComplement || !TryReadComplement(end, phrase, depth, out var complement))
                break;
            end = complement.End;
            // « the National Conference of State Legislatures », « the Centre for Responsive Fishing »
            if (phrase.Kind is PhraseKind.OrganisationName && complement.First - phrase.Name.End <= 2 && _tokens.IsCapitalised(complement.First) && _tokens.IsCapitalised(complement.Head))
                phrase = phrase with { Name = new TokenRange(phrase.Name.First, complement.End), Head = complement.End - 1 };
            else
                Inner.Add(complement);
            // « the secretary of state | Ana Bellec »
            if (phrase.Name.IsEmpty && phrase.Kind is PhraseKind.Role && _tokens.IsCapitalised(end) && _tokens.Is(end, WordClass.GivenName) && !_tokens.Has(end, TokenFlags.ParagraphBefore))
            {
                var named = ReadRun(end, false);
                if (named > end + 1)
                {
                    var name = new TokenRange(end, named);
                    return phrase with { Range = new TokenRange(phrase.First, named), Head = named - 1, Kind = PhraseKind.PersonName, Name = name, Gender = GenderOf(end, name) };
                }
            }
        }

        return phrase with { Range = new TokenRange(phrase.First, end) };
    }

    private bool TryReadComplement(int at, NounPhrase phrase, int depth, out NounPhrase complement)
    {
        complement = default;
        if (!_tokens.Is(at, WordClass.Preposition) || _tokens.Has(at, TokenFlags.ParagraphBefore) || _tokens.Has(at + 1, TokenFlags.ParagraphBefore) || !_tokens.IsWord(at + 1))
            return false;
        var of = _tokens.Is(at, WordClass.Of);
        if (phrase.Kind is PhraseKind.Pronoun or PhraseKind.Time)
            return false;
        // « the Georgia Access to Medical Cannabis Commission », « the Centre for Fishing »
        if (!of && phrase.Kind == PhraseKind.OrganisationName && phrase.Name.Count > 0 && _tokens.IsCapitalised(at + 1) && _tokens.Form(at) is "for" or "on" or "to" && (IsBodyWord(phrase.Name.End - 1) || _tokens.Is(at, WordClass.To)))
            return TryRead(at + 1, depth + 1, out complement) && complement.Kind is not (PhraseKind.Time or PhraseKind.PersonName);
        if (of ? phrase.Kind is PhraseKind.PersonName or PhraseKind.Media && !_tokens.IsCapitalised(at + 1) && !_tokens.IsCapitalised(at + 2) : !TakesPlace(at, phrase))
            return false;
        var keep = Inner.Count;
        if (!TryRead(at + 1, depth + 1, out complement))
            return false;
        var fits = of ? complement.Kind != PhraseKind.Time || phrase.Kind == PhraseKind.Other : complement.Kind is not (PhraseKind.Time or PhraseKind.Pronoun) && !_tokens.Is(complement.Head, WordClass.OccasionNoun | WordClass.Document | WordClass.CueNoun);
        // « told the board in a letter », « a spokesman at a briefing »
        if (fits)
            return true;
        Inner.RemoveRange(keep, Inner.Count - keep);
        return false;
    }

    // « a spokeswoman for », « a professor at », « the mayor in », « sources with »: what an office or a body hangs on.
    private bool TakesPlace(int at, NounPhrase phrase)
    {
        if (phrase.Kind is not (PhraseKind.Role or PhraseKind.Group or PhraseKind.Person or PhraseKind.Organisation or PhraseKind.Anonymous or PhraseKind.Demonym) || !phrase.Name.IsEmpty)
            return false;
        return _tokens.Form(at) is "for" or "at" or "in" or "with" or "from" or "on" or "within" or "near" or "inside" or "across" || (_tokens.Is(at, WordClass.To) && phrase.Kind == PhraseKind.Role && !_tokens.Lexeme(at + 1).IsVerb(VerbMorph.Infinitive));
    }

    // « Tuesday night », « 23 March 2022 », « March 23, 2022 », « last week », « two years ago », « 2016 ».
    private bool TryReadTime(int first, out int end)
    {
        // « this week's debate », « each year of school »: the time is the noun's.
        if (!TryReadTimeAt(first, out end))
            return false;
        if (!IsPossessive(end, out _) && !(_tokens.Is(end, WordClass.Of) && _tokens.Is(first, WordClass.Quantifier | WordClass.Determiner) && _tokens.Is(end - 1, WordClass.TimeNoun)))
            return true;
        end = first;
        return false;
    }

    private bool TryReadTimeAt(int first, out int end)
    {
        end = first;
        var at = first;
        var turned = false; // « last », « this »: a word that points
        while (at - first < 3 && _tokens.Form(Math.Min(at, _tokens.Count - 1)) is "last" or "next" or "this" or "that" or "the" or "early" or "late" or "past" or "previous" or "following" or "every" or "each" or "earlier" or "later" or "a" or "Last" or "Next" or "This" or "Early" or "Late" or "Earlier" or "Later" or "Every" or "coming" or "same")
        {
            turned |= _tokens.Form(at) is not ("the" or "a");
            at++;
        }

        if (_tokens.Is(at, WordClass.Weekday))
        {
            end = at + 1;
            if (_tokens.Is(end, WordClass.TimeNoun))
                end++;
            if (_tokens.IsKind(end, TokenKind.Comma) && TryReadDate(end + 1, out var dated))
                end = dated;
            else if (TryReadDate(end, out dated))
                end = dated;
            return true;
        }

        if (TryReadDate(at, out end))
            return true;
        var counted = at;
        while (counted - at < 3 && (_tokens.Is(counted, WordClass.Numeral | WordClass.Quantifier) || _tokens.IsKind(counted, TokenKind.Number)))
            counted++;
        if (_tokens.Is(counted, WordClass.TimeNoun) && !_tokens.IsCapitalised(counted) && !_tokens.Is(counted + 1, WordClass.Noun | WordClass.PersonNoun | WordClass.Role) && (counted > at || turned || at > first || _tokens.Is(counted, WordClass.Adverb)))
        {
            end = counted + 1;
            if (_tokens.Form(Math.Min(end, _tokens.Count - 1)) is "ago" or "earlier" or "later" or "night" or "morning" or "afternoon" or "evening")
                end++;
            return true;
        }

        if (_tokens.IsCapitalised(first) && _tokens.Is(first, WordClass.TimeNoun) && _tokens.Is(first, WordClass.Adverb))
        {
            end = first + 1; // « Today »
            return true;
        }

        end = first;
        return at == first && TryYear(first, ref end);
    }

    private bool TryReadDate(int at, out int end)
    {
        end = at;
        if (IsDay(at) && _tokens.Is(at + 1, WordClass.Month) && _tokens.IsCapitalised(at + 1))
            end = at + 2;
        else if (_tokens.Is(at, WordClass.Month) && _tokens.IsCapitalised(at) && (IsDay(at + 1) || TryYear(at + 1, ref end) || !IsNameNotMonth(at)))
            end = IsDay(at + 1) ? at + 2 : at + 1;
        else
            return false;
        if (_tokens.IsKind(end, TokenKind.Comma) && IsYear(end + 1))
            end += 2;
        else if (IsYear(end))
            end++;
        return true;
    }

    private bool IsDay(int at) => _tokens.IsKind(at, TokenKind.Number) && !_tokens.Has(at, TokenFlags.ParagraphBefore) && _tokens.Span(at).Length <= 4 && char.IsAsciiDigit(_tokens.FirstChar(at)) && !IsYear(at);

    private bool TryYear(int at, ref int end)
    {
        if (!IsYear(at))
            return false;
        end = at + 1;
        return true;
    }

    private bool IsYear(int at)
    {
        if (!_tokens.IsKind(at, TokenKind.Number) || _tokens.Span(at).Length != 4)
            return false;
        var form = _tokens.Form(at);
        return (form.StartsWith("19") || form.StartsWith("20")) && char.IsAsciiDigit(form[2]) && char.IsAsciiDigit(form[3]) && !_tokens.Is(at + 1, WordClass.Noun | WordClass.PersonNoun | WordClass.GroupNoun);
    }
}
