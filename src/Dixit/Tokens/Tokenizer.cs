// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Dixit.Documents;
using Dixit.Languages;

namespace Dixit.Tokens;

/// <summary>Cuts a text into words, numbers and marks in one pass, and looks each word up.</summary>
/// <remarks>
/// Where a word is cut at an apostrophe or a hyphen is the lexicon's to say: « l' » and « -t-il » are listed forms,
/// « aujourd' » and « -vous » of « rendez-vous » are not cut because the whole is listed. Safe for many threads.
/// </remarks>
internal sealed class Tokenizer(Lexicon lexicon)
{
    // A word longer than this is no word of a language; its parts are not looked up again and again.
    private const int LongestWord = 80;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("«»“”„‟\"‹›‘’‚‛'＂‘❝❞「」『』");

    private static readonly FrozenSet<string> Domains = FrozenSet.ToFrozenSet(
    [
        "fr", "com", "org", "net", "it", "de", "be", "ch", "ca", "uk", "eu", "ru", "info", "io", "tv", "gov", "es", "pt", "lu", "html", "jpg", "png", "pdf",
    ], StringComparer.OrdinalIgnoreCase);

    public TokenList Tokenize(string text)
    {
        var cutter = new Cutter(lexicon, text, LineBreaks.AreHardWraps(text));
        return cutter.Run();
    }

    /// <summary>Whether the character can mark a quotation.</summary>
    public static bool IsQuoteMark(char c) => Quotes.Contains(c);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘';

    private static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    private static bool IsDash(char c) => c is '-' or '–' or '—' or '―' or '‐' or '‑' or '−';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLetter(char c) =>
        c < 128 ? (uint)((c | 0x20) - 'a') <= 'z' - 'a' : char.IsLetter(c) || c is >= '\u0300' and <= '\u036f' or 'ª' or 'º';

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpace(char c) => c <= ' ' || c is '\u00a0' or '\u202f' or '\u2009' or '\u200b' or '\ufeff' or '\u00ad' || (c > 128 && char.IsWhiteSpace(c));

    private struct Cutter(Lexicon lexicon, string text, bool hardWraps)
    {
        private Token[] _tokens = new Token[(text.Length / 4) + 8];
        private Lexeme[] _lexemes = new Lexeme[(text.Length / 4) + 8];
        private TokenFlags[] _flags = new TokenFlags[(text.Length / 4) + 8];
        private int _count;
        private TokenFlags _pending = TokenFlags.ParagraphBefore | TokenFlags.LineBefore;

        public TokenList Run()
        {
            var at = 0;
            while (at < text.Length)
            {
                var c = text[at];
                if (IsSpace(c))
                    at = PassSpace(at);
                else if (IsLetter(c))
                    at = ReadWord(at);
                else if (IsDigit(c))
                    at = ReadNumber(at);
                else
                    at = ReadMark(at, c);
            }

            return new TokenList(text, lexicon, _tokens, _lexemes, _flags, _count);
        }

