// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Dixit.Web.Tests.Api;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Security;

public sealed class AccessTests
{
    [Theory]
    [InlineData(null, 401, 401, 401)]
    [InlineData("wrong-token-0123456789", 401, 401, 401)]
    [InlineData(TestTokens.Reader, 200, 403, 403)]
    [InlineData(TestTokens.Editor, 200, 404, 403)]
    [InlineData(TestTokens.Admin, 200, 404, 200)]
    public async Task Role_OfAToken_AllowsWhatItShould(string? token, int asking, int correcting, int metering)
    {
        await using var desk = await TestDesk.StartAsync(configure: options => options with { Tokens = TestTokens.All });
        if (token is not null)
            desk.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        using var asked = await desk.Client.GetAsync(new Uri("/api/v1/statements", UriKind.Relative), TestContext.Current.CancellationToken);
        using var corrected = await desk.PostAsync("/api/v1/corrections", "{\"document\": \"none\", \"attribution\": 1, \"reject\": true}");
        using var metered = await desk.Client.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((asking, correcting, metering), ((int)asked.StatusCode, (int)corrected.StatusCode, (int)metered.StatusCode));
        await BadInputTests.AssertSane(asked, "statements");
        await BadInputTests.AssertSane(corrected, "corrections");
    }

    [Fact]
    public void Desk_OnAnotherAddressWithoutTokens_IsNotMade()
    {
        Assert.Throws<ArgumentException>(() => Desk.Make(new DeskOptions { Ledger = null!, Pipeline = null!, LedgerPath = "", Listen = IPAddress.Any }));
        Assert.Throws<ArgumentException>(() => Desk.Make(new DeskOptions { Ledger = null!, Pipeline = null!, LedgerPath = "", Listen = IPAddress.Any, Tokens = TokenList.Empty }));
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.test")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Request_OfAnotherSite_IsNotDone(string header, string value)
    {
        await using var desk = await TestDesk.StartAsync();
        desk.Client.DefaultRequestHeaders.Add(header, value);

        using var response = await desk.PostAsync("/api/v1/read", "{\"documents\": [{\"id\": \"a\", \"text\": \"b\"}]}");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Request_UnderANameOfAnother_IsMisdirected()
    {
        await using var desk = await TestDesk.StartAsync();
        desk.Client.DefaultRequestHeaders.Host = "rebound.test";

        using var response = await desk.Client.GetAsync(new Uri("/api/v1/statements", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/statements")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/live")]
    public async Task Answer_OfAnyKind_HasTheHeadersThatProtectIt(string path)
    {
        await using var desk = await TestDesk.StartAsync();

        using var response = await desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Caller_WhoAsksTooOften_IsToldWhenToAskAgain()
    {
        await using var desk = await TestDesk.StartAsync(configure: options => options with { RequestsPerMinute = 5 });
        HttpResponseMessage? last = null;
        for (var i = 0; i < 6; i++)
        {
            last?.Dispose();
            last = await desk.Client.GetAsync(new Uri("/api/v1/ledger", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.True(last.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await BadInputTests.AssertSane(last, "ledger");
        using var health = await desk.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        last.Dispose();
    }

    [Fact]
    public void Tokens_InTheirFile_AreHashesForTheOwnerAlone()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("dixit-tokens-").FullName, "tokens");

        TestTokens.All.Write(path);

        var text = File.ReadAllText(path);
        Assert.DoesNotContain(TestTokens.Reader, text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var read = TokenList.Read(path);
        Assert.Equal((DeskRole.Editor, "rédacteur"), read.Find(TestTokens.Editor));
        Assert.Null(read.Find(TestTokens.Editor + "x"));
        File.AppendAllText(path, "owner\tx\tzz\n");
        Assert.Contains("line 4", Assert.Throws<FormatException>(() => TokenList.Read(path)).Message, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
