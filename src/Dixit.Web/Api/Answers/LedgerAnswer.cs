// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Web.Api;

/// <summary>What the ledger holds.</summary>
internal sealed record LedgerAnswer
{
    public required string Engine { get; init; }

    public required long Documents { get; init; }

    public required long Versions { get; init; }

    public required long Attributions { get; init; }

    public required long Speakers { get; init; }

    public required long Statements { get; init; }

    public required long Outlets { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }
}

/// <summary>How what a question finds is spread. Counted are the reports read last, all of them where whole.</summary>
internal sealed record FacetsAnswer(
    long Counted, bool Whole, IReadOnlyList<FacetCount> Outlets, IReadOnlyList<FacetCount> Speakers, IReadOnlyList<FacetCount> Acts, IReadOnlyList<FacetCount> Types,
    IReadOnlyList<FacetCount> Languages, IReadOnlyList<DayCount> Days);

/// <summary>The versions of a document.</summary>
internal sealed record VersionsAnswer(string Document, IReadOnlyList<VersionAnswer> Versions);

/// <summary>A version, and which quotes it changed, added, dropped or gave to someone else.</summary>
internal sealed record VersionAnswer(int Version, DateTime Read, IReadOnlyList<QuoteChangeAnswer> Changes);

/// <summary>What became of reported words.</summary>
internal sealed record QuoteChangeAnswer(string Kind, string? Before, string? After, string? SpeakerBefore, string? SpeakerAfter);

/// <summary>Attributions of which the engine is not sure, and where to go on.</summary>
internal sealed record DoubtfulAnswer(IReadOnlyList<DoubtfulAttributionAnswer> Attributions, string? Next);

/// <summary>An attribution of which the engine is not sure.</summary>
internal sealed record DoubtfulAttributionAnswer(string Document, int Attribution, double Confidence);
