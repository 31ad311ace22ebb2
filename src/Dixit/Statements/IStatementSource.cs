// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>What is on record: a content with its statement and its speaker.</summary>
/// <param name="Statement">The id of its statement.</param>
/// <param name="Speaker">The id of who said it, or null where that stays unknown.</param>
/// <param name="Content">Where it stands and in which words.</param>
public sealed record RecordedContent(string Statement, string? Speaker, StatementContent Content)
{
    /// <summary>The speaker's name for display, or null.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>Where the document stands on the web, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Whether the document is a primary source: a transcript, a press release, a speech.</summary>
    public bool IsPrimary { get; init; }
}

/// <summary>A record of statements that claims are checked against; a store implements it.</summary>
/// <remarks>
/// Answers may be more than what was asked for (they are compared again), should not be less, and may be cut after some hundred.
/// The keys to look for are <see cref="StatementText.Keys"/>.
/// </remarks>
public interface IStatementSource
{
    /// <summary>The contents of one speaker that may say the same as the sentence: those that share a key, and if there are none, those that share a stem.</summary>
    /// <param name="speaker">The id of the speaker.</param>
    /// <param name="sentence">One sentence of a claim.</param>
    /// <param name="until">The last day that counts, or null for all; a content without a date counts only if this is null.</param>
    IEnumerable<RecordedContent> BySpeaker(string speaker, StatementText sentence, DateOnly? until);

    /// <summary>The contents of any speaker that may say the same as the sentence.</summary>
    /// <param name="sentence">One sentence of a claim.</param>
    /// <param name="until">As in <see cref="BySpeaker"/>.</param>
    IEnumerable<RecordedContent> ByText(StatementText sentence, DateOnly? until);
}
