// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>The wordings of the ledger, those of late kept at hand.</summary>
/// <remarks>
/// Wordings of one speaker are found by keys in a table that is clustered by speaker: what a look-up costs depends on what shares a key, not on all that
/// the speaker ever said, and nothing of it need be in memory.
/// </remarks>
internal sealed class WordingRows(SqlSession session, SqlDialect dialect, Func<StatementReader> reader, PendingIndex index, CandidateSearch search)
{
    // Some kilobytes each. What is alike was mostly told of late, so few are loaded again.
    private const int MostAtHand = 8_000;

    private readonly Dictionary<long, Wording> _atHand = [];
    private long _last = -1;
    private long _uses;

    /// <summary>A wording, or null where it is gone.</summary>
    public Wording? Find(long number)
    {
        ref var wording = ref CollectionsMarshal.GetValueRefOrAddDefault(_atHand, number, out _);
        wording ??= session.First("select number, speaker, text, language, kind, component from wording where number = $1", Read, number)?.Invoke(DaysOf(number));
        if (wording is null)
            _atHand.Remove(number);
        else
            wording.LastUse = ++_uses;
        return wording;
    }

    /// <summary>All wordings of a speaker.</summary>
    public List<Wording> OfSpeaker(long speaker) => [.. session.All("select number from wording where speaker = $1 order by number", row => row.GetInt64(0), speaker).Select(number => Find(number)!)];

    /// <summary>The rows of the wordings of a component.</summary>
    public List<long> OfComponent(long component) => session.All("select number from wording where component = $1 order by number", row => row.GetInt64(0), component);

    /// <summary>The days of the reports of a wording, the unknown one first; none where it has no reports.</summary>
    public List<DateOnly?> DaysOf(long number)
    {
        var days = session.All("select distinct day from content where wording = $1", row => row.Day(0), number);
        days.Sort();
        return days;
    }

    /// <summary>The rows of a speaker's wordings that share enough keys with a wording, which is among them or is to be, those that share most first.</summary>
    public IReadOnlyList<LinkedWording> Candidates(Wording wording, long speaker) => search.Find(CandidateQuery.Of(speaker, wording.Text, wording.Days));

    /// <summary>Makes a wording.</summary>
    /// <param name="text">The words, read.</param>
    /// <param name="language">The language of its document, or null.</param>
    /// <param name="speaker">The row of the speaker, or null.</param>
    /// <param name="day">The day of its first report.</param>
    public Wording Create(StatementText text, string? language, long? speaker, DateOnly? day)
    {
        if (_last < 0)
            _last = session.Count("select max(number) from wording");
        var wording = new Wording(++_last, speaker, text, language, _last, [day]) { LastUse = ++_uses };
        session.Execute(
            "insert into wording (number, speaker, kind, language, text, component) values ($1, $2, $3, $4, $5, $1)", wording.Number, speaker, RowValues.Of(text.Kind), language, RowValues.OfText(text.Text));
        index.AddKeys(wording.Number, speaker, text.Keys);
        if (speaker is { } known)
            dialect.IndexLinks(session, known, wording.Number, text.LinkKeys);
        WriteDays(wording);
        search.NoteTold(wording);
        _atHand[wording.Number] = wording;
        return wording;
    }

    /// <summary>Notes that a wording was told on a day, and tells whether that is a new one.</summary>
    public bool AddDay(Wording wording, DateOnly? day)
    {
        if (!wording.AddDay(day))
            return false;
        WriteDays(wording);
        search.NoteTold(wording);
        return true;
    }

    /// <summary>Takes other days for those of its reports, some of which may be gone.</summary>
    public void SetDays(Wording wording, IEnumerable<DateOnly?> days)
    {
        wording.SetDays(days);
        WriteDays(wording);
        NoteChange(wording);
    }

    /// <summary>Takes a wording away.</summary>
    public void Delete(Wording wording)
    {
        Unindex(wording);
        NoteChange(wording);
        session.Execute("delete from wording_told where wording = $1", wording.Number);
        session.Execute("delete from wording where number = $1", wording.Number);
        _atHand.Remove(wording.Number);
    }

    /// <summary>Gives a wording to another speaker, among whose wordings it is linked to none yet.</summary>
    public void Move(Wording wording, long speaker)
    {
        Unindex(wording);
        NoteChange(wording);
        session.Execute("update wording set speaker = $2, component = number where number = $1", wording.Number, speaker);
        (wording.Speaker, wording.Component) = (speaker, wording.Number);
        index.AddKeys(wording.Number, speaker, wording.Text.Keys);
        dialect.IndexLinks(session, speaker, wording.Number, wording.Text.LinkKeys);
        NoteChange(wording);
    }

    /// <summary>Makes one component of two.</summary>
    /// <returns>The one that there is now.</returns>
    public long Join(long one, long other)
    {
        // The older one is mostly the larger.
        var (kept, lost) = one < other ? (one, other) : (other, one);
        foreach (var member in OfComponent(lost))
            SetComponent(member, kept);
        return kept;
    }

    /// <summary>Makes each wording of a component one of its own.</summary>
    public List<long> Dissolve(long component)
    {
        var members = OfComponent(component);
        foreach (var member in members)
            SetComponent(member, member);
        return members;
    }

    /// <summary>Lets go what was not needed for long.</summary>
    public void LetGo()
    {
        if (_atHand.Count <= MostAtHand)
            return;
        foreach (var wording in _atHand.Values.OrderBy(wording => wording.LastUse).Take(_atHand.Count - (MostAtHand / 2)).ToList())
            _atHand.Remove(wording.Number);
    }

    /// <summary>Forgets all that is at hand, as after a batch that was dropped.</summary>
    public void Forget()
    {
        _atHand.Clear();
        _last = -1;
    }

    private void SetComponent(long number, long component)
    {
        session.Execute("update wording set component = $2 where number = $1", number, component);
        if (_atHand.TryGetValue(number, out var wording))
            wording.Component = component;
    }

    private void NoteChange(Wording wording)
    {
        if (wording.Speaker is { } speaker)
            search.NoteChange(speaker);
    }

    // What nobody said is not compared, and when it was told is not asked.
    private void WriteDays(Wording wording)
    {
        if (wording.Speaker is null)
            return;
        var days = wording.Days;
        var (first, last) = days is [{ } known, ..] ? (known, days[^1]!.Value) : (DateOnly.MinValue, DateOnly.MaxValue);
        session.Execute(
            "insert into wording_told (wording, first, last) values ($1, $2, $3) on conflict (wording) do update set first = $2, last = $3", wording.Number, (long)first.DayNumber, (long)last.DayNumber);
    }

    private void Unindex(Wording wording)
    {
        index.RemoveKeys(wording.Number);
        if (wording.Speaker is { } speaker)
            dialect.UnindexLinks(session, speaker, wording.Number, wording.Text.LinkKeys);
    }

    private Func<List<DateOnly?>, Wording> Read(SqlRow row)
    {
        var (number, speaker, language, component) = (row.GetInt64(0), row.NullableLong(1), row.Text(3), row.GetInt64(5));
        var text = reader().Read(row.LongText(2), language, row.Name<QuotationKind>(4));
        return days => new Wording(number, speaker, text, language, component, days);
    }
}
