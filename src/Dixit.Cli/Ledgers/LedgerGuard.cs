// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Stands around work on a ledger: what goes wrong with it, and a user who stops it, become a line and an exit status.</summary>
internal static class LedgerGuard
{
    /// <summary>Does the work.</summary>
    /// <param name="terminal">Where to tell what went wrong.</param>
    /// <param name="work">The work, which gives the exit status.</param>
    /// <param name="interruption">What stops the work, or null where nothing does.</param>
    /// <param name="report">Whose line of progress goes away first, or null.</param>
    public static int Run(Terminal terminal, Func<int> work, Interruption? interruption = null, ReadReport? report = null)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException) when (interruption is not null)
        {
            report?.EraseProgress();
            return interruption.Status;
        }
        catch (LedgerException exception)
        {
            report?.EraseProgress();
            terminal.Error.WriteLine(VisibleText.OneLine(exception.Line));
            return ExitStatus.Failure;
        }
    }

    /// <summary>What to tell while somebody else writes.</summary>
    /// <param name="writer">Who, or null where that is not known.</param>
    public static string DescribeWait(WriterInfo? writer) => writer is null
        ? "Waiting for another process that writes to the ledger."
        : $"Waiting for process {writer.ProcessId} on {writer.Host}, which writes to the ledger since {writer.Since:yyyy-MM-dd HH:mm:ss} UTC.";
}
