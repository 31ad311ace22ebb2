// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Statements;
using Dixit.Storage.Sql.Decisions;

namespace Dixit.Storage.Sql.Linking;

/// <summary>Keeps the statements in step with the contents: what is added or taken away is gathered, and settled before each commit.</summary>
/// <remarks>
/// Wordings that say the same are linked in pairs, and the pairs make components. Which statements a component has depends on its contents
/// alone, so it does not matter in which order they came: whenever one changes, all of it is divided anew.
/// </remarks>
internal sealed partial class StatementLinker(SqlSession session, SqlDialect dialect, Func<StatementReader> reader, SideRows sides, PendingIndex index, CandidateSearch search)
{
    private readonly WordingRows _wordings = new(session, dialect, reader, index, search);
    private readonly List<(Wording Wording, IReadOnlyList<LinkedWording> Candidates)> _new = [];
    private readonly HashSet<long> _changed = [];
    private readonly Dictionary<long, HashSet<DateOnly?>> _left = [];
    private readonly HashSet<long> _statementsLeft = [];
    private readonly List<long> _alone = [];
    private readonly GroupingCache _groupings = new();

    /// <summary>The contents of a version, in the order of their places.</summary>
    public List<UnlinkedContent> ContentsOf(long version, Analysis analysis, AnalysisReading reading)
    {
        var attributions = analysis.Attributions.ToDictionary(attribution => attribution.Id);
        return session.All(
            "select c.number, a.ordinal, c.start, c.\"end\" from attribution a join content c on c.attribution = a.number where a.version = $1 order by c.start, c.\"end\", a.ordinal",
            row => (Number: row.GetInt64(0), Attribution: attributions[row.Int(1)], Span: new TextSpan(row.Int(2), row.Int(3))), version)
            .ConvertAll(row => new UnlinkedContent(row.Number, row.Attribution, row.Span, reading.Content(row.Span, row.Attribution.Kind)));
    }

    /// <summary>Takes the contents of versions in. Their statements are there after <see cref="Settle"/>.</summary>
    public void Attach(IReadOnlyList<UnlinkedVersion> versions)
    {
        foreach (var version in versions)
        {
            foreach (var content in version.Contents)
                Index(content.Number, content.Text, version.Reading.Heading, content.Speaker, version.Analysis.Document.Outlet, version.DayOf(content), content.Attribution.Act);
        }

        // What is looked for ahead gets a start.
        index.WriteContents();
        foreach (var version in versions)
            Attach(version);
    }

    /// <summary>Lets the contents of a version go, which are about to be taken away or given to others.</summary>
    public void Detach(long version)
    {
        var contents = session.All(
            "select c.number, c.wording, c.statement, c.day from attribution a join content c on c.attribution = a.number where a.version = $1",
            row => (Number: row.GetInt64(0), Wording: row.NullableLong(1), Statement: row.NullableLong(2), Day: row.Day(3)), version);
        if (contents.Count > 0)
            _groupings.ForgetWritten();
        foreach (var content in contents)
        {
            if (content.Wording is { } wording)
                Leave(wording, content.Day);
            if (content.Statement is { } statement)
                _statementsLeft.Add(statement);
            index.RemoveContent(content.Number);
            session.Execute("update content set wording = null, statement = null where number = $1", content.Number);
        }
    }

    /// <summary>Gives all contents of one speaker to another, to be settled like the rest.</summary>
    public void Move(long from, long into)
    {
        _groupings.ForgetWritten();
        var moved = _wordings.OfSpeaker(from);
        _new.RemoveAll(added => added.Wording.Speaker == from);
        foreach (var wording in moved)
        {
            _changed.Remove(wording.Component);
            foreach (var statement in session.All("select distinct statement from content where wording = $1 and statement is not null", row => row.GetInt64(0), wording.Number))
                _statementsLeft.Add(statement);
            Reindex(wording, into);
            var candidates = _wordings.Candidates(wording, into);
            if (Same(candidates, wording.Text, other => other.Is(wording)) is { } same)
            {
                session.Execute("update content set wording = $2 where wording = $1", wording.Number, same.Number);
                _wordings.Delete(wording);
                TellAgain(same, wording.Days, candidates);
                continue;
            }

            _wordings.Move(wording, into);
            _new.Add((wording, candidates));
        }
    }

