// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary>The definition of the whole command line.</summary>
internal sealed class DixitRootCommand : RootCommand, IDocumentedCommand
{
    public DixitRootCommand(Terminal terminal)
        : base("Who said what, in which words: attributions in news text, each with its evidence down to the character.")
    {
        Debug = new Option<bool>("--debug")
        {
            Description = "Print the stack trace of an internal error.",
            Recursive = true,
        };
        Options.Clear();
        Directives.Clear();
        Options.Add(new HelpOption("--help", "-h", "-?")
        {
            Description = "Show the help of a command.",
            Recursive = true,
            Action = new HelpPageAction(terminal),
        });
        Options.Add(new VersionOption("--version")
        {
            Description = "Show the version.",
            Action = new VersionAction(terminal),
        });
        Options.Add(Debug);
        Directives.Add(new SuggestDirective { Action = new SuggestAction(terminal) });
        Subcommands.Add(new ExtractCommand(terminal, Debug));
        Subcommands.Add(new ExplainCommand(terminal, Debug));
        Subcommands.Add(new ReadCommand(terminal, Debug));
        Subcommands.Add(new WatchCommand(terminal));
        Subcommands.Add(new FindCommand(terminal));
        Subcommands.Add(new ShowCommand(terminal));
        Subcommands.Add(new CheckCommand(terminal));
        Subcommands.Add(new ExportCommand(terminal));
        Subcommands.Add(new ImportCommand(terminal));
        Subcommands.Add(new SpeakersCommand(terminal));
        Subcommands.Add(new CorrectCommand(terminal));
        Subcommands.Add(new RemoveCommand(terminal));
        Subcommands.Add(new LedgerCommand(terminal));
        Subcommands.Add(new TimelineCommand(terminal));
        Subcommands.Add(new StatsCommand(terminal));
        Subcommands.Add(new ServeCommand(terminal));
        Subcommands.Add(new McpCommand(terminal));
        Subcommands.Add(new EvalCommand(terminal));
        Subcommands.Add(new CompletionCommand(terminal));
        SetAction(_ =>
        {
            using var output = terminal.OpenOutputWriter();
            HelpPage.WriteWelcome(output, this);
            return ExitStatus.Success;
        });
    }

    /// <summary>Whether a developer wants to see where an internal error came from.</summary>
    public Option<bool> Debug { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit extract article.txt", "Who said what in one article, as a table."),
        new("dixit extract --format marked article.txt", "The article itself, with each speaker's words marked."),
        new("dixit explain article.txt:12", "Why the quotations around line 12 were, or were not, attributed."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("Exit status", ExitStatus.Meanings),
        new("Environment",
        [
            ("NO_COLOR", "Set to anything: no colours, also on a terminal. TERM=dumb does the same."),
            ("FORCE_COLOR", "Set to anything: colours also where the output is not a terminal, as for `| less -R`."),
            (LedgerOption.Variable, "The ledger where the command line names none."),
            ("COLUMNS", "The width of tables; else that of the terminal, else 80."),
        ]),
    ];
}
