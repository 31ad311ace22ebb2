// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Attributions;

/// <summary>This source, by this cue, is reported to have said this content.</summary>
public sealed record Attribution
{
    /// <summary>1 for the first of the document, in the order of the contents' starts.</summary>
    public required int Id { get; init; }

    /// <summary>The <see cref="Id"/> of the attribution whose content this one stands in, or null.</summary>
    public int? Parent { get; init; }

    /// <summary>How much of the content stands in quote marks.</summary>
    public required QuotationKind Kind { get; init; }

    /// <summary>What is reported, cut at sentence ends, without outer quote marks; never empty.</summary>
    public required SpanList Content { get; init; }

    /// <summary>The words that report, or null for a bare quotation.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The mention nearest to the cue, or null where the text names none. It may lie inside the cue (« a-t-il dit »).</summary>
    public TextSpan? Source { get; init; }

    /// <summary>Who that is, resolved over the document, or null where it stays unknown.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>From whom the article has it, if it says; never null.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>To whom it was said, as the text words it, or null.</summary>
    public string? Addressee { get; init; }

    /// <summary>At what event it was said, as the text words it, or null.</summary>
    public string? Occasion { get; init; }

    /// <summary>Where it was said, as the text words it, or null.</summary>
    public string? Place { get; init; }

    /// <summary>When it was said, or null where the text and its date do not tell.</summary>
    public DateRange? Said { get; init; }

    /// <summary>What the speaker does in saying it.</summary>
    public SpeechAct Act { get; init; }

    /// <summary>Why it is believed.</summary>
    public required Evidence Evidence { get; init; }
}
