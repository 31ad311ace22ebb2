// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Ledgers;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Documents;
using Dixit.Reading;
using Dixit.Reading.Feeds;
using Dixit.Reading.Fetching;
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>Reads feeds into a ledger as they fall due, and tells what saved searches find new.</summary>
/// <remarks>Everything is kept before it is noted: a round that is stopped is done again, and changes nothing that it had done.</remarks>
internal sealed class Watch
{
    private const int MostNews = 100;
    private const int MostUndelivered = 1000;

    private readonly ILedger _ledger;
    private readonly Func<Document, Analysis> _analyse;
    private readonly WatchSettings _settings;
    private readonly FeedSchedule _schedule;
    private readonly WatchState _state;
    private readonly List<string> _feeds;
    private readonly Terminal _terminal;
    private readonly WaitLine _line;

    /// <summary>Takes a watch up where it was.</summary>
    public Watch(ILedger ledger, Func<Document, Analysis> analyse, WatchSettings settings, Terminal terminal)
    {
        (_ledger, _analyse, _settings, _terminal) = (ledger, analyse, settings, terminal);
        _schedule = new FeedSchedule(settings.Usual);
        _state = WatchState.Read(settings.StatePath);
        _feeds = [.. settings.Feeds];
        _line = new WaitLine(terminal);
    }

    /// <summary>When the next feed is due, in UTC.</summary>
    public DateTime Next => _feeds.Count == 0 ? DateTime.MaxValue : _feeds.Min(feed => StateOf(feed).Next);

    /// <summary>Reads what is due.</summary>
    /// <param name="fetcher">Fetches.</param>
    /// <param name="all">Whether what is not due is read too.</param>
    /// <param name="cancellation">Stops the round between two documents.</param>
    public WatchRound Run(WebFetcher fetcher, bool all, CancellationToken cancellation)
    {
        var round = new WatchRound();
        RememberSearches();
        var due = _feeds.Where(feed => all || StateOf(feed).Next <= DateTime.UtcNow).ToList();
        foreach (var group in due.Chunk(fetcher.Options.Parallel))
        {
            var fetches = group.Select(feed => fetcher.FetchAsync(feed, StateOf(feed).Validators, cancellation)).ToArray();
            _line.WaitAll(fetches, (waiting, passed) => Describe(group, waiting, passed), cancellation);
            foreach (var fetch in fetches)
                ReadFeed(fetcher, fetch.Result, round, cancellation);
        }

        foreach (var search in _settings.Searches)
            Search(fetcher, search, round, cancellation);
        return round;
    }

    /// <summary>Waits until the next feed is due, or for as long as the caller wants at most.</summary>
    public void Sleep(TimeSpan most, CancellationToken cancellation)
    {
        var next = _feeds.Count == 0 ? null : _feeds.MinBy(feed => StateOf(feed).Next);
        var time = Next - DateTime.UtcNow;
        var until = Next == DateTime.MaxValue ? "no feed to wait for" : $"waiting until {Next:HH:mm} UTC for {next}";
        _line.Sleep(time < most ? time : most, $"{until}; Ctrl-C ends the watch", cancellation);
    }

    private static string Describe(string[] feeds, IReadOnlyList<int> waiting, TimeSpan passed)
    {
        var first = waiting.Count > 0 ? feeds[waiting[0]] : feeds[0];
        var others = waiting.Count > 1 ? $" and {Words.Count(waiting.Count - 1, "other")}" : "";
        return $"fetching {first}{others}, {feeds.Length - waiting.Count} of {feeds.Length} answered, {passed.TotalSeconds:0} s";
    }

    private void ReadFeed(WebFetcher fetcher, Fetched fetched, WatchRound round, CancellationToken cancellation)
    {
        var counts = new RunCounts();
        if (fetched.Problem is { } problem)
            Tell(problem, round);
        else if (!fetched.IsUnchanged && FeedList.Read(fetched.Bytes.Span) is { } listed)
            _feeds.AddRange(listed.Where(feed => !_feeds.Contains(feed)));
        else if (!fetched.IsUnchanged)
            counts = ReadArticles(fetcher, fetched, round, cancellation);
        var state = StateOf(fetched.Url);
        _schedule.Note(state, fetched, DateTime.UtcNow);
        _state.Write(_settings.StatePath);
        round.Feeds.Add(new FeedRound(fetched.Url, counts, fetched.IsUnchanged, state.Next));
    }

