// SPDX-License-Identifier: Apache-2.0
using System.Text;
using AngleSharp.Dom;
using Dixit.Reading.Pages;

namespace Dixit.Reading.Feeds;

/// <summary>The text of a piece of HTML that is an article and nothing else, as feeds have it.</summary>
internal static class FragmentText
{
    private const int MostDepth = 400;

    private static readonly HashSet<string> _blocks = new(StringComparer.Ordinal)
    {
        "P", "DIV", "LI", "UL", "OL", "TR", "TABLE", "BLOCKQUOTE", "H1", "H2", "H3", "H4", "H5", "H6", "DD", "DT", "DL", "SECTION", "ARTICLE", "HR", "PRE", "FIGURE", "FIGCAPTION", "ASIDE", "HEADER", "FOOTER", "BODY", "MAIN",
    };

    private static readonly HashSet<string> _hidden = new(StringComparer.Ordinal)
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "svg", "MATH", "math", "BUTTON", "FORM", "SELECT", "TEXTAREA", "HEAD",
    };

    /// <summary>
    /// The text, an empty line between two paragraphs; empty where there is none, or where the markup was made to be expensive. What is deeper than any
    /// article's markup is left out.
    /// </summary>
    public static string Read(string html)
    {
        using var document = PageParser.Parse(html, CancellationToken.None);
        if (document is null)
            return "";
        var text = new StringBuilder();
        var depth = 0;
        INode root = document.Body ?? (INode)document;
        var node = root.FirstChild;
        while (node is not null)
        {
            var isShown = depth < MostDepth && !_hidden.Contains(node.NodeName);
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

        return text.ToString().Trim();
    }

    private static void Begin(StringBuilder text, INode node)
    {
        if (node.NodeType == NodeType.Text)
            Append(text, node.NodeValue);
        else if (node.NodeName == "BR")
            EndLine(text, "\n");
        else if (_blocks.Contains(node.NodeName))
            EndLine(text, "\n\n");
    }

    private static void End(StringBuilder text, INode node)
    {
        if (_blocks.Contains(node.NodeName))
            EndLine(text, "\n\n");
    }

    private static void EndLine(StringBuilder text, string end)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\n')
        {
            if (text[^1] == '\n' && end.Length == 1)
                return;
            text.Length--;
        }

        if (text.Length > 0)
            text.Append(end);
    }

    private static void Append(StringBuilder text, string words)
    {
        foreach (var c in words)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
                text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }
}
