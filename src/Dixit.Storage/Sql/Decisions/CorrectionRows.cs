// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>A correction as its row has it.</summary>
internal sealed record CorrectionRow(long Number, DateTime At, string Kind, string? Document, byte[]? Hash, CorrectionBody Body, string? Reason);

/// <summary>Corrections to rows and back.</summary>
internal static class CorrectionRows
{
    public const string Speaker = "speaker";
    public const string Reject = "reject";
    public const string Span = "span";
    public const string Join = "join";
    public const string Part = "part";
    public const string Merge = "merge";
    public const string Split = "split";
    public const string Rename = "rename";

    private const string Columns = "number, at, kind, document, hash, body, reason";

    public static long Insert(SqlSession session, Correction correction, DateTime at, byte[]? hash, CorrectionBody body)
    {
        var (kind, document) = correction switch
        {
            SpeakerCorrection speaker => (Speaker, speaker.Document),
            Rejection rejection => (Reject, rejection.Document),
            SpanCorrection span => (Span, span.Document),
            StatementJoin => (Join, (string?)null),
            StatementPart => (Part, null),
            SpeakerMerge => (Merge, null),
            SpeakerSplit => (Split, null),
            SpeakerRename => (Rename, null),
            _ => throw new ArgumentOutOfRangeException(nameof(correction)),
        };
        return session.Insert(
            "insert into correction (at, kind, document, hash, body, reason) values ($1, $2, $3, $4, $5, $6) returning number",
            RowValues.Of(at), kind, document, hash, JsonSerializer.Serialize(body, DecisionJson.Default.CorrectionBody), correction.Reason);
    }

    /// <summary>What was undone stays as a row, so that no other comes to have its number.</summary>
    public static void MarkUndone(SqlSession session, long number, DateTime at) =>
        session.Execute("update correction set undone = $2 where number = $1", number, RowValues.Of(at));

    /// <summary>Takes away all that a correction says; its number stays taken.</summary>
    public static void Blank(SqlSession session, long number, DateTime at) =>
        session.Execute("update correction set undone = coalesce(undone, $2), document = null, hash = null, body = '{}', reason = null where number = $1", number, RowValues.Of(at));

    public static CorrectionRow? Find(SqlSession session, long number) =>
        session.First($"select {Columns} from correction where number = $1 and undone is null", Read, number);

    public static IReadOnlyList<CorrectionRow> All(SqlSession session) =>
        session.All($"select {Columns} from correction where undone is null order by number", Read);

    public static IReadOnlyList<CorrectionRow> OfDocument(SqlSession session, string document) =>
        session.All($"select {Columns} from correction where document = $1 and undone is null order by number", Read, document);

    public static UncorrectedRow? FindUncorrected(SqlSession session, long version) =>
        session.Scalar("select uncorrected from version where number = $1", version) is string json ? JsonSerializer.Deserialize(json, DecisionJson.Default.UncorrectedRow) : null;

    public static void WriteUncorrected(SqlSession session, long version, Analysis? found) => session.Execute(
        "update version set uncorrected = $2 where number = $1 and (uncorrected is not null or $2 is not null)",
        version,
        found is null ? null : JsonSerializer.Serialize(new UncorrectedRow([.. found.Speakers.Select(SpeakerRow.Of)], [.. found.Attributions.Select(AttributionRow.Of)]), DecisionJson.Default.UncorrectedRow));

    private static CorrectionRow Read(SqlRow row) => new(
        row.GetInt64(0), row.Time(1), row.GetString(2), row.Text(3), row.IsDBNull(4) ? null : row.GetBytes(4),
        JsonSerializer.Deserialize(row.GetString(5), DecisionJson.Default.CorrectionBody)!, row.Text(6));
}
