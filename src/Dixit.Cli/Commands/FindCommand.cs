// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit find</c>: what did X say about Y?</summary>
internal sealed class FindCommand : Command, IDocumentedCommand
{
    private const int MostStatements = 1000;
    private const int MostReportsShown = 5;

    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Argument<string[]> _words = new("WORDS")
    {
        Description = "Words that must all be in a wording, in whatever form; words between quote marks must stand together.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly FilterOptions _filter = new();

    private readonly Option<StatementOrder?> _sort = LedgerOptions.Choice<StatementOrder>("--sort", "What comes first: {0}. Without it, what fits the words best, or the newest.", "ORDER", ["best", "newest", "oldest", "reports"]);

    private readonly Option<int?> _limit = LedgerOptions.Number("--limit", "How many statements at most; 20 without it.", MostStatements);

    private readonly Option<string?> _cursor = new("--cursor") { Description = "Go on where a page ended: what it gave as its next.", HelpName = "NEXT" };

    private readonly Option<bool> _json = LedgerOptions.Json();

    public FindCommand(Terminal terminal)
        : base("find", "Find what was said in the ledger: statements, the best first, each with its evidence.")
    {
        _terminal = terminal;
        Arguments.Add(_words);
        _filter.AddTo(this);
        foreach (var option in (Option[])[_sort, _limit, _cursor, _json])
            Options.Add(option);
        _ledger.AddTo(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit find barrage", "Statements with the dam in them."),
        new("dixit find \"«vider le lac»\" --by Vaudrel --from 2024-10-01", "Who said these very words, from a day on."),
        new("dixit find --by \"Lucien Bressac\" --act demand --sort newest", "What somebody demands, the newest first."),
        new("dixit find --about barrage --outlet \"Le Cadran\" --json", "For another program."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
    {
        var words = string.Join(' ', parse.GetValue(_words) ?? []);
        var page = ledger.Find(_filter.Read(parse) with
        {
            Words = words.Length == 0 ? null : words,
            Order = parse.GetValue(_sort) ?? StatementOrder.Best,
            Limit = parse.GetValue(_limit) ?? 20,
            Cursor = parse.GetValue(_cursor),
        });
        if (parse.GetValue(_json))
            WriteJson(page);
        else
            WriteText(page);
        return ExitStatus.Success;
    });

    private void WriteJson(StatementPage page) => Answer.Write(_terminal, json =>
    {
        json.WriteEach("statements", page.Statements, found =>
        {
            json.WriteStatement(found.Statement);
            json.WriteString("found", found.Wording);
            json.WriteSpans("highlights", found.Wording, found.Highlights);
        });
        json.WriteString("next", page.Next);
    });

    private void WriteText(StatementPage page)
    {
        using var output = _terminal.OpenOutputWriter();
        var lines = new StatementLines(output, _terminal.OutputHasColour, _terminal.Width);
        foreach (var found in page.Statements)
        {
            lines.WriteHead(found.Statement, found.Wording, found.Highlights);
            foreach (var report in found.Statement.Reports.Take(MostReportsShown))
                lines.WriteReport(report);
            if (found.Statement.Reports.Count > MostReportsShown)
                output.Write($"    and {Words.Count(found.Statement.Reports.Count - MostReportsShown, "more report")}: dixit show {found.Statement.Id}\n");
            output.Write('\n');
        }

        if (page.Statements.Count == 0)
            _terminal.Error.WriteLine("Nothing on record fits.");
        else if (page.Next is not null)
            _terminal.Error.WriteLine($"There is more: --cursor {page.Next}");
    }
}
