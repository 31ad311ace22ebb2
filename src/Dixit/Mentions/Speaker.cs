// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Mentions;

/// <summary>An entity of one document that something is ascribed to.</summary>
/// <param name="Name">The fullest name that the document gives, or the noun phrase without its determiner.</param>
/// <param name="Kind">What sort of entity it is.</param>
public sealed record Speaker(string Name, SpeakerKind Kind)
{
    /// <summary>The other names and spellings of the document; never null.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The role as the document states it first, or null.</summary>
    public string? Role { get; init; }

    /// <summary>The gender that the text shows.</summary>
    public Gender Gender { get; init; }
}
