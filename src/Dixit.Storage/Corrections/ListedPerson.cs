// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Statements;

namespace Dixit.Storage;

/// <summary>Somebody of a user's own list, who is known whether documents show it or not.</summary>
/// <param name="Name">The name that counts.</param>
/// <param name="Kind">What sort of entity it is.</param>
public sealed record ListedPerson(string Name, SpeakerKind Kind)
{
    /// <summary>Other names and spellings; never null.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The gender, where the list has it.</summary>
    public Gender Gender { get; init; }

    /// <summary>The id at Wikidata, or null.</summary>
    public string? Wikidata { get; init; }

    /// <summary>The roles, each from its first day to its last, both of which count; null where there was none before, or is none yet. Never null.</summary>
    public IReadOnlyList<KnownRole> Roles { get; init; } = [];
}

/// <summary>What came of a list.</summary>
/// <param name="Added">How many were new.</param>
/// <param name="Changed">How many were known, but otherwise.</param>
/// <param name="Unchanged">How many were known so.</param>
/// <param name="Sightings">How many sightings in documents were linked anew because of it.</param>
public readonly record struct ListOutcome(int Added, int Changed, int Unchanged, long Sightings);
