// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Dixit.Storage.Sqlite;

/// <summary>What one writer at a time holds, across threads and processes. The system lets go of it when a process dies.</summary>
/// <remarks>A file beside the ledger, never the ledger itself: closing a second handle of that would drop the locks of SQLite.
/// It stays, empty, because removing it would race with whoever is about to take it.</remarks>
internal sealed class WriterLock : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Whether anybody ever took the lock.</summary>
    public static bool Exists(string ledger) => File.Exists(ledger + "-lock");

    /// <summary>Takes the lock, or returns null when it was not to be had in the time given.</summary>
    /// <param name="ledger">The path of the ledger.</param>
    /// <param name="wait">How long to try.</param>
    /// <param name="onWait">Called once, when the lock is found taken.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static WriterLock? Take(string ledger, TimeSpan wait, Action? onWait, CancellationToken cancellation)
    {
        var path = ledger + "-lock";
        var waited = Stopwatch.StartNew();
        var isTold = false;
        while (true)
        {
            try
            {
                return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
            }
            catch (DirectoryNotFoundException exception)
            {
                throw new DirectoryNotFoundException($"there is no folder {Path.GetDirectoryName(Path.GetFullPath(ledger))}", exception);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException))
            {
                // Taken, as far as can be told: no system has an exception of its own for it.
            }

            if (!isTold)
                onWait?.Invoke();
            isTold = true;
            if (waited.Elapsed >= wait)
                return null;
            cancellation.WaitHandle.WaitOne(_pause);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
