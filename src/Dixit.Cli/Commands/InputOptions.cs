// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Reading;
using Dixit.Reading.Fetching;

namespace Dixit.Cli.Commands;

/// <summary>The options of every command that reads documents.</summary>
internal sealed class InputOptions
{
    /// <summary>How to call standard input on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>What a path may be, for the help.</summary>
    public const string PathDescription = "Addresses (http, https), files, folders (read with all below them), patterns such as 'press/**/*.txt', or - alone for standard input. A file is text, JSON, JSON Lines, a feed (RSS, Atom, JSON Feed), an agency's news (NewsML-G2, ninjs), a web archive (WARC), a mail, a saved page (MHTML), a DOCX, or .gz, .zip and .tar.gz of these; a table (CSV, TSV) or Markdown where it is named itself.";

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

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = "Fetch the addresses in this file too, one a line; # begins a comment.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _follow = new("--follow") { Description = "Read the pages that the items of feeds link to in place of the items." };

    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "Fetch from this machine and the networks around it too." };

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
        command.Options.Add(_urls);
        command.Options.Add(_follow);
        command.Options.Add(_allowPrivate);
    }

    /// <summary>Whether anything is to be read at all.</summary>
    public bool AnyGiven(CommandResult result, IReadOnlyList<string> paths) => paths.Count > 0 || result.GetResult(_urls) is not null;

    /// <summary>Whether the list of addresses can be read; what keeps it from that is told.</summary>
    public bool CheckList(ParseResult parse, Terminal terminal)
    {
        if (parse.GetValue(_urls) is not { } path)
            return true;
        try
        {
            using var list = File.OpenRead(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotRead(path, exception).ToString()));
            return false;
        }
    }

    /// <summary>Reads what the paths name, or standard input where the only path is <c>-</c>; then the addresses of the list.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="paths">The paths and addresses on it.</param>
    /// <param name="terminal">Where standard input is.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <param name="marks">Remembers what was fetched before, or null.</param>
    /// <param name="isForLedger">Whether documents must have ids that hold wherever they are read from.</param>
    /// <param name="keepsOriginals">Whether results carry the bytes that they were read from.</param>
    /// <exception cref="IOException">The list of addresses cannot be read.</exception>
    public IEnumerable<ReadResult> Read(ParseResult parse, IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancellation, FetchMarks? marks = null, bool isForLedger = false, bool keepsOriginals = false)
    {
        var listed = parse.GetValue(_urls) is { } list ? ReadList(list) : [];
        var options = new DocumentReaderOptions
        {
            Published = parse.GetValue(_date),
            Outlet = parse.GetValue(_outlet),
            NamesPagesByAddress = isForLedger,
            KeepsOriginals = keepsOriginals,
            Columns = (parse.GetValue(_columns) ?? []).Select(column => column.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]),
        };
        return Read(parse, [.. paths, .. listed], [.. paths.Where(DocumentReader.IsAddress)], options, terminal, marks, cancellation);
    }

    private IEnumerable<ReadResult> Read(ParseResult parse, string[] paths, HashSet<string> named, DocumentReaderOptions options, Terminal terminal, FetchMarks? marks, CancellationToken cancellation)
    {
        var follows = parse.GetValue(_follow);
        using var fetcher = follows || paths.Any(DocumentReader.IsAddress) ? new WebFetcher(new WebOptions { AllowPrivate = parse.GetValue(_allowPrivate) }) : null;
        var web = fetcher is null ? null : new WebSource(fetcher)
        {
            FollowsLinks = follows,
            // What is named is asked for again, what is on a list only when it is due.
            IsDone = marks is null ? null : url => !named.Contains(url) && marks.IsDone(url),
            Known = marks is null ? null : marks.Known,
            OnFetched = marks is null ? null : marks.Add,
            OnFollowed = marks is null ? null : marks.AddNext,
        };
        var reader = new DocumentReader(options, web);
        var results = paths is [StandardInput]
            ? reader.ReadStream(terminal.Input, parse.GetValue(_text) ? InputFormat.Text : InputFormat.Unknown, "stdin", cancellation)
            : reader.Read(paths, cancellation);
        foreach (var result in results)
        {
            marks?.CountRead();
            yield return result;
        }
    }

    private static List<string> ReadList(string path)
    {
        var addresses = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            var address = line.Trim().TrimStart('\uFEFF');
            if (address.Length > 0 && address[0] != '#')
                addresses.Add(DocumentReader.IsAddress(address) ? address : "http://" + address);
        }

        return addresses;
    }

    /// <summary>Checks what the options ask for together with the paths.</summary>
    public void Validate(CommandResult result, IReadOnlyList<string> paths)
    {
        if (paths.Contains(StandardInput) && (paths.Count > 1 || result.GetResult(_urls) is not null))
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
