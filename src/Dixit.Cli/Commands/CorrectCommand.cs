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

    private readonly Option<string?> _file = new("--file")
    {
        Description = "Corrections from a JSON file, as --list --json writes them; - for standard input. What cannot be done is told by entry, the rest is done.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _list = new("--list") { Description = "The corrections that were made and not undone." };

    private readonly Option<int?> _undo = LedgerOptions.Number("--undo", "Take a correction back, by its number.", int.MaxValue);

    public CorrectCommand(Terminal terminal)
        : base("correct", "Correct what was found: who said it, or that nothing was said. A correction is kept apart from the findings, and holds whenever the document is read again.")
    {
        _terminal = terminal;
        Arguments.Add(_document);
        Arguments.Add(_attribution);
        foreach (var option in (Option[])[_speaker, _new, _noSpeaker, _reject, _file, _list, _undo])
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
        new("dixit correct --list", "What was corrected; what has no place any more is marked."),
        new("dixit correct --undo 2", "As if it had never been made."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private void Validate(CommandResult result)
    {
        var hasDocument = !string.IsNullOrEmpty(result.GetValue(_document));
        var attribution = result.GetValue(_attribution);
        var decisions = new[] { result.GetValue(_speaker) is not null, result.GetValue(_noSpeaker), result.GetValue(_reject) }.Count(isGiven => isGiven);
        var others = new[] { result.GetValue(_file) is not null, result.GetValue(_list), result.GetResult(_undo) is not null }.Count(isGiven => isGiven);
        if (others > 1 || (others == 1 && (hasDocument || decisions > 0)))
            result.AddError("--file, --list and --undo stand alone.");
        else if (others == 0 && !hasDocument)
            result.AddError("correct needs a DOCUMENT and the NUMBER of an attribution, or --file, --list or --undo.");
        else if (attribution is not null && !TryParseNumber(attribution, out _))
            result.AddError($"The NUMBER of an attribution is a number from 1, not '{attribution}'.");
        else if (decisions > 1)
            result.AddError("--speaker, --no-speaker and --reject exclude one another.");
        else if (decisions == 1 && attribution is null)
            result.AddError("Which attribution? dixit correct DOCUMENT lists them with their numbers.");
        else if (decisions == 0 && attribution is not null)
            result.AddError("What is wrong with it? --speaker, --no-speaker or --reject.");
        else if (result.GetValue(_new) is not null && result.GetValue(_speaker) is null)
            result.AddError("--new goes with --speaker.");
    }

    private int Run(ParseResult parse)
    {
        if (parse.GetValue(_list))
            return _decision.Ask(parse, _terminal, ledger => List(ledger.Corrections(), _decision.IsJson(parse)));
        if (parse.GetValue(_undo) is { } number)
            return Undo(parse, number);
        if (parse.GetValue(_file) is { } file)
            return new CorrectionFile(_terminal).Apply(file, _decision.IsJson(parse), change => _decision.Change(parse, _terminal, change));
        var document = parse.GetValue(_document)!;
        if (!TryParseNumber(parse.GetValue(_attribution), out var attribution))
            return _decision.Ask(parse, _terminal, ledger => ShowAttributions(ledger, document, _decision.IsJson(parse)));
        return _decision.Make(parse, _terminal, reason => parse.GetValue(_reject)
            ? new Rejection(document, attribution) { Reason = reason }
            : new SpeakerCorrection(document, attribution, parse.GetValue(_speaker)) { New = parse.GetValue(_new), Reason = reason });
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
