// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Documents;

/// <summary>Finds what belongs to the site rather than to the article: whole lines as a rule, the tail of a line for credits.</summary>
/// <remarks>
/// The wordings come from the language's <c>Furniture.txt</c>; what they all ask for beyond the words is in this class.
/// A line that could be a sentence of the article is left to the article. Safe for threads; one pass over the text.
/// </remarks>
internal sealed class FurnitureFinder(Language language)
{
    private const int LongestLine = 60;      // tokens; what is longer is prose
    private const int ShortLine = 25;
    private const int LongestCredit = 12;

    private readonly FurnitureMarkers _markers = new(language);

    /// <summary>The furniture in order, no two overlapping.</summary>
    public IReadOnlyList<Furniture> Find(Document document, TokenList tokens)
    {
        var found = new List<Furniture>();
        var paragraphs = tokens.Paragraphs;
        var linkFollows = false;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var line = paragraphs[i];
            var whole = TryWholeLine(document, tokens, line, i == 0, out var stretch);
            if (!whole && linkFollows && IsTitle(tokens, line))
                (whole, stretch) = (true, new Furniture(tokens.Span(line), "link-title", "furniture/after-marker"));
            linkFollows = whole && stretch.Kind == "read-also" && stretch.Rule == "furniture/marker-alone" && stretch.Span == tokens.Span(line);
            if (whole)
                found.Add(stretch);
            else
                AddParts(tokens, line, i == 0, found);
        }

