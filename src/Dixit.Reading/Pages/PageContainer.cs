// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>An element that holds lines of text, with the lines that stand in it and below it.</summary>
internal sealed class PageContainer(PageContainer? parent, PageTag tag, PageHints hints, int firstBlock)
{
    public PageContainer? Parent { get; } = parent;

    public PageTag Tag { get; } = tag;

    /// <summary>What its names say, before it is known how much of the page it holds.</summary>
    public PageHints Hints { get; } = hints;

    /// <summary>What its names and those of all elements around it say.</summary>
    public PageHints HintsAround { get; } = hints | (parent?.HintsAround ?? PageHints.None);

    /// <summary>Its distance from the root.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>The first of the blocks in it.</summary>
    public int FirstBlock { get; } = firstBlock;

    /// <summary>The block after the last of those in it.</summary>
    public int EndBlock { get; set; }

    /// <summary>Whether it lies in the other, or is it.</summary>
    public bool IsIn(PageContainer other)
    {
        var at = this;
        while (at is not null && at.Depth > other.Depth)
            at = at.Parent;
        return ReferenceEquals(at, other);
    }
}
