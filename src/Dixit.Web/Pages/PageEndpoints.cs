// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Reading.Fetching;
using Dixit.Storage;
using Dixit.Web.Api;
using Dixit.Web.Charts;
using Dixit.Web.Jobs;
using Dixit.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dixit.Web.Pages;

/// <summary>What pages send, and what they link to beside other pages.</summary>
internal static class PageEndpoints
{
    private const int LongestText = 2_000_000;
    private const int LongestWords = 20_000;
    private const int MostFiles = 1000;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/preferences", Prefer).AllowAnonymous();
        pages.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Costly);
        pages.MapGet("/sign-in/{scheme}", SignInElsewhereAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Costly);
        pages.MapPost("/sign-out", async (HttpContext context, [FromForm] string? unused) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect("/sign-in");
        }).AllowAnonymous();
        pages.MapGet("/feeds/search.atom", FeedSearch);
        pages.MapGet("/feeds/list.atom", FeedList);
        pages.MapGet("/feeds/speakers/{name}.atom", FeedSpeaker);
        pages.MapGet("/charts/{name}.csv", ChartTableAsync).RequireRateLimiting(RateLimits.Costly);
        pages.MapGet("/charts/{name}.svg", ChartPictureAsync).RequireRateLimiting(RateLimits.Costly);
        var edits = pages.MapGroup("").RequireAuthorization(Access.Editor);
        edits.MapPost("/corrections", Correct);
        edits.MapPost("/corrections/undo", ([FromForm] long number, [FromForm] string? back, LedgerWriting writing) =>
        {
            writing.With(writer => writer.Undo(number));
            return Back(back, "/review");
        });
        edits.MapPost("/read/samples", (ReadJobs jobs, [FromForm] string? unused) => Start(jobs, Uploads.OfSamples()));
        edits.MapPost("/read/files", ReadFilesAsync).RequireRateLimiting(RateLimits.Costly);
        edits.MapPost("/read/urls", ReadAddresses).RequireRateLimiting(RateLimits.Costly);
        edits.MapPost("/read/text", ReadText).RequireRateLimiting(RateLimits.Costly);
        edits.MapPost("/read/{id}/stop", (ReadJobs jobs, string id, [FromForm] string? unused) =>
        {
            if (jobs.Find(id) is { State.IsOver: false } job)
                job.Stop();
            return Results.LocalRedirect($"/read/{Uri.EscapeDataString(id)}");
        });
        edits.MapPost("/watch", Watch);
        edits.MapPost("/watch/remove", (Watches watches, [FromForm] string query) =>
        {
            watches.Remove(query);
            return Results.LocalRedirect("/watch");
        });
    }

    private static IResult Prefer(HttpContext context, string? language, string? theme, string? back)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = _year, IsEssential = true };
        if (language is "fr" or "en")
            context.Response.Cookies.Append(Visitor.LanguageCookie, language, options);
        if (theme is "light" or "dark" or "system")
            context.Response.Cookies.Append(Visitor.ThemeCookie, theme, options);
        return Back(back, "/");
    }

    private static async Task<IResult> SignInAsync(HttpContext context, DeskOptions desk, [FromForm] string? token, [FromForm] string? back)
    {
        if (desk.Tokens?.Find(token?.Trim() ?? "") is not var (role, name))
            return Results.LocalRedirect($"/sign-in?failed=1&back={Uri.EscapeDataString(back ?? "/")}");
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, DeskAuthenticationHandler.Make(role, name, CookieAuthenticationDefaults.AuthenticationScheme));
        return Back(back, "/");
    }

    private static async Task<IResult> SignInElsewhereAsync(IAuthenticationSchemeProvider schemes, string scheme, string? back) =>
        (await Access.OtherWaysAsync(schemes)).Any(way => way.Scheme == scheme)
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = IsLocal(back) ? back : "/" }, [scheme])
            : Problems.Of(404, Problems.NothingHere, "There is no such way to sign in.");

    private static IResult Correct(
        ILedger ledger, LedgerWriting writing, [FromForm] string document, [FromForm] int attribution, [FromForm] string decision, [FromForm] string? speaker, [FromForm] bool? isNew,
        [FromForm] string? content, [FromForm] string? before, [FromForm] string? reason, [FromForm] string? back)
    {
        var fields = new FieldReader();
        var (name, words, why) = (fields.Text("speaker", speaker), fields.Text("content", content, LongestWords), fields.Text("reason", reason));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        if (decision == "speaker" && name is null)
            return Problems.OfFields(new Dictionary<string, string> { ["speaker"] = "is missing" });
        try
        {
            Correction correction = decision switch
            {
                "speaker" => new SpeakerCorrection(document, attribution, name) { New = isNew == true ? SpeakerKind.Person : null },
                "nobody" => new SpeakerCorrection(document, attribution, null),
                "content" => new SpanCorrection(document, attribution) { Content = new SpanWords(ledger, document, attribution).FindAll((words ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) },
                _ => new Rejection(document, attribution),
            };
            writing.With(writer => writer.Correct(correction with { Reason = why }));
        }
        catch (FormatException exception)
        {
            return Problems.Of(400, Problems.WrongBody, exception.Message + ".");
        }

        return Back(back, $"/article?id={Uri.EscapeDataString(document)}");
    }

    private static async Task<IResult> ReadFilesAsync(HttpContext context, ReadJobs jobs, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(cancellation);
        var fields = new FieldReader();
        var (outlet, date) = (fields.Text("outlet", form["outlet"]), fields.Day("date", form["date"]));
        if (form.Files.Count is 0 or > MostFiles)
            return Problems.OfFields(new Dictionary<string, string> { ["files"] = $"takes 1 to {MostFiles} files" });
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : Start(jobs, await Uploads.KeepAsync(form.Files, outlet, date, cancellation));
    }

    private static IResult ReadAddresses(
        ReadJobs jobs, WebFetcher fetcher, Visitor visitor, [FromForm] string? urls, [FromForm] bool? follow, [FromForm] string? outlet, [FromForm] string? date)
    {
        var fields = new FieldReader(visitor);
        var (addresses, by, day) = (fields.Addresses("urls", (urls ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries), MostFiles), fields.Text("outlet", outlet), fields.Day("date", date));
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : Start(jobs, Uploads.OfAddresses(addresses, follow == true, by, day, fetcher));
    }

    private static IResult ReadText(ReadJobs jobs, Visitor visitor, [FromForm] string? text, [FromForm] string? title, [FromForm] string? outlet, [FromForm] string? date)
    {
        var fields = new FieldReader(visitor);
        var name = fields.Need("title", title, FieldReader.LongestText);
        var document = new Documents.Document(name.Length == 0 ? "text" : name, fields.Need("text", text, LongestText)) { Title = name, Outlet = fields.Text("outlet", outlet), Published = fields.Day("date", date) };
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : Start(jobs, Uploads.Of([document]));
    }

    private static IResult Start(ReadJobs jobs, ReadJob job)
    {
        if (jobs.TryAdd(job))
            return Results.LocalRedirect($"/read/{job.Id}");
        job.Dispose();
        return Problems.Of(503, Problems.TooMany, "Too much is waiting to be read already.");
    }

    private static IResult Watch(HttpContext context, Watches watches, Visitor visitor, [FromForm] string? name, [FromForm] string? list)
    {
        var form = new QueryCollection(context.Request.Form.Where(field => field.Key is not ("name" or "list" or "form-token")).ToDictionary(field => field.Key, field => field.Value));
        var (state, fields) = (SearchState.Of("", form, visitor), new FieldReader(visitor));
        var (called, group) = (fields.Need("name", name, 200), fields.Text("list", list, 200));
        if (!state.Set.Any())
            fields.Refuse("q", visitor["donnez au moins un mot ou un filtre", "give a word or a filter"]);
        if (fields.Errors.Count > 0 || state.Errors.Count > 0)
            return Problems.OfFields(fields.Errors.Concat(state.Errors).ToDictionary(error => error.Key, error => error.Value));
        try
        {
            return watches.TryAdd(Watches.Of(called, state, group)) ? Results.LocalRedirect("/watch") : Problems.Of(409, Problems.TooMany, $"There are {Watches.Most} saved searches already.");
        }
        catch (ArgumentException)
        {
            return Problems.OfFields(new Dictionary<string, string> { ["name"] = visitor["une autre recherche s'appelle déjà ainsi", "another search has this name"] });
        }
    }

    private static IResult FeedList(HttpContext context, ILedger ledger, Watches watches, string? name)
    {
        var listed = watches.All().Where(watch => watch.List == (string.IsNullOrEmpty(name) ? null : name)).ToList();
        if (listed.Count == 0)
            return Problems.Of(404, Problems.NothingHere, "There is no such list.");
        var found = listed.SelectMany(watch => ledger.Find(watch.State().Query with { Order = StatementOrder.Newest, Cursor = null, Limit = Feed.Most }).Statements);
        var newest = found.DistinctBy(each => each.Statement.Id).OrderByDescending(each => each.Statement.Last).ThenBy(each => each.Statement.Id, StringComparer.Ordinal).Take(Feed.Most).ToList();
        return Feed.Answer(context, $"Dixit: {name}", $"/watch#{Uri.EscapeDataString(name ?? "")}", new StatementPage(newest, null));
    }

    private static IResult FeedSearch(HttpContext context, ILedger ledger)
    {
        var state = SearchState.Of(context);
        if (state.Errors.Count > 0)
            return Problems.OfFields(state.Errors);
        var title = string.Join(" · ", state.Set.Select(filter => filter.Value));
        return Feed.Answer(context, title.Length == 0 ? "Dixit" : $"Dixit: {title}", state.At("/"), ledger.Find(state.Query with { Order = StatementOrder.Newest, Cursor = null, Limit = Feed.Most }));
    }

    private static IResult FeedSpeaker(HttpContext context, ILedger ledger, string name) =>
        AskEndpoints.FindById(ledger, name) is { } speaker
            ? Feed.Answer(context, $"Dixit: {speaker.Reference.Name}", $"/speakers/{speaker.Reference.Id}", ledger.Find(new StatementQuery { By = speaker.Reference.Id, Order = StatementOrder.Newest, Limit = Feed.Most }))
            : Problems.NoSuch("speaker", name);

    private static async Task<IResult> ChartTableAsync(HttpContext context, SlowAnswers answers, Visitor visitor, string name)
    {
        var (chart, problem) = await FindAsync(context, answers, visitor, name);
        if (chart is null)
            return problem!;
        var lines = chart.Bars.Select(bar => $"{Cell(bar.Key ?? bar.Label)},{bar.Value:0}\r\n");
        return Results.Text($"{Cell(chart.Title)},{visitor["citations", "quotes"]}\r\n{string.Concat(lines)}", "text/csv; charset=utf-8");
    }

    private static async Task<IResult> ChartPictureAsync(HttpContext context, SlowAnswers answers, Visitor visitor, string name)
    {
        var (chart, problem) = await FindAsync(context, answers, visitor, name);
        return chart is null ? problem! : new RazorComponentResult<ChartFile>(new { chart.Title, chart.IsOverTime, Data = chart.Bars }) { ContentType = "image/svg+xml" };
    }

    private static async Task<(ChartData? Chart, IResult? Problem)> FindAsync(HttpContext context, SlowAnswers answers, Visitor visitor, string name)
    {
        var state = SearchState.Of(context);
        if (state.Errors.Count > 0)
            return (null, Problems.OfFields(state.Errors));
        if ((await ChartData.CountAsync(answers, state, _patience)).Value is not { } statistics)
        {
            return (null, Problems.StillCounting(context));
        }

        var chart = ChartData.Of(statistics, visitor, state).FirstOrDefault(each => each.Name == name && each.Bars.Count > 0);
        return (chart, chart is null ? Problems.Of(404, Problems.NothingHere, "There is no such chart, or nothing to show in it.") : null);
    }

    // A spreadsheet would take what begins so for a formula.
    private static string Cell(string text) => $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" : "")}{text.Replace("\"", "\"\"")}\"";

    private static IResult Back(string? address, string usual)
    {
        return Results.LocalRedirect(IsLocal(address) ? address! : usual);
    }

    private static bool IsLocal(string? address) => address is ['/', ..] && address is not (['/', '/', ..] or ['/', '\\', ..]) && !address.Any(char.IsControl);
}