        private int PassSpace(int at)
        {
            var lines = 0;
            var start = at;
            while (at < text.Length && IsSpace(text[at]))
            {
                if (text[at] is '\n' or '\u2028' or '\u0085' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                    lines++;
                else if (text[at] is '\u2029' or '\f')
                    lines += 2;
                at++;
            }

            _pending |= TokenFlags.SpaceBefore;
            if (lines > 0)
                _pending |= TokenFlags.LineBefore;
            if (lines > 1 || (lines == 1 && !LineBreaks.IsSoft(text, start, at, hardWraps)))
                _pending |= TokenFlags.ParagraphBefore;
            return at;
        }

        private int ReadWord(int start)
        {
            if (IsAddressAt(start))
                return ReadAddress(start);
            var end = start + 1;
            while (end < text.Length)
            {
                var c = text[end];
                if (IsLetter(c) || IsDigit(c))
                    end++;
                else if ((IsHyphen(c) || IsApostrophe(c) || c is '·' or '•' or '&') && end + 1 < text.Length && IsLetter(text[end + 1]))
                    end += 2;
                else if (IsHyphen(c) && end + 1 < text.Length && IsDigit(text[end + 1]))
                    end += 2;
                else if (c is '\u00ad' or '\u200d' && end + 1 < text.Length && IsLetter(text[end + 1]))
                    end += 2;
                else if (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                    end++;
                else
                    break;
            }

            if (end < text.Length && IsApostrophe(text[end]) && lexicon.Find(text.AsSpan(start, end + 1 - start)) != Lexeme.Unknown)
                end++; // « l' » before a mark or a space: « l'« affaire » »
            if (end < text.Length && text[end] == '.')
            {
                if (IsInitials(start, end, out var afterInitials))
                {
                    var spelled = lexicon.Find(text.AsSpan(start, afterInitials - start)); // « U.S. »
                    Add(start, afterInitials, TokenKind.Word, spelled != Lexeme.Unknown ? spelled : lexicon.Find(text.AsSpan(start, end - start)));
                    return afterInitials;
                }

                var domain = DomainEnd(end);
                if (domain > end)
                {
                    Add(start, domain, TokenKind.Address, Lexeme.Unknown);
                    return domain;
                }
            }

            CutWord(start, end);
            return IsAbbreviation(end) ? Lengthen(end + 1) : end;
        }

        // The last token ends in a full stop that ends no sentence.
        private readonly bool IsAbbreviation(int end) =>
            end < text.Length && text[end] == '.' && _lexemes[_count - 1].Is(WordClass.Abbreviation);

        private readonly int Lengthen(int end)
        {
            var token = _tokens[_count - 1];
            _tokens[_count - 1] = token with { Span = new TextSpan(token.Span.Start, end) };
            return end;
        }

        // A single capital, or letters with a full stop after each: « J. », « J.-C. », « U.S.A. ».
        private readonly bool IsInitials(int start, int dot, out int end)
        {
            end = dot + 1;
            if (dot - start > 3 || !char.IsUpper(text[start]))
                return false;
            if (dot - start is 2 or 3 && !(IsHyphen(text[start + 1]) || lexicon.Find(text.AsSpan(start, dot - start)).Is(WordClass.Abbreviation)))
                return dot - start == 2 && text.AsSpan(start, 2) is "Ch" or "Ph" or "Th" && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]);
            if (dot - start is 2 or 3 && !IsHyphen(text[start + 1]))
                return false;
            var more = end;
            while (more < text.Length)
            {
                var letter = IsHyphen(text[more]) ? more + 1 : more;
                if (letter + 1 >= text.Length || !char.IsUpper(text[letter]) || text[letter + 1] != '.')
                    break;
                more = letter + 2;
            }

            if (more > end)
            {
                end = more;
                return true;
            }

            // « J. Martin » is an initial, « le plan B. Il part » ends a sentence.
            var next = end;
            while (next < text.Length && text[next] is ' ' or '\u00a0' or '\u202f')
                next++;
            if (next == end || next >= text.Length || !char.IsUpper(text[next]))
                return false;
            var nextEnd = next;
            while (nextEnd < text.Length && IsLetter(text[nextEnd]) && nextEnd - next < LongestWord)
                nextEnd++;
            if (nextEnd < text.Length && IsApostrophe(text[nextEnd]))
                return nextEnd - next == 1 && text[next] == 'D';
            return !lexicon.Find(text.AsSpan(next, nextEnd - next)).Is(WordClass.Determiner | WordClass.SubjectPronoun | WordClass.Preposition
                | WordClass.Coordinator | WordClass.Subordinator | WordClass.Adverb | WordClass.Interrogative);
        }

        private readonly int DomainEnd(int dot)
        {
            var end = dot + 1;
            while (end < text.Length && (IsLetter(text[end]) || IsDigit(text[end])) && end - dot < 12)
                end++;
            if (end == dot + 1 || !char.IsLower(text[dot + 1]) || !Domains.Contains(text[(dot + 1)..end]))
                return dot;
            while (end < text.Length && (text[end] == '/' || (text[end] is '-' or '_' or '?' or '=' or '&' or '%' or '#' or '~') || IsLetter(text[end]) || IsDigit(text[end])
                || (text[end] == '.' && end + 1 < text.Length && (IsLetter(text[end + 1]) || IsDigit(text[end + 1])))))
            {
                end++;
            }

            return end;
        }

        // Elision at the head, clitics at the tail; what stands between is one word.
        private void CutWord(int start, int end)
        {
            if (end - start > LongestWord)
            {
                Add(start, end, TokenKind.Word, Lexeme.Unknown);
                return;
            }

            var whole = lexicon.Find(text.AsSpan(start, end - start));
            if (whole != Lexeme.Unknown)
            {
                Add(start, end, TokenKind.Word, whole);
                return;
            }

            var head = text.AsSpan(start, end - start).IndexOfAny("'’ʼ‘");
            if (head > 0)
            {
                var elided = lexicon.Find(text.AsSpan(start, head + 1));
                if (elided != Lexeme.Unknown)
                {
                    Add(start, start + head + 1, TokenKind.Word, elided);
                    if (start + head + 1 < end)
                        CutWord(start + head + 1, end);
                    return;
                }

                var clitic = lexicon.Find(text.AsSpan(start + head, end - start - head));
                if (clitic != Lexeme.Unknown)
                {
                    CutWord(start, start + head);
                    Add(start + head, end, TokenKind.Word, clitic);
                    return;
                }
            }

            for (var hyphen = start + 1; hyphen < end - 1; hyphen++)
            {
                if (!IsHyphen(text[hyphen]))
                    continue;
                var tail = lexicon.Find(text.AsSpan(hyphen, end - hyphen));
                if (tail == Lexeme.Unknown || char.IsUpper(text[hyphen + 1]))
                    continue;
                Add(start, hyphen, TokenKind.Word, lexicon.Find(text.AsSpan(start, hyphen - start)));
                Add(hyphen, end, TokenKind.Word, tail);
                return;
            }

            Add(start, end, TokenKind.Word, whole);
        }

