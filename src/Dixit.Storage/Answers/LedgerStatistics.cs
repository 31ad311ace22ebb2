// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;

namespace Dixit.Storage;

/// <summary>Who is quoted how much, by whom and how. A quote is an attribution of the current version of a document.</summary>
public sealed record LedgerStatistics
{
    /// <summary>All that fits the question.</summary>
    public required QuoteCounts Total { get; init; }

    /// <summary>How many speakers are quoted.</summary>
    public required long SpeakerCount { get; init; }

    /// <summary>How many outlets quote.</summary>
    public required long OutletCount { get; init; }

    /// <summary>The first day, or null.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day, or null.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>By outlet, the most quoting first; null is for documents of no known outlet.</summary>
    public required IReadOnlyList<QuoteGroup> Outlets { get; init; }

    /// <summary>By month, such as <c>2024-10</c>, in order; null, last, is for quotes of no known day.</summary>
    public required IReadOnlyList<QuoteGroup> Months { get; init; }

    /// <summary>By the kind of the speaker, the most quoted first; null is for quotes whose speaker nobody knows.</summary>
    public required IReadOnlyList<QuoteGroup> Kinds { get; init; }

    /// <summary>Of persons, by gender: <c>female</c>, <c>male</c>, and null where the texts do not show it.</summary>
    public required IReadOnlyList<QuoteGroup> Genders { get; init; }

    /// <summary><c>own</c> reporting, what the article has <c>via</c> another medium or somebody who tells it, and what stands in a <c>wire</c> article, whose dateline or credit names an agency.</summary>
    public required IReadOnlyList<QuoteGroup> Sourcing { get; init; }

    /// <summary>The agencies, media and people behind what is not own reporting, the most used first.</summary>
    public required IReadOnlyList<QuoteGroup> Agencies { get; init; }

    /// <summary>The speakers, the most quoted first.</summary>
    public required IReadOnlyList<SpeakerQuotes> Speakers { get; init; }

    /// <summary>Outlets with speakers, the most quotes first.</summary>
    public required IReadOnlyList<OutletSpeakerQuotes> Pairs { get; init; }

    /// <summary>How many of the documents are copies of another one.</summary>
    public required long Copies { get; init; }
}

/// <summary>How much is quoted.</summary>
/// <param name="Quotes">The attributions.</param>
/// <param name="Direct">Those that stand in quote marks throughout.</param>
/// <param name="Mixed">Those of which a part does.</param>
/// <param name="Indirect">Those of which nothing does.</param>
/// <param name="Documents">The documents that hold them.</param>
/// <param name="Characters">The length of what is reported, in code points.</param>
public readonly record struct QuoteCounts(long Quotes, long Direct, long Mixed, long Indirect, long Documents, long Characters);

/// <summary>The quotes that have something in common.</summary>
/// <param name="Name">What they have in common, or null where it is not known.</param>
/// <param name="Counts">How many they are.</param>
/// <param name="Speakers">How many speakers they are of.</param>
public sealed record QuoteGroup(string? Name, QuoteCounts Counts, long Speakers);

/// <summary>The quotes of a speaker.</summary>
/// <param name="Speaker">Who it is.</param>
/// <param name="Gender">The gender that the texts show.</param>
/// <param name="Counts">How many they are.</param>
/// <param name="Outlets">How many outlets have them.</param>
public sealed record SpeakerQuotes(SpeakerReference Speaker, Gender Gender, QuoteCounts Counts, long Outlets);

/// <summary>The quotes of a speaker in an outlet.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Speaker">The speaker.</param>
/// <param name="Counts">How many they are.</param>
public sealed record OutletSpeakerQuotes(string Outlet, SpeakerReference Speaker, QuoteCounts Counts);
