// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>The record of what was taken out.</summary>
internal static class RemovalRows
{
    public static void Insert(SqlSession session, Removal removal) =>
        session.Execute("insert into removal (kind, id, at, reason) values ($1, $2, $3, $4)", removal.Kind, removal.Id, RowValues.Of(removal.When), removal.Reason);

    public static IReadOnlyList<Removal> Read(SqlSession session) => session.All(
        "select kind, id, at, reason from removal order by number", row => new Removal(row.GetString(0), row.GetString(1), row.Time(2), row.Text(3)));
}
