// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Terminals;

/// <summary>Tells a reader that has gone away from other failures of writing.</summary>
internal static class BrokenPipe
{
    private const int UnixBrokenPipe = 32; // EPIPE, on Linux and macOS alike.
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D); // ERROR_BROKEN_PIPE
    private const int WindowsNoData = unchecked((int)0x800700E8); // ERROR_NO_DATA: the pipe is being closed.

    /// <summary>Whether nobody reads any more.</summary>
    public static bool IsCause(IOException exception) =>
        OperatingSystem.IsWindows()
            ? exception.HResult is WindowsBrokenPipe or WindowsNoData
            : exception.HResult == UnixBrokenPipe;
}
