// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Reads proper names: runs of capitalised words with their particles.</summary>
/// <remarks>A capital after a full stop proves nothing: such a word begins a name if it is listed as one, stands capitalised elsewhere inside a sentence, or is unlisted and no adverb.</remarks>
internal sealed class NameScan
{
    private const int LongestName = 8;

    private const WordClass Listed = WordClass.GivenName | WordClass.PlaceName | WordClass.SpeakingPlace | WordClass.OrganisationName | WordClass.MediaName;

    private const WordClass Common = WordClass.Role | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.OrganisationNoun | WordClass.AnonymousNoun
        | WordClass.OccasionNoun | WordClass.MediumNoun | WordClass.Document | WordClass.CueNoun | WordClass.Noun | WordClass.TimeNoun | WordClass.Adjective
        | WordClass.Adverb | WordClass.Verb | WordClass.Title | WordClass.Numeral | WordClass.Ordinal | WordClass.Quantifier | WordClass.Weekday | WordClass.Month;

    private const WordClass Function = WordClass.Determiner | WordClass.Preposition | WordClass.Of | WordClass.To | WordClass.Complementiser | WordClass.Relative
        | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Coordinator | WordClass.Subordinator | WordClass.Negation | WordClass.NegativeAdverb
        | WordClass.Interrogative | WordClass.Auxiliary | WordClass.Modal | WordClass.StrongPronoun | WordClass.DemonstrativePronoun | WordClass.SourcePreposition;

    private readonly TokenList _tokens;
    private readonly ListedNames _listed;
    private HashSet<ulong>? _capitalisedInside; // gathered when first asked for
    private int _askedAt = -1;
    private bool _isListed;
    private ListedPhrase _listedThere = null!;

    public NameScan(TokenList tokens, ListedNames listed)
    {
        _tokens = tokens;
        _listed = listed;
    }

    public bool TryListed(int at, out ListedPhrase phrase)
    {
        // Several readings ask for one token, one after the other.
        if (at != _askedAt)
            (_askedAt, _isListed) = (at, _listed.TryMatch(_tokens, at, out _listedThere));
        phrase = _listedThere;
        return _isListed;
    }

    public bool IsRole(int at) => _tokens.Is(at, WordClass.Role);

    /// <summary>Whether a name can begin at the token.</summary>
    public bool MayBegin(int at)
    {
        if (!_tokens.IsCapitalised(at))
            return _tokens.Is(at, WordClass.NameParticle) && !_tokens.Is(at, Function) && _tokens.IsCapitalised(at + 1) && _tokens.Lexeme(at + 1) == Lexeme.Unknown;
        var lexeme = _tokens.Lexeme(at);
        if (TryListed(at, out _))
            return true;
        if (lexeme.Is(Listed))
            return !lexeme.Is(Function | WordClass.Adverb) || !IsInitial(at) || _tokens.IsCapitalised(at + 1);
        if (lexeme.Is(WordClass.Title))
            return false;
        if (!IsInitial(at))
        {
            if (lexeme.Is(Function))
                return lexeme.Is(WordClass.Definite | WordClass.NameParticle) && NameGoesOn(at + 1);
            return !lexeme.Is(WordClass.Weekday | WordClass.Month | WordClass.Role | WordClass.Adverb | WordClass.OrganisationNoun | WordClass.Document | WordClass.GroupNoun) || (lexeme.Is(WordClass.Adverb) && _tokens.IsCapitalised(at + 1));
        }

        if (lexeme.Is(Function) || IsSlug(at))
            return false;
        if (lexeme.Is(Common))
            return lexeme.Is(WordClass.Adjective | WordClass.Noun | WordClass.Verb) && !lexeme.Is(WordClass.Adverb | WordClass.Role) && NameGoesOn(at + 1) && !_tokens.Is(at + 1, Listed | WordClass.Title) && WasSeenInside(at);
        if (_tokens.Has(at, TokenFlags.AllCapitals))
            return true;
        return WasSeenInside(at) || (!EndsAsNoName(at) && (NameGoesOn(at + 1) || MayPrecedeVerb(at)));
    }

