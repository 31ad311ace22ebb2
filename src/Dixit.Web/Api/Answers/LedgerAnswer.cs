// SPDX-License-Identifier: Apache-2.0
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
    long Counted, bool Whole, IReadOnlyList<FacetAnswer> Outlets, IReadOnlyList<FacetAnswer> Speakers, IReadOnlyList<FacetAnswer> Acts, IReadOnlyList<FacetAnswer> Types,
    IReadOnlyList<FacetAnswer> Languages, IReadOnlyList<DayAnswer> Days);

/// <summary>What to ask for, what to call it, and how many reports have it.</summary>
internal sealed record FacetAnswer(string Value, string Label, long Reports);

/// <summary>How many reports are of a day.</summary>
internal sealed record DayAnswer(DateOnly Day, long Reports);

/// <summary>Documents, the one taken in last first, and where to go on.</summary>
internal sealed record DocumentsAnswer(IReadOnlyList<DocumentAnswer> Documents, string? Next);

/// <summary>What a list says of a document.</summary>
internal sealed record DocumentAnswer(string Id, string? Title, string? Outlet, DateOnly? Published, string? Language, int Version, long Attributions);

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
