// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql;

/// <summary>The ledger as a record that claims are held against.</summary>
internal sealed class RecordedStatements(SqlSession session, SqlDialect dialect, Func<StatementReader> reader) : IStatementSource
{
    // A key that more wordings have than this tells little, until it comes together with another.
    private const int MostKeyed = 300;
    private const int MostCombined = 40;
    private const int MostWordings = 60;
    private const int MostLike = 100;
    private const int MostReportsOfAWording = 40;

    /// <inheritdoc/>
    public IEnumerable<RecordedContent> BySpeaker(string speaker, StatementText sentence, DateOnly? until) =>
        SpeakerSearch.FindId(session, speaker) is { } row ? Find(sentence, row, until) : [];

    /// <inheritdoc/>
    public IEnumerable<RecordedContent> ByText(StatementText sentence, DateOnly? until) => Find(sentence, null, until);

    private List<RecordedContent> Find(StatementText sentence, long? speaker, DateOnly? until)
    {
        var wordings = FindKeyed(sentence, speaker);
        if (wordings.Count == 0)
            wordings = dialect.FindLikeWordings(session, sentence.Stems, speaker, MostLike);
        var found = new List<RecordedContent>();
        foreach (var wording in wordings)
            AddReports(found, wording, until);
        return found;
    }

    /// <summary>The wordings that share most keys with a sentence.</summary>
    /// <remarks>Whatever holds the same words has all the keys, so the rare ones find it; the common ones are looked up in pairs, and only where the rare ones found
    /// too little. So the cost does not grow with what is said every day.</remarks>
    private IReadOnlyList<long> FindKeyed(StatementText sentence, long? speaker)
    {
        var shared = new Dictionary<long, int>();
        var common = new List<long>();
        foreach (var key in sentence.Keys)
        {
            var keyed = dialect.FindKeyed(session, [key], speaker, MostKeyed + 1);
            if (keyed.Count > MostKeyed)
                common.Add(key);
            else
                Count(keyed);
        }

        if (common.Count == 1 && shared.Count == 0)
            Count(dialect.FindKeyed(session, [common[0]], speaker, MostKeyed));
        if (shared.Count < MostWordings)
        {
            var pairs = common.SelectMany((one, i) => common.Skip(i + 1).Select(other => (one, other))).Take(MostCombined);
            foreach (var (one, other) in pairs)
                Count(dialect.FindKeyed(session, [one, other], speaker, MostKeyed));
        }

        return [.. shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostWordings).Select(pair => pair.Key)];

        void Count(IReadOnlyList<long> wordings)
        {
            foreach (var wording in wordings)
                shared[wording] = shared.GetValueOrDefault(wording) + 1;
        }
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
