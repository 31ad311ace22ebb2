// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Storage.Sql.Decisions;

namespace Dixit.Storage.Sql;

/// <summary>Lists what nobody is known to have said, the document taken in last first.</summary>
internal static class UnattributedList
{
    private const string Current = "cross join version v on v.number = a.version cross join document d on d.number = v.document and d.current = v.number";
    private const string AfterCursor = "a.version <= $1 and (a.version < $1 or a.ordinal > $2) and (a.speaker_rule is null or a.speaker_rule <> $3)";

    /// <summary>A page of attributions of current versions.</summary>
    public static DoubtfulPage Read(SqlSession session, int limit, string? cursor)
    {
        var (version, ordinal) = ReadCursor(cursor);
        // Both are few, and have an index each that the schema says in the same words.
        var rows = session.All(
            $"""
            select version, id, ordinal, confidence from (
                select * from (
                    select a.version, d.id, a.ordinal, a.confidence from attribution a {Current}
                    where a.chain is null and {AfterCursor} order by a.version desc, a.ordinal limit $4)
                union all
                select * from (
                    select a.version, d.id, a.ordinal, a.confidence from entity e cross join attribution a on a.version = e.version and a.chain = e.chain {Current}
                    where e.kind = 'unknown' and e.speaker is not null and e.version <= $1 and {AfterCursor} order by e.version desc, a.ordinal limit $4))
            order by version desc, ordinal limit $4
            """,
            row => (Version: row.GetInt64(0), Attribution: new DoubtfulAttribution(row.GetString(1), row.Int(2), row.GetDouble(3))),
            version, ordinal, CorrectedAnalysis.SpeakerRule, limit + 1L);
        var page = rows.Take(limit).ToList();
        return new DoubtfulPage([.. page.Select(row => row.Attribution)], rows.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].Version}.{page[^1].Attribution.Attribution}") : null);
    }

    private static (long Version, long Ordinal) ReadCursor(string? cursor)
    {
        if (cursor is null)
            return (long.MaxValue, 0);
        return cursor.Split('.') is [var version, var ordinal] && TryRead(version, out var before) && TryRead(ordinal, out var after) ? (before, after) : throw LedgerProblems.ReportWrongCursor(cursor);
    }

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
