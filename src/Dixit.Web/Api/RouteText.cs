// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dixit.Web.Api;

/// <summary>Reads parts of a path as they were sent: ids of documents may hold slashes, which the router would not tell from its own.</summary>
internal static class RouteText
{
    /// <summary>A part of the path, from 0, without its escapes.</summary>
    public static string Segment(HttpContext context, int index)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?', 2)[0];
        var parts = path.TrimStart('/').Split('/');
        return index < parts.Length ? Uri.UnescapeDataString(parts[index]) : "";
    }
}
