// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;

namespace Dixit.Storage;

/// <summary>Which statements to find: those that have one report which fits all that is asked.</summary>
public sealed record StatementQuery
{
    /// <summary>Words that must all be in the wording, and phrases between quote marks; case, accents, elision and inflection do not matter. Null for any.</summary>
    public string? Words { get; init; }

    /// <summary>The id of a speaker, or a name or part of one; null for any.</summary>
    public string? By { get; init; }

    /// <summary>Words that must all be in the wording, or all in the document's headline; null for any.</summary>
    public string? About { get; init; }

    /// <summary>The outlet, without regard to case; null for any.</summary>
    public string? Outlet { get; init; }

    /// <summary>The first day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The language of the document, such as <c>fr</c>, without regard to case; null for any.</summary>
    public string? Language { get; init; }

    /// <summary>How the words are reported, or null for any.</summary>
    public QuotationKind? Kind { get; init; }

    /// <summary>The least chance of being right that a report must have, from 0 to 1, or null.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>What the speaker does, or null for any.</summary>
    public SpeechAct? Act { get; init; }

    /// <summary>Whether documents that are copies of another one are left out, so that one text counts once however many outlets ran it.</summary>
    public bool WithoutCopies { get; init; }

    /// <summary>The least quality that the text of a document must have, or null for any.</summary>
    public TextQuality? MinQuality { get; init; }

    /// <summary>Whether of each statement's reports only the first that fits is read, which is quicker where many report it.</summary>
    public bool FirstReportsOnly { get; init; }

    /// <summary>What comes first.</summary>
    public StatementOrder Order { get; init; }

    /// <summary>How many at most; 20 unless set.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where to go on: <see cref="StatementPage.Next"/> of the same question, or null for the beginning.</summary>
    public string? Cursor { get; init; }
}

/// <summary>What comes first among the statements found.</summary>
public enum StatementOrder
{
    /// <summary>What fits the words best; where there are none, the newest.</summary>
    Best,

    /// <summary>What was last reported.</summary>
    Newest,

    /// <summary>What was first reported.</summary>
    Oldest,

    /// <summary>What most documents report.</summary>
    MostReported,
}
