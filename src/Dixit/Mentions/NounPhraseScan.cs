// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>One pass over one document. French word order: determiner, what comes before the head, head, what follows it.</summary>
internal sealed class NounPhraseScan : PhraseScan
{
    /// <summary>How deep complements nest (« l'avocat de la sœur du maire de X »): a chain without end is cut, not followed.</summary>
    private const int DeepestComplement = 6;

    private const WordClass Function = WordClass.Determiner | WordClass.Preposition | WordClass.Of | WordClass.To | WordClass.Complementiser | WordClass.Relative
        | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Coordinator | WordClass.Subordinator | WordClass.Negation | WordClass.NegativeAdverb
        | WordClass.Interrogative | WordClass.Auxiliary | WordClass.Modal | WordClass.StrongPronoun | WordClass.DemonstrativePronoun | WordClass.SourcePreposition;

    private const WordClass Speaking = WordClass.Role | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.OrganisationNoun | WordClass.AnonymousNoun;

    // What a phrase can begin with that has no capital and is no number.
    private const WordClass First = Speaking | WordClass.Determiner | WordClass.Demonstrative | WordClass.Definite | WordClass.Numeral | WordClass.Quantifier | WordClass.Weekday | WordClass.Month
        | WordClass.TimeNoun | WordClass.SubjectPronoun | WordClass.StrongPronoun | WordClass.DemonstrativePronoun | WordClass.Title | WordClass.NameParticle
        | WordClass.Adjective | WordClass.Ordinal | WordClass.Anaphoric;

    private readonly TokenList _tokens;
    private readonly NameScan _names;
    private readonly TimeScan _times;

    public NounPhraseScan(TokenList tokens, ListedNames listed)
        : base(tokens)
    {
        _tokens = tokens;
        _names = new NameScan(tokens, listed);
        _times = new TimeScan(tokens);
    }

    protected override bool IsWhole(NounPhrase inner, NounPhrase outer) => inner.First == outer.First;

    protected override bool TryRead(int at, int depth, out NounPhrase phrase)
    {
        if (!MayBegin(at))
        {
            phrase = default;
            return false;
        }

        if (_times.TryRead(at, out var timeEnd))
        {
            phrase = new NounPhrase(new TokenRange(at, timeEnd), at, PhraseKind.Time, Gender.Unknown, false, default);
            return true;
        }

        return TryReadPronoun(at, out phrase)
            || TryReadPercent(at, depth, out phrase)
            || TryReadTitled(at, at, depth, out phrase)
            || TryReadListed(at, depth, out phrase)
            || TryReadDetermined(at, depth, out phrase)
            || TryReadName(at, depth, out phrase)
            || TryReadBare(at, depth, out phrase);
    }

    // « 51 % des personnes interrogées », « 14% » before a verb.
    private bool TryReadPercent(int at, int depth, out NounPhrase phrase)
    {
        phrase = default;
        if (!_tokens.IsKind(at, TokenKind.Number) || !_tokens.IsKind(at + 1, TokenKind.Symbol) || _tokens.FirstChar(at + 1) != '%')
            return false;
        var share = new NounPhrase(new TokenRange(at, at + 2), at, PhraseKind.Group, Gender.Unknown, true, default);
        if (depth < DeepestComplement && TryReadOf(at + 2, share, depth, out var whole) && whole.CanSpeak)
        {
            Inner.Add(whole);
            phrase = share with { Range = new TokenRange(at, whole.End), Head = whole.Head, Gender = whole.Gender };
            return true;
        }

        phrase = share;
        return _tokens.Lexeme(at + 2).IsVerb(VerbMorph.ThirdPlural) && !_tokens.Is(at + 2, Nominal | WordClass.Preposition);
    }

    // Most words begin no phrase, and their classes tell.
    private bool MayBegin(int at) => _tokens.Is(at, First) || _tokens.IsCapitalised(at) || _tokens.IsKind(at, TokenKind.Number);

    // « il », « celui-ci », « ce dernier », « l'intéressée », « lui » after a preposition.
    private bool TryReadPronoun(int at, out NounPhrase phrase)
    {
        phrase = default;
        var lexeme = _tokens.Lexeme(at);
        var end = at + 1;
        if (lexeme.Is(WordClass.Demonstrative | WordClass.Definite) && _tokens.Is(at + 1, WordClass.Anaphoric) && IsAnaphor(at))
        {
            end = at + 2;
            lexeme = _tokens.Lexeme(at + 1);
        }
        else if (lexeme.Is(WordClass.DemonstrativePronoun) && !lexeme.Is(WordClass.SubjectPronoun))
        {
            // « celui qui a vu », not « celui de la Mer »
            if (!_tokens.IsForm(at + 1, "qui"))
                return false;
        }
        else if (lexeme.Is(WordClass.SubjectPronoun))
        {
            if (lexeme.Is(WordClass.Demonstrative) || !IsPersonal(at, lexeme))
                return false;
        }
        else if (!lexeme.Is(WordClass.StrongPronoun) || !IsStrong(at))
        {
            return false;
        }

        var plural = lexeme.Plural && !lexeme.Singular;
        var gender = lexeme.Gender;
        if (gender == Gender.Unknown && end == at + 2)
            gender = _tokens.Lexeme(at).Gender;
        phrase = new NounPhrase(new TokenRange(at, end), end - 1, PhraseKind.Pronoun, gender, plural, default);
        return true;
    }

    // « ce dernier » but not « ce dernier point », « l'intéressé » but not « la même source ».
    private bool IsAnaphor(int at)
    {
        var next = _tokens.Lexeme(at + 1);
        if (next.Is(WordClass.PersonNoun))
            return true;
        return _tokens.Is(at, WordClass.Demonstrative) && !next.Is(WordClass.Adverb) && !MayBeHead(at + 2, afterDeterminer: false);
    }

