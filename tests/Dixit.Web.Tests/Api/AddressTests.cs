// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using Dixit.Reading.Fetching;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Api;

/// <summary>Reading what stands at addresses of the web.</summary>
public sealed class AddressTests(BrowserFixture browser)
{
    private const string Sentence = "« Le pont tient et tiendra », a déclaré mardi Odile Kermarrec, la maire de Port-Brume, devant le conseil municipal réuni pour la troisième fois depuis la crue.";

    private static readonly Dictionary<string, (string, string)> _pages = new()
    {
        ["/pont"] = (Page("Le pont tient"), "text/html; charset=utf-8"),
        ["/route"] = (Page("La route rouvre"), "text/html; charset=utf-8"),
        ["/flux"] = ("<rss version=\"2.0\"><channel><title>Le Fanal</title><item><title>La route rouvre</title><link>{site}/route</link><description>En bref.</description></item></channel></rss>", "application/rss+xml"),
    };

    private static readonly WebOptions _allowing = new() { AllowPrivate = true, HostDelay = TimeSpan.Zero, Retries = 0 };

    [Fact]
    public async Task Address_OfAPage_IsReadAsAnArticle()
    {
        await using var site = await TestSite.StartAsync(_pages);
        await using var desk = await TestDesk.StartAsync(configure: options => options with { Fetching = _allowing });

        var last = await ReadTests.FollowAsync(desk, await desk.PostJsonAsync("/api/v1/read/urls", new { urls = new[] { site.Address + "/pont", site.Address + "/none" }, outlet = "Le Fanal", date = "2024-03-05" }, HttpStatusCode.Accepted));

        Assert.Equal(("done", 1, 1), (last.GetProperty("state").GetString(), last.GetProperty("counts").GetProperty("added").GetInt32(), last.GetProperty("counts").GetProperty("failed").GetInt32()));
        Assert.Equal(site.Address + "/none", Assert.Single(last.GetProperty("problems").EnumerateArray()).GetProperty("path").GetString());
        var document = desk.Ledger.FindDocument(last.GetProperty("documents")[0].GetString()!)!.Analysis;
        Assert.Equal(("Le pont tient", new DateOnly(2024, 3, 5)), (document.Document.Title, document.Published));
        Assert.Equal("Odile Kermarrec", Assert.Single(document.Attributions).Speaker!.Name);
    }

    [Fact]
    public async Task Address_OfAFeed_LeadsToItsArticlesWhereThatIsAskedFor()
    {
        await using var site = await TestSite.StartAsync(_pages);
        await using var desk = await TestDesk.StartAsync(configure: options => options with { Fetching = _allowing });

        var last = await ReadTests.FollowAsync(desk, await desk.PostJsonAsync("/api/v1/read/urls", new { urls = new[] { site.Address + "/flux" }, follow = true }, HttpStatusCode.Accepted));

        Assert.Equal(1, last.GetProperty("counts").GetProperty("added").GetInt32());
        Assert.Contains("Le pont tient et tiendra", desk.Ledger.FindDocument(last.GetProperty("documents")[0].GetString()!)!.Analysis.Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_OfThisMachine_IsRefusedUnlessAllowed()
    {
        await using var site = await TestSite.StartAsync(_pages);
        await using var desk = await TestDesk.StartAsync();

        var last = await ReadTests.FollowAsync(desk, await desk.PostJsonAsync("/api/v1/read/urls", new { urls = new[] { site.Address + "/pont", "http://[::1]:1/", "http://169.254.169.254/latest" } }, HttpStatusCode.Accepted));

        Assert.Equal(3, last.GetProperty("counts").GetProperty("failed").GetInt32());
        Assert.Equal(0, desk.Ledger.Describe().Documents);
        Assert.Single(last.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()).Distinct());
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://fanal.example/a")]
    [InlineData("https://user:secret@fanal.example/")]
    [InlineData("http://")]
    [InlineData("*")]
    public async Task Address_ThatIsNone_IsToldAndNothingIsRead(string address)
    {
        await using var desk = await TestDesk.StartAsync();

        var problem = await desk.PostJsonAsync("/api/v1/read/urls", new { urls = new[] { "https://fanal.example/", address } }, HttpStatusCode.BadRequest);

        Assert.Contains("is no http or https address", problem.GetProperty("errors").GetProperty("urls").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"urls\": []}")]
    [InlineData("{\"urls\": [null]}")]
    [InlineData("{\"urls\": [5]}")]
    [InlineData("{\"urls\": \"https://fanal.example/\"}")]
    [InlineData("{\"urls\": [\"https://fanal.example/\"], \"date\": \"hier\"}")]
    [InlineData("{\"urls\": [\"https://fanal.example/\"], \"follow\": \"often\"}")]
    public async Task Addresses_ThatCannotBeTaken_AreABadRequest(string body)
    {
        await using var desk = await TestDesk.StartAsync();
        using var response = await desk.PostAsync("/api/v1/read/urls", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await BadInputTests.AssertSane(response, body);
    }

    [Fact]
    public async Task ReadPage_OfAnAddress_ShowsWhatWasReadAndWhatWasNot()
    {
        await using var site = await TestSite.StartAsync(_pages);
        await using var desk = await TestDesk.StartAsync(configure: options => options with { Fetching = _allowing });
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/read");
        await visit.Page.FillAsync("textarea[name=urls]", $"{site.Address}/pont\n{site.Address}/none");
        await visit.Page.ClickAsync("form[action='/read/urls'] button");
        await visit.Page.WaitForSelectorAsync("text=C'est lu");

        Assert.Contains($"{site.Address}/none", await visit.Page.InnerTextAsync("main ul.plain"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("main .list a");
        await visit.Page.WaitForSelectorAsync(".attributions >> text=Odile Kermarrec");
        Assert.Empty(visit.Faults);
    }

    private static string Page(string title) =>
        $"<!DOCTYPE html><html lang=\"fr\"><head><title>{title}</title></head><body><nav><a href=\"/\">Accueil</a></nav><article><h1>{title}</h1><p>{Sentence}</p>"
        + string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>La rivière a baissé de {i} centimètres dans la nuit, et les riverains sont rentrés chez eux sans attendre le matin, par la seule rue encore sèche.</p>"))
        + "</article></body></html>";
}
