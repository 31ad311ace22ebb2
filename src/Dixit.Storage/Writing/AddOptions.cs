// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>What to know of a document beside its text.</summary>
public sealed record AddOptions
{
    /// <summary>Whether it is a transcript, a release or a speech rather than a report of one; preferred as evidence.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whose words a primary document has where it marks no one else's, or null.</summary>
    public string? PrimarySpeaker { get; init; }

    /// <summary>Where it was read from: a path or an address, or null. The same document from elsewhere is the same document.</summary>
    public string? Source { get; init; }
}