    /// <summary>The end of the name that begins at the token; the token itself where none does.</summary>
    public int Read(int first) => ReadName(first, splitBeforeGivenName: false);

    /// <summary>As <see cref="Read"/>, where a holder's name may follow the name of what he heads: « le maire de Lyon Paul Sorel ».</summary>
    public int ReadInComplement(int first) => ReadName(first, splitBeforeGivenName: true);

    /// <summary>The end of a person's name after a title.</summary>
    public int ReadPerson(int first) => ReadName(first, splitBeforeGivenName: false);

    public PhraseKind KindOf(int first, int end, bool afterDeterminer)
    {
        var lexeme = _tokens.Lexeme(first);
        if (TryListed(first, out var listed) && (first + listed.Words.Length >= end || (listed.Classes & WordClass.MediaName) != 0))
            return KindOf(listed.Classes, PhraseKind.UnknownName);
        if (end == first + 1)
        {
            if (lexeme.Is(WordClass.Demonym) && afterDeterminer && !lexeme.Is(WordClass.PlaceName))
                return PhraseKind.Demonym;
            var kind = KindOf(lexeme.Classes, PhraseKind.UnknownName);
            if (kind == PhraseKind.PersonName && afterDeterminer)
                return PhraseKind.UnknownName;
            if (kind == PhraseKind.UnknownName && _tokens.Has(first, TokenFlags.AllCapitals) && _tokens.Span(first).Length is >= 2 and <= 6 && !IsShouted(first))
                return PhraseKind.OrganisationName;
            return kind;
        }

        if (lexeme.Is(WordClass.OrganisationName))
            return PhraseKind.OrganisationName;
        if (lexeme.Is(WordClass.MediaName))
            return PhraseKind.Media;
        if (lexeme.Is(WordClass.GivenName) && !afterDeterminer)
            return PhraseKind.PersonName;
        if (lexeme.Is(WordClass.PlaceName) && !lexeme.Is(WordClass.GivenName))
            return afterDeterminer || end > first + 2 ? PhraseKind.UnknownName : PhraseKind.Place;
        if (lexeme.Is(WordClass.OrganisationNoun | WordClass.MediumNoun))
            return PhraseKind.OrganisationName;
        return PhraseKind.UnknownName;
    }

    public PhraseKind KindOf(WordClass classes, PhraseKind otherwise)
    {
        if ((classes & WordClass.MediaName) != 0)
            return PhraseKind.Media;
        if ((classes & (WordClass.OrganisationName | WordClass.OrganisationNoun)) != 0)
            return PhraseKind.OrganisationName;
        if ((classes & (WordClass.PlaceName | WordClass.SpeakingPlace)) != 0)
            return PhraseKind.Place;
        return (classes & WordClass.GivenName) != 0 ? PhraseKind.PersonName : otherwise;
    }

    /// <summary>The gender of the given name at the head of a person's name.</summary>
    public Gender GenderOf(int first, int end)
    {
        for (var i = first; i < end - 1 || i == first; i++)
        {
            if (_tokens.Is(i, WordClass.GivenName) && _tokens.Lexeme(i).Gender != Gender.Unknown)
                return _tokens.Lexeme(i).Gender;
            if (_tokens.Span(i).Length > 2)
                break; // behind an initial only
        }

        return CompoundGender(first);
    }

    // « Jean-Noël », « Marie-Laure »: the first part tells, where the whole is not listed.
    private Gender CompoundGender(int first)
    {
        var form = _tokens.Form(first);
        var hyphen = form.IndexOf('-');
        if (hyphen < 3)
            return Gender.Unknown;
        return form[..hyphen] switch
        {
            "Jean" or "Pierre" or "Charles" or "Paul" or "Louis" or "Marc" or "Henri" => Gender.Male,
            "Marie" or "Anne" => Gender.Female,
            _ => Gender.Unknown,
        };
    }

