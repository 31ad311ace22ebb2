// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>What a page sets apart, in tokens. Headings are left out: what they say, their lines say.</summary>
internal sealed class BlockList
{

    private readonly List<Entry> _entries;
    private readonly int[] _innermost; // by token: the index of the innermost block, or -1

    private BlockList(List<Entry> entries, int[] innermost)
    {
        _entries = entries;
        _innermost = innermost;
    }

    /// <summary>One block in tokens.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Range">All of it.</param>
    /// <param name="Words">What is quoted or posted; may be empty.</param>
    /// <param name="Around">The index of the block around it, or -1.</param>
    internal readonly record struct Entry(TextBlock Block, TokenRange Range, TokenRange Words, int Around);

    /// <summary>No blocks, as most documents have.</summary>
    public static BlockList None { get; } = new([], []);

    public int Count => _entries.Count;

    public Entry this[int index] => _entries[index];

    /// <summary>The blocks of a document, which come in order, the outer before the inner.</summary>
    public static BlockList Of(IReadOnlyList<TextBlock> blocks, TokenList tokens)
    {
        if (blocks.Count == 0 || tokens.Count == 0)
            return None;
        var entries = new List<Entry>();
        var innermost = new int[tokens.Count];
        Array.Fill(innermost, -1);
        var open = new Stack<int>();
        foreach (var block in blocks)
        {
            var range = RangeOf(block.Span, tokens);
            if (block.Kind == BlockKind.Heading || range.IsEmpty)
                continue;
            while (open.TryPeek(out var last) && IsOver(entries[last], range))
                open.Pop();
            entries.Add(new Entry(block, range, RangeOf(block.Words, tokens), open.TryPeek(out var around) ? around : -1));
            open.Push(entries.Count - 1);
            innermost.AsSpan(range.First, range.Count).Fill(entries.Count - 1);
        }

        return entries.Count == 0 ? None : new BlockList(entries, innermost);

        static bool IsOver(Entry entry, TokenRange range) => entry.Range.End <= range.First;
    }

    /// <summary>The index of the innermost block that the token lies in, or -1.</summary>
    public int IndexAt(int token) => (uint)token < (uint)_innermost.Length ? _innermost[token] : -1;

    /// <summary>The words of the quotation or message that begin at the token, or an empty range.</summary>
    public TokenRange WordsStartingAt(int token) =>
        IndexAt(token) is >= 0 and var index && _entries[index] is { Block.Kind: BlockKind.Quote or BlockKind.Post } entry && entry.Words.First == token ? entry.Words : default;

    /// <summary>Whether something between two places parts them: one lies in a caption, a message or an entry of a live report, and the other does not.</summary>
    public bool Part(int first, int second) => _entries.Count > 0 && ParterAt(first) != ParterAt(second);

    /// <summary>The day of the entry of a live report that the token lies in, or null.</summary>
    public DateOnly? DayAt(int token)
    {
        for (var index = IndexAt(token); index >= 0; index = _entries[index].Around)
        {
            if (_entries[index].Block is { Kind: BlockKind.Entry, At: { } at })
                return at.Day;
        }

        return null;
    }

    private int ParterAt(int token)
    {
        var index = IndexAt(token);
        while (index >= 0 && _entries[index].Block.Kind == BlockKind.Quote)
            index = _entries[index].Around;
        return index;
    }

    private static TokenRange RangeOf(TextSpan span, TokenList tokens)
    {
        var first = tokens.IndexAtOrAfter(span.Start);
        var end = Math.Max(first, tokens.IndexAtOrAfter(span.End));
        return new TokenRange(first, end);
    }
}
