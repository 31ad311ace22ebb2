// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Dixit.Reading.Pages;

/// <summary>What the JSON-LD of a page says of its article, in the words of schema.org. Nothing of it is believed without bounds.</summary>
internal sealed class ArticleJson
{
    private const int Deepest = 40;
    private const int MostThings = 5000;
    private const int MostUpdates = 500;

    private static readonly JsonDocumentOptions _options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);
    private readonly List<(JsonElement Thing, int Rank)> _articles = [];
    private string? _site;
    private int _things;

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Publisher { get; private set; }

    public string? Body { get; private set; }

    public string? Language { get; private set; }

    public string? Url { get; private set; }

    /// <summary>Whether the article says that it is for subscribers.</summary>
    public bool IsForSubscribers { get; private set; }

    public IReadOnlyList<string> Authors { get; private set; } = [];

    /// <summary>Whether the article is a live report.</summary>
    public bool IsLive { get; private set; }

    /// <summary>The entries of a live report that say when they were entered, as they are given.</summary>
    public IReadOnlyList<LiveUpdate> Updates { get; private set; } = [];

    /// <summary>Reads all JSON-LD of a page; what is not JSON is passed over.</summary>
    public static ArticleJson Read(IReadOnlyList<string> scripts)
    {
        var read = new ArticleJson();
        foreach (var script in scripts)
        {
            if (Parse(script) is { } document)
                Try(() => read.Collect(document.RootElement, 0));
        }

        Try(read.Choose);
        return read;
    }

    // Half an emoji in a name or a value, which the framework can neither compare nor give: what was read before it counts.
    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (InvalidOperationException)
        {
        }
    }

    // Line ends inside strings and comments around it all are common, and no JSON.
    private static JsonDocument? Parse(string script)
    {
        var text = script.Trim().Trim('\uFEFF');
        if (text.StartsWith("<!--", StringComparison.Ordinal))
            text = text[4..].Replace("-->", "", StringComparison.Ordinal).Trim();
        if (text.StartsWith("//<![CDATA[", StringComparison.Ordinal) || text.StartsWith("<![CDATA[", StringComparison.Ordinal))
            text = text[(text.IndexOf('[', text.IndexOf('[', StringComparison.Ordinal) + 1) + 1)..].Replace("//]]>", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Trim();
        text = text.TrimEnd(';');
        return TryParse(text) ?? TryParse(WithoutControls(text));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, _options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WithoutControls(string text) => string.Create(text.Length, text, static (characters, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            characters[i] = source[i] < ' ' ? ' ' : source[i];
    });

    private void Collect(JsonElement element, int depth)
    {
        if (depth > Deepest || ++_things > MostThings)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, depth + 1);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (Text(element, "@id") is { } id && element.EnumerateObject().Skip(1).Any())
            _byId.TryAdd(id, element);
        var rank = RankOf(element);
        if (rank > 0)
            _articles.Add((element, rank));
        if (IsOf(element, "WebSite") || IsOf(element, "NewsMediaOrganization"))
            _site ??= Text(element, "name");
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "hasPart" or "itemListElement" or "item" or "publisher" or "author")
                Collect(property.Value, depth + 1);
        }
    }

    // Of several articles the first of the best kind is the page's own; those in lists of links have no date.
    private void Choose()
    {
        var best = -1;
        for (var i = 0; i < _articles.Count; i++)
        {
            if (best < 0 || _articles[i].Rank > _articles[best].Rank)
                best = i;
        }

        if (best < 0)
        {
            Publisher = _site;
            return;
        }

        var article = _articles[best].Thing;
        Headline = Text(article, "headline") ?? Text(article, "name");
        Published = Text(article, "datePublished") ?? Text(article, "dateCreated") ?? Text(article, "uploadDate");
        Modified = Text(article, "dateModified");
        Body = LongText(article, "articleBody");
        Language = Text(article, "inLanguage");
        Url = Text(article, "url") ?? UrlOf(article, "mainEntityOfPage");
        Publisher = NamesOf(article, "publisher").FirstOrDefault() ?? NamesOf(article, "sourceOrganization").FirstOrDefault() ?? _site;
        Authors = [.. NamesOf(article, "author").Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];
        (IsLive, Updates) = (IsOf(article, "LiveBlogPosting"), UpdatesOf(article));
        IsForSubscribers = article.TryGetProperty("isAccessibleForFree", out var free)
            && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase)));
    }

    private static List<LiveUpdate> UpdatesOf(JsonElement article)
    {
        if (!article.TryGetProperty("liveBlogUpdate", out var updates) || updates.ValueKind != JsonValueKind.Array)
            return [];
        var read = new List<LiveUpdate>();
        foreach (var update in updates.EnumerateArray().Take(MostUpdates))
        {
            if (update.ValueKind == JsonValueKind.Object && Text(update, "datePublished") is { } published)
                read.Add(new LiveUpdate(Letters.Of(Text(update, "headline") ?? ""), Letters.OfMarkup(LongText(update, "articleBody") ?? ""), published));
        }

        return read;
    }

    private static int RankOf(JsonElement thing)
    {
        if (!thing.TryGetProperty("@type", out var type))
            return 0;
        var rank = 0;
        foreach (var name in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToArray() : [type])
        {
            if (name.ValueKind == JsonValueKind.String)
                rank = Math.Max(rank, RankOf(name.GetString()!));
        }

        if (rank == 0)
            return 0;
        if (thing.TryGetProperty("articleBody", out _))
            rank += 3;
        if (thing.TryGetProperty("datePublished", out _))
            rank += 2;
        return rank;
    }

    private static int RankOf(string type)
    {
        var name = type.AsSpan(type.LastIndexOf('/') + 1);
        if (name.EndsWith("NewsArticle") || name.EndsWith("BlogPosting") || name is "Article" or "Report" or "LiveBlogPosting" or "ScholarlyArticle" or "TechArticle" or "SocialMediaPosting")
            return 10;
        return name is "Review" or "Recipe" or "VideoObject" or "PodcastEpisode" ? 4 : name is "WebPage" or "ItemPage" or "CreativeWork" or "ProfilePage" ? 1 : 0;
    }

    private static bool IsOf(JsonElement thing, string type) =>
        thing.TryGetProperty("@type", out var value) && value.ValueKind == JsonValueKind.String && value.GetString() == type;

    private static string? Text(JsonElement thing, string name)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@value", out var inner))
            value = inner;
        return value.ValueKind == JsonValueKind.String ? PageHead.Given(Characters(value)) : null;
    }

    private static string? LongText(JsonElement thing, string name) =>
        thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Characters(value) : null;

    // A half of a surrogate pair may stand in the JSON, and would throw.
    private static string? Characters(JsonElement value)
    {
        try
        {
            return System.Net.WebUtility.HtmlDecode(value.GetString());
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? UrlOf(JsonElement thing, string name)
    {
        if (!thing.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.String ? PageHead.Given(value.GetString()) : Text(value, "@id") ?? Text(value, "url");
    }

    private List<string> NamesOf(JsonElement thing, string property)
    {
        var names = new List<string>();
        if (!thing.TryGetProperty(property, out var value))
            return names;
        foreach (var one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
        {
            if (one.ValueKind == JsonValueKind.String)
            {
                if (Characters(one) is { } name && PageHead.Given(name) is { } given)
                    names.Add(given);
            }
            else if (one.ValueKind == JsonValueKind.Object)
            {
                var name = one.TryGetProperty("name", out var several) && several.ValueKind == JsonValueKind.Array
                    ? string.Join(", ", several.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()))
                    : Text(one, "name") ?? (Text(one, "@id") is { } id && _byId.TryGetValue(id, out var other) ? Text(other, "name") : null);
                if (PageHead.Given(name) is { } given)
                    names.Add(given);
            }
        }

        return names;
    }
}
