// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Storage;
using Dixit.Web.Components;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dixit.Web;

/// <summary>Answers what failed: programs get problem details, people a page; nobody a stack trace.</summary>
internal static partial class Failures
{
    /// <summary>Answers for an exception.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = exception switch
        {
            LedgerException ledger => Problems.Of(ledger),
            AntiforgeryValidationException => Problems.Of(400, Problems.NotAllowed, "The form is too old. Go back, load the page again and send it once more."),
            BadHttpRequestException { InnerException: AntiforgeryValidationException } => Problems.Of(400, Problems.NotAllowed, "The form is too old. Go back, load the page again and send it once more."),
            BadHttpRequestException { StatusCode: 413 } => Problems.Of(413, Problems.WrongBody, "The body is too long."),
            BadHttpRequestException { StatusCode: 415 } => Problems.Of(415, Problems.WrongBody, "The body is sent as application/json."),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, Problems.WrongBody, Describe(bad)),
            InvalidDataException => Problems.Of(400, Problems.WrongBody, "The form cannot be read, or holds too much."),
            OperationCanceledException when context.RequestAborted.IsCancellationRequested => Problems.Of(499, Problems.WrongBody, "The caller left."),
            _ => null,
        };
        if (exception is LedgerException { Code: LedgerProblems.Unusable or LedgerProblems.NotALedger or LedgerProblems.TooNew or LedgerProblems.TooOld or LedgerProblems.Busy } unusable)
            LogLedger(Logger(context), unusable.Line);
        if (problem is null)
        {
            LogDefect(Logger(context), exception, context.Request.Path, context.TraceIdentifier);
            problem = Problems.Of(500, Problems.Defect, $"This is a defect of Dixit. The log tells more under {context.TraceIdentifier}.");
        }

        return AnswerAsync(context, problem);
    }

    /// <summary>Puts words to a status that was set without any.</summary>
    public static Task ExplainAsync(HttpContext context) => context.Response.StatusCode switch
    {
        404 => AnswerAsync(context, Problems.Of(404, Problems.NothingHere, "There is nothing at this address.")),
        405 => AnswerAsync(context, Problems.Of(405, Problems.NothingHere, "This cannot be done at this address.")),
        401 => AnswerAsync(context, Problems.Of(401, Problems.NotAllowed, "A token is needed, as Authorization: Bearer.")),
        403 => AnswerAsync(context, Problems.Of(403, Problems.NotAllowed, "Your role does not allow this.")),
        415 => AnswerAsync(context, Problems.Of(415, Problems.WrongBody, "The body is sent as application/json.")),
        var status => AnswerAsync(context, Problems.Of(status, Problems.WrongBody, Problems.TitleOf(status) + ".")),
    };

    /// <summary>Whether it is a person who asks.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/health") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static async Task AnswerAsync(HttpContext context, ProblemHttpResult problem)
    {
        if (context.Response.HasStarted)
            return;
        if (!IsForPeople(context.Request))
        {
            await problem.ExecuteAsync(context);
            return;
        }

        // A page that found nothing left its mark, and the page that says so would leave it again.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        // What a page is rendered with serves for one alone, and the one that failed may have used it.
        var used = context.RequestServices;
        await using var fresh = used.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = fresh.ServiceProvider;
        try
        {
            await new RazorComponentResult<FailurePage>(new { Problem = problem.ProblemDetails }) { StatusCode = problem.StatusCode }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = used;
        }
    }

    private static string Describe(BadHttpRequestException exception) => exception.InnerException is JsonException json
        ? $"The body is not the JSON that is documented{(string.IsNullOrEmpty(json.Path) || json.Path == "$" ? "" : $", at {Problems.Shorten(json.Path)}")}{(json.LineNumber is { } line ? $", line {line + 1}" : "")}."
        : exception.StatusCode == 400 && exception.Message.Contains("body", StringComparison.OrdinalIgnoreCase) ? "A body is needed, as JSON." : Problems.TitleOf(exception.StatusCode) + ".";

    private static ILogger Logger(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Dixit.Web.Failures");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem}")]
    private static partial void LogLedger(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} met a defect ({Trace}).")]
    private static partial void LogDefect(ILogger logger, Exception? exception, string path, string trace);
}
