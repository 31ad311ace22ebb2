// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit stats</c>: who gets quoted, by whom, how much?</summary>
internal sealed class StatsCommand : Command, IDocumentedCommand
{
    private const int MostRows = 10_000;

    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();
    private readonly FilterOptions _filter = new(withConfidence: false);

    private readonly Argument<string[]> _words = new("WORDS") { Description = "Only quotes with all these words.", Arity = ArgumentArity.ZeroOrMore };

    private readonly Option<int?> _limit = LedgerOptions.Number("--limit", "How many speakers, and pairs of outlet and speaker, at most; 10 without it.", MostRows);

    private readonly Option<bool> _json = LedgerOptions.Json();

    public StatsCommand(Terminal terminal)
        : base("stats", "Count who is quoted how much: by outlet, month and speaker, direct against indirect, named against anonymous, by gender, own reporting against wire copy.")
    {
        _terminal = terminal;
        Arguments.Add(_words);
        _filter.AddTo(this);
        Options.Add(_limit);
        Options.Add(_json);
        _ledger.AddTo(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit stats", "All of the ledger."),
        new("dixit stats --outlet \"Le Cadran\" --from 2024-10-01 --to 2024-10-31", "Whom one outlet quotes in a month."),
        new("dixit stats --copies once", "What was reported, not how often one agency's copy was run."),
        new("dixit stats --about barrage --limit 50 --json", "Who is quoted on a topic, for another program."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("What is counted",
        [
            ("quotes", "Attributions of the current version of each document: who is reported to have said something, in quote marks or not."),
            ("own reporting", "What the article has from nobody, as far as it says."),
            ("as told by another", "What it has by way of another medium, or of somebody who tells what others said."),
            ("copies", "Documents most of whose text stands in an earlier one, word for word; they count unless --copies once leaves them out."),
            ("wire copy", "What stands in an article whose dateline or last lines name an agency that is not the outlet."),
        ]),
    ];

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
    {
        var words = string.Join(' ', parse.GetValue(_words) ?? []);
        var statistics = ledger.Count(_filter.Read(parse) with { Words = words.Length == 0 ? null : words }, parse.GetValue(_limit) ?? 10);
        if (parse.GetValue(_json))
        {
            Answer.Write(_terminal, json => StatisticsLines.Write(json, statistics));
        }
        else
        {
            using var output = _terminal.OpenOutputWriter();
            new StatisticsLines(output, _terminal.OutputHasColour, _terminal.Width).Write(statistics);
        }

        return ExitStatus.Success;
    });
}
