// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>A run of text without a break: a paragraph, a heading, an entry of a list.</summary>
/// <param name="Start">Where it starts in the outline's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="LinkLength">How many of its characters are links.</param>
/// <param name="Container">The innermost element that sets it apart.</param>
internal readonly record struct PageBlock(int Start, int End, int LinkLength, PageContainer Container)
{
    public int Length => End - Start;

    public double LinkShare => Length == 0 ? 0 : (double)LinkLength / Length;
}
