// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using Dixit.Storage;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Api;

public sealed class AskTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TestDesk Desk => sample.Desk;

    [Fact]
    public async Task Statements_OfWordsAndSpeaker_AreTheLedgers()
    {
        var answer = await Desk.GetJsonAsync("/api/v1/statements?q=lac&by=Vaudrel&limit=3");
        var expected = Desk.Ledger.Find(new StatementQuery { Words = "lac", By = "Vaudrel", Limit = 3 });

        Assert.Equal(expected.Statements.Select(found => found.Statement.Id), answer.GetProperty("statements").EnumerateArray().Select(each => each.GetProperty("id").GetString()));
        var first = answer.GetProperty("statements")[0];
        Assert.Equal("Hélène Vaudrel", first.GetProperty("speaker").GetProperty("name").GetString());
        var highlight = first.GetProperty("highlights")[0];
        Assert.StartsWith("lac", first.GetProperty("found").GetString()![highlight.GetProperty("start").GetInt32()..], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Statements_PageByPage_AreAllOfThemOnce()
    {
        var (ids, cursor) = (new List<string>(), "");
        do
        {
            var page = await Desk.GetJsonAsync($"/api/v1/statements?by=Vaudrel&sort=newest&limit=7{cursor}");
            ids.AddRange(page.GetProperty("statements").EnumerateArray().Select(each => each.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(Desk.Ledger.FindAll(new StatementQuery { By = "Vaudrel", Order = StatementOrder.Newest }).Select(found => found.Statement.Id), ids);
        Assert.True(ids.Count > 7);
    }

    [Fact]
    public async Task Statement_OfAnId_HasEveryWordingWithItsDifference()
    {
        var id = Desk.Ledger.Find(new StatementQuery { Order = StatementOrder.MostReported, Limit = 1 }).Statements[0].Statement.Id;

        var answer = await Desk.GetJsonAsync($"/api/v1/statements/{id}");

        var variants = answer.GetProperty("variants").EnumerateArray().ToList();
        Assert.True(variants.Count > 1);
        Assert.All(variants[0].GetProperty("difference").EnumerateArray(), change => Assert.Equal("same", change.GetProperty("kind").GetString()));
        Assert.Contains(variants[1].GetProperty("difference").EnumerateArray(), change => change.GetProperty("kind").GetString() != "same");
        Assert.Equal(answer.GetProperty("reports").GetArrayLength(), variants.Sum(variant => variant.GetProperty("reports").GetArrayLength()));
    }

    [Fact]
    public async Task Documents_OfAList_CanBeShownEach()
    {
        var list = await Desk.GetJsonAsync("/api/v1/documents?limit=1000");

        Assert.Equal(16, list.GetProperty("documents").GetArrayLength());
        foreach (var id in list.GetProperty("documents").EnumerateArray().Select(each => each.GetProperty("id").GetString()!))
        {
            var document = await Desk.GetJsonAsync($"/api/v1/documents/{Uri.EscapeDataString(id)}");
            Assert.Equal(id, document.GetProperty("id").GetString());
            var versions = await Desk.GetJsonAsync($"/api/v1/documents/{Uri.EscapeDataString(id)}/versions");
            Assert.Equal(1, versions.GetProperty("versions").GetArrayLength());
        }
    }

    [Fact]
    public async Task Document_WhoseIdHoldsSlashesAndEscapes_IsFound()
    {
        await using var desk = await TestDesk.StartAsync();
        const string Id = "https://exemple.test/a%2Fb?c=é&d=1#e";
        await ReadTests.ReadAsync(desk, new { documents = new[] { new { id = Id, text = "« Le pont tient », a dit Odile Kermarrec." } } });

        var document = await desk.GetJsonAsync($"/api/v1/documents/{Uri.EscapeDataString(Id)}");

        Assert.Equal(Id, document.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Speaker_OfAName_HasATimelineWithItsTurns()
    {
        var speakers = await Desk.GetJsonAsync("/api/v1/speakers?name=Vaudrel");
        var id = speakers.GetProperty("speakers")[0].GetProperty("id").GetString();

        var timeline = await Desk.GetJsonAsync($"/api/v1/speakers/{id}/timeline?about=lac");

        Assert.Equal("Hélène Vaudrel", (await Desk.GetJsonAsync($"/api/v1/speakers/{id}")).GetProperty("name").GetString());
        Assert.True(timeline.GetProperty("turns").GetInt32() > 0);
        Assert.Contains(timeline.GetProperty("topics")[0].GetProperty("statements").EnumerateArray(), entry => entry.GetProperty("turn").ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public async Task Facets_OfAQuestion_AddUpToItsReports()
    {
        var answer = await Desk.GetJsonAsync("/api/v1/facets?q=lac");
        var reports = Desk.Ledger.FindAll(new StatementQuery { Words = "lac" }).Sum(found => found.Statement.Reports.Count(report => report.Wording.Contains("lac", StringComparison.OrdinalIgnoreCase)));

        Assert.True(answer.GetProperty("whole").GetBoolean());
        var counted = answer.GetProperty("counted").GetInt64();
        Assert.Equal(reports, counted);
        Assert.Equal(counted, answer.GetProperty("acts").EnumerateArray().Sum(act => act.GetProperty("reports").GetInt64()));
        Assert.Equal(counted, answer.GetProperty("types").EnumerateArray().Sum(act => act.GetProperty("reports").GetInt64()));
    }

    [Theory]
    [InlineData("Le lac ne sera pas vidé", "Vaudrel", "verbatim")]
    [InlineData("Le lac sera vidé dès lundi par les pompiers de Paris", "Bressac", "not-found")]
    public async Task Check_OfAClaim_GivesTheVerdictWithEvidence(string claim, string by, string verdict)
    {
        var answer = await Desk.PostJsonAsync("/api/v1/check", new { claim, by });
        var expected = Desk.Ledger.Check(claim, by);

        Assert.Equal(Web.Api.Wording.Of(expected.Verdict), answer.GetProperty("verdict").GetString());
        if (verdict == "verbatim")
            Assert.NotEqual(0, answer.GetProperty("evidence").GetArrayLength() + answer.GetProperty("nearest").GetArrayLength());
    }

    [Fact]
    public async Task CheckDraft_OfAParagraph_ChecksEachQuotationByItsSpeaker()
    {
        const string Draft = "« Le lac ne sera pas vidé », a déclaré Hélène Vaudrel. « Les vaches volent très bas au-dessus de Montbrisel », a ajouté Lucien Bressac.";

        var answer = await Desk.PostJsonAsync("/api/v1/check/draft", new { text = Draft });

        var quotations = answer.GetProperty("quotations").EnumerateArray().ToList();
        Assert.Equal(["Hélène Vaudrel", "Lucien Bressac"], quotations.Select(quotation => quotation.GetProperty("by").GetString()));
        Assert.Equal("not-found", quotations[1].GetProperty("verdict").GetString());
        Assert.Equal("Le lac ne sera pas vidé", Draft[quotations[0].GetProperty("content")[0].GetProperty("start").GetInt32()..quotations[0].GetProperty("content")[0].GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task Stats_OfAll_AreTheLedgers()
    {
        var answer = await Desk.GetJsonAsync("/api/v1/stats");
        var expected = Desk.Ledger.Count();

        Assert.Equal(expected.Total.Quotes, answer.GetProperty("quotes").GetInt64());
        Assert.Equal(expected.Outlets.Select(group => group.Counts.Quotes), answer.GetProperty("outlets").EnumerateArray().Select(group => group.GetProperty("quotes").GetInt64()));
    }

    [Fact]
    public async Task Extract_OfAText_GivesAttributionsAndKeepsNothing()
    {
        var before = Desk.Ledger.Describe().Documents;

        var answer = await Desk.PostJsonAsync("/api/v1/extract", new { text = "« Le bac ne fermera pas », a martelé Odile Kermarrec, maire de Port-Brume.", published = "2024-03-06" });

        var attribution = answer.GetProperty("attributions")[0];
        Assert.Equal("Le bac ne fermera pas", attribution.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("Odile Kermarrec", attribution.GetProperty("speaker").GetProperty("name").GetString());
        Assert.Equal(before, Desk.Ledger.Describe().Documents);
    }

    [Fact]
    public async Task Doubtful_BelowAShare_AreAllBelowIt()
    {
        var answer = await Desk.GetJsonAsync("/api/v1/doubtful?below=0.9&limit=5");

        Assert.All(answer.GetProperty("attributions").EnumerateArray(), each => Assert.True(each.GetProperty("confidence").GetDouble() <= 0.9));
        Assert.Equal(5, answer.GetProperty("attributions").GetArrayLength());
        var next = await Desk.GetJsonAsync($"/api/v1/doubtful?below=0.9&limit=5&cursor={answer.GetProperty("next").GetString()}");
        Assert.NotEqual(answer.GetProperty("attributions")[0].ToString(), next.GetProperty("attributions")[0].ToString());
    }

    [Fact]
    public async Task Answer_ThatTheCallerHas_IsNotSentAgain()
    {
        using var first = await Desk.Client.GetAsync(new Uri("/api/v1/statements?q=lac", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/statements?q=lac");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Desk.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("jsonl", "application/x-ndjson")]
    [InlineData("csv", "text/csv")]
    [InlineData("jsonld", "application/ld+json")]
    [InlineData("tei", "application/tei+xml")]
    [InlineData("webannotation", "application/ld+json")]
    [InlineData("gqg", "application/x-ndjson")]
    public async Task Export_InEachForm_IsAFileOfIt(string format, string type)
    {
        using var response = await Desk.Client.GetAsync(new Uri($"/api/v1/export?format={format}&by=Vaudrel", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("Vaudrel", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_OfTheApi_IsTheApprovedOne()
    {
        var document = await Desk.GetJsonAsync("/api/v1/openapi.json");

        Repository.Matches(Repository.PathOf("docs", "openapi.json"), JsonSerializer.Serialize(document, _readable) + "\n");
    }

    [Fact]
    public async Task Health_OfADeskThatCanAnswer_IsReadyAndMeasured()
    {
        Assert.Equal("ready\n", await Desk.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
        await Desk.PostJsonAsync("/api/v1/check", new { claim = "Le lac" });

        var metrics = await Desk.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("# TYPE http_server_request_duration_seconds summary", metrics, StringComparison.Ordinal);
        Assert.Matches("dixit_claims_checked_total\\{verdict=\"[a-z-]+\"\\} [1-9]", metrics);
    }
}
