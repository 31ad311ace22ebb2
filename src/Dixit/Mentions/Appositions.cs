// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Tells how far a source goes: its noun phrase with the apposition that names or describes the same person or body.</summary>
internal static class Appositions
{
    private const int LongestBracket = 6;

    /// <summary>The phrase with its appositions to the left and to the right, without the comma that closes them.</summary>
    public static TokenRange Extend(TokenList tokens, NounPhraseList phrases, int phraseIndex)
    {
        var phrase = phrases[phraseIndex];
        if (!phrase.CanSpeak || phrase.Kind == PhraseKind.Pronoun)
            return phrase.Range;
        var end = ExtendRight(tokens, phrases, phrase);
        var first = ExtendLeft(tokens, phrases, phrase, end);
        if (first < phrase.First && end == phrase.End)
            end = ExtendRight(tokens, phrases, phrase);
        return new TokenRange(first, end);
    }

    /// <summary>The index of the phrase that stands in apposition right after the one given, or -1.</summary>
    public static int After(TokenList tokens, NounPhraseList phrases, int phraseIndex)
    {
        var phrase = phrases[phraseIndex];
        var bracket = InBrackets(tokens, phrase.End);
        return IsApposition(tokens, phrases, phrase, bracket.IsEmpty ? phrase.End : bracket.End + 1, out var other) ? other : -1;
    }

    /// <summary>The index of the name that stands in apposition right after a phrase, which need not be one of the list, or -1.</summary>
    public static int NameAfter(TokenList tokens, NounPhraseList phrases, NounPhrase phrase) =>
        IsApposition(tokens, phrases, phrase, phrase.End, out var other) && IsName(phrases[other]) ? other : -1;

    /// <summary>The index of the description that stands in apposition right after a name, which need not be one of the list, or -1.</summary>
    public static int DescriptionAfter(TokenList tokens, NounPhraseList phrases, NounPhrase phrase) =>
        IsApposition(tokens, phrases, phrase, phrase.End, out var other) && IsDescription(phrases[other]) ? other : -1;

    /// <summary>The tokens in brackets right after the phrase, without the brackets; empty where there are none.</summary>
    public static TokenRange InBrackets(TokenList tokens, int end)
    {
        if (!tokens.IsKind(end, TokenKind.OpenBracket) || tokens.Has(end, TokenFlags.ParagraphBefore))
            return default;
        for (var close = end + 1; close <= end + 1 + LongestBracket; close++)
        {
            if (tokens.IsKind(close, TokenKind.CloseBracket))
                return new TokenRange(end + 1, close);
            if (!tokens.IsWord(close) && !tokens.IsKind(close, TokenKind.Comma) && !tokens.IsKind(close, TokenKind.Dash) || tokens.Is(close, WordClass.Auxiliary | WordClass.SubjectPronoun))
                return default;
        }

        return default;
    }

    private static int ExtendRight(TokenList tokens, NounPhraseList phrases, NounPhrase phrase)
    {
        var end = phrase.End;
        for (var i = 0; i < 3; i++)
        {
            var bracket = InBrackets(tokens, end);
            if (!bracket.IsEmpty)
            {
                end = bracket.End + 1;
                continue;
            }

            if (TryAge(tokens, end, out var ageEnd))
            {
                end = ageEnd;
                continue;
            }

            if (!IsApposition(tokens, phrases, phrase, end, out var other))
                break;
            end = phrases[other].End;
            // « deux écrivains, Ana Bellec et Paul Sorel »
            if (phrase.Plural && Coordinations.TryCoordinated(tokens, phrases, other, out var whole))
                return whole.End;
            // « Ana Bellec, fille du maire et l'une des cibles du livre, … »
            if (IsName(phrase) && tokens.IsForm(end, "et") && phrases.IndexAt(end + 1) is >= 0 and var second && phrases[second].First == end + 1
                && (((IsDescription(phrases[second]) || tokens.Is(end + 2, WordClass.Numeral)) && tokens.IsKind(phrases[second].End, TokenKind.Comma)) || IsFurtherRole(tokens, phrases[other], phrases[second])))
            {
                end = phrases[second].End;
            }

            // Its name is given now: what follows can describe it, not name it again.
            if (IsName(phrases[other]))
                phrase = phrases[other];
        }

        return end;
    }

