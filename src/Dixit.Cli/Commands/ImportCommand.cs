// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Storage;
using Dixit.Storage.Sqlite;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit import</c>: what another ledger exported, into this one.</summary>
internal sealed class ImportCommand : Command, IDocumentedCommand
{
    private const int LongestWait = 24 * 60 * 60;

    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "JSON Lines as export and extract write them, with the texts, or - for standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _wait = LedgerOptions.Number("--wait", "How many seconds to wait while another process writes to the ledger; 10 without it.", LongestWait);

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress and no summary on standard error; problems are told all the same." };

    private readonly Option<bool> _json = new("--json") { Description = "The summary as one JSON object on standard output." };

    public ImportCommand(Terminal terminal)
        : base("import", "Take what another ledger exported, or what extract found, into the ledger. What it has already stays as it is.")
    {
        _terminal = terminal;
        Arguments.Add(_file);
        _ledger.AddTo(this);
        foreach (var option in (Option[])[_wait, _quiet, _json])
            Options.Add(option);
        Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(_file)))
                result.AddError("import needs a FILE of JSON Lines, or - for standard input.");
        });
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit import ledger.jsonl --ledger archive.db", "What another ledger exported, into this one."),
        new("dixit export --outlet \"Le Cadran\" | dixit import - --ledger cadran.db", "A part of a ledger as a ledger of its own."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private int Run(ParseResult parse)
    {
        var report = new ReadReport(_terminal, parse.GetValue(_quiet), isDebug: false);
        using var interruption = new Interruption();
        var path = parse.GetValue(_file)!;
        try
        {
            return LedgerGuard.Run(_terminal, () => Run(parse, path, report, interruption), interruption, report);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report.EraseProgress();
            _terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotRead(path, exception).ToString()));
            return ExitStatus.Failure;
        }
    }

    private int Run(ParseResult parse, string path, ReadReport report, Interruption interruption)
    {
        using var lines = path == InputOptions.StandardInput ? _terminal.Input : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        using var ledger = SqliteLedger.At(_ledger.PathOf(parse));
        var options = new WriterOptions
        {
            Engine = LedgerImport.Engine,
            OnDerive = report.TellDeriving,
            Wait = TimeSpan.FromSeconds(parse.GetValue(_wait) ?? 10),
            OnWait = writer => report.Say(LedgerGuard.DescribeWait(writer)),
        };
        using (var writer = ledger.OpenWriter(options, interruption.Token))
            Import(new LedgerImport(ledger, writer).Run(lines, path == InputOptions.StandardInput ? "stdin" : path), writer, report, interruption.Token);
        report.Summarise(parse.GetValue(_json), ledger);
        return report.Problems == 0 ? ExitStatus.Success : ExitStatus.Failure;
    }

    // What fails is told and the run goes on; where it is stopped, what was added before is kept.
    private static void Import(IEnumerable<ImportResult> results, ILedgerWriter writer, ReadReport report, CancellationToken cancellation)
    {
        try
        {
            foreach (var result in results)
            {
                if (result.Problem is { } problem)
                    report.Tell(problem);
                else
                    report.Count(result.Outcome);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            writer.Commit();
        }
    }
}
