// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;

namespace Dixit.Reading.Tests.Warc;

[Collection(MemoryMeasured.Name)]
public sealed class WarcTests
{
    private static readonly string _page = Page("« Le pont sera rouvert », a déclaré Ana Costa.");

    [Fact]
    public void Read_Responses_BecomeDocuments()
    {
        var warc = Join(
            Record("warcinfo", null, "application/warc-fields", "software: x\r\n"u8.ToArray()),
            Record("request", "https://phare.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            Response("https://phare.example/1", "200 OK", "Content-Type: text/html; charset=utf-8", Encoding.UTF8.GetBytes(_page)),
            Response("https://phare.example/2", "404 Not Found", "Content-Type: text/html", "<p>Rien"u8.ToArray()),
            Response("https://phare.example/3.png", "200 OK", "Content-Type: image/png", [1, 2, 3]),
            Response("https://phare.example/4", "200 OK", "Content-Type: text/plain", "Du texte."u8.ToArray()));
        var documents = Reads.File("toile.warc", warc).Select(Reads.DocumentOf).ToList();
        Assert.Equal(["https://phare.example/1", "https://phare.example/4"], documents.Select(document => document.Id));
        Assert.Contains("« Le pont sera rouvert », a déclaré Ana Costa.", documents[0].Text);
        Assert.Equal("https://phare.example/1", documents[0].Uri);
        Assert.Equal("Du texte.", documents[1].Text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("chunked")]
    [InlineData("chunked gzip")]
    [InlineData("kept decoded")]
    [InlineData("chunked but not")]
    public void Read_ContentEncodings_AreTakenOff(string how)
    {
        var bytes = Encoding.UTF8.GetBytes(_page);
        var header = "Content-Type: text/html; charset=utf-8";
        if (how.Contains("gzip") || how == "kept decoded")
            header += "\r\nContent-Encoding: gzip";
        if (how is "br" or "deflate")
            header += $"\r\nContent-Encoding: {how}";
        if (how.Contains("chunked"))
            header += "\r\nTransfer-Encoding: chunked";
        if (how.Contains("gzip"))
            bytes = Packed.Gzip(bytes);
        if (how is "br" or "deflate")
            bytes = Pack(bytes, how == "br" ? stream => new BrotliStream(stream, CompressionLevel.Fastest) : stream => new ZLibStream(stream, CompressionLevel.Fastest));
        if (how is "chunked" or "chunked gzip")
            bytes = [.. Encoding.ASCII.GetBytes($"5;x=y\r\n"), .. bytes[..5], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{bytes.Length - 5:x}\r\n"), .. bytes[5..], .. "\r\n0\r\n\r\n"u8];
        var document = Reads.DocumentOf(Assert.Single(Reads.File("a.warc", Response("https://phare.example/1", "200 OK", header, bytes))));
        Assert.Contains("a déclaré Ana Costa.", document.Text);
    }

    [Theory]
    [InlineData("data", 19)]
    [InlineData("head", 19)]
    [InlineData("sum", 19)]
    [InlineData("cut", 19)]
    [InlineData("gone", 18)]
    public void Read_AGzipMemberThatIsDamaged_IsAProblemAndTheOthersAreRead(string how, int documents)
    {
        var members = Enumerable.Range(0, 20).Select(n => Packed.Gzip(Response($"https://phare.example/{n}", "200 OK", "Content-Type: text/html", Encoding.UTF8.GetBytes(_page.Replace("Ana", $"Ana {n}", StringComparison.Ordinal))))).ToArray();
        var damaged = members[7];
        if (how == "data")
            damaged.AsSpan(damaged.Length / 3, 40).Fill(0xFF);
        else if (how == "head")
            damaged[0] = 0;
        else if (how == "sum")
            damaged[^6] ^= 1;
        else if (how == "cut")
            members[7] = damaged[..(damaged.Length / 2)];
        else
            (members[7], members[8]) = (damaged[12..], members[8][15..^9]);

        var results = Reads.File("a.warc.gz", members.SelectMany(bytes => bytes).ToArray());

        Assert.Equal(documents, results.Count(result => result.Succeeded));
        Assert.Equal(["DX1034"], results.Where(result => !result.Succeeded).Select(result => result.Problem!.Code).Distinct());
        var ids = results.Where(result => result.Succeeded).Select(result => result.Document!.Id).ToList();
        Assert.Equal([.. Enumerable.Range(0, 7).Concat(Enumerable.Range(9, 11)).Select(n => $"https://phare.example/{n}")], ids.Where(id => id[^2..] is not ("/7" or "/8")));
        Assert.All(results.Where(result => result.Succeeded), result => Assert.Contains($"Ana {result.Document!.Id.Split('/')[^1]} Costa", result.Document.Text));
    }

    [Fact]
    public void Read_AnotherFileWithADamagedMember_EndsThere()
    {
        byte[] lines = [.. Packed.Gzip("{\"id\":\"a\",\"text\":\"Un.\"}\n"), .. new byte[] { 0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF }, .. Packed.Gzip("{\"id\":\"b\",\"text\":\"Deux.\"}\n")];

        var results = Reads.File("a.jsonl.gz", lines);

        Assert.Equal(["DX1030"], results.Where(result => !result.Succeeded).Select(result => result.Problem!.Code));
    }

    [Fact]
    public void Read_EachRecordItsOwnGzipMember_IsRead()
    {
        var warc = Enumerable.Range(0, 20).SelectMany(n => Packed.Gzip(Response($"https://phare.example/{n}", "200 OK", "Content-Type: text/html", Encoding.UTF8.GetBytes(_page)))).ToArray();
        Assert.Equal(20, Reads.File("a.warc.gz", warc).Select(Reads.DocumentOf).Count());
    }

    [Fact]
    public void Read_WetRecords_AreText()
    {
        var warc = Record("conversion", "https://phare.example/1", "text/plain", Encoding.UTF8.GetBytes("« Été », dit-elle."));
        Assert.Equal("« Été », dit-elle.", Reads.DocumentOf(Assert.Single(Reads.File("a.wet", warc))).Text);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(300)]
    [InlineData(1_000_000)]
    [InlineData(100_000_000)]
    public void Read_LengthThatLies_HarmsItsRecordAlone(int lie)
    {
        var lying = Encoding.UTF8.GetString(Response("https://phare.example/faux", "200 OK", "Content-Type: text/html", Encoding.UTF8.GetBytes(_page)));
        var at = lying.IndexOf("Content-Length: ", StringComparison.Ordinal) + "Content-Length: ".Length;
        var end = lying.IndexOf('\r', at);
        lying = lying[..at] + (int.Parse(lying[at..end]) + lie) + lying[end..];
        var warc = Join(Good(1), Encoding.UTF8.GetBytes(lying), Good(2), Good(3));
        var results = Reads.File("a.warc", warc);
        Assert.Equal(["https://phare.example/1", "https://phare.example/2", "https://phare.example/3"], results.Where(result => result.Succeeded).Select(result => result.Document!.Id));
        var problem = Assert.Single(results, result => !result.Succeeded).Problem!;
        Assert.Equal(lie == 100_000_000 ? ReadProblems.TooLarge : ReadProblems.BrokenWarc, problem.Code);
        Assert.EndsWith("a.warc/https://phare.example/faux", problem.Path);
    }

    [Theory]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: beaucoup\r\n\r\n")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n")]
    [InlineData("des octets qui ne sont rien\r\n\r\n")]
    public void Read_BytesBetweenRecords_AreAProblemAndTheRestGoesOn(string bytes)
    {
        var results = Reads.File("a.warc", Join(Good(1), Encoding.UTF8.GetBytes(bytes), "\r\n"u8.ToArray(), Good(2)));
        Assert.Equal("https://phare.example/1", Reads.DocumentOf(results[0]).Id);
        Assert.Contains(results, result => result.Problem?.Code == ReadProblems.BrokenWarc);
        Assert.Equal("https://phare.example/2", Reads.DocumentOf(results[^1]).Id);
    }

    [Fact]
    public void Read_CutFile_KeepsWhatCameBefore()
    {
        var warc = Join(Good(1), Good(2));
        var results = Reads.File("a.warc", warc[..^100]);
        Assert.True(results[0].Succeeded);
        Assert.Equal(ReadProblems.BrokenWarc, Reads.ProblemOf(results[1]).Code);
    }

    [Fact]
    public void Read_BodyThatSpeaksOfWarc_IsNoRecord()
    {
        var page = Page("Le format commence par\nWARC/1.0\nselon Ana Costa.");
        var results = Reads.File("a.warc", Join(Response("https://phare.example/1", "200 OK", "Content-Type: text/html", Encoding.UTF8.GetBytes(page)), Good(2)));
        Assert.Equal(2, results.Select(Reads.DocumentOf).Count());
    }

    [Fact]
    public void Read_TooLongRecord_IsAProblemAndTheRestGoesOn()
    {
        var warc = Join(Good(1), Response("https://phare.example/gros", "200 OK", "Content-Type: text/html", new byte[400_000]), Good(2));
        var results = Reads.File("a.warc", warc, new DocumentReaderOptions { MaxDocumentBytes = 20_000 });
        Assert.Equal([null, ReadProblems.TooLarge, null], results.Select(result => result.Problem?.Code));
    }

    [Fact]
    public void Read_PageThatUnpacksToMuch_IsTooLarge()
    {
        var warc = Response("https://phare.example/bombe", "200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", Packed.Gzip(new byte[80_000_000]));
        Assert.Equal(ReadProblems.TooLarge, Reads.ProblemOf(Assert.Single(Reads.File("a.warc", warc))).Code);
    }

    [Fact]
    public void Read_TenThousandPages_StreamInFlatMemory()
    {
        using var stream = new GeneratedStream(10_000, n => Response($"https://phare.example/{n}", "200 OK", "Content-Type: text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page($"« Le pont {n} sera rouvert », a déclaré Ana Costa au conseil. {new string('x', 2000)}"))));
        long early = 0, most = 0;
        var count = 0;
        foreach (var result in new DocumentReader().ReadStream(stream, InputFormat.Unknown, "toile", Reads.Cancellation))
        {
            Reads.DocumentOf(result);
            count++;
            if (count % 1000 != 0)
                continue;
            var held = GC.GetTotalMemory(true);
            if (count == 1000)
                early = held;
            most = Math.Max(most, held);
        }

        Assert.Equal(10_000, count);
        Assert.True(most - early < 4 * 1024 * 1024, $"{early} grew to {most}");
    }

    private static byte[] Good(int n) => Response($"https://phare.example/{n}", "200 OK", "Content-Type: text/html; charset=utf-8", Encoding.UTF8.GetBytes(_page));

    private static string Page(string sentence) =>
        $"<!doctype html><html lang=fr><head><meta charset=utf-8><title>Le pont</title></head><body><article><h1>Le pont</h1><p>{sentence} Le conseil municipal de Brumaire s'était réuni mardi pour en débattre longuement.</p><p>Les travaux avaient commencé au printemps, après deux ans d'attente et de reports successifs.</p></article></body></html>";

    private static byte[] Response(string url, string status, string header, byte[] content) => Record(
        "response",
        url,
        "application/http; msgtype=response",
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{header}\r\n\r\n"), .. content]);

    private static byte[] Record(string type, string? url, string contentType, byte[] content) =>
    [
        .. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n{(url is null ? "" : $"WARC-Target-URI: {url}\r\n")}WARC-Record-ID: <urn:uuid:{Guid.Empty}>\r\nContent-Type: {contentType}\r\nContent-Length: {content.Length}\r\n\r\n"),
        .. content,
        .. "\r\n\r\n"u8,
    ];

    private static byte[] Join(params ReadOnlySpan<byte[]> records)
    {
        using var whole = new MemoryStream();
        foreach (var record in records)
            whole.Write(record);
        return whole.ToArray();
    }

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> open)
    {
        using var packed = new MemoryStream();
        using (var stream = open(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Makes its bytes as they are asked for.</summary>
    private sealed class GeneratedStream(int count, Func<int, byte[]> make) : ForwardStream
    {
        private byte[] _part = [];
        private int _position;
        private int _made;

        public override int Read(byte[] buffer, int offset, int count1)
        {
            if (_position == _part.Length)
            {
                if (_made == count)
                    return 0;
                (_part, _position) = (make(_made++), 0);
            }

            var read = Math.Min(count1, _part.Length - _position);
            _part.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
            _position += read;
            return read;
        }
    }
}
