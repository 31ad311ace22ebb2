// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Extracting;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Reading.Writing;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit export</c>: the ledger for other programs.</summary>
internal sealed class ExportCommand : Command, IDocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Write to this file. It is replaced only when all is written.",
        HelpName = "FILE",
    };

    public ExportCommand(Terminal terminal)
        : base("export", "Write the ledger as JSON Lines: an object for each document, as extract does, with the ids of its statements and speakers.")
    {
        _terminal = terminal;
        Options.Add(_out);
        _ledger.AddTo(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit export --out ledger.jsonl", "All of it, in the order of the documents' ids."),
        new("dixit export | jq -r '.attributions[].content[].statement'", "The ids of the statements."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
    {
        var path = parse.GetValue(_out);
        try
        {
            using var file = path is null ? null : ResultFile.Create(path);
            Write(ledger, file?.Stream ?? _terminal.Output);
            file?.Commit();
            return ExitStatus.Success;
        }
        catch (Exception exception) when (path is not null && exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotWrite(path!, exception).ToString()));
            return ExitStatus.Failure;
        }
    });

    private static void Write(ILedger ledger, Stream output)
    {
        using var writer = new ExtractionWriter(output);
        foreach (var document in ledger.Export())
            writer.Write(document.Analysis, document.Links);
    }
}
