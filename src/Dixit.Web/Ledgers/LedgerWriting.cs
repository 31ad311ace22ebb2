// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>Shares the one writer that a ledger takes at a time: while documents are read in, corrections go in between.</summary>
internal sealed class LedgerWriting(ILedger ledger)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private readonly object _gate = new();
    private ILedgerWriter? _writer;
    private int _users;

    /// <summary>Works with the writer, which is opened for the first who needs it and closed after the last.</summary>
    /// <exception cref="LedgerException">Another process writes.</exception>
    public T With<T>(Func<ILedgerWriter, T> work) => Work(Take(), work);

    /// <summary>Works with a writer for documents that this engine did not find, once nobody has another; who needs one meanwhile shares it.</summary>
    /// <param name="engine">What stands for the version of the engine.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Ends the wait for those who write already.</param>
    /// <exception cref="LedgerException">Another process writes.</exception>
    public T WithOwn<T>(string engine, Func<ILedgerWriter, T> work, CancellationToken cancellation) => Work(TakeOwn(engine, cancellation), work);

    private T Work<T>(ILedgerWriter writer, Func<ILedgerWriter, T> work)
    {
        try
        {
            return work(writer);
        }
        finally
        {
            Release();
        }
    }

    private ILedgerWriter Take()
    {
        lock (_gate)
        {
            _writer ??= ledger.OpenWriter(new WriterOptions { Wait = _patience });
            _users++;
            return _writer;
        }
    }

    private ILedgerWriter TakeOwn(string engine, CancellationToken cancellation)
    {
        lock (_gate)
        {
            while (_users > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate, TimeSpan.FromMilliseconds(200));
            }

            _writer = ledger.OpenWriter(new WriterOptions { Engine = engine, Wait = _patience }, cancellation);
            _users++;
            return _writer;
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            if (--_users > 0)
                return;
            _writer!.Dispose();
            _writer = null;
            Monitor.PulseAll(_gate);
        }
    }
}
