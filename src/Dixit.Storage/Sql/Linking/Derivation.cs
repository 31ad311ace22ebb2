// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;
using Dixit.Storage.Sql.Decisions;

namespace Dixit.Storage.Sql.Linking;

/// <summary>Keeps speakers and statements in step with what was read.</summary>
internal sealed class Derivation : IDisposable
{
    // Raised whenever the same documents would give other speakers or statements; older ledgers are then derived anew.
    private const string Current = "8";
    private const int VersionsAtOnce = 256;

    private readonly SqlSession _session;
    private readonly SqlDialect _dialect;
    private readonly Func<StatementReader> _reader;
    private readonly StatementLinker _statements;
    private readonly SpeakerRows _speakers;
    private readonly PeopleRows _people;
    private readonly SideRows _sides;
    private readonly RecentContents _recent;
    private readonly PendingIndex _index;
    private readonly CandidateSearch _search;
    private readonly List<(long Version, Analysis Analysis, AnalysisReading? Reading)> _added = [];
    private readonly List<UnlinkedVersion> _unlinked = [];
    private readonly Dictionary<long, long> _heirs = []; // while one document is linked

    public Derivation(SqlSession session, SqlDialect dialect, Func<StatementReader> reader)
    {
        (_session, _dialect, _reader) = (session, dialect, reader);
        _sides = new SideRows(session);
        _index = new PendingIndex(session, dialect);
        _search = new CandidateSearch(session, dialect);
        _statements = new StatementLinker(session, dialect, reader, _sides, _index, _search);
        _people = new PeopleRows(session);
        _speakers = new SpeakerRows(session, reader, _people) { Merged = Move };
        _recent = new RecentContents(session, reader);
    }

    /// <summary>The speakers about whom people decided something.</summary>
    public PeopleRows People => _people;

    /// <summary>What people put together in one statement, or apart.</summary>
    public SideRows Sides => _sides;

    /// <summary>Groups wordings anew after something was decided about them.</summary>
    public void Regroup(IEnumerable<long> wordings)
    {
        _statements.Regroup(wordings);
        Settle();
    }

    /// <summary>Makes one speaker of two, because somebody said so.</summary>
    public void Join(long from, long into)
    {
        _speakers.Join(from, into);
        Settle();
    }

    /// <summary>The speakers whom somebody of the list may concern.</summary>
    public IReadOnlyList<long> FindConcerned(KnownSpeaker person) => _speakers.FindConcerned(person);

    /// <summary>The keys under which somebody is to be found.</summary>
    public IReadOnlyList<string> KeysOf(KnownSpeaker person) => _speakers.Keys(person);

    /// <summary>Takes in what a speaker was said to be called just now.</summary>
    public void Renew(long speaker)
    {
        _speakers.Renew(speaker);
        Settle();
    }

    /// <summary>Lets entities go and links them again, and what they said with them.</summary>
    /// <param name="entities">Their rows.</param>
    /// <param name="before">Whose they were before, by the ids that the speakers had, where they are to be given back.</param>
    public void Relink(IReadOnlyCollection<long> entities, IReadOnlyDictionary<long, string>? before = null)
    {
        _recent.Forget(); // who said what is decided otherwise
        foreach (var version in _speakers.Relink(entities, before))
        {
            var (document, ordinal) = _session.First("select d.id, v.ordinal from version v join document d on d.number = v.document where v.number = $1", row => (row.GetString(0), row.Int(1)), version);
            var speakers = _session.All(
                "select a.ordinal, e.speaker from attribution a join entity e on e.version = a.version and e.chain = a.chain where a.version = $1 and e.speaker is not null",
                row => (Attribution: row.Int(0), Speaker: row.GetInt64(1)), version).ToDictionary(row => row.Attribution, row => row.Speaker);
            _statements.Detach(version);
            var analysis = DocumentRows.Find(_session, document, ordinal)!.Analysis;
            var reading = new AnalysisReading(analysis, _reader());
            var unlinked = new UnlinkedVersion(version, analysis, reading, _statements.ContentsOf(version, analysis, reading));
            unlinked.SetSpeakers(speakers);
            _statements.Attach([unlinked]);
        }

        Settle();
    }

    /// <summary>Notes a version whose findings were written.</summary>
    /// <param name="version">Its row.</param>
    /// <param name="analysis">What was found in it.</param>
    /// <param name="reading">Its words, where they are read already.</param>
    public void Add(long version, Analysis analysis, AnalysisReading? reading = null) => _added.Add((version, analysis, reading));

    /// <summary>Lets a version's findings go, which are about to be taken away.</summary>
    public void Remove(long version)
    {
        _added.RemoveAll(added => added.Version == version);
        _statements.Detach(version);
        _speakers.Unlink(version);
        _recent.Remove(version);
    }

