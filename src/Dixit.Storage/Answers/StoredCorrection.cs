// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>A correction as a ledger keeps it.</summary>
public sealed record StoredCorrection
{
    /// <summary>Its number, from 1; never given again.</summary>
    public required long Number { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTime When { get; init; }

    /// <summary>What was decided. An attribution has the number that it had then.</summary>
    public required Correction Correction { get; init; }

    /// <summary>The words it is about, or null where it is about none.</summary>
    public string? Words { get; init; }

    /// <summary>What it made of them, or whom: the speaker's name, the words as mended; null where nothing is left.</summary>
    public string? Result { get; init; }

    /// <summary>Of spans that were mended, the words of the content; empty where it stayed.</summary>
    public IReadOnlyList<string> Content { get; init; } = [];

    /// <summary>Of spans that were mended, the words of the cue: empty for none, null where it stayed.</summary>
    public string? Cue { get; init; }

    /// <summary>Of spans that were mended, the words of the source: empty for none, null where it stayed.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it still has a place: false where the text was changed so that the words are gone, or what it is about was removed.</summary>
    public required bool IsApplicable { get; init; }
}

/// <summary>What became of a correction.</summary>
/// <param name="Number">The number under which it is listed and undone.</param>
/// <param name="Speaker">The id of the speaker it led to, or null where it is about none.</param>
public readonly record struct CorrectionOutcome(long Number, string? Speaker);
