// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text;
using Dixit.Reading.Fetching;
using Microsoft.AspNetCore.Http;

namespace Dixit.Reading.Tests.Fetching;

public sealed class WebFetcherTests : IAsyncLifetime
{
    private const string Page = "<!doctype html><html lang=fr><head><title>Le pont</title></head><body><article><h1>Le pont</h1><p>« Le pont de Brumaire sera rouvert en juin », a déclaré Ana Costa devant le conseil municipal.</p><p>Les travaux avaient commencé au printemps, après deux ans d'attente et de reports.</p></article></body></html>";

    private static readonly WebOptions _near = new() { AllowPrivate = true, HostDelay = TimeSpan.Zero, RetryDelay = TimeSpan.FromMilliseconds(10), Timeout = TimeSpan.FromSeconds(10) };

    private LocalServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await LocalServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Fetch_Page_GivesItsBytes()
    {
        _server.Give("/pont", Page);
        var fetched = await Fetch("/pont");
        Assert.Null(fetched.Problem);
        Assert.Equal(Page, Encoding.UTF8.GetString(fetched.Bytes.Span));
        Assert.Equal("text/html; charset=utf-8", fetched.ContentType);
        Assert.StartsWith("Dixit/", _server.Requests.Last().Agent);
    }

    [Fact]
    public async Task Fetch_Redirects_AreFollowedToALimit()
    {
        _server.Redirect("/a", "/b");
        _server.Redirect("/b", "/c");
        _server.Give("/c", "Oui.", "text/plain");
        Assert.Equal(_server.At("/c"), (await Fetch("/a")).FinalUrl);
        _server.Redirect("/boucle", "/boucle");
        Assert.Equal(ReadProblems.TooManyRedirects, (await Fetch("/boucle")).Problem?.Code);
        Assert.Equal(11, _server.CountOf("/boucle"));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://phare.example/")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task Fetch_RedirectOffTheWeb_IsRefused(string to)
    {
        _server.Redirect("/a", to);
        Assert.Equal(ReadProblems.NotOnTheWeb, (await Fetch("/a")).Problem?.Code);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@phare.example/")]
    [InlineData("http://")]
    [InlineData("phare")]
    public async Task Fetch_OtherAddresses_AreRefused(string url) => Assert.Equal(ReadProblems.NotOnTheWeb, (await FetchUrl(url)).Problem?.Code);

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::]:{0}/")]
    public async Task Fetch_ThisMachine_IsNotReached(string url)
    {
        _server.Give("/", "secret");
        var fetched = await FetchUrl(string.Format(url, _server.Port), _near with { AllowPrivate = false, Retries = 0 });
        Assert.Equal(ReadProblems.AddressRefused, fetched.Problem?.Code);
        Assert.Contains("--allow-private", fetched.Problem!.Message);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Fetch_RedirectToARefusedAddress_IsNotReached()
    {
        _server.Redirect("/a", $"http://127.0.0.2:{_server.Port}/secret");
        _server.Give("/secret", "secret");
        var fetched = await FetchUrl(_server.At("/a"), _near with { AllowPrivate = false, IsAllowed = address => address.Equals(IPAddress.Loopback) });
        Assert.Equal(ReadProblems.AddressRefused, fetched.Problem?.Code);
        Assert.Equal(0, _server.CountOf("/secret"));
    }

    [Fact]
    public async Task Fetch_NameThatChangesItsAddress_IsJudgedAtTheConnection()
    {
        var asked = 0;
        _server.On("/a", context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.Redirect("/secret");
            return Task.CompletedTask;
        });
        _server.On("/robots.txt", context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        _server.Give("/secret", "secret");
        var options = _near with
        {
            AllowPrivate = false,
            Retries = 0,
            IsAllowed = address => address.Equals(IPAddress.Loopback),
            FindAddresses = (_, _) => Task.FromResult(new[] { IPAddress.Parse(++asked == 1 ? "127.0.0.1" : "127.0.0.2") }),
        };
        Assert.Equal(ReadProblems.AddressRefused, (await FetchUrl($"http://change.example:{_server.Port}/a", options)).Problem?.Code);
        Assert.Equal(0, _server.CountOf("/secret"));
    }

    [Fact]
    public async Task Fetch_Unchanged_IsToldBy304()
    {
        _server.On("/a", context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Tue, 07 May 2024 10:00:00 GMT";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"" && context.Request.Headers.IfModifiedSince == "Tue, 07 May 2024 10:00:00 GMT")
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("Oui.");
        });
        using var fetcher = new WebFetcher(_near);
        var first = await fetcher.FetchAsync(_server.At("/a"), null, Reads.Cancellation);
        var second = await fetcher.FetchAsync(_server.At("/a"), first.Validators, Reads.Cancellation);
        Assert.False(first.IsUnchanged);
        Assert.True(second.IsUnchanged);
        Assert.Equal(first.Validators, second.Validators);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Fetch_ServerThatAsksToWait_IsAskedAgainThen(int status)
    {
        var asked = 0;
        _server.On("/a", context =>
        {
            if (++asked > 1)
                return context.Response.WriteAsync("Oui.");
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });
        Assert.Null((await Fetch("/a")).Problem);
        var times = _server.Requests.Where(request => request.Path == "/a").Select(request => request.At).ToList();
        Assert.True(times[1] - times[0] >= 900, $"asked again after {times[1] - times[0]} ms");
    }

    [Fact]
    public async Task Fetch_ServerThatAsksToWaitForLong_IsLeftAlone()
    {
        _server.On("/a", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        var fetched = await Fetch("/a");
        Assert.Equal(ReadProblems.NotGiven, fetched.Problem?.Code);
        Assert.Equal(TimeSpan.FromHours(1), fetched.RetryAfter);
        Assert.Equal(1, _server.CountOf("/a"));
    }

    [Fact]
    public async Task Fetch_PassingFailures_AreTriedAgainAndOthersNot()
    {
        var asked = 0;
        _server.On("/a", context =>
        {
            if (++asked == 3)
                return context.Response.WriteAsync("Oui.");
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        Assert.Null((await Fetch("/a")).Problem);
        var missing = await Fetch("/absent");
        Assert.Equal(ReadProblems.NotGiven, missing.Problem?.Code);
        Assert.Contains("404", missing.Problem!.Message);
        Assert.Equal(1, _server.CountOf("/absent"));
    }

    [Fact]
    public async Task Fetch_SlowServer_IsGivenUp()
    {
        _server.On("/lent", async context =>
        {
            await context.Response.WriteAsync("O");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        });
        var fetched = await FetchUrl(_server.At("/lent"), _near with { Timeout = TimeSpan.FromMilliseconds(400), Retries = 0 });
        Assert.Equal(ReadProblems.TooSlow, fetched.Problem?.Code);
    }

    [Fact]
    public async Task Fetch_EndlessContent_StopsAtTheLimit()
    {
        _server.On("/gros", async context =>
        {
            var part = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
        });
        var fetched = await FetchUrl(_server.At("/gros"), _near with { MaxBytes = 1_000_000, Retries = 0 });
        Assert.Equal(ReadProblems.TooLarge, fetched.Problem?.Code);
    }

    [Fact]
    public async Task Fetch_GzipBomb_StopsAtTheLimit()
    {
        var bomb = Packed.Gzip(new byte[200_000_000]);
        _server.On("/bombe", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb).AsTask();
        });
        var before = GC.GetTotalAllocatedBytes();
        var fetched = await FetchUrl(_server.At("/bombe"), _near with { MaxBytes = 1_000_000, Retries = 0 });
        Assert.Equal(ReadProblems.TooLarge, fetched.Problem?.Code);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 150_000_000);
    }

    [Fact]
    public async Task Fetch_WrongLength_IsAFailure()
    {
        _server.On("/faux", async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("court");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        Assert.Equal(ReadProblems.FetchFailed, (await Fetch("/faux")).Problem?.Code);
        Assert.Equal(4, _server.CountOf("/faux"));
    }

    [Fact]
    public async Task Fetch_HostThatIsNotThere_IsAFailure()
    {
        var options = _near with { FindAddresses = (_, _) => Task.FromResult(Array.Empty<IPAddress>()), Retries = 0 };
        Assert.Equal(ReadProblems.FetchFailed, (await FetchUrl("http://absent.example/", options)).Problem?.Code);
    }

    [Fact]
    public async Task Fetch_RobotsFile_IsKeptTo()
    {
        _server.Give("/robots.txt", "User-agent: *\nDisallow: /prive\nAllow: /prive/ouvert\n", "text/plain");
        _server.Give("/prive/a", "x");
        _server.Give("/prive/ouvert", "x");
        _server.Redirect("/vers", "/prive/a");
        using var fetcher = new WebFetcher(_near);
        Assert.Equal(ReadProblems.Disallowed, (await fetcher.FetchAsync(_server.At("/prive/a"), null, Reads.Cancellation)).Problem?.Code);
        Assert.Null((await fetcher.FetchAsync(_server.At("/prive/ouvert"), null, Reads.Cancellation)).Problem);
        Assert.Equal(ReadProblems.Disallowed, (await fetcher.FetchAsync(_server.At("/vers"), null, Reads.Cancellation)).Problem?.Code);
        Assert.Equal((0, 1), (_server.CountOf("/prive/a"), _server.CountOf("/robots.txt")));
    }

    [Theory]
    [InlineData(500, ReadProblems.Disallowed)]
    [InlineData(503, ReadProblems.Disallowed)]
    [InlineData(403, null)]
    public async Task Fetch_RobotsFileThatFails_IsReadAsTheStandardSays(int status, string? code)
    {
        _server.On("/robots.txt", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        _server.Give("/a", "x");
        Assert.Equal(code, (await Fetch("/a")).Problem?.Code);
    }

    [Fact]
    public async Task Fetch_OneHost_IsAskedOneAtATimeAndNotTooSoon()
    {
        for (var i = 0; i < 4; i++)
            _server.Give($"/{i}", "x");
        using var fetcher = new WebFetcher(_near with { HostDelay = TimeSpan.FromMilliseconds(120) });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => fetcher.FetchAsync(_server.At($"/{i}"), null, Reads.Cancellation)));
        var times = _server.Requests.Select(request => request.At).ToList();
        Assert.Equal(5, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 100));
    }

    [Fact]
    public async Task Fetch_Cancelled_Throws()
    {
        using var ending = new CancellationTokenSource();
        _server.On("/a", async context =>
        {
            ending.Cancel();
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
        });
        using var fetcher = new WebFetcher(_near);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(_server.At("/a"), null, ending.Token));
    }

