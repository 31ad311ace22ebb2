// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Writing;

/// <summary>What an archive knows of a document beside what was found in it. Immutable.</summary>
public sealed record ExtractionStanding
{
    /// <summary>The earliest document that most of its text stands in, or null.</summary>
    public ExtractionCopy? CopyOf { get; init; }

    /// <summary>The documents that are copies of it.</summary>
    public IReadOnlyList<ExtractionCopy> Copies { get; init; } = [];
}
