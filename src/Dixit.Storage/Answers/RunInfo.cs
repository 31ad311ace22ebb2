// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>One time that somebody wrote to a ledger.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Engine">The version of the engine.</param>
/// <param name="Started">When, in UTC.</param>
/// <param name="Finished">When, in UTC, or null where it is still going on or was cut off.</param>
/// <param name="Counts">What came of its documents, up to its last commit.</param>
public sealed record RunInfo(long Number, string Engine, DateTime Started, DateTime? Finished, RunCounts Counts);

/// <summary>What came of the documents of a run.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">New versions.</param>
/// <param name="Refreshed">The same texts, found in anew.</param>
/// <param name="Unchanged">Those that were there already.</param>
/// <param name="Failed">Those that could not be read.</param>
public readonly record struct RunCounts(long Added, long Changed, long Refreshed, long Unchanged, long Failed)
{
    /// <summary>Those that were removed before, and so left out.</summary>
    public long Skipped { get; init; }

    /// <summary>All that were read.</summary>
    public long Documents => Added + Changed + Refreshed + Unchanged;
}