    [Fact]
    public void Read_Addresses_GiveDocumentsInTheirOrder()
    {
        _server.On("/lent", async context =>
        {
            await Task.Delay(300);
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("Lent.");
        });
        _server.Give("/pont", Page);
        _server.Give("/lignes", "{\"id\":\"a\",\"text\":\"Un.\"}\n{\"text\":\"Deux.\"}\n", "application/json");
        using var fetcher = new WebFetcher(_near);
        var reader = new DocumentReader(null, new WebSource(fetcher));
        var results = reader.Read([_server.At("/lent"), _server.At("/pont"), _server.At("/absent"), _server.At("/pont"), _server.At("/lignes")], Reads.Cancellation).ToList();
        Assert.Equal([_server.At("/lent"), _server.At("/pont"), null, "a", _server.At("/lignes#2")], results.Select(result => result.Document?.Id));
        Assert.Contains("Ana Costa", results[1].Document!.Text);
    }

    [Theory]
    [InlineData("iso-8859-2", "iso-8859-2", "Zażółć gęślą jaźń, dit Ana.")]
    [InlineData("iso-8859-15", "utf-8", "L'œuvre a coûté 5 €, dit Ana.")]
    [InlineData("utf-8", "windows-1252", "L'été coûte, dit Ana.")]
    [InlineData("inconnu", "windows-1252", "L'été coûte, dit Ana.")]
    public void Read_TextFromAServer_IsInTheEncodingThatItNamesUnlessItIsUnicode(string named, string used, string text)
    {
        _server.On("/texte", async context =>
        {
            context.Response.ContentType = $"text/plain; charset={named}";
            await context.Response.Body.WriteAsync(CodePagesEncodingProvider.Instance.GetEncoding(used)?.GetBytes(text) ?? Encoding.GetEncoding(used).GetBytes(text));
        });
        using var fetcher = new WebFetcher(_near);
        var document = Reads.DocumentOf(Assert.Single(new DocumentReader(null, new WebSource(fetcher)).Read([_server.At("/texte")], Reads.Cancellation)));
        Assert.Equal((_server.At("/texte"), text), (document.Id, document.Text));
    }

