// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Xunit;

namespace Dixit.Docs.Tests;

/// <summary>How <c>eval/fuzz</c> takes what it is told; what it then does is a test of the readers.</summary>
public sealed class FuzzCommandTests
{
    [Theory]
    [InlineData("-h")]
    [InlineData("--help")]
    public async Task Fuzz_AskedForHelp_PrintsItAndEnds(string argument)
    {
        var (status, output, error) = await RunAsync(argument);

        Assert.Equal((0, ""), (status, error));
        Assert.StartsWith("fuzz [SECONDS [SEED]]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SECONDS", "viele")]
    [InlineData("SECONDS", "0")]
    [InlineData("SECONDS", "-1")]
    [InlineData("SECONDS", "1.5")]
    [InlineData("SECONDS", "604801")]
    [InlineData("SEED", "5", "2147483648")]
    [InlineData("SEED", "5", "99999999999999999999999")]
    [InlineData("SEED", "5", "-3")]
    [InlineData("SEED", "5", "010")]
    [InlineData("SEED", "5", "a[$(touch x)]")]
    [InlineData("more than", "5", "5", "5")]
    public async Task Fuzz_ToldWhatItCannotDo_SaysWhatItTakes(string what, params string[] arguments)
    {
        var (status, output, error) = await RunAsync(arguments);

        Assert.Equal((2, ""), (status, output));
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Contains(arguments[^1], error, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is a script of bash.");
        using var process = Process.Start(new ProcessStartInfo(Repository.At("eval/fuzz"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
