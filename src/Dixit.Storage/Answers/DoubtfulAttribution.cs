// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>An attribution of a current version of which the engine is not sure, and about which nobody has decided.</summary>
/// <param name="Document">The id of the document.</param>
/// <param name="Attribution">Its number there.</param>
/// <param name="Confidence">How sure the engine is, from 0 to 1.</param>
public sealed record DoubtfulAttribution(string Document, int Attribution, double Confidence);

/// <summary>Some of the attributions of which the engine is not sure.</summary>
/// <param name="Attributions">The attributions: those of the document taken in last first, in their order there.</param>
/// <param name="Next">What to go on with, or null where there are no more.</param>
public sealed record DoubtfulPage(IReadOnlyList<DoubtfulAttribution> Attributions, string? Next);
