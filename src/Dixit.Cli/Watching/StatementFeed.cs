// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Xml;
using Dixit.Cli.Rendering;
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>Writes what was new to a search as an Atom feed, the newest first.</summary>
internal static class StatementFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the file whole, then puts it in its place.</summary>
    public static void Write(string path, string name, IReadOnlyList<(StoredStatement Statement, DateTime Found)> news)
    {
        var next = path + ".new";
        using (var xml = XmlWriter.Create(next, new XmlWriterSettings { Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, $"urn:dixit:search:{Uri.EscapeDataString(name)}");
            xml.WriteElementString("title", Atom, $"Dixit: {Clean(name)}");
            xml.WriteElementString("updated", Atom, Time(news.Count > 0 ? news[^1].Found : DateTime.UnixEpoch));
            foreach (var (statement, found) in news.Reverse())
                WriteEntry(xml, statement, found);
            xml.WriteEndElement();
        }

        File.Move(next, path, overwrite: true);
    }

    private static void WriteEntry(XmlWriter xml, StoredStatement statement, DateTime found)
    {
        var first = statement.Reports.Count > 0 ? statement.Reports[0] : null;
        var speaker = statement.Speaker?.Name ?? "unknown";
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"urn:dixit:{statement.Id}");
        xml.WriteElementString("title", Atom, Clean($"{speaker}: “{statement.Text}”"));
        xml.WriteElementString("updated", Atom, Time(found));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Clean(speaker));
        xml.WriteEndElement();
        if (first?.Uri is { } uri && Uri.IsWellFormedUriString(uri, UriKind.Absolute))
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", uri);
            xml.WriteEndElement();
        }

        var place = string.Join(", ", new[] { first?.Outlet, first?.Day is { } day ? Words.Of(day) : null, Words.Of(statement.Act) }.OfType<string>());
        xml.WriteElementString("summary", Atom, Clean($"“{statement.Text}” ({place})"));
        xml.WriteEndElement();
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // What an article may hold and XML may not: control characters and half an emoji.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x20 && rune.Value is not ('\t' or '\n' or '\r') || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString()));
}
