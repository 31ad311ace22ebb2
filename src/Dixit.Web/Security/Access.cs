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
    private static readonly string[] _own = [Chosen, DeskAuthenticationHandler.Scheme_, CookieAuthenticationDefaults.AuthenticationScheme];

    /// <summary>Such as <c>editor</c>.</summary>
    public static string NameOf(DeskRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Adds tokens, the cookie that a token was given once, and whatever else the options bring.</summary>
    public static void Add(IServiceCollection services, DeskOptions desk)
    {
        // Nothing is kept on disk: whoever was signed in signs in again after a restart.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var authentication = services.AddAuthentication(options =>
            {
                options.DefaultScheme = Chosen;
                // Whoever was let in elsewhere comes back with a cookie.
                options.DefaultSignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            })
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
            .SetFallbackPolicy(Require(DeskRole.Reader))
            .SetDefaultPolicy(Require(DeskRole.Reader))
            .AddPolicy(Reader, Require(DeskRole.Reader)).AddPolicy(Editor, Require(DeskRole.Editor)).AddPolicy(Admin, Require(DeskRole.Admin));
    }

    /// <summary>Ways to sign in that the options bring beside tokens, by their schemes, with what they are called.</summary>
    public static async Task<IReadOnlyList<(string Scheme, string Name)>> OtherWaysAsync(IAuthenticationSchemeProvider schemes) =>
        [.. from scheme in await schemes.GetAllSchemesAsync() where scheme.DisplayName is { Length: > 0 } && !_own.Contains(scheme.Name) select (scheme.Name, scheme.DisplayName)];

    // Whoever may more may this too, whether or not they bring the lesser roles as well.
    private static AuthorizationPolicy Require(DeskRole role) =>
        new AuthorizationPolicyBuilder(Chosen).RequireAuthenticatedUser().RequireRole(Enum.GetValues<DeskRole>().Where(each => each >= role).Select(NameOf)).Build();

    private static string Choose(HttpContext context, DeskOptions desk) =>
        desk.IsOpen || context.Request.Headers.ContainsKey("Authorization") || !context.Request.Cookies.ContainsKey("dixit.session")
            ? DeskAuthenticationHandler.Scheme_
            : CookieAuthenticationDefaults.AuthenticationScheme;
}