    // « Gérald Viard, éleveur et président du comité »: neither has an article, so both tell what he is.
    private static bool IsFurtherRole(TokenList tokens, NounPhrase role, NounPhrase further) =>
        role.Kind is PhraseKind.Role or PhraseKind.Person && further.Kind is PhraseKind.Role or PhraseKind.Person && role.Name.IsEmpty && further.Name.IsEmpty
        && !tokens.Is(role.First, WordClass.Determiner) && !tokens.Is(further.First, WordClass.Determiner) && !further.Plural;

    // « Ana Bellec, 33 ans », « Ana Bellec, âgée de 33 ans »
    private static bool TryAge(TokenList tokens, int end, out int ageEnd)
    {
        ageEnd = end;
        if (!tokens.IsKind(end, TokenKind.Comma))
            return false;
        var at = end + 1;
        if (tokens.Form(Math.Min(at, tokens.Count - 1)).StartsWith("âgé") && tokens.Is(at + 1, WordClass.Of))
            at += 2;
        if (!(tokens.IsKind(at, TokenKind.Number) || tokens.Is(at, WordClass.Numeral)) || !tokens.IsForm(at + 1, "ans"))
            return false;
        ageEnd = at + 2;
        return true;
    }

    private static bool IsApposition(TokenList tokens, NounPhraseList phrases, NounPhrase phrase, int end, out int other)
    {
        other = -1;
        if (!tokens.IsKind(end, TokenKind.Comma) || tokens.Has(end + 1, TokenFlags.ParagraphBefore))
            return false;
        var start = end + 1;
        // « Ana Bellec, de l'université de X »
        if (phrase.Kind is PhraseKind.PersonName or PhraseKind.UnknownName && tokens.Is(start, WordClass.Of) && !tokens.Is(start, WordClass.Determiner))
        {
            var body = phrases.IndexAt(start + 1);
            if (body < 0 || phrases[body].Kind is not (PhraseKind.Organisation or PhraseKind.OrganisationName or PhraseKind.Media) || !Closes(tokens, phrases[body].End))
                return false;
            other = body;
            return true;
        }

        var index = phrases.IndexAt(start);
        if (index < 0 || phrases[index].First != start)
            return false;
        var next = phrases[index];
        var listed = phrase.Plural && phrase.Name.IsEmpty && IsName(next) && Coordinations.TryCoordinated(tokens, phrases, index, out var members) && Closes(tokens, members.End);
        if (listed)
        {
            other = index;
            return phrase.Kind == PhraseKind.Group;
        }

        if (next.Plural != phrase.Plural && next.Kind != PhraseKind.UnknownName)
            return false;
        if (!CanStandBeside(tokens, phrase, next))
            return false;
        // « …, a lecturer at »: what is brought in so is no subject of its own after a source.
        var bare = (!tokens.Is(next.First, WordClass.Determiner) || (tokens.Is(next.First, WordClass.Quantifier) && !tokens.Is(next.First, WordClass.Numeral) && IsDescription(next) && IsName(phrase))) && next.Name.First != next.First;
        // « selon l'auteur, Bellec "a peur" »: the mark opens what Bellec does.
        if (IsAfterPreposition(tokens, phrase.First) && tokens.IsKind(next.End, TokenKind.QuoteMark))
            return false;
        // « selon Ana Bellec, le ministre a menti »: a subject of its own, not an apposition, unless a comma closes it.
        if (!Closes(tokens, next.End) && !bare && (IsAfterPreposition(tokens, phrase.First) || IsVerbNext(tokens, next.End) && !IsName(next)))
            return false;
        if (!Closes(tokens, next.End) && IsAfterPreposition(tokens, phrase.First) && IsVerbNext(tokens, next.End))
            return false;
        // A list: « Ana Bellec, Paul Sorel et … »
        if (tokens.Is(next.End, WordClass.Coordinator) && tokens.IsForm(next.End, "et") && phrases.IndexAt(next.End + 1) >= 0 && !bare)
            return false;
        other = index;
        return true;
    }

