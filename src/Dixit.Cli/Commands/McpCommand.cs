// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Storage.Sqlite;
using Dixit.Web.Api;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit mcp</c>: the ledger for assistants, over the Model Context Protocol.</summary>
internal sealed class McpCommand : Command, IDocumentedCommand
{
    private const string Instructions =
        "A ledger of who said what in news articles, in which words. Cite statements by their ids, with speaker, outlet and date, and in the words of the record; say so where nothing is on record. "
        + "A verdict of check is about the record alone: that something is not found does not make it unsaid, that it is reported does not make it said.";

    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    public McpCommand(Terminal terminal)
        : base("mcp", "Serve the ledger to an assistant over standard input and output (Model Context Protocol), so that it cites evidence: the tools find, show, check and timeline.")
    {
        _terminal = terminal;
        _ledger.AddTo(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit mcp --ledger dixit.db", "What an assistant's settings name as its command."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("Tools",
        [
            ("find", "Statements by words, speaker, topic, outlet, days, type and act."),
            ("show", "A statement with every wording, a speaker, or a document with its attributions."),
            ("check", "A claim against the record, with the evidence."),
            ("timeline", "What somebody said over time, and where the position turns."),
        ]),
    ];

    private int Run(ParseResult parse)
    {
        using var interruption = new Interruption();
        try
        {
            ServeAsync(_ledger.PathOf(parse), interruption.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return interruption.Status;
        }

        return ExitStatus.Success;
    }

    private async Task ServeAsync(string path, CancellationToken cancellation)
    {
        var pipeline = new PipelineBuilder().Build();
        using var ledger = SqliteLedger.At(path, () => pipeline.Statements);
        var tools = new LedgerTools(ledger, pipeline.Statements);
        await using var transport = new StreamServerTransport(_terminal.Input, _terminal.Output, "dixit");
        await using var server = McpServer.Create(transport, new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "dixit", Version = AskEndpoints.EngineVersion },
            ServerInstructions = Instructions,
            ToolCollection = [Tool(tools.Find, "find"), Tool(tools.Show, "show"), Tool(tools.Check, "check"), Tool(tools.Timeline, "timeline")],
        });
        await server.RunAsync(cancellation);
    }

    private static McpServerTool Tool(Delegate method, string name) =>
        McpServerTool.Create(method, new McpServerToolCreateOptions { Name = name, ReadOnly = true, Idempotent = true, OpenWorld = false });
}
