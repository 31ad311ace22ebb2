// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>A stretch of a text of which its form tells what it is, as a page or feed shows it: a quotation set apart, a caption, a message, an entry of a live report.</summary>
/// <remarks>Immutable. Blocks of one document lie in each other or apart; they never cross.</remarks>
public sealed record TextBlock
{
    /// <summary>Makes a block.</summary>
    /// <param name="span">All of it.</param>
    /// <param name="kind">What it is.</param>
    public TextBlock(TextSpan span, BlockKind kind)
    {
        Span = span;
        Kind = kind;
        Words = span;
    }

    /// <summary>All of it, who it is from included.</summary>
    public TextSpan Span { get; }

    /// <summary>What it is.</summary>
    public BlockKind Kind { get; }

    /// <summary>The part of it that is quoted or posted, without the line that says whose it is; all of it where there is none.</summary>
    public TextSpan Words { get; init; }

    /// <summary>Where in it stands whose words they are, or null where it does not say.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>When it was posted or entered, as far as the page says; or null.</summary>
    public Moment? At { get; init; }

    /// <summary>The address that it was taken from, as the page states it; or null.</summary>
    public string? Uri { get; init; }
}
