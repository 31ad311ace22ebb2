// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public class MistakeTests
{
    [Theory]
    [InlineData("There is no command 'extrct'. Did you mean extract?", "extrct", "a.txt")]
    [InlineData("There is no command 'zzz'. The commands are extract, explain, read, watch, find, show, check, export, import, speakers, correct, remove, ledger, timeline, stats, serve, mcp, eval, completion.", "zzz")]
    [InlineData("There is no option '--fromat'. Did you mean --format?", "extract", "--fromat", "table", "a.txt")]
    [InlineData("There is no option '--fromat=table'. Did you mean --format?", "extract", "--fromat=table", "a.txt")]
    [InlineData("There is no option '-x'. A path that begins with - goes behind --.", "extract", "-x")]
    [InlineData("There is no option '--nope'.", "--nope")]
    [InlineData("There is no option '--line'.", "explain", "a.txt", "--line", "3")]
    [InlineData("--format takes table, marked, jsonl, not 'tabel'. Did you mean table?", "extract", "a.txt", "--format", "tabel")]
    [InlineData("--jobs takes a number from 1 to 256, not '0'.", "extract", "a.txt", "--jobs", "0")]
    [InlineData("--jobs takes a number from 1 to 256, not 'many'.", "extract", "a.txt", "-j", "many")]
    [InlineData("--date takes a day as YYYY-MM-DD, such as 2024-03-02, not '2024-13-01'.", "extract", "a.txt", "--date", "2024-13-01")]
    [InlineData("--date takes a day as YYYY-MM-DD, such as 2024-03-02, not '2.3.2024'.", "explain", "a.txt", "--date", "2.3.2024")]
    [InlineData("extract needs a PATH: a file, a folder, a pattern, an address, or - for standard input.", "extract")]
    [InlineData("explain needs a FILE, or - for standard input.", "explain")]
    [InlineData("- (standard input) cannot be read together with other paths.", "extract", "-", "a.txt")]
    [InlineData("--text is for standard input; it needs the path -. Files of text are told by their ending.", "extract", "--text", "a.txt")]
    [InlineData("--json is a form of its own; it cannot be combined with --format.", "extract", "a.txt", "--json", "--format", "table")]
    [InlineData("'b.txt' is one argument too many for explain.", "explain", "a.txt", "b.txt")]
    [InlineData("completion needs a SHELL: bash, zsh, fish, pwsh.", "completion")]
    [InlineData("There is no completion for 'tcsh', only for bash, zsh, fish, pwsh.", "completion", "tcsh")]
    public void Run_WrongCommandLine_SaysWhatIsWrongAndDoesNothing(string message, params string[] arguments)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.WrongUsage, terminal.Run(arguments));
        Assert.StartsWith($"dixit: {message}", terminal.Error);
        Assert.EndsWith(" --help\n", terminal.Error);
        Assert.Equal("", terminal.Output);
    }

    [Fact]
    public void Run_PathInPlaceOfACommand_SuggestsExtract()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.txt", "Texte.");
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.WrongUsage, terminal.Run(path));
        Assert.Contains($"Did you mean: dixit extract {path}", terminal.Error);
    }

    [Fact]
    public void Run_OptionWithoutItsValue_IsWrong()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.WrongUsage, terminal.Run("extract", "a.txt", "--out"));
        Assert.Contains("--out", terminal.Error);
    }

    [Fact]
    public void Run_PathBehindTwoDashes_MayBeginWithOne()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Failure, terminal.Run("extract", "--quiet", "--", "--nothing-here.txt"));
        Assert.StartsWith("DX1001: --nothing-here.txt:", terminal.Error);
    }
}
