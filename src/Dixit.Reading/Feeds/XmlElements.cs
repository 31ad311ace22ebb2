// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Dixit.Reading.Feeds;

/// <summary>What the readers of XML share: a reader that fetches nothing, and elements of bounded depth.</summary>
internal static class XmlElements
{
    private const int MostDepth = 256;

    private static readonly XName _language = XNamespace.Xml + "lang";

    private static readonly HashSet<string> _blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "block", "dd", "dt", "section", "article", "media", "hr", "pre",
    };

    /// <summary>A reader that takes no document type, so that no entity can grow or fetch anything.</summary>
    public static XmlReader OpenReader(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = text.Length + 1L,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>The element that the reader is on; the reader goes behind it.</summary>
    /// <remarks>Loading by <see cref="XNode.ReadFrom"/> takes time by the square of the depth.</remarks>
    /// <returns>Null where its elements are deeper in each other than any article's.</returns>
    public static XElement? Read(XmlReader xml)
    {
        var start = xml.Depth;
        var isTooDeep = false;
        XElement? root = null;
        XElement? current = null;
        do
        {
            isTooDeep |= xml.Depth - start > MostDepth;
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when !isTooDeep:
                    var element = Begin(xml);
                    root ??= element;
                    current?.Add(element);
                    if (!xml.IsEmptyElement)
                        current = element;
                    break;
                case XmlNodeType.EndElement when !isTooDeep:
                    current = current?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when !isTooDeep:
                    current?.Add(new XText(xml.Value));
                    break;
            }

            if (xml.Depth == start && (xml.NodeType == XmlNodeType.EndElement || xml is { NodeType: XmlNodeType.Element, IsEmptyElement: true }))
            {
                xml.Read();
                break;
            }
        }
        while (xml.Read());
        return isTooDeep ? null : root;
    }

    private static XElement Begin(XmlReader xml)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                element.SetAttributeValue(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value);
        }

        xml.MoveToElement();
        return element;
    }

    /// <summary>The first child of that name in any namespace, or null.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    /// <summary>The text of the first child of that name that has any, or null.</summary>
    public static string? ChildText(this XElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in element.Elements())
            {
                if (child.Name.LocalName == name && !string.IsNullOrWhiteSpace(child.Value))
                    return child.Value.Trim();
            }
        }

        return null;
    }

    /// <summary>The language that the element or one around it names, or null.</summary>
    public static string? LanguageOf(XElement element) =>
        element.AncestorsAndSelf().Select(each => each.Attribute(_language)?.Value).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>The text of marked-up news, an empty line between two paragraphs.</summary>
    public static string TextOf(XElement element)
    {
        var text = new ParagraphText();
        AppendTo(text, element);
        return text.ToString();
    }

    // The depth is bounded, so the stack is.
    private static void AppendTo(ParagraphText text, XElement element)
    {
        var isBlock = _blocks.Contains(element.Name.LocalName);
        if (isBlock)
            text.EndParagraph();
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(words.Value);
            else if (node is XElement inner)
                AppendTo(text, inner);
        }

        if (isBlock)
            text.EndParagraph();
    }

    /// <summary>The markup of an element, so that it stands for itself: with its namespaces, in UTF-8. Null where it holds characters that XML cannot.</summary>
    public static byte[]? BytesOf(XElement element)
    {
        try
        {
            return Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        }
        catch (ArgumentException)
        {
            return null; // A NUL or half an emoji by its number: read, but never to be written as XML.
        }
    }
}
