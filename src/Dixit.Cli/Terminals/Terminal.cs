// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Cli.Terminals;

/// <summary>What a run reads from and writes to, and what its screen can show.</summary>
/// <remarks>Commands see the process through this alone, so a test can stand in for it.</remarks>
internal sealed class Terminal
{
    private const int UsualWidth = 80;

    /// <summary>Standard input, undecoded.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output, where results go: UTF-8, unbuffered.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error, where problems, progress and summaries go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at the output.</summary>
    public bool OutputIsScreen { get; init; }

    /// <summary>Whether the output may carry colours.</summary>
    public bool OutputHasColour { get; init; }

    /// <summary>Whether a person looks at standard error, on a screen where a line can be drawn over.</summary>
    public bool ErrorCanRedraw { get; init; }

    /// <summary>The columns of a line.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
            Console.OutputEncoding = Encoding.UTF8;
        var outputIsScreen = !Console.IsOutputRedirected;
        var errorIsScreen = !Console.IsErrorRedirected;
        var isDumb = Variable("TERM") == "dumb";
        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            Output = StandardOutput.Open(),
            Error = new StreamWriter(new LossyStream(Console.OpenStandardError()), new UTF8Encoding(false)) { AutoFlush = true },
            OutputIsScreen = outputIsScreen,
            OutputHasColour = HasColour(outputIsScreen, isDumb),
            ErrorCanRedraw = errorIsScreen && !isDumb,
            Width = FindWidth(outputIsScreen),
        };
    }

    /// <summary>A writer over <see cref="Output"/>; the caller disposes of it to flush.</summary>
    public StreamWriter OpenOutputWriter() => new(Output, new UTF8Encoding(false), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    // See no-color.org and force-color.org: any value but the empty one counts.
    private static bool HasColour(bool isScreen, bool isDumb)
    {
        if (Variable("NO_COLOR") is not null)
            return false;
        return Variable("FORCE_COLOR") is not null || (isScreen && !isDumb);
    }

    private static int FindWidth(bool outputIsScreen)
    {
        if (int.TryParse(Variable("COLUMNS"), out var columns) && columns > 0)
            return Math.Clamp(columns, 40, 400);
        if (!outputIsScreen)
            return UsualWidth;
        try
        {
            return Console.WindowWidth > 0 ? Math.Clamp(Console.WindowWidth, 40, 400) : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth; // A screen without a size, such as a serial line.
        }
    }

    private static string? Variable(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