    [Fact]
    public void Read_Feed_FollowsItsLinksWhenAsked()
    {
        _server.Give("/fil", $"<rss><channel><title>Le Phare</title><item><title>Pont</title><link>{_server.At("/pont")}</link><description>Bref.</description></item><item><link>{_server.At("/absent")}</link><description>Reste.</description></item><item><title>Vide</title><link>{_server.At("/pont?2")}</link></item></channel></rss>", "application/rss+xml");
        _server.Give("/pont", Page);
        _server.Give("/pont?2", Page);
        using var fetcher = new WebFetcher(_near);
        Assert.Equal("Bref.", new DocumentReader(null, new WebSource(fetcher)).Read([_server.At("/fil")], Reads.Cancellation).First().Document!.Text);
        var results = new DocumentReader(null, new WebSource(fetcher) { FollowsLinks = true }).Read([_server.At("/fil")], Reads.Cancellation).ToList();
        Assert.Contains("Ana Costa", Reads.DocumentOf(results[0]).Text);
        Assert.Equal("Le Phare", results[0].Document!.Outlet);
        Assert.Equal("Reste.", Reads.DocumentOf(results[1]).Text);
        Assert.Contains(results[1].Document!.Notes, note => note.Contains(ReadProblems.NotGiven));
        Assert.Contains("Ana Costa", Reads.DocumentOf(results[2]).Text);
    }

    private Task<Fetched> Fetch(string path) => FetchUrl(_server.At(path));

    private static async Task<Fetched> FetchUrl(string url, WebOptions? options = null)
    {
        using var fetcher = new WebFetcher(options ?? _near);
        return await fetcher.FetchAsync(url, null, Reads.Cancellation);
    }
}
