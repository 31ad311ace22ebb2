// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Xml;

namespace Dixit.Reading.Feeds;

/// <summary>Finds where a broken feed can be read on: at the next article, as if it were the first.</summary>
internal static class BrokenXml
{
    private static readonly SearchValues<char> _endsOfName = SearchValues.Create(" \t\r\n/>");
    private static readonly string[] _items = ["item", "entry"];

    /// <summary>What stands before the first article: the start of the root, which names the namespaces, and of the channel in it.</summary>
    /// <param name="text">The feed.</param>
    /// <param name="xml">On its root.</param>
    public static string StartOfRoot(string text, XmlReader xml)
    {
        var place = (IXmlLineInfo)xml;
        var start = text.LastIndexOf('<', Math.Min(OffsetOf(text, place.LineNumber, place.LinePosition), text.Length - 1));
        var end = start < 0 ? -1 : text.IndexOf('>', start);
        return end < 0 ? "" : text[start..(end + 1)].ReplaceLineEndings(" ") + (xml.LocalName == "rss" ? "<channel>" : "");
    }

    /// <summary>The feed from the next article on, with its lines where they were; null where there is none.</summary>
    /// <param name="text">The feed, from its start or from where it was read on before.</param>
    /// <param name="from">Where the article stands that is broken, or what else is.</param>
    /// <param name="root">What has to stand before.</param>
    public static string? Resume(string text, int from, string root)
    {
        for (var at = from; at < text.Length && text.IndexOf('<', at) is >= 0 and var open; at = open + 1)
        {
            if (open >= from && BeginsItem(text.AsSpan(open + 1)))
                return string.Concat(root, new string('\n', text.AsSpan(0, open).Count('\n')), text.AsSpan(open));
        }

        return null;
    }

    /// <summary>The offset of a line and a column, both from 1, or the end where there is no such place.</summary>
    public static int OffsetOf(string text, int line, int column)
    {
        var start = 0;
        for (; line > 1; line--)
        {
            start = text.IndexOf('\n', start) + 1;
            if (start == 0)
                return text.Length;
        }

        return Math.Min(start + Math.Max(column, 1) - 1, text.Length);
    }

    // « <item> », « <atom:entry xml:lang="fr"> ».
    private static bool BeginsItem(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(_endsOfName);
        if (end <= 0)
            return false;
        var name = tag[..end];
        name = name[(name.IndexOf(':') + 1)..];
        foreach (var item in _items)
        {
            if (name.SequenceEqual(item))
                return true;
        }

        return false;
    }
}
