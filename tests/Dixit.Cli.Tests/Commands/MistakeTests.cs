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
    [InlineData("There is no command 'help'; each command has --help.", "help")]
    [InlineData("There is no command 'help'; each command has --help.", "help", "find")]
    [InlineData("ledger needs one of info, check, vacuum, backup.", "ledger")]
    [InlineData("ledger needs one of info, check, vacuum, backup, not 'chek'.", "ledger", "chek")]
    [InlineData("watch needs SOURCE: Addresses of feeds", "watch")]
    [InlineData("--by needs NAME behind it.", "check", "Le lac", "--by")]
    [InlineData("--limit needs N behind it.", "find", "lac", "--limit")]
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

    [Theory]
    [InlineData("DX2010: {0}/none.jsonl: cannot be read: there is no such file\n", "import", "{0}/none.jsonl")]
    [InlineData("DX2010: {0}: cannot be read: it is a folder\n", "import", "{0}")]
    [InlineData("DX2010: {0}/none.tsv: cannot be read: there is no such file\n", "speakers", "--import", "{0}/none.tsv")]
    [InlineData("DX2010: {0}/none.opml: cannot be read: there is no such file\n", "watch", "{0}/none.opml", "--once")]
    [InlineData("DX1040: ftp://phare.example/fil: is neither a file nor an address that begins with http:// or https://\n", "watch", "ftp://phare.example/fil", "--once")]
    [InlineData("DX1040: ftp://phare.example/fil: is no address of the web (http or https, without a user's name)\n", "extract", "ftp://phare.example/fil", "--quiet")]
    [InlineData("DX1001: {0}/none.txt: no such file or folder\n", "check", "--file", "{0}/none.txt")]
    [InlineData("DX2020: {0}/broken.jsonl line 1: broken JSON: '#' is an invalid start of a value\n", "eval", "{0}/broken.jsonl")]
    [InlineData("DX2011: {0}/broken.jsonl line 1: broken JSON: '#' is an invalid start of a value\n", "correct", "--file", "{0}/broken.jsonl")]
    [InlineData("DX2001: {0}: cannot be written: it is a folder\n", "export", "--out", "{0}")]
    [InlineData("DX2106: {0}/none/b.db: there is no folder {0}/none\n", "ledger", "backup", "{0}/none/b.db")]
    [InlineData("DX2107: there is no document in the ledger with the id \"none\"\n", "remove", "none")]
    public void Run_WithWhatIsNotThere_SaysSoAndNothingElse(string error, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.jsonl", "# Titre\n");
        var ledger = folder.PathOf("dixit.db");
        using (var reading = new TestTerminal())
            Assert.Equal(ExitStatus.Success, reading.Run("read", folder.Write("a.txt", "« Le pont tient », a dit Odile Kermarrec, maire de Port-Brume.\n"), "--quiet", "--ledger", ledger));
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.Failure, terminal.Run([.. arguments.Select(argument => argument.Replace("{0}", folder.Path)), .. arguments[0] is "eval" or "extract" ? Array.Empty<string>() : ["--ledger", ledger]]));

        Assert.Equal(error.Replace("{0}", folder.Path), terminal.Error);
        Assert.Equal("", terminal.Output);
    }

    [Fact]
    public void Read_IntoAFolderThatIsNotThere_SaysSo()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TestTerminal();

        Assert.Equal(ExitStatus.Failure, terminal.Run("read", folder.Write("a.txt", "Texte.\n"), "--quiet", "--ledger", folder.PathOf("none/dixit.db")));

        Assert.Equal($"DX2106: {folder.PathOf("none/dixit.db")}: there is no folder {folder.PathOf("none")}\n", terminal.Error);
    }

    [Fact]
    public void Read_OfNothing_TellsNoSpeed()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TestTerminal();

        terminal.Run("read", folder.PathOf("none.txt"), "--ledger", folder.PathOf("dixit.db"));

        Assert.Matches("\n0 new, 1 failed, [0-9.,]+ s\n", terminal.Error);
    }
}
