// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>Looks for the wordings of a speaker that may say what a content says.</summary>
/// <remarks>
/// A look-up reads a few pages all over a large table, and a batch has thousands. So a thread of its own does them ahead, in what the last commit left, while the
/// contents are taken in one after the other; what the batch itself brought or told again is found in memory. Where the batch changed a speaker's wordings in
/// another way, look-ups wait until they are needed and are done in the batch. The answers are the same either way.
/// </remarks>
internal sealed class CandidateSearch(SqlSession session, SqlDialect dialect) : IDisposable
{
    private const int WorthAThread = 64;

    private readonly HashSet<long> _changed = []; // speakers, since the last commit
    private readonly Dictionary<(long Speaker, long Key), List<Wording>> _told = [];
    private readonly HashSet<long> _toldNumbers = [];
    private readonly Dictionary<Wording, int> _shared = [];
    private Ahead? _ahead;
    private SqlSession? _committed;
    private bool _isInStep;

    /// <summary>Notes that all that was changed is committed.</summary>
    public void NoteCommit()
    {
        _changed.Clear();
        _isInStep = true;
    }

    /// <summary>Looks nothing up ahead before the next commit: the tables are changed at large, or what was changed is dropped.</summary>
    public void Stop()
    {
        End();
        _changed.Clear();
        _isInStep = false;
    }

    /// <summary>Notes that the wordings of a speaker were changed.</summary>
    public void NoteChange(long speaker) => _changed.Add(speaker);

    /// <summary>Notes a wording that is new, or was told on another day than before.</summary>
    public void NoteTold(Wording wording)
    {
        if (wording.Speaker is not { } speaker)
            return;
        if (_ahead is null || _changed.Contains(speaker))
        {
            _changed.Add(speaker);
            return;
        }

        if (!_toldNumbers.Add(wording.Number))
            return;
        foreach (var key in wording.Text.LinkKeys)
        {
            ref var wordings = ref CollectionsMarshal.GetValueRefOrAddDefault(_told, (speaker, key), out _);
            (wordings ??= new List<Wording>(1)).Add(wording);
        }
    }

    /// <summary>Begins to look ahead for about so many contents, if that is worth it; <see cref="End"/> ends it.</summary>
    public void Begin(int contents)
    {
        if (_isInStep && contents >= WorthAThread)
            _ahead = new Ahead(LookAhead);
    }

    /// <summary>Has something looked for ahead, if that is possible. What was taken must be asked for in the order in which it was.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryAsk(CandidateQuery query)
    {
        if (_ahead is null || _changed.Contains(query.Speaker))
            return false;
        _ahead.Queries.Add(query);
        return true;
    }

    /// <summary>The rows of a speaker's wordings that share enough keys with a text to be compared, those that share most first.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="askedOf">Whose it was when it was taken to be looked for ahead, or null where it was not.</param>
    public IReadOnlyList<LinkedWording> Next(CandidateQuery query, long? askedOf)
    {
        var found = askedOf is null ? null : _ahead!.Next();
        return found is null || askedOf != query.Speaker || _changed.Contains(query.Speaker) ? Find(session, query) : WithTold(query, found);
    }

    /// <summary>The same, of what is not looked for ahead.</summary>
    public IReadOnlyList<LinkedWording> Find(CandidateQuery query) => Find(session, query);

    /// <summary>Ends what <see cref="Begin"/> began.</summary>
    public void End()
    {
        _ahead?.Dispose();
        _ahead = null;
        foreach (var (speaker, _) in _told.Keys)
            _changed.Add(speaker);
        _told.Clear();
        _toldNumbers.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        _committed?.Dispose();
    }

    private void LookAhead(Ahead ahead)
    {
        _committed ??= dialect.OpenReader(ReaderUse.LookingAhead);
        _committed.Begin();
        try
        {
            foreach (var query in ahead.Queries.GetConsumingEnumerable())
                ahead.Found.Add(Find(_committed, query));
        }
        finally
        {
            _committed.RollBack();
        }
    }

    private IReadOnlyList<LinkedWording> Find(SqlSession where, CandidateQuery query) =>
        dialect.FindLinked(where, query.Speaker, query.Text.LinkKeys, query.Text.IsShort, query.Near);

    private IReadOnlyList<LinkedWording> WithTold(CandidateQuery query, IReadOnlyList<LinkedWording> found)
    {
        foreach (var key in query.Text.LinkKeys)
        {
            if (!_told.TryGetValue((query.Speaker, key), out var wordings))
                continue;
            foreach (var wording in wordings)
                CollectionsMarshal.GetValueRefOrAddDefault(_shared, wording, out _)++;
        }

        if (_shared.Count == 0)
            return found;
        var all = new List<LinkedWording>(found);
        foreach (var (wording, shared) in _shared)
        {
            if (query.Takes(wording, shared) && !all.Exists(other => other.Number == wording.Number))
                all.Add(new LinkedWording(wording.Number, shared));
        }

        _shared.Clear();
        all.Sort((one, other) => one.Shared != other.Shared ? other.Shared.CompareTo(one.Shared) : one.Number.CompareTo(other.Number));
        return all;
    }

    /// <summary>A thread that looks ahead, with what it has to look for and what it found.</summary>
    private sealed class Ahead : IDisposable
    {
        private readonly Task _work;

        public Ahead(Action<Ahead> look) => _work = Task.Run(() =>
        {
            try
            {
                look(this);
            }
            finally
            {
                Found.CompleteAdding();
            }
        });

        public BlockingCollection<CandidateQuery> Queries { get; } = [];

        public BlockingCollection<IReadOnlyList<LinkedWording>> Found { get; } = [];

        /// <summary>What was found for the next of the queries.</summary>
        public IReadOnlyList<LinkedWording> Next()
        {
            if (Found.TryTake(out var found, Timeout.Infinite))
                return found;
            _work.GetAwaiter().GetResult(); // tells what went wrong
            throw new InvalidOperationException("More was asked for than was looked for.");
        }

        public void Dispose()
        {
            // What is left is of no use: the batch was dropped. What went wrong was told, or nobody needs to know.
            Queries.CompleteAdding();
            while (Queries.TryTake(out _))
            {
            }

            _work.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
            Queries.Dispose();
            Found.Dispose();
        }
    }
}
