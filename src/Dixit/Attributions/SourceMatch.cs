// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>A source as found beside its cue.</summary>
/// <param name="Range">The noun phrase with its apposition, or the pronoun.</param>
/// <param name="Head">The token by which its noun phrase is found.</param>
/// <param name="Kind">What its head is.</param>
/// <param name="End">The token after the source and what stands between it and the cue.</param>
internal readonly record struct SourceMatch(TokenRange Range, int Head, PhraseKind Kind, int End)
{
    public static SourceMatch None { get; } = new(default, -1, PhraseKind.Other, 0);

    public bool Found => Head >= 0;

    public bool CanSpeak => Found && Kind is not (PhraseKind.Other or PhraseKind.Time);
}
