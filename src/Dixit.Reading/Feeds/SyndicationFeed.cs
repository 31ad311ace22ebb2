// SPDX-License-Identifier: Apache-2.0
using System.Xml;
using System.Xml.Linq;
using Dixit.Reading.Encodings;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Feeds;

/// <summary>RSS 0.9 to 2.0 (also as RDF) and Atom, whose articles stand in them whole or as summaries.</summary>
/// <param name="source">What it was read from.</param>
/// <param name="decoded">Its text, and what was assumed of the encoding.</param>
internal sealed class SyndicationFeed(InputSource source, DecodedText decoded)
{
    // What breaks more often is no feed with a slip in it; and each time costs a look at all that is left.
    private const int MostResumed = 50;

    private About? _about;
    private int _number;
    private (int Line, int Column)? _begun;

    /// <summary>The articles, one in memory at a time. Where the XML is broken, the article that it breaks is a problem, and reading goes on with the next one.</summary>
    /// <param name="xml">On the root element.</param>
    public IEnumerable<ReadResult> Read(XmlReader xml)
    {
        _about = new About(xml.GetAttribute("xml:lang"), xml.GetAttribute("xml:base") ?? source.Url);
        var whole = decoded.Text!;
        var root = BrokenXml.StartOfRoot(whole, xml);
        var (text, reader) = (whole, xml);
        for (var resumed = 0; ; resumed++)
        {
            XmlException? broken;
            using (var items = Items(reader).GetEnumerator())
            {
                while (TryMoveNext(items, out broken))
                    yield return items.Current;
            }

            if (resumed > 0)
                reader.Dispose();
            if (broken is null)
                break;
            yield return ReadResult.Of(ReadProblems.ReportBrokenXml(source.Path, broken));
            var (line, column) = _begun ?? (broken.LineNumber, broken.LinePosition);
            if (resumed == MostResumed || BrokenXml.Resume(text, BrokenXml.OffsetOf(text, line, column), root) is not { } rest)
                yield break;
            text = rest;
            reader = XmlElements.OpenReader(text);
            reader.MoveToContent();
        }

        if (_number == 0)
            yield return ReadResult.Of(ReadProblems.ReportNoTextIn(source.Path, "the feed has no article in it"));
    }

    private static bool TryMoveNext(IEnumerator<ReadResult> items, out XmlException? broken)
    {
        broken = null;
        try
        {
            return items.MoveNext();
        }
        catch (XmlException exception)
        {
            broken = exception;
            return false;
        }
    }

    private IEnumerable<ReadResult> Items(XmlReader xml)
    {
        _begun = null;
        xml.Read();
        while (!xml.EOF)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName == "channel")
            {
                xml.Read();
                continue;
            }

            var place = (IXmlLineInfo)xml;
            var line = place.LineNumber;
            var isItem = xml.LocalName is "item" or "entry";
            _begun = isItem ? (line, place.LinePosition) : null;
            var element = XmlElements.Read(xml);
            _begun = null;
            if (element is null)
                yield return ReadResult.Of(ReadProblems.ReportBrokenXml(source.Path, "its elements are too deep in each other") with { Line = line });
            else if (!isItem)
                _about!.Take(element);
            else
                yield return (element.Name.LocalName == "entry" ? ReadEntry(element, _about!) : ReadItem(element, _about!)).ToResult(source, ++_number, line, decoded.Note).FromRecord(source.Options, () => XmlElements.BytesOf(element));
        }
    }

    private static FeedArticle ReadItem(XElement item, About about)
    {
        var whole = item.ChildText("encoded");
        var guid = item.Child("guid");
        var isAddress = guid is not null && guid.Attribute("isPermaLink")?.Value != "false" && Uri.TryCreate(guid.Value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        return new FeedArticle
        {
            Link = about.Resolve(item.ChildText("link") ?? (isAddress ? guid!.Value.Trim() : null)),
            OwnId = guid?.Value.Trim() ?? item.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value,
            Title = PlainTitle(item.ChildText("title")),
            IsFollowed = true,
            Outlet = about.Title,
            DeclaredLanguage = XmlElements.LanguageOf(item) ?? item.ChildText("language") ?? about.Language,
            Published = item.ChildText("pubDate", "date", "published"),
            Content = whole ?? item.ChildText("description", "summary"),
            IsHtml = true,
            IsSummary = whole is null && item.Child("link") is not null,
        };
    }

    private static FeedArticle ReadEntry(XElement entry, About about)
    {
        var content = entry.Child("content");
        // A content with an address of its own stands elsewhere.
        if (content is null || content.Attribute("src") is not null || string.IsNullOrWhiteSpace(content.Value))
            content = null;
        var shown = content ?? entry.Child("summary");
        var type = shown?.Attribute("type")?.Value ?? "text";
        return new FeedArticle
        {
            Link = about.Resolve(LinkOf(entry)),
            OwnId = entry.ChildText("id"),
            Title = PlainTitle(entry.ChildText("title")),
            IsFollowed = true,
            Outlet = entry.Child("source")?.ChildText("title") ?? about.Title,
            DeclaredLanguage = XmlElements.LanguageOf(entry) ?? about.Language,
            Published = entry.ChildText("published", "issued", "updated"),
            Content = shown is null ? null : type == "xhtml" ? XmlElements.TextOf(shown) : shown.Value,
            IsHtml = type is "html" or "text/html",
            IsSummary = content is null,
        };
    }

    private static string? LinkOf(XElement entry) => entry.Elements()
        .FirstOrDefault(child => child.Name.LocalName == "link" && (child.Attribute("rel")?.Value ?? "alternate") == "alternate")?.Attribute("href")?.Value.Trim();

    // Titles are often escaped twice.
    private static string? PlainTitle(string? title) => title is null || title.AsSpan().IndexOfAny('&', '<') < 0 ? title : FragmentText.Read(title).Text;

    /// <summary>What a feed says of itself before its articles.</summary>
    private sealed class About(string? language, string? address)
    {
        public string? Title { get; private set; }

        public string? Language { get; private set; } = language;

        public void Take(XElement element)
        {
            var value = element.Value.Trim();
            if (value.Length == 0)
                return;
            if (element.Name.LocalName == "title")
                Title ??= PlainTitle(value);
            else if (element.Name.LocalName == "language")
                Language ??= value;
        }

        public string? Resolve(string? link) =>
            string.IsNullOrWhiteSpace(link) ? null
            : Uri.TryCreate(link, UriKind.Absolute, out _) || address is null ? link
            : Uri.TryCreate(address, UriKind.Absolute, out var start) && Uri.TryCreate(start, link, out var whole) ? whole.AbsoluteUri
            : link;
    }
}
