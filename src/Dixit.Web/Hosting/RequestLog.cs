// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dixit.Web;

/// <summary>Logs what was asked, how it went and how long it took; never what was searched for or sent.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var (milliseconds, user) = (Stopwatch.GetElapsedTime(started).TotalMilliseconds, context.User.Identity?.Name);
            string path = context.Request.Path;
            LogRequest(context.Request.Method, path, context.Response.StatusCode, milliseconds, user);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Milliseconds:0.0} ms {User}")]
    private partial void LogRequest(string method, string path, int status, double milliseconds, string? user);
}
