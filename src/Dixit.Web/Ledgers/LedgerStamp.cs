// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>Tells cheaply whether the ledger may have changed, and keeps answers until then.</summary>
/// <remarks>
/// For any number of threads. Who asks what another one is just asking waits for that answer. What is kept is bounded, and what was asked of late stays longest.
/// What is not kept is looked for by as many at a time as there are processors, in the order in which they came: more would not be quicker, only share the delay unequally.
/// </remarks>
internal sealed class LedgerStamp(DeskOptions options) : IDisposable
{
    private const int MostKept = 512;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private Dictionary<object, Lazy<object>> _young = [];
    private Dictionary<object, Lazy<object>> _old = [];
    private (long, long, long, long) _stamp;

    /// <summary>Changes whenever the ledger may have.</summary>
    public (long, long, long, long) Now
    {
        get
        {
            var (file, journal) = (new FileInfo(options.LedgerPath), new FileInfo(options.LedgerPath + "-wal"));
            return (file.Exists ? file.Length : -1, file.Exists ? file.LastWriteTimeUtc.Ticks : 0, journal.Exists ? journal.Length : -1, journal.Exists ? journal.LastWriteTimeUtc.Ticks : 0);
        }
    }

    /// <summary>An answer that was made since the ledger last changed, or a new one.</summary>
    /// <param name="question">What equal questions have in common; a record.</param>
    /// <param name="make">Makes the answer.</param>
    public T Keep<T>(object question, Func<ILedger, T> make)
        where T : class
    {
        var stamp = Now;
        var answer = Find(question, stamp, () => make(options.Ledger));
        try
        {
            var made = (T)answer.Value;
            // What was asked while the ledger changed may be either state's answer: it is not kept.
            if (stamp != Now)
                Forget(question, answer);
            return made;
        }
        catch
        {
            Forget(question, answer);
            throw;
        }
    }

    /// <summary>The same, in its turn where it is a new one.</summary>
    /// <param name="question">What equal questions have in common; a record.</param>
    /// <param name="make">Makes the answer.</param>
    /// <param name="cancellation">Ends the waiting for its turn.</param>
    public async Task<T> KeepAsync<T>(object question, Func<ILedger, T> make, CancellationToken cancellation)
        where T : class
    {
        if (Known<T>(question) is { } known)
            return known;
        await _turns.WaitAsync(cancellation);
        try
        {
            return Keep(question, make);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>An answer that was made since the ledger last changed, or null.</summary>
    public T? Known<T>(object question)
        where T : class
    {
        var stamp = Now;
        lock (_lock)
        {
            return stamp == _stamp && (_young.TryGetValue(question, out var known) || _old.TryGetValue(question, out known)) && known.IsValueCreated ? (T)known.Value : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private Lazy<object> Find(object question, (long, long, long, long) stamp, Func<object> make)
    {
        lock (_lock)
        {
            if (stamp != _stamp)
                (_young, _old, _stamp) = ([], [], stamp);
            if (_young.TryGetValue(question, out var known))
                return known;
            if (!_old.TryGetValue(question, out known))
                known = new Lazy<object>(make);
            if (_young.Count >= MostKept)
                (_old, _young) = (_young, []);
            _young[question] = known;
            return known;
        }
    }

    private void Forget(object question, Lazy<object> answer)
    {
        lock (_lock)
        {
            foreach (var kept in (Dictionary<object, Lazy<object>>[])[_young, _old])
            {
                if (kept.TryGetValue(question, out var known) && known == answer)
                    kept.Remove(question);
            }
        }
    }
}
