// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;

namespace Dixit.Storage.Sql;

/// <summary>Statements from rows.</summary>
internal static class StatementRows
{
    private const string ReportColumns =
        """
        select w.text, d.id, v.ordinal, d.current = v.number, c.start, c."end", a.ordinal, v.outlet, v.title, v.uri, v.published, a.said_from, a.said_to, v.language, v.is_primary,
            a.kind, a.act, a.via, a.confidence, w.number, v.number, c.point_start, c.point_end
        from content c join wording w on w.number = c.wording join attribution a on a.number = c.attribution join version v on v.number = a.version join document d on d.number = v.document
        """;

    /// <summary>The row of the statement with an id, or with one that led to it; null where there is none.</summary>
    public static long? FindId(SqlSession session, string id) =>
        session.NullableCount("select number from statement where id = $1", id)
        ?? session.NullableCount("select statement from content where evidence = $1 order by number limit 1", id)
        ?? session.NullableCount("select number from statement where id = (select heir from former where id = $1)", id);

    /// <summary>A statement, with the reports that pass.</summary>
    public static StoredStatement Read(SqlSession session, long statement, Func<StatementReport, bool>? passes = null)
    {
        var reports = session.All($"{ReportColumns} where c.statement = $1", ReadReport, statement)
            .Where(report => passes is null || passes(report))
            .OrderByDescending(report => report.IsPrimary).ThenBy(report => report.Day ?? DateOnly.MaxValue).ThenBy(report => report.Document, StringComparer.Ordinal)
            .ThenByDescending(report => report.Version).ThenBy(report => report.Span);
        return session.First(
            """
            select s.id, p.id, p.name, p.kind, w.text, s.act, s.first, s.last, s.reports, s.outlets
            from statement s join content c on c.number = s.fullest join wording w on w.number = c.wording left join speaker p on p.number = s.speaker where s.number = $1
            """,
            row => new StoredStatement
            {
                Id = row.GetString(0),
                Speaker = row.IsDBNull(1) ? null : SpeakerSearch.ReadReference(row, 1),
                Text = row.LongText(4),
                Act = row.Name<SpeechAct>(5),
                First = row.Day(6),
                Last = row.Day(7),
                Documents = row.Int(8),
                Outlets = row.Int(9),
                Reports = [],
            },
            statement)! with
        { Reports = [.. reports] };
    }

    private static StatementReport ReadReport(SqlRow row) => new()
    {
        Wording = row.LongText(0),
        Document = row.GetString(1),
        Version = row.Int(2),
        IsCurrent = row.GetInt64(3) != 0,
        Span = new TextSpan(row.Int(4), row.Int(5)),
        CodePoints = new TextSpan(row.Int(21), row.Int(22)),
        Attribution = row.Int(6),
        Outlet = row.Text(7),
        Title = row.Text(8),
        Uri = row.Text(9),
        Published = row.Day(10),
        Said = row.Day(11) is { } from ? new DateRange(from, row.Day(12)!.Value) : null,
        Language = row.Text(13),
        IsPrimary = row.GetInt64(14) != 0,
        Kind = row.Name<QuotationKind>(15),
        Act = row.Name<SpeechAct>(16),
        Via = row.Strings(17),
        Confidence = row.GetDouble(18),
        WordingRow = row.GetInt64(19),
        VersionRow = row.GetInt64(20),
    };
}
