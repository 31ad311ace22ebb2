// SPDX-License-Identifier: Apache-2.0

namespace Dixit.Storage.Sql;

/// <summary>What there is, counted.</summary>
internal static class LedgerCounts
{
    public static LedgerInfo Read(SqlSession session, SqlDialect dialect, WriterInfo? writer)
    {
        var (first, last) = session.First(
            "select min(v.published), max(v.published) from document d join version v on v.number = d.current", row => (row.Day(0), row.Day(1)));
        return new LedgerInfo
        {
            Place = dialect.Place,
            Form = dialect.Form,
            Bytes = dialect.Bytes,
            Documents = session.Count("select count(*) from document"),
            Versions = session.Count("select count(*) from version"),
            Attributions = session.Count("select count(*) from document d join attribution a on a.version = d.current"),
            Speakers = session.Count("select count(*) from speaker"),
            Statements = session.Count("select count(*) from statement"),
            Outlets = session.Count("select count(distinct v.outlet) from document d join version v on v.number = d.current"),
            First = first,
            Last = last,
            Runs = session.Count("select count(*) from run"),
            Writer = writer,
        };
    }

    public static IReadOnlyList<RunInfo> ReadRuns(SqlSession session) => session.All(
        "select number, engine, started, finished, added, changed, refreshed, unchanged, failed, skipped from run order by number", ReadRun);

    private static RunInfo ReadRun(SqlRow row) => new(
        row.GetInt64(0), row.GetString(1), row.Time(2), row.IsDBNull(3) ? null : row.Time(3),
        new RunCounts(row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8)) { Skipped = row.GetInt64(9) });
}