    private bool IsPersonal(int at, Lexeme lexeme)
    {
        if (!lexeme.Is(WordClass.ObjectPronoun))
            return lexeme.Gender != Gender.Unknown || !lexeme.Is(WordClass.DemonstrativePronoun) && _tokens.FirstChar(at) is not ('c' or 'C' or 'ç' or 'Ç') && !_tokens.IsForm(at, "-ce");
        // « il nous a dit »: a clitic, no subject.
        if (_tokens.FirstChar(at) == '-')
            return _tokens.Lexeme(at - 1).IsVerb(VerbMorph.Finite);
        // « le parquet nous confirme »: so is one before a verb of another person.
        if (Found.Count > 0 && Found[^1].End == at && Found[^1].Kind != PhraseKind.Time && _tokens.Lexeme(at + 1).IsVerb(VerbMorph.Third) && !_tokens.Lexeme(at + 1).IsVerb(VerbMorph.FirstPlural | VerbMorph.SecondPlural))
            return false;
        return !_tokens.Is(at - 1, WordClass.SubjectPronoun | WordClass.Negation | WordClass.Relative) || _tokens.Is(at - 1, WordClass.Complementiser);
    }

    private bool IsStrong(int at)
    {
        var lexeme = _tokens.Lexeme(at);
        if (!lexeme.Is(WordClass.ObjectPronoun))
            return true;
        return _tokens.Is(at - 1, WordClass.Preposition | WordClass.SourcePreposition | WordClass.Of | WordClass.Coordinator) && !_tokens.Lexeme(at + 1).IsVerb(VerbMorph.Finite | VerbMorph.Infinitive)
            && !_tokens.Is(at + 1, WordClass.Auxiliary);
    }

    // « M. Sorel », « le Dr Ana Bellec », « Maître Paul Sorel ».
    private bool TryReadTitled(int first, int at, int depth, out NounPhrase phrase)
    {
        phrase = default;
        if (!IsTitle(at))
            return false;
        var last = at;
        while (IsTitle(last + 1) && last - at < 3)
            last++;
        var name = last + 1;
        // « Mme de Brize », not « la mère de Brize »
        var particled = _tokens.Is(name, WordClass.NameParticle) && _tokens.IsCapitalised(name + 1) && _tokens.IsCapitalised(last);
        if (!_tokens.IsCapitalised(name) && !particled)
        {
            // « Mme la ministre »
            if (!_tokens.Is(name, WordClass.Definite) || !TryReadDetermined(name, depth, out var rest) || rest.Kind is not (PhraseKind.Role or PhraseKind.PersonName))
                return false;
            phrase = rest with { Range = new TokenRange(first, rest.End), Gender = GenderOf(at, rest.Gender) };
            return true;
        }

        if (_tokens.Has(name, TokenFlags.ParagraphBefore))
            return false;
        var end = _names.ReadPerson(name);
        if (end == name)
            return false;
        var gender = first < at ? GenderOf(at, _tokens.Lexeme(first).Gender) : _tokens.Lexeme(at).Gender;
        phrase = new NounPhrase(new TokenRange(first, end), end - 1, PhraseKind.PersonName, gender != Gender.Unknown ? gender : _names.GenderOf(name, end),
            _tokens.Lexeme(at).Plural && !_tokens.Lexeme(at).Singular, new TokenRange(name, end));
        phrase = WithComplements(phrase, depth);
        return true;
    }

    // « Me Bellec » but not « me voilà », « Mes Sorel et Bellec » but not « mes amis ».
    private bool IsTitle(int at)
    {
        var lexeme = _tokens.Lexeme(at);
        return lexeme.Is(WordClass.Title) && (_tokens.IsCapitalised(at) || !lexeme.Is(WordClass.Abbreviation | WordClass.ObjectPronoun | WordClass.Determiner))
            && !(lexeme.Is(WordClass.Determiner) && !_tokens.IsCapitalised(at + 1));
    }

    private Gender GenderOf(int token, Gender otherwise)
    {
        var gender = _tokens.Lexeme(token).Gender;
        return gender != Gender.Unknown ? gender : otherwise;
    }

    // « Le Monde », « les Nations unies »: the listed name, with what goes with it.
    private bool TryReadListed(int at, int depth, out NounPhrase phrase)
    {
        phrase = default;
        if (!_names.TryListed(at, out var listed))
            return false;
        var kind = _names.KindOf(listed.Classes, PhraseKind.UnknownName);
        if (kind == PhraseKind.UnknownName)
            return false;
        var end = _names.Read(at);
        phrase = Finish(at, end - 1, new TokenRange(at, end), kind, listed.Gender, listed.Plural, listed.Classes, depth);
        return true;
    }

    // Determiner, numerals and adjectives, head, and what follows the head.
    private bool TryReadDetermined(int at, int depth, out NounPhrase phrase)
    {
        phrase = default;
        var first = at;
        var gender = Gender.Unknown;
        bool singular = false, plural = false, determined = false, partitive = false;
        while (at - first < 4 && IsDeterminer(at, first))
        {
            var lexeme = _tokens.Lexeme(at);
            gender = gender == Gender.Unknown ? lexeme.Gender : gender;
            singular |= lexeme.Singular && !lexeme.Plural;
            plural |= lexeme.Plural && !lexeme.Singular;
            determined = true;
            partitive |= at > first && lexeme.Is(WordClass.Of) && _tokens.Is(at - 1, WordClass.Numeral | WordClass.Quantifier) && _tokens.Lexeme(at - 1).Singular;
            at++;
        }

        // « l'un des avocats » is one of them.
        if (partitive)
            (singular, plural) = (true, false);
        if (!determined || (depth == 0 && IsClitic(at - 1)))
            return false;
        if (IsTitle(at) && TryReadTitled(first, at, depth, out phrase))
            return true;
        if (_names.TryListed(at, out var listed) && _names.KindOf(listed.Classes, PhraseKind.UnknownName) is var listedKind && listedKind != PhraseKind.UnknownName)
        {
            var end = _names.Read(at);
            phrase = Finish(first, end - 1, new TokenRange(at, end), end > at + listed.Words.Length ? _names.KindOf(at, end, afterDeterminer: true) : listedKind, gender != Gender.Unknown ? gender : listed.Gender, plural || listed.Plural, listed.Classes, depth);
            return true;
        }

        var head = FindHead(at);
        if (head < 0)
        {
            // « l'un d'eux »
            if (_tokens.Is(at - 1, WordClass.Numeral) && _tokens.Lexeme(at - 1).Singular && _tokens.Is(first, WordClass.Definite) && _tokens.Is(at, WordClass.Of) && _tokens.Is(at + 1, WordClass.StrongPronoun))
            {
                phrase = new NounPhrase(new TokenRange(first, at + 2), at - 1, PhraseKind.Person, gender, false, default);
                return true;
            }

            // « certains », « beaucoup », « les deux », « les uns », « plusieurs » alone
            if (at - first >= 1 && _tokens.Is(at - 1, WordClass.Quantifier) && !_tokens.Is(at - 1, WordClass.Definite | WordClass.Adverb) && EndsPhrase(at))
            {
                phrase = new NounPhrase(new TokenRange(first, at), at - 1, PhraseKind.Group, gender, plural, default);
                return true;
            }

            return false;
        }

        for (var i = at; i < head && gender == Gender.Unknown; i++)
            gender = _tokens.Lexeme(i).Gender;
        phrase = ReadFromHead(first, head, gender, singular, plural, depth);
        return true;
    }

