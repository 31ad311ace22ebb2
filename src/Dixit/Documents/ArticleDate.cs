// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Circumstances;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Documents;

/// <summary>Finds the day an article came out: as given from outside, else as its text or its address states it with day, month and year.</summary>
/// <remarks>A weekday, or a day without its year, is never completed. Safe for threads.</remarks>
internal sealed class ArticleDate(Language language)
{
    private const int LongestDateline = 14; // tokens before the date of a dateline

    private readonly TimeExpressions _times = new(language);

    /// <summary>The day of publication, or null where nobody says it.</summary>
    public DateOnly? Find(Document document, TokenList tokens, IReadOnlyList<Furniture> furniture)
    {
        if (document.Published is { } given)
            return given;
        return FromFurniture(tokens, furniture) ?? FromDateline(tokens) ?? FromAddress(document.Uri);
    }

    // « Publié le 28/02/2024, mis à jour le 29/02/2024 »: the first date of the line is the publication's.
    private DateOnly? FromFurniture(TokenList tokens, IReadOnlyList<Furniture> furniture)
    {
        foreach (var line in furniture)
        {
            if (line.Kind is not ("published-line" or "byline"))
                continue;
            for (var i = tokens.IndexAtOrAfter(line.Span.Start); i < tokens.Count && tokens.Span(i).End <= line.Span.End; i++)
            {
                if (ReadFull(tokens, i) is { } day)
                    return day;
            }
        }

        return null;
    }

    // « 4 juillet 2012. – … », « NIORT, 4 juillet 2012 (AFP) – … »: at the head of one of the first paragraphs.
    private DateOnly? FromDateline(TokenList tokens)
    {
        for (var paragraph = 0; paragraph < Math.Min(3, tokens.Paragraphs.Count); paragraph++)
        {
            var line = tokens.Paragraphs[paragraph];
            for (var i = line.First; i < Math.Min(line.End, line.First + LongestDateline); i++)
            {
                if (_times.TryRead(tokens, i, out var expression) && expression.IsFull && EndsDateline(tokens, expression.Range.End, line) && IsPlace(tokens, line.First, i))
                    return DateResolver.Resolve(expression, null, null)?.From;
                if (tokens.Kind(i) is TokenKind.SentenceEnd or TokenKind.QuoteMark)
                    break;
            }
        }

        return null;
    }

    private static bool EndsDateline(TokenList tokens, int end, TokenRange line) =>
        end >= line.End || tokens.Kind(end) is TokenKind.Dash or TokenKind.OpenBracket or TokenKind.Colon or TokenKind.CloseBracket
        || (tokens.IsKind(end, TokenKind.SentenceEnd) && tokens.Kind(end + 1) is TokenKind.Dash);

    // Before the date of a dateline stand names, an article and marks: no prose.
    private static bool IsPlace(TokenList tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens.Kind(i) == TokenKind.Word && !tokens.IsCapitalised(i) && !tokens.Is(i, WordClass.Definite | WordClass.NameParticle))
                return false;
        }

        return true;
    }

    private DateOnly? ReadFull(TokenList tokens, int at)
    {
        if (_times.TryRead(tokens, at, out var expression) && expression.IsFull)
            return DateResolver.Resolve(expression, null, null)?.From;

        // A date glued to what stands before it: « le04/02/2022 », « 04/02/2022-14:22 ».
        var form = tokens.Form(at);
        for (var i = 0; i + 10 <= form.Length; i++)
        {
            if (form[i + 2] == '/' && form[i + 5] == '/' && DateOnly.TryParseExact(form.Slice(i, 10), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
        }

        return null;
    }

    /// <summary>The date in an address, between slashes or hyphens: <c>/2024/02/29/</c>, <c>/2024-02-29-</c>.</summary>
    private static DateOnly? FromAddress(string? address)
    {
        for (var i = 0; address is not null && i + 10 <= address.Length; i++)
        {
            var bounded = i > 0 && address[i - 1] is '/' or '-' or '_' && (i + 10 == address.Length || !char.IsAsciiDigit(address[i + 10]));
            if (!bounded || address[i + 4] is not ('/' or '-') || address[i + 7] != address[i + 4])
                continue;
            var format = address[i + 4] == '/' ? "yyyy/MM/dd" : "yyyy-MM-dd";
            if (DateOnly.TryParseExact(address.AsSpan(i, 10), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2100)
                return day;
        }

        return null;
    }
}
