// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Mentions;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit correct</c>: what a person knows better than the engine.</summary>
internal sealed class CorrectCommand : Command, IDocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly DecisionOptions _decision = new();

    private readonly Argument<string?> _document = new("DOCUMENT")
    {
        Description = "The id of a document. Alone: its attributions with their numbers.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _attribution = new("NUMBER")
    {
        Description = "The number of an attribution in it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _speaker = new("--speaker")
    {
        Description = "Who said it: an id, or a name; of the document's speakers first, then of the ledger's.",
        HelpName = "SPEAKER",
    };

    private readonly Option<SpeakerKind?> _new = LedgerOptions.Choice<SpeakerKind>("--new", "With --speaker: the ledger may not know the speaker yet, who is one of {0}.", "KIND", ["unknown", "person", "organisation", "group", "anonymous"]);

    private readonly Option<bool> _noSpeaker = new("--no-speaker") { Description = "Nobody knows who said it." };

    private readonly Option<bool> _reject = new("--reject") { Description = "Nothing is reported there." };

    private readonly Option<string[]> _content = new("--content")
    {
        Description = "What is reported: words of the text, the nearest that read so; given again for each part.",
        HelpName = "WORDS",
    };

    private readonly Option<string?> _cue = new("--cue") { Description = "The words that report; \"\" for none.", HelpName = "WORDS" };

    private readonly Option<string?> _source = new("--source") { Description = "The words that name whoever said it; \"\" for none.", HelpName = "WORDS" };

    private readonly Option<string[]> _join = new("--join")
    {
        Description = "Statements that are one, by their ids; given again for each.",
        HelpName = "STATEMENT",
    };

    private readonly Option<string?> _part = new("--part") { Description = "A statement that is two: what --report names is another one.", HelpName = "STATEMENT" };

    private readonly Option<string[]> _report = new("--report")
    {
        Description = "With --part: a report of the other one; given again for each.",
        HelpName = "DOCUMENT#NUMBER",
    };

    private readonly Option<string?> _file = new("--file")
    {
        Description = "Corrections from a JSON file, as --list --json writes them; - for standard input. What cannot be done is told by entry, the rest is done.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _list = new("--list") { Description = "The corrections that were made and not undone." };

    private readonly Option<int?> _undo = LedgerOptions.Number("--undo", "Take a correction back, by its number.", int.MaxValue);

    public CorrectCommand(Terminal terminal)
        : base("correct", "Correct what was found: who said it, which words, or that nothing was said; which statements are one. A correction is kept apart from the findings, and holds whenever the document is read again.")
    {
        _terminal = terminal;
        Arguments.Add(_document);
        Arguments.Add(_attribution);
        foreach (var option in (Option[])[_speaker, _new, _noSpeaker, _reject, _content, _cue, _source, _join, _part, _report, _file, _list, _undo])
            Options.Add(option);
        _decision.AddTo(this);
        Validators.Add(Validate);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit correct 02-interdepeches-ministre", "The attributions of a document, with their numbers."),
        new("dixit correct 02-interdepeches-ministre 3 --speaker \"Lucien Bressac\"", "The third one is his."),
        new("dixit correct 02-interdepeches-ministre 4 --reject --reason \"titre d'un film\"", "The fourth one is none."),
        new("dixit correct 02-interdepeches-ministre 5 --content \"en entier\" --cue \"\"", "Only these words, and no verb that reports them."),
        new("dixit correct --join s-4k72fys8952n --join s-8c0v2m1xt3ra", "Two wordings of one statement."),
        new("dixit correct --part s-4k72fys8952n --report gazette-8#2", "The Gazette reports something else."),
        new("dixit correct --list", "What was corrected; what has no place any more is marked."),
        new("dixit correct --undo 2", "As if it had never been made."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private void Validate(CommandResult result)
    {
        var hasDocument = !string.IsNullOrEmpty(result.GetValue(_document));
        var attribution = result.GetValue(_attribution);
        var decisions = new[] { result.GetValue(_speaker) is not null, result.GetValue(_noSpeaker), result.GetValue(_reject), GivesSpans(result) }.Count(isGiven => isGiven);
        var reports = result.GetValue(_report) ?? [];
        var others = new[] { result.GetValue(_join) is { Length: > 0 }, result.GetValue(_part) is not null, result.GetValue(_file) is not null, result.GetValue(_list), result.GetResult(_undo) is not null }.Count(isGiven => isGiven);
        if (others > 1 || (others == 1 && (hasDocument || decisions > 0)))
            result.AddError("--join, --part, --file, --list and --undo stand alone.");
        else if (others == 0 && !hasDocument)
            result.AddError("correct needs a DOCUMENT and the NUMBER of an attribution, or --join, --part, --file, --list or --undo.");
        else if (attribution is not null && !TryParseNumber(attribution, out _))
            result.AddError($"The NUMBER of an attribution is a number from 1, not '{attribution}'.");
        else if (decisions > 1)
            result.AddError("--speaker, --no-speaker, --reject and spans exclude one another.");
        else if (decisions == 1 && attribution is null)
            result.AddError("Which attribution? dixit correct DOCUMENT lists them with their numbers.");
        else if (decisions == 0 && attribution is not null)
            result.AddError("What is wrong with it? --speaker, --no-speaker, --reject, --content, --cue or --source.");
        else if (result.GetValue(_join) is { Length: 1 })
            result.AddError("--join needs two statements or more; it is given again for each.");
        else if ((result.GetValue(_part) is not null) != (reports.Length > 0))
            result.AddError("--part and --report go together.");
        else if (reports.FirstOrDefault(report => !TryParseReport(report, out _)) is { } wrong)
            result.AddError($"A report is DOCUMENT#NUMBER, not '{wrong}'.");
        else if (result.GetValue(_new) is not null && result.GetValue(_speaker) is null)
            result.AddError("--new goes with --speaker.");
    }

    private bool GivesSpans(CommandResult result) => result.GetValue(_content) is { Length: > 0 } || result.GetValue(_cue) is not null || result.GetValue(_source) is not null;

    private int Run(ParseResult parse)
    {
        if (parse.GetValue(_join) is { Length: > 0 } joined)
            return _decision.Make(parse, _terminal, reason => new StatementJoin(joined) { Reason = reason });
        if (parse.GetValue(_part) is { } parted)
            return _decision.Make(parse, _terminal, reason => new StatementPart(parted, [.. parse.GetValue(_report)!.Select(ParseReport)]) { Reason = reason });
        if (parse.GetValue(_list))
            return _decision.Ask(parse, _terminal, ledger => List(ledger.Corrections(), _decision.IsJson(parse)));
        if (parse.GetValue(_undo) is { } number)
            return Undo(parse, number);
        if (parse.GetValue(_file) is { } file)
            return new CorrectionFile(_terminal).Apply(file, _decision.IsJson(parse), change => _decision.Change(parse, _terminal, change));
        var document = parse.GetValue(_document)!;
        if (!TryParseNumber(parse.GetValue(_attribution), out var attribution))
            return _decision.Ask(parse, _terminal, ledger => ShowAttributions(ledger, document, _decision.IsJson(parse)));
        return _decision.Make(parse, _terminal, (ledger, reason) => MakeCorrection(parse, ledger, document, attribution) with { Reason = reason });
    }

    private Correction MakeCorrection(ParseResult parse, ILedger ledger, string document, int attribution)
    {
        if (parse.GetValue(_reject))
            return new Rejection(document, attribution);
        if (!GivesSpans(parse.CommandResult))
            return new SpeakerCorrection(document, attribution, parse.GetValue(_speaker)) { New = parse.GetValue(_new) };
        var spans = new SpanWords(ledger, document, attribution);
        return new SpanCorrection(document, attribution)
        {
            Content = parse.GetValue(_content) is { Length: > 0 } content ? spans.FindAll(content) : null,
            Cue = parse.GetValue(_cue) is { } cue ? spans.Find(cue) : null,
            Source = parse.GetValue(_source) is { } source ? spans.Find(source) : null,
        };
    }

    private static ReportReference ParseReport(string text) => TryParseReport(text, out var report) ? report : throw new FormatException(text);

    private static bool TryParseReport(string text, out ReportReference report)
    {
        var mark = text.LastIndexOf('#');
        var isNumber = TryParseNumber(mark < 1 ? null : text[(mark + 1)..], out var attribution);
        report = new ReportReference(mark < 1 ? "" : text[..mark], attribution);
        return isNumber;
    }

    private int List(IReadOnlyList<StoredCorrection> corrections, bool isJson)
    {
        if (isJson)
        {
            Answer.Write(_terminal, json => json.WriteEach("corrections", corrections, correction => CorrectionLines.Write(json, correction)));
            return ExitStatus.Success;
        }

        using var output = _terminal.OpenOutputWriter();
        foreach (var correction in corrections)
            CorrectionLines.Write(output, correction, _terminal.OutputHasColour, _terminal.Width);
        return ExitStatus.Success;
    }

    private int Undo(ParseResult parse, int number) => _decision.Change(parse, _terminal, (_, writer) =>
    {
        if (!writer.Undo(number))
        {
            _terminal.Error.WriteLine($"{LedgerProblems.NoSuchId}: there is no correction {number} in the ledger");
            return ExitStatus.Failure;
        }

        if (_decision.IsJson(parse))
            Answer.Write(_terminal, json => json.WriteNumber("undone", number));
        return ExitStatus.Success;
    });

    private int ShowAttributions(ILedger ledger, string id, bool isJson)
    {
        if (ledger.FindDocument(id) is not { } stored)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine($"{LedgerProblems.NoSuchId}: there is no document \"{id}\" in the ledger"));
            return ExitStatus.Failure;
        }

        var document = stored.Analysis.Document;
        if (isJson)
        {
            Answer.Write(_terminal, json =>
            {
                json.WriteString("document", document.Id);
                json.WriteEach("attributions", stored.Analysis.Attributions, attribution =>
                {
                    json.WriteNumber("attribution", attribution.Id);
                    json.WriteString("speaker", attribution.Speaker?.Name);
                    json.WriteString("speakerId", stored.Links.SpeakerOf(attribution));
                    json.WriteStrings("content", attribution.Content.Select(span => document[span].ToString()));
                });
            });
            return ExitStatus.Success;
        }

        using var output = _terminal.OpenOutputWriter();
        foreach (var attribution in stored.Analysis.Attributions)
        {
            var line = new StyledWriter(output, _terminal.OutputHasColour, _terminal.Width, 2);
            line.Write(VisibleText.OneLine($"{attribution.Id} {attribution.Speaker?.Name ?? "unknown"}"), new Look(IsBold: true));
            line.Write(" ");
            line.Write(VisibleText.OneLine($"· {Words.Of(attribution.Kind)}: {string.Join(" […] ", attribution.Content.Select(span => document[span].ToString()))}"));
            line.EndLine();
        }

        return ExitStatus.Success;
    }

    private static bool TryParseNumber(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
