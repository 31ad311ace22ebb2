// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text;

namespace Dixit.Cli.Tests.Support;

/// <summary>What a run of the real program left behind.</summary>
internal sealed record ProcessResult(int Status, string Output, string Error);

/// <summary>Runs the program that was built with these tests, as a process of its own.</summary>
internal static class DixitProcess
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static string AssemblyPath { get; } = Path.Combine(AppContext.BaseDirectory, "Dixit.Cli.dll");

    /// <summary>Runs to the end.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="input">Standard input, or null for an empty one.</param>
    /// <param name="folder">The current folder, or null for that of the tests.</param>
    /// <param name="environment">Variables to set.</param>
    public static ProcessResult Run(string[] arguments, byte[]? input = null, string? folder = null, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, folder, environment);
        var output = Task.Run(() => ReadAll(process.StandardOutput.BaseStream));
        var error = Task.Run(() => ReadAll(process.StandardError.BaseStream));
        process.StandardInput.BaseStream.Write(input ?? []);
        process.StandardInput.Close();
        return End(process, output, error);
    }

    /// <summary>Starts the program and leaves its streams to the caller.</summary>
    public static Process Start(string[] arguments, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [AssemblyPath, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        foreach (var name in (string[])["NO_COLOR", "FORCE_COLOR", "COLUMNS", "DOTNET_gcServer"])
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end.</summary>
    public static ProcessResult End(Process process, Task<string> output, Task<string> error)
    {
        if (!process.WaitForExit(_patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("dixit did not end within a minute.");
        }

        return new ProcessResult(process.ExitCode, output.Result, error.Result);
    }

    public static string ReadAll(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        return reader.ReadToEnd();
    }
}
