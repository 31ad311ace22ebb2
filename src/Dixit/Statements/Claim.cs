// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Statements;

/// <summary>What the record says about a claimed quotation. Ordered: a text gets the greatest verdict of its sentences.</summary>
public enum ClaimVerdict
{
    /// <summary>These words, in this order, are on record from this speaker.</summary>
    Verbatim,

    /// <summary>The record says the same in other words.</summary>
    Reworded,

    /// <summary>Nothing on record comes near.</summary>
    NotFound,

    /// <summary>On record, from someone else.</summary>
    Misattributed,

    /// <summary>Close to the record, but a word that carries meaning differs.</summary>
    Altered,
}

/// <summary>Words that somebody is claimed to have said.</summary>
/// <param name="Text">The words; what was left out may be marked « […] » or « … ».</param>
public sealed record Claim(string Text)
{
    /// <summary>The ids of whom it may be by; null where any speaker will do, empty where the speaker named is not on record.</summary>
    public IReadOnlyList<string>? Speakers { get; init; }

    /// <summary>The day by which it must have been said, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The language (BCP 47), or null.</summary>
    public string? Language { get; init; }
}

/// <summary>The verdict on a claim with what it rests on.</summary>
/// <param name="Verdict">That of the worst sentence; not found for a claim without words.</param>
/// <param name="Sentences">The claim cut at sentence ends.</param>
public sealed record ClaimCheck(ClaimVerdict Verdict, IReadOnlyList<SentenceCheck> Sentences)
{
    /// <summary>The sentence that decides, or null for a claim without words.</summary>
    public SentenceCheck? Worst => Sentences.FirstOrDefault(sentence => sentence.Verdict == Verdict);

    /// <summary>Whether a sentence is on record word for word and the record goes on in a way that matters.</summary>
    public bool IsTruncated => Sentences.Any(sentence => sentence.IsTruncated);
}

/// <summary>The verdict on one sentence of a claim.</summary>
/// <param name="Span">Where the sentence stands in the claim.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record SentenceCheck(TextSpan Span, ClaimVerdict Verdict)
{
    /// <summary>For a verbatim sentence: the record goes on, before or after, in a way that changes how it is to be taken.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>For a misattributed sentence: it also differs in meaning from what the other said.</summary>
    public bool IsAltered { get; init; }

    /// <summary>What the verdict rests on, the best first: primary sources, then the earliest; empty if nothing was found.</summary>
    public IReadOnlyList<ClaimEvidence> Evidence { get; init; } = [];

    /// <summary>What comes nearest apart from the evidence, the nearest first; a few.</summary>
    public IReadOnlyList<ClaimEvidence> Nearest { get; init; } = [];
}

/// <summary>A content on record held against a sentence of a claim.</summary>
/// <param name="Record">The content; for neighbours read as one, the first of them.</param>
/// <param name="Wording">The words it was compared with: the content's, or those of neighbours joined.</param>
/// <param name="Verdict">The verdict that this content alone would give, as if its speaker were the one claimed.</param>
/// <param name="Similarity">How near it comes, from 0 to 1.</param>
/// <param name="Difference">From the record to the claim, word by word.</param>
public sealed record ClaimEvidence(RecordedContent Record, StatementText Wording, ClaimVerdict Verdict, double Similarity, WordDifference Difference)
{
    /// <summary>For a verbatim one: the record goes on in a way that matters.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>What the claim changes.</summary>
    public Meanings Meanings => Difference.Meanings;
}
