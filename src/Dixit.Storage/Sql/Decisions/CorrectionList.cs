// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>What people decided, as they decided it.</summary>
internal static class CorrectionList
{
    public static IReadOnlyList<StoredCorrection> Read(SqlSession session) => [.. CorrectionRows.All(session).Select(row => Read(session, row))];

    /// <summary>The documents that were corrected.</summary>
    public static IEnumerable<StoredDocument> ReadDocuments(SqlSession session) =>
        session.Stream("select d.id from document d join version v on v.number = d.current where v.uncorrected is not null order by d.id", row => row.GetString(0))
            .Select(id => DocumentRows.Find(session, id, null)!);

    private static StoredCorrection Read(SqlSession session, CorrectionRow row)
    {
        var body = row.Body;
        return new StoredCorrection
        {
            Number = row.Number,
            When = row.At,
            Correction = row.Kind switch
            {
                CorrectionRows.Speaker => new SpeakerCorrection(row.Document!, body.Attribution!.Id, body.Asked) { New = body.New, Reason = row.Reason },
                CorrectionRows.Reject => new Rejection(row.Document!, body.Attribution!.Id) { Reason = row.Reason },
                CorrectionRows.Span => new SpanCorrection(row.Document!, body.Attribution!.Id)
                {
                    Content = body.Content.Count == 0 ? null : SpanList.Of(body.Content.Select(span => span.Shift(0))),
                    Cue = body.Cue?.Shift(0),
                    Source = body.Source?.Shift(0),
                    Reason = row.Reason,
                },
                CorrectionRows.Join => new StatementJoin(body.Ids) { Reason = row.Reason },
                CorrectionRows.Part => new StatementPart(body.Ids[0], [.. body.Documents.Zip(body.Attributions, (document, attribution) => new ReportReference(document, attribution))]) { Reason = row.Reason },
                CorrectionRows.Merge => new SpeakerMerge(body.Ids[0], [.. body.Ids.Skip(1)]) { Reason = row.Reason },
                CorrectionRows.Split => new SpeakerSplit(body.Ids[0], body.Documents, body.Names) { Name = body.Name, Reason = row.Reason },
                _ => new SpeakerRename(body.Ids[0], body.Name!) { Reason = row.Reason },
            },
            Words = body.Words ?? (row.Kind is CorrectionRows.Join or CorrectionRows.Part ? WordsOf(session, body.Ids[0]) : null),
            Result = body.Speaker?.Name ?? body.Name ?? (row.Kind == CorrectionRows.Span ? string.Join(" […] ", body.ContentWords) : null),
            Content = body.ContentWords,
            Cue = body.CueWords,
            Source = body.SourceWords,
            IsApplicable = row.Kind switch
            {
                CorrectionRows.Join or CorrectionRows.Part => HasSides(session, row),
                _ => row.Document is null ? HasSpeakers(session, row) : HasPlace(session, row),
            },
        };
    }

    private static bool HasPlace(SqlSession session, CorrectionRow row)
    {
        var (text, hash) = session.First(
            "select v.text, v.hash from document d join version v on v.number = d.current where d.id = $1", version => (Text: version.LongText(0), Hash: version.GetBytes(1)), row.Document);
        return text is not null && CorrectedAnalysis.Locate(row, text, hash) is not null;
    }

    private static string? WordsOf(SqlSession session, string statement) =>
        StatementRows.FindId(session, statement) is { } row ? StatementRows.Read(session, row).Text : null;

    private static bool HasSides(SqlSession session, CorrectionRow row) => session.Count(
        "select count(distinct s.side) from statement_side s join content c on c.evidence = s.evidence where s.correction = $1 and c.wording is not null", row.Number) > 1;

    private static bool HasSpeakers(SqlSession session, CorrectionRow row) =>
        session.Scalar("select 1 from pin i join document d on d.id = i.document where i.correction = $1 limit 1", row.Number) is not null;
}
