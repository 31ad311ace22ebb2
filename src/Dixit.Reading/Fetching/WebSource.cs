// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Fetching;

/// <summary>The web as a place to read from: the fetcher, and what is remembered of earlier runs.</summary>
/// <param name="fetcher">Fetches; it stays somebody else's to dispose of.</param>
public sealed class WebSource(WebFetcher fetcher)
{
    /// <summary>Fetches.</summary>
    public WebFetcher Fetcher { get; } = fetcher ?? throw new ArgumentNullException(nameof(fetcher));

    /// <summary>Whether the article that an item of a feed links to is read in its place.</summary>
    public bool FollowsLinks { get; init; }

    /// <summary>Whether an address need not be fetched again; null where all are fetched.</summary>
    public Func<string, bool>? IsDone { get; init; }

    /// <summary>What a server gave the last time that an address was fetched and kept; null where nothing is remembered.</summary>
    public Func<string, Validators?>? Known { get; init; }

    /// <summary>Told of everything that was fetched, after the last result of it was handed out; and of addresses that are as they were.</summary>
    public Action<Fetched>? OnFetched { get; init; }

    /// <summary>Told of everything that was fetched in place of an item of a feed, just before its result is handed out.</summary>
    public Action<Fetched>? OnFollowed { get; init; }
}
