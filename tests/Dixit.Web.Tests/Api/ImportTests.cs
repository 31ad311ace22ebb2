// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Dixit.Storage;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Api;

/// <summary>What another ledger exported, taken in through the API.</summary>
public sealed class ImportTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private const string Lines = "application/x-ndjson";

    [Theory]
    [InlineData(Lines)]
    [InlineData("application/jsonl")]
    public async Task Import_OfAnExport_GivesTheSameExportByteForByte(string type)
    {
        var exported = await ExportAsync(sample.Desk);
        await using var desk = await TestDesk.StartAsync();

        var first = await ImportAsync(desk, exported, type);
        var again = await ImportAsync(desk, exported, type);

        Assert.Equal(("done", 16, 0), (first.GetProperty("state").GetString(), Count(first, "added"), Count(first, "failed")));
        Assert.Equal((0, 16), (Count(again, "added"), Count(again, "unchanged")));
        Assert.Equal(exported, await ExportAsync(desk));
        Assert.Empty(desk.Ledger.FindDamage());
    }

    [Fact]
    public async Task Import_OfWhatIsReadLater_DoesNotKeepReadingFromFindingMore()
    {
        await using var desk = await TestDesk.StartAsync();
        object document = new { id = "a", text = "« Le pont tient », a dit Odile Kermarrec, maire de Port-Brume. « Il faut fermer la route », a demandé le préfet." };
        await ReadTests.ReadAsync(desk, new { documents = new[] { document } });
        var exported = await ExportAsync(desk);
        await using var other = await TestDesk.StartAsync();
        await ImportAsync(other, exported);
        Assert.Equal(LedgerImport.Engine, other.Ledger.FindDocument("a")!.Engine);
        Assert.Empty(other.Ledger.FindDocument("a")!.Analysis.QuotedSpans);
        Assert.NotEmpty(other.Ledger.FindDocument("a")!.Analysis.Attributions);

        var read = await ReadTests.ReadAsync(other, new { documents = new[] { document } });

        Assert.Equal(1, Count(read, "refreshed"));
        Assert.NotEmpty(other.Ledger.FindDocument("a")!.Analysis.QuotedSpans);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"attributions\":[]}", "DX1007")]
    [InlineData("{\"id\":\"a\",\"text\":\"Un article.\"}", "DX1014")]
    [InlineData("{\"id\":\"b\",\"text\":\"Un autre.\",\"attributions\":[]}", "DX1009")]
    [InlineData("<script>alert(1)</script>", "DX1006")]
    [InlineData("null", "DX1014")]
    public async Task Import_OfALineThatIsNoResult_TellsItByItsPlaceAndTakesTheRest(string line, string code)
    {
        await using var desk = await TestDesk.StartAsync();

        var over = await ImportAsync(desk, "{\"id\":\"b\",\"text\":\"Rien.\",\"attributions\":[]}\n" + line + "\n{\"id\":\"c\",\"text\":\"Rien.\",\"attributions\":[]}\n");

        Assert.Equal(("done", 2, 1), (over.GetProperty("state").GetString(), Count(over, "added"), Count(over, "failed")));
        var problem = Assert.Single(over.GetProperty("problems").EnumerateArray());
        Assert.Equal((code, "export.jsonl"), (problem.GetProperty("code").GetString(), problem.GetProperty("path").GetString()));
        Assert.DoesNotContain("Exception", over.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, desk.Ledger.Describe().Documents);
    }

    [Theory]
    [InlineData("", Lines, HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{}", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Import_OfAnotherBody_IsRefused(string body, string type, HttpStatusCode expected)
    {
        using var response = await sample.Desk.PostAsync("/api/v1/import", body, type);

        Assert.Equal(expected, response.StatusCode);
        await BadInputTests.AssertSane(response, type);
        Assert.Contains("DX3002", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(16, sample.Desk.Ledger.Describe().Documents);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(TestTokens.Reader, HttpStatusCode.Forbidden)]
    [InlineData(TestTokens.Editor, HttpStatusCode.Accepted)]
    [InlineData(TestTokens.Admin, HttpStatusCode.Accepted)]
    public async Task Import_IsForWhoMayWrite(string? token, HttpStatusCode expected)
    {
        await using var desk = await TestDesk.StartAsync(configure: options => options with { Tokens = TestTokens.All });
        if (token is not null)
            desk.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        using var response = await desk.PostAsync("/api/v1/import", "{\"id\":\"a\",\"text\":\"Rien.\",\"attributions\":[]}", Lines);

        Assert.Equal(expected, response.StatusCode);
        await BadInputTests.AssertSane(response, "import");
    }

    [Fact]
    public async Task Import_OfMoreThanARequestMayHold_IsRefusedBeforeItIsSent()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(sample.Desk.Address.Host, sample.Desk.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/import HTTP/1.1\r\nHost: 127.0.0.1:{sample.Desk.Address.Port}\r\nContent-Type: {Lines}\r\nContent-Length: 999999999\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 413 ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static int Count(JsonElement job, string name) => job.GetProperty("counts").GetProperty(name).GetInt32();

    private static Task<string> ExportAsync(TestDesk desk) => desk.Client.GetStringAsync(new Uri("/api/v1/export?format=jsonl", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<JsonElement> ImportAsync(TestDesk desk, string lines, string type = Lines)
    {
        using var response = await desk.PostAsync("/api/v1/import", lines, type);
        return await ReadTests.FollowAsync(desk, await TestDesk.ReadAsync(response, HttpStatusCode.Accepted));
    }
}
