// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Statements;

/// <summary>What became of a run of words from one wording to another.</summary>
public enum ChangeKind
{
    /// <summary>The same words stand in both.</summary>
    Same,

    /// <summary>They stand in the first only.</summary>
    Dropped,

    /// <summary>They stand in the second only.</summary>
    Added,

    /// <summary>Others stand in their place.</summary>
    Changed,
}

/// <summary>One run of a word-level difference.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The words in the first text; empty, where they would stand, for added ones.</param>
/// <param name="After">The words in the second text; empty, where they would stand, for dropped ones.</param>
/// <param name="Meanings">What the change does to the meaning; none for a change of words alone.</param>
public readonly record struct WordChange(ChangeKind Kind, TextSpan Before, TextSpan After, Meanings Meanings);
