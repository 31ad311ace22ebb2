// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Storage;
using Dixit.Storage.Sqlite;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit read</c>: documents into the ledger.</summary>
internal sealed class ReadCommand : Command, IDocumentedCommand
{
    private const int MostJobs = 256;
    private const int LongestWait = 24 * 60 * 60;

    private readonly Terminal _terminal;
    private readonly Option<bool> _debug;
    private readonly LedgerOption _ledger = new();
    private readonly InputOptions _inputs = new();

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = InputOptions.PathDescription,
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _primary = new("--primary")
    {
        Description = "The documents are transcripts, releases or speeches, preferred as evidence to reports of them. Every word that they mark as nobody else's is the speaker's.",
    };

    private readonly Option<string?> _speaker = new("--speaker")
    {
        Description = "Whose words primary documents are.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _takeBack = new("--take-back") { Description = "Take documents in again that were removed from the ledger." };

    private readonly Option<bool> _keepOriginal = new("--keep-original") { Description = "Keep the bytes that each document was read from in the ledger, packed; dixit show DOCUMENT --original gives them back." };

    private readonly Option<int?> _jobs = LedgerOptions.Number("--jobs", "How many documents to work on at once; without it, one for each processor. The result is the same.", MostJobs);

    private readonly Option<int?> _wait = LedgerOptions.Number("--wait", "How many seconds to wait while another process writes to the ledger; 10 without it.", LongestWait);

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "No progress and no summary on standard error; problems are told all the same.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "The summary as one JSON object on standard output.",
    };

    public ReadCommand(Terminal terminal, Option<bool> debug)
        : base("read", "Read news articles into the ledger: who said what, kept to be asked again and again. What it has already is left as it is; a changed article is a new version.")
    {
        _terminal = terminal;
        _debug = debug;
        Arguments.Add(_paths);
        _ledger.AddTo(this);
        _inputs.AddTo(this);
        foreach (var option in (Option[])[_primary, _speaker, _takeBack, _keepOriginal, _jobs, _wait, _quiet, _json])
            Options.Add(option);
        _jobs.Aliases.Add("-j");
        Validators.Add(Validate);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit read press/", "A folder with all below it, into dixit.db."),
        new("dixit read news.jsonl --ledger archive.db", "Into another ledger, which is made if there is none."),
        new("dixit read --urls adresses.txt", "The pages of a list; a run that was stopped goes on where it was."),
        new("dixit read --primary --speaker \"Hélène Vaudrel\" discours.txt", "A speech, where every word is hers unless marked."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private void Validate(CommandResult result)
    {
        var paths = result.GetValue(_paths) ?? [];
        if (!_inputs.AnyGiven(result, paths))
            result.AddError("read needs a PATH: a file, a folder, a pattern, an address, or - for standard input.");
        if (result.GetValue(_primary) != result.GetValue(_speaker) is not null)
            result.AddError("--primary and --speaker go together: whose words are they?");
        _inputs.Validate(result, paths);
    }

    private int Run(ParseResult parse)
    {
        if (!_inputs.CheckList(parse, _terminal))
            return ExitStatus.Failure;
        var report = new ReadReport(_terminal, parse.GetValue(_quiet), parse.GetValue(_debug));
        using var interruption = new Interruption();
        return LedgerGuard.Run(_terminal, () => Run(parse, report, interruption), interruption, report);
    }

    private int Run(ParseResult parse, ReadReport report, Interruption interruption)
    {
        var pipeline = new PipelineBuilder().Build();
        using var ledger = SqliteLedger.At(_ledger.PathOf(parse), () => pipeline.Statements);
        var options = new AddOptions { IsPrimary = parse.GetValue(_primary), PrimarySpeaker = parse.GetValue(_speaker) };
        Func<Documents.Document, Analysis> analyse = options.PrimarySpeaker is { } speaker
            ? document => PrimaryWords.Give(pipeline.Analyse(document), speaker, pipeline.Statements)
            : pipeline.Analyse;
        var waiting = new WriterOptions
        {
            OnDerive = report.TellDeriving,
            TakesBack = parse.GetValue(_takeBack),
            Wait = TimeSpan.FromSeconds(parse.GetValue(_wait) ?? 10),
            OnWait = writer => report.Say(LedgerGuard.DescribeWait(writer)),
        };
        var marks = FetchMarks.Beside(_ledger.PathOf(parse));
        using (var writer = ledger.OpenWriter(waiting, interruption.Token))
        {
            var inputs = _inputs.Read(parse, parse.GetValue(_paths) ?? [], _terminal, interruption.Token, marks, isForLedger: true, parse.GetValue(_keepOriginal));
            try
            {
                new ReadRun(analyse, parse.GetValue(_jobs) ?? Math.Min(Environment.ProcessorCount, MostJobs)).Run(inputs, writer, options, report, interruption.Token, () => marks.CountKept(writer.Commit));
            }
            finally
            {
                marks.Save();
            }
        }

        if (marks.Passed > 0)
            report.Say($"{marks.Passed:N0} pages were as they were, or fetched less than a day ago.");

        report.Summarise(parse.GetValue(_json), ledger);
        return report.Problems == 0 ? ExitStatus.Success : ExitStatus.Failure;
    }
}
