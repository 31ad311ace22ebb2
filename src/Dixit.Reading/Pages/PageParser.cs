// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using HtmlDocument = AngleSharp.Dom.Document;

namespace Dixit.Reading.Pages;

/// <summary>Makes the tree of a page: no script is run, nothing is loaded, and no page is deep or large enough to be harmful.</summary>
internal static class PageParser
{
    private const int MostAttributes = 48;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _attributes = FrozenSet.ToFrozenSet(
        [
            "class", "id", "href", "role", "itemprop", "itemtype", "itemscope", "property", "name", "content", "datetime", "rel", "type", "lang", "hidden",
            "style", "aria-hidden", "aria-label", "title", "data-testid", "data-component", "data-type", "cite", "pubdate", "data-author", "xml:lang",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HtmlParserOptions _options = new()
    {
        DisableElementPositionTracking = true,
        SkipComments = true,
        IsScripting = false,
        ShouldEmitAttribute = static (ref StructHtmlToken token, ReadOnlyMemory<char> name) => token.Attributes.Count < MostAttributes && _attributes.Contains(name.Span),
    };

    /// <summary>The tree of the page, or null where it was given up.</summary>
    public static IDocument? Parse(string html, CancellationToken cancellation)
    {
        var guard = new ParseGuard(cancellation);
        var source = new TextSource(new ReadOnlyMemoryTextSource(html.AsMemory()));
        var document = new HtmlParser(_options).ParseDocument<HtmlDocument, Element>(source, guard.Take);
        return guard.GaveUp ? null : document;
    }
}
