// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    // An emoji before the spans, which count code points; spans and speakers in every form that gold may have.
    private const string Gold = """
        {"id":"bac-1","lang":"fr","text":"🚢 « Le bac ne fermera pas », a martelé Odile Kermarrec.","attributions":[{"type":"direct","content":[[4,26]],"cue":[30,39],"source":{"start":40,"end":55},"speaker":["Odile Kermarrec","la maire"],"act":"refuse"}]}
        {"id":"bac-2","lang":"fr","text":"Selon le préfet, le pont est sûr.","attributions":[{"type":"indirect","content":[{"start":17,"end":32}],"cue":null,"source":null,"speaker":{"name":"préfet"},"optional":false}]}
        """;

    private const string Found = """
        {"id":"bac-1","text":"🚢 « Le bac ne fermera pas », a martelé Odile Kermarrec.","attributions":[{"type":"direct","content":[{"start":4,"end":26}],"speaker":{"name":"Kermarrec"},"act":"refuse","via":[]}]}
        {"id":"bac-2","text":"Selon le préfet, le pont est sûr.","attributions":[]}
        {"id":"other","text":"x","attributions":[]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Eval_WithoutPredictions_AnalysesTheTexts()
    {
        var figures = Figures("eval", _folder.Write("gold.jsonl", Gold));

        Assert.Equal(2, figures.GetProperty("documents").GetInt32());
        Assert.Equal("""{"precision":1,"recall":1,"f1":1,"tp":2,"fp":0,"fn":0}""", figures.GetProperty("who_said_what").GetRawText());
        Assert.Equal("""{"precision":1,"recall":1,"f1":1,"tp":2,"fp":0,"fn":0}""", figures.GetProperty("detection@1.0").GetRawText());
        Assert.Equal("""{"direct":{"recall":1,"of":1},"indirect":{"recall":1,"of":1}}""", figures.GetProperty("recall_by_type").GetRawText());
        Assert.Equal("""{"accuracy":null,"of":0}""", figures.GetProperty("via").GetRawText());
    }

    [Fact]
    public void Eval_WithPredictions_ComparesThem()
    {
        var figures = Figures("eval", _folder.Write("gold.jsonl", Gold), _folder.Write("found.jsonl", Found), "--errors", "5");

        Assert.Equal("""{"precision":1,"recall":0.5,"f1":0.6667,"tp":1,"fp":0,"fn":1}""", figures.GetProperty("who_said_what").GetRawText());
        Assert.Equal("""[{"document":"bac-2","kind":"missed","what":"indirect, préfet: le pont est sûr"}]""", figures.GetProperty("errors").GetRawText());
    }

    [Fact]
    public void Eval_OfAFolder_TakesADocumentAFile()
    {
        var lines = Gold.Split('\n');
        _folder.Write("a.json", lines[0]);
        _folder.Write("b.json", lines[1]);
        _folder.Write("README.md", "Rien.");

        Assert.Equal(2, Figures("eval", _folder.Path).GetProperty("documents").GetInt32());
        Assert.Equal(1, Figures("eval", _folder.Path, "--docs", "*-2").GetProperty("documents").GetInt32());
        Assert.Equal(1, Figures("eval", _folder.Path, "--docs", "!*-2").GetProperty("documents").GetInt32());
    }

    [Fact]
    public void Eval_ForPeople_IsATable()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Success, terminal.Run("eval", _folder.Write("gold.jsonl", Gold), _folder.Write("found.jsonl", Found), "--errors", "3"));

        Approved.Matches("eval.txt", terminal.Output);
    }

    [Theory]
    [InlineData("""{"id":"bac-1","text":"🚢 « Le bac ne fermera pas », a martelé Odile Kermarrec.","attributions":[]}""", "DX2021: ", "there is no prediction for a document of the gold, the first: bac-2")]
    [InlineData("""{"id":"bac-1","text":"autre","attributions":[]}{0}{"id":"bac-2","text":"autre","attributions":[]}""", "DX2022: ", "the text of bac-1 is not the gold text")]
    [InlineData("""{"id":"bac-1"}""", "DX2020: ", "line 1: is no document with attributions")]
    [InlineData("<html>", "DX2020: ", "line 1: broken JSON")]
    public void Eval_OfPredictionsThatDoNotFit_SaysWhatIsWrong(string predictions, string code, string what)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.Failure, terminal.Run("eval", _folder.Write("gold.jsonl", Gold), _folder.Write("found.jsonl", predictions.Replace("{0}", "\n"))));

        Assert.StartsWith(code, terminal.Error);
        Assert.Contains(what, terminal.Error);
        Assert.Equal("", terminal.Output);
    }

    [Fact]
    public void Eval_OfNothing_SaysSo()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.Failure, terminal.Run("eval", _folder.Write("gold.jsonl", Gold), "--docs", "nothing-*"));
        Assert.StartsWith("DX2023:", terminal.Error);
        using var other = new TestTerminal();
        Assert.Equal(ExitStatus.Failure, other.Run("eval", _folder.PathOf("none.jsonl")));
        Assert.StartsWith("DX2010:", other.Error);
    }

    private static JsonElement Figures(params string[] arguments)
    {
        using var terminal = new TestTerminal();
        Assert.True(terminal.Run([.. arguments, "--json"]) == ExitStatus.Success, terminal.Error);
        return JsonDocument.Parse(terminal.Output).RootElement;
    }
}
