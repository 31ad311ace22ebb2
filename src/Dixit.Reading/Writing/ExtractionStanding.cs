// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Reading.Writing;

/// <summary>What an archive knows of a document beside what was found in it. Immutable.</summary>
public sealed record ExtractionStanding
{
    /// <summary>How much of what was published its text still is.</summary>
    public TextQuality Quality { get; init; } = TextQuality.Good;

    /// <summary>Where it was read from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The earliest document that most of its text stands in, or null.</summary>
    public ExtractionCopy? CopyOf { get; init; }

    /// <summary>The documents that are copies of it.</summary>
    public IReadOnlyList<ExtractionCopy> Copies { get; init; } = [];
}
