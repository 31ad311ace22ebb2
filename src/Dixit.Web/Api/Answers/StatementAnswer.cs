// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Web.Api;

/// <summary>Statements that fit, and where to go on.</summary>
internal sealed record StatementsAnswer(IReadOnlyList<FoundAnswer> Statements, string? Next);

/// <summary>What somebody said, in all wordings that report it.</summary>
internal record StatementAnswer
{
    public required string Id { get; init; }

    public SpeakerNameAnswer? Speaker { get; init; }

    public required string Text { get; init; }

    public required string Act { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public required int Documents { get; init; }

    public required int Outlets { get; init; }

    public required IReadOnlyList<ReportAnswer> Reports { get; init; }
}

/// <summary>A statement that a question found, with the wording that fits best and the words of it that were asked for.</summary>
internal sealed record FoundAnswer : StatementAnswer
{
    public required string Found { get; init; }

    public required IReadOnlyList<SpanAnswer> Highlights { get; init; }
}

/// <summary>A statement with its wordings held against the first.</summary>
internal sealed record StatementDetailAnswer : StatementAnswer
{
    public required IReadOnlyList<VariantAnswer> Variants { get; init; }
}

/// <summary>One wording, who has it, and how it differs from the first.</summary>
internal sealed record VariantAnswer(string Wording, IReadOnlyList<VariantReportAnswer> Reports, IReadOnlyList<ChangeAnswer> Difference);

/// <summary>Where a wording stands.</summary>
internal sealed record VariantReportAnswer(string Document, string? Outlet, DateOnly? Date);

/// <summary>A run of a difference: same, dropped, added or changed, with what the change does to the meaning.</summary>
internal sealed record ChangeAnswer(string Kind, string Before, string After, IReadOnlyList<string> Meanings);

/// <summary>A half-open range of code points.</summary>
internal sealed record SpanAnswer(int Start, int End);

/// <summary>Who it is.</summary>
internal sealed record SpeakerNameAnswer(string Id, string Name, string Kind);

/// <summary>One place where a statement stands.</summary>
internal sealed record ReportAnswer
{
    public required string Wording { get; init; }

    public required string Document { get; init; }

    public required int Version { get; init; }

    public required bool Current { get; init; }

    public required int Attribution { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public string? Uri { get; init; }

    public DateOnly? Published { get; init; }

    public DateRange? Said { get; init; }

    public required bool Primary { get; init; }

    public required string Type { get; init; }

    public required string Act { get; init; }

    public required IReadOnlyList<string> Via { get; init; }

    public required double Confidence { get; init; }
}