    // What can follow « certains » or « les deux » where they are the whole phrase.
    private bool EndsPhrase(int at) => !_tokens.IsWord(at) || _tokens.Lexeme(at).IsVerb(VerbMorph.Finite) || _tokens.Is(at, WordClass.Auxiliary | WordClass.Modal | WordClass.Negation
        | WordClass.ObjectPronoun | WordClass.Relative | WordClass.Adverb);

    private bool IsDeterminer(int at, int first)
    {
        var lexeme = _tokens.Lexeme(at);
        if (!_tokens.IsWord(at) || (at > first && _tokens.Has(at, TokenFlags.ParagraphBefore)))
            return false;
        if (lexeme.Is(WordClass.Determiner))
            return !lexeme.Is(WordClass.Interrogative) || at == first;
        // « un de ses amis »
        if (at > first && lexeme.Is(WordClass.Of) && _tokens.Is(at - 1, WordClass.Numeral) && _tokens.Lexeme(at - 1).Singular && _tokens.Is(at + 1, WordClass.Possessive))
            return true;
        if (lexeme.Is(WordClass.Numeral) || _tokens.IsKind(at, TokenKind.Number))
            return !lexeme.Is(WordClass.Noun) && (at > first || IsCounted(at));
        return at > first && lexeme.Is(WordClass.Quantifier) && !lexeme.Is(WordClass.Noun | WordClass.Adverb | WordClass.NegativeAdverb);
    }

    // A number without a determiner begins a phrase where a noun follows: « 60 députés », « trois sources ».
    private bool IsCounted(int at)
    {
        for (var i = at + 1; i < at + 4; i++)
        {
            if (!_tokens.IsWord(i) || _tokens.Is(i, Function))
                return false;
            if (_tokens.Is(i, Nominal | WordClass.Demonym) || _tokens.Lexeme(i) == Lexeme.Unknown)
                return true;
        }

        return false;
    }

    // « le », « la », « les », « l' », « leur » before a verb are no articles.
    private bool IsClitic(int at)
    {
        if (!_tokens.Is(at, WordClass.ObjectPronoun))
            return false;
        var next = _tokens.Lexeme(at + 1);
        if (_tokens.IsCapitalised(at + 1))
            return false;
        if (next.Is(WordClass.Auxiliary | WordClass.Modal) && !next.Is(Nominal | WordClass.Adjective))
            return !IsEast(at + 1);
        if (next.Is(WordClass.ObjectPronoun) && !next.Is(WordClass.Preposition) && !next.Is(Nominal))
            return true;
        if (!next.Is(WordClass.Verb))
            return false;
        var afterPronoun = _tokens.Is(at - 1, WordClass.SubjectPronoun | WordClass.Negation | WordClass.Reflexive) || (_tokens.Is(at - 1, WordClass.Relative) && !_tokens.Is(at - 1, WordClass.Complementiser));
        if (next.IsVerb(VerbMorph.Finite) || next.IsVerb(VerbMorph.Imperative))
        {
            // « comme le précise le maire »
            if (afterPronoun || _tokens.IsForm(at - 1, "comme"))
                return true;
            // « Le Parisien le précise »: a phrase ended just here, and nothing ties an article to it.
            if (Found.Count > 0 && Found[^1].End == at && Found[^1].Kind != PhraseKind.Time && next.IsVerb(VerbMorph.Third) && !_tokens.Is(at + 2, WordClass.Role | WordClass.PersonNoun))
                return true;
        }

        if (next.IsVerb(VerbMorph.Infinitive) && !next.Is(Nominal | WordClass.Adjective))
            return true;
        if (next.IsVerb(VerbMorph.PresentParticiple) && !next.Is(Nominal | WordClass.Adjective) && _tokens.Is(at - 1, WordClass.Preposition))
            return true;
        return false;
    }

    // « dans l'est du pays »: behind a preposition no verb has its object before it.
    private bool IsEast(int at) => _tokens.IsForm(at, "est") && _tokens.IsForm(at - 1, "l'") && _tokens.Is(at - 2, WordClass.Preposition | WordClass.To | WordClass.Of) && !_tokens.Is(at - 2, WordClass.ObjectPronoun);

    // The head after determiners: behind adjectives where a noun follows them. -1 where nothing can be one.
    private int FindHead(int at)
    {
        for (var i = at; i < at + 6; i++)
        {
            if (!_tokens.IsWord(i) || (i > at && _tokens.Has(i, TokenFlags.ParagraphBefore)))
                return -1;
            var lexeme = _tokens.Lexeme(i);
            if (lexeme.Is(WordClass.Adverb) && !lexeme.Is(Nominal | WordClass.Adjective | WordClass.Verb) && !_tokens.IsCapitalised(i)
                && (_tokens.Is(i + 1, WordClass.Adjective) || _tokens.Lexeme(i + 1).IsVerb(VerbMorph.PastParticiple)))
            {
                continue; // « les plus pauvres », « une très bonne nouvelle »
            }

            if (!MayBeHead(i, afterDeterminer: true))
                return -1;
            if (!IsBeforeHead(i))
                return i;
        }

        return -1;
    }

