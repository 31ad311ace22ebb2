// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Mentions;

/// <summary>A span that refers to an entity of its document.</summary>
/// <param name="Span">The noun phrase or pronoun.</param>
/// <param name="Chain">The coreference chain it belongs to, from 0; the index of its entity in <see cref="Analysis.Speakers"/>.</param>
/// <param name="Rule">How it was joined to its chain.</param>
public sealed record Mention(TextSpan Span, int Chain, string Rule);
