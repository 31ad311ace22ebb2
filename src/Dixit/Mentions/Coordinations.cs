// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Joins phrases that share one verb: « X et Y », « A, B et C ».</summary>
internal static class Coordinations
{
    private const int MostMembers = 8;

    /// <summary>The whole that the phrase is a member of.</summary>
    /// <returns>Whether there is one; else <paramref name="whole"/> is the phrase itself.</returns>
    public static bool TryCoordinated(TokenList tokens, NounPhraseList phrases, int phraseIndex, out NounPhrase whole)
    {
        whole = phrases[phraseIndex];
        int first = phraseIndex, last = phraseIndex;
        var joined = false;
        while (last - first < MostMembers && last + 1 < phrases.Count && Link(tokens, phrases, last) is var link && link != None)
        {
            last++;
            joined |= link == And;
            if (link == And && !IsComma(tokens, phrases, last))
                break;
        }

        while (last - first < MostMembers && first > 0 && Link(tokens, phrases, first - 1) is var link && link != None)
        {
            // A comma before a member counts only in a list that « et » closes.
            if (link == Comma && !joined)
                break;
            first--;
            joined |= link == And;
        }

        if (!joined || first == last)
            return false;
        // « A, B » with no « et » behind B: the list ends at the last « et ».
        while (last > phraseIndex && Link(tokens, phrases, last - 1) == Comma)
            last--;
        if (first == last || Describes(tokens, phrases, first, last))
            return false;
        var gender = Gender.Female;
        var kind = phrases[first].Kind;
        for (var i = first; i <= last; i++)
        {
            if (phrases[i].Gender != Gender.Female)
                gender = phrases[i].Gender == Gender.Male || gender == Gender.Male ? Gender.Male : Gender.Unknown;
            if (phrases[i].Kind != kind)
                kind = PhraseKind.Group;
        }

        if (kind is PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Person or PhraseKind.UnknownName)
            kind = PhraseKind.Group;
        whole = new NounPhrase(new TokenRange(phrases[first].First, phrases[last].End), phrases[first].Head, kind, gender, true, default);
        return true;
    }

    // « Gérald Viard, éleveur et président du comité »: one person and what he is.
    private static bool Describes(TokenList tokens, NounPhraseList phrases, int first, int last)
    {
        if (!(phrases[first].Kind == PhraseKind.PersonName || (phrases[first].Kind == PhraseKind.UnknownName && phrases[first].Name.Count > 1)) || !tokens.IsKind(phrases[first].End, TokenKind.Comma))
            return false;
        for (var i = first + 1; i <= last; i++)
        {
            if (phrases[i].Kind is not (PhraseKind.Role or PhraseKind.Person) || !phrases[i].Name.IsEmpty || phrases[i].Plural || (tokens.Is(phrases[i].First, WordClass.Determiner) && !(i > first + 1 && tokens.IsForm(phrases[i].First, "the"))))
                return false;
        }

        return true;
    }

    private const int None = 0;
    private const int Comma = 1;
    private const int And = 2;

    private static bool IsComma(TokenList tokens, NounPhraseList phrases, int index) => index + 1 < phrases.Count && Link(tokens, phrases, index) != None;

    // How a phrase is tied to the next one.
    private static int Link(TokenList tokens, NounPhraseList phrases, int index)
    {
        var left = phrases[index];
        var right = phrases[index + 1];
        if (!left.CanSpeak || !right.CanSpeak || left.Kind == PhraseKind.Pronoun && !tokens.Is(left.Head, WordClass.StrongPronoun))
            return None;
        var gap = right.First - left.End;
        if (gap is < 1 or > 2 || tokens.Has(left.End, TokenFlags.ParagraphBefore) || tokens.Has(right.First, TokenFlags.ParagraphBefore))
            return None;
        if (gap == 1)
        {
            if (tokens.IsKind(left.End, TokenKind.Comma))
                return Comma;
            return IsAnd(tokens, left.End) ? And : None;
        }

        return tokens.IsKind(left.End, TokenKind.Comma) && IsAnd(tokens, left.End + 1) ? And : None;
    }

    private static bool IsAnd(TokenList tokens, int at) => tokens.IsForm(at, "et") || tokens.IsForm(at, "ou") || tokens.IsForm(at, "ainsi") || tokens.IsForm(at, "and");
}