    private bool MayBeHead(int at, bool afterDeterminer)
    {
        if (!_tokens.IsWord(at) || _tokens.Has(at, TokenFlags.ParagraphBefore))
            return false;
        var lexeme = _tokens.Lexeme(at);
        if (lexeme.Is(Nominal | Names | WordClass.Demonym) || IsEast(at))
            return true;
        if (_tokens.IsCapitalised(at))
            return !lexeme.Is(Function) || _tokens.IsCapitalised(at + 1);
        if (lexeme == Lexeme.Unknown)
            return afterDeterminer || !LooksLikeVerb(at);
        if (lexeme.Is(Function) && !lexeme.Is(WordClass.Adjective | WordClass.Anaphoric))
            return false;
        if (lexeme.Is(WordClass.Adjective | WordClass.Ordinal | WordClass.Numeral | WordClass.Anaphoric))
            return afterDeterminer || !lexeme.Is(WordClass.Verb);
        return afterDeterminer && lexeme.Is(WordClass.Verb);
    }

    // Whether an adjective (or a noun used as one) stands before the head rather than being it.
    private bool IsBeforeHead(int at)
    {
        var lexeme = _tokens.Lexeme(at);
        // « le quintuple lauréat », « une ex-belle fille »: an unlisted adjective.
        if ((lexeme == Lexeme.Unknown || (lexeme.Is(WordClass.Verb) && !lexeme.Is(Nominal | WordClass.Adjective | Function))) && !_tokens.IsCapitalised(at) && _tokens.IsKind(at, TokenKind.Word))
            return _tokens.Is(at + 1, WordClass.Role | WordClass.PersonNoun) && !_tokens.Is(at + 1, WordClass.Adjective | WordClass.Verb | Function) && !_tokens.Has(at + 1, TokenFlags.ParagraphBefore);
        if (!lexeme.Is(WordClass.Adjective | WordClass.Ordinal | WordClass.Anaphoric | WordClass.Numeral) && !_tokens.IsKind(at, TokenKind.Number))
            return false;
        if (!_tokens.IsWord(at + 1) || _tokens.Has(at + 1, TokenFlags.ParagraphBefore))
            return false;
        var next = _tokens.Lexeme(at + 1);
        // « le ministre de l'Intérieur | Paul Sorel »
        if (_tokens.IsCapitalised(at) && !_names.IsInitial(at) && next.Is(Names) && !lexeme.Is(Nominal | Names | WordClass.Numeral))
            return false;
        // « le quotidien | Sud Ouest »
        if (lexeme.Is(Nominal))
            return next.Is(Nominal) && !(_tokens.IsCapitalised(at + 1) && !_tokens.IsCapitalised(at) && _names.TryListed(at + 1, out _)) && !next.Is(WordClass.Adjective | WordClass.Verb | Function);
        if (lexeme.Is(WordClass.Demonym))
            return false;
        if (next.Is(Nominal))
            return true;
        if (next.Is(Function) || (next.Is(WordClass.Verb) && !next.Is(WordClass.Adjective)))
            return false;
        if (next.Is(WordClass.Adjective))
            return IsBeforeHead(at + 1);
        if (next.Is(WordClass.Adverb))
            return false;
        return next == Lexeme.Unknown ? _tokens.IsCapitalised(at + 1) ? lexeme.Is(WordClass.Anaphoric | WordClass.Ordinal) : !LooksLikeVerb(at + 1) : next.Is(Names | WordClass.Demonym);
    }

    // An unlisted word that ends as only a verb does.
    private bool LooksLikeVerb(int at)
    {
        var form = _tokens.Form(at);
        return form.EndsWith("ait") || form.EndsWith("aient") || form.EndsWith("èrent") || form.EndsWith("eront") || form.EndsWith("ent") && form.Length > 6 && !form.EndsWith("ment") && !form.EndsWith("gent") && !form.EndsWith("dent")
            || form.EndsWith("era") || form.EndsWith("ira") || (form.EndsWith("ement") && form.Length > 8);
    }

    private NounPhrase ReadFromHead(int first, int head, Gender gender, bool singular, bool plural, int depth)
    {
        var lexeme = _tokens.Lexeme(head);
        if (_tokens.IsCapitalised(head) && !lexeme.Is(Nominal) && !(lexeme.Is(WordClass.Demonym) && !lexeme.Is(Names)))
        {
            // « l'OTAN », « le Kremlin », « le Los Angeles Democrat »
            var end = depth > 0 ? _names.ReadInComplement(head) : _names.Read(head);
            var kind = _names.KindOf(head, end, afterDeterminer: true);
            if (gender == Gender.Unknown && end == head + 1)
                gender = lexeme.Gender;
            return Finish(first, end - 1, new TokenRange(head, end), kind, gender, plural, lexeme.Classes, depth);
        }

        if (gender == Gender.Unknown)
            gender = lexeme.Gender;
        if (!singular && !plural)
            plural = lexeme.Plural && !lexeme.Singular;
        return Finish(first, head, default, KindOf(head, plural), gender, plural, lexeme.Classes, depth);
    }

