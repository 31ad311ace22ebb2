// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Reads dates, times and durations: « mercredi 23 mars », « la semaine dernière », « trois mois ».</summary>
internal sealed class TimeScan(TokenList tokens)
{
    /// <summary>Whether an expression of time begins at the token.</summary>
    public bool TryRead(int first, out int end)
    {
        end = first;
        if (!MayBegin(first))
            return false;
        var at = first;
        var determined = tokens.Is(at, WordClass.Determiner) && !tokens.Is(at, WordClass.Numeral);
        if (determined)
            at++;
        if (tokens.IsForm(at, "même") || (tokens.Is(at, WordClass.Ordinal | WordClass.Anaphoric | WordClass.Quantifier | WordClass.Adjective) && !tokens.Is(at, WordClass.TimeNoun)))
            at++;
        if (TryReadDay(at, out end) || TryReadDate(at, out end))
        {
            end = PassTail(end);
            return true;
        }

        if (at == first && tokens.Is(at, WordClass.TimeNoun) && tokens.Is(at, WordClass.Adverb))
        {
            end = PassTail(at + 1); // « hier soir », « aujourd'hui »
            return true;
        }

        var counted = at;
        while (counted - at < 4 && (tokens.Is(counted, WordClass.Numeral | WordClass.Quantifier | WordClass.Ordinal) || tokens.IsKind(counted, TokenKind.Number)
            || (counted > at && tokens.Is(counted, WordClass.Adjective | WordClass.Anaphoric) && !tokens.Is(counted, WordClass.TimeNoun))))
        {
            counted++;
        }

        if (!determined && counted == first)
            return IsYear(first, out end);
        if (!tokens.Is(counted, WordClass.TimeNoun) || tokens.IsCapitalised(counted) || tokens.Is(counted, WordClass.Role | WordClass.PersonNoun))
            return IsYear(first, out end);
        end = PassTail(counted + 1);
        return true;
    }

    private bool MayBegin(int first)
    {
        if (tokens.IsKind(first, TokenKind.Number))
            return true;
        var lexeme = tokens.Lexeme(first);
        return lexeme.Is(WordClass.Weekday | WordClass.Month | WordClass.Determiner | WordClass.Numeral | WordClass.Quantifier)
            || (lexeme.Is(WordClass.TimeNoun) && lexeme.Is(WordClass.Adverb));
    }

    // « mercredi 23 mars 2022 »
    private bool TryReadDay(int at, out int end)
    {
        end = at;
        if (!tokens.Is(at, WordClass.Weekday))
            return false;
        end = at + 1;
        if (TryReadDate(end, out var dateEnd))
            end = dateEnd;
        else if (IsDayNumber(end) && !IsCount(end))
            end++;
        return true;
    }

    // « 23 mars », « 1er avril 2021 », « mars 2022 »
    private bool TryReadDate(int at, out int end)
    {
        end = at;
        var month = IsDayNumber(at) ? at + 1 : at;
        if (!tokens.Is(month, WordClass.Month))
            return false;
        if (month == at && tokens.IsCapitalised(at) && tokens.IsCapitalised(at + 1))
            return false; // « Avril Lavigne »
        end = month + 1;
        if (IsYear(end, out var yearEnd))
            end = yearEnd;
        return true;
    }

    private bool IsDayNumber(int at) => tokens.IsKind(at, TokenKind.Number) && tokens.Span(at).Length <= 4 && char.IsAsciiDigit(tokens.FirstChar(at))
        && (tokens.Span(at).Length <= 2 || tokens.IsForm(at, "1er"));

    private bool IsCount(int at) => tokens.Is(at + 1, WordClass.Noun | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.Role);

    private bool IsYear(int at, out int end)
    {
        end = at;
        if (!tokens.IsKind(at, TokenKind.Number) || tokens.Has(at, TokenFlags.ParagraphBefore))
            return false;
        var form = tokens.Form(at);
        if (form.Length != 4 || !(form.StartsWith("19") || form.StartsWith("20")) || !char.IsAsciiDigit(form[2]) || !char.IsAsciiDigit(form[3]))
            return false;
        var next = tokens.Lexeme(at + 1);
        if (next.Is(WordClass.Noun | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.Role | WordClass.Demonym))
            return false;
        end = at + 1;
        return true;
    }

    // « matin », « dernière », « prochain », « du mois de mars »
    private int PassTail(int end)
    {
        for (var i = 0; i < 4; i++)
        {
            if (tokens.Has(end, TokenFlags.ParagraphBefore))
                break;
            var lexeme = tokens.Lexeme(end);
            if (lexeme.Is(WordClass.TimeNoun) && !lexeme.Is(WordClass.Verb) || lexeme.Is(WordClass.Anaphoric) || (lexeme.Is(WordClass.Adjective | WordClass.Ordinal) && !lexeme.Is(WordClass.Verb | WordClass.Determiner | WordClass.Adverb)))
                end++;
            else if (lexeme.Is(WordClass.Of) && (TryReadDay(end + 1, out var more) || TryReadDate(end + 1, out more)))
                end = more;
            else
                break;
        }

        return end;
    }
}