    private int ReadName(int first, bool splitBeforeGivenName)
    {
        if (TryListed(first, out var listed) && KindOf(listed.Classes, PhraseKind.UnknownName) is not (PhraseKind.UnknownName or PhraseKind.PersonName))
            return PassEdition(first, first + listed.Words.Length, listed.Classes);
        var at = first;
        while (at - first < 3 && !_tokens.IsCapitalised(at) && _tokens.Is(at, WordClass.NameParticle))
            at++;
        if (!_tokens.IsCapitalised(at))
            return first;
        var acronym = _tokens.Is(first, WordClass.MediaName) && _tokens.Has(first, TokenFlags.AllCapitals) && !_tokens.Is(first, WordClass.GivenName) && !IsShouted(first);
        var institution = _tokens.Is(first, Listed & ~WordClass.GivenName) && !_tokens.Is(first, WordClass.GivenName);
        at++;
        while (at - first < LongestName)
        {
            if (_tokens.Has(at, TokenFlags.ParagraphBefore) || !_tokens.IsWord(at))
                break;
            if (IsNameWord(at))
            {
                // « à l'AFP Bene Mayura », « à l'AFP M. Sorel »: after an agency in capitals somebody's full name is another's.
                if (acronym && at == first + 1 && !_tokens.Has(at, TokenFlags.AllCapitals) && (_tokens.Is(at, WordClass.Title) || (!_tokens.Is(at, Listed & ~WordClass.GivenName | Common) && NameGoesOn(at + 1))))
                    break;
                if (splitBeforeGivenName && _tokens.Is(at, WordClass.GivenName) && !_tokens.Is(first, WordClass.GivenName) && NameGoesOn(at + 1))
                    break;
                if (splitBeforeGivenName && institution && NameGoesOn(at + 1))
                    break;
                if (institution && _tokens.Is(at, WordClass.GivenName) && NameGoesOn(at + 1))
                    break;
                at++;
                continue;
            }

            // « Ports and Harbours », « Ports of Brize »
            if ((_tokens.IsForm(at, "and") || _tokens.IsForm(at, "of") || _tokens.IsForm(at, "for")) && IsNameWord(at + 1))
            {
                at += 2;
                continue;
            }

            var behind = PassParticles(at);
            if (behind == at || institution || !IsNameWord(behind) || !MayTakeParticle(first, at, behind))
                break;
            at = behind + 1;
        }

        return at;
    }

    // « France Bleu Pays d'Auvergne », « Le Los Angeles Democrat »: a listed name that goes on.
    private int PassEdition(int first, int end, WordClass classes)
    {
        var isMedium = (classes & WordClass.MediaName) != 0;
        if (!isMedium && !(_tokens.Is(first - 1, WordClass.Definite) && (classes & WordClass.PlaceName) != 0))
            return end;
        while (end - first < LongestName && IsNameWord(end) && !_tokens.Is(end, WordClass.GivenName | Function | WordClass.Title) && !_tokens.Has(end, TokenFlags.LineBefore))
        {
            end++;
            if (isMedium && _tokens.Is(end, WordClass.Of) && _tokens.Is(end + 1, WordClass.PlaceName) && _tokens.IsCapitalised(end + 1))
                end += 2;
        }

        return end;
    }

    private int PassParticles(int at)
    {
        var end = at;
        while (end - at < 3 && _tokens.IsKind(end, TokenKind.Word) && _tokens.Is(end, WordClass.NameParticle) && !_tokens.Has(end, TokenFlags.ParagraphBefore))
            end++;
        return end;
    }

    // « Ana de Brize » but not « Paris de Lyon », not « Sorel du Parti socialiste », not « Ana Bellec de Greenpeace ».
    private bool MayTakeParticle(int first, int particle, int behind)
    {
        if (!_tokens.Is(particle, WordClass.Of))
            return !_tokens.Is(particle, WordClass.Determiner) || _tokens.IsCapitalised(particle);
        if (_tokens.Is(behind, Listed & ~WordClass.GivenName) || _tokens.Is(behind, Common) || _tokens.Has(behind, TokenFlags.AllCapitals))
            return false;
        if (_tokens.IsForm(particle, "des") || (_tokens.IsForm(particle, "du") && particle > first + 1))
            return false;
        return particle <= first + 2 && (_tokens.Is(first, WordClass.GivenName) || particle == first + 1 || _tokens.FirstChar(particle) == 'd' && _tokens.Span(particle).Length == 2 && !_tokens.Has(behind, TokenFlags.SpaceBefore));
    }

