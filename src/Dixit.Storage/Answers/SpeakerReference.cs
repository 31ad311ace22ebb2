// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;

namespace Dixit.Storage;

/// <summary>Whoever is behind words, across the archive.</summary>
/// <param name="Id">The id: <c>p-</c> and letters and figures.</param>
/// <param name="Name">The name that documents give most.</param>
/// <param name="Kind">What sort of entity it is.</param>
public sealed record SpeakerReference(string Id, string Name, SpeakerKind Kind);
