// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Quotations;

/// <summary>How much of a content stands in quote marks.</summary>
public enum QuotationKind
{
    /// <summary>All of it.</summary>
    Direct,

    /// <summary>None of it.</summary>
    Indirect,

    /// <summary>A part: a clause of the writer's with quoted words in it.</summary>
    Mixed,
}
