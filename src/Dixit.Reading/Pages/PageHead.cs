// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Dom;

namespace Dixit.Reading.Pages;

/// <summary>What a page says of itself outside its text, as it stands there, gathered while the page is walked.</summary>
internal sealed class PageHead
{
    private const int MostKept = 400;
    private const int LongestJson = 4 * 1024 * 1024;

    private readonly List<(string Name, string Content)> _metas = [];
    private readonly List<(string Property, string Value)> _properties = [];
    private readonly List<PageTime> _times = [];
    private readonly List<string> _json = [];

    /// <summary>The content of <c>meta</c> elements by name or property, in lower case.</summary>
    public IReadOnlyList<(string Name, string Content)> Metas => _metas;

    /// <summary>The values of properties written into the elements of the page (<c>itemprop</c>).</summary>
    public IReadOnlyList<(string Property, string Value)> Properties => _properties;

    /// <summary>The times of the page.</summary>
    public IReadOnlyList<PageTime> Times => _times;

    /// <summary>Its JSON-LD.</summary>
    public IReadOnlyList<string> Json => _json;

    /// <summary>The title of the window, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>The text of the first main heading, or null.</summary>
    public string? Heading { get; set; }

    /// <summary>The address that the page calls its own, or null.</summary>
    public string? Canonical { get; private set; }

    /// <summary>The language of the root element, or null.</summary>
    public string? Language { get; private set; }

    /// <summary>Names linked to as the author's, or set apart by the names of their elements.</summary>
    public List<string> Bylines { get; } = [];

    /// <summary>The first value of the first of some names, or null.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (own, content) in _metas)
            {
                if (own == name)
                    return content;
            }
        }

        return null;
    }

    /// <summary>The first value of a property, or null.</summary>
    public string? Property(string name)
    {
        foreach (var (property, value) in _properties)
        {
            if (property == name)
                return value;
        }

        return null;
    }

    /// <summary>Looks at an element on the way.</summary>
    /// <param name="element">The element.</param>
    /// <param name="hints">What its names say.</param>
    /// <param name="container">The element around it.</param>
    public void Look(IElement element, PageHints hints, PageContainer container)
    {
        switch (element.LocalName)
        {
            case "meta":
                LookAtMeta(element);
                break;
            case "link":
                if (element.GetAttribute("rel") is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase))
                    Canonical ??= Given(element.GetAttribute("href"));
                break;
            case "script":
                if (element.GetAttribute("type")?.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) == true && _json.Count < MostKept)
                {
                    var json = element.TextContent;
                    if (json.Length <= LongestJson)
                        _json.Add(json);
                }

                break;
            case "title":
                if (element.NamespaceUri is null or "http://www.w3.org/1999/xhtml")
                    Title ??= Given(element.TextContent);
                break;
            case "html":
                Language ??= Given(element.GetAttribute("lang") ?? element.GetAttribute("xml:lang"));
                break;
            case "time":
                if (_times.Count < MostKept)
                    _times.Add(new PageTime(Given(element.GetAttribute("datetime") ?? element.GetAttribute("content")), Given(Short(element)), element.GetAttribute("itemprop"), hints | container.HintsAround, container));
                break;
        }

        if (element.GetAttribute("itemprop") is { } property && _properties.Count < MostKept && element.LocalName != "time"
            && (element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? (property is "articleBody" ? null : Short(element))) is { } value && Given(value) is { } given)
        {
            _properties.Add((property, given));
        }

        if (Bylines.Count < MostKept && (element.GetAttribute("rel") == "author" || (hints & PageHints.Author) != 0) && Given(Short(element)) is { } name)
            Bylines.Add(name);
    }

    private void LookAtMeta(IElement element)
    {
        if (_metas.Count >= MostKept || Given(element.GetAttribute("content")) is not { } content)
            return;
        if ((element.GetAttribute("property") ?? element.GetAttribute("name")) is { } name)
            _metas.Add((name.ToLowerInvariant(), content));
        if (element.GetAttribute("property") is not null && element.GetAttribute("name") is { } other)
            _metas.Add((other.ToLowerInvariant(), content));
    }

    // The text of an element that should hold a name or a date; what is long is neither.
    private static string? Short(IElement element)
    {
        const int most = 300;
        var text = new System.Text.StringBuilder();
        var open = new Stack<INode>();
        open.Push(element);
        var seen = 0;
        while (open.TryPop(out var node) && text.Length < most && seen++ < most)
        {
            if (node is IText words)
                text.Append(words.Data).Append(' ');
            else if (node is IElement inner && inner.LocalName is "script" or "style" or "noscript" or "svg")
                continue;
            else
                Push(open, node.ChildNodes);
        }

        return text.Length is 0 or >= most ? null : text.ToString();
    }

    private static void Push(Stack<INode> open, INodeList children)
    {
        for (var i = Math.Min(children.Length, 100) - 1; i >= 0; i--)
            open.Push(children[i]);
    }

    /// <summary>The text on one line, or null where there is none.</summary>
    internal static string? Given(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD')
                continue;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.Length == 0 ? null : clean.ToString().TrimEnd();
    }
}
