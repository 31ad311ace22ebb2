// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>How two contents of one speaker relate.</summary>
public enum StatementRelation
{
    /// <summary>They say different things.</summary>
    Different,

    /// <summary>They say the same, in the same words or in others.</summary>
    Same,

    /// <summary>One says a part of the other: a cut quotation. They are one statement.</summary>
    Truncated,
}

/// <summary>The outcome of a comparison.</summary>
/// <param name="Relation">How the two relate.</param>
/// <param name="Similarity">How likely the two say the same by their words alone, from 0 to 1 for the same words; not lowered by conflicts.</param>
/// <param name="Conflicts">What keeps the two apart however alike they are; none where nothing does.</param>
public readonly record struct StatementComparison(StatementRelation Relation, double Similarity, Meanings Conflicts)
{
    /// <summary>Whether the two are one statement.</summary>
    public bool AreOne => Relation != StatementRelation.Different;

    /// <summary>Whether they are one however long after the other it was said: the same words, some of them, or almost the same.</summary>
    /// <remarks>What several outlets word differently they word within days. Who says something like it a year later says it anew.</remarks>
    public bool IsLasting { get; init; }
}
