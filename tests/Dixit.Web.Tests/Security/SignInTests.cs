// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Dixit.Web.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dixit.Web.Tests.Security;

/// <summary>Signing in elsewhere: what OpenID Connect does, without its provider.</summary>
public sealed class SignInTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("reader", 200, 403)]
    [InlineData("editor", 200, 404)]
    [InlineData("admin", 200, 404)]
    [InlineData("stranger", 403, 403)]
    public async Task Visitor_LetInElsewhere_MayWhatTheRoleAllows(string role, int asking, int correcting)
    {
        await using var desk = await StartAsync(role);
        var cookie = await SignInAsync(desk);

        Assert.Equal((asking, correcting), (await StatusAsync(desk, HttpMethod.Get, "/api/v1/statements", cookie), await StatusAsync(desk, HttpMethod.Post, "/api/v1/corrections", cookie)));
    }

    [Fact]
    public async Task Desk_WithAnotherWayToSignIn_IsOpenToNobody()
    {
        await using var desk = await StartAsync("admin");

        Assert.Equal(401, await StatusAsync(desk, HttpMethod.Get, "/api/v1/statements", null));
        Assert.Equal(404, await StatusAsync(desk, HttpMethod.Get, "/sign-in/Token", null));
        Assert.Equal(404, await StatusAsync(desk, HttpMethod.Get, "/sign-in/Cookies", null));
        using var elsewhere = await desk.Client.GetAsync(new Uri("/sign-in/sso?back=https://elsewhere.test/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith("back=%2F", elsewhere.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public void Desk_OnAnotherAddress_TakesAnotherWayToSignInForTokens()
    {
        using var ledger = Storage.Sqlite.SqliteLedger.At("none.db");

        var desk = Desk.Make(new DeskOptions { Ledger = ledger, Pipeline = new PipelineBuilder().Build(), LedgerPath = "none.db", Port = 0, Listen = IPAddress.Any, ConfigureAuthentication = builder => Add(builder, "reader") });

        Assert.NotNull(desk);
    }

    [Fact]
    public async Task SignInPage_OffersTheOtherWay_AndBackOut()
    {
        await using var desk = await StartAsync("reader");
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/speakers");
        await visit.Page.ClickAsync("text=Entrer par Rédaction");
        await visit.ArriveAsync("**/speakers");
        Assert.Contains("lectrice", await visit.Page.InnerTextAsync("footer"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("text=Sortir");
        await visit.ArriveAsync("**/sign-in");
        await visit.GoAsync("/speakers");

        Assert.Contains("/sign-in", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    private static Task<TestDesk> StartAsync(string role) => TestDesk.StartAsync(configure: options => options with { ConfigureAuthentication = builder => Add(builder, role) });

    private static void Add(AuthenticationBuilder builder, string role) => builder.AddScheme<ElsewhereOptions, Elsewhere>("sso", "Rédaction", options => options.Role = role);

    private static async Task<string> SignInAsync(TestDesk desk)
    {
        using var challenge = await desk.Client.GetAsync(new Uri("/sign-in/sso", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        using var callback = await desk.Client.GetAsync(challenge.Headers.Location, TestContext.Current.CancellationToken);
        return Assert.Single(callback.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    private static async Task<int> StatusAsync(TestDesk desk, HttpMethod method, string path, string? cookie)
    {
        using var request = new HttpRequestMessage(method, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (method == HttpMethod.Post)
            request.Content = new StringContent("{\"document\": \"none\", \"attribution\": 1, \"reject\": true}", System.Text.Encoding.UTF8, "application/json");
        using var response = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    private sealed class ElsewhereOptions : AuthenticationSchemeOptions
    {
        public string Role { get; set; } = "reader";
    }

    /// <summary>Sends visitors to an address that sends them back signed in, as remote schemes do.</summary>
    private sealed class Elsewhere(IOptionsMonitor<ElsewhereOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<ElsewhereOptions>(options, logger, encoder), IAuthenticationRequestHandler
    {
        public async Task<bool> HandleRequestAsync()
        {
            if (Request.Path != "/sso-callback")
                return false;
            // As remote schemes do, into whatever scheme is the default one for signing in.
            await Context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "lectrice"), new Claim(ClaimTypes.Role, Options.Role)], "sso")));
            Response.Redirect(Request.Query["back"].ToString());
            return true;
        }

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Redirect($"/sso-callback?back={Uri.EscapeDataString(properties.RedirectUri!)}");
            return Task.CompletedTask;
        }
    }
}
