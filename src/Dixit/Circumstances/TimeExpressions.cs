// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Reads dates and times out of the tokens of a text. Safe for threads.</summary>
/// <remarks>Order of the parts is that of French: weekday, day, month, year. Figures are day, month, year, or ISO.</remarks>
internal sealed class TimeExpressions(PhraseTable<TimeWord> words)
{
    public TimeExpressions(Language language)
        : this(PhraseTable<TimeWord>.Read(language, "Dates"))
    {
    }

    /// <summary>The words of <c>Dates.txt</c>.</summary>
    public PhraseTable<TimeWord> Words => words;

    /// <summary>Every time expression of the text in order, none overlapping another.</summary>
    public List<TimeExpression> FindAll(TokenList tokens)
    {
        var found = new List<TimeExpression>();
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens.IsWord(i) && TryRead(tokens, i, out var expression))
            {
                found.Add(expression);
                i = expression.Range.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>The time expression that begins at a token.</summary>
    public bool TryRead(TokenList tokens, int at, out TimeExpression expression)
    {
        expression = default;
        if (tokens.IsKind(at, TokenKind.Number))
            return TryReadFigures(tokens, at, at, 0, out expression);
        if (!words.TryMatch(tokens, at, tokens.Count, out var match))
            return false;
        var end = at + match.Length;
        switch (match.Kind)
        {
            case TimeWord.Weekday:
                return TryReadWeekday(tokens, at, end, match.Value, out expression);
            case TimeWord.Number when words.TryMatch(tokens, end, tokens.Count, out var month) && month.Kind == TimeWord.Month:
                expression = Day(tokens, at, end + month.Length, 0, match.Value, match.Value, month.Value);
                return true;
            case TimeWord.Month:
                // A month by itself is a date only with its year: « mars » is also a planet, « avril » a name.
                if (!TryYear(tokens, end, out var year))
                    return false;
                expression = Span(at, end + 1, TimeShape.Month, 0) with { Year = year, Month = match.Value };
                return true;
            case TimeWord.In or TimeWord.Edge:
                return TryReadMonthOrYear(tokens, at, end, match.Kind, out expression);
            case TimeWord.Ago:
                return TryReadAgo(tokens, at, end, out expression);
            case TimeWord.Relative:
                expression = Span(at, end, TimeShape.Relative, match.Value);
                return true;
            case TimeWord.Anaphoric when !tokens.Is(end, WordClass.Of): // not « à la veille du sommet »
                expression = Span(at, end, TimeShape.Anaphoric, match.Value);
                return true;
            case TimeWord.Week:
                expression = Span(at, end, TimeShape.Week, match.Value);
                return true;
            case TimeWord.Weekend:
                expression = Span(at, end, TimeShape.Weekend, match.Value);
                return true;
            case TimeWord.MonthSpan:
                expression = Span(at, end, TimeShape.MonthSpan, match.Value);
                return true;
            case TimeWord.YearSpan:
                expression = Span(at, end, TimeShape.YearSpan, match.Value);
                return true;
            default:
                return false;
        }
    }

    private static TimeExpression Span(int first, int end, TimeShape shape, int offset) =>
        new(new TokenRange(first, end), shape) { Offset = offset };

    // « mardi », « ce mardi 3 mars 2021 », « mardi soir », « lundi dernier », « mardi à mercredi » after « la nuit de ».
    private bool TryReadWeekday(TokenList tokens, int first, int end, int weekday, out TimeExpression expression)
    {
        var next = words.IsAt(tokens, end, TimeWord.Article) ? end + 1 : end;
        if (TryReadFigures(tokens, first, next, weekday, out expression))
            return true;
        if (words.IsAt(tokens, end, TimeWord.Range) && words.TryMatch(tokens, end + 1, tokens.Count, out var second) && second.Kind == TimeWord.Weekday)
        {
            expression = Span(first, end + 1 + second.Length, TimeShape.Night, 0) with { Weekday = weekday };
            return true;
        }

        expression = Span(first, end, TimeShape.Weekday, 0) with { Weekday = weekday };
        while (words.TryMatch(tokens, expression.Range.End, tokens.Count, out var more))
        {
            switch (more.Kind)
            {
                case TimeWord.DayPart:
                case TimeWord.Relative when more.Value == 0: // « mardi dans la journée »
                    break;
                case TimeWord.Last:
                    expression = expression with { Last = true };
                    break;
                case TimeWord.Next:
                    expression = expression with { Ahead = true };
                    break;
                default:
                    return true;
            }

            expression = expression with { Range = new TokenRange(first, expression.Range.End + more.Length) };
        }

        return true;
    }

    // « 24 mars 2022 », « 24 et 25 mars », « 28/02/2024 », « 2024-02-28 »
    private bool TryReadFigures(TokenList tokens, int first, int at, int weekday, out TimeExpression expression)
    {
        expression = default;
        if (!tokens.IsWord(at))
            return false;
        if (TryParseFigures(tokens.Form(at), out var year, out var month, out var figureDay))
        {
            expression = Day(tokens, first, at + 1, weekday, figureDay, figureDay, month) with { Year = year };
            return true;
        }

        if (!TryDay(tokens, at, out var day))
            return false;
        var lastDay = day;
        var end = at + 1;
        if ((words.IsAt(tokens, end, TimeWord.Range) || tokens.IsKind(end, TokenKind.Dash)) && TryDay(tokens, end + 1, out var second) && second > day)
        {
            lastDay = second;
            end += 2;
        }

        if (!words.TryMatch(tokens, end, tokens.Count, out var named) || named.Kind != TimeWord.Month)
            return false;
        expression = Day(tokens, first, end + named.Length, weekday, day, lastDay, named.Value);
        return lastDay <= DateTime.DaysInMonth(expression.Year > 0 ? expression.Year : 2000, named.Value);
    }

    // A year, and a part of the day, may follow.
    private TimeExpression Day(TokenList tokens, int first, int end, int weekday, int day, int lastDay, int month)
    {
        if (TryYear(tokens, end, out var year))
            end++;
        var ahead = false;
        if (words.TryMatch(tokens, end, tokens.Count, out var more) && (more.Kind is TimeWord.DayPart or TimeWord.Last or TimeWord.Next || more is { Kind: TimeWord.Relative, Value: 0 }))
        {
            ahead = more.Kind == TimeWord.Next;
            end += more.Length;
        }

        return new TimeExpression(new TokenRange(first, end), TimeShape.Day) { Year = year, Month = month, Day = day, LastDay = lastDay, Weekday = weekday, Ahead = ahead };
    }

    private bool TryReadMonthOrYear(TokenList tokens, int first, int end, TimeWord kind, out TimeExpression expression)
    {
        expression = default;
        if (tokens.IsKind(end, TokenKind.Dash))
            end++; // « mi-mars » where it was cut
        if (kind == TimeWord.In && TryYear(tokens, end, out var year))
        {
            expression = Span(first, end + 1, TimeShape.Year, 0) with { Year = year };
            return true;
        }

        if (!words.TryMatch(tokens, end, tokens.Count, out var month) || month.Kind != TimeWord.Month)
            return false;
        end += month.Length;
        if (TryYear(tokens, end, out year))
            end++;
        expression = Span(first, end, TimeShape.Month, 0) with { Year = year, Month = month.Value };
        if (words.TryMatch(tokens, end, tokens.Count, out var more) && more.Kind is TimeWord.Last or TimeWord.Next)
            expression = expression with { Range = new TokenRange(first, end + more.Length), Ahead = more.Kind == TimeWord.Next, Last = more.Kind == TimeWord.Last };
        return true;
    }

    // « il y a trois jours » is a day; « il y a trois mois », « il y a quelques jours » are not.
    private bool TryReadAgo(TokenList tokens, int first, int number, out TimeExpression expression)
    {
        for (var unit = number + 1; unit < Math.Min(tokens.Count, number + 4); unit++)
        {
            if (!words.TryMatch(tokens, unit, tokens.Count, out var match) || match.Kind is not (TimeWord.UnitDay or TimeWord.UnitOther))
                continue;
            var exact = match.Kind == TimeWord.UnitDay && unit == number + 1;
            expression = exact && TryNumber(tokens, number, out var days)
                ? Span(first, unit + 1, TimeShape.Relative, -days)
                : Span(first, unit + 1, TimeShape.Vague, 0);
            return true;
        }

        expression = default;
        return false;
    }

    private bool TryNumber(TokenList tokens, int at, out int number)
    {
        if (int.TryParse(tokens.Form(at), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return number is > 0 and < 400;
        var named = words.TryMatch(tokens, at, at + 1, out var match) && match.Kind == TimeWord.Number;
        number = match.Value;
        return named;
    }

    // « 24 », « 1er », « 1ᵉʳ »
    private static bool TryDay(TokenList tokens, int at, out int day)
    {
        day = 0;
        if (!tokens.IsWord(at))
            return false;
        var form = tokens.Form(at);
        if (form.Length > 1 && form[0] == '1' && !char.IsDigit(form[1]))
            form = form[1..] is "er" or "ᵉʳ" or "ER" ? "1" : form;
        return form.Length <= 2 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out day) && day is >= 1 and <= 31;
    }

    private static bool TryYear(TokenList tokens, int at, out int year)
    {
        year = 0;
        if (!tokens.IsKind(at, TokenKind.Number))
            return false;
        var form = tokens.Form(at);
        return form.Length == 4 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1900 and < 2100;
    }

    /// <summary>« 28/02/2024 », « 28.02.24 », « 2024-02-28 », with or without a time behind a T.</summary>
    private static bool TryParseFigures(ReadOnlySpan<char> form, out int year, out int month, out int day)
    {
        year = month = day = 0;
        if (form.Length > 10 && form[10] is 'T' or 't')
            form = form[..10];
        if (form.Length is not (8 or 9 or 10))
            return false;
        Span<Range> parts = stackalloc Range[4];
        if (form.SplitAny(parts, "/.-") != 3)
            return false;
        if (!int.TryParse(form[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            || !int.TryParse(form[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out month)
            || !int.TryParse(form[parts[2]], NumberStyles.None, CultureInfo.InvariantCulture, out var three))
        {
            return false;
        }

        var iso = parts[0].End.Value - parts[0].Start.Value == 4;
        (year, day) = iso ? (one, three) : (three, one);
        if (year < 100)
            year += 2000;
        return year is >= 1900 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }
}
