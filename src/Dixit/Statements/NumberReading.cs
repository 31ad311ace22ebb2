// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Statements;

/// <summary>Reads a number however it is written: « 3,6 millions », « 100.000 », « 1 000 », « quinze », « deux cent mille ».</summary>
internal static class NumberReading
{
    /// <summary>Reads the number that begins at the token.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="first">Where it begins.</param>
    /// <param name="number">Its digits with a point before decimals; what a number with letters says besides stays (« 8h30 »).</param>
    /// <param name="end">The token after it.</param>
    public static bool TryRead(TokenList tokens, int first, out string number, out int end)
    {
        number = "";
        end = first;
        decimal total = 0, current = 0;
        var any = false;
        var counted = 0;
        while (end < tokens.Count)
        {
            if (tokens.IsKind(end, TokenKind.Number))
            {
                if (any || !TryParse(tokens.Form(end), out current, out var rest))
                    break;
                if (rest.Length > 0)
                {
                    number = WithUnit(current, rest);
                    end++;
                    return true;
                }

                any = true;
                end++;
                continue;
            }

            var value = Value(tokens, end);
            if (value == 0 && any && tokens.IsForm(end, "et") && current % 100 is >= 20 and <= 70 && IsUnitAfterAnd(tokens, end + 1))
                value = Value(tokens, ++end);
            if (value == 0)
                break;
            if (value == 1 && !any && !(tokens.Lexeme(end + 1).Is(WordClass.Numeral) && tokens.Lexeme(end + 1).Value >= 1_000_000))
                break; // « un » is an article
            if (value >= 1000)
            {
                total += (current == 0 ? 1 : current) * value;
                current = 0;
            }
            else if (value == 100)
            {
                current = current == 0 ? 100 : current < 100 ? current * 100 : current + 100;
            }
            else if (any && current % 100 != 0 && !(current % 100 is >= 20 && value < 20))
            {
                break; // « deux trois jours »
            }
            else
            {
                current += value;
            }

            any = true;
            counted = value;
            end++;
        }

        if (!any)
            return false;
        // « 3,6 millions de personnes », « 3 600 000 personnes »
        if (counted >= 1_000_000 && tokens.Is(end, WordClass.Of) && !tokens.Is(end, WordClass.Determiner) && tokens.IsWord(end + 1))
            end++;
        number = Text(total + current);
        return true;
    }

    private static int Value(TokenList tokens, int i)
    {
        var lexeme = tokens.Lexeme(i);
        if (!tokens.IsKind(i, TokenKind.Word) || !lexeme.Is(WordClass.Numeral))
            return 0;
        return lexeme.Value;
    }

    private static bool IsUnitAfterAnd(TokenList tokens, int i) => Value(tokens, i) is 1 or 11;

    // Digits with separators: a last group of exactly three after a point or a comma counts thousands.
    private static bool TryParse(ReadOnlySpan<char> form, out decimal value, out ReadOnlySpan<char> rest)
    {
        value = 0;
        var length = 0;
        Span<char> digits = stackalloc char[32];
        var count = 0;
        var decimals = false;
        while (length < form.Length && count < 24)
        {
            var c = form[length];
            if (char.IsAsciiDigit(c))
            {
                digits[count++] = c;
                length++;
            }
            else if (c is ' ' or '\u00a0' or '\u202f' or '\u2009')
            {
                length++;
            }
            else if (c is '.' or ',' && length + 1 < form.Length && char.IsAsciiDigit(form[length + 1]) && !decimals)
            {
                var group = 0;
                while (length + 1 + group < form.Length && char.IsAsciiDigit(form[length + 1 + group]))
                    group++;
                if (group != 3 || digits[0] == '0')
                {
                    digits[count++] = '.';
                    decimals = true;
                }

                length++;
            }
            else
            {
                break;
            }
        }

        rest = form[length..];
        return count > 0 && decimal.TryParse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static string WithUnit(decimal value, ReadOnlySpan<char> rest) => Text(value) + Stemmer.Plain(rest);

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
