// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests;

public sealed class OriginalTests : IDisposable
{
    private static readonly byte[] _page = Encoding.UTF8.GetBytes(PageText.Page($"<article>{PageText.Paragraphs}</article>"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_KeepingOriginals_CarriesTheBytesOfEachDocument()
    {
        var text = Encoding.Latin1.GetBytes("La digue est relevée.");
        File.WriteAllBytes(_folder.In("a.html"), _page);
        File.WriteAllBytes(_folder.In("b.txt"), text);
        using (var zip = ZipFile.Open(_folder.In("c.zip"), ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("d.html").Open();
            entry.Write(_page);
        }

        var results = Read(keeps: true);

        Assert.Equal([_page, text, _page], results.Select(result => result.Original!.Value.ToArray()));
        Assert.All(Read(keeps: false), result => Assert.Null(result.Original));
    }

    [Fact]
    public void Read_OfAWebArchive_CarriesTheBytesOfThePage()
    {
        var http = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n");
        var header = Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://cadran.exemple/digue-1\r\nContent-Length: {http.Length + _page.Length}\r\n\r\n");
        File.WriteAllBytes(_folder.In("a.warc"), [.. header, .. http, .. _page, .. "\r\n\r\n"u8]);

        Assert.Equal(_page, Assert.Single(Read(keeps: true)).Original!.Value.ToArray());
    }

    [Theory]
    [InlineData("a.jsonl", "{\"id\":\"a\",\"text\":\"Un é.\"}\r\n\n {\"id\":\"b\", \"text\":\"Deux.\"}\n{broken\n", "{\"id\":\"a\",\"text\":\"Un é.\"}", " {\"id\":\"b\", \"text\":\"Deux.\"}")]
    [InlineData("a.json", "[ {\"id\":\"a\",\"text\":\"Un é.\"},\n {\"id\":\"b\", \"text\":\"Deux.\", \"other\":[1, 2]} ]", "{\"id\":\"a\",\"text\":\"Un é.\"}", "{\"id\":\"b\", \"text\":\"Deux.\", \"other\":[1, 2]}")]
    [InlineData("a.csv", "id;text\r\na;\"Un é;\r\n\"\"oui\"\".\"\r\nb;Deux.", "id;text\r\na;\"Un é;\r\n\"\"oui\"\".\"\r\n", "id;text\r\nb;Deux.")]
    [InlineData("a.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"a\",\"content_text\":\"Un é.\"}, {\"id\":\"b\",\"content_html\":\"<p>Deux.</p>\"}]}", "{\"id\":\"a\",\"content_text\":\"Un é.\"}", "{\"id\":\"b\",\"content_html\":\"<p>Deux.</p>\"}")]
    [InlineData("a.json", "[{\"uri\":\"a\",\"body_text\":\"Un é.\"},{\"uri\":\"b\",\"body_text\":\"Deux.\"}]", "{\"uri\":\"a\",\"body_text\":\"Un é.\"}", "{\"uri\":\"b\",\"body_text\":\"Deux.\"}")]
    [InlineData("a.rss", "<rss><channel><title>T</title><item><guid>a</guid><description>Un é.</description></item><item>\n<guid>b</guid><description>Deux.</description></item></channel></rss>", "<item><guid>a</guid><description>Un é.</description></item>", "<item>\n<guid>b</guid><description>Deux.</description></item>")]
    public void Read_OfManyRecords_CarriesTheBytesOfEach(string name, string file, params string[] records)
    {
        File.WriteAllText(_folder.In(name), file);

        Assert.Equal(records, Read(keeps: true, name).Where(result => result.Succeeded).Select(result => Encoding.UTF8.GetString(result.Original!.Value.Span)));
        Assert.All(Read(keeps: false, name), result => Assert.Null(result.Original));
    }

    [Fact]
    public void Read_OfOneRecord_CarriesTheFile()
    {
        const string record = " {\"id\":\"a\",\"text\":\"Un.\"}\n";
        File.WriteAllText(_folder.In("a.json"), record);

        Assert.Equal(record, Encoding.UTF8.GetString(Assert.Single(Read(keeps: true)).Original!.Value.Span));
    }

    [Fact]
    public void Read_OfTextsInAWebArchive_CarriesTheBytesOfEach()
    {
        static string Record(string url, string text) => $"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nContent-Type: text/plain\r\nContent-Length: {text.Length}\r\n\r\n{text}\r\n\r\n";
        File.WriteAllText(_folder.In("a.wet"), Record("https://cadran.exemple/1", "La digue tient.") + Record("https://cadran.exemple/2", "La digue cede."));

        Assert.Equal(["La digue tient.", "La digue cede."], Read(keeps: true).Select(result => Encoding.UTF8.GetString(result.Original!.Value.Span)));
    }

    [Fact]
    public void Read_OfTheOriginalOfARecord_GivesTheSameDocument()
    {
        File.WriteAllText(_folder.In("a.csv"), "id,text,outlet\na,\"Un, deux.\",Le Cadran\nb,Trois.,L'Écho\n");
        foreach (var result in Read(keeps: true, "a.csv"))
        {
            File.WriteAllBytes(_folder.In("again.csv"), result.Original!.Value.ToArray());
            var again = Assert.Single(Read(keeps: false, "again.csv")).Document!;
            Assert.Equal((result.Document!.Id, result.Document.Text, result.Document.Outlet), (again.Id, again.Text, again.Outlet));
        }
    }

    private List<ReadResult> Read(bool keeps, string? name = null) =>
        [.. new DocumentReader(new DocumentReaderOptions { KeepsOriginals = keeps }).Read([name is null ? _folder.Path : _folder.In(name)], Reads.Cancellation)];
}
