// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>All text of a page in its order, cut into blocks, with the elements that hold them.</summary>
/// <param name="Text">The text of all blocks, one after the other.</param>
/// <param name="Blocks">The blocks in their order.</param>
/// <param name="Containers">The elements in the order in which they begin.</param>
/// <param name="Head">What the page says of itself.</param>
/// <param name="Cites">Where names of sources stand in the text, as start and end, in order; white space may be at their ends.</param>
internal sealed record PageOutline(string Text, IReadOnlyList<PageBlock> Blocks, IReadOnlyList<PageContainer> Containers, PageHead Head, IReadOnlyList<(int Start, int End)> Cites)
{
    public ReadOnlySpan<char> this[PageBlock block] => Text.AsSpan(block.Start, block.Length);
}
