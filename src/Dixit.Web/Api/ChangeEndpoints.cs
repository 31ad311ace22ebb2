// SPDX-License-Identifier: Apache-2.0
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dixit.Reading.Fetching;
using Dixit.Storage;
using Dixit.Web.Jobs;
using Dixit.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dixit.Web.Api;

/// <summary>What changes the ledger, and exports of it.</summary>
internal static class ChangeEndpoints
{
    private const int MostDocuments = 1000;
    private const int MostEntries = 10_000;
    private const string WrongEntry = "DX2011";

    /// <summary>What JSON Lines are called on the web.</summary>
    private static readonly string[] _exportForms = ["application/x-ndjson", "application/jsonl"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/corrections", ListCorrections).WithName("listCorrections").WithSummary("What people decided and did not undo.").Produces<CorrectionsAnswer>();
        api.MapPost("/corrections", Correct).RequireAuthorization(Access.Editor).WithName("correct")
            .WithSummary("Makes one correction or a list of them, in the form of dixit correct --file. What cannot be made is told by entry, the rest is made.")
            .Accepts<JsonElement>("application/json").Produces<CorrectedAnswer>().ProducesProblem(503);
        api.MapDelete("/corrections/{number}", Undo).RequireAuthorization(Access.Editor).WithName("undoCorrection").WithSummary("Takes a correction back, as if it had never been made.")
            .Produces(204).ProducesProblem(404).ProducesProblem(503);
        api.MapPost("/read", Read).RequireAuthorization(Access.Editor).WithName("readDocuments").WithSummary("Reads texts into the ledger. The answer tells where to ask how far it is.")
            .Accepts<ReadRequest>("application/json").Produces<JobAnswer>(202).RequireRateLimiting(RateLimits.Costly);
        api.MapPost("/read/files", ReadFiles).RequireAuthorization(Access.Editor).WithName("readFiles").WithSummary("Reads files into the ledger, told by their endings as dixit read tells them.")
            .Accepts<IFormFileCollection>("multipart/form-data").Produces<JobAnswer>(202).DisableAntiforgery().RequireRateLimiting(RateLimits.Costly);
        api.MapPost("/read/urls", ReadAddresses).RequireAuthorization(Access.Editor).WithName("readAddresses").WithSummary("Fetches pages or feeds and reads them into the ledger. Addresses of the desk's own machine and network are refused unless it was started to allow them.")
            .Accepts<AddressesRequest>("application/json").Produces<JobAnswer>(202).RequireRateLimiting(RateLimits.Costly);
        api.MapPost("/import", Import).RequireAuthorization(Access.Editor).WithName("import")
            .WithSummary("Takes in what another ledger exported as JSON Lines, or what dixit extract found, with the texts. What the ledger has already stays as it is. The answer tells where to ask how far it is.")
            .Accepts<string>(_exportForms[0], _exportForms[1..]).Produces<JobAnswer>(202).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503).RequireRateLimiting(RateLimits.Costly);
        api.MapGet("/read/{id}", ShowJob).WithName("showReading").WithSummary("How far reading is.").Produces<JobAnswer>().ProducesProblem(404);
        api.MapGet("/read/{id}/events", FollowJob).WithName("followReading").WithSummary("The same as server-sent events, until it is over.").Produces<string>(200, "text/event-stream").ProducesProblem(404);
        api.MapDelete("/read/{id}", StopJob).RequireAuthorization(Access.Editor).WithName("stopReading").WithSummary("Stops reading; what was read is kept.").Produces(204).ProducesProblem(404);
        api.MapGet("/export", Export).WithName("export").WithSummary("The ledger, or what of it fits, in a form for other programs: jsonl, csv, jsonld, tei, webannotation or gqg; or gold, the documents that somebody corrected, whole.")
            .Produces<string>(200, "application/x-ndjson").RequireRateLimiting(RateLimits.Costly);
    }

    private static IResult ListCorrections(HttpContext context, ILedger ledger) => JsonAnswers.Of(context, new CorrectionsAnswer([.. ledger.Corrections().Select(AnswerMaker.Of)]));

    private static IResult Correct(HttpContext context, ILedger ledger, LedgerWriting writing, [FromBody] JsonElement body)
    {
        var entries = CorrectionReader.Entries(body);
        if (entries.Count is 0 or > MostEntries)
            return Problems.Of(400, Problems.WrongBody, $"The body holds from 1 to {MostEntries} corrections.");
        var (made, problems) = (new List<MadeAnswer>(), new List<EntryProblemAnswer>());
        writing.With(writer =>
        {
            for (var entry = 1; entry <= entries.Count; entry++)
            {
                try
                {
                    var outcome = writer.Correct(CorrectionReader.Read(ledger, entries[entry - 1]));
                    made.Add(new MadeAnswer(entry, outcome.Number, outcome.Speaker));
                }
                catch (LedgerException exception) when (exception.Code is not LedgerProblems.Unusable)
                {
                    problems.Add(new EntryProblemAnswer(entry, exception.Code, exception.Message));
                }
                catch (FormatException exception)
                {
                    problems.Add(new EntryProblemAnswer(entry, WrongEntry, exception.Message));
                }
            }

            return true;
        });
        // One alone is answered with its own problem.
        return entries.Count == 1 && problems is [var problem]
            ? Problems.Of(problem.Code == WrongEntry ? 400 : Problems.StatusOf(problem.Code), problem.Code, problem.Message)
            : JsonAnswers.Of(context, new CorrectedAnswer(made, problems));
    }

    private static IResult Undo(LedgerWriting writing, string number)
    {
        var fields = new FieldReader();
        var parsed = fields.Number("number", number, 0, int.MaxValue);
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        return writing.With(writer => writer.Undo(parsed)) ? TypedResults.NoContent() : Problems.NoSuch("correction", number);
    }

    private static IResult Read(HttpContext context, ReadJobs jobs, [FromBody] ReadRequest request)
    {
        if (request.Documents is not { Count: > 0 and <= MostDocuments } requested)
            return Problems.OfFields(new Dictionary<string, string> { ["documents"] = $"takes a list of 1 to {MostDocuments} documents" });
        var documents = new List<Documents.Document>();
        for (var i = 0; i < requested.Count; i++)
        {
            var fields = new FieldReader();
            if (requested[i] is not { } each)
                return Problems.OfFields(new Dictionary<string, string> { [$"documents[{i}]"] = "is missing" });
            var id = fields.Need("id", each.Id ?? each.Uri, FieldReader.LongestText);
            if (AskEndpoints.ReadDocument(fields, each with { Id = id }, "text") is not { } document)
                return Problems.OfFields(fields.Errors.ToDictionary(error => $"documents[{i}].{error.Key}", error => error.Value));
            documents.Add(document);
        }

        return Start(context, jobs, Uploads.Of(documents));
    }

    private static async Task<IResult> ReadFiles(HttpContext context, ReadJobs jobs, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType)
            return Problems.Of(415, Problems.WrongBody, "Files are sent as multipart/form-data.");
        var form = await context.Request.ReadFormAsync(cancellation);
        var fields = new FieldReader();
        var (outlet, date) = (fields.Text("outlet", form["outlet"]), fields.Day("date", form["date"]));
        if (form.Files.Count is 0 or > MostDocuments)
            return Problems.OfFields(new Dictionary<string, string> { ["files"] = $"takes 1 to {MostDocuments} files" });
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : Start(context, jobs, await Uploads.KeepAsync(form.Files, outlet, date, cancellation));
    }

    private static IResult ReadAddresses(HttpContext context, ReadJobs jobs, WebFetcher fetcher, [FromBody] AddressesRequest request)
    {
        var fields = new FieldReader();
        var (addresses, outlet, date) = (fields.Addresses("urls", request.Urls, MostDocuments), fields.Text("outlet", request.Outlet), fields.Day("date", request.Date));
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : Start(context, jobs, Uploads.OfAddresses(addresses, request.Follow, outlet, date, fetcher));
    }

    private static async Task<IResult> Import(HttpContext context, ReadJobs jobs, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !_exportForms.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase))
            return Problems.Of(415, Problems.WrongBody, $"An export is sent as {_exportForms[0]}, a document a line.");
        return await Uploads.KeepExportAsync(context.Request.Body, cancellation) is { } job
            ? Start(context, jobs, job)
            : Problems.Of(400, Problems.WrongBody, "A body is needed, as JSON Lines.");
    }

    private static IResult Start(HttpContext context, ReadJobs jobs, ReadJob job)
    {
        if (jobs.TryAdd(job))
            return TypedResults.Accepted($"/api/v1/read/{job.Id}", AnswerMaker.Of(job));
        job.Dispose();
        context.Response.Headers.RetryAfter = "10";
        return Problems.Of(503, Problems.TooMany, "Too much is waiting to be read already.");
    }

    private static IResult ShowJob(HttpContext context, ReadJobs jobs, string id) => jobs.Find(id) is { } job ? JsonAnswers.Of(context, AnswerMaker.Of(job)) : NoSuchJob(id);

    private static IResult FollowJob(ReadJobs jobs, JsonSerializerOptions json, string id, CancellationToken cancellation) =>
        jobs.Find(id) is { } job ? TypedResults.ServerSentEvents(Follow(job, json, cancellation)) : NoSuchJob(id);

    private static async IAsyncEnumerable<SseItem<string>> Follow(ReadJob job, JsonSerializerOptions json, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var state in job.Follow(cancellation))
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(AnswerMaker.Of(job), json), state.IsOver ? "over" : "progress");
            if (!state.IsOver)
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }
    }

    private static IResult StopJob(ReadJobs jobs, string id)
    {
        if (jobs.Find(id) is not { } job)
            return NoSuchJob(id);
        if (!job.State.IsOver)
            job.Stop();
        return TypedResults.NoContent();
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult NoSuchJob(string id) => Problems.Of(404, LedgerProblems.NoSuchId, $"Nothing is, or was lately, read under \"{Problems.Shorten(id)}\".");

    private static IResult Export(ILedger ledger, [AsParameters] FilterParameters filter, string? format)
    {
        var fields = new FieldReader();
        var query = filter.Read(fields);
        if (format is not null && !LedgerExport.Forms.ContainsKey(format))
            return Problems.OfFields(new Dictionary<string, string> { ["format"] = $"takes {string.Join(", ", LedgerExport.Forms.Keys)}" });
        if (format == LedgerExport.Gold && query != new StatementQuery())
            return Problems.OfFields(new Dictionary<string, string> { ["format"] = "gold is of whole documents, and takes no filter" });
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        // A question that cannot be put is told before anything is sent.
        _ = ledger.Find(query with { Limit = 1 });
        var form = LedgerExport.Forms[format ?? "jsonl"];
        return new ExportResult(form, output => LedgerExport.Write(ledger, form, query == new StatementQuery() ? null : query, output));
    }
}
