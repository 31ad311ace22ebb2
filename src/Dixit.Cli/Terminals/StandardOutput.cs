// SPDX-License-Identifier: Apache-2.0
using Microsoft.Win32.SafeHandles;

namespace Dixit.Cli.Terminals;

/// <summary>Opens standard output so that a reader that has gone away (<c>| head</c>) is noticed.</summary>
internal static class StandardOutput
{
    /// <summary>The stream; writing to a closed pipe throws <see cref="IOException"/>.</summary>
    /// <remarks>
    /// On Unix the console's own stream swallows a broken pipe, so a run over a million documents would go on
    /// writing to nobody. A plain file keeps the console's stream, as a <see cref="FileStream"/> would write at an
    /// offset of its own and overwrite what another process (or standard error) put in the same file.
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!stream.CanSeek)
                return stream;
            stream.Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Standard output is closed: the console's stream drops what is written, as it should.
        }

        return Console.OpenStandardOutput();
    }
}
