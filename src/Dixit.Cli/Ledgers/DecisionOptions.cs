// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>What all commands have that decide something about a ledger.</summary>
internal sealed class DecisionOptions
{
    private readonly LedgerOption _ledger = new();

    private readonly Option<string?> _reason = new("--reason")
    {
        Description = "Why, for those who come after.",
        HelpName = "TEXT",
    };

    private readonly Option<bool> _json = LedgerOptions.Json();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_reason);
        command.Options.Add(_json);
        _ledger.AddTo(command);
    }

    /// <summary>Whether the result is to be JSON.</summary>
    public bool IsJson(ParseResult parse) => parse.GetValue(_json);

    /// <summary>Why, or null.</summary>
    public string? Reason(ParseResult parse) => parse.GetValue(_reason);

    /// <summary>Asks the ledger.</summary>
    public int Ask(ParseResult parse, Terminal terminal, Func<ILedger, int> ask) => _ledger.Ask(parse, terminal, ask);

    /// <summary>Writes to the ledger, and tells who does so already.</summary>
    public int Change(ParseResult parse, Terminal terminal, Func<ILedger, ILedgerWriter, int> change) => _ledger.Ask(parse, terminal, ledger =>
    {
        // A decision is about something: there is nothing to decide about in a ledger that is not there.
        _ = ledger.Describe();
        using var writer = ledger.OpenWriter(new WriterOptions
        {
            OnDerive = (done, total) =>
            {
                if (done == 0)
                    terminal.Error.WriteLine($"The ledger was last written by an older version: who is who, and what is the same, is worked out anew for {total:N0} documents.");
            },
            OnWait = holder => terminal.Error.WriteLine(VisibleText.OneLine(LedgerGuard.DescribeWait(holder))),
        });
        return change(ledger, writer);
    });

    /// <summary>Makes one correction and tells what came of it.</summary>
    public int Make(ParseResult parse, Terminal terminal, Func<string?, Correction> correction) => Make(parse, terminal, (_, reason) => correction(reason));

    /// <summary>Makes one correction, for which the ledger has to be asked, and tells what came of it.</summary>
    public int Make(ParseResult parse, Terminal terminal, Func<ILedger, string?, Correction> correction) => Change(parse, terminal, (ledger, writer) =>
    {
        try
        {
            Tell(parse, terminal, ledger, writer.Correct(correction(ledger, Reason(parse))));
            return ExitStatus.Success;
        }
        catch (FormatException exception)
        {
            terminal.Error.WriteLine(VisibleText.OneLine($"{CliProblems.WrongEntry}: {exception.Message}"));
            return ExitStatus.Failure;
        }
    });

    private void Tell(ParseResult parse, Terminal terminal, ILedger ledger, CorrectionOutcome outcome)
    {
        var speaker = outcome.Speaker is { } id ? ledger.Speakers(id) is [var found] ? found : null : null;
        if (IsJson(parse))
        {
            Answer.Write(terminal, json =>
            {
                json.WriteNumber("correction", outcome.Number);
                json.WriteSpeaker(speaker?.Reference);
            });
            return;
        }

        using var output = terminal.OpenOutputWriter();
        if (speaker is not null)
            SpeakerLines.Write(output, speaker, terminal.OutputHasColour, terminal.Width);
        output.Write($"Correction {outcome.Number}. To take it back: dixit correct --undo {outcome.Number}\n");
    }
}
