// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Feeds;

/// <summary>News in JSON that is not a record of ours: JSON Feed, and ninjs of the IPTC in its versions 1 to 3.</summary>
internal static class JsonNews
{
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = JsonText.Options.MaxDepth };

    /// <summary>The articles of an object that has no <c>text</c>; null where it is neither form.</summary>
    /// <param name="utf8">The object.</param>
    /// <param name="source">What it was read from.</param>
    /// <param name="number">Its place in there, or null where it is alone.</param>
    /// <param name="line">The line where it starts, or null.</param>
    /// <param name="note">What was assumed of the encoding, or null.</param>
    public static IReadOnlyList<ReadResult>? Read(ReadOnlyMemory<byte> utf8, InputSource source, int? number, int? line, string? note)
    {
        using var json = JsonDocument.Parse(utf8, _options);
        try
        {
            return ReadRoot(json.RootElement, source, number, line, note);
        }
        catch (InvalidOperationException)
        {
            return null; // Half an emoji in a name, which the framework cannot compare with another.
        }
    }

    private static List<ReadResult>? ReadRoot(JsonElement root, InputSource source, int? number, int? line, string? note)
    {
        if (Text(root, "version")?.StartsWith("https://jsonfeed.org/version/", StringComparison.Ordinal) == true && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
            return ReadFeed(root, items, source, note);
        return IsNinjs(root) ? [ReadNinjs(root).ToResult(source, number, line, note)] : null;
    }

    private static List<ReadResult> ReadFeed(JsonElement feed, JsonElement items, InputSource source, string? note)
    {
        var results = new List<ReadResult>();
        foreach (var item in items.EnumerateArray())
        {
            source.Cancellation.ThrowIfCancellationRequested();
            var html = Text(item, "content_html");
            var plain = Text(item, "content_text");
            var summary = Text(item, "summary");
            results.Add(new FeedArticle
            {
                Link = Text(item, "url"),
                IsFollowed = true,
                OwnId = Text(item, "id"),
                Title = Text(item, "title"),
                Outlet = Text(feed, "title"),
                DeclaredLanguage = Text(item, "language") ?? Text(feed, "language"),
                Published = Text(item, "date_published"),
                Content = html ?? plain ?? summary,
                IsHtml = html is not null,
                IsSummary = html is null && plain is null,
            }.ToResult(source, results.Count + 1, null, note).FromRecord(source.Options, () => Encoding.UTF8.GetBytes(item.GetRawText())));
        }

        if (results.Count == 0)
            results.Add(ReadResult.Of(ReadProblems.ReportNoTextIn(source.Path, "the feed has no article in it")));
        return results;
    }

    private static bool IsNinjs(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && (item.TryGetProperty("body_text", out _) || item.TryGetProperty("body_html", out _) || item.TryGetProperty("body_xhtml", out _)
            || (item.TryGetProperty("bodies", out var bodies) && bodies.ValueKind == JsonValueKind.Array));

    private static FeedArticle ReadNinjs(JsonElement item)
    {
        var (content, isHtml) = BodyOf(item);
        return new FeedArticle
        {
            OwnId = Text(item, "uri"),
            IsNamedById = true,
            Link = Text(item, "canonicalurl") ?? Text(item, "canonicalUrl"),
            Title = Text(item, "headline") ?? First(item, "headlines", "value") ?? Text(item, "title"),
            Outlet = First(item, "infosources", "name") ?? First(item, "infoSources", "name") ?? First(item, "infosource", "name") ?? Text(item, "copyrightholder") ?? Text(item, "copyrightHolder"),
            Language = Text(item, "language"),
            Published = Text(item, "firstcreated") ?? Text(item, "firstCreated") ?? Text(item, "contentcreated") ?? Text(item, "contentCreated") ?? Text(item, "versioncreated") ?? Text(item, "versionCreated"),
            Content = content,
            IsHtml = isHtml,
        };
    }

    // Plain text first: it is what the agency means; then the whole of several bodies before a summary.
    private static (string? Content, bool IsHtml) BodyOf(JsonElement item)
    {
        if (Text(item, "body_text") is { } plain)
            return (plain, false);
        if ((Text(item, "body_xhtml") ?? Text(item, "body_html")) is { } html)
            return (html, true);
        if (!item.TryGetProperty("bodies", out var bodies) || bodies.ValueKind != JsonValueKind.Array)
            return (null, false);
        (string Content, bool IsHtml)? longest = null;
        foreach (var body in bodies.EnumerateArray())
        {
            if (Text(body, "value") is not { } value || (longest is { } known && known.Content.Length >= value.Length))
                continue;
            var type = Text(body, "contenttype") ?? Text(body, "contentType") ?? "";
            longest = (value, type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase));
        }

        return longest is { } best ? (best.Content, best.IsHtml) : (null, false);
    }

    private static string? First(JsonElement item, string list, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(list, out var values) || values.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var value in values.EnumerateArray())
        {
            if (Text(value, name) is { } text)
                return text;
        }

        return null;
    }

    private static string? Text(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half an emoji: no text that could be stored.
        }
    }
}
