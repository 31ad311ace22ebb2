// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit speakers</c>: who speaks in the ledger, and who is who.</summary>
internal sealed class SpeakersCommand : Command, IDocumentedCommand
{
    private const int MostSpeakers = 100_000;
    private const int UsualSpeakers = 50;
    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "The id of a speaker, or a name or part of one; without it, all of them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _limit = LedgerOptions.Number("--limit", "How many speakers at most, the most quoted first; 50 without it.", MostSpeakers);
    private readonly Option<string?> _import = new("--import")
    {
        Description = "Take in a list of people of your own, tab-separated: name, aliases, kind, gender, Wikidata id, roles with days (docs/ledger.md). They come before what documents show. - for standard input.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = LedgerOptions.Json();

    public SpeakersCommand(Terminal terminal)
        : base("speakers", "List who speaks in the ledger: names, roles with the days they were seen, counts. Or say who is who: merge, split, rename.")
    {
        _terminal = terminal;
        Arguments.Add(_name);
        Options.Add(_limit);
        Options.Add(_import);
        Options.Add(_json);
        _ledger.AddTo(this);
        Subcommands.Add(new MergeCommand(terminal));
        Subcommands.Add(new SplitCommand(terminal));
        Subcommands.Add(new RenameCommand(terminal));
        Validators.Add(result =>
        {
            if (result.GetValue(_import) is not null && result.GetValue(_name) is not null)
                result.AddError("--import takes no NAME.");
        });
        SetAction(parse => parse.GetValue(_import) is { } file ? Import(parse, file) : Run(parse));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit speakers", "The most quoted speakers."),
        new("dixit speakers vaudrel --json", "Everybody of a name, for another program."),
        new("dixit speakers merge p-4k72fys8952n p-8c0v2m1xt3ra", "Two who are one."),
        new("dixit speakers --import people.tsv", "Who is who, as you know it."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
    {
        var name = parse.GetValue(_name);
        var speakers = ledger.Speakers(name, parse.GetValue(_limit) ?? UsualSpeakers);
        if (parse.GetValue(_json))
        {
            Answer.Write(_terminal, json => json.WriteEach("speakers", speakers, speaker => SpeakerLines.Write(json, speaker)));
        }
        else
        {
            using var output = _terminal.OpenOutputWriter();
            foreach (var speaker in speakers)
                SpeakerLines.Write(output, speaker, _terminal.OutputHasColour, _terminal.Width);
        }

        if (speakers.Count > 0 || name is null)
            return ExitStatus.Success;
        _terminal.Error.WriteLine(VisibleText.OneLine($"{LedgerProblems.NoSuchId}: there is no speaker \"{name}\" in the ledger"));
        return ExitStatus.Failure;
    });

    private int Import(ParseResult parse, string path)
    {
        PeopleFile file;
        try
        {
            using var reader = path == "-" ? new StreamReader(_terminal.Input) : new StreamReader(path);
            file = PeopleFile.Read(path, reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotRead(path, exception).ToString()));
            return ExitStatus.Failure;
        }

        foreach (var problem in file.Problems)
            _terminal.Error.WriteLine(VisibleText.OneLine(problem.ToString()));
        return _ledger.Ask(parse, _terminal, ledger =>
        {
            ListOutcome outcome;
            using (var writer = ledger.OpenWriter())
                outcome = writer.Import(file.People);
            if (parse.GetValue(_json))
                WriteJson(file, outcome);
            else
                _terminal.Error.WriteLine($"{outcome.Added:N0} new, {outcome.Changed:N0} changed, {outcome.Unchanged:N0} unchanged, {file.Problems.Count:N0} failed; {outcome.Sightings:N0} linked anew");
            return file.Problems.Count == 0 ? ExitStatus.Success : ExitStatus.Failure;
        });
    }

    private void WriteJson(PeopleFile file, ListOutcome outcome) => Answer.Write(_terminal, json =>
    {
        json.WriteNumber("added", outcome.Added);
        json.WriteNumber("changed", outcome.Changed);
        json.WriteNumber("unchanged", outcome.Unchanged);
        json.WriteNumber("linkedAnew", outcome.Sightings);
        json.WriteEach("problems", file.Problems, problem =>
        {
            json.WriteString("code", problem.Code);
            json.WriteString("message", problem.Message);
            json.WriteString("path", problem.Path);
            json.WriteNumber("line", problem.Line);
        });
    });

    private sealed class MergeCommand : Command, IDocumentedCommand
    {
        private readonly DecisionOptions _decision = new();

        private readonly Argument<string[]> _speakers = new("SPEAKER")
        {
            Description = "The ids, or names that fit one speaker only. The first keeps its id and name; the ids of the others lead to it.",
            Arity = ArgumentArity.ZeroOrMore,
        };

        public MergeCommand(Terminal terminal)
            : base("merge", "Say that speakers are one: in all that was read, and in all that will be.")
        {
            Arguments.Add(_speakers);
            _decision.AddTo(this);
            Validators.Add(result =>
            {
                if ((result.GetValue(_speakers) ?? []).Length < 2)
                    result.AddError("merge needs two SPEAKERs or more.");
            });
            SetAction(parse => _decision.Make(parse, terminal, reason =>
            {
                var speakers = parse.GetValue(_speakers)!;
                return new SpeakerMerge(speakers[0], speakers[1..]) { Reason = reason };
            }));
        }

        public IReadOnlyList<Example> Examples { get; } = [new("dixit speakers merge \"Lucien Bressac\" p-8c0v2m1xt3ra", "Whoever p-8c0v2m1xt3ra was, it is him.")];

        public IReadOnlyList<HelpList> Lists { get; } = [];
    }

    private sealed class SplitCommand : Command, IDocumentedCommand
    {
        private readonly DecisionOptions _decision = new();

        private readonly Argument<string?> _speaker = new("SPEAKER")
        {
            Description = "The id, or a name that fits one speaker only.",
            Arity = ArgumentArity.ZeroOrOne,
        };

        private readonly Option<string[]> _documents = new("--document")
        {
            Description = "A document in which it is the other one; may be given again.",
            HelpName = "ID",
        };

        private readonly Option<string[]> _names = new("--name")
        {
            Description = "A name under which it is the other one; may be given again. With --document, only there.",
            HelpName = "NAME",
        };

        private readonly Option<string?> _as = new("--as")
        {
            Description = "What to call the other one; without it, as the documents do.",
            HelpName = "NAME",
        };

        public SplitCommand(Terminal terminal)
            : base("split", "Say that a speaker is two: what some documents or names show is somebody else.")
        {
            Arguments.Add(_speaker);
            foreach (var option in (Option[])[_documents, _names, _as])
                Options.Add(option);
            _decision.AddTo(this);
            Validators.Add(result =>
            {
                if (string.IsNullOrEmpty(result.GetValue(_speaker)))
                    result.AddError("split needs a SPEAKER.");
                else if ((result.GetValue(_documents) ?? []).Length + (result.GetValue(_names) ?? []).Length == 0)
                    result.AddError("split needs a --document or a --name: where is it somebody else?");
            });
            SetAction(parse => _decision.Make(parse, terminal, reason =>
                new SpeakerSplit(parse.GetValue(_speaker)!, parse.GetValue(_documents) ?? [], parse.GetValue(_names) ?? []) { Name = parse.GetValue(_as), Reason = reason }));
        }

        public IReadOnlyList<Example> Examples { get; } =
        [
            new("dixit speakers split \"Paul Mercier\" --document gazette-8 --as \"Mercier fils\"", "There it is the son."),
        ];

        public IReadOnlyList<HelpList> Lists { get; } = [];
    }

    private sealed class RenameCommand : Command, IDocumentedCommand
    {
        private readonly DecisionOptions _decision = new();

        private readonly Argument<string?> _speaker = new("SPEAKER")
        {
            Description = "The id, or a name that fits one speaker only.",
            Arity = ArgumentArity.ZeroOrOne,
        };

        private readonly Argument<string?> _name = new("NAME")
        {
            Description = "The name that counts from now on, whatever documents say.",
            Arity = ArgumentArity.ZeroOrOne,
        };

        public RenameCommand(Terminal terminal)
            : base("rename", "Give a speaker another name.")
        {
            Arguments.Add(_speaker);
            Arguments.Add(_name);
            _decision.AddTo(this);
            Validators.Add(result =>
            {
                if (string.IsNullOrEmpty(result.GetValue(_speaker)) || string.IsNullOrEmpty(result.GetValue(_name)))
                    result.AddError("rename needs a SPEAKER and a NAME.");
            });
            SetAction(parse => _decision.Make(parse, terminal, reason => new SpeakerRename(parse.GetValue(_speaker)!, parse.GetValue(_name)!) { Reason = reason }));
        }

        public IReadOnlyList<Example> Examples { get; } = [new("dixit speakers rename Vaudrel \"Hélène Vaudrel-Aubry\"", "Her name in full.")];

        public IReadOnlyList<HelpList> Lists { get; } = [];
    }
}
