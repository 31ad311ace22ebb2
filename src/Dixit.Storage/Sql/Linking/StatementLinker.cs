// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using System.Runtime.InteropServices;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>Keeps the statements in step with the contents: what is added or taken away is gathered, and settled before each commit.</summary>
/// <remarks>
/// Wordings that say the same are linked in pairs, and the pairs make components. Which statements a component has depends on its contents
/// alone, so it does not matter in which order they came: whenever one changes, all of it is divided anew.
/// </remarks>
internal sealed class StatementLinker(SqlSession session, SqlDialect dialect, Func<StatementReader> reader)
{
    // About a kilobyte each: the speakers of the day stay at hand, those of years ago are read again.
    private const int MostWordingsAtHand = 60_000;

    private readonly Dictionary<long, SpeakerWordings> _atHand = [];
    private readonly List<(long Speaker, Wording Wording)> _new = [];
    private readonly HashSet<(long Speaker, long Component)> _changed = [];
    private readonly HashSet<long> _left = [];
    private readonly HashSet<long> _statementsLeft = [];
    private readonly List<long> _alone = [];
    private long _lastWording = -1;
    private long _uses;

    /// <summary>Takes the contents of a version in. Their statements are there after <see cref="Settle"/>.</summary>
    /// <param name="version">Its row.</param>
    /// <param name="analysis">What was found in it.</param>
    /// <param name="speakerOf">The row of the speaker of an attribution, or null.</param>
    /// <returns>The contents that have a speaker.</returns>
    public IReadOnlyList<RecentContent> Attach(long version, Analysis analysis, Func<Attribution, long?> speakerOf)
    {
        var rows = session.All(
            "select c.number, a.ordinal, c.start, c.\"end\" from attribution a join content c on c.attribution = a.number where a.version = $1 and a.rejected = 0 order by c.start, c.\"end\", a.ordinal",
            row => (Number: row.GetInt64(0), Attribution: row.Int(1), Span: new TextSpan(row.Int(2), row.Int(3))), version);
        var attributions = analysis.Attributions.ToDictionary(attribution => attribution.Id);
        var heading = Headings.Words(reader().Read(Headings.Find(analysis.Document.Title, analysis.Document.Text), analysis.Language));
        var points = new CodePointOffsets(analysis.Document.Text);
        var attached = new List<RecentContent>(rows.Count);
        var repetitions = new Dictionary<(int Start, string Folded), int>();
        for (var place = 0; place < rows.Count; place++)
        {
            var (number, id, span) = rows[place];
            var attribution = attributions[id];
            var speaker = speakerOf(attribution);
            var (wording, text) = Take(number, analysis.Document[span].ToString(), attribution.Kind, analysis.Language, speaker);
            var day = analysis.Published ?? attribution.Said?.From;
            if (speaker is { } known)
                attached.Add(new RecentContent(number, version, known, analysis.Document.Id, span.Start, day, wording));
            Index(number, text, heading, speaker, analysis.Document.Outlet, day, attribution.Act);

            // Two attributions may hold the very same span, and lead to different people.
            ref var repetition = ref CollectionsMarshal.GetValueRefOrAddDefault(repetitions, (span.Start, text.Folded), out _);
            var evidence = StatementId.Of(analysis.Document.Id, span.Start, repetition == 0 ? text.Folded : $"{text.Folded}\n{repetition}");
            repetition++;
            session.Execute(
                "update content set wording = $2, evidence = $3, place = $4, point_start = $5, point_end = $6, day = $7 where number = $1",
                number, wording.Number, evidence, (long)place, (long)points.FromUtf16(span.Start), (long)points.FromUtf16(span.End), RowValues.Of(day));
        }

        return attached;
    }

    /// <summary>Lets the contents of a version go, which are about to be taken away or given to others.</summary>
    public void Detach(long version)
    {
        var contents = session.All(
            "select c.number, c.wording, c.statement from attribution a join content c on c.attribution = a.number where a.version = $1",
            row => (Number: row.GetInt64(0), Wording: row.NullableLong(1), Statement: row.NullableLong(2)), version);
        foreach (var content in contents)
        {
            if (content.Wording is { } wording)
                _left.Add(wording);
            if (content.Statement is { } statement)
                _statementsLeft.Add(statement);
            dialect.UnindexContent(session, content.Number);
            session.Execute("update content set wording = null, statement = null where number = $1", content.Number);
        }
    }

    /// <summary>Gives all contents of one speaker to another, to be settled like the rest.</summary>
    public void Move(long from, long into)
    {
        var target = WordingsOf(into);
        foreach (var wording in WordingsOf(from).All)
        {
            foreach (var statement in session.All("select distinct statement from content where wording = $1 and statement is not null", row => row.GetInt64(0), wording.Number))
                _statementsLeft.Add(statement);
            dialect.UnindexKeys(session, wording.Number);
            Reindex(wording, into);
            if (target.Find(wording.Text, wording.Kind, wording.Language) is { } same)
            {
                session.Execute("update content set wording = $2 where wording = $1", wording.Number, same.Number);
                session.Execute("delete from wording where number = $1", wording.Number);
                _changed.Add((into, same.Component));
                continue;
            }

            session.Execute("update wording set speaker = $2, component = number where number = $1", wording.Number, into);
            dialect.IndexKeys(session, wording.Number, into, wording.Keys);
            wording.Component = wording.Number;
            target.Add(wording);
            _new.Add((into, wording));
        }

        _atHand.Remove(from);
        _new.RemoveAll(added => added.Speaker == from);
        _changed.RemoveWhere(changed => changed.Speaker == from);
    }

