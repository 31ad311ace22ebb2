// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>A maximal noun phrase: determiner, adjectives, head, complements with de / à / en / pour, and a name beside a role; no relative clause.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Head">The token of its head noun, of the last word of a name, or of the pronoun.</param>
/// <param name="Kind">What the head is.</param>
/// <param name="Gender">The gender the forms show.</param>
/// <param name="Plural">Whether it is plural (coordinated ones are).</param>
/// <param name="Name">The tokens of the proper name in it, without title and role; empty where it has none.</param>
internal readonly record struct NounPhrase(TokenRange Range, int Head, PhraseKind Kind, Gender Gender, bool Plural, TokenRange Name)
{
    public int First => Range.First;

    public int End => Range.End;

    /// <summary>Whether it can speak for itself: a person, a body, a document or a pronoun, not a thing, not a time.</summary>
    public bool CanSpeak => Kind is not (PhraseKind.Other or PhraseKind.Time);
}
