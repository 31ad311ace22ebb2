// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Quotations;

/// <summary>Pairs quote marks, paragraph by paragraph, so that damage in one does not spoil the next.</summary>
/// <remarks>
/// A mark's side is what its shape says, unless the space about it says otherwise (« à envoyer« , »). A mark left
/// open at a paragraph's end goes on in the next where that re-opens or closes it; else it is unclosed and ends with
/// its paragraph. Linear in the number of marks. Safe for many threads.
/// </remarks>
internal sealed class QuotedSpanFinder
{
    private const int DeepestNesting = 12;
    private const int MostParagraphs = 12;
    private const int LongestSingle = 120;

    public QuotationList Find(TokenList tokens)
    {
        var found = new List<Quotation>();
        var paragraphs = tokens.Paragraphs;
        var pairing = new Pairing(tokens, found);
        for (var p = 0; p < paragraphs.Count; p++)
            pairing.Paragraph(p);
        return new QuotationList(found, tokens.Count);
    }

    private enum Family
    {
        Guillemets,
        Curly,
        Straight,
        Angle,
        Single,
    }

    private enum Side
    {
        Either,
        Open,
        Close,
    }

    private readonly record struct Mark(int Token, Family Family, Side Side);

    private sealed class Pairing(TokenList tokens, List<Quotation> found)
    {
        private readonly List<Mark> _marks = [];
        private readonly List<Mark> _stack = [];
        private readonly int[] _opensLeft = new int[5];
        private readonly int[] _closesLeft = new int[5];
        private readonly int[] _openDepth = new int[5];
        private Family? _carried;
        private int _carriedPart = -1;
        private int _carriedUntil = -1;
        private int _index; // of the paragraph that is being paired

        public void Paragraph(int index)
        {
            var paragraph = tokens.Paragraphs[index];
            _index = index;
            CollectMarks(paragraph);
            CountSides();
            _stack.Clear();
            Array.Clear(_openDepth);
            var first = 0;
            if (_carried is { } family)
                first = ResumeCarried(paragraph, index, family);
            for (var m = first; m < _marks.Count; m++)
                Pair(m, paragraph);
            EndParagraph(index, paragraph);
        }

        private void CollectMarks(TokenRange paragraph)
        {
            _marks.Clear();
            for (var i = paragraph.First; i < paragraph.End; i++)
            {
                if (tokens.IsKind(i, TokenKind.QuoteMark) && TryClassify(i, paragraph, out var mark))
                    _marks.Add(mark);
            }
        }

        private bool TryClassify(int i, TokenRange paragraph, out Mark mark)
        {
            var c = tokens.FirstChar(i);
            var spaceBefore = i == paragraph.First || tokens.Has(i, TokenFlags.SpaceBefore) || tokens.IsKind(i - 1, TokenKind.OpenBracket)
                || (tokens.IsKind(i - 1, TokenKind.QuoteMark) && tokens.Span(i - 1).End == tokens.Span(i).Start)
                || IsElision(i - 1);
            var spaceAfter = i + 1 >= paragraph.End || tokens.Has(i + 1, TokenFlags.SpaceBefore)
                || tokens.Kind(i + 1) is TokenKind.Comma or TokenKind.SentenceEnd or TokenKind.Semicolon or TokenKind.Colon or TokenKind.CloseBracket;
            var looksOpen = spaceBefore && !spaceAfter;
            var looksClose = !spaceBefore && spaceAfter;
            switch (c)
            {
                case '«' or '<':
                    mark = new Mark(i, Family.Guillemets, looksClose && i > paragraph.First ? Side.Close : Side.Open);
                    return true;
                case '»' or '>':
                    mark = new Mark(i, Family.Guillemets, looksOpen && tokens.IsWord(i + 1) ? Side.Either : Side.Close);
                    return true;
                case '“' or '„' or '‟' or '❝' or '「' or '『':
                    mark = new Mark(i, Family.Curly, i > paragraph.First && (looksClose || tokens.IsKind(i + 1, TokenKind.Comma)) ? Side.Either : Side.Open);
                    return true;
                case '”' or '❞' or '」' or '』':
                    mark = new Mark(i, Family.Curly, looksOpen || i == paragraph.First ? Side.Either : Side.Close);
                    return true;
                case '"' or '＂':
                    return ClassifyStraight(i, looksOpen, looksClose, out mark);
                case '\'' when tokens.Span(i).Length == 2:
                    return ClassifyStraight(i, looksOpen, looksClose, out mark);
                case '‹':
                    mark = new Mark(i, Family.Angle, Side.Open);
                    return true;
                case '›':
                    mark = new Mark(i, Family.Angle, Side.Close);
                    return true;
                default:
                    mark = new Mark(i, Family.Single, looksOpen ? Side.Open : Side.Close);
                    return looksOpen ? IsSingleClosed(i, paragraph) : looksClose || tokens.Has(i + 1, TokenFlags.SpaceBefore) || (!spaceBefore && !tokens.IsWord(i + 1));
            }
        }

