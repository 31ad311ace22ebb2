// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>How what a question finds is spread: over outlets, speakers, acts, forms, languages and days.</summary>
/// <remarks>What is counted is reports: a statement that three outlets have counts three times.</remarks>
public sealed record StatementFacets
{
    /// <summary>How many speakers are listed at most.</summary>
    public const int MostSpeakers = 50;

    /// <summary>How many reports were counted.</summary>
    public required long Counted { get; init; }

    /// <summary>Whether these are all; else they are those that were read last.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>By outlet, the most first; those of no known outlet are left out, as are unknown speakers and languages below.</summary>
    public required IReadOnlyList<FacetCount> Outlets { get; init; }

    /// <summary>By speaker, the most first, <see cref="MostSpeakers"/> of them at most; the value is the id, the label the name.</summary>
    public required IReadOnlyList<FacetCount> Speakers { get; init; }

    /// <summary>By act, the most first.</summary>
    public required IReadOnlyList<FacetCount> Acts { get; init; }

    /// <summary>By form (direct, mixed, indirect), the most first.</summary>
    public required IReadOnlyList<FacetCount> Kinds { get; init; }

    /// <summary>By language, the most first.</summary>
    public required IReadOnlyList<FacetCount> Languages { get; init; }

    /// <summary>By day, in order; those of no known day are left out.</summary>
    public required IReadOnlyList<DayCount> Days { get; init; }
}

/// <summary>How many reports have something in common.</summary>
/// <param name="Value">What to ask for to have these alone.</param>
/// <param name="Label">What to call it.</param>
/// <param name="Reports">How many they are.</param>
public sealed record FacetCount(string Value, string Label, long Reports);

/// <summary>How many reports are of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Reports">How many they are.</param>
public readonly record struct DayCount(DateOnly Day, long Reports);
