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
    public static StoredStatement Read(SqlSession session, long statement, Func<StatementReport, bool>? passes = null) =>
        ReadStatement(session, statement) with { Reports = [.. Sort(session.All($"{ReportColumns} where c.statement = $1", ReadReport, statement).Where(report => passes is null || passes(report)))] };

    /// <summary>A statement, with the first report that passes a plain filter (<see cref="ReportFilter.IsPlain"/>); which it is, rows that are small tell of most.</summary>
    /// <param name="session">Where it stands.</param>
    /// <param name="statement">Its row.</param>
    /// <param name="traits">All traits by their rows.</param>
    /// <param name="filter">What a report must fit.</param>
    /// <param name="wording">The row of the wording to show, or null.</param>
    /// <param name="text">The words of that wording, where a report that passes has it; else null.</param>
    public static StoredStatement ReadFirst(SqlSession session, long statement, IReadOnlyList<Trait?> traits, ReportFilter filter, long? wording, out string? text)
    {
        var (first, firstDay, isPrimary, hasWording) = (new List<long>(), DateOnly.MaxValue, false, false);
        foreach (var content in session.All(
            "select number, trait, day, wording from content where statement = $1", row => (Number: row.GetInt64(0), Trait: row.NullableLong(1), Day: row.Day(2), Wording: row.NullableLong(3)), statement))
        {
            if (content.Trait is not { } row || traits[(int)row] is not { } trait || !filter.Fits(trait) || !filter.FitsDay(content.Day))
                continue;
            hasWording |= content.Wording == wording;
            var day = content.Day ?? DateOnly.MaxValue;
            var order = first.Count == 0 ? -1 : trait.IsPrimary != isPrimary ? isPrimary.CompareTo(trait.IsPrimary) : day.CompareTo(firstDay);
            if (order < 0)
                first.Clear();
            if (order <= 0)
            {
                first.Add(content.Number);
                (firstDay, isPrimary) = (day, trait.IsPrimary);
            }
        }

        var reports = OfFirstDocument(session, statement, first).SelectMany(content => session.All($"{ReportColumns} where c.number = $1", ReadReport, content)).ToList();
        text = hasWording && wording is { } shown ? session.First("select text from wording where number = $1", row => row.LongText(0), shown) : null;
        return ReadStatement(session, statement) with { Reports = [.. Sort(reports).Take(1)] };
    }

    // Of one day there may be many, and of these the document with the first id comes first: that of the statement's earliest content, if it is one of them.
    private static List<long> OfFirstDocument(SqlSession session, long statement, List<long> contents)
    {
        if (contents.Count == 1 || session.NullableCount("select earliest from statement where number = $1", statement) is not { } earliest || !contents.Contains(earliest))
            return contents;
        var ofDocument = session.All(
            """
            select c.number from content e join attribution ea on ea.number = e.attribution join version ev on ev.number = ea.version
            join version v on v.document = ev.document join attribution a on a.version = v.number join content c on c.attribution = a.number where e.number = $1 and c.statement = $2
            """,
            row => row.GetInt64(0), earliest, statement);
        return ofDocument.FindAll(contents.Contains);
    }

    private static IOrderedEnumerable<StatementReport> Sort(IEnumerable<StatementReport> reports) => reports
        .OrderByDescending(report => report.IsPrimary).ThenBy(report => report.Day ?? DateOnly.MaxValue).ThenBy(report => report.Document, StringComparer.Ordinal)
        .ThenByDescending(report => report.Version).ThenBy(report => report.Span);

    private static StoredStatement ReadStatement(SqlSession session, long statement) => session.First(
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
        statement)!;

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
