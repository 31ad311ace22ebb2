// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>The record of what was taken out.</summary>
internal static class RemovalRows
{
    public const string Document = "document";
    public const string Speaker = "speaker";

    public static long Insert(SqlSession session, Removal removal) => session.Insert(
        "insert into removal (kind, id, at, reason) values ($1, $2, $3, $4) returning number", removal.Kind, removal.Id, RowValues.Of(removal.When), removal.Reason);

    public static IReadOnlyList<Removal> Read(SqlSession session) => session.All(
        "select kind, id, at, reason, taken_back from removal order by number",
        row => new Removal(row.GetString(0), row.GetString(1), row.Time(2), row.Text(3)) { TakenBack = row.IsDBNull(4) ? null : row.Time(4) });

    /// <summary>Whether something of that id was taken out and not taken back.</summary>
    public static bool Contains(SqlSession session, string kind, string id) =>
        session.Scalar("select 1 from removal where kind = $1 and id = $2 and taken_back is null", kind, id) is not null;

    /// <summary>Lets what was taken out come in again, and returns the rows of its removals.</summary>
    public static IReadOnlyList<long> TakeBack(SqlSession session, string kind, string id, DateTime at) => session.All(
        "update removal set taken_back = $3 where kind = $1 and id = $2 and taken_back is null returning number", row => row.GetInt64(0), kind, id, RowValues.Of(at));
}
