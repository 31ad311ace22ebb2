// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Dom;
using Dixit.Documents;
using Dixit.Reading.Pages;

namespace Dixit.Reading.Feeds;

/// <summary>The text of a piece of HTML that is an article and nothing else, as feeds have it.</summary>
/// <param name="Text">The text, an empty line between two paragraphs; empty where there is none, or where the markup was made to be expensive.</param>
/// <param name="Blocks">What of it is set apart by its form.</param>
internal readonly record struct FragmentText(string Text, IReadOnlyList<TextBlock> Blocks)
{
    private const int MostDepth = 400;

    /// <summary>Reads the text. What is deeper than any article's markup is left out.</summary>
    public static FragmentText Read(string html)
    {
        using var document = PageParser.Parse(html, CancellationToken.None);
        if (document is null)
            return new FragmentText("", []);
        var text = new ParagraphText();
        var marks = new FragmentMarks(text);
        var depth = 0;
        INode root = document.Body ?? (INode)document;
        var node = root.FirstChild;
        while (node is not null)
        {
            var isShown = depth < MostDepth && !IsHidden(node);
            if (isShown)
                Begin(text, marks, node);
            if (isShown && node.FirstChild is { } child)
            {
                depth++;
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                End(text, marks, node);
                node = node.Parent;
                depth--;
            }

            if (node is null || node == root)
                break;
            End(text, marks, node);
            node = node.NextSibling;
        }

        var read = text.ToString();
        return new FragmentText(read, marks.Blocks(read));
    }

    // A form is no article here: nothing but the article stands in a fragment.
    private static bool IsHidden(INode node) => TagOf(node) is PageTag.Skipped or PageTag.Form;

    private static void Begin(ParagraphText text, FragmentMarks marks, INode node)
    {
        if (node.NodeType == NodeType.Text)
        {
            text.Append(node.NodeValue);
            return;
        }

        if (TagOf(node) == PageTag.Break)
            text.EndLine();
        else
            Part(text, node);
        if (node is IElement element)
            marks.Begin(element, TagOf(node));
    }

    private static void End(ParagraphText text, FragmentMarks marks, INode node)
    {
        if (node is IElement element)
            marks.End(element);
        Part(text, node);
    }

    private static void Part(ParagraphText text, INode node)
    {
        if (TagOf(node) == PageTag.Cell)
            text.Append(" ");
        else if (TagOf(node) is not (PageTag.Inline or PageTag.Link or PageTag.Time or PageTag.Break or PageTag.Cite))
            text.EndParagraph();
    }

    private static PageTag TagOf(INode node) => node is IElement element ? PageTags.Of(element.LocalName) : PageTag.Inline;
}