        // « l'"affaire" »: an elided word leaves no space before the mark that follows it.
        private bool IsElision(int i) => i >= 0 && tokens.IsWord(i) && tokens.Text[tokens.Span(i).End - 1] is '\'' or '’';

        private bool ClassifyStraight(int i, bool looksOpen, bool looksClose, out Mark mark)
        {
            mark = new Mark(i, Family.Straight, looksOpen ? Side.Open : looksClose ? Side.Close : Side.Either);
            // 15" is an inch unless a quotation is open, which the pairing knows.
            return true;
        }

        // A single mark opens only if one closes it soon: else it is an apostrophe.
        private bool IsSingleClosed(int open, TokenRange paragraph)
        {
            var limit = Math.Min(paragraph.End, open + LongestSingle);
            for (var i = open + 1; i < limit; i++)
            {
                if (!tokens.IsKind(i, TokenKind.QuoteMark) || tokens.Span(i).Length != 1 || tokens.FirstChar(i) is not ('\'' or '’' or '‛'))
                    continue;
                var free = i + 1 >= paragraph.End || tokens.Has(i + 1, TokenFlags.SpaceBefore) || !tokens.IsWord(i + 1);
                if (!tokens.Has(i, TokenFlags.SpaceBefore) && free)
                    return i > open + 1;
            }

            return false;
        }

        private void CountSides()
        {
            Array.Clear(_opensLeft);
            Array.Clear(_closesLeft);
            foreach (var mark in _marks)
            {
                if (mark.Side == Side.Open)
                    _opensLeft[(int)mark.Family]++;
                else
                    _closesLeft[(int)mark.Family]++;
            }
        }

        private void Pass(Mark mark)
        {
            if (mark.Side == Side.Open)
                _opensLeft[(int)mark.Family]--;
            else
                _closesLeft[(int)mark.Family]--;
        }

        private void Pair(int m, TokenRange paragraph)
        {
            var mark = _marks[m];
            Pass(mark);
            var f = (int)mark.Family;
            var isOpen = _openDepth[f] > 0;
            var side = mark.Side;
            if (side == Side.Either)
                side = isOpen ? Side.Close : Side.Open;
            else if (side == Side.Close && !isOpen && mark.Family == Family.Straight && tokens.IsKind(mark.Token - 1, TokenKind.Number))
                return; // an inch
            if (side == Side.Open)
                Open(mark, paragraph, isOpen, f);
            else if (isOpen)
                Close(mark);
            else
                CloseUnopened(mark, paragraph);
        }

        private void Open(Mark mark, TokenRange paragraph, bool isOpen, int f)
        {
            // A second opening mark nests if enough closing ones are left; else the first was never closed.
            if (isOpen && (_closesLeft[f] <= _opensLeft[f] + 1 || _stack.Count >= DeepestNesting) && !GoesOnBehind(mark, paragraph))
            {
                if (_closesLeft[f] < _opensLeft[f] + 1 + _openDepth[f] && _stack[^1].Family == mark.Family)
                {
                    if (_stack[^1].Token == mark.Token - 1)
                    {
                        _stack[^1] = mark; // a doubled mark: one is enough
                        return;
                    }

                    Add(_stack[^1].Token, -1, mark.Token, "unclosed");
                    _stack.RemoveAt(_stack.Count - 1);
                    _openDepth[f]--;
                }
            }

            if (_stack.Count >= DeepestNesting || mark.Token + 1 >= paragraph.End)
                return;
            _stack.Add(mark);
            _openDepth[f]++;
        }

        // « "She asked: "Who will pay?" ¶ Nobody," he said »: the outer quotation began with its paragraph, the inner one has its closing mark here, and
        // a paragraph further on closes the outer one.
        private bool GoesOnBehind(Mark mark, TokenRange paragraph)
        {
            if (_stack.Count != 1 || _stack[0].Token != paragraph.First || _stack[0].Family != mark.Family || _closesLeft[(int)mark.Family] != 1 || _opensLeft[(int)mark.Family] != 0)
                return false;
            return CarriedUntil(_index, mark.Family) > _index;
        }

        private void Close(Mark mark)
        {
            var at = _stack.Count - 1;
            while (_stack[at].Family != mark.Family)
                at--;
            for (var inner = _stack.Count - 1; inner > at; inner--)
            {
                if (_stack[inner].Family != Family.Single)
                    Add(_stack[inner].Token, -1, mark.Token, "unclosed");
                _openDepth[(int)_stack[inner].Family]--;
            }

            var wrongWay = tokens.FirstChar(mark.Token) is '«' or '“' && tokens.FirstChar(_stack[at].Token) is not ('„' or '»');
            Add(_stack[at].Token, mark.Token, mark.Token, wrongWay ? "wrong-way" : null);
            _openDepth[(int)mark.Family]--;
            _stack.RemoveRange(at, _stack.Count - at);
        }

