// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Explaining;
using Dixit.Cli.Extracting;
using Dixit.Cli.Terminals;
using Dixit.Reading;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit explain</c>: why something was attributed as it was, and why the rest was left alone.</summary>
internal sealed class ExplainCommand : Command, IDocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly Option<bool> _debug;
    private readonly InputOptions _inputs = new();

    private readonly Argument<string?> _file = new("FILE[:LINE]")
    {
        Description = "The file, or - for standard input. A LINE keeps to what touches that line; in a file of records, to the record on that line.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "The explanation as one JSON object.",
    };

    public ExplainCommand(Terminal terminal, Option<bool> debug)
        : base("explain", "Show for each attribution what was found where and by which rule, and for each quotation left alone, why.")
    {
        _terminal = terminal;
        _debug = debug;
        Arguments.Add(_file);
        Options.Add(_json);
        _inputs.AddTo(this);
        Validators.Add(Validate);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit explain article.txt", "Every attribution of the article, and every quotation that has none."),
        new("dixit explain article.txt:12", "Only those on line 12."),
        new("dixit explain news.jsonl:3 --json", "The third record, for another program."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private void Validate(CommandResult result)
    {
        var file = result.GetValue(_file);
        if (string.IsNullOrEmpty(file))
            result.AddError("explain needs a FILE, or - for standard input.");
        else
            _inputs.Validate(result, [file]);
    }

    private int Run(ParseResult parse)
    {
        using var report = new RunReport(_terminal, isQuiet: true, parse.GetValue(_debug));
        var target = FileAndLine.Parse(parse.GetValue(_file)!, path => File.Exists(path) || Directory.Exists(path));
        using var interruption = new Interruption();
        try
        {
            var inputs = Choose(_inputs.Read(parse, [target.File], _terminal, interruption.Token), target, report);
            var explanations = Explain(inputs, report);
            if (parse.GetValue(_json))
                ExplanationJson.Write([.. explanations], _terminal.Output);
            else
                WriteText(explanations);
        }
        catch (OperationCanceledException)
        {
            return interruption.Status;
        }

        return report.Problems == 0 ? ExitStatus.Success : ExitStatus.Failure;
    }

    private void WriteText(IEnumerable<Explanation> explanations)
    {
        var text = new ExplanationText(_terminal.OutputHasColour, _terminal.Width);
        using var output = _terminal.OpenOutputWriter();
        foreach (var explanation in explanations)
            text.Write(explanation, output);
    }

    /// <summary>The documents to explain, each with the line of its text to keep to, or null.</summary>
    private static IEnumerable<(ReadResult Input, int? Line)> Choose(IEnumerable<ReadResult> inputs, FileAndLine target, RunReport report)
    {
        if (target.Line is not { } line)
            return inputs.Select(input => (input, (int?)null));

        // In a file of records, the line is that of the record: the last one that starts on it or before it.
        ReadResult? record = null;
        foreach (var input in inputs)
        {
            if (input.Line is null)
                return [(input, line)];
            if (input.Line > line)
                break;
            record = input;
        }

        if (record is not null)
            return [(record, null)];
        report.Tell(CliProblems.ReportNoSuchRecord(target.File, line));
        return [];
    }

    private static IEnumerable<Explanation> Explain(IEnumerable<(ReadResult Input, int? Line)> inputs, RunReport report)
    {
        var pipeline = new PipelineBuilder().Build();
        foreach (var (input, line) in inputs)
        {
            if (!input.Succeeded)
            {
                report.Tell(input.Problem);
                continue;
            }

            var last = line is null ? 0 : new LineIndex(input.Document.Text).Count;
            if (line > last)
                report.Tell(CliProblems.ReportNoSuchLine(input.Path, line.Value, last));
            else
                yield return new Explanation(pipeline.Analyse(input.Document), line, pipeline.ExplainConfidence);
        }
    }
}
