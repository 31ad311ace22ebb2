// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Ledgers;

/// <summary>A ledger of the samples, read once for all tests that only ask.</summary>
public sealed class SampleLedger : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleLedger()
    {
        Path = _folder.PathOf("samples.db");
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Success, terminal.Run("read", Repository.PathOf("samples"), "--ledger", Path, "--quiet"));
    }

    public string Path { get; }

    /// <summary>What a command over the ledger prints; it must succeed and print nothing on standard error.</summary>
    internal string Ask(params string[] arguments)
    {
        using var terminal = new TestTerminal();
        Assert.True(terminal.Run([.. arguments, "--ledger", Path]) == ExitStatus.Success, terminal.Error);
        Assert.Equal("", terminal.Error);
        return terminal.Output;
    }

    public void Dispose() => _folder.Dispose();
}
