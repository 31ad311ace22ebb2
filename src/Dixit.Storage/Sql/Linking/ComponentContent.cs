// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>A content of a component with what its statement tells.</summary>
/// <param name="Number">Its row.</param>
/// <param name="Content">What grouping sees of it.</param>
/// <param name="Evidence">The id of a statement whose earliest evidence it is.</param>
/// <param name="Statement">The row of the statement it belonged to so far, or null.</param>
/// <param name="Act">What the speaker does.</param>
internal sealed record ComponentContent(long Number, StatementContent Content, string Evidence, long? Statement, string Act)
{
    private const string Columns =
        """
        select c.number, d.id, c.start, c.evidence, c.statement, c.place, coalesce(v.published, a.said_from), v.outlet, a.act
        """;

    private const string Joins =
        """
        join attribution a on a.number = c.attribution join version v on v.number = a.version join document d on d.number = v.document
        """;

    /// <summary>The contents of a wording.</summary>
    public const string Query = $"{Columns} from content c {Joins} where c.wording = $1";

    /// <summary>One content with its wording behind it.</summary>
    public const string AloneQuery = $"{Columns}, null, null, null, w.text, w.number, w.kind, w.language from content c {Joins} join wording w on w.number = c.wording where c.number = $1";

    /// <summary>Earlier evidence first; where that is the same, as in two versions of a document, the row written first.</summary>
    public static readonly IComparer<ComponentContent> ByEvidence = Comparer<ComponentContent>.Create(
        (left, right) => left.Content.CompareTo(right.Content) is var order && order != 0 ? order
            : string.CompareOrdinal(left.Evidence, right.Evidence) is var byId && byId != 0 ? byId : left.Number.CompareTo(right.Number));

    public static ComponentContent Read(DbDataReader row, StatementText text) => new(
        row.GetInt64(0),
        new StatementContent(row.GetString(1), row.Int(2), text) { Date = row.Day(6), Outlet = row.Text(7), Order = row.Int(5) },
        row.GetString(3),
        row.NullableLong(4),
        row.GetString(8));
}
