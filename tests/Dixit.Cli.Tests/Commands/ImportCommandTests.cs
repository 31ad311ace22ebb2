// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Ledgers;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public sealed class ImportCommandTests(SampleLedger samples) : IClassFixture<SampleLedger>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_OfAnExport_GivesTheSameExportByteForByte()
    {
        var exported = samples.Ask("export");

        Assert.Equal((16, 0, 0), Import(exported));

        Assert.Equal(exported, Run("export"));
        Assert.Equal("The ledger is sound.\n", Run("ledger", "check"));
    }

    [Fact]
    public void Import_InTwoParts_GivesTheSameExport()
    {
        var exported = samples.Ask("export");
        var lines = exported.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Import(string.Join('\n', lines.Take(7)));
        Import(string.Join('\n', lines.Skip(7)));

        Assert.Equal(exported, Run("export"));
    }

    [Fact]
    public void Import_OfWhatIsThereAlready_ChangesNothing()
    {
        Run("read", Repository.PathOf("samples"), "--quiet");
        var before = JsonDocument.Parse(Run("show", "01-echo-fissures", "--json")).RootElement.GetRawText();

        Assert.Equal((0, 16, 0), Import(samples.Ask("export")));

        Assert.Equal(before, JsonDocument.Parse(Run("show", "01-echo-fissures", "--json")).RootElement.GetRawText());
    }

    [Fact]
    public void Import_OfAnExtraction_IsAsIfItHadBeenRead()
    {
        using var terminal = new TestTerminal();
        terminal.Run("extract", Repository.PathOf("samples"), "--format", "jsonl", "--quiet");

        Import(terminal.Output);

        Assert.Equal(samples.Ask("export"), Run("export"));
    }

    [Fact]
    public void Import_OfAnotherText_IsANewVersion()
    {
        Import(Line("a", "Ana dit oui.", "oui", 8));

        Assert.Equal((0, 0, 1), Import(Line("a", "Ana dit non.", "non", 8)));

        Assert.Contains("version 2", Run("show", "a", "--versions"));
    }

    [Fact]
    public void Import_OfTheSameIdTwice_LeavesTheSecondOut()
    {
        var (status, error) = TryImport(Line("a", "Ana dit oui.", "oui", 8) + "\n" + Line("a", "Ana dit non.", "non", 8));

        Assert.Equal(ExitStatus.Failure, status);
        Assert.Contains("DX1009: stdin: the id \"a\" was already read in this run", error);
        Assert.Contains("oui", Run("export"));
    }

    [Theory]
    [InlineData("""{"id":"a","language":"fr","attributions":[]}""", "DX1007: stdin line 1: the result has no field \"text\"")]
    [InlineData("""{"id":"a","text":null,"attributions":[]}""", "DX1007: stdin line 1: the result has no field \"text\"")]
    [InlineData("""{"id":"a","text":"Un article."}""", "DX1014: stdin line 1: \"attributions\" is missing: this is an article to be read")]
    [InlineData("""{"id":"a","text":"Un article.","attributions":[{"id":1,"type":"direct","content":[{"start":3,"end":99}]}]}""", "DX1014: stdin line 1")]
    [InlineData("<html>", "DX1006: stdin line 1, column 1: broken JSON")]
    public void Import_OfWhatIsNoResult_SaysWhatItIsAndTakesTheRest(string line, string problem)
    {
        var (status, error) = TryImport(line + "\n" + Line("b", "Ana dit oui.", "oui", 8));

        Assert.Equal(ExitStatus.Failure, status);
        Assert.StartsWith(problem, error);
        Assert.Single(Run("export").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Import_OfAFileThatIsNotThere_MakesNoLedger()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.Failure, terminal.Run("import", _folder.PathOf("none.jsonl"), "--ledger", _folder.PathOf("dixit.db")));

        Assert.StartsWith("DX2010:", terminal.Error);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Import_WithoutAFile_IsWrong()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.WrongUsage, terminal.Run("import"));
        Assert.StartsWith("dixit: import needs a FILE of JSON Lines, or - for standard input.", terminal.Error);
    }

    private static string Line(string id, string text, string content, int start) => JsonSerializer.Serialize(new
    {
        id,
        text,
        attributions = new[]
        {
            new { id = 1, type = "indirect", act = "assert", rule = "test", confidence = 0.5, content = new[] { new { start, end = start + content.Length, text = content } }, speaker = new { name = "Ana", kind = "person" } },
        },
    });

    private (int Added, int Unchanged, int Changed) Import(string lines)
    {
        using var terminal = new TestTerminal(lines);
        Assert.True(terminal.Run("import", "-", "--json", "--quiet", "--ledger", _folder.PathOf("dixit.db")) == ExitStatus.Success, terminal.Error);
        var counts = JsonDocument.Parse(terminal.Output).RootElement.GetProperty("counts");
        return (counts.GetProperty("added").GetInt32(), counts.GetProperty("unchanged").GetInt32(), counts.GetProperty("changed").GetInt32());
    }

    private (int Status, string Error) TryImport(string lines)
    {
        using var terminal = new TestTerminal(lines);
        return (terminal.Run("import", "-", "--quiet", "--ledger", _folder.PathOf("dixit.db")), terminal.Error);
    }

    private string Run(params string[] arguments)
    {
        using var terminal = new TestTerminal();
        Assert.True(terminal.Run([.. arguments, "--ledger", _folder.PathOf("dixit.db")]) == ExitStatus.Success, terminal.Error);
        return terminal.Output;
    }
}
