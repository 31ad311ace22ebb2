// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Tests.Support;

/// <summary>Compares output with what a person approved of.</summary>
/// <remarks>Run with DIXIT_APPROVE=1 to write the output in its place, then review the difference like any other change.</remarks>
internal static class Approved
{
    private static readonly bool _approves = Environment.GetEnvironmentVariable("DIXIT_APPROVE") == "1";

    /// <summary>Compares with a file of this project's folder Approved.</summary>
    public static void Matches(string name, string actual) =>
        MatchesFile(Repository.PathOf("tests", "Dixit.Cli.Tests", "Approved", name), actual);

    /// <summary>Compares with any file of the repository.</summary>
    public static void MatchesFile(string path, string actual)
    {
        // Escape sequences are approved in a form that can be read.
        actual = actual.Replace("\e", "␛");
        if (_approves)
        {
            File.WriteAllText(path, actual);
            return;
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved != actual)
            Assert.Fail($"{Path.GetRelativePath(Repository.Root, path)} differs{DescribeDifference(approved, actual)}\nIf the new output is right: DIXIT_APPROVE=1 dotnet run --project tests/Dixit.Cli.Tests");
    }

    private static string DescribeDifference(string approved, string actual)
    {
        string[] old = approved.Split('\n'), now = actual.Split('\n');
        var line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line])
            line++;
        return $" on line {line + 1}\napproved: {(line < old.Length ? old[line] : "(ends)")}\nactual:   {(line < now.Length ? now[line] : "(ends)")}\n\nall of it:\n{actual}";
    }
}
