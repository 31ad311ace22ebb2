// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;

namespace Dixit.Reading.Pages;

/// <summary>The text of the article of a page.</summary>
/// <param name="Text">Its paragraphs, an empty line between two; empty where there is no article.</param>
/// <param name="Note">Where the text is from, if not from what the page shows; or that there is none.</param>
/// <param name="HasPaywall">Whether the page says that the rest is for subscribers.</param>
/// <param name="Blocks">What of the text is set apart by its form.</param>
internal sealed record PageArticle(string Text, string? Note, bool HasPaywall, IReadOnlyList<TextBlock> Blocks)
{
    private const int LeastGiven = 600;
    private const int LongestPaywall = 160;

    /// <summary>Finds the article.</summary>
    public static PageArticle Of(PageOutline outline, PageFacts facts, ArticleJson json)
    {
        var head = outline.Head;
        var kept = MainText.Find(outline, facts.Title, json.Body, head.Meta("og:description", "description", "twitter:description"));
        var text = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isParagraph = false;
        var places = new List<KeptBlock>(kept.Count);
        foreach (var index in kept)
        {
            var block = outline.Blocks[index];
            var line = outline[block].ToString();
            // Pages built for several sizes of screen hold a paragraph more than once.
            if (line.Length > 80 && !seen.Add(line))
                continue;
            if (text.Length > 0)
                text.Append('\n');
            var isEntry = block.Container.Tag is PageTag.Item or PageTag.Row;
            if (text.Length > 0 && (isParagraph || !isEntry))
                text.Append('\n');
            isParagraph = !isEntry;
            places.Add(new KeptBlock(index, new TextSpan(text.Length, text.Length + line.Length)));
            text.Append(line);
        }

        var hasPaywall = kept.Count > 0 && HasPaywallAfter(outline, kept[0]);
        // A page that only scripts would fill still gives its text to machines.
        if (json.Body is { Length: > LeastGiven } given && text.Length * 2 < given.Length && Letters.OfMarkup(given) is { Length: > LeastGiven / 2 })
            return new PageArticle(Paragraphs(given), "the text is what the page gives to machines, not what it shows", hasPaywall, []);
        if (text.Length == 0)
            return new PageArticle("", "set aside: no article was found in the page", hasPaywall, []);
        var article = text.ToString();
        return new PageArticle(article, null, hasPaywall, PageBlocks.Find(outline, json, article, places));
    }

    // The words by which sites stop a reader, wherever they stand behind the first paragraph.
    private static bool HasPaywallAfter(PageOutline outline, int first)
    {
        for (var i = first; i < outline.Blocks.Count; i++)
        {
            var block = outline.Blocks[i];
            if (block.Length > LongestPaywall)
                continue;
            foreach (var words in (ReadOnlySpan<string>)["réservé aux abonné", "réservée aux abonné", "réservé à nos abonné", "réservée à nos abonné", "de cet article à lire", "to continue reading", "to keep reading", "to read the full article", "to read this article", "to read the rest"])
            {
                if (outline[block].Contains(words, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The lines of a text that may hold markup, an empty line between two.</summary>
    private static string Paragraphs(string given)
    {
        var text = new StringBuilder(given.Length);
        var breaks = 0;
        for (var i = 0; i < given.Length; i++)
        {
            var c = given[i];
            if (c == '<' && i + 1 < given.Length && (char.IsAsciiLetter(given[i + 1]) || given[i + 1] == '/') && given.IndexOf('>', i) is > 0 and var end)
            {
                var tag = given.AsSpan(i + 1, end - i - 1).TrimStart('/');
                if (tag.StartsWith("p", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("div", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("li", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("h", StringComparison.OrdinalIgnoreCase))
                    breaks++;
                i = end;
            }
            else if (c is '\n' or '\r')
            {
                breaks++;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (breaks == 0 && text.Length > 0 && text[^1] != ' ')
                    text.Append(c is '\u00A0' or '\u202F' ? c : ' ');
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD') && !char.IsControl(c))
            {
                if (breaks > 0 && text.Length > 0)
                {
                    while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
                        text.Length--;
                    text.Append("\n\n");
                }

                breaks = 0;
                text.Append(c);
            }
        }

        return text.ToString().TrimEnd();
    }
}
