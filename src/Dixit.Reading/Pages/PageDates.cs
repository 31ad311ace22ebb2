// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Dates;

namespace Dixit.Reading.Pages;

/// <summary>Finds when a page was published and last changed among what a page says of itself.</summary>
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

    /// <summary>When it was published, or null.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="order">How its language writes figures that leave it open.</param>
    /// <param name="fetched">When it was fetched, or null: then « il y a 2 heures » tells nothing.</param>
    public static Moment? FindPublished(PageOutline outline, ArticleJson json, DateOrder order, DateTimeOffset? fetched)
    {
        var head = outline.Head;
        if (Read(json.Published) is { } stated)
            return stated;
        foreach (var name in _published)
        {
            if (Read(head.Meta(name)) is { } moment)
                return moment;
        }

        if (Read(head.Property("datePublished")) is { } property)
            return property;
        if (FromTimes(head.Times) is not { } shown)
            return FromLines(outline, order, fetched).Published;
        // A <time> often holds the day for machines, and the hour for people beside it.
        return shown.Time is null && FromLines(outline, order, null).Published is { Time: not null } line && line.Day == shown.Day ? line : shown;
    }

    /// <summary>When it was last changed, or null.</summary>
    public static Moment? FindModified(PageOutline outline, ArticleJson json, DateOrder order)
    {
        if (Read(json.Modified) is { } stated)
            return stated;
        foreach (var name in _modified)
        {
            if (Read(outline.Head.Meta(name)) is { } moment)
                return moment;
        }

        if (Read(outline.Head.Property("dateModified")) is { } property)
            return property;
        foreach (var time in outline.Head.Times)
        {
            if (time.Property == "dateModified" && Read(time.Value ?? time.Text) is { } moment)
                return moment;
        }

        return FromLines(outline, order, null).Modified;
    }

    private static Moment? Read(string? value) => value is not null && WrittenMoment.TryRead(value, DateOrder.Unknown, out var moment) ? moment : null;

    // What is named the time of publication; else the first time that stands in a line of dates, and not in a list of other articles.
    private static Moment? FromTimes(IReadOnlyList<PageTime> times)
    {
        Moment? named = null;
        foreach (var time in times)
        {
            if ((Read(time.Value) ?? Read(time.Text)) is not { } moment)
                continue;
            if (time.Property == "datePublished")
                return moment;
            if ((time.Hints & (PageHints.Related | PageHints.Comments | PageHints.Sidebar)) == 0 && time.Property is null)
                named ??= moment;
        }

        return named;
    }

    // « Publié le 12 mars 2024 à 9h », « Published March 12, 2024 » in a short line near the headline.
    private static DateLine FromLines(PageOutline outline, DateOrder order, DateTimeOffset? fetched)
    {
        var found = default(DateLine);
        var title = -1;
        for (var i = 0; i < outline.Blocks.Count && title < 0; i++)
        {
            if (outline.Blocks[i].Container.Tag == PageTag.Title)
                title = i;
        }

        for (var i = Math.Max(0, title - 4); title >= 0 && i < Math.Min(outline.Blocks.Count, title + 14); i++)
        {
            var block = outline.Blocks[i];
            if (block.Length > 160)
                continue;
            var line = DateLine.Read(outline[block], order);
            found = new DateLine(found.Published ?? line.Published, found.Modified ?? line.Modified);
            if (found.Published is null && fetched is { } when && block.Length <= 80 && RelativeDate.TryFind(outline[block], when, out var day))
                found = found with { Published = new Moment(day) };
            // What comes further down may be the date of another article.
            if (found.Published is not null)
                break;
        }

        return found;
    }
}
