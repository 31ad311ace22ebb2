// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;

namespace Dixit.Storage;

/// <summary>One place where a statement stands: the evidence for it.</summary>
public sealed record StatementReport
{
    /// <summary>The words as they stand there.</summary>
    public required string Wording { get; init; }

    /// <summary>The document.</summary>
    public required string Document { get; init; }

    /// <summary>Which version of it, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Whether that is the current version; the words of others may be gone from the article.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Where the words stand in its text, in UTF-16 units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The same place in code points, as files and other programs count.</summary>
    public required TextSpan CodePoints { get; init; }

    /// <summary>The attribution they belong to, by its number in the document.</summary>
    public required int Attribution { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Where it stands on the web, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>When it was published, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>When the words were said, or null.</summary>
    public DateRange? Said { get; init; }

    /// <summary>The language, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the document is a transcript, a release or a speech.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>How much stands in quote marks.</summary>
    public required QuotationKind Kind { get; init; }

    /// <summary>What the speaker does in saying it.</summary>
    public required SpeechAct Act { get; init; }

    /// <summary>From whom the document has it; never null.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>How sure the attribution is, from 0 to 1.</summary>
    public required double Confidence { get; init; }

    internal long WordingRow { get; init; }

    internal long VersionRow { get; init; }

    /// <summary>The day that counts for what was reported first: of publication, else of saying; or null.</summary>
    public DateOnly? Day => Published ?? Said?.From;
}