    /// <summary>Brings the statements in step with all that was attached and detached.</summary>
    public void Settle()
    {
        TakeAwayWordings();
        LinkNewWordings();
        foreach (var component in _changed)
            Divide(component);
        foreach (var content in _alone)
            StandAlone(content);
        foreach (var statement in _statementsLeft)
            session.Execute("delete from statement where number = $1 and not exists (select 1 from content where statement = $1)", statement);
        _new.Clear();
        _changed.Clear();
        _left.Clear();
        _statementsLeft.Clear();
        _alone.Clear();
        _wordings.LetGo();
    }

    /// <summary>Forgets all that is at hand, as after a batch that was dropped.</summary>
    public void Forget()
    {
        _groupings.ForgetWritten();
        _wordings.Forget();
        _new.Clear();
        _changed.Clear();
        _left.Clear();
        _statementsLeft.Clear();
        _alone.Clear();
    }

    // Told at another time, a wording may have others near it.
    private void TellAgain(Wording wording, IEnumerable<DateOnly?> days, IReadOnlyList<LinkedWording> candidates)
    {
        var isNew = false;
        foreach (var day in days)
            isNew |= _wordings.AddDay(wording, day);
        if (isNew)
            _new.Add((wording, candidates));
        _changed.Add(wording.Component);
    }

    private void Leave(long wording, DateOnly? day)
    {
        ref var days = ref CollectionsMarshal.GetValueRefOrAddDefault(_left, wording, out _);
        (days ??= []).Add(day);
    }

    private void Attach(UnlinkedVersion version)
    {
        var points = new CodePointOffsets(version.Analysis.Document.Text);
        var repetitions = new Dictionary<(int Start, string Folded), int>();
        for (var place = 0; place < version.Contents.Count; place++)
        {
            var content = version.Contents[place];
            var wording = Take(version, content);

            // Two attributions may hold the very same span, and lead to different people.
            var folded = content.Text.Folded;
            ref var repetition = ref CollectionsMarshal.GetValueRefOrAddDefault(repetitions, (content.Span.Start, folded), out _);
            var evidence = StatementId.Of(version.Analysis.Document.Id, content.Span.Start, repetition == 0 ? folded : $"{folded}\n{repetition}");
            repetition++;
            session.Execute(
                "update content set wording = $2, evidence = $3, place = $4, point_start = $5, point_end = $6, day = $7 where number = $1",
                content.Number, wording.Number, evidence, (long)place, (long)points.FromUtf16(content.Span.Start), (long)points.FromUtf16(content.Span.End), RowValues.Of(version.DayOf(content)));
        }
    }

    private Wording Take(UnlinkedVersion version, UnlinkedContent content)
    {
        var (text, language, day) = (content.Text, version.Analysis.Language, version.DayOf(content));
        if (content.Speaker is not { } speaker)
        {
            // Nobody's words are compared with nobody's.
            _alone.Add(content.Number);
            return _wordings.Create(text, language, null, day);
        }

        var candidates = search.Next(version.Query(content), content.AskedOf);
        if (Same(candidates, text, other => other.Is(text, language)) is { } same)
        {
            TellAgain(same, [day], candidates);
            return same;
        }

        var created = _wordings.Create(text, language, speaker, day);
        _new.Add((created, candidates));
        return created;
    }

    // The same words share all keys.
    private Wording? Same(IReadOnlyList<LinkedWording> candidates, StatementText text, Func<Wording, bool> isSame) =>
        candidates.TakeWhile(candidate => candidate.Shared == text.LinkKeys.Count).Select(candidate => _wordings.Find(candidate.Number)).FirstOrDefault(other => other is not null && isSame(other));

    private void Index(long content, StatementText text, IReadOnlyList<string> heading, long? speaker, string? outlet, DateOnly? day, SpeechAct act)
    {
        var facets = new List<string>(Facet.OfDay(day)) { Facet.Act(act) };
        if (speaker is { } row)
            facets.Add(Facet.Speaker(row));
        if (outlet is not null)
            facets.Add(Facet.Outlet(outlet));
        index.AddContent(content, new IndexedContent(text.Stems, text.Folded, heading, facets));
    }

    /// <summary>Indexes the contents of a wording anew, for another speaker.</summary>
    private void Reindex(Wording wording, long speaker)
    {
        var contents = session.All(
            "select c.number, v.number, v.outlet, c.day, a.act from content c join attribution a on a.number = c.attribution join version v on v.number = a.version where c.wording = $1",
            row => (Number: row.GetInt64(0), Version: row.GetInt64(1), Outlet: row.Text(2), Day: row.Day(3), Act: row.Name<SpeechAct>(4)), wording.Number);
        foreach (var (number, version, outlet, day, act) in contents)
        {
            index.RemoveContent(number);
            Index(number, wording.Text, Headings.Words(Headings.Read(session, version, reader())), speaker, outlet, day, act);
        }
    }

