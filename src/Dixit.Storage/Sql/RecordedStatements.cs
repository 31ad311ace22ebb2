// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql;

/// <summary>The ledger as a record that claims are held against.</summary>
internal sealed class RecordedStatements(SqlSession session, SqlDialect dialect, Func<StatementReader> reader) : IStatementSource
{
    private const int MostPaired = 2000;
    private const int MostWordings = 200;
    private const int MostReportsOfAWording = 40;

    /// <inheritdoc/>
    public IEnumerable<RecordedContent> BySpeaker(string speaker, StatementText sentence, DateOnly? until) =>
        SpeakerSearch.FindId(session, speaker) is { } row ? Find(sentence, row, until) : [];

    /// <inheritdoc/>
    public IEnumerable<RecordedContent> ByText(StatementText sentence, DateOnly? until) => Find(sentence, null, until);

    private List<RecordedContent> Find(StatementText sentence, long? speaker, DateOnly? until)
    {
        IReadOnlyList<long> wordings = dialect.FindPairedWordings(session, sentence.Keys, speaker, MostPaired);
        wordings = wordings.Count == 0
            ? dialect.FindLikeWordings(session, sentence.Stems, speaker, MostWordings)
            : wordings.Count <= MostWordings ? wordings : MostShared(wordings, sentence);
        var found = new List<RecordedContent>();
        foreach (var wording in wordings)
            AddReports(found, wording, until);
        return found;
    }

    private List<long> MostShared(IReadOnlyList<long> wordings, StatementText sentence)
    {
        var keys = sentence.Keys.ToHashSet();
        return
        [
            .. wordings
                .Select(wording => (wording, Shared: session.First("select keys from wording where number = $1", row => MemoryMarshal.Cast<byte, long>((byte[])row.GetValue(0)).ToArray().Count(keys.Contains), wording)))
                .OrderByDescending(item => item.Shared).ThenBy(item => item.wording).Take(MostWordings).Select(item => item.wording),
        ];
    }

    private void AddReports(List<RecordedContent> found, long wording, DateOnly? until)
    {
        var text = session.First("select text, language, kind from wording where number = $1", row => reader().Read(row.LongText(0), row.Text(1), row.Name<QuotationKind>(2)), wording)!;
        found.AddRange(session.All(
            """
            select s.id, p.id, p.name, d.id, c.point_start, coalesce(v.published, a.said_from), v.outlet, c.place, v.uri, v.is_primary
            from content c join statement s on s.number = c.statement left join speaker p on p.number = s.speaker
                join attribution a on a.number = c.attribution join version v on v.number = a.version join document d on d.number = v.document
            where c.wording = $1 and ($2 is null or coalesce(v.published, a.said_from) <= $2)
            order by v.is_primary desc, coalesce(v.published, a.said_from, '9999'), d.id limit $3
            """,
            row => new RecordedContent(row.GetString(0), row.Text(1), new StatementContent(row.GetString(3), row.Int(4), text) { Date = row.Day(5), Outlet = row.Text(6), Order = row.Int(7) })
            {
                SpeakerName = row.Text(2),
                Uri = row.Text(8),
                IsPrimary = row.GetInt64(9) != 0,
            },
            wording, RowValues.Of(until), (long)MostReportsOfAWording));
    }
}
