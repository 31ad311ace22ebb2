// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Watching;

/// <summary>What is remembered of a saved search.</summary>
internal sealed class SearchState
{
    /// <summary>The ids of the statements that it has met.</summary>
    public HashSet<string> Seen { get; init; } = [];

    /// <summary>Those that were new, the last ones last, with when they were found.</summary>
    public List<NewStatement> News { get; init; } = [];

    /// <summary>Those that the webhook has not taken yet.</summary>
    public List<string> Undelivered { get; init; } = [];
}
