// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Extracting;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Reading.Exporting;
using Dixit.Reading.Exporting.Tei;
using Dixit.Storage;
using Dixit.Storage.Exporting;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit export</c>: the ledger for other programs.</summary>
internal sealed class ExportCommand : Command, IDocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();
    private readonly FilterOptions _filter = new();

    private readonly Option<ExportForm?> _format = LedgerOptions.Choice<ExportForm>(
        "--format", "The form: {0}. Without it, jsonl.", "FORM", ["jsonl", "csv", "jsonld", "tei", "webannotation", "gqg"]);

    private readonly Option<bool> _gold = new("--gold") { Description = "The documents that somebody corrected, as gold for dixit eval: JSON Lines, each document with all that is reported in it." };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Write to this file. It is replaced only when all is written.",
        HelpName = "FILE",
    };

    public ExportCommand(Terminal terminal)
        : base("export", "Write the ledger, or what of it fits, in a form for other programs.")
    {
        _terminal = terminal;
        Options.Add(_format);
        Options.Add(_gold);
        Options.Add(_out);
        _filter.AddTo(this);
        _ledger.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetValue(_gold) && result.GetResult(_format) is not null)
                result.AddError("--gold is a form of its own; it cannot be combined with --format.");
        });
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit export --out ledger.jsonl", "All of it, in the order of the documents' ids."),
        new("dixit export | jq -r '.attributions[].content[].statement'", "The ids of the statements."),
        new("dixit export --format csv --by Vaudrel --out vaudrel.csv", "What somebody said, a row for each piece, for a spreadsheet."),
        new("dixit export --gold --out gold.jsonl", "What was corrected, to measure the next version against."),
        new("dixit export --format jsonld --about barrage", "Claims and who reports them, as linked data."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("Forms",
        [
            ("jsonl", "An object for each document, as extract writes it, with the ids of its statements and speakers."),
            ("csv", "A row for each content span (RFC 4180). A cell that a spreadsheet might take for a formula starts with an apostrophe."),
            ("jsonld", "schema.org: a Claim for each statement, a Quotation for each report of it."),
            ("tei", "A TEI P5 corpus: the texts, with said around what is reported, and who speaks in them."),
            ("webannotation", "W3C Web Annotation: an annotation for each content span, to be found by its words or by its place."),
            ("gqg", "The fields of GDELT's Global Quotation Graph: what stands in quote marks, with the text around it."),
        ]),
    ];

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
    {
        var path = parse.GetValue(_out);
        try
        {
            using var file = path is null ? null : ResultFile.Create(path);
            if (parse.GetValue(_gold))
                WriteGold(ledger, file?.Stream ?? _terminal.Output);
            else
                Write(ledger, parse.GetValue(_format) ?? ExportForm.Jsonl, _filter.AnyGiven(parse) ? _filter.Read(parse) : null, file?.Stream ?? _terminal.Output);
            file?.Commit();
            return ExitStatus.Success;
        }
        catch (Exception exception) when (path is not null && exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotWrite(path!, exception).ToString()));
            return ExitStatus.Failure;
        }
    });

    private static void WriteGold(ILedger ledger, Stream output)
    {
        using var writer = new GoldWriter(output);
        foreach (var document in ledger.Corrected())
            writer.Write(document.Analysis, document.Links);
        writer.Complete();
    }

    private static void Write(ILedger ledger, ExportForm form, StatementQuery? query, Stream output)
    {
        if (form == ExportForm.JsonLd)
        {
            using var claims = new ClaimWriter(output);
            foreach (var found in ledger.FindAll((query ?? new StatementQuery()) with { Order = StatementOrder.Oldest }))
                claims.Write(found.Statement);
            claims.Complete();
            return;
        }

        using var writer = Open(form, output);
        foreach (var document in ledger.Export(query))
            writer.Write(document.Analysis, document.Links);
        writer.Complete();
    }

    private static ExportWriter Open(ExportForm form, Stream output) => form switch
    {
        ExportForm.Csv => new CsvExportWriter(output),
        ExportForm.Tei => new TeiWriter(output),
        ExportForm.WebAnnotation => new WebAnnotationWriter(output),
        ExportForm.Gqg => new QuotationGraphWriter(output),
        _ => new JsonLinesExportWriter(output),
    };
}
