// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Watching;

/// <summary>What a watch is told.</summary>
internal sealed record WatchSettings
{
    /// <summary>The addresses of the feeds.</summary>
    public required IReadOnlyList<string> Feeds { get; init; }

    /// <summary>What to tell of.</summary>
    public required IReadOnlyList<SavedSearch> Searches { get; init; }

    /// <summary>The ledger.</summary>
    public required string LedgerPath { get; init; }

    /// <summary>How long to wait where neither feed nor server says.</summary>
    public required TimeSpan Usual { get; init; }

    /// <summary>Whether the pages that items link to are read in their place.</summary>
    public required bool Follows { get; init; }

    /// <summary>Whether the bytes of pages are kept.</summary>
    public bool KeepsOriginals { get; init; }

    /// <summary>How many documents are worked on at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>Where the watch remembers.</summary>
    public string StatePath => LedgerPath + ".watch";
}
