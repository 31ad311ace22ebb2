// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Api;

/// <summary>A text to look for attributions in.</summary>
internal sealed record TextRequest
{
    public string? Text { get; init; }

    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Published { get; init; }

    public string? Language { get; init; }

    public string? Uri { get; init; }
}

/// <summary>Texts to read into the ledger.</summary>
internal sealed record ReadRequest
{
    public IReadOnlyList<TextRequest>? Documents { get; init; }
}

/// <summary>Addresses of the web to read into the ledger.</summary>
internal sealed record AddressesRequest
{
    /// <summary>Pages, feeds, or whatever a file may hold; http or https.</summary>
    public IReadOnlyList<string?>? Urls { get; init; }

    /// <summary>Whether of a feed the articles are read that its items link to.</summary>
    public bool Follow { get; init; }

    /// <summary>The outlet where they do not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day where they do not say.</summary>
    public string? Date { get; init; }
}

/// <summary>How far reading is.</summary>
internal sealed record JobAnswer
{
    public required string Id { get; init; }

    /// <summary>waiting, running, done, failed or stopped.</summary>
    public required string State { get; init; }

    public required int Inputs { get; init; }

    public required JobCountsAnswer Counts { get; init; }

    public required IReadOnlyList<JobProblemAnswer> Problems { get; init; }

    /// <summary>The ids of the documents read last, a few.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    public string? Failure { get; init; }
}

/// <summary>What came of the documents so far.</summary>
internal sealed record JobCountsAnswer(long Added, long Changed, long Refreshed, long Unchanged, long Failed, long Skipped);

/// <summary>A document that could not be read, and why.</summary>
internal sealed record JobProblemAnswer(string Code, string Message, string Path, int? Line, int? Column);