    private void TakeAwayWordings()
    {
        foreach (var (number, days) in _left)
        {
            if (_wordings.Find(number) is not { } wording)
                continue;
            var left = _wordings.DaysOf(number);
            if (left.Count == 0)
            {
                LinkAnew(wording, except: number);
                _wordings.Delete(wording);
                _new.RemoveAll(added => added.Wording == wording);
                continue;
            }

            _wordings.SetDays(wording, left);
            if (days.IsSubsetOf(left))
                _changed.Add(wording.Component);
            else
                LinkAnew(wording);
        }
    }

    /// <summary>Takes apart what a wording held together, or may have, and links it anew.</summary>
    private void LinkAnew(Wording wording, long? except = null)
    {
        if (wording.Speaker is not { } speaker)
            return;
        _changed.Remove(wording.Component);
        _groupings.ForgetWritten();
        foreach (var member in _wordings.Dissolve(wording.Component).Where(member => member != except).Select(member => _wordings.Find(member)!))
            _new.Add((member, _wordings.Candidates(member, speaker)));
    }

    private void LinkNewWordings()
    {
        foreach (var (wording, candidates) in _new)
        {
            foreach (var (number, shared) in candidates)
            {
                // One may be gone since, or gone over to another speaker.
                if (number == wording.Number || _wordings.Find(number) is not { } candidate || candidate.Speaker != wording.Speaker || candidate.Component == wording.Component || !AreLinked(wording, candidate, shared))
                    continue;
                _changed.Remove(wording.Component);
                _changed.Remove(candidate.Component);
                _wordings.Join(wording.Component, candidate.Component);
            }

            LinkJoined(wording);
            _changed.Add(wording.Component);
        }

        // Where a component went up in another after it was noted, the other stands for it.
        foreach (var (wording, _) in _new)
            _changed.Add(wording.Component);
    }

    private static bool AreLinked(Wording one, Wording other, int shared)
    {
        var areNear = StatementTimes.AreNear(one.Days, other.Days);
        if (!areNear && shared * StatementTimes.SharedLater < Math.Min(one.Text.LinkKeys.Count, other.Text.LinkKeys.Count))
            return false;
        var comparison = StatementComparer.Compare(one.Text, other.Text);
        return comparison.AreOne && (areNear || comparison.IsLasting);
    }

    /// <summary>Divides the contents of a component into statements.</summary>
    private void Divide(long component)
    {
        var contents = session.All(ComponentContent.Query, ComponentContent.Read, component).ConvertAll(Complete);
        if (contents.Count == 0)
            return; // It went up in another.
        var speaker = _wordings.Find(component) is { } first ? first.Speaker : _wordings.Find(_wordings.OfComponent(component)[0])!.Speaker;
        var same = contents.ToLookup(content => content.Content);
        var groups = _groupings.Group(component, [.. same.Select(contents => contents.Key)])
            .Select(group => (Group: group, Contents: group.Contents.SelectMany(content => same[content]).ToList())).ToList();
        if (!sides.AreThere)
        {
            _groupings.NoteWritten(component, groups.ConvertAll(group => (group.Group, WriteChanged(component, speaker, group.Group, group.Contents))));
            return;
        }

        foreach (var statement in contents.Select(content => content.Statement).OfType<long>())
            _statementsLeft.Add(statement);
        foreach (var (fullest, members) in Decided(groups.ConvertAll(group => (group.Group.Fullest.Folded, group.Contents))))
            Write(speaker, fullest, members);
    }

    /// <summary>Writes the statement of a group, unless it stands as it was written before.</summary>
    /// <returns>Its row.</returns>
    private long WriteChanged(long component, long? speaker, StatementGroup group, List<ComponentContent> contents)
    {
        if (_groupings.FindWritten(component, group) is { } written && contents.TrueForAll(content => content.Statement == written))
            return written;
        foreach (var content in contents)
        {
            if (content.Statement is { } statement)
                _statementsLeft.Add(statement);
        }

        return Write(speaker, group.Fullest.Folded, contents);
    }

    private void StandAlone(long number)
    {
        foreach (var content in session.All(ComponentContent.AloneQuery, ComponentContent.Read, number).ConvertAll(Complete))
            Write(null, content.Content.Text.Folded, [content]);
    }

    private ComponentContent Complete((long Wording, Func<StatementText, ComponentContent> Complete) row) => row.Complete(_wordings.Find(row.Wording)!.Text);

    private long Write(long? speaker, string fullestWords, List<ComponentContent> contents)
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

        return statement;
    }
}
