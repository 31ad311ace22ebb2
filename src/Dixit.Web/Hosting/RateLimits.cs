// SPDX-License-Identifier: Apache-2.0
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Dixit.Web;

/// <summary>How much each caller may ask for.</summary>
internal static class RateLimits
{
    /// <summary>What takes long: a tenth of the rest.</summary>
    public const string Costly = "costly";

    private const int Parts = 10;

    public static void Configure(RateLimiterOptions options, DeskOptions desk)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)after.TotalSeconds) : 6;
            context.HttpContext.Response.Headers.RetryAfter = $"{wait}";
            await Problems.Of(429, Problems.TooMany, $"Too many requests; ask again in {wait} s.").ExecuteAsync(context.HttpContext);
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Limit(context, desk.RequestsPerMinute));
        options.AddPolicy(Costly, context => Limit(context, desk.RequestsPerMinute == 0 ? 0 : Math.Max(1, desk.RequestsPerMinute / 10)));
    }

    private static RateLimitPartition<string> Limit(HttpContext context, int perMinute)
    {
        var caller = context.User.Identity?.Name is { Length: > 0 } name ? $"n:{name}" : $"a:{context.Connection.RemoteIpAddress}";
        // Health is asked by machines, and must tell the truth when the rest is busy.
        if (perMinute == 0 || context.Request.Path.StartsWithSegments("/health") || context.Request.Path.StartsWithSegments("/assets"))
            return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetSlidingWindowLimiter(caller, _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Parts, QueueLimit = 0 });
    }
}
