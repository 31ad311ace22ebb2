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

    [Fact]
    public void Read_OfRecords_CarriesNone()
    {
        File.WriteAllText(_folder.In("a.jsonl"), "{\"id\":\"a\",\"text\":\"Un.\"}\n{\"id\":\"b\",\"text\":\"Deux.\"}\n");

        Assert.All(Read(keeps: true), result => Assert.Null(result.Original));
    }

    private List<ReadResult> Read(bool keeps) =>
        [.. new DocumentReader(new DocumentReaderOptions { KeepsOriginals = keeps }).Read([_folder.Path], Reads.Cancellation)];
}
