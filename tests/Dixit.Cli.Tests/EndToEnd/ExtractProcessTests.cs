// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.EndToEnd;

/// <summary>The real program, from its arguments to its exit status.</summary>
public sealed class ExtractProcessTests : IDisposable
{
    private const string Article = "« Le bac ne fermera pas », a déclaré mardi Odile Kermarrec.\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Extract_File_WritesALineOfTheContractAndASummary()
    {
        var run = Run("extract", _folder.Write("bac.txt", Article), "--date", "2024-03-06", "--outlet", "Le Fanal");
        Assert.Equal(0, run.Status);
        using var json = JsonDocument.Parse(Assert.Single(LinesOf(run.Output)));
        Assert.Equal("bac", json.RootElement.GetProperty("id").GetString());
        Assert.Equal(Article, json.RootElement.GetProperty("text").GetString());
        Assert.Equal("Le Fanal", json.RootElement.GetProperty("outlet").GetString());
        Assert.StartsWith("1 document, ", run.Error);
    }

    [Fact]
    public void Extract_Quiet_WritesNothingButTheResult() =>
        Assert.Equal("", Run("extract", "--quiet", _folder.Write("bac.txt", Article)).Error);

    [Fact]
    public void Extract_JsonLinesOnStandardInput_AreDocuments()
    {
        var run = DixitProcess.Run(["extract", "-"], Encoding.UTF8.GetBytes("{\"id\":\"a\",\"text\":\"Un.\"}\n{\"id\":\"b\",\"text\":\"Deux.\"}\n"));
        Assert.Equal(0, run.Status);
        Assert.Equal(["a", "b"], LinesOf(run.Output).Select(IdOf));
    }

    [Fact]
    public void Extract_TextOnStandardInput_IsOneDocument()
    {
        var run = DixitProcess.Run(["extract", "-", "--text"], Encoding.UTF8.GetBytes(Article));
        Assert.Equal(0, run.Status);
        Assert.Equal("stdin", IdOf(Assert.Single(LinesOf(run.Output))));
    }

    [Fact]
    public void Extract_BrokenLine_IsToldWithItsPlaceAndTheRestIsDone()
    {
        var run = Run("extract", _folder.Write("n.jsonl", "{\"id\":\"a\",\"text\":\"Un.\"}\n{\"id\":\"b\",\"text\": oups}\n{\"id\":\"c\",\"text\":\"Trois.\"}\n"));
        Assert.Equal(1, run.Status);
        Assert.Equal(["a", "c"], LinesOf(run.Output).Select(IdOf));
        Assert.Matches(@"(?m)^DX1006: .*n\.jsonl line 2, column \d+: ", run.Error);
        Assert.Contains("1 problem,", run.Error);
    }

    [Fact]
    public void Extract_PathThatIsNotThere_IsToldAndTheRestIsDone()
    {
        var run = Run("extract", _folder.PathOf("absent.txt"), _folder.Write("bac.txt", Article));
        Assert.Equal(1, run.Status);
        Assert.Equal("bac", IdOf(Assert.Single(LinesOf(run.Output))));
        Assert.StartsWith("DX1001: ", run.Error);
    }

