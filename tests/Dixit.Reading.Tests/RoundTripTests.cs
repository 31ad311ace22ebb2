// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Tests;

/// <summary>Every kind of input from its bytes to who said what.</summary>
public sealed class RoundTripTests
{
    private const string Said = "« Le pont de Brumaire sera rouvert en juin », a déclaré Ana Costa.";
    private const string Html = "<p>« Le pont de Brumaire sera rouvert en juin », a déclaré Ana Costa.</p>";

    private static readonly Pipeline _pipeline = new PipelineBuilder().Build();

    public static TheoryData<string, byte[]> Inputs => new()
    {
        { "a.txt", Bytes(Said) },
        { "a.json", Bytes($$"""{"text":"{{Said}}"}""") },
        { "a.jsonl", Bytes($$"""{"text":"{{Said}}"}""" + "\n") },
        { "a.jsonl.gz", Packed.Gzip($$"""{"text":"{{Said}}"}""" + "\n") },
        { "rss.xml", Bytes($"<rss version=\"2.0\"><channel><title>Le Phare</title><item><link>https://phare.example/1</link><description><![CDATA[{Html}]]></description></item></channel></rss>") },
        { "fil.atom", Bytes($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><content type=\"html\"><![CDATA[{Html}]]></content></entry></feed>") },
        { "fil.json", Bytes($$"""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"{{Html}}"}]}""") },
        { "ninjs.json", Bytes($$"""{"uri":"urn:1","type":"text","body_xhtml":"{{Html}}"}""") },
        { "depeche.xml", Bytes($"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:1\"><contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>{Html}</body></html></inlineXML></contentSet></newsItem>") },
        { "nitf.xml", Bytes($"<nitf><body><body.content>{Html}</body.content></body></nitf>") },
        { "toile.warc", Warc() },
        { "toile.warc.gz", Packed.Gzip(Warc()) },
        { "page.mhtml", Bytes($"MIME-Version: 1.0\nSnapshot-Content-Location: https://phare.example/1\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://phare.example/1\n\n{Page()}\n--b--\n") },
        { "lettre.eml", Bytes($"From: x@phare.example\nSubject: Pont\nContent-Type: text/plain; charset=utf-8\n\n{Said}\n") },
        { "lettre-html.eml", Bytes($"From: x@phare.example\nSubject: Pont\nContent-Type: text/html; charset=utf-8\n\n{Html}\n") },
        { "a.csv", Bytes($"id,text\n1,\"{Said}\"\n") },
        { "a.tsv", Bytes($"id\ttext\n1\t{Said}\n") },
        { "a.md", Bytes($"# Le pont\n\n{Said}\n") },
        { "page.html", Bytes(Page()) },
        { "page.html.gz", Packed.Gzip(Page()) },
        { "page", Bytes(Page()) },
        { "a.zip", Packed.Zip(Packed.Entry("a.txt", Said)) },
        { "a.tar.gz", Packed.Gzip(Packed.Tar(Packed.Entry("a.txt", Said))) },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Read_EveryKind_LeadsToTheStatement(string name, byte[] bytes)
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File(name, bytes)));
        var attribution = Assert.Single(_pipeline.Analyse(document).Attributions);
        Assert.Equal("Ana Costa", attribution.Speaker?.Name);
        Assert.Equal("Le pont de Brumaire sera rouvert en juin", string.Concat(attribution.Content.Select(span => document[span].ToString())));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Page() =>
        $"<!doctype html><html lang=fr><head><meta charset=utf-8><title>Le pont</title></head><body><article><h1>Le pont</h1>{Html}<p>Les travaux avaient commencé au printemps, après deux ans d'attente et de reports successifs du conseil.</p></article></body></html>";

    private static byte[] Warc()
    {
        var answer = Bytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Page()}");
        return [.. Bytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://phare.example/1\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {answer.Length}\r\n\r\n"), .. answer, .. "\r\n\r\n"u8];
    }
}
