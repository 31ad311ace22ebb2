// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;

namespace Dixit.Storage;

/// <summary>What somebody said, in all wordings that report it.</summary>
public sealed record StoredStatement
{
    /// <summary>The id: <c>s-</c> and letters and figures, made from the earliest report.</summary>
    public required string Id { get; init; }

    /// <summary>Who said it, or null where nobody knows.</summary>
    public SpeakerReference? Speaker { get; init; }

    /// <summary>The fullest wording.</summary>
    public required string Text { get; init; }

    /// <summary>What the speaker does, as the earliest report has it.</summary>
    public required SpeechAct Act { get; init; }

    /// <summary>The day of the earliest report, or null.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The day of the latest report, or null.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>How many documents report it.</summary>
    public required int Documents { get; init; }

    /// <summary>How many outlets do.</summary>
    public required int Outlets { get; init; }

    /// <summary>The reports: primary sources first, then by day, unknown days last.</summary>
    public required IReadOnlyList<StatementReport> Reports { get; init; }
}
