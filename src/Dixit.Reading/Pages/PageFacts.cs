// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using Dixit.Documents;
using Dixit.Reading.Dates;

namespace Dixit.Reading.Pages;

/// <summary>What a page says of its article, the surest field first: JSON-LD and <c>meta</c> elements, then its visible text.</summary>
internal sealed record PageFacts(string? Title, string? Outlet, IReadOnlyList<string> Authors, Moment? Published, Moment? Modified, string? Language, string? Uri, string? Stated)
{
    private static readonly SearchValues<char> _figures = SearchValues.Create("0123456789/");
    private static readonly SearchValues<char> _ends = SearchValues.Create("|(·•");

    private const int MostAuthors = 12;
    private const int LongestName = 80;

    /// <summary>Gathers the facts.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="url">Where it was fetched, or null.</param>
    /// <param name="fetched">When it was fetched, or null.</param>
    public static PageFacts Of(PageOutline outline, ArticleJson json, string? url, DateTimeOffset? fetched)
    {
        var head = outline.Head;
        var stated = Absolute(head.Canonical, url) ?? Absolute(head.Meta("og:url"), url) ?? Absolute(json.Url, url);
        var uri = stated ?? url;
        var site = Given(head.Meta("og:site_name")) ?? Given(json.Publisher) ?? Given(head.Meta("application-name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title"));
        // « L'Écho | Toute l'actualité du lac »
        if (site is not null && site.IndexOf(" | ", StringComparison.Ordinal) is > 2 and var bar)
            site = site[..bar];
        var language = json.Language is { Length: 2 or 5 } known ? known : head.Language ?? head.Meta("og:locale", "content-language", "dc.language");
        // The region may stand in one of the fields and not in the other.
        var order = DateOrders.Of(language) is not DateOrder.Unknown and var told ? told : DateOrders.Of(head.Language) is not DateOrder.Unknown and var root ? root : DateOrders.Of(head.Meta("og:locale"));
        return new PageFacts(
            TitleOf(outline, json, site),
            site ?? HostOf(uri),
            AuthorsOf(head, json, site),
            PageDates.FindPublished(outline, json, order, fetched),
            PageDates.FindModified(outline, json, order),
            language,
            uri,
            stated);
    }

    // A value that is a template left unfilled, a handle or nothing is no name.
    private static string? Given(string? value) => value is null || value.Contains("{{", StringComparison.Ordinal) || value is ['@', ..] || value.Length < 2 ? null : value;

    private static string? Absolute(string? address, string? source)
    {
        if (address is null)
            return null;
        // A path from the root is the absolute address of a file on some systems.
        if (System.Uri.TryCreate(address, UriKind.Absolute, out var absolute) && !address.StartsWith('/'))
            return absolute.Scheme is "http" or "https" && absolute.Host.Length > 0 && absolute.AbsolutePath.Length + absolute.Query.Length > 1 ? address : null;
        return source is not null && System.Uri.TryCreate(source, UriKind.Absolute, out var origin) && System.Uri.TryCreate(origin, address, out var joined) && joined.Scheme is "http" or "https"
            ? joined.AbsoluteUri
            : null;
    }

    private static string? HostOf(string? uri) =>
        uri is not null && System.Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0
            ? parsed.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? parsed.Host[4..] : parsed.Host
            : null;

    // The heading that people see, where the page's title agrees with it; else the title without the name of the site.
    private static string? TitleOf(PageOutline outline, ArticleJson json, string? site)
    {
        var stated = outline.Head.Meta("og:title") ?? json.Headline ?? outline.Head.Meta("twitter:title", "dc.title", "title") ?? outline.Head.Title;
        var heading = HeadingLike(outline, stated, outline.Head.Title);
        return heading ?? (stated is null ? json.Headline : WithoutSite(stated, site));
    }

    private static string? HeadingLike(PageOutline outline, string? stated, string? window)
    {
        var wanted = stated is null ? "" : Letters.Of(stated);
        var other = window is null ? "" : Letters.Of(window);
        foreach (var block in outline.Blocks)
        {
            if (block.Container.Tag != PageTag.Title || block.Length is < 8 or > 400)
                continue;
            var letters = Letters.Of(outline[block]);
            if (letters.Length > 5 && (wanted.StartsWith(letters, StringComparison.Ordinal) || other.StartsWith(letters, StringComparison.Ordinal)))
                return PageHead.Given(outline[block].ToString());
        }

        return null;
    }

    private static string WithoutSite(string title, string? site)
    {
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: ", " • "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 8)
                continue;
            var tail = title[(at + mark.Length)..];
            var isSite = site is not null && (Letters.Of(site).Contains(Letters.Of(tail), StringComparison.Ordinal) || Letters.Of(tail).Contains(Letters.Of(site), StringComparison.Ordinal));
            if (isSite || (mark == " | " && tail.Length < 30))
                return title[..at].TrimEnd();
        }

        return title;
    }

    private static List<string> AuthorsOf(PageHead head, ArticleJson json, string? site)
    {
        var authors = new List<string>();
        foreach (var name in json.Authors)
            Add(authors, name, site);
        if (authors.Count == 0)
        {
            foreach (var (name, content) in head.Metas)
            {
                if (name is "author" or "article:author" or "dc.creator" or "dcterms.creator" or "parsely-author" or "sailthru.author" or "citation_author" or "byl" or "article:author_name" or "twitter:data1" && IsName(name, content))
                    Add(authors, content, site);
            }
        }

        if (authors.Count == 0)
        {
            foreach (var (property, value) in head.Properties)
            {
                if (property is "author" or "creator")
                    Add(authors, value, site);
            }
        }

        for (var i = 0; authors.Count == 0 && i < head.Bylines.Count; i++)
        {
            if (head.Bylines[i].Length < LongestName)
                Add(authors, head.Bylines[i], site);
        }

        return authors.Count > MostAuthors ? authors.GetRange(0, MostAuthors) : authors;
    }

    private static bool IsName(string meta, string content) => meta != "twitter:data1" || !content.AsSpan().ContainsAnyInRange('0', '9');

    private static void Add(List<string> authors, string value, string? site)
    {
        // The address of a page about the author is not the name.
        if (value.Contains("://", StringComparison.Ordinal))
            return;
        foreach (var part in Parts(value))
        {
            var name = Clean(part);
            if (name.Length is < 2 or > LongestName || name.Contains("://", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal) || name.AsSpan().ContainsAny(_figures))
                continue;
            if (site is not null && name.Equals(site, StringComparison.OrdinalIgnoreCase) && authors.Count > 0)
                continue;
            if (!authors.Contains(name, StringComparer.OrdinalIgnoreCase))
                authors.Add(name);
        }
    }

    // « By Ana Costa and Leo Marin », « Ana Costa, Leo Marin »; what stands behind « | » or in brackets is no name.
    private static IEnumerable<string> Parts(string value)
    {
        var cut = value.AsSpan().IndexOfAny(_ends);
        if (cut > 0)
            value = value[..cut];
        foreach (var part in value.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Replace(" et ", ",", StringComparison.OrdinalIgnoreCase).Replace(" & ", ",", StringComparison.Ordinal).Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries))
            yield return part;
    }

    private static string Clean(string name)
    {
        var clean = name.AsSpan().Trim();
        foreach (var start in (ReadOnlySpan<string>)["written by ", "by ", "par ", "from "])
        {
            if (clean.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                clean = clean[start.Length..].Trim();
        }

        return clean.Trim(" :–-").ToString();
    }
}
