// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Extracting;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Reading;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit extract</c>: documents in, attributions out.</summary>
internal sealed class ExtractCommand : Command, IDocumentedCommand
{
    private const int MostJobs = 256;

    private readonly Terminal _terminal;
    private readonly Option<bool> _debug;
    private readonly InputOptions _inputs = new();

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = InputOptions.PathDescription,
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<OutputForm?> _format = new("--format")
    {
        Description = "table: a row for each attribution. marked: the article with each speaker's words marked. jsonl: an object a line, one line a document. Without it, table on a terminal and jsonl anywhere else.",
        HelpName = "FORM",
        CustomParser = ParseForm,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "The whole result as one JSON object, with the problems and the counts.",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Write the result to this file. It is replaced only when the run has come to its end.",
        HelpName = "FILE",
    };

    private readonly Option<int?> _jobs = new("--jobs", "-j")
    {
        Description = "How many documents to work on at once; without it, one for each processor. The result is the same.",
        HelpName = "N",
        CustomParser = ParseJobs,
    };

    private readonly Option<double?> _minConfidence = ConfidenceOption.Create();

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "No progress and no summary on standard error; problems are told all the same.",
    };

    public ExtractCommand(Terminal terminal, Option<bool> debug)
        : base("extract", "Find who said what in news articles.")
    {
        _terminal = terminal;
        _debug = debug;
        _format.CompletionSources.Clear(); // The names of the enumeration are not those of the option.
        _format.CompletionSources.Add(OutputForms.Names);
        Arguments.Add(_paths);
        Options.Add(_format);
        Options.Add(_json);
        Options.Add(_out);
        _inputs.AddTo(this);
        Options.Add(_minConfidence);
        Options.Add(_jobs);
        Options.Add(_quiet);
        Validators.Add(Validate);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit extract article.txt", "Who said what in one article, as a table."),
        new("dixit extract --format marked --date 2024-03-02 article.txt", "The article with each speaker's words marked; « mardi » and « hier » count from that day."),
        new("dixit extract press/ --out statements.jsonl", "A folder with all below it, one JSON object a line."),
        new("dixit extract https://phare.example/article", "A page from the web, or a feed, whose articles are read one by one."),
        new("cat news.jsonl | dixit extract - | jq -r '.attributions[].speaker.name'", "JSON Lines in, JSON Lines out, for other tools."),
        new("pdftotext report.pdf - | dixit extract - --text --format table", "The text of one article from another program."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private void Validate(CommandResult result)
    {
        var paths = result.GetValue(_paths) ?? [];
        if (!_inputs.AnyGiven(result, paths))
            result.AddError("extract needs a PATH: a file, a folder, a pattern, an address, or - for standard input.");
        if (result.GetResult(_json) is not null && result.GetResult(_format) is not null)
            result.AddError("--json is a form of its own; it cannot be combined with --format.");
        _inputs.Validate(result, paths);
    }

    private int Run(ParseResult parse)
    {
        if (!_inputs.CheckList(parse, _terminal))
            return ExitStatus.Failure;
        using var report = new RunReport(_terminal, parse.GetValue(_quiet), parse.GetValue(_debug));
        var outPath = parse.GetValue(_out);
        using var interruption = new Interruption();
        try
        {
            using var file = outPath is null ? null : ResultFile.Create(outPath);
            var inputs = _inputs.Read(parse, parse.GetValue(_paths) ?? [], _terminal, interruption.Token);
            if (file is not null)
                inputs = WithoutResult(inputs, file);
            var pipeline = new PipelineBuilder().Build();
            var least = parse.GetValue(_minConfidence);
            Analysis Analyse(Documents.Document document) => ConfidenceOption.Keep(pipeline.Analyse(document), least);
            var jobs = parse.GetValue(_jobs) ?? Math.Min(Environment.ProcessorCount, MostJobs);
            var output = file?.Stream ?? _terminal.Output;
            if (parse.GetValue(_json))
            {
                var whole = new JsonObjectWriter(output);
                report.ToldProblem = whole.AddProblem;
                new ExtractRun(Analyse, new JsonLinesFormat(), jobs).Run(inputs, whole.AddDocument, report, interruption.Token);
                whole.Finish(report);
            }
            else
            {
                var format = ChooseFormat(parse.GetValue(_format), toFile: file is not null);
                new ExtractRun(Analyse, format, jobs).Run(inputs, rendered => output.Write(rendered.Span), report, interruption.Token);
            }

            file?.Commit();
        }
        catch (OperationCanceledException)
        {
            return interruption.Status;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (outPath is null)
                throw; // About standard output, which is no business of one command.
            report.Tell(CliProblems.ReportCannotWrite(outPath, exception));
        }

        report.Summarise();
        return report.Problems == 0 ? ExitStatus.Success : ExitStatus.Failure;
    }

    private IAnalysisFormat ChooseFormat(OutputForm? asked, bool toFile)
    {
        var isScreen = _terminal.OutputIsScreen && !toFile;
        var hasColour = _terminal.OutputHasColour && !toFile;
        return (asked ?? (isScreen ? OutputForm.Table : OutputForm.Jsonl)) switch
        {
            OutputForm.Table => new TableFormat(hasColour, _terminal.Width),
            OutputForm.Marked => new MarkedFormat(hasColour, _terminal.Width, breaksLines: isScreen),
            _ => new JsonLinesFormat(),
        };
    }

    // A result inside the folder that is read: its documents would all come a second time.
    private static IEnumerable<ReadResult> WithoutResult(IEnumerable<ReadResult> inputs, ResultFile file)
    {
        foreach (var input in inputs)
        {
            if (file.IsAt(input.Path))
                throw new IOException("it is one of the inputs");
            yield return input;
        }
    }

    private static OutputForm? ParseForm(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Array.IndexOf(OutputForms.Names, text) is >= 0 and var index)
            return (OutputForm)index;
        var nearest = Suggestions.Nearest(text, OutputForms.Names);
        result.AddError($"--format takes {string.Join(", ", OutputForms.Names)}, not '{text}'." + (nearest is null ? "" : $" Did you mean {nearest}?"));
        return null;
    }

    private static int? ParseJobs(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, out var jobs) && jobs is >= 1 and <= MostJobs)
            return jobs;
        result.AddError($"--jobs takes a number from 1 to {MostJobs}, not '{text}'.");
        return null;
    }

    private static class OutputForms
    {
        /// <summary>In the order of the enumeration.</summary>
        public static readonly string[] Names = ["table", "marked", "jsonl"];
    }
}
