// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Feeds;
using Dixit.Reading.Fetching;

namespace Dixit.Cli.Watching;

/// <summary>When a feed is asked for again.</summary>
/// <param name="usual">How long to wait where neither feed nor server says.</param>
internal sealed class FeedSchedule(TimeSpan usual)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _longest = TimeSpan.FromHours(24);

    /// <summary>Notes what came of a feed, and when it is due again.</summary>
    public void Note(FeedState feed, Fetched fetched, DateTime now)
    {
        if (fetched.Problem is null)
        {
            feed.Failures = 0;
            feed.Kept = now;
            feed.Validators = fetched.Validators ?? feed.Validators;
            feed.Next = now + LifeOf(fetched);
            return;
        }

        feed.Failures++;
        var wait = usual * Math.Pow(2, Math.Min(feed.Failures - 1, 12));
        if (fetched.RetryAfter is { } asked && asked > wait)
            wait = asked;
        feed.Next = now + (wait < _longest ? wait : _longest);
    }

    // What lives longer is not worth asking for sooner; what is named on the command line is the user's own wish.
    private TimeSpan LifeOf(Fetched fetched)
    {
        var said = new[] { FeedList.LifeOf(fetched.Bytes.Span), fetched.MaxAge }.Max();
        if (said is not { } life || life < usual)
            life = usual;
        return life < _shortest && usual >= _shortest ? _shortest : life > _longest ? _longest : life;
    }
}
