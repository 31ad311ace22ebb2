// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Writing;

namespace Dixit.Storage;

/// <summary>A version of a document as a ledger keeps it.</summary>
public sealed record StoredDocument
{
    /// <summary>The document and what was found in it.</summary>
    public required Analysis Analysis { get; init; }

    /// <summary>Which version it is, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it is the one that was read last.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>When it was first read, in UTC.</summary>
    public required DateTime Read { get; init; }

    /// <summary>The version of the engine that analysed it.</summary>
    public required string Engine { get; init; }

    /// <summary>Where most of its text stands already: in the earliest document that has it; or null. Known of the current version alone.</summary>
    public DocumentCopy? CopyOf { get; init; }

    /// <summary>The documents that are copies of it, those first that hold most of their text from it.</summary>
    public IReadOnlyList<DocumentCopy> Copies { get; init; } = [];

    /// <summary>Where its speakers and contents lead.</summary>
    public required ExtractionLinks Links { get; init; }

    /// <summary>What was told of it when it was added.</summary>
    public required AddOptions Options { get; init; }
}