    /// <summary>Brings the statements in step with all that was attached and detached.</summary>
    public void Settle()
    {
        TakeAwayWordings();
        LinkNewWordings();
        foreach (var (speaker, component) in _changed.ToList())
            Divide(speaker, component);
        foreach (var content in _alone)
            StandAlone(content);
        foreach (var statement in _statementsLeft)
            session.Execute("delete from statement where number = $1 and not exists (select 1 from content where statement = $1)", statement);
        _new.Clear();
        _changed.Clear();
        _left.Clear();
        _statementsLeft.Clear();
        _alone.Clear();
        LetGo();
    }

    /// <summary>Forgets all that is at hand, as after a batch that was dropped.</summary>
    public void Forget()
    {
        _atHand.Clear();
        _new.Clear();
        _changed.Clear();
        _left.Clear();
        _statementsLeft.Clear();
        _alone.Clear();
        _lastWording = -1;
    }

    private (Wording Wording, StatementText Text) Take(long content, string words, QuotationKind kind, string? language, long? speaker)
    {
        if (speaker is not { } known)
        {
            // Nobody's words are compared with nobody's.
            _alone.Add(content);
            return Create(words, kind, language, null);
        }

        var wordings = WordingsOf(known);
        if (wordings.Find(words, kind, language) is { } same)
        {
            _changed.Add((known, same.Component));
            return (same, same.Parse(reader()));
        }

        var created = Create(words, kind, language, known);
        wordings.Add(created.Wording);
        _new.Add((known, created.Wording));
        return created;
    }

    private (Wording Wording, StatementText Text) Create(string words, QuotationKind kind, string? language, long? speaker)
    {
        var text = reader().Read(words, language, kind);
        if (_lastWording < 0)
            _lastWording = session.Count("select max(number) from wording");
        var wording = new Wording(++_lastWording, words, language, kind, speaker is null ? [] : [.. text.Keys], _lastWording);
        wording.Keep(text);
        session.Execute(
            "insert into wording (number, speaker, kind, language, text, keys, component) values ($1, $2, $3, $4, $5, $6, $1)",
            wording.Number, speaker, RowValues.Of(kind), language, RowValues.OfText(words), MemoryMarshal.AsBytes<long>(wording.Keys).ToArray());
        dialect.IndexKeys(session, wording.Number, speaker, text.Keys);
        return (wording, text);
    }

    private void Index(long content, StatementText text, IReadOnlyList<string> heading, long? speaker, string? outlet, DateOnly? day, SpeechAct act)
    {
        var facets = new List<string>(Facet.OfDay(day)) { Facet.Act(act) };
        if (speaker is { } row)
            facets.Add(Facet.Speaker(row));
        if (outlet is not null)
            facets.Add(Facet.Outlet(outlet));
        dialect.IndexContent(session, content, new IndexedContent(text.Stems, text.Folded, heading, facets));
    }

    /// <summary>Indexes the contents of a wording anew, for another speaker.</summary>
    private void Reindex(Wording wording, long speaker)
    {
        var contents = session.All(
            "select c.number, v.number, v.outlet, c.day, a.act from content c join attribution a on a.number = c.attribution join version v on v.number = a.version where c.wording = $1",
            row => (Number: row.GetInt64(0), Version: row.GetInt64(1), Outlet: row.Text(2), Day: row.Day(3), Act: row.Name<SpeechAct>(4)), wording.Number);
        foreach (var (number, version, outlet, day, act) in contents)
        {
            dialect.UnindexContent(session, number);
            Index(number, wording.Parse(reader()), Headings.Words(Headings.Read(session, version, reader())), speaker, outlet, day, act);
        }
    }

    private void TakeAwayWordings()
    {
        foreach (var number in _left)
        {
            var row = session.First("select speaker, component, (select count(*) from content c where c.wording = w.number) from wording w where number = $1",
                row => (Speaker: row.NullableLong(0), Component: row.GetInt64(1), Contents: row.GetInt64(2)), number);
            if (row.Speaker is { } speaker)
            {
                var wordings = WordingsOf(speaker);
                var wording = wordings.Find(number)!;
                if (row.Contents > 0)
                {
                    _changed.Add((speaker, wording.Component));
                    continue;
                }

                // Without it, what it held together may fall apart.
                var component = wording.Component;
                wordings.Remove(wording);
                _changed.Remove((speaker, component));
                foreach (var member in wordings.Dissolve(component))
                    _new.Add((speaker, member));
            }

            if (row.Contents == 0)
            {
                dialect.UnindexKeys(session, number);
                session.Execute("delete from wording where number = $1", number);
            }
        }

        _new.RemoveAll(added => _left.Contains(added.Wording.Number) && WordingsOf(added.Speaker).Find(added.Wording.Number) is null);
    }

