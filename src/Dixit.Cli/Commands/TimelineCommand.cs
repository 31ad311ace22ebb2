// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Documents;
using Dixit.Storage;
using Dixit.Timelines;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit timeline</c>: has X's position on Y moved?</summary>
internal sealed class TimelineCommand : Command, IDocumentedCommand
{
    private const int MostStatements = 10_000;
    private const int UsualStatements = 500;

    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Argument<string?> _speaker = new("SPEAKER")
    {
        Description = "Who said it: a name, a part of one, or the id of a speaker.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _about = new("--about") { Description = "What it is about: words of the wording or of the article's headline.", HelpName = "WORDS" };

    private readonly Option<DateOnly?> _from = LedgerOptions.Day("--from", "Not reported before this day.");

    private readonly Option<DateOnly?> _to = LedgerOptions.Day("--to", "Not reported after this day.");

    private readonly Option<CopyCounting?> _copies = LedgerOptions.Copies();

    private readonly Option<TextQuality?> _quality = LedgerOptions.Quality();

    private readonly Option<bool> _turns = new("--turns") { Description = "Only the topics in which the position turns." };

    private readonly Option<int?> _limit = LedgerOptions.Number("--limit", "How many statements at most, the oldest first; 500 without it.", MostStatements);

    private readonly Option<bool> _json = LedgerOptions.Json();

    public TimelineCommand(Terminal terminal)
        : base("timeline", "Show what somebody said over time, by topic, and where the position turns: a refusal that became a promise, a denial, a negation or a figure that went.")
    {
        _terminal = terminal;
        Arguments.Add(_speaker);
        foreach (var option in (Option[])[_about, _from, _to, _copies, _quality, _turns, _limit, _json])
            Options.Add(option);
        _ledger.AddTo(this);
        Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(_speaker)))
                result.AddError("timeline needs a SPEAKER: a name, a part of one, or an id.");
        });
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit timeline Vaudrel --about lac", "What she said about the lake, and whether she changed her mind."),
        new("dixit timeline \"Lucien Bressac\" --turns --from 2024-10-01", "Only where his position turns, from a day on."),
        new("dixit timeline p-bsah0mntyh83 --json", "For another program."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("Turns",
        [
            ("refuse → commit", "What was refused or denied is later undertaken or held, or the reverse; the acts of both are told."),
            ("negation", "The same words, with a negation that came or went, or with the opposite word."),
            ("number", "The same words with another figure."),
        ]),
    ];

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
    {
        var asked = parse.GetValue(_speaker)!;
        var speakers = ledger.Speakers(asked);
        if (speakers.Count == 0)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine($"{LedgerProblems.NoSuchId}: there is no speaker \"{asked}\" in the ledger"));
            return ExitStatus.Failure;
        }

        var (speaker, others) = (speakers[0], speakers.Skip(1).ToList());
        // Two people in one line of time would seem to contradict one another.
        if (others.Count > 0)
            _terminal.Error.WriteLine(VisibleText.OneLine($"This is {speaker.Reference.Name}, {speaker.Reference.Id}; there are also {string.Join(", ", others.Take(5).Select(other => $"{other.Reference.Name}, {other.Reference.Id}"))}{(others.Count > 5 ? " and others" : "")}."));
        var limit = parse.GetValue(_limit) ?? UsualStatements;
        var query = new StatementQuery { By = speaker.Reference.Id, About = parse.GetValue(_about), From = parse.GetValue(_from), To = parse.GetValue(_to), Order = StatementOrder.Oldest, MinQuality = parse.GetValue(_quality), WithoutCopies = parse.GetValue(_copies) == CopyCounting.Once };
        var found = ledger.FindAll(query).Select(statement => statement.Statement).Take(limit + 1).ToList();
        var timeline = Timeline.Of(found.Take(limit), new PipelineBuilder().Build().Statements, onlyTurns: parse.GetValue(_turns));
        if (parse.GetValue(_json))
        {
            Answer.Write(_terminal, json => TimelineLines.Write(json, speaker.Reference, timeline));
        }
        else
        {
            using var output = _terminal.OpenOutputWriter();
            new TimelineLines(output, _terminal.OutputHasColour, _terminal.Width).Write(speaker.Reference, timeline);
        }

        if (found.Count > limit)
            _terminal.Error.WriteLine($"There is more: --limit takes up to {MostStatements}, or choose with --about, --from and --to.");
        return ExitStatus.Success;
    });
}
