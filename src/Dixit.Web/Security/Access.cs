// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dixit.Web.Security;

/// <summary>Who may do what.</summary>
internal static class Access
{
    public const string Reader = "reader";
    public const string Editor = "editor";
    public const string Admin = "admin";

    private const string Chosen = "Chosen";

    /// <summary>Such as <c>editor</c>.</summary>
    public static string NameOf(DeskRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Adds tokens, the cookie that a token was given once, and whatever else the options bring.</summary>
    public static void Add(IServiceCollection services, DeskOptions desk)
    {
        // Nothing is kept on disk: whoever was signed in signs in again after a restart.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var authentication = services.AddAuthentication(Chosen)
            .AddPolicyScheme(Chosen, null, options => options.ForwardDefaultSelector = context => Choose(context, desk))
            .AddScheme<AuthenticationSchemeOptions, DeskAuthenticationHandler>(DeskAuthenticationHandler.Scheme_, null)
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, options =>
            {
                options.Cookie.Name = "dixit.session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromHours(12);
                options.SlidingExpiration = true;
                options.ForwardChallenge = DeskAuthenticationHandler.Scheme_;
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            });
        desk.ConfigureAuthentication?.Invoke(authentication);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Require(Reader))
            .SetDefaultPolicy(Require(Reader))
            .AddPolicy(Reader, Require(Reader)).AddPolicy(Editor, Require(Editor)).AddPolicy(Admin, Require(Admin));
    }

    private static AuthorizationPolicy Require(string role) => new AuthorizationPolicyBuilder(Chosen).RequireAuthenticatedUser().RequireRole(role).Build();

    private static string Choose(HttpContext context, DeskOptions desk) =>
        desk.Tokens is null || context.Request.Headers.ContainsKey("Authorization") || !context.Request.Cookies.ContainsKey("dixit.session")
            ? DeskAuthenticationHandler.Scheme_
            : CookieAuthenticationDefaults.AuthenticationScheme;
}