    private void LinkNewWordings()
    {
        var statements = reader();
        foreach (var (speaker, wording) in _new)
        {
            var wordings = WordingsOf(speaker);
            var text = wording.Parse(statements);
            foreach (var candidate in wordings.Candidates(wording))
            {
                if (candidate.Component == wording.Component || !StatementComparer.Compare(text, candidate.Parse(statements)).AreOne)
                    continue;
                _changed.Remove((speaker, wording.Component));
                _changed.Remove((speaker, candidate.Component));
                wordings.Join(wording.Component, candidate.Component);
            }

            _changed.Add((speaker, wording.Component));
        }

        // Where a component went up in another after it was noted, the other stands for it.
        foreach (var (speaker, wording) in _new)
            _changed.Add((speaker, wording.Component));
        _changed.RemoveWhere(changed => WordingsOf(changed.Speaker).Members(changed.Component).Count == 0);
        foreach (var (speaker, component) in _changed)
        {
            foreach (var wording in WordingsOf(speaker).Members(component))
                session.Execute("update wording set component = $2 where number = $1 and component <> $2", wording.Number, component);
        }
    }

    /// <summary>Divides the contents of a component into statements.</summary>
    private void Divide(long speaker, long component)
    {
        var wordings = WordingsOf(speaker);
        var contents = new List<ComponentContent>();
        foreach (var wording in wordings.Members(component))
        {
            var text = wording.Parse(reader());
            contents.AddRange(session.All(ComponentContent.Query, row => ComponentContent.Read(row, text), wording.Number));
        }

        var same = contents.ToLookup(content => content.Content);
        foreach (var statement in contents.Select(content => content.Statement).OfType<long>())
            _statementsLeft.Add(statement);
        // In an order of their own, not in that of their rows: of two forms of the same words one stands for both.
        foreach (var group in StatementGrouping.Group(same.Select(contents => contents.Key).Order()))
            Write(speaker, group.Fullest.Folded, [.. group.Contents.SelectMany(content => same[content])]);
    }

    private void StandAlone(long number)
    {
        var content = session.First(
            ComponentContent.AloneQuery,
            row =>
            {
                var wording = new Wording(row.GetInt64(13), row.LongText(12), row.Text(15), row.Name<QuotationKind>(14), [], 0);
                return ComponentContent.Read(row, wording.Parse(reader()));
            },
            number);
        if (content is not null)
            Write(null, content.Content.Text.Folded, [content]);
    }

    private void Write(long? speaker, string fullestWords, List<ComponentContent> contents)
    {
        var earliest = contents.MinBy(content => content, ComponentContent.ByEvidence)!;
        var fullest = contents.Where(content => content.Content.Text.Folded == fullestWords).MinBy(content => content, ComponentContent.ByEvidence)!;
        var days = contents.Select(content => content.Content.Date).OfType<DateOnly>().ToList();
        object?[] values =
        [
            earliest.Evidence, speaker, earliest.Number, fullest.Number, days.Count == 0 ? null : RowValues.Of(days.Min()), days.Count == 0 ? null : RowValues.Of(days.Max()), earliest.Act,
            (long)contents.Select(content => content.Content.Document).Distinct().Count(), (long)contents.Select(content => content.Content.Outlet).OfType<string>().Distinct().Count(),
        ];
        var statement = session.Insert(
            """
            insert into statement (id, speaker, earliest, fullest, first, last, act, reports, outlets) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do update set speaker = $2, earliest = $3, fullest = $4, first = $5, last = $6, act = $7, reports = $8, outlets = $9
            returning number
            """,
            values);
        foreach (var content in contents)
        {
            if (content.Statement != statement)
                session.Execute("update content set statement = $2 where number = $1", content.Number, statement);
        }
    }

    private SpeakerWordings WordingsOf(long speaker)
    {
        if (!_atHand.TryGetValue(speaker, out var wordings))
        {
            wordings = new SpeakerWordings();
            foreach (var wording in session.All("select number, text, language, kind, keys, component from wording where speaker = $1", ReadWording, speaker))
                wordings.Add(wording);
            _atHand.Add(speaker, wordings);
        }

        wordings.LastUse = ++_uses;
        return wordings;
    }

    private static Wording ReadWording(DbDataReader row) => new(
        row.GetInt64(0), row.LongText(1), row.Text(2), row.Name<QuotationKind>(3), MemoryMarshal.Cast<byte, long>((byte[])row.GetValue(4)).ToArray(), row.GetInt64(5));

    private void LetGo()
    {
        var count = _atHand.Values.Sum(wordings => wordings.Count);
        if (count <= MostWordingsAtHand)
            return;
        foreach (var (speaker, wordings) in _atHand.OrderBy(pair => pair.Value.LastUse).ToList())
        {
            _atHand.Remove(speaker);
            count -= wordings.Count;
            if (count <= MostWordingsAtHand / 2)
                break;
        }
    }
}
