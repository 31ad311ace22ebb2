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

    /// <summary>The nearest quotation that is set apart which it is or lies in, or null.</summary>
    public PageContainer? Quotation { get; private set; }

    /// <summary>Of a quotation: the address that it says it was taken from, or of a message the last one in it; or null. Of another element null.</summary>
    public string? Address { get; set; }

    /// <summary>Of a picture or the like: a quotation that stands in it, so that what is written below is whose it is; or null.</summary>
    public PageContainer? Pictured { get; private set; }

    /// <summary>The first of the blocks in it.</summary>
    public int FirstBlock { get; } = firstBlock;

    /// <summary>The block after the last of those in it.</summary>
    public int EndBlock { get; set; }

    /// <summary>Whether it says whose words a quotation is: the foot or the caption of one.</summary>
    public bool IsSignature => (Tag is PageTag.Footer or PageTag.Caption && Quotation is not null) || (Tag == PageTag.Caption && Parent?.Pictured is not null);

    /// <summary>Takes its place among quotations, once, when it is made.</summary>
    public PageContainer Placed()
    {
        Quotation = Tag == PageTag.Quote ? this : Parent?.Quotation;
        if (Tag != PageTag.Quote)
            return this;
        // A box or two may lie between.
        var at = Parent;
        for (var up = 0; up < 3 && at is not null; up++, at = at.Parent)
        {
            if (at.Tag == PageTag.Figure)
                at.Pictured ??= this;
        }

        return this;
    }

    /// <summary>Whether it lies in the other, or is it.</summary>
    public bool IsIn(PageContainer other)
    {
        var at = this;
        while (at is not null && at.Depth > other.Depth)
            at = at.Parent;
        return ReferenceEquals(at, other);
    }
}
