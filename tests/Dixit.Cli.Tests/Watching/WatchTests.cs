// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Dixit.Cli.Tests.Ledgers;
using Dixit.Cli.Tests.Support;
using Dixit.Reading.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace Dixit.Cli.Tests.Watching;

public sealed class WatchTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<(string Body, string? Signature)> _sent = [];
    private LocalServer _server = null!;
    private int _hookStatus = 204;

    public async ValueTask InitializeAsync()
    {
        _server = await LocalServer.StartAsync();
        _server.On("/crochet", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _sent.Enqueue((await reader.ReadToEndAsync(), context.Request.Headers["X-Dixit-Signature"].FirstOrDefault()));
            context.Response.StatusCode = _hookStatus;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Watch_NewArticle_IsTold_WrittenAndSent()
    {
        GiveFeed("v1", ("1", "« Le pont sera rouvert en juin », a déclaré Ana Costa."));
        var atom = _folder.PathOf("ana.atom");
        var searches = _folder.Write("s.json", $$"""[{"name": "Ana", "by": "Ana Costa", "feed": "{{atom}}", "webhook": "{{_server.At("/crochet")}}", "secret": "clé"}, {"name": "Paul", "by": "Paul Renaud"}]""");

        var first = Watch("--searches", searches);
        Assert.Equal(1, first.GetProperty("feeds")[0].GetProperty("added").GetInt32());
        Assert.Equal("Ana", Assert.Single(first.GetProperty("searches").EnumerateArray()).GetProperty("name").GetString());
        Assert.Empty(first.GetProperty("problems").EnumerateArray());
        Assert.Equal("Ana Costa: “Le pont sera rouvert en juin”", Titles(atom).Single());
        var (body, signature) = Assert.Single(_sent);
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("clé"u8, Encoding.UTF8.GetBytes(body))), signature);
        Assert.Equal("Le pont sera rouvert en juin", JsonDocument.Parse(body).RootElement.GetProperty("statements")[0].GetProperty("text").GetString());

        // As it was: nothing is new, and the server says so.
        var second = Watch("--searches", searches);
        Assert.True(second.GetProperty("feeds")[0].GetProperty("unchanged").GetBoolean());
        Assert.Empty(second.GetProperty("searches").EnumerateArray());

        GiveFeed("v2", ("1", "« Le pont sera rouvert en juin », a déclaré Ana Costa."), ("2", "« Les travaux coûteront deux millions », a affirmé Ana Costa."));
        var third = Watch("--searches", searches);
        Assert.Equal(1, third.GetProperty("feeds")[0].GetProperty("added").GetInt32());
        var news = Assert.Single(Assert.Single(third.GetProperty("searches").EnumerateArray()).GetProperty("new").EnumerateArray());
        Assert.Equal("Les travaux coûteront deux millions", news.GetProperty("text").GetString());
        Assert.Equal(["Ana Costa: “Les travaux coûteront deux millions”", "Ana Costa: “Le pont sera rouvert en juin”"], Titles(atom));
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public void Watch_WebhookThatFails_IsSentToAgain()
    {
        GiveFeed("v1", ("1", "« Le pont sera rouvert en juin », a déclaré Ana Costa."));
        var searches = _folder.Write("s.json", $$"""[{"name": "Ana", "by": "Ana Costa", "webhook": "{{_server.At("/crochet")}}"}]""");
        _hookStatus = 410;
        var failed = Watch(1, "--searches", searches);
        Assert.Equal("DX1043", failed.GetProperty("problems")[0].GetProperty("code").GetString());
        _hookStatus = 200;
        Watch("--searches", searches);
        Assert.Equal(2, _sent.Count);
        Assert.Null(_sent.Last().Signature);
        Watch("--searches", searches);
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public void Watch_NewSearchOverAnOldLedger_DoesNotTellWhatIsOld()
    {
        GiveFeed("v1", ("1", "« Le pont sera rouvert en juin », a déclaré Ana Costa."));
        Watch();
        var round = Watch("--searches", _folder.Write("s.json", """[{"name": "Ana", "by": "Ana Costa"}]"""));
        Assert.Empty(round.GetProperty("searches").EnumerateArray());
    }

    [Fact]
    public void Watch_Schedule_LeavesAFeedAloneThatIsNotDue()
    {
        GiveFeed("v1", ("1", "« Oui », a dit Ana Costa."));
        Watch();
        var asked = _server.CountOf("/fil");
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run("watch", _server.At("/fil"), "--once", "--allow-private", "--json", "--ledger", _folder.PathOf("l.db")));
        Assert.Empty(JsonDocument.Parse(terminal.Output).RootElement.GetProperty("feeds").EnumerateArray());
        Assert.Equal(asked, _server.CountOf("/fil"));
    }

    [Fact]
    public void Watch_ListOfFeeds_ReadsThemAllAndAFailureHarmsNone()
    {
        GiveFeed("v1", ("1", "« Oui », a dit Ana Costa."));
        var list = _folder.Write("presse.opml", $"<opml version=\"2.0\"><body><outline text=\"Presse\"><outline xmlUrl=\"{_server.At("/absent")}\"/><outline xmlUrl=\"{_server.At("/fil")}\"/></outline></body></opml>");
        using var terminal = new TestTerminal();
        Assert.Equal(1, terminal.Run("watch", list, "--once", "--allow-private", "--ledger", _folder.PathOf("l.db")));
        Assert.Contains("DX1043", terminal.Error);
        Assert.Contains("/fil: 1 new, 0 changed", terminal.Output);
    }

    [Fact]
    public void Watch_KilledAgainAndAgain_LosesAndDoublesNothing()
    {
        var articles = GeneratedArticles.Lines(20).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(article => new { id = article.GetProperty("id").ToString(), content_text = article.GetProperty("text").GetString(), date_published = "2024-05-07T10:00:00Z" });
        _server.Give("/fil", JsonSerializer.Serialize(new { version = "https://jsonfeed.org/version/1.1", title = "Le Phare", language = "fr", items = articles }), "application/feed+json");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(0, WatchProcess("undisturbed").Status);
        var whole = clock.Elapsed;

        var random = new Random(11);
        for (var kill = 0; kill < 4; kill++)
        {
            using var process = DixitProcess.Start(WatchArguments("killed"));
            process.StandardInput.Close();
            process.WaitForExit((int)(whole.TotalMilliseconds * (0.3 + (0.7 * random.NextDouble()))));
            process.Kill();
            process.WaitForExit();
        }

        Assert.Equal(0, WatchProcess("killed").Status);
        Assert.Equal(Ask("export", "undisturbed"), Ask("export", "killed"));
        Assert.Equal(0, DixitProcess.Run(["ledger", "check", "--ledger", _folder.PathOf("killed.db")]).Status);
        var titles = Titles(_folder.PathOf("undisturbed.atom")).Order(StringComparer.Ordinal);
        Assert.InRange(titles.Count(), 20, 99);
        Assert.Equal(titles, Titles(_folder.PathOf("killed.atom")).Order(StringComparer.Ordinal));

        ProcessResult WatchProcess(string name) => DixitProcess.Run(WatchArguments(name));
        string Ask(string command, string name) => DixitProcess.Run([command, "--ledger", _folder.PathOf(name + ".db")]).Output;
        string[] WatchArguments(string name) =>
        [
            "watch", _server.At("/fil"), "--once", "--now", "--allow-private", "--ledger", _folder.PathOf(name + ".db"),
            "--searches", _folder.Write(name + ".json", $$"""[{"name": "tout", "outlet": "Le Phare", "feed": "{{_folder.PathOf(name + ".atom")}}"}]"""),
        ];
    }

    [Fact]
    public void Watch_PrivateAddress_IsRefusedUnlessAllowed()
    {
        GiveFeed("v1", ("1", "« Oui », a dit Ana Costa."));
        using var terminal = new TestTerminal();
        Assert.Equal(1, terminal.Run("watch", _server.At("/fil"), "--once", "--ledger", _folder.PathOf("l.db")));
        Assert.Contains("DX1041", terminal.Error);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("[", "broken JSON")]
    [InlineData("{}", "list of searches")]
    [InlineData("[{\"by\": \"Ana\"}]", "no \"name\"")]
    [InlineData("[{\"name\": \"a\"}]", "asks for nothing")]
    [InlineData("[{\"name\": \"a\", \"act\": \"crier\"}]", "no act \"crier\"")]
    [InlineData("[{\"name\": \"a\", \"qui\": \"Ana\"}]", "no field \"qui\"")]
    [InlineData("[{\"name\": \"a\", \"by\": \"Ana\", \"webhook\": \"file:///x\"}]", "no address")]
    [InlineData("[{\"name\": \"a\", \"by\": \"Ana\"}, {\"name\": \"a\", \"by\": \"Paul\"}]", "is taken")]
    public void Watch_WrongSearches_AreToldBeforeAnythingIsDone(string searches, string expected)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(1, terminal.Run("watch", _server.At("/fil"), "--once", "--searches", _folder.Write("s.json", searches), "--ledger", _folder.PathOf("l.db")));
        Assert.Contains(expected, terminal.Error);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Read_ListOfAddresses_GoesOnWhereItWas()
    {
        _server.Give("/1", "« Oui », a dit Ana Costa.", "text/plain");
        var list = _folder.Write("adresses.txt", $"# presse\n{_server.At("/1")}\n\n{_server.At("/2")}\n");
        using (var terminal = new TestTerminal())
        {
            Assert.Equal(1, terminal.Run("read", "--urls", list, "--allow-private", "--ledger", _folder.PathOf("l.db")));
            Assert.Contains("DX1043", terminal.Error);
        }

        _server.Give("/2", "« Non », a dit Paul Renaud.", "text/plain");
        using (var terminal = new TestTerminal())
        {
            Assert.Equal(0, terminal.Run("read", "--urls", list, "--allow-private", "--ledger", _folder.PathOf("l.db"), "--json"));
            Assert.Equal(1, JsonDocument.Parse(terminal.Output).RootElement.GetProperty("counts").GetProperty("added").GetInt32());
        }

        Assert.Equal(1, _server.CountOf("/1"));
    }

    [Fact]
    public void Extract_Address_ReadsThePage()
    {
        _server.Give("/1", "« Le pont sera rouvert en juin », a déclaré Ana Costa devant le conseil.", "text/plain");
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run("extract", _server.At("/1"), "--allow-private", "--format", "jsonl"));
        var line = JsonDocument.Parse(terminal.Output).RootElement;
        Assert.Equal(_server.At("/1"), line.GetProperty("id").GetString());
        Assert.Equal(1, line.GetProperty("attributions").GetArrayLength());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Watch_OfASlowServer_SaysWhatItWaitsForOnAScreenAlone(bool isScreen)
    {
        GiveFeed("v1", ("1", "« Le pont sera rouvert en juin », a déclaré Ana Costa."));
        _server.On("/lent", async context =>
        {
            await Task.Delay(2500, context.RequestAborted);
            await context.Response.WriteAsync("<rss version=\"2.0\"><channel><title>Lent</title><item><guid>l</guid><description>« Non », a dit Ana Costa.</description></item></channel></rss>");
        });
        using var terminal = new TestTerminal(isScreen: isScreen, width: 200);
        terminal.Run("watch", _server.At("/lent"), "--once", "--now", "--allow-private", "--ledger", _folder.PathOf("l.db"));

        Assert.Equal(isScreen, terminal.Error.Contains($"fetching {_server.At("/lent")}, 0 of 1 answered, ", StringComparison.Ordinal));
        if (!isScreen)
            Assert.DoesNotContain('\e', terminal.Error);
    }

    private JsonElement Watch(params string[] arguments) => Watch(0, arguments);

    private JsonElement Watch(int status, params string[] arguments)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(status, terminal.Run(["watch", _server.At("/fil"), "--once", "--now", "--json", "--allow-private", "--ledger", _folder.PathOf("l.db"), .. arguments]));
        return JsonDocument.Parse(terminal.Output).RootElement;
    }

    private void GiveFeed(string tag, params (string Id, string Text)[] articles) => _server.On("/fil", context =>
    {
        context.Response.Headers.ETag = $"\"{tag}\"";
        context.Response.ContentType = "application/rss+xml";
        if (context.Request.Headers.IfNoneMatch == $"\"{tag}\"")
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        var items = string.Concat(articles.Select(article => $"<item><guid isPermaLink=\"false\">{article.Id}</guid><pubDate>Tue, 07 May 2024 10:00:00 GMT</pubDate><description>{article.Text}</description></item>"));
        return context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>Le Phare</title><language>fr-FR</language><ttl>60</ttl>{items}</channel></rss>");
    });

    private static string[] Titles(string path)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return [.. XDocument.Load(path).Root!.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value)];
    }
}