    private static bool CanStandBeside(TokenList tokens, NounPhrase phrase, NounPhrase next)
    {
        if (phrase.Gender != Gender.Unknown && next.Gender != Gender.Unknown && phrase.Gender != next.Gender && IsDescription(next) && IsName(phrase) && next.Kind is PhraseKind.Role or PhraseKind.Person && tokens.Is(next.First, WordClass.Determiner))
            return false;
        if (IsName(phrase))
        {
            if (phrase.Kind is PhraseKind.OrganisationName or PhraseKind.Media or PhraseKind.Place)
            {
                return next.Kind is PhraseKind.Organisation or PhraseKind.Other && tokens.Is(next.First, WordClass.Determiner) && !IsVerbNext(tokens, next.End) && phrase.Kind != PhraseKind.Place
                    && (next.Kind == PhraseKind.Organisation || Closes(tokens, next.End));
            }

            return next.Kind is PhraseKind.Role or PhraseKind.Person or PhraseKind.Demonym or PhraseKind.Anonymous;
        }

        // « le parti au pouvoir, le Mouvement pour la mer »
        if (phrase.Kind is PhraseKind.Organisation && phrase.Name.IsEmpty && next.Kind is PhraseKind.Organisation or PhraseKind.OrganisationName)
            return tokens.IsCapitalised(next.Head) && !tokens.IsCapitalised(phrase.Head) && tokens.Is(next.First, WordClass.Definite);
        // « pour son avocat, Ana Bellec est innocente »
        if (phrase.Gender != Gender.Unknown && next.Gender != Gender.Unknown && phrase.Gender != next.Gender && IsAfterPreposition(tokens, phrase.First))
            return false;
        return phrase.Kind is PhraseKind.Role or PhraseKind.Person or PhraseKind.Demonym or PhraseKind.Group or PhraseKind.Organisation or PhraseKind.Anonymous && IsBareName(tokens, next)
            && (phrase.Kind != PhraseKind.Organisation || next.Kind is PhraseKind.OrganisationName or PhraseKind.UnknownName)
            && (phrase.Kind == PhraseKind.Organisation || next.Kind is PhraseKind.PersonName or PhraseKind.UnknownName);
    }

    private static bool IsName(NounPhrase phrase) => !phrase.Name.IsEmpty && phrase.Kind is not (PhraseKind.Other or PhraseKind.Document);

    private static bool IsBareName(TokenList tokens, NounPhrase phrase) => IsName(phrase) && (phrase.Name.First == phrase.First || tokens.Is(phrase.First, WordClass.Title));

    private static bool IsDescription(NounPhrase phrase) => phrase.Name.IsEmpty && phrase.Kind is PhraseKind.Role or PhraseKind.Person or PhraseKind.Demonym or PhraseKind.Anonymous or PhraseKind.Group;

    private static bool Closes(TokenList tokens, int at) => at >= tokens.Count || tokens.Has(at, TokenFlags.ParagraphBefore)
        || tokens.Kind(at) is TokenKind.Comma or TokenKind.SentenceEnd or TokenKind.CloseBracket or TokenKind.Dash or TokenKind.Colon or TokenKind.Semicolon or TokenKind.QuoteMark;

    /// <summary>Whether a finite verb, or what goes before one, stands at the token.</summary>
    public static bool IsVerbNext(TokenList tokens, int at)
    {
        var lexeme = tokens.Lexeme(at);
        return lexeme.IsVerb(VerbMorph.Third) || lexeme.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Negation | WordClass.Reflexive);
    }

    private static bool IsAfterPreposition(TokenList tokens, int first) => tokens.Is(first - 1, WordClass.SourcePreposition | WordClass.Preposition);

    private static int ExtendLeft(TokenList tokens, NounPhraseList phrases, NounPhrase phrase, int end)
    {
        var first = phrase.First;
        if (!tokens.IsKind(first - 1, TokenKind.Comma) || tokens.Has(first, TokenFlags.ParagraphBefore))
            return first;
        var index = phrases.IndexAt(first - 2);
        if (index < 0 || phrases[index].End != first - 1)
            return first;
        var before = phrases[index];
        var described = IsDescription(before) && IsBareName(tokens, phrase) && before.Plural == phrase.Plural && phrase.Kind is PhraseKind.PersonName or PhraseKind.UnknownName;
        var named = IsName(before) && IsDescription(phrase) && before.Plural == phrase.Plural;
        if (!described && !named)
            return first;
        if (IsAfterPreposition(tokens, before.First) && !Closes(tokens, end))
            return first;
        if (named && tokens.Is(phrase.First, WordClass.Determiner) && !Closes(tokens, end))
            return first;
        if (described && tokens.Is(before.First - 1, WordClass.Of | WordClass.To))
            return first;
        return before.First;
    }
}
