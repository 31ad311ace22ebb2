// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dixit.Cli.Terminals;
using Dixit.Reading;

namespace Dixit.Cli.Commands;

/// <summary>The options of every command that reads documents.</summary>
internal sealed class InputOptions
{
    /// <summary>How to call standard input on the command line.</summary>
    public const string StandardInput = "-";

    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "The day of publication of documents that do not bring their own.",
        HelpName = "YYYY-MM-DD",
        CustomParser = ParseDate,
    };

    private readonly Option<string?> _outlet = new("--outlet")
    {
        Description = "The outlet of documents that do not bring their own.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _text = new("--text")
    {
        Description = "Standard input is the text of one article, not JSON Lines.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_date);
        command.Options.Add(_outlet);
        command.Options.Add(_text);
    }

    /// <summary>Reads what the paths name, or standard input where the only path is <c>-</c>.</summary>
    public IEnumerable<ReadResult> Read(ParseResult parse, IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancellation)
    {
        var reader = new DocumentReader(new DocumentReaderOptions
        {
            Published = parse.GetValue(_date),
            Outlet = parse.GetValue(_outlet),
        });
        return paths is [StandardInput]
            ? reader.ReadStream(terminal.Input, parse.GetValue(_text) ? InputFormat.Text : InputFormat.JsonLines, "stdin", cancellation)
            : reader.Read(paths, cancellation);
    }

    /// <summary>Checks what the options ask for together with the paths.</summary>
    public void Validate(CommandResult result, IReadOnlyList<string> paths)
    {
        if (paths.Count > 1 && paths.Contains(StandardInput))
            result.AddError("- (standard input) cannot be read together with other paths.");
        if (result.GetValue(_text) && paths is not [StandardInput])
            result.AddError("--text is for standard input; it needs the path -. Files of text are told by their ending.");
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        result.AddError($"--date takes a day as YYYY-MM-DD, such as 2024-03-02, not '{text}'.");
        return null;
    }
}
