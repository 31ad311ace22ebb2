// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli;

/// <summary>What the process tells the one that started it.</summary>
internal static class ExitStatus
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A document failed, or the result could not be written; the rest was done.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>A claim is close to the record, but a word that carries meaning differs.</summary>
    public const int Altered = 3;

    /// <summary>A claim is on record, from someone else.</summary>
    public const int Misattributed = 4;

    /// <summary>A claim is not on record.</summary>
    public const int NotFound = 5;

    /// <summary>A defect of Dixit stopped the run (EX_SOFTWARE of sysexits.h).</summary>
    public const int InternalError = 70;

    /// <summary>The user stopped the run (128 and the number of SIGINT, as shells count).</summary>
    public const int Interrupted = 130;

    /// <summary>The system stopped the run (128 and the number of SIGTERM).</summary>
    public const int Terminated = 143;

    /// <summary>Each status with its meaning, for the help.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Meanings { get; } =
    [
        ("0", "All went well."),
        ("1", "Something failed, and standard error says what: a document, or writing the result. The rest was done."),
        ("2", "The command line is wrong. Nothing was done."),
        ("3, 4, 5", "The verdict of check: altered, misattributed, not found."),
        ("70", "An internal error: a defect of Dixit, please report it."),
        ("130, 143", "Stopped by Ctrl-C, or by SIGTERM."),
    ];
}
