// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Ledgers;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public class ExportCommandTests(SampleLedger ledger) : IClassFixture<SampleLedger>
{
    [Fact]
    public void Export_WithoutAForm_IsTheOutputContractWithIds()
    {
        var lines = ledger.Ask("export").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(16, lines.Length);
        Assert.Equal(lines, ledger.Ask("export", "--format", "jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(line).RootElement.GetProperty("attributions").ValueKind));
        Assert.Contains("\"statement\":\"s-", lines[0]);
    }

    [Fact]
    public void Export_AsCsv_HasARowForEachContent()
    {
        var contents = ledger.Ask("export").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("attributions").EnumerateArray().Sum(attribution => attribution.GetProperty("content").GetArrayLength()));

        Assert.Equal(contents + 1, ledger.Ask("export", "--format", "csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("jsonld", "@graph")]
    [InlineData("webannotation", "items")]
    public void Export_AsOneJsonDocument_IsWholeAndHasManyItems(string form, string member)
    {
        Assert.True(JsonDocument.Parse(ledger.Ask("export", "--format", form)).RootElement.GetProperty(member).GetArrayLength() > 100);
        Assert.InRange(JsonDocument.Parse(ledger.Ask("export", "--format", form, "--by", "Nadia Berkane")).RootElement.GetProperty(member).GetArrayLength(), 1, 30);
        Assert.Equal(0, JsonDocument.Parse(ledger.Ask("export", "--format", form, "--by", "Personne Ici")).RootElement.GetProperty(member).GetArrayLength());
    }

    [Fact]
    public void Export_AsQuotationGraph_HasALineForEachArticleThatQuotes()
    {
        var lines = ledger.Ask("export", "--format", "gqg").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(lines.Length, 10, 16);
        Assert.All(lines, line => Assert.NotEqual(0, JsonDocument.Parse(line).RootElement.GetProperty("quotes").GetArrayLength()));
    }

    [Fact]
    public void Export_AsTei_HasATextForEachDocument()
    {
        var corpus = System.Xml.Linq.XDocument.Parse(ledger.Ask("export", "--format", "tei")).Root!;

        Assert.Equal(16, corpus.Elements().Count(element => element.Name.LocalName == "TEI"));
        Assert.True(corpus.Descendants().Count(element => element.Name.LocalName == "said") > 150);
    }

    [Fact]
    public void Export_ToAFile_WritesTheSameAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("out.csv");

        Assert.Equal("", ledger.Ask("export", "--format", "csv", "--out", path));

        Assert.Equal(ledger.Ask("export", "--format", "csv"), File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Export_WhereThereIsNoLedger_LeavesNoFile()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.Failure, terminal.Run("export", "--ledger", folder.PathOf("none.db"), "--out", folder.PathOf("out.csv")));

        Assert.StartsWith("DX2101:", terminal.Error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Export_InAFormThatIsNone_SaysWhichThereAre()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.WrongUsage, terminal.Run("export", "--format", "json"));
        Assert.StartsWith("dixit: --format takes jsonl, csv, jsonld, tei, webannotation, gqg, not 'json'. Did you mean json", terminal.Error);
    }
}
