// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>A version of a document, and what it changed.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Read">When it was first read, in UTC.</param>
/// <param name="Changes">How its reported words differ from those of the version before; empty for the first one.</param>
public sealed record DocumentVersion(int Version, DateTime Read, IReadOnlyList<QuoteChange> Changes);

/// <summary>What became of reported words from one version of a document to the next.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Before">The words before, or null where they were added.</param>
/// <param name="After">The words after, or null where they were dropped.</param>
/// <param name="SpeakerBefore">Whose words they were before; null where that is not known, or there were none.</param>
/// <param name="SpeakerAfter">Whose words they are after; null where that is not known, or there are none.</param>
public sealed record QuoteChange(QuoteChangeKind Kind, string? Before, string? After, string? SpeakerBefore, string? SpeakerAfter);

/// <summary>What became of reported words from one version to the next.</summary>
public enum QuoteChangeKind
{
    /// <summary>They are new.</summary>
    Added,

    /// <summary>They are gone.</summary>
    Dropped,

    /// <summary>Most of the words stayed, some did not.</summary>
    Changed,

    /// <summary>The words stayed, their speaker did not.</summary>
    Reattributed,
}
