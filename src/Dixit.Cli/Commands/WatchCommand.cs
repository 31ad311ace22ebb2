// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Cli.Watching;
using Dixit.Reading;
using Dixit.Reading.Feeds;
using Dixit.Reading.Fetching;
using Dixit.Storage;
using Dixit.Storage.Sqlite;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit watch</c>: feeds into the ledger, again and again.</summary>
internal sealed class WatchCommand : Command, IDocumentedCommand
{
    private const int MostMinutes = 24 * 60;
    private const int UsualMinutes = 30;

    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "Addresses of feeds, and lists of feeds (OPML) as files or addresses.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _searches = new("--searches")
    {
        Description = "Saved searches: a JSON file with a list of objects of name and by, words, about, outlet or act, and where to tell: feed (an Atom file), webhook (an address, signed with secret or secretVariable).",
        HelpName = "FILE",
    };

    private readonly Option<bool> _once = new("--once") { Description = "Read what is due, then end, as for cron." };

    private readonly Option<bool> _now = new("--now") { Description = "Begin with all feeds, due or not." };

    private readonly Option<int?> _every = LedgerOptions.Number("--every", $"How many minutes to leave a feed alone that says nothing itself; {UsualMinutes} without it.", MostMinutes);

    private readonly Option<bool> _follow = new("--follow") { Description = "Read the pages that the items of feeds link to in place of the items." };

    private static readonly TimeSpan _longestSleep = TimeSpan.FromHours(1);

    private readonly Option<bool> _keepOriginal = new("--keep-original") { Description = "Keep the bytes of each item in the ledger, packed, or with --follow those of its page; dixit show DOCUMENT --original gives them back." };

    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "Fetch from, and send to, this machine and the networks around it too." };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON object for each round, on a line of its own." };

    public WatchCommand(Terminal terminal)
        : base("watch", "Read feeds into the ledger as they change, and tell what saved searches find new. What it has done it remembers beside the ledger.")
    {
        _terminal = terminal;
        Arguments.Add(_sources);
        _ledger.AddTo(this);
        foreach (var option in (Option[])[_searches, _once, _now, _every, _follow, _keepOriginal, _allowPrivate, _json])
            Options.Add(option);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit watch https://phare.example/rss --follow", "A feed, and the whole articles behind its items, until Ctrl-C."),
        new("dixit watch presse.opml --once --searches recherches.json --json", "From cron: what is due, and what is new to the searches."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    private int Run(ParseResult parse)
    {
        if (ReadSettings(parse) is not { } settings)
            return ExitStatus.Failure;
        using var interruption = new Interruption();
        return LedgerGuard.Run(_terminal, () => Run(parse, settings, interruption.Token), interruption);
    }

    private int Run(ParseResult parse, WatchSettings settings, CancellationToken cancellation)
    {
        using var fetcher = new WebFetcher(new WebOptions { AllowPrivate = parse.GetValue(_allowPrivate) });
        var pipeline = new PipelineBuilder().Build();
        using var ledger = SqliteLedger.At(settings.LedgerPath, () => pipeline.Statements);
        var watch = new Watch(ledger, pipeline.Analyse, settings, _terminal);
        var all = parse.GetValue(_now);
        var failed = false;
        while (true)
        {
            var round = watch.Run(fetcher, all, cancellation);
            all = false;
            failed |= round.Problems.Count > 0;
            Tell(round, parse.GetValue(_json));
            if (parse.GetValue(_once))
                return failed ? ExitStatus.Failure : ExitStatus.Success;
            watch.Sleep(_longestSleep, cancellation);
        }
    }

    private WatchSettings? ReadSettings(ParseResult parse)
    {
        ReadProblem? problem = null;
        var searches = parse.GetValue(_searches) is { } path ? SearchFile.Read(path, out problem) : [];
        var feeds = new List<string>();
        foreach (var source in parse.GetValue(_sources)!)
        {
            if (DocumentReader.IsAddress(source))
                feeds.Add(source);
            else if (problem is null)
                feeds.AddRange(ReadList(source, out problem));
        }

        if (problem is null)
        {
            return new WatchSettings
            {
                Feeds = [.. feeds.Distinct()],
                Searches = searches,
                LedgerPath = _ledger.PathOf(parse),
                Usual = TimeSpan.FromMinutes(parse.GetValue(_every) ?? UsualMinutes),
                Follows = parse.GetValue(_follow),
                KeepsOriginals = parse.GetValue(_keepOriginal),
                Jobs = Environment.ProcessorCount,
            };
        }

        _terminal.Error.WriteLine(VisibleText.OneLine(problem.ToString()));
        return null;
    }

    private static IReadOnlyList<string> ReadList(string path, out ReadProblem? problem)
    {
        problem = path.Contains("://", StringComparison.Ordinal) ? CliProblems.ReportNotOnTheWeb(path) : null;
        if (problem is not null)
            return [];
        try
        {
            if (FeedList.Read(File.ReadAllBytes(path)) is { Count: > 0 } feeds)
                return feeds;
            problem = new ReadProblem(CliProblems.WrongEntry, "is no list of feeds (OPML), or names none", path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = CliProblems.ReportCannotRead(path, exception);
        }

        return [];
    }

    private void Tell(WatchRound round, bool asJson)
    {
        if (asJson)
        {
            WriteJson(round);
            return;
        }

        using var output = _terminal.OpenOutputWriter();
        foreach (var feed in round.Feeds.Where(feed => feed.Counts.Added + feed.Counts.Changed > 0))
            output.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} {VisibleText.OneLine(feed.Url)}: {feed.Counts.Added:N0} new, {feed.Counts.Changed:N0} changed");
        foreach (var (search, statements) in round.News)
        {
            foreach (var statement in statements)
                output.WriteLine(VisibleText.OneLine($"{search.Name}: {statement.Speaker?.Name ?? "unknown"}: “{statement.Text}” ({string.Join(", ", new[] { statement.Reports.Count > 0 ? statement.Reports[0].Outlet : null, statement.First is { } day ? Words.Of(day) : null, statement.Id }.OfType<string>())})"));
        }
    }

    private void WriteJson(WatchRound round)
    {
        Answer.Write(_terminal, json =>
        {
            json.WriteTime("at", DateTime.UtcNow);
            json.WriteEach("feeds", round.Feeds, feed =>
            {
                json.WriteString("url", feed.Url);
                json.WriteBoolean("unchanged", feed.IsUnchanged);
                json.WriteNumber("added", feed.Counts.Added);
                json.WriteNumber("changed", feed.Counts.Changed);
                json.WriteNumber("failed", feed.Counts.Failed);
                json.WriteTime("next", feed.Next);
            });
            json.WriteEach("searches", round.News, news =>
            {
                json.WriteString("name", news.Search.Name);
                json.WriteEach("new", news.Statements, json.WriteStatement);
            });
            json.WriteEach("problems", round.Problems, problem =>
            {
                json.WriteString("code", problem.Code);
                json.WriteString("message", problem.Message);
                json.WriteString("path", problem.Path);
            });
        });
        _terminal.Output.Flush();
    }
}
