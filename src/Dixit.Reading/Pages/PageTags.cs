// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Dixit.Reading.Pages;

/// <summary>The elements of HTML by what they mean for the text.</summary>
internal static class PageTags
{
    private static readonly FrozenDictionary<string, PageTag> _tags = new Dictionary<string, PageTag>(StringComparer.Ordinal)
    {
        ["script"] = PageTag.Skipped, ["style"] = PageTag.Skipped, ["noscript"] = PageTag.Skipped, ["template"] = PageTag.Skipped, ["svg"] = PageTag.Skipped,
        ["math"] = PageTag.Skipped, ["iframe"] = PageTag.Skipped, ["object"] = PageTag.Skipped, ["embed"] = PageTag.Skipped, ["canvas"] = PageTag.Skipped,
        ["button"] = PageTag.Skipped, ["input"] = PageTag.Skipped, ["select"] = PageTag.Skipped, ["textarea"] = PageTag.Skipped, ["audio"] = PageTag.Skipped,
        ["video"] = PageTag.Skipped, ["map"] = PageTag.Skipped, ["head"] = PageTag.Skipped, ["meta"] = PageTag.Skipped, ["link"] = PageTag.Skipped, ["title"] = PageTag.Skipped,
        ["img"] = PageTag.Skipped, ["picture"] = PageTag.Skipped, ["label"] = PageTag.Skipped, ["dialog"] = PageTag.Skipped, ["menu"] = PageTag.Skipped,
        ["rp"] = PageTag.Skipped, ["rt"] = PageTag.Skipped, ["del"] = PageTag.Skipped, ["s"] = PageTag.Skipped, ["strike"] = PageTag.Skipped,
        ["a"] = PageTag.Link,
        ["cite"] = PageTag.Cite,
        ["br"] = PageTag.Break,
        ["div"] = PageTag.Box, ["section"] = PageTag.Box, ["center"] = PageTag.Box, ["details"] = PageTag.Box, ["summary"] = PageTag.Box, ["fieldset"] = PageTag.Box,
        ["legend"] = PageTag.Box, ["hgroup"] = PageTag.Box, ["dl"] = PageTag.List, ["html"] = PageTag.Box, ["hr"] = PageTag.Box, ["layer"] = PageTag.Box,
        ["p"] = PageTag.Paragraph,
        ["h1"] = PageTag.Title,
        ["h2"] = PageTag.Heading, ["h3"] = PageTag.Heading, ["h4"] = PageTag.Heading, ["h5"] = PageTag.Heading, ["h6"] = PageTag.Heading,
        ["li"] = PageTag.Item, ["dt"] = PageTag.Item, ["dd"] = PageTag.Item,
        ["ul"] = PageTag.List, ["ol"] = PageTag.List,
        ["table"] = PageTag.Table, ["tbody"] = PageTag.Table, ["thead"] = PageTag.Table, ["tfoot"] = PageTag.Table, ["tr"] = PageTag.Row, ["td"] = PageTag.Cell, ["th"] = PageTag.Cell,
        ["blockquote"] = PageTag.Quote,
        ["figure"] = PageTag.Figure, ["figcaption"] = PageTag.Caption, ["caption"] = PageTag.Caption,
        ["article"] = PageTag.Article,
        ["main"] = PageTag.Main,
        ["aside"] = PageTag.Aside,
        ["nav"] = PageTag.Navigation,
        ["header"] = PageTag.Header,
        ["footer"] = PageTag.Footer,
        ["form"] = PageTag.Form,
        ["pre"] = PageTag.Preformatted,
        ["time"] = PageTag.Time,
        ["address"] = PageTag.Address,
        ["body"] = PageTag.Body,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an element means. One that HTML does not know is a box where it is somebody's own (its name has a hyphen).</summary>
    public static PageTag Of(string name) => _tags.TryGetValue(name, out var tag) ? tag : name.Contains('-', StringComparison.Ordinal) ? PageTag.Box : PageTag.Inline;
}
