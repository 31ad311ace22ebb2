// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Mentions;

namespace Dixit.Storage;

/// <summary>What a person decided about a ledger. It holds against whatever is found again, until it is undone.</summary>
/// <remarks>An attribution is named by its document and its number there. What is kept is the place in the text, so that it is found again when the
/// engine numbers otherwise; where the text around it changed, the place is where the same words stand, once.</remarks>
public abstract record Correction
{
    private protected Correction()
    {
    }

    /// <summary>Why, for those who come after, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>Somebody else said it, or nobody knows who.</summary>
/// <param name="Document">The id of the document.</param>
/// <param name="Attribution">The number of the attribution there.</param>
/// <param name="Speaker">The id of a speaker; or a name: of the document's speakers first, then of the ledger's. Null where nobody knows.</param>
public sealed record SpeakerCorrection(string Document, int Attribution, string? Speaker) : Correction
{
    /// <summary>What a speaker is whom the ledger does not know yet; null where only a known one will do.</summary>
    public SpeakerKind? New { get; init; }
}

/// <summary>Nothing is reported there.</summary>
/// <param name="Document">The id of the document.</param>
/// <param name="Attribution">The number of the attribution there.</param>
public sealed record Rejection(string Document, int Attribution) : Correction;

/// <summary>What is reported there, by which words, or by whom, stands elsewhere in the text.</summary>
/// <param name="Document">The id of the document.</param>
/// <param name="Attribution">The number of the attribution there.</param>
/// <remarks>Spans are of the current text, in UTF-16 units. What is not given stays as it is.</remarks>
public sealed record SpanCorrection(string Document, int Attribution) : Correction
{
    /// <summary>What is reported; it is cut at sentence ends like any content. Null leaves it as it is.</summary>
    public SpanList? Content { get; init; }

    /// <summary>The words that report; empty where there are none; null leaves them as they are.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Whoever is named there; empty where nobody is; null leaves it as it is.</summary>
    public TextSpan? Source { get; init; }
}

/// <summary>Statements are one.</summary>
/// <param name="Statements">Their ids, two or more, all of one speaker.</param>
public sealed record StatementJoin(IReadOnlyList<string> Statements) : Correction;

/// <summary>One statement is two.</summary>
/// <param name="Statement">Its id.</param>
/// <param name="Reports">Where the other one is reported.</param>
public sealed record StatementPart(string Statement, IReadOnlyList<ReportReference> Reports) : Correction;

/// <summary>An attribution, as a correction names it.</summary>
/// <param name="Document">The id of the document.</param>
/// <param name="Attribution">The number of the attribution there.</param>
public sealed record ReportReference(string Document, int Attribution);

/// <summary>Several speakers are one.</summary>
/// <param name="Kept">The id, or a name that fits no other, of the one whose id stays.</param>
/// <param name="Others">The ids or names of the others, whose ids lead to the first from now on.</param>
public sealed record SpeakerMerge(string Kept, IReadOnlyList<string> Others) : Correction;

/// <summary>One speaker is two.</summary>
/// <param name="Speaker">The id of the speaker, or a name that fits no other.</param>
/// <param name="Documents">The documents in which it is the other one; empty for any.</param>
/// <param name="Names">The names under which it is the other one; empty for any.</param>
public sealed record SpeakerSplit(string Speaker, IReadOnlyList<string> Documents, IReadOnlyList<string> Names) : Correction
{
    /// <summary>What the other one is called, or null for the name that the documents give.</summary>
    public string? Name { get; init; }
}

/// <summary>A speaker has another name.</summary>
/// <param name="Speaker">The id of the speaker, or a name that fits no other.</param>
/// <param name="Name">The name that counts from now on.</param>
public sealed record SpeakerRename(string Speaker, string Name) : Correction;
