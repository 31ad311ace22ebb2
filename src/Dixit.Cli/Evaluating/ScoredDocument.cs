// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Rendering;
using Dixit.Documents;

namespace Dixit.Cli.Evaluating;

/// <summary>A document with the attributions that gold or a prediction has, as far as figures look at them.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text.</param>
/// <param name="Attributions">The attributions.</param>
internal sealed record ScoredDocument(string Id, string Text, IReadOnlyList<ScoredAttribution> Attributions)
{
    /// <summary>What was found in a document, as a prediction.</summary>
    public static ScoredDocument Of(Analysis analysis) => new(
        analysis.Document.Id,
        analysis.Document.Text,
        [
            .. analysis.Attributions.Select(attribution => new ScoredAttribution
            {
                Type = Words.Of(attribution.Kind),
                Act = Words.Of(attribution.Act),
                Content = [.. attribution.Content],
                Cue = attribution.Cue,
                Source = attribution.Source,
                Names = attribution.Speaker is { } speaker ? [speaker.Name, .. speaker.Aliases] : [],
                Via = attribution.Via,
            }),
        ]);
}

/// <summary>An attribution as far as figures look at it; spans are UTF-16.</summary>
internal sealed record ScoredAttribution
{
    public string? Type { get; init; }

    public string? Act { get; init; }

    public required IReadOnlyList<TextSpan> Content { get; init; }

    public TextSpan? Cue { get; init; }

    public TextSpan? Source { get; init; }

    /// <summary>The speaker's name and whatever else they may be called; empty where the speaker is unknown.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>Of gold: whether it is neither asked for nor held against a prediction.</summary>
    public bool IsOptional { get; init; }
}
