// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>Some of the documents of a ledger.</summary>
/// <param name="Documents">The documents, the one taken in last first.</param>
/// <param name="Next">What to put into <see cref="DocumentQuery.Cursor"/> for the ones after these, or null where there are none.</param>
public sealed record DocumentPage(IReadOnlyList<DocumentSummary> Documents, string? Next);

/// <summary>Which documents to list.</summary>
public sealed record DocumentQuery
{
    /// <summary>The outlet, without regard to case; null for any.</summary>
    public string? Outlet { get; init; }

    /// <summary>The first day of publication, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of publication, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many at most; 20 unless set.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where to go on: <see cref="DocumentPage.Next"/> of the same question, or null for the beginning.</summary>
    public string? Cursor { get; init; }
}

/// <summary>What a list says of a document, in its current version.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">The headline, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Published">When, or null.</param>
/// <param name="Language">The language it was read in, or null.</param>
/// <param name="Version">Which version is the current one, from 1.</param>
/// <param name="Attributions">How many attributions it has.</param>
public sealed record DocumentSummary(string Id, string? Title, string? Outlet, DateOnly? Published, string? Language, int Version, long Attributions);