        AddTrailingLinks(tokens, found);
        return found;
    }

    private bool TryWholeLine(Document document, TokenList tokens, TokenRange line, bool first, out Furniture furniture)
    {
        var span = tokens.Span(line);
        var start = SkipBullets(tokens, line);
        furniture = new Furniture(span, "", "");
        if (start >= line.End)
            return false;
        var offset = tokens.Span(start).Start;
        if (_markers.TryMatch(tokens.Text, offset, span.End, FurniturePlace.Whole, out var kind, out var length) && IsWordless(tokens, offset + length, line.End))
            furniture = new Furniture(span, kind, "furniture/marker-alone");
        else if (_markers.TryMatch(tokens.Text, offset, span.End, FurniturePlace.Label, out kind, out length) && LabelLength(tokens, offset + length, line, span) is > 0 and var end)
            furniture = new Furniture(new TextSpan(span.Start, end), kind, "furniture/label");
        else if (line.Count > LongestLine)
            return false;
        else if (_markers.TryMatch(tokens.Text, offset, span.End, FurniturePlace.Title, out kind, out length) && TitleRule(tokens, offset + length, line, first) is { } rule)
            furniture = new Furniture(span, kind, rule);
        else if (_markers.TryMatch(tokens.Text, offset, span.End, FurniturePlace.Start, out kind, out _) && (kind != "link-title" || (line.Count > 2 && tokens.IsCapitalised(start + 1) && !EndsSentence(tokens, line))))
            furniture = new Furniture(span, kind, "furniture/marker");
        else if (IsPublishedLine(tokens, line))
            furniture = new Furniture(span, "published-line", "furniture/published-line");
        else if (IsByline(document, tokens, start, line))
            furniture = new Furniture(span, "byline", "furniture/byline");
        else if (line.Count <= ShortLine && InsideKind(tokens, line) is { } inside)
            furniture = new Furniture(span, inside, "furniture/marker-inside");
        else if (line.Count <= ShortLine && NetworkKind(tokens, start, line) is { } network)
            furniture = new Furniture(span, network, "furniture/networks");
        else if (IsMenu(tokens, line))
            furniture = new Furniture(span, "menu", "furniture/menu");
        return furniture.Kind.Length > 0;
    }

    // « • », « > », « | » before the words of a line.
    private static int SkipBullets(TokenList tokens, TokenRange line)
    {
        var start = line.First;
        while (start < line.End && tokens.Kind(start) is TokenKind.Symbol or TokenKind.Dash && tokens.FirstChar(start) != '©')
            start++;
        if (start < line.End && tokens.IsKind(start, TokenKind.OpenBracket) && tokens.FirstChar(start) == '[')
            start++;
        return start;
    }

    private static bool IsWordless(TokenList tokens, int offset, int end)
    {
        for (var i = tokens.IndexAtOrAfter(offset); i < end; i++)
        {
            if (tokens.Kind(i) is TokenKind.Word or TokenKind.QuoteMark)
                return false;
        }

        return true;
    }

    // The label with the mark behind it; 0 where prose follows (« En direct de la place, … »).
    private static int LabelLength(TokenList tokens, int offset, TokenRange line, TextSpan span)
    {
        var next = tokens.IndexAtOrAfter(offset);
        if (next >= line.End)
            return span.End;
        return tokens.Kind(next) is TokenKind.Colon or TokenKind.Dash || tokens.FirstChar(next) is '|' or '•' ? tokens.Span(next).End : 0;
    }

    // « À lire aussi » alone; with its link behind it; null where a sentence goes on (« Lire aussi les petites lignes coûte. »).
    private static string? TitleRule(TokenList tokens, int offset, TokenRange line, bool first)
    {
        var next = tokens.IndexAtOrAfter(offset);
        while (next < line.End && tokens.Kind(next) is TokenKind.Colon or TokenKind.Symbol or TokenKind.Dash)
            next++;
        if (next >= line.End)
            return "furniture/marker-alone";
        if (first || tokens.Kind(next) is TokenKind.Comma or TokenKind.SentenceEnd)
            return null;
        var word = tokens.Kind(next) == TokenKind.Word && !tokens.IsCapitalised(next);
        return word && EndsSentence(tokens, line) ? null : "furniture/marker";
    }

    private static bool EndsSentence(TokenList tokens, TokenRange line)
    {
        var last = line.End - 1;
        while (last > line.First && tokens.Kind(last) is TokenKind.QuoteMark or TokenKind.CloseBracket)
            last--;
        return tokens.IsKind(last, TokenKind.SentenceEnd) && tokens.FirstChar(last) is '.' or '!';
    }

    private static bool IsTitle(TokenList tokens, TokenRange line) => line.Count is > 2 and <= 40 && !EndsSentence(tokens, line);

    private string? InsideKind(TokenList tokens, TokenRange line)
    {
        var end = tokens.Span(line).End;
        for (var i = line.First; i < line.End; i++)
        {
            if (_markers.TryMatch(tokens.Text, tokens.Span(i).Start, end, FurniturePlace.Inside, out var kind, out _))
                return kind;
        }

        return null;
    }

    // « Retrouvez La Gazette sur Facebook » invites; a line of networks alone shares.
    private string? NetworkKind(TokenList tokens, int start, TokenRange line)
    {
        var end = tokens.Span(line).End;
        int networks = 0, others = 0;
        for (var i = start; i < line.End; i++)
        {
            if (tokens.Kind(i) is not (TokenKind.Word or TokenKind.Address))
                continue;
            if (_markers.TryMatch(tokens.Text, tokens.Span(i).Start, end, FurniturePlace.Network, out _, out var length))
            {
                networks++;
                while (i + 1 < line.End && tokens.Span(i + 1).End <= tokens.Span(i).Start + length)
                    i++;
            }
            else
            {
                others++;
            }
        }

        if (networks >= 2 && others <= 1)
            return "share-bar";
        return networks > 0 && _markers.TryMatch(tokens.Text, tokens.Span(start).Start, end, FurniturePlace.Invite, out var kind, out _) ? kind : null;
    }

    /// <summary>A line that tells when the article came out: it has a word for that, a figure, and no other word but names.</summary>
    private bool IsPublishedLine(TokenList tokens, TokenRange line)
    {
        if (line.Count > ShortLine + 10)
            return false;
        int lead = -1, figures = 0, names = 0, others = 0;
        var end = tokens.Span(line).End;
        for (var i = line.First; i < line.End; i++)
        {
            switch (tokens.Kind(i))
            {
                case TokenKind.Number:
                    figures++;
                    continue;
                case TokenKind.QuoteMark:
                    return false;
                case not TokenKind.Word:
                    continue;
            }

            if (LeadAt(tokens, i, end) && lead < 0)
            {
                lead = i;
                names = 0; // what stood before it is glued to it: the names of sections
            }
            else if (_markers.IsPublishedWord(tokens.Form(i)))
            {
                continue;
            }
            else if (tokens.IsCapitalised(i))
            {
                names++;
            }
            else if (lead >= 0 || ++others > 8)
            {
                return false;
            }
        }

        // A bare date is one too (« 28/02/2024 », « jeudi 20 janvier 2022 »); a bare figure is not (« 600.000 »).
        if (lead < 0)
            return names + others == 0 && HasFullDate(tokens, line);
        return (figures > 0 || tokens.IsForm(lead + 1, "à") || tokens.IsForm(lead + 1, "aujourd'hui")) && names <= 8
            && (lead == line.First || tokens.IsCapitalised(line.First) || tokens.Kind(line.First) is TokenKind.Symbol or TokenKind.Dash);
    }

    // A lead may be glued to the word before it: « écologiquePublié le 3 mars ».
    private bool LeadAt(TokenList tokens, int index, int end)
    {
        var span = tokens.Span(index);
        if (_markers.TryMatch(tokens.Text, span.Start, end, FurniturePlace.Lead, out _, out _))
            return true;
        for (var i = span.Start + 1; i < span.End; i++)
        {
            if (char.IsUpper(tokens.Text[i]) && char.IsLower(tokens.Text[i - 1]))
                return _markers.TryMatch(tokens.Text, i, end, FurniturePlace.Lead, out _, out _);
        }

        return false;
    }

    private static bool HasFullDate(TokenList tokens, TokenRange line)
    {
        var year = false;
        for (var i = line.First; i < line.End; i++)
        {
            if (tokens.Kind(i) is TokenKind.Word or TokenKind.Comma or TokenKind.Dash)
                continue;
            if (!tokens.IsKind(i, TokenKind.Number))
                return false;
            var form = tokens.Form(i);
            year |= form.Length is 8 or 10 && form.IndexOfAny('/', '.', '-') > 0;
            year |= form.Length == 4 && (form.StartsWith("19") || form.StartsWith("20")) && line.Count >= 3;
        }

        return year;
    }

    /// <summary>« Par Jeanne Vidal », « Le Courrier avec AFP », or nothing but the name of the outlet.</summary>
    private bool IsByline(Document document, TokenList tokens, int start, TokenRange line)
    {
        if (line.Count > 24)
            return false;
        if (tokens.IsForm(start, "par") && IsNameAfterBy(tokens, start + 1))
            return IsNames(tokens, start + 1, line.End);
        if (document.Outlet is { Length: > 0 } outlet && tokens.Text.AsSpan(tokens.Span(line).Start, tokens.Span(line).Length).Trim().Equals(outlet, StringComparison.OrdinalIgnoreCase))
            return true;
        if (line.Count <= 8 && tokens.IsCapitalised(start) && IsMedia(tokens, line.End - 1) && !EndsSentence(tokens, line))
            return HasWith(tokens, line) && IsNames(tokens, start, line.End);

        // « (Avec Reuters) »
        return line.Count <= 9 && tokens.IsKind(line.First, TokenKind.OpenBracket) && tokens.IsForm(line.First + 1, "avec")
            && tokens.IsKind(line.End - 1, TokenKind.CloseBracket) && IsMedia(tokens, line.End - 2);
    }

    private static bool IsNameAfterBy(TokenList tokens, int index) =>
        tokens.IsCapitalised(index) || (tokens.IsForm(index, "la") && tokens.IsForm(index + 1, "rédaction"));

    private static bool HasWith(TokenList tokens, TokenRange line)
    {
        for (var i = line.First + 1; i < line.End - 1; i++)
        {
            if (tokens.IsForm(i, "avec") || (tokens.IsForm(i, "et") && IsMedia(tokens, i - 1)))
                return true;
        }

        return false;
    }

    private static bool IsMedia(TokenList tokens, int index) =>
        tokens.Is(index, WordClass.MediaName) || (tokens.Has(index, TokenFlags.AllCapitals) && tokens[index].Span.Length == 3 && tokens.Lexeme(index) == Lexeme.Unknown);

    private bool IsNames(TokenList tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens.IsKind(i, TokenKind.QuoteMark))
                return false;
            if (tokens.Kind(i) != TokenKind.Word || tokens.IsCapitalised(i) || _markers.IsPublishedWord(tokens.Form(i)) || tokens.Is(i, WordClass.NameParticle | WordClass.Of | WordClass.Abbreviation))
                continue;
            return false;
        }

        return !EndsSentence(tokens, new TokenRange(first, end)) || end - first <= 4;
    }

    /// <summary>Three sections of the site, or three short items between bars, and no prose.</summary>
    private bool IsMenu(TokenList tokens, TokenRange line)
    {
        if (line.Count < 3 || EndsSentence(tokens, line))
            return false;
        int sections = 0, bars = 0, covered = 0, words = 0, longest = 0, item = 0;
        var end = tokens.Span(line).End;
        var until = 0;
        for (var i = line.First; i < line.End; i++)
        {
            if (tokens.FirstChar(i) is '|' or '·' or '•' or '>' or '/' or '›')
            {
                bars++;
                item = 0;
                continue;
            }

            if (tokens.Kind(i) != TokenKind.Word)
            {
                if (tokens.Kind(i) is TokenKind.QuoteMark or TokenKind.Colon or TokenKind.Comma or TokenKind.Number)
                    return false;
                continue;
            }

            words++;
            longest = Math.Max(longest, ++item);
            var span = tokens.Span(i);
            if (span.Start >= until && tokens.IsCapitalised(i) && _markers.TryMatch(tokens.Text, span.Start, end, FurniturePlace.Section, out _, out var length))
            {
                sections++;
                until = span.Start + length;
            }

            covered += span.Start < until ? 1 : 0;
        }

        return (sections >= 3 && covered * 10 >= words * 7) || (bars >= 2 && longest <= 4 && sections > 0);
    }

    private void AddParts(TokenList tokens, TokenRange line, bool first, List<Furniture> found)
    {
        var creditStart = CreditStart(tokens, line);
        AddMiddle(tokens, line, found);
        if (creditStart >= 0 && (found.Count == 0 || found[^1].Span.End <= tokens.Span(creditStart).Start))
            found.Add(new Furniture(tokens.Span(creditStart, line.End), "credit", "furniture/credit"));
        else if (first && SiteNameStart(tokens, line) is >= 0 and var tail)
            found.Add(new Furniture(tokens.Span(tail, line.End), "site-name", "furniture/site-name"));
    }

    // « … la suite. LIRE AUSSI : Un titre. » inside a paragraph, or « (Lire aussi page 3) ».
    private void AddMiddle(TokenList tokens, TokenRange line, List<Furniture> found)
    {
        var end = tokens.Span(line).End;
        for (var i = line.First + 1; i < line.End; i++)
        {
            var bracket = tokens.IsKind(i - 1, TokenKind.OpenBracket);
            var capitals = tokens.Has(i, TokenFlags.AllCapitals) || (tokens.Has(i + 1, TokenFlags.AllCapitals) && tokens.IsCapitalised(i));
            if ((!capitals && !bracket) || !_markers.TryMatch(tokens.Text, tokens.Span(i).Start, end, FurniturePlace.Middle, out var kind, out var length))
                continue;
            if (!bracket && !AllUpper(tokens.Text.AsSpan(tokens.Span(i).Start, length)))
                continue;
            var last = i + 1;
            while (last < line.End && !(bracket ? tokens.IsKind(last - 1, TokenKind.CloseBracket) : tokens.IsKind(last - 1, TokenKind.SentenceEnd)))
                last++;
            found.Add(new Furniture(tokens.Span(bracket ? i - 1 : i, last), kind, "furniture/inside-paragraph"));
            i = last;
        }
    }

    private static bool AllUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    /// <summary>Where the credit at the end of a caption begins (« …, en mars. Photo Anne Robin/AFP », « … ANNE ROBIN / AFP »), or -1.</summary>
    private static int CreditStart(TokenList tokens, TokenRange line)
    {
        if (line.Count > LongestLine + 20 || tokens.IsKind(line.End - 1, TokenKind.SentenceEnd))
            return -1;
        var closing = tokens.IsKind(line.End - 1, TokenKind.CloseBracket) ? 1 : 0;
        var slash = false;
        for (var i = line.End - 1 - closing; i >= Math.Max(line.First, line.End - LongestCredit); i--)
        {
            if (IsCreditWord(tokens, i))
                return i - (closing > 0 && i > line.First && tokens.IsKind(i - 1, TokenKind.OpenBracket) ? 1 : 0);
            slash |= tokens.FirstChar(i) == '/' || tokens.Kind(i) == TokenKind.Dash;
            var name = tokens.Kind(i) == TokenKind.Word ? tokens.IsCapitalised(i) || tokens.Is(i, WordClass.NameParticle) : tokens.FirstChar(i) == '/' || tokens.Kind(i) is TokenKind.Dash or TokenKind.Address;
            if (!name)
                return slash ? CapitalsAfter(tokens, i + 1, line.End - closing) : -1;
        }

        // A line of nothing but names: an agency and a photographer.
        return slash && line.Count <= LongestCredit && CapitalsAfter(tokens, line.First, line.End) == line.First ? line.First : -1;
    }

    private static bool IsCreditWord(TokenList tokens, int index) =>
        tokens.FirstChar(index) == '©'
        || (tokens.IsCapitalised(index) && (tokens.IsForm(index, "photo") || tokens.IsForm(index, "crédit") || tokens.IsForm(index, "credit") || tokens.IsForm(index, "crédits"))
            && (tokens.IsCapitalised(index + 1) || tokens.IsForm(index + 1, "photo") || tokens.Kind(index + 1) == TokenKind.Colon || tokens.FirstChar(index + 1) is '©' or '/'));

    // Photographers are printed in capitals: the first such word begins the credit, if an agency stands in it.
    private static int CapitalsAfter(TokenList tokens, int first, int end)
    {
        if (!tokens.IsWord(end - 1))
            return -1; // « - UNE LIGNE DE TITRE - »
        var start = -1;
        var agency = false;
        for (var i = first; i < end; i++)
        {
            if (start < 0 && tokens.Has(i, TokenFlags.AllCapitals) && tokens[i].Span.Length > 2)
                start = i;
            agency |= start >= 0 && (i == first || i == end - 1) && IsMedia(tokens, i);
        }

        if (!agency || end - start < 2)
            return -1;
        return start > first && tokens.IsCapitalised(start - 1) && (start - 1 == first || tokens.IsKind(start - 2, TokenKind.SentenceEnd)) ? start - 1 : start;
    }

    // « Un titre – Actualités »
    private int SiteNameStart(TokenList tokens, TokenRange line)
    {
        for (var i = line.End - 2; i > line.First && i >= line.End - 4; i--)
        {
            if (tokens.Kind(i) != TokenKind.Dash && tokens.FirstChar(i) != '|')
                continue;
            var offset = tokens.Span(i + 1).Start;
            var end = tokens.Span(line).End;
            var known = _markers.TryMatch(tokens.Text, offset, end, FurniturePlace.Tail, out _, out var length) && offset + length == end;
            return known || (i == line.End - 2 && tokens.Is(i + 1, WordClass.MediaName)) ? i : -1;
        }

        return -1;
    }

    /// <summary>Titles that follow the foot of the page (« Suivez-nous », « Leave a reply »), where no prose comes after it.</summary>
    private static void AddTrailingLinks(TokenList tokens, List<Furniture> found)
    {
        var paragraphs = tokens.Paragraphs;
        var known = found.Count - 1;
        var foot = paragraphs.Count;
        for (var i = paragraphs.Count - 1; i > 0; i--)
        {
            var line = paragraphs[i];
            var span = tokens.Span(line);
            while (known >= 0 && found[known].Span.Start >= span.End)
                known--;
            if (known >= 0 && found[known].Span == span)
            {
                if (found[known].Kind is "follow" or "share-bar" or "comment-prompt" or "copyright" or "newsletter")
                    foot = i;
                continue;
            }

            if (line.Count > LongestLine || EndsSentence(tokens, line))
                break;
        }

        var next = 0;
        var count = found.Count;
        for (var i = foot + 1; i < paragraphs.Count; i++)
        {
            var span = tokens.Span(paragraphs[i]);
            while (next < count && found[next].Span.End <= span.Start)
                next++;
            if (next == count || !found[next].Span.Overlaps(span))
                found.Add(new Furniture(span, "link-title", "furniture/foot"));
        }

        found.Sort(static (one, other) => one.Span.CompareTo(other.Span));
    }
}
