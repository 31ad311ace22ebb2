// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>An attribution while the stages work on it: token ranges rather than characters. Later stages fill in what they know.</summary>
internal sealed class AttributionDraft
{
    /// <summary>Runs of content tokens in order, not yet cut at sentence ends, outer marks left out.</summary>
    public required List<TokenRange> Content { get; init; }

    public QuotationKind Kind { get; set; }

    /// <summary>The tokens of the cue, or empty.</summary>
    public TokenRange Cue { get; set; }

    /// <summary>The tokens of the source with its apposition, or empty.</summary>
    public TokenRange Source { get; set; }

    /// <summary>The token by which the source's noun phrase is found (its head), or -1.</summary>
    public int SourceHead { get; set; } = -1;

    /// <summary>The verb of the cue, where it is one.</summary>
    public VerbEntry? Verb { get; set; }

    /// <summary>Whether the cue says that its speaker goes on (« a ajouté »).</summary>
    public bool GoesOn { get; set; }

    public required string Rule { get; set; }

    public double Confidence { get; set; } = 0.8;

    /// <summary>Whether the page sets the content apart as somebody's words, which stands for quote marks.</summary>
    public bool IsSetApart { get; init; }

    /// <summary>The day that the page gives the content, or null.</summary>
    public DateOnly? SaidOn { get; set; }

    /// <summary>The draft whose cue and source this one continues (a quotation without a cue of its own), or null.</summary>
    public AttributionDraft? Continues { get; set; }

    /// <summary>The draft in whose content this one stands, or null.</summary>
    public AttributionDraft? Parent { get; set; }

    /// <summary>Set by coreference: the index of the speaker among the document's entities, or -1 for unknown.</summary>
    public int Chain { get; set; } = -1;

    public string? SpeakerRule { get; set; }

    /// <summary>Puts a run among the others, in order; those that the rules find late mostly come last.</summary>
    public void AddContent(TokenRange range)
    {
        var at = Content.Count;
        while (at > 0 && Content[at - 1].First > range.First)
            at--;
        Content.Insert(at, range);
    }

    /// <summary>Whether one run of the content holds all of the range. The runs must be in order: a draft may have very many.</summary>
    public bool Holds(TokenRange range)
    {
        int low = 0, high = Content.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Content[middle].First <= range.First)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && Content[low - 1].Contains(range);
    }

    /// <summary>The range from the first to the last content token.</summary>
    public TokenRange ContentExtent => new(Content[0].First, Content[^1].End);
}
