// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit remove</c>: takes something out for good.</summary>
internal sealed class RemoveCommand : Command, IDocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly DecisionOptions _decision = new();

    private readonly Argument<string[]> _documents = new("DOCUMENT")
    {
        Description = "The ids of documents: they go with their texts, in all versions.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _speaker = new("--speaker")
    {
        Description = "A speaker, by id or by a name that fits no other: the names go, and all that the speaker said, but not the texts of documents.",
        HelpName = "SPEAKER",
    };

    private readonly Option<bool> _withDocuments = new("--with-documents") { Description = "With --speaker: the documents in which the speaker spoke go as well." };

    private readonly Option<string[]> _takeBack = new("--take-back")
    {
        Description = "The id of a document or a speaker that was removed, and may come in again when it is next read; may be given again.",
        HelpName = "ID",
    };

    public RemoveCommand(Terminal terminal)
        : base("remove", "Take documents or a speaker out of the ledger for good. That it was done is recorded, without the text; what was removed is left out when it is read again.")
    {
        _terminal = terminal;
        Arguments.Add(_documents);
        foreach (var option in (Option[])[_speaker, _withDocuments, _takeBack])
            Options.Add(option);
        _decision.AddTo(this);
        Validators.Add(Validate);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit remove gazette-8 --reason \"demande du journal\"", "An article that must go."),
        new("dixit remove --speaker \"Yann Person\" --with-documents", "Somebody who must not be found, with the texts."),
        new("dixit ledger vacuum", "Afterwards, so that nothing is left of it in the file."),
        new("dixit remove --take-back gazette-8", "It may be read again."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private void Validate(CommandResult result)
    {
        var ways = new[] { (result.GetValue(_documents) ?? []).Length > 0, result.GetValue(_speaker) is not null, (result.GetValue(_takeBack) ?? []).Length > 0 }.Count(isGiven => isGiven);
        if (ways == 0)
            result.AddError("remove needs a DOCUMENT, --speaker or --take-back.");
        else if (ways > 1)
            result.AddError("DOCUMENT, --speaker and --take-back exclude one another.");
        else if (result.GetValue(_withDocuments) && result.GetValue(_speaker) is null)
            result.AddError("--with-documents goes with --speaker.");
    }

    private int Run(ParseResult parse) => _decision.Change(parse, _terminal, (_, writer) =>
    {
        if (parse.GetValue(_takeBack) is { Length: > 0 } ids)
            return Each(parse, ids, "takenBack", "nothing was removed that had the id", writer.TakeBack).Status;
        if (parse.GetValue(_speaker) is { } speaker)
            return RemoveSpeaker(parse, writer, speaker);
        var (status, done) = Each(parse, parse.GetValue(_documents)!, "removed", "there is no document in the ledger with the id", id => writer.RemoveDocument(id, _decision.Reason(parse)));
        writer.Commit();
        if (done > 0)
            TellOfRest();
        return status;
    });

    private (int Status, int Done) Each(ParseResult parse, string[] ids, string member, string failure, Func<string, bool> change)
    {
        var (done, failed) = (new List<string>(), new List<string>());
        foreach (var id in ids.Distinct())
            (change(id) ? done : failed).Add(id);
        foreach (var id in failed)
            _terminal.Error.WriteLine(VisibleText.OneLine($"{LedgerProblems.NoSuchId}: {failure} \"{id}\""));
        if (_decision.IsJson(parse))
        {
            Answer.Write(_terminal, json =>
            {
                json.WriteStrings(member, done);
                json.WriteStrings("failed", failed);
            });
        }

        return (failed.Count == 0 ? ExitStatus.Success : ExitStatus.Failure, done.Count);
    }

    private int RemoveSpeaker(ParseResult parse, ILedgerWriter writer, string asked)
    {
        var removal = writer.RemoveSpeaker(asked, _decision.Reason(parse));
        var withDocuments = parse.GetValue(_withDocuments);
        foreach (var document in withDocuments ? removal.Documents : [])
            writer.RemoveDocument(document, _decision.Reason(parse));
        writer.Commit();
        if (_decision.IsJson(parse))
        {
            Answer.Write(_terminal, json =>
            {
                json.WriteSpeaker(removal.Speaker);
                json.WriteNumber("attributions", removal.Attributions);
                json.WriteStrings("documents", removal.Documents);
                json.WriteBoolean("documentsRemoved", withDocuments);
                json.WriteStrings("sharedNames", removal.SharedNames);
            });
        }
        else
        {
            using var output = _terminal.OpenOutputWriter();
            output.Write(VisibleText.OneLine($"Removed {removal.Speaker.Name} ({removal.Speaker.Id}), {Words.Count(removal.Attributions, "attribution")} in {Words.Count(removal.Documents.Count, "document")}.") + "\n");
            if (!withDocuments)
                output.Write(VisibleText.OneLine($"The texts are still there: {string.Join(", ", removal.Documents)}") + "\n");
            if (removal.SharedNames.Count > 0)
                output.Write(VisibleText.OneLine($"Others have the name too; what is read later under it is not left out: {string.Join(", ", removal.SharedNames)}") + "\n");
        }

        TellOfRest();
        return ExitStatus.Success;
    }

    private void TellOfRest() => _terminal.Error.WriteLine("What was removed is gone from the file after: dixit ledger vacuum");
}
