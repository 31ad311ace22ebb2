// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Dixit.Cli;

/// <summary>Turns the first Ctrl-C (or SIGTERM) into a cancellation, so that nothing is left half done; the second one kills.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _status = ExitStatus.Interrupted;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, ExitStatus.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, ExitStatus.Terminated));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit status that tells of the signal.</summary>
    public int Status => _status;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext signal, int status)
    {
        if (_source.IsCancellationRequested)
            return;
        signal.Cancel = true;
        _status = status;
        _source.Cancel();
    }
}
