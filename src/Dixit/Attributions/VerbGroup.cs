// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>How a verb group is built.</summary>
internal enum VerbShape
{
    /// <summary>« affirme », « affirmait ».</summary>
    Finite,

    /// <summary>« a déclaré », « s'est félicité », « avait-il dit ».</summary>
    Compound,

    /// <summary>« tient à rappeler », « va dire », « pour dénoncer ».</summary>
    Infinitive,

    /// <summary>« ajoutant », « en soulignant ».</summary>
    PresentParticiple,

    /// <summary>« a qualifié … et affirmé »: the participle of an auxiliary that stands earlier.</summary>
    SharedAuxiliary,

    /// <summary>« a été jugé », « est accusé ».</summary>
    Passive,

    /// <summary>« interrogé », « jugés »: a past participle alone.</summary>
    PastParticiple,
}

/// <summary>A verb that may report, with its auxiliary, clitics, negation and inverted pronoun.</summary>
internal sealed class VerbGroup
{
    /// <summary>Its tokens: « ne s'est pas », « a-t-il déclaré ».</summary>
    public required TokenRange Range { get; init; }

    /// <summary>The token of the verb that reports.</summary>
    public required int Verb { get; init; }

    public required VerbEntry Entry { get; init; }

    public required VerbShape Shape { get; init; }

    /// <summary>The token of a subject pronoun after the verb (« -t-il »), or -1.</summary>
    public int InvertedPronoun { get; init; } = -1;

    public bool Negated { get; init; }

    public bool Reflexive { get; init; }

    /// <summary>The token of a clitic object before the verb (« l'affirme », « lui a dit »), or -1.</summary>
    public int Clitic { get; init; } = -1;

    public bool Plural { get; init; }

    /// <summary>Whether the form goes with a singular and a plural alike (« said »), so that <see cref="Plural"/> tells nothing.</summary>
    public bool AnyNumber { get; init; }

    /// <summary>First or second person: the speaker of a quotation, or the reader.</summary>
    public bool Deictic { get; init; }

    public int First => Range.First;

    public int End => Range.End;

    /// <summary>Whether the verb has a subject of its own.</summary>
    public bool HasSubject => Shape is VerbShape.Finite or VerbShape.Compound or VerbShape.Passive || (Shape == VerbShape.Infinitive && !IsPurpose);

    /// <summary>An infinitive after a preposition (« pour réclamer »), not after a verb that shares its subject.</summary>
    public bool IsPurpose { get; init; }

    public bool Reports(CueFrames any) => Entry.Reports(any);
}
