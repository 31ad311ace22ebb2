// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>Tells cheaply whether the ledger may have changed, and keeps answers until then.</summary>
/// <remarks>For any number of threads. What is kept is small: a few hundred answers.</remarks>
internal sealed class LedgerStamp(DeskOptions options)
{
    private const int MostKept = 256;
    private readonly Lock _lock = new();
    private readonly Dictionary<object, object> _kept = [];
    private (long, long, long, long) _stamp;

    /// <summary>An answer that was made since the ledger last changed, or a new one.</summary>
    /// <param name="question">What equal questions have in common; a record.</param>
    /// <param name="make">Makes the answer.</param>
    public T Keep<T>(object question, Func<ILedger, T> make)
        where T : class
    {
        var stamp = Read();
        lock (_lock)
        {
            if (stamp != _stamp)
                _kept.Clear();
            _stamp = stamp;
            if (_kept.TryGetValue(question, out var known))
                return (T)known;
        }

        var made = make(options.Ledger);
        lock (_lock)
        {
            // What was asked while the ledger changed may be either state's answer: it is not kept.
            if (stamp != _stamp || stamp != Read())
                return made;
            if (_kept.Count >= MostKept)
                _kept.Clear();
            _kept[question] = made;
        }

        return made;
    }

    private (long, long, long, long) Read()
    {
        var (file, journal) = (new FileInfo(options.LedgerPath), new FileInfo(options.LedgerPath + "-wal"));
        return (file.Exists ? file.Length : -1, file.Exists ? file.LastWriteTimeUtc.Ticks : 0, journal.Exists ? journal.Length : -1, journal.Exists ? journal.LastWriteTimeUtc.Ticks : 0);
    }
}
