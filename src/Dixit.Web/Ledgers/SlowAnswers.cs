// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>An answer that may take longer than anybody waits for.</summary>
/// <param name="Value">The answer, or null where it is still being made and there is no earlier one.</param>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="IsCurrent">Whether the ledger is as it was then, as far as is known.</param>
internal readonly record struct SlowAnswer<T>(T? Value, DateTime At, bool IsCurrent)
    where T : class;

/// <summary>Makes answers that read much of the ledger, one at a time and apart from the requests for them: nobody waits longer than they like, and meanwhile gets the last one.</summary>
/// <remarks>For any number of threads. While somebody writes, an answer is made anew at most so often that it takes a fifth of one processor.</remarks>
internal sealed class SlowAnswers(DeskOptions options, LedgerStamp ledger, TimeProvider time) : IDisposable
{
    private const int MostKept = 64;
    private const int RestFactor = 4;
    private const int EarlierFactor = 5;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<object, Entry> _kept = [];
    private long _asked;

    /// <summary>The answer to a question.</summary>
    /// <param name="question">What equal questions have in common; a record.</param>
    /// <param name="make">Makes the answer.</param>
    /// <param name="patience">How long to wait for it; where there is an earlier one, a part of that.</param>
    /// <exception cref="LedgerException">The question cannot be answered.</exception>
    public async Task<SlowAnswer<T>> AskAsync<T>(object question, Func<ILedger, T> make, TimeSpan patience)
        where T : class
    {
        var stamp = ledger.Now;
        Entry entry;
        Task? running;
        TimeSpan wait;
        lock (_lock)
        {
            if (Find(question) is not { } found)
                return default;
            entry = found;
            if (entry.Value is not null && entry.Stamp == stamp)
                return new SlowAnswer<T>((T)entry.Value, entry.At, true);
            if (entry.Running is null && (entry.Value is null || time.GetUtcNow().UtcDateTime >= entry.NotBefore))
                entry.Running = Task.Run(() => MakeAsync(entry, make));
            (running, wait) = (entry.Running, entry.Value is null ? patience : patience / EarlierFactor);
        }

        if (running is not null && await Task.WhenAny(running, Task.Delay(wait, time)) == running)
            await running;
        lock (_lock)
        {
            return new SlowAnswer<T>((T?)entry.Value, entry.At, entry.Value is not null && entry.Stamp == ledger.Now);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task MakeAsync<T>(Entry entry, Func<ILedger, T> make)
        where T : class
    {
        await _turn.WaitAsync();
        try
        {
            var (stamp, started) = (ledger.Now, time.GetTimestamp());
            var made = make(options.Ledger);
            var (now, took) = (time.GetUtcNow().UtcDateTime, time.GetElapsedTime(started));
            lock (_lock)
            {
                (entry.Value, entry.At, entry.Stamp, entry.NotBefore) = (made, now, stamp, now + (took * RestFactor));
            }
        }
        finally
        {
            _turn.Release();
            lock (_lock)
            {
                entry.Running = null;
            }
        }
    }

    /// <summary>What is kept for a question, or a new place for it; null where all places are taken by answers that are being made.</summary>
    private Entry? Find(object question)
    {
        if (!_kept.TryGetValue(question, out var entry))
        {
            if (_kept.Count >= MostKept && !TryMakeRoom())
                return null;
            _kept.Add(question, entry = new Entry());
        }

        entry.Asked = ++_asked;
        return entry;
    }

    private bool TryMakeRoom()
    {
        var idle = _kept.Where(pair => pair.Value.Running is null).OrderBy(pair => pair.Value.Asked).FirstOrDefault();
        return idle.Key is not null && _kept.Remove(idle.Key);
    }

    private sealed class Entry
    {
        public object? Value { get; set; }

        public DateTime At { get; set; }

        public (long, long, long, long) Stamp { get; set; }

        public DateTime NotBefore { get; set; }

        public Task? Running { get; set; }

        public long Asked { get; set; }
    }
}
