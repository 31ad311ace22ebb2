// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>What to know of a document beside its text.</summary>
public sealed record AddOptions
{
    /// <summary>Whether it is a transcript, a release or a speech rather than a report of one; preferred as evidence.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whose words a primary document has where it marks no one else's, or null.</summary>
    public string? PrimarySpeaker { get; init; }

    /// <summary>How well the text was told from its page, from 0 to 1, or null where nobody judged.</summary>
    public double? Quality { get; init; }
}