    private PhraseKind KindOf(int head, bool plural)
    {
        var lexeme = _tokens.Lexeme(head);
        // « dans le cadre de », not « un cadre du parti »
        if (_tokens.Is(head - 1, WordClass.Definite) && !plural && _tokens.IsForm(head, "cadre"))
            return PhraseKind.Other;
        if (lexeme.Is(WordClass.AnonymousNoun) && !lexeme.Is(WordClass.Role | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.OrganisationNoun))
            return PhraseKind.Anonymous;
        if (lexeme.Is(WordClass.Role))
            return plural ? PhraseKind.Group : PhraseKind.Role;
        if (lexeme.Is(WordClass.PersonNoun))
            return plural ? PhraseKind.Group : PhraseKind.Person;
        if (lexeme.Is(WordClass.GroupNoun))
            return PhraseKind.Group;
        if (lexeme.Is(WordClass.OrganisationNoun | WordClass.MediumNoun) || (_tokens.IsForm(head, "think") && _tokens.IsForm(head + 1, "tank")))
            return PhraseKind.Organisation;
        if (lexeme.Is(WordClass.Demonym))
            return PhraseKind.Demonym;
        if (lexeme.Is(WordClass.Document))
            return PhraseKind.Document;
        if (lexeme == Lexeme.Unknown && EndsAsPerson(head))
            return plural ? PhraseKind.Group : PhraseKind.Person;
        return PhraseKind.Other;
    }

    // An unlisted noun with a suffix of persons: « le propagandiste », « l'océanologue », « la fondatrice ».
    private bool EndsAsPerson(int at)
    {
        var form = _tokens.Form(at);
        if (form.EndsWith("teurs"))
            return false; // as often machines
        if (form.EndsWith('s'))
            form = form[..^1];
        return form.Length > 6 && (form.EndsWith("iste") || form.EndsWith("logue") || form.EndsWith("trice") || form.EndsWith("euse") || form.EndsWith("teur") || form.EndsWith("ologiste") || _tokens.Form(at).EndsWith("iens"));
    }

    // Adjectives, complements and a name after the head; the phrase so far is [first, head].
    private NounPhrase Finish(int first, int head, TokenRange name, PhraseKind kind, Gender gender, bool plural, WordClass classes, int depth)
    {
        var phrase = new NounPhrase(new TokenRange(first, head + 1), head, kind, gender, plural, name);
        return WithComplements(phrase, depth);
    }

    private NounPhrase WithComplements(NounPhrase phrase, int depth)
    {
        var end = phrase.End;
        var role = IsOffice(phrase);
        for (var steps = 0; steps < LongestRun; steps++)
        {
            if (end >= Limit || !_tokens.IsWord(end) || _tokens.Has(end, TokenFlags.ParagraphBefore))
                break;
            if (IsFollowingAdjective(end, phrase))
            {
                if (phrase.Gender == Gender.Unknown && _tokens.Is(end, WordClass.Adjective | WordClass.Demonym))
                    phrase = phrase with { Gender = _tokens.Lexeme(end).Gender };
                end++;
                continue;
            }

            // « le fondateur et directeur Paul Sorel »: one article, one person.
            if (phrase.Name.IsEmpty && !phrase.Plural && phrase.Kind is PhraseKind.Role or PhraseKind.Person && _tokens.Is(end, GrammarWord.And) && _tokens.Is(phrase.First, WordClass.Determiner)
                && _tokens.Is(end + 1, WordClass.Role) && !_tokens.IsCapitalised(end + 1) && !(_tokens.Lexeme(end + 1).Plural && !_tokens.Lexeme(end + 1).Singular) && !_tokens.Is(end + 1, WordClass.Adjective | WordClass.Determiner))
            {
                end += 2;
                continue;
            }

            if (phrase.Name.IsEmpty && depth < DeepestComplement && TakesName(phrase) && TryReadNameBehind(end, phrase, depth, out var named))
            {
                phrase = named;
                end = named.End;
                continue;
            }

            if (depth < DeepestComplement && TryReadComplement(end, phrase, role, depth, out var complement))
            {
                end = complement.End;
                Inner.Add(complement);
                // « le secrétaire de presse du président Paul Sorel »: whose name it is, the resolver tells; here it ends the phrase.
                if (phrase.Kind == PhraseKind.Other && _tokens.Is(phrase.Head, GrammarWord.Share) && complement.CanSpeak && complement.Kind is not (PhraseKind.Pronoun or PhraseKind.Document or PhraseKind.Place))
                    phrase = phrase with { Kind = PhraseKind.Group };
                else if (phrase.Kind == PhraseKind.Other && IsAmount(phrase.Head))
                    phrase = phrase with { Kind = complement.Kind, Head = complement.Head, Plural = true, Gender = complement.Gender };
                else if (role && phrase.Name.IsEmpty && !complement.Name.IsEmpty && complement.Kind == PhraseKind.PersonName && IsOfficeComplement(complement))
                    phrase = phrase with { Name = complement.Name, Kind = PhraseKind.PersonName };
                continue;
            }

            break;
        }

        return phrase with { Range = new TokenRange(phrase.First, end) };
    }

    // A complement that names a holder with an office of its own may lend its name to the whole.
    private bool IsOfficeComplement(NounPhrase complement)
    {
        for (var i = complement.First; i < complement.Name.First; i++)
        {
            if (_tokens.Is(i, WordClass.Role))
                return true;
        }

        return false;
    }

    private bool IsOffice(NounPhrase phrase) => phrase.Kind is PhraseKind.Role or PhraseKind.Group && _tokens.Is(phrase.Head, WordClass.Role);

    private bool IsAmount(int head) => _tokens.Is(head, WordClass.Quantifier) && _tokens.Is(head, WordClass.Noun | WordClass.GroupNoun | WordClass.Numeral) || _tokens.Is(head, WordClass.Quantifier) && !_tokens.Is(head, WordClass.Determiner);

    private static bool TakesName(NounPhrase phrase) =>
        phrase.Kind is PhraseKind.Role or PhraseKind.Person or PhraseKind.Organisation or PhraseKind.Demonym or PhraseKind.Group or PhraseKind.Document or PhraseKind.Other or PhraseKind.Anonymous;

