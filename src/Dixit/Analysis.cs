// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit;

/// <summary>All that was found in one document. Immutable.</summary>
public sealed class Analysis
{
    /// <summary>The document, unchanged.</summary>
    public required Document Document { get; init; }

    /// <summary>The language it was read in (BCP 47), or null where none was recognised.</summary>
    public string? Language { get; init; }

    /// <summary>The day of publication: as given from outside, else as the text states it, else null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>What a user should know about how it was read; never null.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How much of what was published the text still is, by its notes.</summary>
    public TextQuality Quality => QualityNotes.Judge(Notes);

    /// <summary>What belongs to the site rather than to the article, in order.</summary>
    public IReadOnlyList<Furniture> Furniture { get; init; } = [];

    /// <summary>Every quoted span, reported or not, in the order of their starts.</summary>
    public IReadOnlyList<QuotedSpan> QuotedSpans { get; init; } = [];

    /// <summary>The quoted spans that no attribution reports, with the reason.</summary>
    public IReadOnlyList<UnreportedQuotation> Unreported { get; init; } = [];

    /// <summary>Who said what, in the order of the contents' starts.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>The entities, one a coreference chain.</summary>
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>The mentions of the entities, in order.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}
