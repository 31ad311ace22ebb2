// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql.Decisions;

/// <summary>What people put together in one statement, or apart, as rows.</summary>
internal sealed class SideRows(SqlSession session)
{
    private bool? _areThere;

    /// <summary>Whether anybody decided about a statement at all.</summary>
    public bool AreThere => _areThere ??= session.Scalar("select 1 from statement_side limit 1") is not null;

    /// <summary>Puts a content on a side.</summary>
    public void Add(long correction, string evidence, int side)
    {
        session.Execute("insert into statement_side (correction, evidence, side) values ($1, $2, $3) on conflict do nothing", correction, evidence, (long)side);
        _areThere = true;
    }

    /// <summary>Takes back what a correction said, and returns the wordings of which it said it.</summary>
    public IReadOnlyList<long> Release(long correction)
    {
        var wordings = Wordings(correction);
        session.Execute("delete from statement_side where correction = $1", correction);
        _areThere = null;
        return wordings;
    }

    /// <summary>The wordings of which a correction says something.</summary>
    public IReadOnlyList<long> Wordings(long correction) => session.All(
        "select distinct c.wording from statement_side s join content c on c.evidence = s.evidence where s.correction = $1 and c.wording is not null order by c.wording", row => row.GetInt64(0), correction);

    /// <summary>The wordings that somebody joined with one.</summary>
    public IReadOnlyList<long> JoinedWith(long wording) => !AreThere ? [] : session.All(
        """
        select distinct other.wording from content own join statement_side a on a.evidence = own.evidence join correction k on k.number = a.correction
            join statement_side b on b.correction = a.correction join content other on other.evidence = b.evidence
        where own.wording = $1 and k.kind = 'join' and other.wording is not null and other.wording <> $1 order by other.wording
        """,
        row => row.GetInt64(0), wording);

    /// <summary>What was decided about a content, the first decision first.</summary>
    public IReadOnlyList<(long Correction, bool IsJoin, int Side)> Of(string evidence) => session.All(
        "select s.correction, k.kind = 'join', s.side from statement_side s join correction k on k.number = s.correction where s.evidence = $1 order by s.correction",
        row => (row.GetInt64(0), Convert.ToBoolean(row.GetValue(1)), row.Int(2)), evidence);

    /// <summary>Forgets what is at hand.</summary>
    public void Forget() => _areThere = null;
}
