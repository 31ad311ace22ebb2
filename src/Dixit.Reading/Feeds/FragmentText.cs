// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Dom;
using Dixit.Reading.Pages;

namespace Dixit.Reading.Feeds;

/// <summary>The text of a piece of HTML that is an article and nothing else, as feeds have it.</summary>
internal static class FragmentText
{
    private const int MostDepth = 400;

    /// <summary>
    /// The text, an empty line between two paragraphs; empty where there is none, or where the markup was made to be expensive. What is deeper than any
    /// article's markup is left out.
    /// </summary>
    public static string Read(string html)
    {
        using var document = PageParser.Parse(html, CancellationToken.None);
        if (document is null)
            return "";
        var text = new ParagraphText();
        var depth = 0;
        INode root = document.Body ?? (INode)document;
        var node = root.FirstChild;
        while (node is not null)
        {
            var isShown = depth < MostDepth && !IsHidden(node);
            if (isShown)
                Begin(text, node);
            if (isShown && node.FirstChild is { } child)
            {
                depth++;
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                End(text, node);
                node = node.Parent;
                depth--;
            }

            if (node is null || node == root)
                break;
            End(text, node);
            node = node.NextSibling;
        }

        return text.ToString();
    }

    // A form is no article here: nothing but the article stands in a fragment.
    private static bool IsHidden(INode node) => TagOf(node) is PageTag.Skipped or PageTag.Form;

    private static void Begin(ParagraphText text, INode node)
    {
        if (node.NodeType == NodeType.Text)
            text.Append(node.NodeValue);
        else if (TagOf(node) == PageTag.Break)
            text.EndLine();
        else
            End(text, node);
    }

    private static void End(ParagraphText text, INode node)
    {
        if (TagOf(node) == PageTag.Cell)
            text.Append(" ");
        else if (TagOf(node) is not (PageTag.Inline or PageTag.Link or PageTag.Time or PageTag.Break))
            text.EndParagraph();
    }

    private static PageTag TagOf(INode node) => node is IElement element ? PageTags.Of(element.LocalName) : PageTag.Inline;
}
