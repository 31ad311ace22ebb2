// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;

namespace Dixit.Statements;

/// <summary>A speaker as one document shows him.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Date">The document's date, or null.</param>
/// <param name="Speaker">What the document says of him.</param>
public sealed record SpeakerSighting(string Document, DateOnly? Date, Speaker Speaker)
{
    /// <summary>How many speakers of the same name the document has before this one: two women without a name are two.</summary>
    public int Namesake { get; init; }

    /// <summary>The id of a speaker who is first met here.</summary>
    public string EvidenceId => StatementId.OfSpeaker(Document, Speaker.Name, Namesake);
}

/// <summary>A role with the days between which it was seen.</summary>
/// <param name="Role">The role as documents word it.</param>
/// <param name="From">The first day it was seen, or null if none is known.</param>
/// <param name="To">The last day it was seen, or null if none is known.</param>
public sealed record KnownRole(string Role, DateOnly? From, DateOnly? To);

/// <summary>A speaker across the archive, as far as it is known. Immutable.</summary>
/// <param name="Id">The id: that of the first sighting, or given by a person.</param>
/// <param name="Name">The fullest name.</param>
/// <param name="Kind">What sort of entity it is.</param>
public sealed record KnownSpeaker(string Id, string Name, SpeakerKind Kind)
{
    /// <summary>Other names and spellings; never null.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The roles; never null.</summary>
    public IReadOnlyList<KnownRole> Roles { get; init; } = [];

    /// <summary>The gender, where a document shows it.</summary>
    public Gender Gender { get; init; }

    /// <summary>The first day that the speaker was seen, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day that the speaker was seen, or null.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Why a sighting is of a known speaker.</summary>
public enum SpeakerLinkRule
{
    /// <summary>Of none that is known: a new speaker.</summary>
    New,

    /// <summary>The same full name, and nothing against it.</summary>
    FullName,

    /// <summary>Two spellings of one full name, with a role in common or nothing against it.</summary>
    Spelling,

    /// <summary>A bare surname, a shortened or longer name, with a role or body in common.</summary>
    NameAndRole,

    /// <summary>No name, but the role of the one known holder at that date.</summary>
    Role,

    /// <summary>The same name of a body or a group.</summary>
    Body,

    /// <summary>The same description of a nameless source within a day.</summary>
    SameDay,
}

/// <summary>A proposal: whose sighting it is.</summary>
/// <param name="Id">The id of the known speaker, or null for a new one.</param>
/// <param name="Rule">Why.</param>
public readonly record struct SpeakerLink(string? Id, SpeakerLinkRule Rule);
