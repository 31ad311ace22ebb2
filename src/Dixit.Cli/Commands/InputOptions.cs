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

    /// <summary>What a path may be, for the help.</summary>
    public const string PathDescription = "Files, folders (read with all below them), patterns such as 'press/**/*.txt', or - alone for standard input. A file is text, JSON, JSON Lines, a feed (RSS, Atom, JSON Feed), an agency's news (NewsML-G2, ninjs), a web archive (WARC), a mail, a saved page (MHTML), a DOCX, or .gz, .zip and .tar.gz of these; a table (CSV, TSV) or Markdown where it is named itself.";

    private static readonly string[] _fields = ["text", "id", "title", "outlet", "published", "language", "uri"];

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

    private readonly Option<string[]> _columns = new("--column")
    {
        Description = $"Which column of a table holds what: {string.Join(", ", _fields)}, as in --column text=Corps. Repeat it for others; a column that is called as its field needs none.",
        HelpName = "FIELD=NAME",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _text = new("--text")
    {
        Description = "Standard input is the text of one article. Without it, what its first bytes say (a feed, an archive, a DOCX), else JSON Lines.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_date);
        command.Options.Add(_outlet);
        command.Options.Add(_text);
        command.Options.Add(_columns);
    }

    /// <summary>Reads what the paths name, or standard input where the only path is <c>-</c>.</summary>
    public IEnumerable<ReadResult> Read(ParseResult parse, IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancellation)
    {
        var reader = new DocumentReader(new DocumentReaderOptions
        {
            Published = parse.GetValue(_date),
            Outlet = parse.GetValue(_outlet),
            Columns = (parse.GetValue(_columns) ?? []).Select(column => column.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]),
        });
        return paths is [StandardInput]
            ? reader.ReadStream(terminal.Input, parse.GetValue(_text) ? InputFormat.Text : InputFormat.Unknown, "stdin", cancellation)
            : reader.Read(paths, cancellation);
    }

    /// <summary>Checks what the options ask for together with the paths.</summary>
    public void Validate(CommandResult result, IReadOnlyList<string> paths)
    {
        if (paths.Count > 1 && paths.Contains(StandardInput))
            result.AddError("- (standard input) cannot be read together with other paths.");
        if (result.GetValue(_text) && paths is not [StandardInput])
            result.AddError("--text is for standard input; it needs the path -. Files of text are told by their ending.");
        if (FindColumnMistake(result.GetValue(_columns) ?? []) is { } mistake)
            result.AddError(mistake);
    }

    private static string? FindColumnMistake(string[] columns)
    {
        var seen = new HashSet<string>();
        foreach (var column in columns)
        {
            var parts = column.Split('=', 2);
            if (parts.Length < 2 || parts[1].Length == 0)
                return $"--column takes FIELD=NAME, such as text=Corps, not '{column}'.";
            if (!_fields.Contains(parts[0]))
                return $"--column knows {string.Join(", ", _fields)}, not '{parts[0]}'.";
            if (!seen.Add(parts[0]))
                return $"--column names '{parts[0]}' twice.";
        }

        return null;
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
