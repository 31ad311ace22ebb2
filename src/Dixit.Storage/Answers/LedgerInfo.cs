// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>What a ledger holds.</summary>
public sealed record LedgerInfo
{
    /// <summary>Where it is.</summary>
    public required string Place { get; init; }

    /// <summary>The form of its schema.</summary>
    public required int Form { get; init; }

    /// <summary>The room it takes, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The documents.</summary>
    public required long Documents { get; init; }

    /// <summary>Their versions, all told.</summary>
    public required long Versions { get; init; }

    /// <summary>The attributions of current versions.</summary>
    public required long Attributions { get; init; }

    /// <summary>The speakers, across documents.</summary>
    public required long Speakers { get; init; }

    /// <summary>The statements, in however many wordings.</summary>
    public required long Statements { get; init; }

    /// <summary>The outlets.</summary>
    public required long Outlets { get; init; }

    /// <summary>The first day of publication, or null.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day of publication, or null.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The runs.</summary>
    public required long Runs { get; init; }

    /// <summary>Who writes just now, or null.</summary>
    public WriterInfo? Writer { get; init; }
}
