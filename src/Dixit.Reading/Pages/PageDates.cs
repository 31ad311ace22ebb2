// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Reading.Pages;

/// <summary>Finds the days of publication and of the last change among what a page says of itself.</summary>
/// <remarks>A day is that of the place where it was written down: the zone of a time is respected, not converted. Nothing is guessed:
/// what no field and no line tells stays unknown.</remarks>
internal static class PageDates
{
    private static readonly string[] _published =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "published_time", "article:published", "datepublished", "pubdate", "publishdate", "publish-date",
        "publish_date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
        "dc.terms.date", "cxenseparse:recs:publishtime", "rnews:datepublished", "citation_publication_date", "article.published", "date", "originalpublicationdate", "displaydate", "bt:pubdate",
    ];

    private static readonly string[] _modified =
    [
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "article.updated", "revised",
    ];

    /// <summary>The day of publication, or null.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="fetched">When it was fetched, or null: then « il y a 2 heures » tells nothing.</param>
    public static DateOnly? FindPublished(PageOutline outline, ArticleJson json, DateTimeOffset? fetched)
    {
        var head = outline.Head;
        if (Read(json.Published) is { } stated)
            return stated;
        foreach (var name in _published)
        {
            if (Read(head.Meta(name)) is { } day)
                return day;
        }

        if (Read(head.Property("datePublished")) is { } property)
            return property;
        return FromTimes(head.Times) ?? FromLines(outline, fetched);
    }

    /// <summary>The day of the last change, or null.</summary>
    public static DateOnly? FindModified(PageOutline outline, ArticleJson json)
    {
        if (Read(json.Modified) is { } stated)
            return stated;
        foreach (var name in _modified)
        {
            if (Read(outline.Head.Meta(name)) is { } day)
                return day;
        }

        if (Read(outline.Head.Property("dateModified")) is { } property)
            return property;
        foreach (var time in outline.Head.Times)
        {
            if (time.Property == "dateModified" && Read(time.Value ?? time.Text) is { } day)
                return day;
        }

        return null;
    }

    private static DateOnly? Read(string? value) => value is not null && Dates.WrittenDate.TryRead(value, out var day) ? day : null;

    // What is named the time of publication; else the first time that stands in a line of dates, and not in a list of other articles.
    private static DateOnly? FromTimes(IReadOnlyList<PageTime> times)
    {
        DateOnly? named = null;
        foreach (var time in times)
        {
            if ((Read(time.Value) ?? Read(time.Text)) is not { } day)
                continue;
            if (time.Property == "datePublished")
                return day;
            if ((time.Hints & (PageHints.Related | PageHints.Comments | PageHints.Sidebar)) == 0 && time.Property is null)
                named ??= day;
        }

        return named;
    }

    // « Publié le 12 mars 2024 à 9h », « Published March 12, 2024 » in a short line near the headline.
    private static DateOnly? FromLines(PageOutline outline, DateTimeOffset? fetched)
    {
        var title = -1;
        for (var i = 0; i < outline.Blocks.Count && title < 0; i++)
        {
            if (outline.Blocks[i].Container.Tag == PageTag.Title)
                title = i;
        }

        for (var i = Math.Max(0, title - 4); title >= 0 && i < Math.Min(outline.Blocks.Count, title + 14); i++)
        {
            var block = outline.Blocks[i];
            if (block.Length <= 160 && Dates.WrittenDate.TryFind(outline[block], out var day))
                return day;
            if (fetched is { } when && block.Length <= 80 && Dates.RelativeDate.TryFind(outline[block], when, out day))
                return day;
        }

        return null;
    }
}
