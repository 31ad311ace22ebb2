// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Dixit.Reading;

namespace Dixit.Web.Jobs;

/// <summary>Documents that are to be read into the ledger, and how far that is. For any number of threads.</summary>
/// <param name="open">Reads the inputs; what it returns is disposed of when all is over.</param>
/// <param name="inputs">How many inputs there are; each may hold many documents.</param>
/// <param name="folder">Where the inputs are kept until they are read, or null.</param>
internal sealed class ReadJob(Func<CancellationToken, IEnumerable<ReadResult>> open, int inputs, string? folder) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JobState _state = new();

    /// <summary>Nobody guesses it.</summary>
    public string Id { get; } = "r-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public int Inputs => inputs;

    /// <summary>The file with what another ledger exported, which is taken in as it is; null where texts are read.</summary>
    public string? Imports { get; init; }

    public JobState State => Volatile.Read(ref _state);

    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Reads the inputs.</summary>
    public IEnumerable<ReadResult> Read(CancellationToken cancellation) => open(cancellation);

    /// <summary>Ends it between two documents.</summary>
    public void Stop() => _stopping.Cancel();

    /// <summary>Changes the state; for the one who does the job.</summary>
    public void Change(Func<JobState, JobState> change)
    {
        Volatile.Write(ref _state, change(State));
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>The states, the present one first, until it is over; those that change faster than they are taken are left out.</summary>
    public async IAsyncEnumerable<JobState> Follow([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            var state = State;
            yield return state;
            if (state.IsOver)
                yield break;
            await changed.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        if (folder is not null && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
