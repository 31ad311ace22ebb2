// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Watching;

/// <summary>A line on the screen that says what is waited for, once that takes longer than a moment; nothing where nobody looks. For one thread.</summary>
internal sealed class WaitLine(Terminal terminal)
{
    private static readonly TimeSpan _redrawEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>Waits until all is done, or it is cancelled.</summary>
    /// <param name="tasks">What is waited for.</param>
    /// <param name="describe">What to say, by what is still going on and how long that has been.</param>
    /// <param name="cancellation">Ends the waiting by an <see cref="OperationCanceledException"/>.</param>
    public void WaitAll(Task[] tasks, Func<IReadOnlyList<int>, TimeSpan, string> describe, CancellationToken cancellation)
    {
        if (!terminal.ErrorCanRedraw)
        {
            Task.WaitAll(tasks, cancellation);
            return;
        }

        var watch = Stopwatch.StartNew();
        try
        {
            while (!Task.WaitAll(tasks, (int)_redrawEvery.TotalMilliseconds, cancellation))
            {
                if (watch.Elapsed > _patience)
                    Draw(describe([.. Enumerable.Range(0, tasks.Length).Where(index => !tasks[index].IsCompleted)], watch.Elapsed));
            }
        }
        finally
        {
            Erase();
        }
    }

    /// <summary>Waits for a time.</summary>
    /// <param name="time">How long.</param>
    /// <param name="what">What to say meanwhile.</param>
    /// <param name="cancellation">Ends the waiting by an <see cref="OperationCanceledException"/>.</param>
    public void Sleep(TimeSpan time, string what, CancellationToken cancellation)
    {
        if (time <= TimeSpan.Zero)
            return;
        if (terminal.ErrorCanRedraw && time > _patience)
            Draw(what);
        try
        {
            if (cancellation.WaitHandle.WaitOne(time))
                cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            Erase();
        }
    }

    private void Draw(string line) => terminal.Error.Write($"\r\e[K{VisibleText.Shorten(line, terminal.Width - 1)}");

    private void Erase()
    {
        if (terminal.ErrorCanRedraw)
            terminal.Error.Write("\r\e[K");
    }
}
