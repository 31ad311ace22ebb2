// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Dixit.Cli.Commands;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public class HelpTests
{
    [Theory]
    [InlineData("welcome.txt")]
    [InlineData("help.txt", "--help")]
    [InlineData("help-extract.txt", "extract", "--help")]
    [InlineData("help-explain.txt", "explain", "-h")]
    [InlineData("help-read.txt", "read", "--help")]
    [InlineData("help-find.txt", "find", "--help")]
    [InlineData("help-show.txt", "show", "--help")]
    [InlineData("help-check.txt", "check", "--help")]
    [InlineData("help-export.txt", "export", "--help")]
    [InlineData("help-import.txt", "import", "--help")]
    [InlineData("help-speakers.txt", "speakers", "--help")]
    [InlineData("help-correct.txt", "correct", "--help")]
    [InlineData("help-remove.txt", "remove", "--help")]
    [InlineData("help-ledger.txt", "ledger", "--help")]
    [InlineData("help-timeline.txt", "timeline", "--help")]
    [InlineData("help-stats.txt", "stats", "--help")]
    [InlineData("help-eval.txt", "eval", "--help")]
    [InlineData("help-completion.txt", "completion", "-?")]
    public void Help_OfEachCommand_IsAsApproved(string approved, params string[] arguments)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Success, terminal.Run(arguments));
        Assert.Equal("", terminal.Error);
        Approved.Matches(approved, terminal.Output);
    }

    [Theory]
    [InlineData("extract", "--nonsense", "--help")]
    [InlineData("extract", "--help", "--jobs", "0")]
    [InlineData("extract", "--help")]
    public void Help_WithMistakesBesideIt_IsShownAllTheSame(params string[] arguments)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Success, terminal.Run(arguments));
        Assert.Contains("dixit extract PATH… [options]", terminal.Output);
    }

    [Fact]
    public void Help_OfEachCommand_FitsItsWidth()
    {
        using var terminal = new TestTerminal();
        foreach (var command in AllCommands(new DixitRootCommand(terminal.Terminal)))
        {
            var output = new StringWriter();
            HelpPage.Write(output, command, 80);
            Assert.All(output.ToString().Split('\n'), line => Assert.True(line.Length <= 80, line));
        }
    }

    [Fact]
    public void Examples_OfEachCommand_AreValidCommandLines()
    {
        using var terminal = new TestTerminal();
        var root = new DixitRootCommand(terminal.Terminal);
        foreach (var command in AllCommands(root))
        {
            var examples = ((IDocumentedCommand)command).Examples;
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                // What stands before a pipe, behind one or behind a redirection may be another program's.
                var lines = example.CommandLine.Split('|', '>', '(', ')').Select(part => part.Trim()).Where(part => part.StartsWith("dixit ", StringComparison.Ordinal)).ToList();
                Assert.NotEmpty(lines);
                Assert.All(lines, line => Assert.Empty(root.Parse(line["dixit ".Length..]).Errors));
            }
        }
    }

    [Fact]
    public void EveryOptionAndArgument_IsDescribed()
    {
        using var terminal = new TestTerminal();
        foreach (var command in AllCommands(new DixitRootCommand(terminal.Terminal)))
        {
            Assert.False(string.IsNullOrEmpty(command.Description), command.Name);
            Assert.All(command.Options, option => Assert.EndsWith(".", option.Description));
            Assert.All(command.Arguments, argument => Assert.EndsWith(".", argument.Description));
        }
    }

    internal static IEnumerable<Command> AllCommands(Command root) => root.Subcommands.SelectMany(AllCommands).Prepend(root);
}
