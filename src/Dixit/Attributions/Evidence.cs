// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Attributions;

/// <summary>Why an attribution is believed.</summary>
/// <param name="Rule">The rule that found it, such as <c>fr/direct/cue-after</c>.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="SpeakerRule">How the source was resolved to its speaker, or null where it was not. <c>correction</c> where a person decided, be it that nobody knows.</param>
public sealed record Evidence(string Rule, double Confidence, string? SpeakerRule = null);
