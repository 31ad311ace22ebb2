// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Fetching;

namespace Dixit.Cli.Watching;

/// <summary>What is remembered of a feed.</summary>
internal sealed class FeedState
{
    /// <summary>What its server gave the last time that it was kept, or null.</summary>
    public Validators? Validators { get; set; }

    /// <summary>When it is to be asked for again, in UTC.</summary>
    public DateTime Next { get; set; }

    /// <summary>When it was last fetched and kept, or was as before; in UTC.</summary>
    public DateTime? Kept { get; set; }

    /// <summary>How often it failed since then.</summary>
    public int Failures { get; set; }
}
