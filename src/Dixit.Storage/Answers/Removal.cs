// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>The record that something was taken out for good.</summary>
/// <param name="Kind"><c>document</c> or <c>speaker</c>.</param>
/// <param name="Id">The id that it had.</param>
/// <param name="When">When, in UTC.</param>
/// <param name="Reason">Why, as was said, or null.</param>
public sealed record Removal(string Kind, string Id, DateTime When, string? Reason)
{
    /// <summary>When it was let in again, in UTC, or null.</summary>
    public DateTime? TakenBack { get; init; }
}

/// <summary>What came of removing a speaker.</summary>
/// <param name="Speaker">Who was removed.</param>
/// <param name="Documents">The ids of the documents in which the speaker had spoken; their texts are still there.</param>
/// <param name="Attributions">How many attributions went, of all versions.</param>
/// <param name="SharedNames">The names that others have too: what is read later under them is not left out.</param>
public sealed record SpeakerRemoval(SpeakerReference Speaker, IReadOnlyList<string> Documents, long Attributions, IReadOnlyList<string> SharedNames);
