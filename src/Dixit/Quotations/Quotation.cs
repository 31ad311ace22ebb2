// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Quotations;

/// <summary>A quoted span in tokens. A quotation of several paragraphs is one of these for each.</summary>
internal sealed class Quotation
{
    /// <summary>The token of the opening mark, or -1 where it is missing or the quotation goes on from the paragraph before.</summary>
    public required int Open { get; init; }

    /// <summary>The token of the closing mark, or -1 where it is missing or the quotation goes on in the next paragraph.</summary>
    public required int Close { get; init; }

    /// <summary>The tokens between the marks; never empty.</summary>
    public required TokenRange Inner { get; set; }

    public string? Damage { get; set; }

    /// <summary>The index of the quotation around this one, or -1.</summary>
    public int Parent { get; set; } = -1;

    public int Depth { get; set; }

    /// <summary>The index of its part in the paragraph before, or -1.</summary>
    public int ContinuedFrom { get; set; } = -1;

    /// <summary>With the marks.</summary>
    public TokenRange Outer => new(Open >= 0 ? Open : Inner.First, Close >= 0 ? Close + 1 : Inner.End);
}
