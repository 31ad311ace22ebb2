// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;

namespace Dixit.Storage;

/// <summary>Somebody who speaks in the archive.</summary>
public sealed record StoredSpeaker
{
    /// <summary>The id, the name and the kind.</summary>
    public required SpeakerReference Reference { get; init; }

    /// <summary>The gender that the texts show.</summary>
    public required Gender Gender { get; init; }

    /// <summary>The id at Wikidata that a person gave, or null.</summary>
    public string? Wikidata { get; init; }

    /// <summary>The names that documents give, the most frequent first.</summary>
    public required IReadOnlyList<SpeakerName> Names { get; init; }

    /// <summary>The roles that documents give, the latest first.</summary>
    public required IReadOnlyList<SpeakerRole> Roles { get; init; }

    /// <summary>The first day that the speaker was seen, or null.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day that the speaker was seen, or null.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The ids that lead here: it had them before, or whoever went up in it did; in ordinal order.</summary>
    public required IReadOnlyList<string> FormerIds { get; init; }

    /// <summary>In how many documents.</summary>
    public required long Documents { get; init; }

    /// <summary>How many statements.</summary>
    public required long Statements { get; init; }
}

/// <summary>A name that documents give somebody.</summary>
/// <param name="Name">The name.</param>
/// <param name="Documents">In how many versions of documents.</param>
public sealed record SpeakerName(string Name, long Documents);

/// <summary>A role that documents give somebody.</summary>
/// <param name="Role">The role as they word it.</param>
/// <param name="First">When it was first seen, or null.</param>
/// <param name="Last">When it was last seen, or null.</param>
/// <param name="Documents">In how many versions of documents.</param>
public sealed record SpeakerRole(string Role, DateOnly? First, DateOnly? Last, long Documents);
