// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>Shares the one writer that a ledger takes at a time: while documents are read in, corrections go in between.</summary>
internal sealed class LedgerWriting(ILedger ledger)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private ILedgerWriter? _writer;
    private int _users;

    /// <summary>Works with the writer, which is opened for the first who needs it and closed after the last.</summary>
    /// <exception cref="LedgerException">Another process writes.</exception>
    public T With<T>(Func<ILedgerWriter, T> work)
    {
        var writer = Take();
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
        lock (_lock)
        {
            _writer ??= ledger.OpenWriter(new WriterOptions { Wait = _patience });
            _users++;
            return _writer;
        }
    }

    private void Release()
    {
        lock (_lock)
        {
            if (--_users > 0)
                return;
            _writer!.Dispose();
            _writer = null;
        }
    }
}