    private bool NameGoesOn(int at) => _tokens.IsKind(at, TokenKind.Word) && !_tokens.Has(at, TokenFlags.ParagraphBefore)
        && (IsNameWord(at) || (_tokens.Is(at, WordClass.NameParticle) && (_tokens.IsCapitalised(at + 1) || _tokens.IsCapitalised(at + 2) && _tokens.Is(at + 1, WordClass.NameParticle))));

    private bool IsNameWord(int at)
    {
        if (_tokens.Has(at, TokenFlags.ParagraphBefore) || (!_tokens.IsCapitalised(at) && !HasArabicArticle(at)))
            return false;
        var lexeme = _tokens.Lexeme(at);
        if (lexeme.Is(Listed))
            return true;
        if (lexeme.Is(WordClass.Title) && _tokens.Span(at).Length > 2)
            return false;
        if (lexeme.Is(Function))
            return lexeme.Is(WordClass.NameParticle) && _tokens.IsCapitalised(at + 1) && !_tokens.Has(at + 1, TokenFlags.ParagraphBefore);
        return !lexeme.Is(WordClass.Weekday | WordClass.Month) && !IsSlug(at);
    }

    // « Adel al-Joubir », « Fatah el-Sissar »
    private bool HasArabicArticle(int at)
    {
        var form = _tokens.Form(at);
        return form.Length > 4 && (form.StartsWith("al-") || form.StartsWith("el-")) && char.IsUpper(form[3]);
    }

    // « Ce-que-dit-une-adresse » is no word.
    private bool IsSlug(int at)
    {
        var form = _tokens.Form(at);
        return form.Length > 14 && form.Count('-') > 3;
    }

    /// <summary>Whether the token stands where any word takes a capital.</summary>
    public bool IsInitial(int at)
    {
        if (at <= 0 || _tokens.Has(at, TokenFlags.LineBefore))
            return true;
        return _tokens.Kind(at - 1) is TokenKind.SentenceEnd or TokenKind.QuoteMark or TokenKind.Colon or TokenKind.Dash or TokenKind.OpenBracket or TokenKind.Symbol or TokenKind.Address or TokenKind.CloseBracket;
    }

    /// <summary>Whether the word has a capital where only names have one.</summary>
    public bool WasSeenInside(int at) => (_capitalisedInside ??= GatherCapitalisedInside()).Contains(WordKey.Of(_tokens.Form(at)));

    private HashSet<ulong> GatherCapitalisedInside()
    {
        var words = new HashSet<ulong>(_tokens.Count / 16);
        for (var i = 1; i < _tokens.Count; i++)
        {
            if (_tokens.IsCapitalised(i) && !IsInitial(i) && !_tokens.Has(i, TokenFlags.AllCapitals))
                words.Add(WordKey.Of(_tokens.Form(i)));
        }

        return words;
    }

    private bool EndsAsNoName(int at)
    {
        var form = _tokens.Form(at);
        return form.EndsWith("ment") || form.EndsWith("ant") || form.EndsWith("ées") || form.EndsWith("és") || form.EndsWith("ée") || form.EndsWith("tion") || form.EndsWith("tions");
    }

    // An unlisted word with a capital straight before a finite verb: no French noun stands there without an article.
    private bool MayPrecedeVerb(int at)
    {
        var next = _tokens.Lexeme(at + 1);
        return next.IsVerb(VerbMorph.Third) || next.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Negation | WordClass.Reflexive) || next.Is(WordClass.ObjectPronoun)
            || _tokens.Kind(at + 1) is TokenKind.Comma or TokenKind.Colon or TokenKind.OpenBracket;
    }

    // A line in capitals throughout: there they mark no acronym.
    private bool IsShouted(int at) => IsShout(at - 1) && IsShout(at + 1);

    private bool IsShout(int at) => !_tokens.IsWord(at) || (_tokens.Has(at, TokenFlags.AllCapitals) && _tokens.Span(at).Length > 1);
}
