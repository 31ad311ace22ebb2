// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Api;

/// <summary>A claim to hold against the record.</summary>
internal sealed record CheckRequest
{
    /// <summary>The words that somebody is said to have said; what was left out may be marked … or […].</summary>
    public string? Claim { get; init; }

    /// <summary>A name, a part of one, or the id of a speaker; null for any.</summary>
    public string? By { get; init; }

    /// <summary>The day by which it must have been said, or null.</summary>
    public string? Date { get; init; }
}

/// <summary>A draft whose quotations are to be held against the record.</summary>
internal sealed record DraftRequest
{
    public string? Text { get; init; }

    /// <summary>Whose words they all are; null for whom the draft gives them to.</summary>
    public string? By { get; init; }

    public string? Date { get; init; }
}

/// <summary>The verdict of the worst sentence, and what it rests on.</summary>
internal record CheckAnswer
{
    public required string Claim { get; init; }

    public required string Verdict { get; init; }

    public required bool Truncated { get; init; }

    public string? Statement { get; init; }

    public required IReadOnlyList<EvidenceAnswer> Evidence { get; init; }

    public required IReadOnlyList<EvidenceAnswer> Nearest { get; init; }

    public required IReadOnlyList<SentenceAnswer> Sentences { get; init; }
}

/// <summary>The verdict on one sentence of a claim, at code points of it.</summary>
internal sealed record SentenceAnswer(int Start, int End, string Verdict, bool Truncated, bool Altered, string? Statement);

/// <summary>A content on record held against a sentence of a claim.</summary>
internal sealed record EvidenceAnswer
{
    public required string Statement { get; init; }

    public string? SpeakerId { get; init; }

    public string? Speaker { get; init; }

    public required string Document { get; init; }

    public string? Outlet { get; init; }

    public DateOnly? Date { get; init; }

    public string? Uri { get; init; }

    public required bool Primary { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Wording { get; init; }

    public required string Verdict { get; init; }

    public required double Similarity { get; init; }

    public required IReadOnlyList<ChangeAnswer> Difference { get; init; }
}

/// <summary>The quotations of a draft; no verdict where there is none.</summary>
internal sealed record DraftAnswer(string? Verdict, IReadOnlyList<QuotationAnswer> Quotations);

/// <summary>A quotation of a draft, by whom the draft gives it to.</summary>
internal sealed record QuotationAnswer : CheckAnswer
{
    public required int Attribution { get; init; }

    public string? By { get; init; }

    /// <summary>Where it stands in the draft, in code points.</summary>
    public required IReadOnlyList<SpanAnswer> Content { get; init; }
}
