// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Dixit.Web.Api;

/// <summary>What people decided.</summary>
internal sealed record CorrectionsAnswer(IReadOnlyList<CorrectionAnswer> Corrections);

/// <summary>A correction, in the form in which it is made; members that it does not have are left out.</summary>
internal sealed record CorrectionAnswer
{
    public required long Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Document { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Attribution { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? New { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Reject { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Content { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cue { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Join { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlaceAnswer>? Reports { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Merge { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Split { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Documents { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Names { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rename { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    public string? Reason { get; init; }

    public required DateTime At { get; init; }

    public string? Words { get; init; }

    public string? Result { get; init; }

    public required bool Applicable { get; init; }
}

/// <summary>An attribution, by its document and its number there.</summary>
internal sealed record PlaceAnswer(string Document, int Attribution);

/// <summary>What came of corrections: each entry was made or is told.</summary>
internal sealed record CorrectedAnswer(IReadOnlyList<MadeAnswer> Corrections, IReadOnlyList<EntryProblemAnswer> Problems);

/// <summary>A correction that was made: its number to undo it by, and the speaker it led to.</summary>
internal sealed record MadeAnswer(int Entry, long Correction, string? Speaker);

/// <summary>An entry that could not be done.</summary>
internal sealed record EntryProblemAnswer(int Entry, string Code, string Message);
