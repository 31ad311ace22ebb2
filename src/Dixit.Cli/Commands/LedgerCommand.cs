// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit ledger</c>: looks after the file itself.</summary>
internal sealed class LedgerCommand : Command, IDocumentedCommand
{
    public LedgerCommand(Terminal terminal)
        : base("ledger", "Look after the ledger: what is in it, is it sound, give back room, copy it.")
    {
        Subcommands.Add(new InfoCommand(terminal));
        Subcommands.Add(new CheckLedgerCommand(terminal));
        Subcommands.Add(new VacuumCommand(terminal));
        Subcommands.Add(new BackupCommand(terminal));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit ledger info", "What is in the ledger, and who writes to it."),
        new("dixit ledger backup copy.db", "A copy, while reading goes on."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private sealed class InfoCommand : Command, IDocumentedCommand
    {
        private const int RunsShown = 10;
        private readonly LedgerOption _ledger = new();
        private readonly Option<bool> _json = LedgerOptions.Json();

        public InfoCommand(Terminal terminal)
            : base("info", "Tell what is in the ledger, who writes to it, its last runs and what was removed.")
        {
            Options.Add(_json);
            _ledger.AddTo(this);
            SetAction(parse => _ledger.Ask(parse, terminal, ledger =>
            {
                if (parse.GetValue(_json))
                    WriteJson(terminal, ledger);
                else
                    WriteText(terminal, ledger);
                return ExitStatus.Success;
            }));
        }

        public IReadOnlyList<Example> Examples { get; } = [new("dixit ledger info", "Counts, days, runs and removals.")];

        public IReadOnlyList<HelpList> Lists { get; } = [];

        private static void WriteJson(Terminal terminal, ILedger ledger) => Answer.Write(terminal, json =>
        {
            LedgerLines.WriteInfo(json, ledger.Describe());
            json.WriteEach("lastRuns", ledger.Runs().TakeLast(RunsShown), run =>
            {
                json.WriteNumber("number", run.Number);
                json.WriteString("engine", run.Engine);
                json.WriteTime("started", run.Started);
                json.WriteTime("finished", run.Finished);
                json.WriteNumber("added", run.Counts.Added);
                json.WriteNumber("changed", run.Counts.Changed);
                json.WriteNumber("refreshed", run.Counts.Refreshed);
                json.WriteNumber("unchanged", run.Counts.Unchanged);
                json.WriteNumber("failed", run.Counts.Failed);
                json.WriteNumber("skipped", run.Counts.Skipped);
            });
            json.WriteEach("removals", ledger.Removals(), removal =>
            {
                json.WriteString("kind", removal.Kind);
                json.WriteString("id", removal.Id);
                json.WriteTime("at", removal.When);
                json.WriteString("reason", removal.Reason);
                json.WriteTime("takenBack", removal.TakenBack);
            });
        });

        private static void WriteText(Terminal terminal, ILedger ledger)
        {
            var info = ledger.Describe();
            using var output = terminal.OpenOutputWriter();
            output.WriteLine($"{info.Place}, form {info.Form}, {info.Bytes / 1048576.0:N1} MB");
            output.WriteLine($"  {Words.Count(info.Documents, "document")} in {Words.Count(info.Versions, "version")}, of {Words.Count(info.Outlets, "outlet")}{Period(info)}");
            output.WriteLine($"  {Words.Count(info.Attributions, "attribution")}, {Words.Count(info.Speakers, "speaker")}, {Words.Count(info.Statements, "statement")}");
            if (info.Writer is { } writer)
                output.WriteLine($"  process {writer.ProcessId} on {writer.Host} writes to it since {writer.Since:yyyy-MM-dd HH:mm:ss} UTC");
            foreach (var run in ledger.Runs().TakeLast(RunsShown))
            {
                output.WriteLine(
                    $"  run {run.Number}, {run.Started:yyyy-MM-dd HH:mm:ss} UTC, engine {run.Engine}: {run.Counts.Added:N0} new, {run.Counts.Changed:N0} changed, {run.Counts.Refreshed:N0} refreshed, {run.Counts.Unchanged:N0} unchanged, {run.Counts.Failed:N0} failed{(run.Finished is null ? "; not finished" : "")}");
            }

            foreach (var removal in ledger.Removals())
                output.WriteLine(VisibleText.OneLine($"  removed {removal.When:yyyy-MM-dd}: {removal.Kind} {removal.Id}{(removal.Reason is null ? "" : $", {removal.Reason}")}{(removal.TakenBack is { } day ? $"; taken back {day:yyyy-MM-dd}" : "")}"));
        }

        private static string Period(LedgerInfo info) => info is { First: { } first, Last: { } last } ? $", {Words.Of(new Documents.DateRange(first, last))}" : "";
    }

    private sealed class CheckLedgerCommand : Command, IDocumentedCommand
    {
        private readonly LedgerOption _ledger = new();
        private readonly Option<bool> _json = LedgerOptions.Json();

        public CheckLedgerCommand(Terminal terminal)
            : base("check", "Look for damage: in the file, and in what its rows say.")
        {
            Options.Add(_json);
            _ledger.AddTo(this);
            SetAction(parse => _ledger.Ask(parse, terminal, ledger =>
            {
                var findings = ledger.FindDamage();
                if (parse.GetValue(_json))
                {
                    Answer.Write(terminal, json => json.WriteStrings("findings", findings));
                }
                else
                {
                    using var output = terminal.OpenOutputWriter();
                    foreach (var finding in findings)
                        output.WriteLine(VisibleText.OneLine(finding));
                    if (findings.Count == 0)
                        output.WriteLine("The ledger is sound.");
                }

                return findings.Count == 0 ? ExitStatus.Success : ExitStatus.Failure;
            }));
        }

        public IReadOnlyList<Example> Examples { get; } = [new("dixit ledger check", "Nothing but a line where all is well; exit status 1 where it is not.")];

        public IReadOnlyList<HelpList> Lists { get; } = [];
    }

    private sealed class VacuumCommand : Command, IDocumentedCommand
    {
        private readonly LedgerOption _ledger = new();

        public VacuumCommand(Terminal terminal)
            : base("vacuum", "Give back the room that removed documents took. Nobody may write meanwhile.")
        {
            _ledger.AddTo(this);
            SetAction(parse => _ledger.Ask(parse, terminal, ledger =>
            {
                ledger.Vacuum();
                return ExitStatus.Success;
            }));
        }

        public IReadOnlyList<Example> Examples { get; } = [new("dixit ledger vacuum", "After dixit remove: what was removed is then gone from the file, too.")];

        public IReadOnlyList<HelpList> Lists { get; } = [];
    }

    private sealed class BackupCommand : Command, IDocumentedCommand
    {
        private readonly LedgerOption _ledger = new();

        private readonly Argument<string?> _place = new("FILE")
        {
            Description = "Where to; there must be nothing yet.",
            Arity = ArgumentArity.ZeroOrOne,
        };

        public BackupCommand(Terminal terminal)
            : base("backup", "Copy the ledger as it is now; asking and reading may go on.")
        {
            Arguments.Add(_place);
            _ledger.AddTo(this);
            Validators.Add(result =>
            {
                if (string.IsNullOrEmpty(result.GetValue(_place)))
                    result.AddError("backup needs a FILE to copy to.");
            });
            SetAction(parse => _ledger.Ask(parse, terminal, ledger =>
            {
                ledger.BackUp(parse.GetValue(_place)!);
                return ExitStatus.Success;
            }));
        }

        public IReadOnlyList<Example> Examples { get; } = [new("dixit ledger backup copy.db", "A file that appears whole or not at all.")];

        public IReadOnlyList<HelpList> Lists { get; } = [];
    }
}
