// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Reading;

/// <summary>Documents of the same text of which something else is known. The one place that copies a document: what <see cref="Document"/> gets new belongs here too.</summary>
internal static class OtherFacts
{
    /// <summary>A copy of a document in which these stand instead of what it has; null is what it has.</summary>
    public static Document With(
        this Document document, string? uri = null, string? title = null, string? outlet = null, DateOnly? published = null, Moment? publishedAt = null, string? language = null, IReadOnlyList<string>? notes = null) =>
        new(document.Id, document.Text)
        {
            Uri = uri ?? document.Uri,
            Title = title ?? document.Title,
            Outlet = outlet ?? document.Outlet,
            Published = published ?? document.Published,
            PublishedAt = publishedAt ?? document.PublishedAt,
            Language = language ?? document.Language,
            DeclaredLanguage = document.DeclaredLanguage,
            Authors = document.Authors,
            Modified = document.Modified,
            ModifiedAt = document.ModifiedAt,
            Blocks = document.Blocks,
            Notes = notes ?? document.Notes,
        };
}
