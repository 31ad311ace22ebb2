// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Dixit.Reading.Writing;
using Dixit.Statements;
using Dixit.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dixit.Web.Api;

/// <summary>Questions: nothing is changed by any of them.</summary>
internal static class AskEndpoints
{
    private const int MostStatements = 1000;
    private const int MostSpeakers = 1000;
    private const int MostTimeline = 10_000;
    private const int LongestClaim = 20_000;
    private const int LongestDraft = 2_000_000;
    private const int LongestTitle = 2000;
    private static readonly TimeSpan _countPatience = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger", DescribeLedger).WithName("describeLedger").WithSummary("What the ledger holds.").Produces<LedgerAnswer>();
        api.MapGet("/statements", FindStatements).WithName("findStatements").WithSummary("The statements that fit, a page at a time; of their reports those that fit.").Produces<StatementsAnswer>();
        api.MapGet("/statements/{id}", ShowStatement).WithName("showStatement").WithSummary("A statement with all its reports, and its wordings held against the first. A former id leads to its heir.")
            .Produces<StatementDetailAnswer>().ProducesProblem(404);
        api.MapGet("/facets", CountFacetsAsync).WithName("countFacets").WithSummary("How what fits is spread over outlets, speakers, acts, types, languages and days.").Produces<FacetsAnswer>().ProducesProblem(503);
        api.MapGet("/documents", ListDocuments).WithName("listDocuments").WithSummary("The documents, the one taken in last first, a page at a time.").Produces<DocumentPage>();
        api.MapGet("/documents/{id}", ShowDocument).WithName("showDocument").WithSummary("A document with all that was found in it, as the output contract has it. Slashes in the id are sent as %2F.")
            .Produces<string>(200, "application/json").ProducesProblem(404);
        api.MapGet("/documents/{id}/versions", ShowVersions).WithName("showVersions").WithSummary("The versions of a document, and which quotes each of them changed, added or dropped.")
            .Produces<VersionsAnswer>().ProducesProblem(404);
        api.MapGet("/speakers", FindSpeakers).WithName("findSpeakers").WithSummary("The speakers that a name fits, or all; the most quoted first.").Produces<SpeakersAnswer>();
        api.MapGet("/speakers/{id}", ShowSpeaker).WithName("showSpeaker").WithSummary("A speaker, by id.").Produces<SpeakerAnswer>().ProducesProblem(404);
        api.MapGet("/speakers/{id}/timeline", ShowTimeline).WithName("showTimeline").WithSummary("What a speaker said over time, by topic, and where the position turns.").Produces<TimelineAnswer>().ProducesProblem(404);
        api.MapPost("/check", Check).WithName("checkClaim").WithSummary("Holds a claim against the record: verbatim, reworded, altered, misattributed or not-found, with the evidence.")
            .Accepts<CheckRequest>("application/json").Produces<CheckAnswer>();
        api.MapPost("/check/draft", CheckDraft).WithName("checkDraft").WithSummary("Checks every quotation of a draft, by whom the draft gives it to.")
            .Accepts<DraftRequest>("application/json").Produces<DraftAnswer>().RequireRateLimiting(RateLimits.Costly);
        api.MapGet("/stats", CountQuotesAsync).WithName("countQuotes").WithSummary("Who is quoted how much, by whom and how.").Produces<StatisticsAnswer>().ProducesProblem(503).RequireRateLimiting(RateLimits.Costly);
        api.MapGet("/doubtful", ListDoubtful).WithName("listDoubtful").WithSummary("Attributions of which the engine is not sure and about whose speaker nobody has decided.").Produces<DoubtfulAnswer>();
        api.MapGet("/unattributed", ListUnattributed).WithName("listUnattributed").WithSummary("Attributions of which the engine found no speaker, or cannot tell what it is, and about which nobody has decided.").Produces<DoubtfulAnswer>();
        api.MapPost("/extract", Extract).WithName("extract").WithSummary("Text in, attributions out, as the output contract has them; nothing is kept.")
            .Accepts<TextRequest>("application/json").Produces<string>(200, "application/json").RequireRateLimiting(RateLimits.Costly);
    }

    private static IResult DescribeLedger(HttpContext context, LedgerStamp stamp) => JsonAnswers.Of(context, stamp.Keep("describe", ledger => AnswerMaker.Of(ledger.Describe(), EngineVersion)));

    private static IResult FindStatements(HttpContext context, ILedger ledger, [AsParameters] FilterParameters filter, [AsParameters] PageParameters page)
    {
        var fields = new FieldReader();
        var query = filter.Read(fields) with
        {
            Order = fields.Choice("sort", page.Sort, FieldReader.Orders) ?? StatementOrder.Best,
            Limit = fields.Number("limit", page.Limit, 20, MostStatements),
            Cursor = fields.Text("cursor", page.Cursor),
        };
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : JsonAnswers.Of(context, AnswerMaker.Of(ledger.Find(query)));
    }

    private static IResult ShowStatement(HttpContext context, ILedger ledger, StatementReader reader, string id) =>
        ledger.FindStatement(id) is { } statement ? JsonAnswers.Of(context, AnswerMaker.Of(statement, reader)) : Problems.NoSuch("statement", id);

    private static async Task<IResult> CountFacetsAsync(
        HttpContext context, LedgerStamp stamp, SlowAnswers answers, [AsParameters] FilterParameters filter,
        [Description("true to count all that fits, however much it is, rather than the 1000 reports read last.")] string? all)
    {
        var fields = new FieldReader();
        var (query, countsAll) = (filter.Read(fields), fields.Flag("all", all));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        var facets = stamp.Keep(("facets", query), ledger => ledger.Facets(query));
        if (!countsAll || facets.IsWhole)
            return JsonAnswers.Of(context, AnswerMaker.Of(facets));
        var answer = await answers.AskAsync(("all facets", query), ledger => ledger.Facets(query, int.MaxValue), _countPatience);
        if (answer.Value is not { } counted)
            return Problems.StillCounting(context);
        context.Response.Headers.LastModified = answer.At.ToString("R", CultureInfo.InvariantCulture);
        return JsonAnswers.Of(context, AnswerMaker.Of(counted));
    }

    private static IResult ListDocuments(
        HttpContext context, ILedger ledger, string? outlet, string? from, string? to,
        [Description("How many at most, from 1 to 1000; 20 without it.")] string? limit, [Description("The next of the page before.")] string? cursor)
    {
        var fields = new FieldReader();
        var query = new DocumentQuery
        {
            Outlet = fields.Text("outlet", outlet),
            From = fields.Day("from", from),
            To = fields.Day("to", to),
            Limit = fields.Number("limit", limit, 20, MostStatements),
            Cursor = fields.Text("cursor", cursor),
        };
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : JsonAnswers.Of(context, ledger.Documents(query));
    }

    private static IResult ShowDocument(HttpContext context, ILedger ledger, string id, [Description("From 1; the current one without it.")] string? version)
    {
        var fields = new FieldReader();
        var (name, number) = (RouteText.Segment(context, 3), version is null ? (int?)null : fields.Number("version", version, 1, int.MaxValue));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        if (ledger.FindDocument(name, number) is not { } document)
            return Problems.NoSuch("document", name);
        return JsonAnswers.Tagged(context, Write(document.Analysis, document.Links), "application/json; charset=utf-8");
    }

    private static IResult ShowVersions(HttpContext context, ILedger ledger, string id)
    {
        var name = RouteText.Segment(context, 3);
        return ledger.Versions(name) is { Count: > 0 } versions ? JsonAnswers.Of(context, AnswerMaker.Of(name, versions)) : Problems.NoSuch("document", name);
    }

    private static IResult FindSpeakers(HttpContext context, ILedger ledger, [Description("An id, a name or a part of one; all without it.")] string? name, [Description("How many at most; 100 without it.")] string? limit)
    {
        var fields = new FieldReader();
        var (asked, most) = (fields.Text("name", name), fields.Number("limit", limit, 100, MostSpeakers));
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : JsonAnswers.Of(context, new SpeakersAnswer([.. ledger.Speakers(asked, most).Select(AnswerMaker.Of)]));
    }

    private static IResult ShowSpeaker(HttpContext context, ILedger ledger, string id) =>
        FindById(ledger, id) is { } speaker ? JsonAnswers.Of(context, AnswerMaker.Of(speaker)) : Problems.NoSuch("speaker", id);

    private static IResult ShowTimeline(
        HttpContext context, ILedger ledger, StatementReader reader, string id, string? about, string? from, string? to,
        [Description("true for the topics alone in which the position turns.")] string? turns, [Description("How many statements at most, the oldest first; 500 without it.")] string? limit)
    {
        var fields = new FieldReader();
        var query = new StatementQuery { By = id, About = fields.Text("about", about), From = fields.Day("from", from), To = fields.Day("to", to), Order = StatementOrder.Oldest };
        var (onlyTurns, most) = (fields.Flag("turns", turns), fields.Number("limit", limit, 500, MostTimeline));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        if (FindById(ledger, id) is not { } speaker)
            return Problems.NoSuch("speaker", id);
        var statements = ledger.FindAll(query with { By = speaker.Reference.Id }).Take(most).Select(found => found.Statement);
        return JsonAnswers.Of(context, AnswerMaker.Of(speaker.Reference, Timeline.Of(statements, reader, onlyTurns)));
    }

    private static IResult Check(HttpContext context, ILedger ledger, DeskMeters meters, [FromBody] CheckRequest request)
    {
        var fields = new FieldReader();
        var (claim, by, date) = (fields.Need("claim", request.Claim, LongestClaim), fields.Text("by", request.By), fields.Day("date", request.Date));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        var check = ledger.Check(claim, by, date);
        meters.Check(check.Verdict);
        return JsonAnswers.Of(context, AnswerMaker.Of(claim, check));
    }

    private static IResult CheckDraft(HttpContext context, ILedger ledger, Pipeline pipeline, DeskMeters meters, [FromBody] DraftRequest request)
    {
        var fields = new FieldReader();
        var (text, by, date) = (fields.Need("text", request.Text, LongestDraft), fields.Text("by", request.By), fields.Day("date", request.Date));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        var quotes = CheckedQuote.Of(ledger, pipeline, text, by, date);
        foreach (var quote in quotes)
            meters.Check(quote.Check.Verdict);
        return JsonAnswers.Of(context, new DraftAnswer(quotes.Count == 0 ? null : Wording.Of(quotes.Max(quote => quote.Check.Verdict)), [.. quotes.Select(AnswerMaker.Of)]));
    }

    private static async Task<IResult> CountQuotesAsync(HttpContext context, SlowAnswers answers, [AsParameters] FilterParameters filter, [Description("How many speakers, and pairs of outlet and speaker, at most; 10 without it.")] string? limit)
    {
        var fields = new FieldReader();
        var (query, most) = (filter.Read(fields), fields.Number("limit", limit, 10, MostSpeakers));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        var answer = await answers.AskAsync(("stats", query, most), ledger => ledger.Count(query, most), _countPatience);
        if (answer.Value is not { } statistics)
            return Problems.StillCounting(context);
        context.Response.Headers.LastModified = answer.At.ToString("R", CultureInfo.InvariantCulture);
        return JsonAnswers.Of(context, AnswerMaker.Of(statistics));
    }

    private static IResult ListDoubtful(
        HttpContext context, ILedger ledger, [Description("The confidence that they do not reach, from 0 to 1; 0.7 without it.")] string? below, string? limit, string? cursor)
    {
        var fields = new FieldReader();
        var (share, most, next) = (fields.Share("below", below, 0.7), fields.Number("limit", limit, 20, MostStatements), fields.Text("cursor", cursor));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        return JsonAnswers.Of(context, AnswerMaker.Of(ledger.Doubtful(share, most, next)));
    }

    private static IResult ListUnattributed(HttpContext context, ILedger ledger, [Description("How many at most, from 1 to 1000; 20 without it.")] string? limit, [Description("The next of the page before.")] string? cursor)
    {
        var fields = new FieldReader();
        var (most, next) = (fields.Number("limit", limit, 20, MostStatements), fields.Text("cursor", cursor));
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : JsonAnswers.Of(context, AnswerMaker.Of(ledger.Unattributed(most, next)));
    }

    private static IResult Extract(HttpContext context, Pipeline pipeline, [FromBody] TextRequest request)
    {
        var fields = new FieldReader();
        var document = ReadDocument(fields, request, "text");
        return document is null ? Problems.OfFields(fields.Errors) : JsonAnswers.Tagged(context, Write(pipeline.Analyse(document), null), "application/json; charset=utf-8");
    }

    /// <summary>A document as a request describes it, or null where a field is wrong.</summary>
    public static Documents.Document? ReadDocument(FieldReader fields, TextRequest request, string usualId)
    {
        var text = fields.Need("text", request.Text, LongestDraft);
        var id = fields.Text("id", request.Id) ?? usualId;
        var document = new Documents.Document(id, text)
        {
            Title = fields.Text("title", request.Title, LongestTitle),
            Outlet = fields.Text("outlet", request.Outlet),
            Published = fields.Day("published", request.Published),
            Language = fields.Text("language", request.Language, 20),
            Uri = fields.Text("uri", request.Uri, LongestTitle),
        };
        return fields.Errors.Count > 0 ? null : document;
    }

    /// <summary>The speaker of an id, not of a name.</summary>
    public static StoredSpeaker? FindById(ILedger ledger, string id) =>
        id.StartsWith("p-", StringComparison.Ordinal) && ledger.Speakers(id, 2) is [var speaker] && (speaker.Reference.Id == id || speaker.FormerIds.Contains(id)) ? speaker : null;

    /// <summary>The version of the engine.</summary>
    public static string EngineVersion { get; } = typeof(Pipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static byte[] Write(Analysis analysis, ExtractionLinks? links)
    {
        var bytes = new MemoryStream();
        new ExtractionWriter(bytes).Write(analysis, links);
        return bytes.ToArray();
    }
}
