// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Fetching;

namespace Dixit.Cli.Ledgers;

/// <summary>Notes beside a ledger what was fetched, once the ledger has kept it: never before, so that a crash loses nothing.</summary>
/// <remarks>Results are read on one thread and kept on another: what was fetched may be noted when as many results were kept as had been read by then.</remarks>
internal sealed class FetchMarks
{
    private const int MostWaiting = 32;

    private static readonly TimeSpan _fresh = TimeSpan.FromHours(24);

    private readonly FetchJournal _journal;
    private readonly DateTime _now = DateTime.UtcNow;
    private readonly Queue<(Fetched Fetched, long ReadBefore)> _waiting = [];
    private readonly object _gate = new();
    private long _read;
    private long _kept;

    private FetchMarks(FetchJournal journal) => _journal = journal;

    /// <summary>How many addresses were passed over, or found to be as they were.</summary>
    public int Passed { get; private set; }

    /// <summary>The marks of a ledger. Those of a ledger that is no longer there are forgotten.</summary>
    public static FetchMarks Beside(string ledger)
    {
        var path = ledger + ".web";
        if (!File.Exists(ledger) && File.Exists(path))
            File.Delete(path);
        return new FetchMarks(FetchJournal.Open(path));
    }

    /// <summary>Whether an address was fetched and kept less than a day ago.</summary>
    public bool IsDone(string url)
    {
        lock (_gate)
        {
            var isDone = _journal.When(url) is { } when && _now - when < _fresh;
            if (isDone)
                Passed++;
            return isDone;
        }
    }

    /// <summary>What to ask the server with, or null.</summary>
    public Validators? Known(string url)
    {
        lock (_gate)
            return _journal.Known(url);
    }

    /// <summary>Takes in what was fetched and read to its end.</summary>
    public void Add(Fetched fetched)
    {
        lock (_gate)
        {
            if (fetched.IsUnchanged)
                Passed++;
            _waiting.Enqueue((fetched with { Bytes = default }, _read));
        }
    }

    /// <summary>Takes in what was fetched for the result that is read next.</summary>
    public void AddNext(Fetched fetched)
    {
        lock (_gate)
            _waiting.Enqueue((fetched with { Bytes = default }, _read + 1));
    }

    /// <summary>Counts a result that was read.</summary>
    public void CountRead()
    {
        lock (_gate)
            _read++;
    }

    /// <summary>Counts a result that was handed to the ledger, and now and then has it kept.</summary>
    public void CountKept(Action commit)
    {
        lock (_gate)
        {
            _kept++;
            if (_waiting.Count < MostWaiting)
                return;
        }

        commit();
        Save();
    }

    /// <summary>Notes what the ledger has kept.</summary>
    public void Save()
    {
        lock (_gate)
        {
            var kept = new List<Fetched>();
            while (_waiting.TryPeek(out var next) && next.ReadBefore <= _kept)
                kept.Add(_waiting.Dequeue().Fetched);
            _journal.Note(kept, _now);
        }
    }
}
