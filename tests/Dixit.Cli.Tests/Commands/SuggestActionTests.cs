// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Commands;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public class SuggestActionTests
{
    [Theory]
    [InlineData("dixit ", "check completion correct eval explain export extract find import ledger mcp read remove serve show speakers stats timeline watch")]
    [InlineData("dixit ex", "explain export extract")]
    [InlineData("dixit -", "--debug --help --version")]
    [InlineData("dixit extract --f", "--follow --format")]
    [InlineData("dixit extract --", "--allow-private --column --date --debug --follow --format --help --jobs --json --min-confidence --out --outlet --quiet --text --urls")]
    [InlineData("dixit extract --format ", "jsonl marked table")]
    [InlineData("dixit extract --format m", "marked")]
    [InlineData("dixit extract --format=", "--format=jsonl --format=marked --format=table")]
    [InlineData("dixit extract --format=m", "--format=marked")]
    [InlineData("dixit extract --nope=m", "")]
    [InlineData("dixit extract --format marked a.txt --o", "--out --outlet")]
    [InlineData("dixit extract --json --q", "--quiet")]
    [InlineData("dixit extract ", "")]
    [InlineData("dixit extract art", "")]
    [InlineData("dixit extract --out ", "")]
    [InlineData("dixit extract -- --f", "")]
    [InlineData("dixit completion ", "bash fish pwsh zsh")]
    [InlineData("dixit completion bash ", "")]
    [InlineData("/opt/dixit/dixit expl", "explain")]
    [InlineData("", "check completion correct eval explain export extract find import ledger mcp read remove serve show speakers stats timeline watch")]
    public void Suggest_CursorAtTheEnd_IsWhatCanStandThere(string line, string expected)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(expected, string.Join(' ', SuggestAction.Suggest(new DixitRootCommand(terminal.Terminal), line, line.Length)));
    }

    [Theory]
    [InlineData(8, "explain export extract")]
    [InlineData(1000, "")]
    [InlineData(-1, "check completion correct eval explain export extract find import ledger mcp read remove serve show speakers stats timeline watch")]
    public void Suggest_CursorElsewhere_LooksOnlyAtWhatIsBefore(int position, string expected)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(expected, string.Join(' ', SuggestAction.Suggest(new DixitRootCommand(terminal.Terminal), "dixit extract a", position)));
    }

    [Fact]
    public void Directive_OnTheCommandLine_PrintsALineEach()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run("[suggest:8]", "dixit ex"));
        Assert.Equal("explain\nexport\nextract\n", terminal.Output);
        Assert.Equal("", terminal.Error);
    }
}