    /// <summary>Brings everything in step; to be done before a commit.</summary>
    public void Settle()
    {
        _speakers.TakeAwayGone();
        _search.Begin(_added.Sum(added => added.Analysis.Attributions.Count));
        try
        {
            foreach (var (version, analysis, reading) in _added)
                LinkSpeakers(version, analysis, reading ?? new AnalysisReading(analysis, _reader()));
            _added.Clear();
            // Who is who is known now, and what each said is looked for among what that speaker said.
            _statements.Attach(_unlinked);
            _unlinked.Clear();
        }
        finally
        {
            _search.End();
        }

        _statements.Settle();
        _speakers.Settle();
        _index.Write();
    }

    /// <summary>Notes that everything is committed.</summary>
    public void NoteCommit() => _search.NoteCommit();

    /// <summary>Begins a change that may have to be undone.</summary>
    /// <returns>Undoes what is at hand of it.</returns>
    public Action BeginChange()
    {
        var gone = _index.Gone;
        return () =>
        {
            _index.TakeBack(gone);
            LetGo();
        };
    }

    /// <summary>Forgets what is known of speakers, whom a decision changes behind its back.</summary>
    public void LetGo() => _speakers.LetGo();

    /// <summary>Forgets a batch that was dropped.</summary>
    public void Forget()
    {
        _added.Clear();
        _statements.Forget();
        _speakers.Forget();
        _people.Forget();
        _sides.Forget();
        _recent.Forget();
        _index.Forget();
        _search.Stop();
        _unlinked.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _search.Dispose();

    /// <summary>Makes all anew where it was made by other rules, or not yet; whole or not at all.</summary>
    /// <param name="tell">Told how many versions of how many are done, or null.</param>
    /// <param name="cancellation">Stops between two batches; the ledger stays as it was.</param>
    public void BringUpToDate(Action<long, long>? tell, CancellationToken cancellation)
    {
        if (_session.Scalar("select engine from derivation") as string == Current)
        {
            NoteCommit();
            return;
        }

        _search.Stop();
        _session.Begin();
        if (_session.Count("select count(*) from version") > 0)
            Rebuild(tell, cancellation);
        _session.Execute("delete from derivation");
        _session.Execute("insert into derivation (engine) values ($1)", Current);
        _session.Commit();
        NoteCommit();
    }

    private void Rebuild(Action<long, long>? tell, CancellationToken cancellation)
    {
        _recent.Forget();
        _dialect.ClearIndexes(_session);
        _session.Execute("update content set wording = null, statement = null, evidence = null, place = null");
        _session.Execute("update entity set speaker = null");
        foreach (var table in (string[])["statement", "wording_told", "wording", "speaker"])
            _session.Execute($"delete from {table}");
        var versions = _session.All("select v.number, d.id, v.ordinal from version v join document d on d.number = v.document order by v.number", row => (row.GetInt64(0), row.GetString(1), row.Int(2)));
        for (var done = 0; done < versions.Count; done++)
        {
            var (version, document, ordinal) = versions[done];
            if (done % VersionsAtOnce == 0)
            {
                Settle();
                tell?.Invoke(done, versions.Count);
                cancellation.ThrowIfCancellationRequested();
            }

            Add(version, DocumentRows.Find(_session, document, ordinal)!.Analysis);
        }

        Settle();
    }

    /// <summary>Finds out whose the contents of a version are, and who turns out to be one by what they said.</summary>
    private void LinkSpeakers(long version, Analysis analysis, AnalysisReading reading)
    {
        var contents = _statements.ContentsOf(version, analysis, reading);
        _recent.Choose(analysis.Document.Id, [.. contents.Select(content => (content.Number, content.Text))]);
        var speakers = _speakers.Link(version, analysis.Document.Id, analysis.Published);
        var unlinked = new UnlinkedVersion(version, analysis, reading, contents);
        unlinked.SetSpeakers(_session.All("select ordinal, chain from attribution where version = $1 and chain is not null", row => (Id: row.Int(0), Chain: row.Int(1)), version)
            .ToDictionary(row => row.Id, row => speakers[row.Chain]));
        _unlinked.Add(unlinked);
        var spoken = contents.Where(content => content.Speaker is not null)
            .Select(content => new RecentContent(content.Number, version, content.Speaker!.Value, analysis.Document.Id, content.Span.Start, unlinked.DayOf(content), content.Text));
        _heirs.Clear();
        foreach (var proof in _recent.Add([.. spoken], _speakers.MayBeOne))
            _speakers.Prove(Heir(proof.One), Heir(proof.Other), proof.Weight);
        unlinked.Ask(_search);
    }

    private long Heir(long speaker)
    {
        while (_heirs.TryGetValue(speaker, out var heir))
            speaker = heir;
        return speaker;
    }

    private void Move(long from, long into)
    {
        _statements.Move(from, into);
        _recent.Move(from, into);
        _heirs[from] = into;
        foreach (var version in _unlinked)
            version.Move(from, into);
    }
}
