// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Ledgers;

public class CrashTests
{
    private const int Kills = 10;
    private const int Articles = 1500;

    [Fact]
    public void Read_KilledAgainAndAgain_LeavesASoundLedgerAndEndsAsIfUndisturbed()
    {
        using var folder = new TemporaryFolder();
        var input = folder.Write("articles.jsonl", GeneratedArticles.Lines(Articles));
        var (undisturbed, killed) = (folder.PathOf("undisturbed.db"), folder.PathOf("killed.db"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(ExitStatus.Success, DixitProcess.Run(["read", input, "--ledger", undisturbed, "--quiet"]).Status);
        var whole = watch.Elapsed;

        // Anywhere from before it opens the ledger to just before it ends: each run goes on where the one before it was cut off.
        var random = new Random(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = DixitProcess.Start(["read", input, "--ledger", killed, "--quiet"]);
            process.StandardInput.Close();
            process.WaitForExit((int)(whole.TotalMilliseconds * random.NextDouble()));
            process.Kill();
            process.WaitForExit();
            if (File.Exists(killed) && new FileInfo(killed).Length > 0)
                AssertSound(killed);
        }

        Assert.Equal(ExitStatus.Success, DixitProcess.Run(["read", input, "--ledger", killed, "--quiet"]).Status);
        AssertSound(killed);
        Assert.Equal(Export(undisturbed), Export(killed));
    }

    private static void AssertSound(string ledger)
    {
        var check = DixitProcess.Run(["ledger", "check", "--ledger", ledger]);
        Assert.True(check.Status == ExitStatus.Success, check.Output + check.Error);
    }

    private static string Export(string ledger)
    {
        var export = DixitProcess.Run(["export", "--ledger", ledger]);
        Assert.Equal(ExitStatus.Success, export.Status);
        Assert.NotEmpty(export.Output);
        return export.Output;
    }
}