    // « le ministre Paul Sorel », « le syndicat Alliance », « la républicaine Ana Bellec ».
    private bool TryReadNameBehind(int at, NounPhrase phrase, int depth, out NounPhrase named)
    {
        named = phrase;
        if (IsTitle(at))
        {
            if (!TryReadTitled(at, at, DeepestComplement, out var titled))
                return false;
            named = phrase with { Range = new TokenRange(phrase.First, titled.End), Head = titled.Head, Kind = PhraseKind.PersonName, Name = titled.Name, Gender = titled.Gender != Gender.Unknown ? titled.Gender : phrase.Gender };
            return true;
        }

        var body = phrase.Kind == PhraseKind.Organisation || (phrase.Kind == PhraseKind.Group && !phrase.Plural);
        if (!_names.MayBegin(at) && !(body && _tokens.IsCapitalised(at) && !_tokens.Is(at, Function | WordClass.Weekday | WordClass.Month)))
            return false;
        var end = _names.Read(at);
        if (end == at || (depth > 0 && end - at > 1 && _tokens.Is(phrase.Head, GrammarWord.Nameless)))
            return false;
        // « l'association Ports de France »
        if (body && _tokens.Is(end, WordClass.Of) && !_tokens.Is(end, WordClass.Determiner) && _tokens.Is(end + 1, WordClass.PlaceName) && _tokens.IsCapitalised(end + 1) && _tokens.Is(at, Nominal))
            end += 2;
        // « le président de l'Assemblée | Paul Sorel », « l'artiste de soul | Ana Bellec »: the name is the holder's.
        if (depth > 0 && (body || phrase.Kind is PhraseKind.Other or PhraseKind.Document) && (_tokens.Is(at, WordClass.GivenName) || (end - at > 1 && (!body || _tokens.IsCapitalised(phrase.Head)))))
            return false;
        var kind = _names.KindOf(at, end, afterDeterminer: false);
        var listed = _tokens.Lexeme(phrase.Head) != Lexeme.Unknown;
        // « une conférence de presse | Ana Bellec »: two phrases that meet.
        if (phrase.Kind is PhraseKind.Other or PhraseKind.Document && listed && kind == PhraseKind.PersonName && end - at > 1)
            return false;
        if (body)
            kind = PhraseKind.OrganisationName;
        else if (phrase.Kind is PhraseKind.Other or PhraseKind.Document)
            kind = phrase.Kind == PhraseKind.Other && kind == PhraseKind.PersonName && !listed ? PhraseKind.PersonName : phrase.Kind;
        else if (kind is PhraseKind.UnknownName)
            kind = phrase.Kind is PhraseKind.Group ? PhraseKind.Group : PhraseKind.PersonName;
        else if (kind is PhraseKind.Place or PhraseKind.OrganisationName or PhraseKind.Media)
            kind = phrase.Kind;
        // « les appareils Varel »: the maker.
        if (phrase.Kind == PhraseKind.Group && phrase.Plural && end == at + 1)
        {
            Inner.Add(new NounPhrase(new TokenRange(at, end), at, PhraseKind.UnknownName, Gender.Unknown, false, new TokenRange(at, end)));
            named = phrase with { Range = new TokenRange(phrase.First, end) };
            return true;
        }

        // « la maire LPR Ana Bellec », « le député LPR »: the party is no name of hers.
        if (_names.KindOf(at, end, afterDeterminer: false) is PhraseKind.OrganisationName or PhraseKind.Media or PhraseKind.Place && phrase.Kind is PhraseKind.Role or PhraseKind.Person or PhraseKind.Demonym or PhraseKind.Group or PhraseKind.Anonymous && !body)
        {
            Inner.Add(new NounPhrase(new TokenRange(at, end), end - 1, _names.KindOf(at, end, afterDeterminer: false), Gender.Unknown, false, new TokenRange(at, end)));
            named = phrase with { Range = new TokenRange(phrase.First, end) };
            return true;
        }

        var gender = kind == PhraseKind.PersonName && _names.GenderOf(at, end) is var own && own != Gender.Unknown ? own : phrase.Gender;
        named = phrase with { Range = new TokenRange(phrase.First, end), Head = kind is PhraseKind.PersonName or PhraseKind.OrganisationName ? end - 1 : phrase.Head, Kind = kind, Gender = gender, Name = new TokenRange(at, end) };
        return true;
    }

    // « source diplomatique alliée »: an adjective, a demonym, or an unlisted word that no verb's ending gives away.
    private bool IsFollowingAdjective(int at, NounPhrase phrase)
    {
        if (phrase.Kind is PhraseKind.PersonName or PhraseKind.UnknownName || phrase.Name.End == at && !phrase.Name.IsEmpty && phrase.Kind is PhraseKind.Place or PhraseKind.Media)
            return false;
        var lexeme = _tokens.Lexeme(at);
        // « le Conseil Régional »
        if (_tokens.IsCapitalised(at) && phrase.Name.IsEmpty && phrase.Kind == PhraseKind.Organisation && _tokens.IsCapitalised(phrase.Head) && lexeme.Is(WordClass.Adjective) && !lexeme.Is(Names | WordClass.Verb))
            return true;
        if (_tokens.IsCapitalised(at) || !_tokens.IsKind(at, TokenKind.Word))
            return false;
        if (_tokens.IsForm(at, "tank") && _tokens.IsForm(at - 1, "think"))
            return true;
        if (lexeme == Lexeme.Unknown)
            return !LooksLikeVerb(at) && !_names.IsRole(at) || phrase.Kind == PhraseKind.Other && !LooksLikeVerb(at);
        if (lexeme.Is(Function))
            return false;
        if (!lexeme.Is(WordClass.Adjective | WordClass.Demonym | WordClass.Ordinal | WordClass.Anaphoric))
        {
            // « le porte-parole adjoint », « la conférence presse » : a noun that stands in apposition to the head, but no time.
            return lexeme.Is(WordClass.Role | WordClass.PersonNoun) && !lexeme.Is(WordClass.Adverb) && (!lexeme.Is(WordClass.Verb) || lexeme.IsVerb(VerbMorph.PastParticiple)) && phrase.Kind is PhraseKind.Role or PhraseKind.Person or PhraseKind.Anonymous;
        }

        if (!lexeme.Is(WordClass.Verb))
            return true;
        // « la politique étrangère critique »: a verb too; it is one where an object or a clause follows.
        if (lexeme.IsVerb(VerbMorph.Finite) && lexeme.Is(WordClass.Cue) && !lexeme.IsVerb(VerbMorph.PastParticiple))
            return _tokens.Is(at + 1, WordClass.Auxiliary) || _tokens.Lexeme(at + 1).IsVerb(VerbMorph.Finite) || !_tokens.IsWord(at + 1) && _tokens.IsKind(at + 1, TokenKind.Comma);
        return true;
    }

