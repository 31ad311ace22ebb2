// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading;
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>What came of one round of a watch.</summary>
internal sealed class WatchRound
{
    /// <summary>The feeds that were due.</summary>
    public List<FeedRound> Feeds { get; } = [];

    /// <summary>What is new to each search that has something new.</summary>
    public List<(SavedSearch Search, IReadOnlyList<StoredStatement> Statements)> News { get; } = [];

    /// <summary>What failed.</summary>
    public List<ReadProblem> Problems { get; } = [];
}