    private RunCounts ReadArticles(WebFetcher fetcher, Fetched fetched, WatchRound round, CancellationToken cancellation)
    {
        var marks = FetchMarks.Beside(_settings.LedgerPath);
        var reader = new DocumentReader(new DocumentReaderOptions { NamesPagesByAddress = true, KeepsOriginals = _settings.KeepsOriginals }, new WebSource(fetcher)
        {
            FollowsLinks = _settings.Follows,
            IsDone = marks.IsDone,
            Known = marks.Known,
            OnFollowed = marks.AddNext,
        });
        var report = new ReadReport(_terminal, isQuiet: false, isDebug: false) { ToldProblem = round.Problems.Add };
        using var writer = _ledger.OpenWriter(new WriterOptions { Wait = TimeSpan.FromMinutes(1) }, cancellation);
        try
        {
            var results = reader.ReadFetched(fetched, cancellation).Select(result =>
            {
                marks.CountRead();
                return result;
            });
            new ReadRun(_analyse, _settings.Jobs).Run(results, writer, new AddOptions(), report, cancellation, () => marks.CountKept(writer.Commit));
        }
        finally
        {
            marks.Save();
            report.EraseProgress();
        }

        return report.Counts;
    }

    // A search that was not watched before has met all that the ledger holds: new is what comes from now on.
    private void RememberSearches()
    {
        foreach (var search in _settings.Searches)
        {
            if (!_state.Searches.TryAdd(search.Name, new SearchState()))
                continue;
            if (File.Exists(_settings.LedgerPath))
                _state.Searches[search.Name].Seen.UnionWith(_ledger.FindAll(search.Query).Select(found => found.Statement.Id));
            _state.Write(_settings.StatePath);
        }
    }

    private void Search(WebFetcher fetcher, SavedSearch search, WatchRound round, CancellationToken cancellation)
    {
        var state = _state.Searches[search.Name];
        var news = new List<StoredStatement>();
        if (File.Exists(_settings.LedgerPath))
            news.AddRange(_ledger.FindAll(search.Query).Select(found => found.Statement).Where(statement => !state.Seen.Contains(statement.Id)));
        var now = DateTime.UtcNow;
        foreach (var statement in news)
        {
            state.Seen.Add(statement.Id);
            state.News.Add(new NewStatement(statement.Id, now));
            if (search.Webhook is not null)
                state.Undelivered.Add(statement.Id);
        }

        state.News.RemoveRange(0, Math.Max(0, state.News.Count - MostNews));
        state.Undelivered.RemoveRange(0, Math.Max(0, state.Undelivered.Count - MostUndelivered));
        // The file before the memory of it: whoever is stopped in between finds the same again, and writes the same file.
        if (search.Feed is not null && (news.Count > 0 || !File.Exists(search.Feed)))
            WriteFeed(search, state, round);
        if (news.Count > 0)
        {
            round.News.Add((search, news));
            _state.Write(_settings.StatePath);
        }

        if (search.Webhook is not null && state.Undelivered.Count > 0)
            Deliver(fetcher, search, state, round, cancellation);
    }

    private void WriteFeed(SavedSearch search, SearchState state, WatchRound round)
    {
        var news = state.News
            .Select(item => (Statement: _ledger.FindStatement(item.Id), item.Found))
            .Where(item => item.Statement is not null)
            .Select(item => (item.Statement!, item.Found))
            .ToList();
        try
        {
            StatementFeed.Write(search.Feed!, search.Name, news);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Tell(CliProblems.ReportCannotWrite(search.Feed!, exception), round);
        }
    }

    private void Deliver(WebFetcher fetcher, SavedSearch search, SearchState state, WatchRound round, CancellationToken cancellation)
    {
        var statements = state.Undelivered.Select(id => _ledger.FindStatement(id)).OfType<StoredStatement>().ToList();
        if (statements.Count > 0 && Webhook.Send(fetcher, search, statements, cancellation) is { } problem)
        {
            Tell(problem, round);
            return;
        }

        state.Undelivered.Clear();
        _state.Write(_settings.StatePath);
    }

    private void Tell(ReadProblem problem, WatchRound round)
    {
        round.Problems.Add(problem);
        _terminal.Error.WriteLine(VisibleText.OneLine(problem.ToString()));
    }

    private FeedState StateOf(string feed)
    {
        if (!_state.Feeds.TryGetValue(feed, out var state))
            _state.Feeds[feed] = state = new FeedState();
        return state;
    }
}