    private bool TryReadComplement(int at, NounPhrase phrase, bool role, int depth, out NounPhrase complement)
    {
        complement = default;
        if (_tokens.Is(at, WordClass.Of))
            return TryReadOf(at, phrase, depth, out complement);
        if (_tokens.Is(at, WordClass.Coordinator) && _tokens.Is(at + 1, WordClass.Of) && _tokens.IsForm(at, "et") && depth == 0 && role | phrase.Kind == PhraseKind.Organisation)
            return TryReadOf(at + 1, phrase, depth, out complement) && IsPortfolio(complement);
        var body = phrase.Kind is PhraseKind.Organisation or PhraseKind.Group && _tokens.IsCapitalised(phrase.Head) && phrase.Head > 0 && !_names.IsInitial(phrase.Head);
        if (body && (_tokens.IsForm(at, "vers") || _tokens.IsForm(at, "contre") || _tokens.IsForm(at, "pour")) && _tokens.Is(at + 1, WordClass.Definite))
            return TryReadObject(at + 1, depth, false, out complement) && complement.Kind != PhraseKind.Time;
        if (!role && phrase.Kind is not (PhraseKind.Organisation or PhraseKind.Person))
            return false;
        // « le secrétaire d'État | à la Mer »: a bare noun has no complement of its own.
        if (_tokens.Is(at, WordClass.To))
            return !(depth > 0 && phrase.First == phrase.Head && _tokens.Is(at - 2, WordClass.Of) && !_tokens.Is(at - 2, WordClass.Determiner)) && TryReadTo(at, depth, phrase.Head, out complement);
        if (_tokens.IsForm(at, "en") || _tokens.IsForm(at, "pour") || (_tokens.IsForm(at, "auprès") && role) || _tokens.IsForm(at, "chez") || _tokens.IsForm(at, "sur") && role)
            return TryReadOther(at, depth, out complement);
        // « présidente par intérim »
        if (role && _tokens.IsForm(at, "par") && _tokens.IsForm(at + 1, "intérim"))
        {
            complement = new NounPhrase(new TokenRange(at + 1, at + 2), at + 1, PhraseKind.Other, Gender.Unknown, false, default);
            return true;
        }

        // « chargé de la recherche », « délégué à l'enfance »
        if (_tokens.IsForm(at, "chargé") || _tokens.IsForm(at, "chargée") || _tokens.IsForm(at, "chargés"))
        {
            if (!TryReadOf(at + 1, phrase, depth, out var charge))
                return false;
            complement = charge;
            return true;
        }

        return false;
    }

    // « et de la Pêche »: a second portfolio, not a second person.
    private bool IsPortfolio(NounPhrase complement) => complement.Kind is PhraseKind.Other or PhraseKind.UnknownName or PhraseKind.Organisation or PhraseKind.OrganisationName or PhraseKind.Place;

    private bool TryReadOf(int at, NounPhrase phrase, int depth, out NounPhrase complement)
    {
        complement = default;
        if (!_tokens.Is(at, WordClass.Of) || _tokens.Has(at, TokenFlags.ParagraphBefore))
            return false;
        var next = at + 1;
        if (!_tokens.IsWord(next) || _tokens.Has(next, TokenFlags.ParagraphBefore))
            return false;
        if (phrase.Kind is PhraseKind.PersonName or PhraseKind.UnknownName or PhraseKind.Media && !(_tokens.Is(next, WordClass.Definite) || _tokens.Is(at, WordClass.Determiner) || _tokens.IsForm(at, "du") || _tokens.IsCapitalised(next)))
            return false;
        if (_tokens.Lexeme(next).IsVerb(VerbMorph.Infinitive) && !_tokens.Is(next, Nominal))
            return false;
        // « Le directeur accuse Lyon de retards »
        if (phrase.Kind == PhraseKind.Place)
            return false;
        if (_tokens.IsForm(at, "des") && _tokens.Is(next, WordClass.Numeral) is false && phrase.Kind is PhraseKind.PersonName or PhraseKind.UnknownName)
            return false;
        return TryReadObject(next, depth, _tokens.Is(at, WordClass.Determiner) || _tokens.IsForm(at, "du"), out complement);
    }

    // « à Oslo », « à la maire », « au Parlement »; an addressee (« à l'agence X », « aux journalistes ») is none of the role's own.
    private bool TryReadTo(int at, int depth, int head, out NounPhrase complement)
    {
        if (!TryReadObject(at + 1, depth, _tokens.IsForm(at, "au") || _tokens.IsForm(at, "aux"), out complement) || complement.Kind == PhraseKind.Time)
            return false;
        if (_tokens.Is(complement.Head, WordClass.MediumNoun | WordClass.OccasionNoun | WordClass.MediaName))
            return false;
        if (complement.Kind == PhraseKind.Place || _tokens.Is(complement.Head, WordClass.OrganisationNoun))
            return true;
        if (IsDelegated(at - 1) || (_tokens.Form(head).StartsWith("candidat") && !_tokens.IsForm(at, "a")))
            return true;
        return complement.Kind is PhraseKind.Other or PhraseKind.UnknownName && _tokens.IsCapitalised(complement.Head);
    }

    // « délégué à », « adjoint à », « candidate à », « conseillère au »
    private bool IsDelegated(int at)
    {
        var form = _tokens.Form(Math.Max(at, 0));
        return form.StartsWith("délégu") || form.StartsWith("adjoint") || form.StartsWith("candidat") || form.StartsWith("conseill") || form.StartsWith("attaché");
    }

