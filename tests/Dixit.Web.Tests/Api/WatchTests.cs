// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Dixit.Cli.Watching;
using Dixit.Quotations;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Api;

/// <summary>Saved searches, which the desk and <c>dixit watch</c> share.</summary>
public sealed class WatchTests
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Searches_SavedAtTheDesk_AreThoseOfTheWatch()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await SendAsync(desk, "POST", "/api/v1/watches?name=Le+lac&list=Énergie&q=lac&by=Vaudrel&type=direct&language=fr&from=2024-10-01");
        await SendAsync(desk, "POST", "/api/v1/watches?name=Le+maire&by=Bressac&act=demand");

        var searches = SearchFile.Read(desk.LedgerPath + "-watches.json", out var problem);

        Assert.Null(problem);
        Assert.Equal(["Le lac", "Le maire"], searches.Select(search => search.Name));
        Assert.Equal(("lac", "Vaudrel", QuotationKind.Direct, "fr", new DateOnly(2024, 10, 1)), (searches[0].Query.Words, searches[0].Query.By, searches[0].Query.Kind, searches[0].Query.Language, searches[0].Query.From));
        Assert.Equal(Attributions.SpeechAct.Demand, searches[1].Query.Act);
    }

    [Fact]
    public async Task File_OfAWatch_KeepsWhatTheDeskDoesNotKnow()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        var path = desk.LedgerPath + "-watches.json";
        await File.WriteAllTextAsync(path, "[{\"name\": \"barrage\", \"words\": \"barrage\", \"webhook\": \"https://desk.example/dixit\", \"secret\": \"s\"}, /* and */ {\"name\": \"lac\", \"words\": \"lac\"},]", TestContext.Current.CancellationToken);

        await SendAsync(desk, "POST", "/api/v1/watches?name=Le+barrage&list=Ouvrages&q=barrage");
        await SendAsync(desk, "DELETE", "/api/v1/watches/lac", HttpStatusCode.NoContent);
        await SendAsync(desk, "DELETE", "/api/v1/watches/lac", HttpStatusCode.NotFound);

        var entry = Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsArray())!;
        Assert.Equal(("Le barrage", "Ouvrages", "https://desk.example/dixit", "s"), ((string?)entry["name"], (string?)entry["list"], (string?)entry["webhook"], (string?)entry["secret"]));
    }

    [Fact]
    public async Task Search_OfATakenName_OrOfNothing_IsNotSaved()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await SendAsync(desk, "POST", "/api/v1/watches?name=a&q=lac");

        await SendAsync(desk, "POST", "/api/v1/watches?name=a&q=barrage", HttpStatusCode.Conflict);
        await SendAsync(desk, "POST", "/api/v1/watches?name=b", HttpStatusCode.BadRequest);
        await SendAsync(desk, "POST", "/api/v1/watches?q=lac", HttpStatusCode.BadRequest);
        await SendAsync(desk, "POST", "/api/v1/watches?name=b&from=hier", HttpStatusCode.BadRequest);
        // The same search in another order is the same search.
        await SendAsync(desk, "POST", "/api/v1/watches?name=c&by=Vaudrel&q=lac");
        await SendAsync(desk, "POST", "/api/v1/watches?name=d&q=lac&by=Vaudrel");

        Assert.Equal(["a", "d"], (await desk.GetJsonAsync("/api/v1/watches")).GetProperty("watches").EnumerateArray().Select(watch => watch.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task List_OfSearches_HasAFeedOfAllOfThem()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await SendAsync(desk, "POST", "/api/v1/watches?name=lac&list=Eau&q=lac");
        await SendAsync(desk, "POST", "/api/v1/watches?name=maire&list=Eau&by=Bressac");
        await SendAsync(desk, "POST", "/api/v1/watches?name=autre&by=Zeddour");

        var page = await desk.Client.GetStringAsync(new Uri("/watch", UriKind.Relative), TestContext.Current.CancellationToken);
        var feed = XDocument.Parse(await desk.Client.GetStringAsync(new Uri("/feeds/list.atom?name=Eau", UriKind.Relative), TestContext.Current.CancellationToken)).Root!;
        var titles = feed.Elements(_atom + "entry").Select(entry => entry.Element(_atom + "title")!.Value).ToList();

        Assert.Contains("/feeds/list.atom?name=Eau", page, StringComparison.Ordinal);
        Assert.Contains(titles, title => title.StartsWith("Hélène Vaudrel", StringComparison.Ordinal));
        Assert.Contains(titles, title => title.StartsWith("Lucien Bressac", StringComparison.Ordinal));
        Assert.DoesNotContain(titles, title => title.StartsWith("Karim Zeddour", StringComparison.Ordinal));
        Assert.Equal(titles.Count, feed.Elements(_atom + "entry").Select(entry => entry.Element(_atom + "id")!.Value).Distinct().Count());
        await SendAsync(desk, "GET", "/feeds/list.atom?name=none", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("[5, null, {\"name\": 5}, {\"words\": \"lac\"}]")]
    public async Task File_ThatHoldsNoSearches_IsAsIfThereWereNone(string content)
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await File.WriteAllTextAsync(desk.LedgerPath + "-watches.json", content, TestContext.Current.CancellationToken);

        Assert.Empty((await desk.GetJsonAsync("/api/v1/watches")).GetProperty("watches").EnumerateArray());
    }

    private static async Task SendAsync(TestDesk desk, string method, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{path}: {response.StatusCode}");
        await BadInputTests.AssertSane(response, path);
    }
}
