// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;
using Dixit.Storage;

namespace Dixit.Web.Api;

/// <summary>How much is quoted.</summary>
internal record CountsAnswer(QuoteCounts Counts)
{
    /// <summary>The counts stand beside what they are of, not below it.</summary>
    [JsonIgnore]
    public QuoteCounts Counts { get; } = Counts;

    public long Quotes => Counts.Quotes;

    public long Direct => Counts.Direct;

    public long Mixed => Counts.Mixed;

    public long Indirect => Counts.Indirect;

    public long Documents => Counts.Documents;

    public long Characters => Counts.Characters;
}

/// <summary>Who is quoted how much, by whom and how.</summary>
internal sealed record StatisticsAnswer(QuoteCounts Counts) : CountsAnswer(Counts)
{
    public required long SpeakerCount { get; init; }

    public required long OutletCount { get; init; }

    public required long Copies { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public required IReadOnlyList<OutletCountsAnswer> Outlets { get; init; }

    public required IReadOnlyList<MonthCountsAnswer> Months { get; init; }

    public required IReadOnlyList<KindCountsAnswer> Kinds { get; init; }

    public required IReadOnlyList<GenderCountsAnswer> Genders { get; init; }

    public required IReadOnlyList<SourcingCountsAnswer> Sourcing { get; init; }

    public required IReadOnlyList<AgencyCountsAnswer> Agencies { get; init; }

    public required IReadOnlyList<SpeakerCountsAnswer> Speakers { get; init; }

    public required IReadOnlyList<PairCountsAnswer> Pairs { get; init; }
}

/// <summary>By outlet; null for documents of no known outlet.</summary>
internal sealed record OutletCountsAnswer(string? Outlet, long Speakers, QuoteCounts Counts) : CountsAnswer(Counts);

/// <summary>By month; null for quotes of no known day.</summary>
internal sealed record MonthCountsAnswer(string? Month, long Speakers, QuoteCounts Counts) : CountsAnswer(Counts);

/// <summary>By kind of speaker; null where nobody knows.</summary>
internal sealed record KindCountsAnswer(string? Kind, long Speakers, QuoteCounts Counts) : CountsAnswer(Counts);

/// <summary>Of persons, by gender; null where the texts do not show it.</summary>
internal sealed record GenderCountsAnswer(string? Gender, long Speakers, QuoteCounts Counts) : CountsAnswer(Counts);

/// <summary>Own reporting, via another, or in wire copy.</summary>
internal sealed record SourcingCountsAnswer(string? Sourcing, long Speakers, QuoteCounts Counts) : CountsAnswer(Counts);

/// <summary>Who is behind what is not own reporting.</summary>
internal sealed record AgencyCountsAnswer(string? Agency, long Speakers, QuoteCounts Counts) : CountsAnswer(Counts);

/// <summary>The quotes of a speaker.</summary>
internal sealed record SpeakerCountsAnswer(SpeakerNameAnswer Speaker, string? Gender, long Outlets, QuoteCounts Counts) : CountsAnswer(Counts);

/// <summary>The quotes of a speaker in an outlet.</summary>
internal sealed record PairCountsAnswer(string Outlet, SpeakerNameAnswer Speaker, QuoteCounts Counts) : CountsAnswer(Counts);
