// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Cli.Extracting;
using Dixit.Cli.Rendering;
using Dixit.Cli.Tests.Support;
using Dixit.Documents;
using Dixit.Reading;

namespace Dixit.Cli.Tests.Extracting;

public sealed class ExtractRunTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_DefectInOneDocument_LeavesOutThatOneAlone(int jobs)
    {
        using var report = new RunReport(_terminal.Terminal, isQuiet: false, isDebug: false);
        var ids = Run(jobs, report, document => document.Id == "b" ? throw new InvalidOperationException("raté") : new Analysis { Document = document }, "a", "b", "c");
        Assert.Equal(["a", "c"], ids);
        Assert.Equal(1, report.Problems);
        Assert.StartsWith("DX9001: b.txt: internal error: InvalidOperationException: raté. The document is left out.", _terminal.Error);
        Assert.DoesNotContain("   at ", _terminal.Error);
    }

    [Fact]
    public void Run_DefectWhileDebugging_PrintsTheTrace()
    {
        using var report = new RunReport(_terminal.Terminal, isQuiet: false, isDebug: true);
        Run(1, report, _ => throw new InvalidOperationException("raté"), "a");
        Assert.Contains("   at ", _terminal.Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_Problem_IsToldInItsPlaceAndCounted(int jobs)
    {
        using var report = new RunReport(_terminal.Terminal, isQuiet: false, isDebug: false);
        ReadResult[] inputs = [ReadResult.Of(new Document("a", "A"), "a.txt"), ReadResult.Of(new ReadProblem("DX1006", "broken JSON", "n.jsonl", 12, 4))];
        new ExtractRun(document => Analyses.OfFerry, new JsonLinesFormat(), jobs).Run(inputs, _ => { }, report, CancellationToken.None);
        report.Summarise();
        Assert.Matches("^DX1006: n.jsonl line 12, column 4: broken JSON\n1 document, 6 attributions, 2 speakers, 1 problem, [0-9.]+ s\n$", _terminal.Error);
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        using var report = new RunReport(_terminal.Terminal, isQuiet: true, isDebug: false);
        Assert.Throws<OperationCanceledException>(() =>
            new ExtractRun(_ => Analyses.OfFerry, new JsonLinesFormat(), 1).Run([ReadResult.Of(new Document("a", "A"), "a")], _ => { }, report, cancellation.Token));
    }

    [Fact]
    public void Progress_OfARunThatTakesLong_IsDrawnAndTakenAway()
    {
        using var terminal = new TestTerminal(isScreen: true);
        using (var report = new RunReport(terminal.Terminal, isQuiet: false, isDebug: false))
        {
            report.Count(Analyses.OfFerry);
            // Drawn from a timer, whose thread a busy machine may keep waiting.
            for (var waited = 0; waited < 80 && !terminal.Error.Contains('\r'); waited++)
                Thread.Sleep(500);
            report.Summarise();
        }

        Assert.Matches("^(\r\e\\[K1 document, 6 attributions, [0-9]+ s)+\r\e\\[K1 document, 6 attributions, 2 speakers, 0 problems, [0-9.]+ s\n", terminal.Error);
    }

    [Fact]
    public void Progress_OfAShortRun_IsNotDrawn()
    {
        using var terminal = new TestTerminal(isScreen: true);
        using (var report = new RunReport(terminal.Terminal, isQuiet: false, isDebug: false))
            report.Summarise();
        Assert.DoesNotContain('\r', terminal.Error);
    }

    private static List<string> Run(int jobs, RunReport report, Func<Document, Analysis> analyse, params string[] ids)
    {
        var written = new List<string>();
        new ExtractRun(analyse, new JsonLinesFormat(), jobs).Run(
            ids.Select(id => ReadResult.Of(new Document(id, "Texte."), $"{id}.txt")),
            line => written.Add(Encoding.UTF8.GetString(line.Span).Split('"')[3]),
            report,
            CancellationToken.None);
        return written;
    }
}
