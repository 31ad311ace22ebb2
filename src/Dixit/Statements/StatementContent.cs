// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>One content span as evidence: in this wording, by this document, on this day. Immutable.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Start">Where the span starts in the document; only compared, so any unit of offsets will do if it is always the same.</param>
/// <param name="Text">The wording.</param>
public sealed record StatementContent(string Document, int Start, StatementText Text) : IComparable<StatementContent>
{
    /// <summary>The day that counts for what was reported first: that of publication, or of saying; null where it is not known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The place of the span among the contents of its document from 0, so that neighbours can be told.</summary>
    public int Order { get; init; }

    /// <summary>The id that a statement has while this is its earliest evidence.</summary>
    /// <remarks>
    /// It depends on the document, the start and the folded words alone. So every id that a statement ever had is the evidence id of one of
    /// its contents, and leads to its heir: the statement that holds this content now.
    /// </remarks>
    public string EvidenceId => StatementId.Of(Document, Start, Text.Folded);

    /// <summary>Earlier evidence first: by date (unknown ones last), document, start, folded words.</summary>
    public int CompareTo(StatementContent? other)
    {
        if (other is null)
            return 1;
        var order = (Date ?? DateOnly.MaxValue).CompareTo(other.Date ?? DateOnly.MaxValue);
        if (order == 0)
            order = string.CompareOrdinal(Document, other.Document);
        if (order == 0)
            order = Start.CompareTo(other.Start);
        return order != 0 ? order : string.CompareOrdinal(Text.Folded, other.Text.Folded);
    }

    /// <summary>Whether the left content is earlier evidence.</summary>
    public static bool operator <(StatementContent left, StatementContent right) => Comparer<StatementContent>.Default.Compare(left, right) < 0;

    /// <summary>Whether the left content is later evidence.</summary>
    public static bool operator >(StatementContent left, StatementContent right) => Comparer<StatementContent>.Default.Compare(left, right) > 0;

    /// <summary>Whether the left content is no later evidence.</summary>
    public static bool operator <=(StatementContent left, StatementContent right) => Comparer<StatementContent>.Default.Compare(left, right) <= 0;

    /// <summary>Whether the left content is no earlier evidence.</summary>
    public static bool operator >=(StatementContent left, StatementContent right) => Comparer<StatementContent>.Default.Compare(left, right) >= 0;

    /// <summary>Equal where document, start and folded words are.</summary>
    public bool Equals(StatementContent? other) =>
        other is not null && Document == other.Document && Start == other.Start && Text.Folded == other.Text.Folded;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Document, Start, Text.Folded);
}
