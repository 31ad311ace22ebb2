// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Storage.Sql.Decisions;

namespace Dixit.Storage.Sql;

/// <summary>Lists documents, and what in them is not sure, the document taken in last first.</summary>
internal static class DocumentList
{
    /// <summary>A page of documents.</summary>
    public static DocumentPage Read(SqlSession session, DocumentQuery query)
    {
        var before = query.Cursor is null ? (long?)null : ReadNumber(query.Cursor, query.Cursor);
        var rows = session.All(
            """
            select d.number, d.id, v.title, v.outlet, v.published, v.language, v.ordinal, (select count(*) from attribution a where a.version = v.number)
            from document d join version v on v.number = d.current
            where ($1 is null or d.number < $1) and ($2 is null or upper(v.outlet) = upper($2)) and ($3 is null or v.published >= $3) and ($4 is null or v.published <= $4)
            order by d.number desc limit $5
            """,
            row => (Number: row.GetInt64(0), Document: new DocumentSummary(row.GetString(1), row.Text(2), row.Text(3), row.Day(4), row.Text(5), row.Int(6), row.GetInt64(7))),
            before, query.Outlet, RowValues.Of(query.From), RowValues.Of(query.To), query.Limit + 1L);
        var page = rows.Take(query.Limit).ToList();
        return new DocumentPage([.. page.Select(row => row.Document)], rows.Count > query.Limit ? Write(page[^1].Number) : null);
    }

    // Of the partial index in the schema.
    private const double InDoubt = 0.8;

    /// <summary>A page of attributions below a confidence.</summary>
    public static DoubtfulPage ReadDoubtful(SqlSession session, double below, int limit, string? cursor)
    {
        var parts = cursor?.Split('.');
        if (parts is not (null or [_, _]))
            throw LedgerProblems.ReportWrongCursor(cursor!);
        var (version, ordinal) = parts is null ? ((long?)null, 0L) : (ReadNumber(parts[0], cursor!), ReadNumber(parts[1], cursor!));
        // What the index of the few in doubt holds must be said as it is said there.
        var inDoubt = below <= InDoubt ? $"a.confidence < {InDoubt.ToString(CultureInfo.InvariantCulture)} and" : "";
        var rows = session.All(
            $"""
            select a.version, d.id, a.ordinal, a.confidence
            from attribution a cross join version v on v.number = a.version cross join document d on d.number = v.document and d.current = v.number
            where {inDoubt} a.confidence < $1 and (a.speaker_rule is null or a.speaker_rule <> $2)
            and a.version <= coalesce($3, 9223372036854775807) and ($3 is null or a.version < $3 or a.ordinal > $4) order by a.version desc, a.ordinal limit $5
            """,
            row => (Version: row.GetInt64(0), Attribution: new DoubtfulAttribution(row.GetString(1), row.Int(2), row.GetDouble(3))),
            below, CorrectedAnalysis.SpeakerRule, version, ordinal, limit + 1L);
        var page = rows.Take(limit).ToList();
        return new DoubtfulPage([.. page.Select(row => row.Attribution)], rows.Count > limit ? $"{Write(page[^1].Version)}.{page[^1].Attribution.Attribution}" : null);
    }

    private static long ReadNumber(string text, string cursor) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw LedgerProblems.ReportWrongCursor(cursor);

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
