// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dixit.Web;

/// <summary>What goes wrong, as problem details (RFC 9457). Each has a code that never changes its meaning.</summary>
internal static class Problems
{
    /// <summary>A value of the question cannot be used.</summary>
    public const string WrongValue = "DX3001";

    /// <summary>The body is not what it should be.</summary>
    public const string WrongBody = "DX3002";

    /// <summary>There is nothing here.</summary>
    public const string NothingHere = "DX3003";

    /// <summary>Too many requests in a short time.</summary>
    public const string TooMany = "DX3004";

    /// <summary>Whoever asks has not shown who they are, or may not do this.</summary>
    public const string NotAllowed = "DX3007";

    /// <summary>A defect of Dixit.</summary>
    public const string Defect = "DX9999";

    /// <summary>A problem.</summary>
    public static ProblemHttpResult Of(int status, string code, string detail, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (name, value) in more ?? new Dictionary<string, object?>())
            extensions[name] = value;
        return TypedResults.Problem(detail, statusCode: status, title: TitleOf(status), type: $"urn:dixit:problem:{code}", extensions: extensions);
    }

    /// <summary>Values of a question that cannot be used, by the name of the field.</summary>
    public static ProblemHttpResult OfFields(IReadOnlyDictionary<string, string> errors) =>
        Of(StatusCodes.Status400BadRequest, WrongValue, string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value}.")), new Dictionary<string, object?> { ["errors"] = errors });

    /// <summary>What a ledger could not do.</summary>
    public static ProblemHttpResult Of(LedgerException exception) => StatusOf(exception.Code) is var status && status < 500
        ? Of(status, exception.Code, exception.Message)
        // Paths and what the system says are for the log.
        : Of(status, exception.Code, status == StatusCodes.Status503ServiceUnavailable ? "Another process writes to the ledger. Nothing was changed; try again." : "The ledger cannot be used just now. The log tells more.");

    /// <summary>The ledger is being counted for the first time, which takes longer than anybody waits.</summary>
    public static ProblemHttpResult StillCounting(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return Of(StatusCodes.Status503ServiceUnavailable, TooMany, "The ledger is still being counted.");
    }

    /// <summary>There is nothing of an id.</summary>
    public static ProblemHttpResult NoSuch(string what, string id) => Of(StatusCodes.Status404NotFound, LedgerProblems.NoSuchId, $"There is no {what} \"{Shorten(id)}\" in the ledger.");

    /// <summary>The status that tells of a ledger's problem.</summary>
    public static int StatusOf(string code) => code switch
    {
        LedgerProblems.NoSuchId or LedgerProblems.NotFound => StatusCodes.Status404NotFound,
        LedgerProblems.NoWords or LedgerProblems.WrongCursor or LedgerProblems.WrongSpan => StatusCodes.Status400BadRequest,
        LedgerProblems.Ambiguous or LedgerProblems.NothingToDecide or LedgerProblems.WasRemoved => StatusCodes.Status409Conflict,
        LedgerProblems.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    public static string Shorten(string text) => text.Length <= 100 ? text : text[..100] + "…";

    public static string TitleOf(int status) => status switch
    {
        400 => "The request cannot be understood",
        401 => "Sign in first",
        403 => "This is not allowed",
        404 => "There is nothing here",
        405 => "This cannot be done here",
        409 => "This does not fit what is there",
        413 => "That is too much at once",
        415 => "This form is not taken",
        421 => "This is another service",
        429 => "Too many requests",
        503 => "Not just now",
        _ => "Something went wrong",
    };
}
