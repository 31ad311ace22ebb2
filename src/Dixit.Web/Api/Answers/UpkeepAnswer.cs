// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Api;

/// <summary>People of a list of one's own, who are known whether documents show them or not.</summary>
internal sealed record PeopleRequest
{
    public IReadOnlyList<PersonRequest?>? People { get; init; }
}

/// <summary>Somebody of a list.</summary>
internal sealed record PersonRequest
{
    /// <summary>The name that counts.</summary>
    public string? Name { get; init; }

    /// <summary>Other names and spellings.</summary>
    public IReadOnlyList<string?>? Aliases { get; init; }

    /// <summary>person, organisation, group, anonymous or unknown; person without it.</summary>
    public string? Kind { get; init; }

    /// <summary>female or male.</summary>
    public string? Gender { get; init; }

    /// <summary>The id at Wikidata, Q and a number.</summary>
    public string? Wikidata { get; init; }

    public IReadOnlyList<PersonRoleRequest?>? Roles { get; init; }
}

/// <summary>A role, from its first day to its last; none where it was always so, or is still.</summary>
internal sealed record PersonRoleRequest(string? Role, string? From, string? To);

/// <summary>What came of a list of people, and how many sightings were linked anew because of it.</summary>
internal sealed record PeopleAnswer(int Added, int Changed, int Unchanged, long LinkedAnew);

/// <summary>What came of taking a speaker out.</summary>
/// <param name="Speaker">Who was taken out.</param>
/// <param name="Attributions">How many attributions went.</param>
/// <param name="Documents">The documents in which the speaker had spoken.</param>
/// <param name="DocumentsRemoved">Whether they went as well.</param>
/// <param name="SharedNames">Names that others have too: what is read later under them is not left out.</param>
internal sealed record SpeakerRemovalAnswer(SpeakerNameAnswer Speaker, long Attributions, IReadOnlyList<string> Documents, bool DocumentsRemoved, IReadOnlyList<string> SharedNames);

/// <summary>What was taken out for good.</summary>
internal sealed record RemovalsAnswer(IReadOnlyList<RemovalAnswer> Removals);

/// <summary>The record that a document or a speaker was taken out.</summary>
internal sealed record RemovalAnswer(string Kind, string Id, DateTime At, string? Reason, DateTime? TakenBack);

/// <summary>The times that somebody wrote to the ledger, the last one first.</summary>
internal sealed record RunsAnswer(IReadOnlyList<RunAnswer> Runs);

/// <summary>One time that somebody wrote, and what came of its documents; not finished where it goes on or was cut off.</summary>
internal sealed record RunAnswer(long Number, string Engine, DateTime Started, DateTime? Finished, JobCountsAnswer Counts);

/// <summary>The saved searches, in the order they were made.</summary>
internal sealed record WatchesAnswer(IReadOnlyList<WatchAnswer> Watches);

/// <summary>A saved search: what it is called, the list it stands in, and its filters as a query string.</summary>
internal sealed record WatchAnswer(string Name, string? List, string Query);

/// <summary>What is damaged, in words; nothing where the ledger is sound.</summary>
internal sealed record DamageAnswer(IReadOnlyList<string> Findings);
