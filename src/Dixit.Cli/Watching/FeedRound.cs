// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>What came of one feed in one round.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Counts">What came of its articles.</param>
/// <param name="IsUnchanged">Whether its server said that it is as it was.</param>
/// <param name="Next">When it is due again, in UTC.</param>
internal sealed record FeedRound(string Url, RunCounts Counts, bool IsUnchanged, DateTime Next);
