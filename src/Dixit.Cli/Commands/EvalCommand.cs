// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Evaluating;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Reading;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit eval</c>: how good is it on documents annotated by hand?</summary>
internal sealed class EvalCommand : Command, IDocumentedCommand
{
    private const int MostErrors = 1_000_000;

    private readonly Terminal _terminal;

    private readonly Argument<string?> _gold = new("GOLD")
    {
        Description = "Documents annotated by hand: JSON Lines, or a folder of .json files with one each.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _predictions = new("PREDICTIONS")
    {
        Description = "What was found in them, as extract or export writes it. Without it, their texts are analysed now.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _errors = LedgerOptions.Number("--errors", "Tell so many errors too, each with its words.", MostErrors);

    private readonly Option<string?> _docs = new("--docs") { Description = "Only the documents of gold whose id fits, such as 'press-*'; '!press-*' leaves them out.", HelpName = "PATTERN" };

    private readonly Option<bool> _noSpeaker = new("--no-speaker") { Description = "Gold does not say who the speakers are: who said what goes by the words of the source." };

    private readonly Option<bool> _json = LedgerOptions.Json();

    public EvalCommand(Terminal terminal)
        : base("eval", "Compare what is found with documents annotated by hand.")
    {
        _terminal = terminal;
        Arguments.Add(_gold);
        Arguments.Add(_predictions);
        foreach (var option in (Option[])[_errors, _docs, _noSpeaker, _json])
            Options.Add(option);
        Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(_gold)))
                result.AddError("eval needs GOLD: a file of JSON Lines, or a folder of .json files.");
        });
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit eval gold.jsonl", "How well this version does on gold of your own."),
        new("dixit eval gold/ statements.jsonl --errors 40", "What another run, or another program, found; with 40 of its errors."),
        new("dixit eval gold.jsonl --docs '!wire-*' --json", "Without some of the documents, for another program."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("Figures",
        [
            ("detection@T", "Contents found, where the words in common are at least T of those that either has."),
            ("who said what", "The same at 0.5 where the speaker must be right too. Unknown is missed; a wrong one is missed and spurious."),
            ("words", "Reported words, however they are divided."),
            ("of those matched", "At 0.5, the share with the right speaker (and with a wrong one), source, cue, type, act, via."),
        ]),
    ];

    private int Run(ParseResult parse)
    {
        var errors = parse.GetValue(_errors) ?? 0;
        try
        {
            var figures = Evaluate(parse);
            if (parse.GetValue(_json))
            {
                Answer.Write(_terminal, json => FigureLines.Write(json, figures, errors));
            }
            else
            {
                using var output = _terminal.OpenOutputWriter();
                FigureLines.Write(output, figures, errors, _terminal.OutputHasColour);
            }

            return ExitStatus.Success;
        }
        catch (EvaluationException exception)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine(exception.Message));
            return ExitStatus.Failure;
        }
    }

    private Figures Evaluate(ParseResult parse)
    {
        var path = parse.GetValue(_gold)!;
        var pattern = new DocumentPattern(parse.GetValue(_docs) ?? "*");
        var gold = ScoredDocuments.Read(path).Where(document => pattern.Fits(document.Id)).ToList();
        if (gold.Count == 0)
            throw new EvaluationException(CliProblems.ReportNothingToCompare(path));
        var ids = gold.Select(document => document.Id).ToHashSet();
        var predictionPath = parse.GetValue(_predictions);
        var found = predictionPath is null ? Extract(path, ids) : ScoredDocuments.Read(predictionPath).Where(document => ids.Contains(document.Id));
        var predictions = new Dictionary<string, ScoredDocument>();
        foreach (var document in found)
            predictions[document.Id] = document;
        var missing = gold.Where(document => !predictions.ContainsKey(document.Id)).ToList();
        if (missing.Count > 0)
            throw new EvaluationException(CliProblems.ReportNoPrediction(predictionPath ?? path, missing.Count, missing[0].Id));
        var evaluation = new Evaluation(withSpeakers: !parse.GetValue(_noSpeaker));
        foreach (var document in gold)
        {
            if (predictions[document.Id].Text != document.Text)
                throw new EvaluationException(CliProblems.ReportOtherText(predictionPath ?? path, document.Id));
            evaluation.Add(document, predictions[document.Id]);
        }

        return evaluation.Figures;
    }

    // Gold is records with more in them: the same readers as for any other input know its texts, dates and outlets.
    private static IEnumerable<ScoredDocument> Extract(string path, HashSet<string> ids)
    {
        var pipeline = new PipelineBuilder().Build();
        var reader = new DocumentReader();
        using var lines = Directory.Exists(path) ? null : File.OpenRead(path);
        foreach (var input in lines is null ? reader.Read([path]) : reader.ReadStream(lines, InputFormat.JsonLines, path))
        {
            if (input.Succeeded && ids.Contains(input.Document.Id))
                yield return ScoredDocument.Of(pipeline.Analyse(input.Document));
        }
    }
}