        private void CloseUnopened(Mark mark, TokenRange paragraph)
        {
            if (mark.Family == Family.Single)
                return;
            // « … " : the marks of two families, where the opening one has no closing one of its own.
            if (_stack.Count > 0 && _stack[^1].Family != Family.Single && _closesLeft[(int)_stack[^1].Family] == 0)
            {
                Add(_stack[^1].Token, mark.Token, mark.Token, "mixed-marks");
                _openDepth[(int)_stack[^1].Family]--;
                _stack.RemoveAt(_stack.Count - 1);
                return;
            }

            if (_stack.Count > 0)
                return;
            var start = UnopenedStart(mark.Token, paragraph);
            if (start >= 0)
                Add(-1, mark.Token, mark.Token, "unopened", start);
        }

        // A quotation without its opening mark begins with its sentence, or after the mark that ended the last one.
        private int UnopenedStart(int close, TokenRange paragraph)
        {
            for (var i = close - 1; i >= paragraph.First; i--)
            {
                if (tokens.IsKind(i, TokenKind.QuoteMark))
                    return -1;
                if (tokens.Kind(i) is TokenKind.SentenceEnd or TokenKind.Colon && i < close - 2)
                    return i + 1;
            }

            return paragraph.First;
        }

        private void Add(int open, int close, int end, string? damage, int start = -1)
        {
            var inner = new TokenRange(start >= 0 ? start : open + 1, end);
            if (!inner.IsEmpty)
                found.Add(new Quotation { Open = open, Close = close, Inner = inner, Damage = damage });
        }

        private int ResumeCarried(TokenRange paragraph, int index, Family family)
        {
            var isLast = index >= _carriedUntil;
            var reopened = _marks.Count > 0 && _marks[0].Token == paragraph.First && _marks[0].Family == family;
            var open = reopened ? _marks[0].Token : -1;
            var first = reopened ? 1 : 0;
            if (reopened)
                Pass(_marks[0]);
            var from = _carriedPart;
            _carried = null;
            _carriedPart = -1;
            if (reopened && isLast)
            {
                // From here it is a quotation like another, but one that goes on from the paragraph before.
                _pendingFrom = from;
                _pendingOpen = open;
                _stack.Add(_marks[0]);
                _openDepth[(int)family]++;
                return first;
            }

            if (isLast)
            {
                // Not re-opened: the first mark of the family closes it.
                for (var m = 0; m < _marks.Count; m++)
                {
                    if (_marks[m].Family != family)
                        continue;
                    Pass(_marks[m]);
                    AddPart(-1, _marks[m].Token, new TokenRange(paragraph.First, _marks[m].Token), from);
                    return m + 1;
                }

                return 0;
            }

            AddPart(open, -1, new TokenRange(open >= 0 ? open + 1 : paragraph.First, paragraph.End), from);
            _carried = family;
            _carriedPart = found.Count - 1;
            return _marks.Count;
        }

        private int _pendingFrom = -1;
        private int _pendingOpen = -1;

        private void AddPart(int open, int close, TokenRange inner, int from)
        {
            if (!inner.IsEmpty)
                found.Add(new Quotation { Open = open, Close = close, Inner = inner, Damage = null, ContinuedFrom = from });
        }

        private void EndParagraph(int index, TokenRange paragraph)
        {
            if (_stack.Count > 0)
            {
                var outer = _stack[0];
                var until = outer.Family == Family.Single ? -1 : CarriedUntil(index, outer.Family);
                for (var i = 1; i < _stack.Count; i++)
                {
                    if (_stack[i].Family != Family.Single)
                        Add(_stack[i].Token, -1, paragraph.End, "unclosed");
                }

                if (outer.Family != Family.Single)
                {
                    Add(outer.Token, -1, paragraph.End, until > index ? null : "unclosed");
                    if (until > index)
                    {
                        _carried = outer.Family;
                        _carriedUntil = until;
                        _carriedPart = found.Count - 1;
                    }
                }
            }

            if (_pendingFrom >= 0)
            {
                for (var i = found.Count - 1; i >= 0; i--)
                {
                    if (found[i].Open == _pendingOpen)
                    {
                        found[i].ContinuedFrom = _pendingFrom;
                        break;
                    }
                }

                _pendingFrom = -1;
            }
        }

        // The paragraph in which a quotation left open ends: the next, if it re-opens it, or the one with a closing mark that nothing opened.
        private int CarriedUntil(int index, Family family)
        {
            for (var p = index + 1; p < tokens.Paragraphs.Count && p <= index + MostParagraphs; p++)
            {
                var paragraph = tokens.Paragraphs[p];
                if (tokens.IsKind(paragraph.First, TokenKind.QuoteMark) && TryClassify(paragraph.First, paragraph, out var opening) && opening.Family == family)
                    return p == index + 1 ? p : -1;
                var limit = Math.Min(paragraph.End, paragraph.First + 400);
                for (var i = paragraph.First + 1; i < limit; i++)
                {
                    if (!tokens.IsKind(i, TokenKind.QuoteMark) || !TryClassify(i, paragraph, out var mark) || mark.Family != family)
                        continue;
                    return mark.Side == Side.Close ? p : -1;
                }
            }

            return -1;
        }
    }
}
