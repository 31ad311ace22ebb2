// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Fetching;

/// <summary>What came of an attempt to fetch something.</summary>
public sealed record Fetched
{
    /// <summary>The address that was asked for.</summary>
    public required string Url { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>Why there is nothing, or null.</summary>
    public ReadProblem? Problem { get; init; }

    /// <summary>Whether it is as it was when it was last fetched. There are no bytes then.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The content, unpacked.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What the server says that it is, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>What to ask with next time, or null.</summary>
    public Validators? Validators { get; init; }

    /// <summary>When it was fetched by the clock of the server, or null where it does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>How long the server says that it will stay so, or null.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How long the server asks to be left alone, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
