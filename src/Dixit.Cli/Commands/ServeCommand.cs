// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Net.Sockets;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Reading.Fetching;
using Dixit.Storage;
using Dixit.Storage.Sqlite;
using Dixit.Web;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit serve</c>: the desk, web pages and a REST API over the ledger.</summary>
internal sealed class ServeCommand : Command, IDocumentedCommand
{
    /// <summary>The variable with a token, so that none stands on a command line.</summary>
    private const string TokenVariable = "DIXIT_TOKEN";

    private const int UsualPort = 5170;
    private const int LastPort = 65535;
    private const int MostRequests = 1_000_000;

    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();
    private readonly Option<int?> _port = LedgerOptions.Number("--port", $"The port; {UsualPort} without it.", LastPort);

    private readonly Option<string?> _listen = new("--listen")
    {
        Description = "The address to listen on; 127.0.0.1 without it. Any but a loopback one needs a token.",
        HelpName = "ADDRESS",
    };

    private readonly Option<string[]> _token = new("--token")
    {
        Description = $"Whoever has this token may do everything; {TokenVariable} does the same. It is held as a hash, and only while the desk runs.",
        HelpName = "TOKEN",
    };

    private readonly Option<string?> _tokens = new("--tokens")
    {
        Description = "The file of tokens, which holds their hashes; without it the one beside the ledger, where there is one.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _addToken = new("--add-token")
    {
        Description = "Make a token for somebody, print it once, keep its hash in the file of tokens, and end.",
        HelpName = "NAME",
    };

    private readonly Option<DeskRole?> _role = LedgerOptions.Name<DeskRole>("--role", "With --add-token: {0}; reader without it.", "ROLE");

    private readonly Option<int?> _rate = LedgerOptions.Number("--rate", "How many requests each caller may make in a minute; 3000 without it. A tenth of it for what takes long.", MostRequests);

    private readonly Option<string?> _telemetry = new("--otlp")
    {
        Description = "Send meters to this collector (OTLP over HTTP). Nothing is sent anywhere without it.",
        HelpName = "URL",
    };

    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "Read addresses of this machine and of the networks around it too, when somebody gives one." };

    private readonly Option<bool> _logJson = new("--log-json") { Description = "The log as JSON, an object a line." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Log warnings and errors alone, not every request." };

    public ServeCommand(Terminal terminal)
        : base("serve", "Open the desk: web pages and a REST API over the ledger, for this machine alone unless told otherwise.")
    {
        _terminal = terminal;
        foreach (var option in (Option[])[_port, _listen, _token, _tokens, _addToken, _role, _rate, _telemetry, _allowPrivate, _logJson, _quiet])
            Options.Add(option);
        _ledger.AddTo(this);
        Validators.Add(Validate);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit serve", "The pages on http://127.0.0.1:5170, of dixit.db in the current folder."),
        new("dixit serve --ledger archive.db --port 8080 --quiet", "Another ledger, another port, a quiet log."),
        new("dixit serve --add-token \"Rédaction\" --role editor", "A token for colleagues who read in and correct."),
        new("dixit serve --listen 0.0.0.0", "For the whole network: whoever has a token is let in."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("Roles",
        [
            ("reader", "Asks: search, statements, speakers, articles, check, compare, exports."),
            ("editor", "Also reads documents in, corrects, saves searches."),
            ("admin", "Also takes things out for good, looks after the ledger, sees the meters."),
        ]),
        new("Environment", [(TokenVariable, "A token, as --token.")]),
    ];

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_listen) is { } address && !IPAddress.TryParse(address, out _))
            result.AddError($"--listen takes an address, such as 0.0.0.0 or ::1, not '{address}'.");
        if (result.GetValue(_role) is not null && result.GetValue(_addToken) is null)
            result.AddError("--role goes with --add-token.");
        if ((result.GetValue(_token) ?? []).Any(token => token.Length < TokenList.ShortestToken))
            result.AddError($"A token has {TokenList.ShortestToken} characters or more. --add-token makes one.");
        if (result.GetValue(_telemetry) is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            result.AddError($"--otlp takes the URL of a collector, such as http://127.0.0.1:4318, not '{url}'.");
    }

    private int Run(ParseResult parse)
    {
        var path = _ledger.PathOf(parse);
        var tokensPath = parse.GetValue(_tokens) ?? path + "-tokens";
        try
        {
            if (parse.GetValue(_addToken) is { } name)
                return AddToken(tokensPath, name, parse.GetValue(_role) ?? DeskRole.Reader);
            var tokens = GatherTokens(parse, tokensPath);
            var address = parse.GetValue(_listen) is { } listen ? IPAddress.Parse(listen) : IPAddress.Loopback;
            if (!IPAddress.IsLoopback(address) && tokens.Count == 0)
            {
                _terminal.Error.WriteLine($"dixit: On {address} others can reach the desk, so it needs a token: --token, {TokenVariable}, or --add-token before.");
                return ExitStatus.WrongUsage;
            }

            return Serve(parse, path, address, tokens).GetAwaiter().GetResult();
        }
        catch (LedgerException exception)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine(exception.Line));
        }
        catch (FormatException exception)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine($"{CliProblems.WrongLine}: {exception.Message}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SocketException)
        {
            _terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotServe(exception)));
        }

        return ExitStatus.Failure;
    }

    private int AddToken(string path, string name, DeskRole role)
    {
        var token = TokenList.Make();
        TokenList.Read(path).With(role, name, token).Write(path);
        using var output = _terminal.OpenOutputWriter();
        output.Write($"{token}\n");
        _terminal.Error.WriteLine(VisibleText.OneLine($"This is the token of {name}, {role.ToString().ToLowerInvariant()}. It is not shown again; {path} holds its hash."));
        return ExitStatus.Success;
    }

    private TokenList GatherTokens(ParseResult parse, string path)
    {
        var tokens = TokenList.Read(path);
        foreach (var token in parse.GetValue(_token) ?? [])
            tokens = tokens.With(DeskRole.Admin, "command line", token);
        if (Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } variable)
            tokens = variable.Length >= TokenList.ShortestToken ? tokens.With(DeskRole.Admin, TokenVariable, variable) : throw new FormatException($"{TokenVariable} has fewer than {TokenList.ShortestToken} characters");
        return tokens;
    }

    private async Task<int> Serve(ParseResult parse, string path, IPAddress address, TokenList tokens)
    {
        using var interruption = new Interruption();
        var pipeline = new PipelineBuilder().Build();
        using var ledger = SqliteLedger.At(path, () => pipeline.Statements);
        await using var desk = Desk.Make(new DeskOptions
        {
            Ledger = ledger,
            Pipeline = pipeline,
            LedgerPath = Path.GetFullPath(path),
            Port = parse.GetValue(_port) ?? UsualPort,
            Listen = address,
            Tokens = tokens.Count > 0 ? tokens : null,
            RequestsPerMinute = parse.GetValue(_rate) ?? 3000,
            Fetching = new WebOptions { AllowPrivate = parse.GetValue(_allowPrivate) },
            LogsJson = parse.GetValue(_logJson),
            LogsRequests = !parse.GetValue(_quiet),
            Telemetry = parse.GetValue(_telemetry) is { } url ? new Uri(url) : null,
        });
        await desk.StartAsync(interruption.Token);
        await using (var output = _terminal.OpenOutputWriter())
            await output.WriteAsync($"{desk.Address}\n");
        await desk.WaitAsync(interruption.Token);
        return interruption.Status == ExitStatus.Terminated ? ExitStatus.Success : interruption.Status;
    }
}
