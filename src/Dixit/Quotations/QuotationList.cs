// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Quotations;

/// <summary>The quotations of a document, in the order of their starts, the outer before the inner.</summary>
internal sealed class QuotationList
{
    private readonly Quotation[] _quotations;
    private readonly int[] _innermost;
    private readonly sbyte[] _sides;

    public QuotationList(List<Quotation> quotations, int tokenCount)
    {
        quotations.Sort(static (a, b) => a.Outer.First != b.Outer.First ? a.Outer.First.CompareTo(b.Outer.First) : b.Outer.End.CompareTo(a.Outer.End));
        _quotations = [.. quotations];
        _innermost = new int[tokenCount];
        _sides = new sbyte[tokenCount];
        Array.Fill(_innermost, -1);
        Nest();
    }

    public int Count => _quotations.Length;

    public Quotation this[int index] => _quotations[index];

    /// <summary>The innermost quotation whose inner tokens contain the token, or -1; a mark is not inside what it marks.</summary>
    public int InnermostAt(int token) => (uint)token < (uint)_innermost.Length ? _innermost[token] : -1;

    /// <summary>Whether the token is an opening mark.</summary>
    public bool Opens(int token) => (uint)token < (uint)_sides.Length && _sides[token] > 0;

    /// <summary>Whether the token is a closing mark.</summary>
    public bool Closes(int token) => (uint)token < (uint)_sides.Length && _sides[token] < 0;

    /// <summary>The outermost quotation around the token, or -1.</summary>
    public int OutermostAt(int token)
    {
        var index = InnermostAt(token);
        while (index >= 0 && _quotations[index].Parent >= 0)
            index = _quotations[index].Parent;
        return index;
    }

    /// <summary>The index of the quotation that opens at the token, or -1.</summary>
    public int OpeningAt(int token)
    {
        if (!Opens(token))
            return -1;
        int low = 0, high = _quotations.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_quotations[middle].Outer.First < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _quotations.Length && _quotations[low].Open == token ? low : -1;
    }

    /// <summary>The index of the quotation that closes at the token, or -1.</summary>
    public int ClosingAt(int token)
    {
        if (!Closes(token))
            return -1;
        // The token before the mark lies in it, or in one that is nested in it.
        for (var back = token - 1; back >= 0 && back >= token - 4; back--)
        {
            for (var index = InnermostAt(back); index >= 0; index = _quotations[index].Parent)
            {
                if (_quotations[index].Close == token)
                    return index;
            }
        }

        return -1;
    }

    /// <summary>The index of the quotation that ends with the token, be it its mark or, for one never closed, its last word; or -1.</summary>
    public int EndingAt(int token)
    {
        if (ClosingAt(token) is >= 0 and var closed)
            return closed;
        var inside = InnermostAt(token);
        return inside >= 0 && _quotations[inside].Close < 0 && _quotations[inside].Inner.End == token + 1 ? inside : -1;
    }

    /// <summary>Ends a quotation that was never closed before the token given: a cue there shows that it is over.</summary>
    public void EndBefore(int index, int token)
    {
        var quotation = _quotations[index];
        for (var i = token; i < quotation.Inner.End; i++)
        {
            if (_innermost[i] == index)
                _innermost[i] = quotation.Parent;
        }

        // Those behind the cue stood in it, and do so no longer.
        for (var q = index + 1; q < _quotations.Length && _quotations[q].Outer.First < quotation.Inner.End; q++)
        {
            if (_quotations[q].Outer.First < token)
                continue;
            _quotations[q].Depth--;
            if (_quotations[q].Parent == index)
                _quotations[q].Parent = quotation.Parent;
        }

        quotation.Inner = new TokenRange(quotation.Inner.First, token);
        quotation.Damage = "unclosed";
    }

    private void Nest()
    {
        if (_quotations.Length == 0)
            return;
        var open = new int[_quotations.Length]; // those that are open, the innermost last
        var depth = 0;
        for (var i = 0; i < _quotations.Length; i++)
        {
            var quotation = _quotations[i];
            while (depth > 0 && !_quotations[open[depth - 1]].Inner.Contains(quotation.Inner))
                depth--;
            if (depth > 0)
            {
                quotation.Parent = open[depth - 1];
                quotation.Depth = _quotations[open[depth - 1]].Depth + 1;
            }

            open[depth++] = i;
            if (quotation.Open >= 0)
                _sides[quotation.Open] = 1;
            if (quotation.Close >= 0)
                _sides[quotation.Close] = -1;
        }

        // One sweep writes each token once: the innermost open quotation owns it.
        var next = 0;
        depth = 0;
        for (var token = 0; token < _innermost.Length; token++)
        {
            while (depth > 0 && _quotations[open[depth - 1]].Inner.End <= token)
                depth--;
            while (next < _quotations.Length && _quotations[next].Inner.First <= token)
            {
                if (_quotations[next].Inner.End > token)
                    open[depth++] = next;
                next++;
            }

            while (depth > 0 && _quotations[open[depth - 1]].Inner.End <= token)
                depth--;
            _innermost[token] = depth > 0 ? open[depth - 1] : -1;
        }
    }
}
