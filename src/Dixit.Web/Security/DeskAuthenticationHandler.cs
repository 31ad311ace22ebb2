// SPDX-License-Identifier: Apache-2.0
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dixit.Web.Security;

/// <summary>Knows callers by a bearer token; on an open desk everybody is its owner.</summary>
internal sealed class DeskAuthenticationHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DeskOptions desk)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme_ = "Token";

    private const string Prefix = "Bearer ";

    /// <summary>Somebody with a role and all those below it.</summary>
    public static ClaimsPrincipal Make(DeskRole role, string name, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), .. Enum.GetValues<DeskRole>().Where(each => each <= role).Select(each => new Claim(ClaimTypes.Role, Access.NameOf(each)))], scheme));

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (desk.IsOpen)
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Make(DeskRole.Admin, "local", Scheme_), Scheme_)));
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult((desk.Tokens ?? TokenList.Empty).Find(header[Prefix.Length..].Trim()) is var (role, name)
            ? AuthenticateResult.Success(new AuthenticationTicket(Make(role, name, Scheme_), Scheme_))
            : AuthenticateResult.Fail("unknown token"));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // A person is led to the page that takes a token, a program is told what is missing.
        if (HttpMethodsAllow(Request.Method) && !Request.Path.StartsWithSegments("/api") && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            Response.Redirect($"/sign-in?back={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
            return Task.CompletedTask;
        }

        Response.StatusCode = 401;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"dixit\"";
        return Task.CompletedTask;
    }

    private static bool HttpMethodsAllow(string method) => Microsoft.AspNetCore.Http.HttpMethods.IsGet(method) || Microsoft.AspNetCore.Http.HttpMethods.IsHead(method);
}
