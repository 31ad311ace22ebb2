// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Cli.Explaining;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.EndToEnd;

/// <summary>The other commands of the real program.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private const string Article = "Titre\n\n« Le bac ne fermera pas », a déclaré mardi Odile Kermarrec.\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Version_IsPrinted()
    {
        var run = DixitProcess.Run(["--version"]);
        Assert.Equal(0, run.Status);
        Assert.Matches(@"^dixit \d+\.\d+\.\d+( \([0-9a-f]{7}\))?\n$", run.Output);
    }

    [Fact]
    public void WrongCommand_IsStatusTwoWithASuggestion()
    {
        var run = DixitProcess.Run(["extrct", "a.txt"]);
        Assert.Equal(2, run.Status);
        Assert.Equal("", run.Output);
        Assert.StartsWith("dixit: There is no command 'extrct'. Did you mean extract?", run.Error);
    }

    [Fact]
    public void NoArguments_GreetWithTwoExamples()
    {
        var run = DixitProcess.Run([]);
        Assert.Equal(0, run.Status);
        Assert.Contains("dixit extract article.txt", run.Output);
        Assert.Contains("dixit extract --format marked", run.Output);
    }

    [Fact]
    public void Explain_File_NamesItAndEndsWell()
    {
        var run = DixitProcess.Run(["explain", _folder.Write("a:b 12.txt", Article) + ":3"]);
        Assert.Equal(0, run.Status);
        Assert.StartsWith("a:b 12 · ", run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Explain_LineThatIsNotThere_IsAProblem()
    {
        var run = DixitProcess.Run(["explain", _folder.Write("a.txt", Article) + ":4"]);
        Assert.Equal(1, run.Status);
        Assert.Matches("^DX2002: .*a.txt: has no line 4, its last is 3\n$", run.Error);
    }

    [Fact]
    public void Explain_LineOfAFileOfRecords_IsItsRecord()
    {
        var path = _folder.Write("n.jsonl", "{\"id\":\"a\",\"text\":\"Un.\"}\n{\"id\":\"b\",\"text\":\"Deux.\"}\n{\"id\":\"c\",\"text\":\"Trois.\"}\n");
        var run = DixitProcess.Run(["explain", $"{path}:2", "--json"]);
        Assert.Equal(0, run.Status);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("b", Assert.Single(json.RootElement.GetProperty("documents").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public void Explain_TextOnStandardInput_IsExplained()
    {
        var run = DixitProcess.Run(["explain", "-", "--text"], Encoding.UTF8.GetBytes(Article));
        Assert.Equal(0, run.Status);
        Assert.StartsWith("stdin · ", run.Output);
    }

    [Fact]
    public void Explain_Samples_GivesEveryReasonInWords()
    {
        var run = DixitProcess.Run(["explain", Repository.PathOf("samples"), "--json"]);
        Assert.Equal(0, run.Status);
        using var json = JsonDocument.Parse(run.Output);
        var reasons = json.RootElement.GetProperty("documents").EnumerateArray()
            .SelectMany(document => document.GetProperty("unreported").EnumerateArray())
            .Select(unreported => unreported.GetProperty("reason").GetString()!).Distinct();
        Assert.All(reasons, reason => Assert.Contains(reason, Reasons.Known));
    }

    [Fact]
    public void Explain_MissingFile_IsAProblem()
    {
        var run = DixitProcess.Run(["explain", _folder.PathOf("absent.txt")]);
        Assert.Equal(1, run.Status);
        Assert.StartsWith("DX1001: ", run.Error);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Completion_OfEachShell_AsksDixitItself(string shell)
    {
        var run = DixitProcess.Run(["completion", shell]);
        Assert.Equal(0, run.Status);
        Assert.Contains("[suggest:", run.Output);
        Assert.Contains("dixit", run.Output);
        Assert.DoesNotContain("dotnet-suggest", run.Output);
    }

    [Theory]
    [InlineData("dixit ex", "explain export extract")]
    [InlineData("dixit extract --for", "--format")]
    [InlineData("dixit extract --format ", "jsonl marked table")]
    [InlineData("dixit extract art", "article.txt")]
    [InlineData("dixit extract --out art", "article.txt")]
    [InlineData("dixit extract --format=m", "marked")]
    public void Completion_InBash_CompletesCommandsOptionsAndPaths(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        _folder.Write("article.txt", Article);
        // Stands in for the installed program; the script must call what was typed.
        _folder.Write("dixit", $"#!/bin/bash\nexec dotnet '{DixitProcess.AssemblyPath}' \"$@\"\n");
        _folder.Write("ask.sh", $$"""
            chmod +x dixit; PATH=$PWD:$PATH
            source <(dixit completion bash)
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "${COMP_LINE//=/ = }"
            [ "${COMP_LINE: -1}" = ' ' ] && COMP_WORDS+=('')
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _dixit
            echo "${COMPREPLY[@]}"
            """);
        using var bash = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/bash", ["ask.sh"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal(expected, bash.StandardOutput.ReadToEnd().Trim());
    }
}