    [Fact]
    public void Extract_Binary_IsToldWithoutATrace()
    {
        File.WriteAllBytes(_folder.PathOf("x.txt"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);
        var run = Run("extract", _folder.PathOf("x.txt"));
        Assert.Equal(1, run.Status);
        Assert.StartsWith("DX10", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("table")]
    [InlineData("marked")]
    public void Extract_AnyNumberOfJobs_WritesTheSame(string format)
    {
        var lines = Enumerable.Range(0, 300).Select(i => $"{{\"id\":\"d{i}\",\"text\":\"{string.Concat(Enumerable.Repeat("« Non », a dit Odile Kermarrec. ", i % 40))}Fin {i}.\"}}");
        var path = _folder.Write("n.jsonl", string.Join('\n', lines));
        var alone = Run("extract", path, "--format", format, "--jobs", "1", "--quiet");
        var together = Run("extract", path, "--format", format, "--jobs", "8", "--quiet");
        Assert.Equal(0, alone.Status);
        Assert.True(alone.Output.Length > 5_000);
        Assert.Equal(alone.Output, together.Output);
    }

    [Fact]
    public void Extract_Out_WritesTheFileAndNothingElse()
    {
        var result = _folder.PathOf("r.jsonl");
        var run = Run("extract", _folder.Write("bac.txt", Article), "--out", result);
        Assert.Equal(0, run.Status);
        Assert.Equal("", run.Output);
        Assert.Equal("bac", IdOf(Assert.Single(File.ReadAllLines(result))));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void Extract_OutWhereThereIsNoFolder_IsAProblem()
    {
        var run = Run("extract", _folder.Write("bac.txt", Article), "--out", _folder.PathOf("non/r.jsonl"));
        Assert.Equal(1, run.Status);
        Assert.StartsWith("DX2001: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public void Extract_OutAmongTheInputs_LeavesItAsItWas()
    {
        _folder.Write("a.txt", Article);
        var result = _folder.Write("r.jsonl", "{\"id\":\"ancien\",\"text\":\"Ancien.\"}");
        var run = Run("extract", _folder.Path, "--out", result);
        Assert.Equal(1, run.Status);
        Assert.Contains("is one of the inputs", run.Error);
        Assert.Contains("ancien", File.ReadAllText(result));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void Extract_Json_IsOneObjectWithItsProblems()
    {
        var run = Run("extract", "--json", _folder.Write("bac.txt", Article), _folder.PathOf("absent.txt"));
        Assert.Equal(1, run.Status);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("bac", json.RootElement.GetProperty("documents")[0].GetProperty("id").GetString());
        Assert.Equal("DX1001", json.RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Extract_TableIntoAPipe_HasNoColourUnlessForced()
    {
        var path = _folder.Write("bac.txt", Article);
        Assert.DoesNotContain('\e', Run("extract", path, "--format", "table").Output);
        Assert.Contains('\e', DixitProcess.Run(["extract", path, "--format", "table"], environment: ("FORCE_COLOR", "1")).Output);
        Assert.DoesNotContain('\e', DixitProcess.Run(["extract", path, "--format", "table"], null, null, ("FORCE_COLOR", "1"), ("NO_COLOR", "1")).Output);
    }

    [Fact]
    public void Extract_Pattern_FindsItsFilesInOrder()
    {
        Directory.CreateDirectory(_folder.PathOf("sous/plus"));
        _folder.Write("sous/plus/b.txt", Article);
        _folder.Write("sous/a.txt", Article);
        _folder.Write("sous/c.md", Article);
        var run = DixitProcess.Run(["extract", "sous/**/*.txt"], folder: _folder.Path);
        Assert.Equal(0, run.Status);
        Assert.Equal(2, LinesOf(run.Output).Length);
    }

    [Fact]
    public void Extract_ReaderGoneAway_EndsQuietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes end differently there.");
        using var process = DixitProcess.Start(["extract", "-", "--jobs", "2"]);
        var error = Task.Run(() => DixitProcess.ReadAll(process.StandardError.BaseStream));
        process.StandardOutput.Close();
        try
        {
            for (var i = 0; i < 5000; i++)
                process.StandardInput.Write($"{{\"id\":\"d{i}\",\"text\":\"{Article.TrimEnd()}\"}}\n");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // dixit has ended already, which is what is asked of it.
        }

        var run = DixitProcess.End(process, Task.FromResult(""), error);
        Assert.Equal(0, run.Status);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("explain")]
    [InlineData("--help")]
    public void StandardOutput_OnAFullDisk_IsAProblem(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full here.");
        var run = RunInShell($"{command} '{_folder.Write("bac.txt", Article)}' > /dev/full");
        Assert.StartsWith("DX2001: standard output: cannot be written: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal(1, run.Status);
    }

    [Fact]
    public void StandardOutput_Closed_IsAProblem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh there.");
        var run = RunInShell($"extract '{_folder.Write("bac.txt", Article)}' >&-");
        Assert.StartsWith("DX2001: standard output: cannot be written: ", run.Error);
        Assert.Equal(1, run.Status);
    }

    [Fact]
    public void StandardError_Closed_TakesNothingFromTheResult()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh there.");
        var run = RunInShell($"extract '{_folder.Write("bac.txt", Article)}' '{_folder.PathOf("absent.txt")}' 2>&-");
        Assert.Equal("bac", IdOf(Assert.Single(LinesOf(run.Output))));
        Assert.Equal(1, run.Status);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Extract_Stopped_LeavesNothingHalfDone(string signal, int status)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals there.");
        var result = _folder.Write("r.jsonl", "ancien");
        using var process = DixitProcess.Start(["extract", "-", "--out", result]);
        var error = Task.Run(() => DixitProcess.ReadAll(process.StandardError.BaseStream));
        process.StandardInput.Write($"{{\"id\":\"a\",\"text\":\"Un.\"}}\n");
        process.StandardInput.Flush();
        while (Directory.GetFileSystemEntries(_folder.Path).Length < 2)
            Thread.Sleep(10);
        System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        var run = DixitProcess.End(process, Task.FromResult(""), error);
        Assert.Equal(status, run.Status);
        Assert.Equal("ancien", File.ReadAllText(result));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task Extract_StandardInputThatStaysOpen_AnswersEachLineAtOnce()
    {
        using var process = DixitProcess.Start(["extract", "-", "--jobs", "2"]);
        // What tells the kind of an input is looked for in its first 4096 bytes, so that many have to come.
        process.StandardInput.Write($"{{\"id\":\"a\",\"text\":\"{new string('x', 5000)}\"}}\n");
        process.StandardInput.Flush();
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("a", IdOf(line!));
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static ProcessResult RunInShell(string commandLine)
    {
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", $"dotnet '{DixitProcess.AssemblyPath}' {commandLine}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = Task.Run(() => DixitProcess.ReadAll(shell.StandardOutput.BaseStream));
        var error = Task.Run(() => DixitProcess.ReadAll(shell.StandardError.BaseStream));
        return DixitProcess.End(shell, output, error);
    }

    private static ProcessResult Run(params string[] arguments) => DixitProcess.Run(arguments);

    private static string[] LinesOf(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? IdOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("id").GetString();
    }
}
