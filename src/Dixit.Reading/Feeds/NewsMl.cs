// SPDX-License-Identifier: Apache-2.0
using System.Xml;
using System.Xml.Linq;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Feeds;

/// <summary>NewsML-G2 of the IPTC: news items alone or in messages, their text as XHTML, as NITF or plain. Also NITF alone.</summary>
internal static class NewsMl
{
    // A file that holds one item and nothing else is its original.
    private static readonly DocumentReaderOptions _keepingNone = new();

    /// <summary>The news items, one in memory at a time.</summary>
    /// <param name="xml">On the root element.</param>
    /// <param name="source">What it was read from.</param>
    /// <param name="note">What was assumed of the encoding, or null.</param>
    public static IEnumerable<ReadResult> Read(XmlReader xml, InputSource source, string? note)
    {
        var number = 0;
        var isAlone = xml.LocalName == "newsItem";
        while (!xml.EOF)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "newsItem")
            {
                xml.Read();
                continue;
            }

            var line = (xml as IXmlLineInfo)?.LineNumber;
            var language = xml.GetAttribute("xml:lang");
            number++;
            if (XmlElements.Read(xml) is { } item)
                yield return ReadItem(item, language).ToResult(source, isAlone ? null : number, isAlone ? null : line, note).FromRecord(isAlone ? _keepingNone : source.Options, () => XmlElements.BytesOf(item));
            else
                yield return ReadResult.Of(ReadProblems.ReportBrokenXml(source.Path, "its elements are too deep in each other") with { Line = line });
        }

        if (number == 0)
            yield return ReadResult.Of(ReadProblems.ReportNoTextIn(source.Path, "the message has no news item in it"));
    }

    /// <summary>The one article of an NITF file.</summary>
    public static IEnumerable<ReadResult> ReadNitf(XmlReader xml, InputSource source, string? note)
    {
        yield return XmlElements.Read(xml) is { } nitf
            ? ReadArticle(nitf).ToResult(source, null, null, note)
            : ReadResult.Of(ReadProblems.ReportBrokenXml(source.Path, "its elements are too deep in each other"));
    }

    private static FeedArticle ReadItem(XElement item, string? language)
    {
        var management = item.Child("itemMeta");
        var content = item.Child("contentMeta");
        var set = item.Child("contentSet");
        var inline = set?.Child("inlineXML");
        var data = set?.Child("inlineData");
        var body = inline?.Elements().FirstOrDefault();
        var article = body?.Name.LocalName == "nitf" ? ReadArticle(body) : null;
        return new FeedArticle
        {
            OwnId = item.Attribute("guid")?.Value,
            IsNamedById = true,
            Link = management?.Elements().FirstOrDefault(link => link.Name.LocalName == "link" && link.Attribute("rel")?.Value.EndsWith("canonical", StringComparison.Ordinal) == true)?.Attribute("href")?.Value,
            Title = content?.ChildText("headline") ?? management?.ChildText("title") ?? article?.Title,
            Outlet = NameOf(content?.Child("infoSource")) ?? NameOf(management?.Child("provider")),
            Language = content?.Child("language")?.Attribute("tag")?.Value ?? (inline ?? data)?.Attribute(XNamespace.Xml + "lang")?.Value ?? language,
            Published = management?.ChildText("firstCreated") ?? content?.ChildText("contentCreated") ?? management?.ChildText("versionCreated"),
            Content = article?.Content ?? (body is not null ? XmlElements.TextOf(body.Child("body") ?? body) : data?.Value.Trim()),
            IsHtml = body is null && data?.Attribute("contenttype")?.Value.Contains("html", StringComparison.OrdinalIgnoreCase) == true,
        };
    }

    private static FeedArticle ReadArticle(XElement nitf)
    {
        var body = nitf.Child("body");
        var head = body?.Child("body.head");
        var text = body?.Child("body.content") ?? body;
        return new FeedArticle
        {
            OwnId = nitf.Child("head")?.Child("docdata")?.Child("doc-id")?.Attribute("id-string")?.Value,
            IsNamedById = true,
            Title = head?.Child("hedline")?.ChildText("hl1") ?? nitf.Child("head")?.ChildText("title"),
            Published = nitf.Child("head")?.Child("docdata")?.Child("date.issue")?.Attribute("norm")?.Value,
            Language = XmlElements.LanguageOf(nitf),
            Content = text is null ? null : XmlElements.TextOf(text),
        };
    }

    private static string? NameOf(XElement? party) =>
        party is null ? null : party.ChildText("name") ?? party.Attribute("literal")?.Value;
}
