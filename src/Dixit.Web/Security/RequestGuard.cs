// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;

namespace Dixit.Web.Security;

/// <summary>Sets the headers of every answer, and turns away what another site makes a browser send.</summary>
/// <remarks>A desk on loopback asks nobody who they are, so a page elsewhere must be able neither to post to it nor to reach it under a name of its own.</remarks>
internal sealed class RequestGuard(RequestDelegate next, DeskOptions desk)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.CacheControl = "private, no-cache";
        if (!IsKnownHost(context.Request.Host))
            return Problems.Of(StatusCodes.Status421MisdirectedRequest, "DX3005", "This desk does not go by that name.").ExecuteAsync(context);
        if (!IsSafe(context.Request.Method) && IsFromElsewhere(context.Request))
            return Problems.Of(StatusCodes.Status403Forbidden, "DX3006", "Another site sent this request; it was not done.").ExecuteAsync(context);
        return next(context);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Without tokens a name that leads here is no proof: any site can have one that points to this machine.
    private bool IsKnownHost(HostString host) =>
        !desk.IsOpen || host.Host is "localhost" or "127.0.0.1" or "[::1]" or "::1";

    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