    private bool TryReadOther(int at, int depth, out NounPhrase complement)
    {
        complement = default;
        var next = at + 1;
        if (_tokens.IsForm(at, "auprès"))
            return TryReadOf(next, default, depth, out complement);
        if (_tokens.IsForm(at, "en"))
        {
            // « en charge des finances », « en chef », « en droit »
            if (_tokens.IsForm(next, "charge") && _tokens.Is(next + 1, WordClass.Of))
                return TryReadOf(next + 1, default, depth, out complement);
            if (!_tokens.IsForm(next, "chef") && !_tokens.Is(next, WordClass.PlaceName))
                return false;
            complement = new NounPhrase(new TokenRange(next, next + 1), next, PhraseKind.Other, Gender.Unknown, false, default);
            return true;
        }

        return _tokens.Is(next, WordClass.Determiner) && !_tokens.Lexeme(next + 1).IsVerb(VerbMorph.Infinitive) && _tokens.IsCapitalised(next + 1) && TryReadObject(next, depth, false, out complement) && complement.Kind != PhraseKind.Time;
    }

    // What a preposition governs: a phrase, or a bare noun.
    private bool TryReadObject(int at, int depth, bool articled, out NounPhrase complement)
    {
        complement = default;
        if (!_tokens.IsWord(at) || _tokens.Has(at, TokenFlags.ParagraphBefore))
            return false;
        if (articled)
        {
            var head = FindHead(at);
            if (IsTitle(at) && TryReadTitled(at, at, depth + 1, out complement))
                return true;
            if (_names.TryListed(at, out _) && TryReadListed(at, depth + 1, out complement))
                return true;
            if (_times.TryRead(at, out var timeEnd))
            {
                complement = new NounPhrase(new TokenRange(at, timeEnd), at, PhraseKind.Time, Gender.Unknown, false, default);
                return true;
            }

            if (head < 0)
                return false;
            complement = ReadFromHead(at, head, Gender.Unknown, false, false, depth + 1);
            return true;
        }

        if (TryRead(at, depth + 1, out complement))
            return true;
        if (_tokens.Is(at, Function) && !_tokens.Is(at, Nominal))
            return false;
        // « chef de cabinet du maire »: what follows a bare noun belongs to the whole.
        var bare = FindHead(at);
        if (bare < 0 || (_tokens.Is(bare, WordClass.Verb) && !_tokens.Is(bare, Nominal | WordClass.Adjective) && !_tokens.IsCapitalised(bare) && !_tokens.Lexeme(bare).IsVerb(VerbMorph.PastParticiple)))
            return false;
        complement = ReadFromHead(at, bare, Gender.Unknown, false, false, _tokens.IsCapitalised(bare) ? depth + 1 : DeepestComplement);
        return true;
    }

    private bool TryReadName(int at, int depth, out NounPhrase phrase)
    {
        phrase = default;
        if (!_names.MayBegin(at))
            return false;
        var end = depth > 0 ? _names.ReadInComplement(at) : _names.Read(at);
        if (end == at)
            return false;
        var lexeme = _tokens.Lexeme(at);
        var kind = _names.KindOf(at, end, afterDeterminer: false);
        if (kind == PhraseKind.UnknownName && end == at + 1 && lexeme.Is(Nominal))
            return false; // « Défense » alone: TryReadBare says what it is
        var gender = kind == PhraseKind.PersonName ? _names.GenderOf(at, end) : lexeme.Gender;
        phrase = Finish(at, end - 1, new TokenRange(at, end), kind, gender, kind == PhraseKind.Place && lexeme.Plural && !lexeme.Singular, lexeme.Classes, depth);
        return true;
    }

    // A noun without determiner: « ministre de la Mer » in apposition, « sources concordantes », « Parquet de X » in a headline.
    private bool TryReadBare(int at, int depth, out NounPhrase phrase)
    {
        phrase = default;
        var lexeme = _tokens.Lexeme(at);
        if (lexeme.Is(WordClass.Quantifier) && lexeme.Is(WordClass.Adverb) && _tokens.IsForm(at, "beaucoup") && EndsPhrase(at + 1))
        {
            phrase = new NounPhrase(new TokenRange(at, at + 1), at, PhraseKind.Group, Gender.Unknown, true, default);
            return true;
        }

        if (lexeme.Is(WordClass.Relative | WordClass.Interrogative | WordClass.NegativeAdverb))
            return false;
        var head = at;
        if (lexeme.Is(WordClass.Adjective | WordClass.Ordinal | WordClass.Anaphoric) && IsBeforeHead(at))
            head = FindHead(at);
        if (head < 0 || !_tokens.Is(head, Speaking | (_tokens.IsCapitalised(head) ? Nominal | WordClass.Demonym : WordClass.None)))
            return false;
        var noun = _tokens.Lexeme(head);
        if (head == at && noun.Is(WordClass.Verb | WordClass.Adjective | WordClass.Preposition | WordClass.Adverb) && !IsPlaceForBareNoun(at))
            return false;
        // « Accusé d'avoir menti »: a participle, no person.
        if (head == at && noun.IsVerb(VerbMorph.PastParticiple) && !noun.Is(WordClass.Role))
            return false;
        if (head == at && noun.Is(WordClass.Verb) && !(noun.Is(Speaking) && _tokens.Is(at + 1, WordClass.Of | WordClass.To | WordClass.Adjective | WordClass.Demonym)))
            return false;
        phrase = ReadFromHead(at, head, Gender.Unknown, false, false, depth);
        return true;
    }

    // Where French leaves the article out: after a comma, a bracket, a line's start, « en tant que », « de », « et ».
    private bool IsPlaceForBareNoun(int at) => _tokens.Has(at, TokenFlags.LineBefore) || at == 0
        || _tokens.Kind(at - 1) is TokenKind.Comma or TokenKind.OpenBracket or TokenKind.Dash or TokenKind.Colon || _tokens.Is(at - 1, WordClass.Preposition | WordClass.Of | WordClass.Coordinator);
}
