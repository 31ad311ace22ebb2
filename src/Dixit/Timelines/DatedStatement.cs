// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Timelines;

/// <summary>What a speaker said on a day, in one wording. Immutable.</summary>
/// <param name="Id">What names it.</param>
/// <param name="Text">The wording.</param>
/// <param name="Act">What the speaker does in saying it.</param>
/// <param name="Day">When it was first reported, or null.</param>
public sealed record DatedStatement(string Id, StatementText Text, SpeechAct Act, DateOnly? Day)
{
    /// <summary>Whether the report turns round what the words say: « elle refuse de vider le lac » for the words « vider le lac ».</summary>
    /// <remarks>In direct speech the words say it themselves, and a refusal often covers the sentences beside it, which refuse nothing.</remarks>
    public bool IsTurnedRound => Act is SpeechAct.Refuse or SpeechAct.Deny && Text.Kind == QuotationKind.Indirect && Text.Negations.IsEmpty;
}

/// <summary>How a position turned.</summary>
public enum TurnKind
{
    /// <summary>What was refused or denied is now undertaken or held, or the reverse.</summary>
    Act,

    /// <summary>What was said to be so is said not to be so, or the reverse.</summary>
    Negation,

    /// <summary>The figure is another.</summary>
    Number,
}

/// <summary>Two statements of one speaker of which the later goes against the earlier.</summary>
/// <param name="Earlier">What was said first.</param>
/// <param name="Later">What was said on a later day.</param>
/// <param name="Kind">How they differ.</param>
public sealed record PositionTurn(DatedStatement Earlier, DatedStatement Later, TurnKind Kind);
