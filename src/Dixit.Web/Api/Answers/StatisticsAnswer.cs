// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Api;

/// <summary>How much is quoted.</summary>
internal record CountsAnswer
{
    public long Quotes { get; init; }

    public long Direct { get; init; }

    public long Mixed { get; init; }

    public long Indirect { get; init; }

    public long Documents { get; init; }

    public long Characters { get; init; }
}

/// <summary>Who is quoted how much, by whom and how.</summary>
internal sealed record StatisticsAnswer : CountsAnswer
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
internal sealed record OutletCountsAnswer(string? Outlet, long Speakers) : CountsAnswer;

/// <summary>By month; null for quotes of no known day.</summary>
internal sealed record MonthCountsAnswer(string? Month, long Speakers) : CountsAnswer;

/// <summary>By kind of speaker; null where nobody knows.</summary>
internal sealed record KindCountsAnswer(string? Kind, long Speakers) : CountsAnswer;

/// <summary>Of persons, by gender; null where the texts do not show it.</summary>
internal sealed record GenderCountsAnswer(string? Gender, long Speakers) : CountsAnswer;

/// <summary>Own reporting, via another, or in wire copy.</summary>
internal sealed record SourcingCountsAnswer(string? Sourcing, long Speakers) : CountsAnswer;

/// <summary>Who is behind what is not own reporting.</summary>
internal sealed record AgencyCountsAnswer(string? Agency, long Speakers) : CountsAnswer;

/// <summary>The quotes of a speaker.</summary>
internal sealed record SpeakerCountsAnswer(SpeakerNameAnswer Speaker, string? Gender, long Outlets) : CountsAnswer;

/// <summary>The quotes of a speaker in an outlet.</summary>
internal sealed record PairCountsAnswer(string Outlet, SpeakerNameAnswer Speaker) : CountsAnswer;
