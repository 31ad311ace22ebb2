// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Reading.Blocks;

/// <summary>Puts blocks in the order of their starts, the outer before the inner, and leaves out those that cross others or say nothing new.</summary>
internal static class BlockOrder
{
    private const int Most = 4000;

    /// <summary>The blocks in order.</summary>
    public static IReadOnlyList<TextBlock> Of(List<TextBlock> blocks)
    {
        if (blocks.Count == 0)
            return [];
        blocks.Sort(static (one, other) => one.Span.Start != other.Span.Start ? one.Span.Start.CompareTo(other.Span.Start)
            : one.Span.End != other.Span.End ? other.Span.End.CompareTo(one.Span.End) : RankOf(one.Kind).CompareTo(RankOf(other.Kind)));
        var kept = new List<TextBlock>(Math.Min(blocks.Count, Most));
        var open = new Stack<TextBlock>();
        foreach (var block in blocks)
        {
            while (open.TryPeek(out var last) && last.Span.End <= block.Span.Start)
                open.Pop();
            if (block.Span.IsEmpty || kept.Count == Most || (open.TryPeek(out var around) && (block.Span.End > around.Span.End || (block.Span == around.Span && block.Kind == around.Kind))))
                continue;
            kept.Add(block);
            open.Push(block);
        }

        return kept.ToArray();
    }

    private static int RankOf(BlockKind kind) => kind switch
    {
        BlockKind.Entry => 0,
        BlockKind.Quote => 1,
        BlockKind.Post => 2,
        BlockKind.Caption => 3,
        _ => 4,
    };
}
