// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Reading.Writing;
using Dixit.Statements;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit show</c>: all there is on a statement, a document or a speaker.</summary>
internal sealed class ShowCommand : Command, IDocumentedCommand
{
    private const int LatestShown = 10;
    private const int CopiesShown = 20;
    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Argument<string?> _id = new("ID")
    {
        Description = "The id of a statement (s-…), of a speaker (p-…) or of a document, or a speaker's name.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _versions = new("--versions") { Description = "Of a document: its versions, and which quotes each of them changed, added or dropped." };

    private readonly Option<bool> _original = new("--original") { Description = "Of a document: the bytes that it was read from, if read --keep-original kept them." };

    private readonly Option<bool> _json = LedgerOptions.Json();

    public ShowCommand(Terminal terminal)
        : base("show", "Show a statement with all its wordings, a document with its attributions marked, or a speaker.")
    {
        _terminal = terminal;
        Arguments.Add(_id);
        Options.Add(_versions);
        Options.Add(_original);
        Options.Add(_json);
        _ledger.AddTo(this);
        Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(_id)))
                result.AddError("show needs an ID: of a statement, a document or a speaker.");
        });
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit show s-4k72fys8952n", "Who reported it first, and how each outlet worded it."),
        new("dixit show 02-interdepeches-ministre", "A document, with each speaker's words marked."),
        new("dixit show 02-interdepeches-ministre --versions", "What became of its quotes from version to version."),
        new("dixit show gazette-8 --original > gazette-8.html", "The page as it was read."),
        new("dixit show \"Hélène Vaudrel\"", "A speaker: names, roles, counts, the latest statements."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
    {
        var id = parse.GetValue(_id)!;
        var isJson = parse.GetValue(_json);
        if (parse.GetValue(_original))
            return WriteOriginal(ledger, id);
        if (id.StartsWith("s-", StringComparison.Ordinal) && ledger.FindStatement(id) is { } statement)
            ShowStatement(statement, isJson);
        else if (parse.GetValue(_versions) && ledger.Versions(id) is { Count: > 0 } versions)
            ShowVersions(id, versions, isJson);
        else if (ledger.FindDocument(id) is { } document)
            ShowDocument(document, isJson);
        else if (ledger.Speakers(id) is { Count: > 0 } speakers)
            ShowSpeakers(ledger, speakers, isJson);
        else
            return TellNone(id);
        return ExitStatus.Success;
    });

    private int WriteOriginal(ILedger ledger, string id)
    {
        if (ledger.FindOriginal(id) is { } bytes)
        {
            _terminal.Output.Write(bytes);
            _terminal.Output.Flush();
            return ExitStatus.Success;
        }

        _terminal.Error.WriteLine(VisibleText.OneLine(ledger.FindDocument(id) is null
            ? $"{LedgerProblems.NoSuchId}: there is no document \"{id}\" in the ledger"
            : $"{LedgerProblems.NoSuchId}: the bytes of \"{id}\" were not kept; dixit read --keep-original keeps them"));
        return ExitStatus.Failure;
    }

    private int TellNone(string id)
    {
        _terminal.Error.WriteLine(VisibleText.OneLine($"{LedgerProblems.NoSuchId}: there is no statement, document or speaker \"{id}\" in the ledger"));
        return ExitStatus.Failure;
    }

    private void ShowStatement(StoredStatement statement, bool isJson)
    {
        var reader = new PipelineBuilder().Build().Statements;
        // Each wording once, by whoever has it first; the others are told apart from the first report.
        var variants = statement.Reports.GroupBy(report => report.Wording).Select(reports => (Wording: reports.Key, Reports: reports.ToList())).ToList();
        var first = Read(reader, variants[0].Reports[0]);
        if (isJson)
        {
            Answer.Write(_terminal, json =>
            {
                json.WriteStatement(statement);
                json.WriteEach("variants", variants, variant =>
                {
                    json.WriteString("wording", variant.Wording);
                    json.WriteEach("reports", variant.Reports, report =>
                    {
                        json.WriteString("document", report.Document);
                        json.WriteString("outlet", report.Outlet);
                        json.WriteDay("date", report.Day);
                    });
                    Verdicts.WriteDifference(json, first.Text, variant.Wording, WordDifference.Between(first, Read(reader, variant.Reports[0])));
                });
            });
            return;
        }

        using var output = _terminal.OpenOutputWriter();
        var lines = new StatementLines(output, _terminal.OutputHasColour, _terminal.Width);
        lines.WriteHead(statement, statement.Text, []);
        foreach (var (wording, reports) in variants)
        {
            output.Write('\n');
            foreach (var report in reports)
                output.Write($"  {VisibleText.OneLine(StatementLines.Place(report).TrimEnd(':'))}\n");
            var line = new StyledWriter(output, _terminal.OutputHasColour, _terminal.Width, 4);
            if (reports[0] == statement.Reports[0])
            {
                line.Write(VisibleText.OneLine(wording));
            }
            else
            {
                foreach (var change in WordDifference.Between(first, Read(reader, reports[0])).Changes)
                    Verdicts.WriteChange(line, first.Text, wording, change);
            }

            line.EndLine();
        }
    }

    private static StatementText Read(StatementReader reader, StatementReport report) => reader.Read(report.Wording, report.Language, report.Kind);

    private void ShowDocument(StoredDocument document, bool isJson)
    {
        if (!isJson)
        {
            using var output = _terminal.OpenOutputWriter();
            new MarkedFormat(_terminal.OutputHasColour, _terminal.Width, breaksLines: _terminal.OutputIsScreen).Write(document.Analysis, output);
            if (document.Options.Source is { } source && source != document.Analysis.Document.Id)
                output.Write($"read from {VisibleText.OneLine(source)}\n");
            WriteCopies(output, document);
            return;
        }

        var writer = new ExtractionWriter(_terminal.Output);
        writer.Write(document.Analysis, document.Links, new ExtractionStanding
        {
            Quality = document.Analysis.Quality,
            Source = document.Options.Source,
            CopyOf = document.CopyOf is { } original ? new ExtractionCopy(original.Document, original.Share) : null,
            Copies = [.. document.Copies.Select(copy => new ExtractionCopy(copy.Document, copy.Share))],
        });
    }

    private static void WriteCopies(TextWriter output, StoredDocument document)
    {
        if (document.CopyOf is { } original)
            output.Write($"copy of {Describe(original)}: {Share(original)} of this text stands there\n");
        if (document.Copies.Count > 0)
            output.Write($"copied by {Words.Count(document.Copies.Count, "document")}:\n");
        foreach (var copy in document.Copies.Take(CopiesShown))
            output.Write($"  {Describe(copy)}: {Share(copy)} of it is this text\n");
        if (document.Copies.Count > CopiesShown)
            output.Write($"  and {Words.Count(document.Copies.Count - CopiesShown, "more document")}\n");

        static string Describe(DocumentCopy copy) =>
            VisibleText.OneLine(string.Join(" · ", new[] { copy.Document, copy.Outlet, copy.Published is { } day ? Words.Of(day) : null }.OfType<string>()));

        // All but a word is not all.
        static string Share(DocumentCopy copy) => copy.Share >= 1 ? "all" : $"{Math.Min(99, Math.Round(100 * copy.Share)):0} %";
    }

    private void ShowVersions(string id, IReadOnlyList<DocumentVersion> versions, bool isJson)
    {
        if (isJson)
        {
            Answer.Write(_terminal, json =>
            {
                json.WriteString("document", id);
                json.WriteEach("versions", versions, version =>
                {
                    json.WriteNumber("version", version.Version);
                    json.WriteTime("read", version.Read);
                    json.WriteEach("changes", version.Changes, change =>
                    {
                        json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
                        json.WriteString("before", change.Before);
                        json.WriteString("after", change.After);
                        json.WriteString("speakerBefore", change.SpeakerBefore);
                        json.WriteString("speakerAfter", change.SpeakerAfter);
                    });
                });
            });
            return;
        }

        using var output = _terminal.OpenOutputWriter();
        foreach (var version in versions)
        {
            output.Write($"version {version.Version}, read {version.Read:yyyy-MM-dd HH:mm} UTC: {(version.Version == 1 ? "the first" : version.Changes.Count == 0 ? "no quote changed" : Words.Count(version.Changes.Count, "quote") + " changed")}\n");
            foreach (var change in version.Changes)
            {
                var line = new StyledWriter(output, _terminal.OutputHasColour, _terminal.Width, 2);
                line.Write($"{change.Kind.ToString().ToLowerInvariant()}: ", new Look(IsBold: true));
                line.Write(VisibleText.OneLine(change switch
                {
                    { Kind: QuoteChangeKind.Changed } => $"{change.SpeakerAfter ?? "unknown"}: “{change.Before}” → “{change.After}”",
                    { Kind: QuoteChangeKind.Reattributed } => $"“{change.After}”: {change.SpeakerBefore ?? "unknown"} → {change.SpeakerAfter ?? "unknown"}",
                    { Before: { } before } => $"{change.SpeakerBefore ?? "unknown"}: “{before}”",
                    _ => $"{change.SpeakerAfter ?? "unknown"}: “{change.After}”",
                }));
                line.EndLine();
            }
        }
    }

    private void ShowSpeakers(ILedger ledger, IReadOnlyList<StoredSpeaker> speakers, bool isJson)
    {
        // One is shown whole; where a name fits several, they are listed to choose from.
        var latest = speakers.Count > 1 ? [] : ledger.Find(new StatementQuery { By = speakers[0].Reference.Id, Order = StatementOrder.Newest, Limit = LatestShown }).Statements;
        if (isJson)
        {
            Answer.Write(_terminal, json =>
            {
                json.WriteEach("speakers", speakers, speaker => SpeakerLines.Write(json, speaker));
                json.WriteEach("latest", latest, found => json.WriteStatement(found.Statement));
            });
            return;
        }

        using var output = _terminal.OpenOutputWriter();
        foreach (var speaker in speakers)
            SpeakerLines.Write(output, speaker, _terminal.OutputHasColour, _terminal.Width);
        var lines = new StatementLines(output, _terminal.OutputHasColour, _terminal.Width);
        foreach (var found in latest)
        {
            output.Write('\n');
            lines.WriteHead(found.Statement, found.Statement.Text, []);
        }
    }
}
