// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;

namespace Dixit.Reading.Fetching;

/// <summary>Lets one request at a time go to a host, and none too soon after the one before.</summary>
internal sealed class HostTurns(TimeSpan delay)
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for its turn; disposing of the result ends it.</summary>
    /// <param name="host">The host and its port.</param>
    /// <param name="asked">What the host itself asks to wait.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<IDisposable> TakeAsync(string host, TimeSpan asked, CancellationToken cancellation)
    {
        var turns = _hosts.GetOrAdd(host, _ => new Host());
        await turns.Gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var wait = turns.Next - Environment.TickCount64;
            if (wait > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(wait), cancellation).ConfigureAwait(false);
            return new Turn(turns, asked > delay ? asked : delay);
        }
        catch
        {
            turns.Gate.Release();
            throw;
        }
    }

    private sealed class Host
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long Next { get; set; }
    }

    private sealed class Turn(Host host, TimeSpan delay) : IDisposable
    {
        public void Dispose()
        {
            host.Next = Environment.TickCount64 + (long)delay.TotalMilliseconds;
            host.Gate.Release();
        }
    }
}
