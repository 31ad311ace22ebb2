// SPDX-License-Identifier: Apache-2.0
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

    /// <summary>The contents of a component, each with the row of its wording.</summary>
    public const string Query = $"{Columns}, w.number from wording w join content c on c.wording = w.number {Joins} where w.component = $1";

    /// <summary>One content with the row of its wording.</summary>
    public const string AloneQuery = $"{Columns}, c.wording from content c {Joins} where c.number = $1";

    /// <summary>Earlier evidence first; where that is the same, as in two versions of a document, the row written first.</summary>
    public static readonly IComparer<ComponentContent> ByEvidence = Comparer<ComponentContent>.Create(
        (left, right) => left.Content.CompareTo(right.Content) is var order && order != 0 ? order
            : string.CompareOrdinal(left.Evidence, right.Evidence) is var byId && byId != 0 ? byId : left.Number.CompareTo(right.Number));

    /// <summary>Reads a row, to be completed with its wording's words once the rows are read.</summary>
    public static (long Wording, Func<StatementText, ComponentContent> Complete) Read(SqlRow row)
    {
        var (number, document, start, evidence, statement) = (row.GetInt64(0), row.GetString(1), row.Int(2), row.GetString(3), row.NullableLong(4));
        var (place, day, outlet, act) = (row.Int(5), row.Day(6), row.Text(7), row.GetString(8));
        return (row.GetInt64(9), text => new ComponentContent(number, new StatementContent(document, start, text) { Date = day, Outlet = outlet, Order = place }, evidence, statement, act));
    }
}
