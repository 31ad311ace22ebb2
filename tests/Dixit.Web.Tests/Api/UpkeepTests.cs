// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using Dixit.Storage;
using Dixit.Storage.Sqlite;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Api;

/// <summary>Who is who, what must go, and the ledger's upkeep.</summary>
public sealed class UpkeepTests
{
    private static readonly (string Method, string Path, string? Body, bool IsForEditors)[] _changes =
    [
        ("POST", "/api/v1/people", "{\"people\": [{\"name\": \"Odile Kermarrec\"}]}", true),
        ("POST", "/api/v1/read/urls", "{\"urls\": [\"http://127.0.0.1:1/\"]}", true),
        ("DELETE", "/api/v1/documents/none", null, false),
        ("DELETE", "/api/v1/speakers/p-none", null, false),
        ("GET", "/api/v1/removals", null, false),
        ("DELETE", "/api/v1/removals/none", null, false),
        ("GET", "/api/v1/runs", null, false),
        ("POST", "/api/v1/ledger/check", null, false),
        ("POST", "/api/v1/ledger/vacuum", null, false),
        ("GET", "/api/v1/ledger/backup", null, false),
    ];

    [Fact]
    public async Task Upkeep_IsForWhoMay()
    {
        await using var desk = await TestDesk.StartAsync(configure: options => options with { Tokens = TestTokens.All });
        foreach (var (method, path, body, isForEditors) in _changes)
        {
            foreach (var (token, isAllowed) in ((string, bool)[])[("", false), (TestTokens.Reader, false), (TestTokens.Editor, isForEditors), (TestTokens.Admin, true)])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                if (token.Length > 0)
                    request.Headers.Authorization = new("Bearer", token);
                if (body is not null)
                    request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
                using var response = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);

                Assert.True(isAllowed == (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)), $"{method} {path} {token}: {response.StatusCode}");
                Assert.True(response.StatusCode != HttpStatusCode.InternalServerError, $"{method} {path}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Document_Removed_StaysOutUntilItIsTakenBack()
    {
        await using var desk = await TestDesk.OfSamplesAsync();

        await SendAsync(desk, "DELETE", "/api/v1/documents/02-interdepeches-ministre?reason=demande", HttpStatusCode.NoContent);
        await desk.GetJsonAsync("/api/v1/documents/02-interdepeches-ministre", HttpStatusCode.NotFound);
        var removal = Assert.Single((await desk.GetJsonAsync("/api/v1/removals")).GetProperty("removals").EnumerateArray());
        await SendAsync(desk, "DELETE", "/api/v1/documents/02-interdepeches-ministre", HttpStatusCode.NotFound);
        await SendAsync(desk, "DELETE", "/api/v1/removals/02-interdepeches-ministre", HttpStatusCode.NoContent);
        await SendAsync(desk, "DELETE", "/api/v1/removals/none", HttpStatusCode.NotFound);

        Assert.Equal(("document", "02-interdepeches-ministre", "demande"), (removal.GetProperty("kind").GetString(), removal.GetProperty("id").GetString(), removal.GetProperty("reason").GetString()));
        Assert.NotEqual(JsonValueKind.Null, (await desk.GetJsonAsync("/api/v1/removals")).GetProperty("removals")[0].GetProperty("takenBack").ValueKind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Speaker_Removed_IsFoundNoMore(bool withDocuments)
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        var id = desk.Ledger.Speakers("Bressac", 1)[0].Reference.Id;

        var removal = await SendAsync(desk, "DELETE", $"/api/v1/speakers/{id}?withDocuments={(withDocuments ? "true" : "false")}");

        Assert.Equal("Lucien Bressac", removal.GetProperty("speaker").GetProperty("name").GetString());
        Assert.NotEqual(0, removal.GetProperty("attributions").GetInt64());
        Assert.Empty(desk.Ledger.Speakers("Bressac"));
        Assert.Equal(withDocuments ? 16 - removal.GetProperty("documents").GetArrayLength() : 16, desk.Ledger.Describe().Documents);
        await SendAsync(desk, "DELETE", $"/api/v1/speakers/{id}", HttpStatusCode.NotFound);
        await SendAsync(desk, "DELETE", "/api/v1/speakers/Vaudrel", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task People_OfAList_ComeBeforeWhatDocumentsShow()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        object person = new { people = new[] { new { name = "Hélène Vaudrel-Roche", aliases = new[] { "Hélène Vaudrel" }, gender = "female", wikidata = "Q999999", roles = new[] { new { role = "ministre de l'Énergie", from = "2024-01-01", to = (string?)null } } } } };

        var first = await desk.PostJsonAsync("/api/v1/people", person);
        var second = await desk.PostJsonAsync("/api/v1/people", person);

        Assert.Equal((1, 1), (first.GetProperty("added").GetInt32() + first.GetProperty("changed").GetInt32(), second.GetProperty("unchanged").GetInt32()));
        Assert.Equal("Hélène Vaudrel-Roche", desk.Ledger.Speakers("Vaudrel", 1)[0].Reference.Name);
    }

    [Theory]
    [InlineData("{}", "people")]
    [InlineData("{\"people\": []}", "people")]
    [InlineData("{\"people\": [null]}", "people[0].name")]
    [InlineData("{\"people\": [{\"name\": \"A\", \"kind\": \"robot\"}]}", "people[0].kind")]
    [InlineData("{\"people\": [{\"name\": \"A\", \"gender\": \"3\"}]}", "people[0].gender")]
    [InlineData("{\"people\": [{\"name\": \"A\", \"wikidata\": \"'; drop table speaker; --\"}]}", "people[0].wikidata")]
    [InlineData("{\"people\": [{\"name\": \"A\", \"roles\": [null]}]}", "people[0].roles[0].role")]
    [InlineData("{\"people\": [{\"name\": \"A\", \"roles\": [{\"role\": \"b\", \"from\": \"2024-02-30\"}]}]}", "people[0].roles[0].from")]
    [InlineData("{\"people\": [{\"name\": \"A\", \"roles\": [{\"role\": \"b\", \"from\": \"2024-02-02\", \"to\": \"2024-02-01\"}]}]}", "people[0].roles[0].to")]
    [InlineData("{\"people\": [{\"name\": \"A\"}, {\"name\": \"A\"}]}", "people[1]")]
    public async Task People_WrittenWrongly_AreToldByTheirFields(string body, string field)
    {
        await using var desk = await TestDesk.StartAsync();

        var problem = await desk.PostJsonAsync("/api/v1/people", body, HttpStatusCode.BadRequest);

        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
        Assert.Empty(desk.Ledger.Speakers());
    }

    [Fact]
    public async Task Ledger_LookedAfter_IsSoundCopiedAndItsRunsTold()
    {
        await using var desk = await TestDesk.OfSamplesAsync();

        Assert.Empty((await SendAsync(desk, "POST", "/api/v1/ledger/check")).GetProperty("findings").EnumerateArray());
        await SendAsync(desk, "POST", "/api/v1/ledger/vacuum", HttpStatusCode.NoContent);
        Assert.Equal(16, (await desk.GetJsonAsync("/api/v1/runs")).GetProperty("runs")[0].GetProperty("counts").GetProperty("added").GetInt32());
        var copy = Path.Combine(Path.GetDirectoryName(desk.LedgerPath)!, "copy.db");
        await File.WriteAllBytesAsync(copy, await desk.Client.GetByteArrayAsync(new Uri("/api/v1/ledger/backup", UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        using var copied = SqliteLedger.At(copy);
        Assert.Equal((16, desk.Ledger.Describe().Statements), (copied.Describe().Documents, copied.Describe().Statements));
        Assert.Empty(copied.FindDamage());
    }

    [Fact]
    public async Task Gold_IsWhatWasCorrected()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        Assert.Equal("", await desk.Client.GetStringAsync(new Uri("/api/v1/export?format=gold", UriKind.Relative), TestContext.Current.CancellationToken));
        await desk.PostJsonAsync("/api/v1/corrections", new { document = "02-interdepeches-ministre", attribution = 3, reject = true });

        var gold = JsonDocument.Parse((await desk.Client.GetStringAsync(new Uri("/api/v1/export?format=gold", UriKind.Relative), TestContext.Current.CancellationToken)).Trim()).RootElement;

        Assert.Equal("02-interdepeches-ministre", gold.GetProperty("id").GetString());
        await desk.GetJsonAsync("/api/v1/export?format=gold&by=Vaudrel", HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> SendAsync(TestDesk desk, string method, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        if (expected != HttpStatusCode.NoContent && !response.IsSuccessStatusCode)
            await BadInputTests.AssertSane(response, path);
        return await TestDesk.ReadAsync(response, expected);
    }
}