        private int ReadNumber(int start)
        {
            var end = start + 1;
            while (end < text.Length)
            {
                var c = text[end];
                if (IsDigit(c) || IsLetter(c))
                    end++;
                else if (c is ',' or '.' or '/' or ':' or '-' or '‑' && end + 1 < text.Length && IsDigit(text[end + 1]))
                    end += 2;
                else if (c is ' ' or '\u00a0' or '\u202f' or '\u2009' && IsThousandGroup(start, end))
                    end += 4;
                else
                    break;
            }

            Add(start, end, TokenKind.Number, lexicon.Find(text.AsSpan(start, end - start)));
            return end;
        }

        // « 1 000 »: one to three digits, a space, and exactly three more.
        private readonly bool IsThousandGroup(int start, int space)
        {
            var digits = 0;
            for (var i = space - 1; i >= start && IsDigit(text[i]); i--)
                digits++;
            if (digits is 0 or > 3 || text[start] == '0' || space + 3 >= text.Length)
                return false;
            for (var i = 1; i <= 3; i++)
            {
                if (!IsDigit(text[space + i]))
                    return false;
            }

            return space + 4 >= text.Length || !(IsDigit(text[space + 4]) || IsLetter(text[space + 4]));
        }

        private int ReadMark(int at, char c)
        {
            switch (c)
            {
                case '.' or '!' or '?' or '…' or '‽':
                    var end = at + 1;
                    while (end < text.Length && text[end] is '.' or '!' or '?' or '…')
                        end++;
                    return Add(at, end, TokenKind.SentenceEnd);
                case ',':
                    return Add(at, at + 1, TokenKind.Comma);
                case ':':
                    return Add(at, at + 1, TokenKind.Colon);
                case ';':
                    return Add(at, at + 1, TokenKind.Semicolon);
                case '(' or '[' or '{':
                    return Add(at, at + 1, TokenKind.OpenBracket);
                case ')' or ']' or '}':
                    return Add(at, at + 1, TokenKind.CloseBracket);
                case '<' or '>' when at + 1 < text.Length && text[at + 1] == c:
                    return Add(at, at + 2, TokenKind.QuoteMark);
                case '\'' when at + 1 < text.Length && text[at + 1] == '\'':
                    return Add(at, at + 2, TokenKind.QuoteMark);
                case '@' or '#' when at + 1 < text.Length && IsLetter(text[at + 1]):
                    return ReadAddress(at);
            }

            if (IsQuoteMark(c))
                return Add(at, at + 1, TokenKind.QuoteMark);
            if (IsDash(c))
                return ReadDash(at);
            var width = char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            if (width == 2 && Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetter(rune))
                return Add(at, at + 2, TokenKind.Word);
            return Add(at, at + width, TokenKind.Symbol);
        }

        private int ReadDash(int at)
        {
            // An inverted clitic after a mark: « "…", dit "-il" » is damage, but « dit »-il is not ours to mend.
            var end = at + 1;
            while (end < text.Length && IsDash(text[end]))
                end++;
            if (end == at + 1 && IsHyphen(text[at]) && end < text.Length && IsLetter(text[end]) && at > 0 && !IsSpace(text[at - 1]))
            {
                var wordEnd = end;
                while (wordEnd < text.Length && (IsLetter(text[wordEnd]) || IsHyphen(text[wordEnd])) && wordEnd - at < 12)
                    wordEnd++;
                var clitic = lexicon.Find(text.AsSpan(at, wordEnd - at));
                if (clitic != Lexeme.Unknown)
                {
                    Add(at, wordEnd, TokenKind.Word, clitic);
                    return wordEnd;
                }
            }

            return Add(at, end, TokenKind.Dash);
        }

        private readonly bool IsAddressAt(int start)
        {
            if ((text[start] | 0x20) is not ('h' or 'w'))
                return false;
            var rest = text.AsSpan(start);
            return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        }

        private int ReadAddress(int start)
        {
            var end = start + 1;
            while (end < text.Length && !IsSpace(text[end]) && !(IsQuoteMark(text[end]) || text[end] is ')' or ']' or '>' or ',' or ';'))
                end++;
            while (end > start + 1 && text[end - 1] is '.' or '!' or '?' or ':' or '…')
                end--;
            return Add(start, end, TokenKind.Address);
        }

        private int Add(int start, int end, TokenKind kind)
        {
            Add(start, end, kind, Lexeme.Unknown);
            return end;
        }

        private void Add(int start, int end, TokenKind kind, Lexeme lexeme)
        {
            if (_count == _tokens.Length)
            {
                Array.Resize(ref _tokens, _count * 2);
                Array.Resize(ref _lexemes, _count * 2);
                Array.Resize(ref _flags, _count * 2);
            }

            var flags = _pending;
            _pending = TokenFlags.None;
            if (kind == TokenKind.Word && char.IsUpper(text[start]))
            {
                flags |= TokenFlags.Capitalised;
                if (end - start > 1 && AllCapitals(start, end))
                    flags |= TokenFlags.AllCapitals;
            }

            _tokens[_count] = new Token(new TextSpan(start, end), kind);
            _lexemes[_count] = lexeme;
            _flags[_count] = flags;
            _count++;
        }

        private readonly bool AllCapitals(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                if (char.IsLower(text[i]))
                    return false;
            }

            return true;
        }
    }
}
