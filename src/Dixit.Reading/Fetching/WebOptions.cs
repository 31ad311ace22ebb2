// SPDX-License-Identifier: Apache-2.0
using System.Net;

namespace Dixit.Reading.Fetching;

/// <summary>How things are fetched from the web. Immutable.</summary>
public sealed record WebOptions
{
    /// <summary>What the program calls itself to servers, and in robots.txt.</summary>
    public const string Product = "Dixit";

    /// <summary>Whether addresses of this machine and of the networks around it may be reached.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The most bytes that one answer may have, unpacked; 64 MiB unless set.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long one attempt may take from the first byte to the last; 30 seconds unless set.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait between two requests to one host; a second unless set. A longer <c>Crawl-delay</c> is kept to, up to 30 seconds.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often an attempt that failed for a passing reason is made again; 3 times unless set.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the first retry, which doubles with each; a second unless set.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time that a server may ask to be left alone before the attempt is given up; a minute unless set.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many redirects are followed, each judged anew; 10 unless set.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>How many requests may be under way at once; 8 unless set.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Which addresses may be reached.</summary>
    internal Func<IPAddress, bool>? IsAllowed { get; init; }

    /// <summary>Finds the addresses of a host.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>>? FindAddresses { get; init; }

    internal bool MayReach(IPAddress address) => IsAllowed is { } allowed ? allowed(address) : AllowPrivate || AddressPolicy.IsPublic(address);
}
