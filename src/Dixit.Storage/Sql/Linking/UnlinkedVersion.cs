// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>A version that was written, before its contents are linked.</summary>
/// <param name="Number">Its row.</param>
/// <param name="Analysis">What was found in it.</param>
/// <param name="Reading">Its words.</param>
/// <param name="Contents">Its contents, in the order of their places.</param>
internal sealed record UnlinkedVersion(long Number, Analysis Analysis, AnalysisReading Reading, List<UnlinkedContent> Contents)
{
    /// <summary>The day of a content: that of the document, or else the first on which it may have been said; null where neither is known.</summary>
    public DateOnly? DayOf(UnlinkedContent content) => Analysis.Published ?? content.Attribution.Said?.From;

    /// <summary>Says whose the contents are.</summary>
    /// <param name="speakers">By attribution, the row of its speaker.</param>
    public void SetSpeakers(IReadOnlyDictionary<int, long> speakers)
    {
        for (var i = 0; i < Contents.Count; i++)
            Contents[i] = Contents[i] with { Speaker = speakers.TryGetValue(Contents[i].Attribution.Id, out var speaker) ? speaker : null };
    }

    /// <summary>What may say the same as a content, which has a speaker.</summary>
    public CandidateQuery Query(UnlinkedContent content) => CandidateQuery.Of(content.Speaker!.Value, content.Text, [DayOf(content)]);

    /// <summary>Has what may say the same as its contents looked for ahead.</summary>
    public void Ask(CandidateSearch search)
    {
        for (var i = 0; i < Contents.Count; i++)
        {
            if (Contents[i].Speaker is { } speaker && search.TryAsk(Query(Contents[i])))
                Contents[i] = Contents[i] with { AskedOf = speaker };
        }
    }

    /// <summary>Says that one speaker turned out to be another.</summary>
    public void Move(long from, long into)
    {
        for (var i = 0; i < Contents.Count; i++)
        {
            if (Contents[i].Speaker == from)
                Contents[i] = Contents[i] with { Speaker = into };
        }
    }
}

/// <summary>A content that was written, before it is linked.</summary>
/// <param name="Number">Its row.</param>
/// <param name="Attribution">What it is of.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its words, read.</param>
internal readonly record struct UnlinkedContent(long Number, Attribution Attribution, TextSpan Span, StatementText Text)
{
    /// <summary>The row of its speaker, or null where nobody knows.</summary>
    public long? Speaker { get; init; }

    /// <summary>Whose it was when it was given to <see cref="CandidateSearch.TryAsk"/>, or null where it was not taken there.</summary>
    public long? AskedOf { get; init; }
}
