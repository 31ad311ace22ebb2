// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text;
using System.Text.Json;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Api;

public sealed class ReadTests
{
    private const string Article = "« Le pont tient », a dit Odile Kermarrec, maire de Port-Brume. « Il faut fermer la route », a demandé le préfet.";

    /// <summary>Reads documents in, follows the events to the end, and returns the last state.</summary>
    internal static async Task<JsonElement> ReadAsync(TestDesk desk, object request)
    {
        var job = await desk.PostJsonAsync("/api/v1/read", request, HttpStatusCode.Accepted);
        return await FollowAsync(desk, job);
    }

    /// <summary>Follows the events of a job to the end, and returns the last state.</summary>
    internal static Task<JsonElement> FollowAsync(TestDesk desk, JsonElement job) => FollowAsync(desk, job.GetProperty("id").GetString()!);

    [Fact]
    public async Task Read_OfDocuments_TellsItsProgressToTheEnd()
    {
        await using var desk = await TestDesk.StartAsync();

        var last = await ReadAsync(desk, new { documents = new[] { new { id = "a", text = Article, outlet = "Le Fanal" }, new { id = "b", text = "Rien.", outlet = "Le Fanal" } } });
        var again = await ReadAsync(desk, new { documents = new[] { new { id = "a", text = Article, outlet = "Le Fanal" } } });

        Assert.Equal(("done", 2), (last.GetProperty("state").GetString(), last.GetProperty("counts").GetProperty("added").GetInt32()));
        Assert.Equal(1, again.GetProperty("counts").GetProperty("unchanged").GetInt32());
        Assert.Equal(2, desk.Ledger.Describe().Documents);
    }

    [Fact]
    public async Task Read_OfFiles_TellsWhatCannotBeReadByItsName()
    {
        await using var desk = await TestDesk.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Article)), "files", "../../pont.txt" },
            { new ByteArrayContent("{broken"u8.ToArray()), "files", "broken.json" },
            { new StringContent("La Gazette"), "outlet" },
            { new StringContent("2024-03-06"), "date" },
        };

        using var response = await desk.Client.PostAsync(new Uri("/api/v1/read/files", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var job = await TestDesk.ReadAsync(response, HttpStatusCode.Accepted);
        var last = await FollowAsync(desk, job.GetProperty("id").GetString()!);

        Assert.Equal("done", last.GetProperty("state").GetString());
        var problem = Assert.Single(last.GetProperty("problems").EnumerateArray());
        Assert.Equal("broken.json", problem.GetProperty("path").GetString());
        Assert.StartsWith("DX1", problem.GetProperty("code").GetString(), StringComparison.Ordinal);
        var document = desk.Ledger.FindDocument("pont")!.Analysis.Document;
        Assert.Equal(("La Gazette", new DateOnly(2024, 3, 6), Article), (document.Outlet, document.Published, document.Text));
    }

    [Fact]
    public async Task Read_OfNothing_IsABadRequest()
    {
        await using var desk = await TestDesk.StartAsync();
        foreach (var body in (string[])["{}", "{\"documents\": []}", "{\"documents\": [null]}", "{\"documents\": [{\"text\": \"a\"}]}", "{\"documents\": [{\"id\": \"a\"}]}", "{\"documents\": 5}"])
        {
            using var response = await desk.PostAsync("/api/v1/read", body);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            await BadInputTests.AssertSane(response, body);
        }

        using var noForm = await desk.PostAsync("/api/v1/read/files", "{}");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, noForm.StatusCode);
        Assert.Equal(0, desk.Ledger.Describe().Documents);
    }

    [Fact]
    public async Task Correction_MadeAndUndone_LeavesAllAsItWas()
    {
        await using var desk = await TestDesk.StartAsync();
        await ReadAsync(desk, new { documents = new[] { new { id = "a", text = Article } } });
        var before = await desk.GetJsonAsync("/api/v1/documents/a");

        var made = await desk.PostJsonAsync("/api/v1/corrections", new { document = "a", attribution = 1, reject = true, reason = "essai" });
        var corrected = await desk.GetJsonAsync("/api/v1/documents/a");
        var list = await desk.GetJsonAsync("/api/v1/corrections");
        using var undone = await desk.Client.DeleteAsync(new Uri($"/api/v1/corrections/{made.GetProperty("corrections")[0].GetProperty("correction").GetInt64()}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(before.GetProperty("attributions").GetArrayLength() - 1, corrected.GetProperty("attributions").GetArrayLength());
        Assert.Equal("essai", list.GetProperty("corrections")[0].GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Equal(before.ToString(), (await desk.GetJsonAsync("/api/v1/documents/a")).ToString());
    }

    [Fact]
    public async Task Corrections_AsAList_AreMadeAsFarAsTheyCanBe()
    {
        await using var desk = await TestDesk.StartAsync();
        await ReadAsync(desk, new { documents = new[] { new { id = "a", text = Article } } });

        var answer = await desk.PostJsonAsync("/api/v1/corrections", "[{\"document\": \"a\", \"attribution\": 1, \"speaker\": null}, {\"document\": \"none\", \"attribution\": 1, \"reject\": true}]");

        Assert.Equal(1, Assert.Single(answer.GetProperty("corrections").EnumerateArray()).GetProperty("entry").GetInt32());
        Assert.Equal("DX2107", Assert.Single(answer.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
    }

    private static async Task<JsonElement> FollowAsync(TestDesk desk, string id)
    {
        var events = await desk.Client.GetStringAsync(new Uri($"/api/v1/read/{id}/events", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("event: over\n", events, StringComparison.Ordinal);
        return JsonDocument.Parse(events.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..]).RootElement;
    }
}
