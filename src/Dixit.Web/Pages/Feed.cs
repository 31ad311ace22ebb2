// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Xml;
using Dixit.Storage;
using Dixit.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Dixit.Web.Pages;

/// <summary>Statements as an Atom feed (RFC 4287).</summary>
internal static class Feed
{
    /// <summary>The most entries.</summary>
    public const int Most = 50;

    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int LongestTitle = 120;

    /// <summary>The feed, or nothing where the caller has it.</summary>
    public static IResult Answer(HttpContext context, string title, string page, StatementPage statements)
    {
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, CheckCharacters = false, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("title", Namespace, Clean(title));
            xml.WriteElementString("id", Namespace, site + page);
            xml.WriteElementString("updated", Namespace, Time(statements.Statements.Max(found => found.Statement.Last)));
            WriteLink(xml, "alternate", site + page);
            WriteLink(xml, "self", site + context.Request.Path + context.Request.QueryString);
            foreach (var found in statements.Statements)
                WriteEntry(xml, site, found);
            xml.WriteEndElement();
        }

        return JsonAnswers.Tagged(context, bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static void WriteEntry(XmlWriter xml, string site, FoundStatement found)
    {
        var statement = found.Statement;
        var name = statement.Speaker?.Name ?? "?";
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("title", Namespace, Clean($"{name}: {(statement.Text.Length <= LongestTitle ? statement.Text : statement.Text[..LongestTitle] + "…")}"));
        xml.WriteElementString("id", Namespace, $"urn:dixit:statement:{statement.Id}");
        xml.WriteElementString("updated", Namespace, Time(statement.Last));
        if (statement.First is { } first)
            xml.WriteElementString("published", Namespace, Time(first));
        WriteLink(xml, "alternate", $"{site}/statements/{statement.Id}");
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, Clean(name));
        xml.WriteEndElement();
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean($"{found.Wording}\n{string.Join("\n", statement.Reports.Take(10).Select(report => $"{report.Outlet ?? report.Document}{(report.Day is { } day ? $", {day:yyyy-MM-dd}" : "")}"))}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // Articles may hold characters that XML does not know.
    private static string Clean(string text) => new([.. text.Where(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))]);

    private static string Time(DateOnly? day) => (day ?? new DateOnly(1970, 1, 1)).ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
