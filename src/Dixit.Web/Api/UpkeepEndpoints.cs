// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Dixit.Storage;
using Dixit.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dixit.Web.Api;

/// <summary>Who is who, what must go for good, and the ledger's own upkeep.</summary>
internal static class UpkeepEndpoints
{
    private const int MostPeople = 10_000;
    private const int MostRuns = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/people", Import).RequireAuthorization(Access.Editor).WithName("importPeople").WithSummary("Takes in a list of people of one's own. They come before what documents show.")
            .Accepts<PeopleRequest>("application/json").Produces<PeopleAnswer>().ProducesProblem(503).RequireRateLimiting(RateLimits.Costly);
        var admin = api.MapGroup("").RequireAuthorization(Access.Admin);
        admin.MapDelete("/documents/{id}", RemoveDocument).WithName("removeDocument").WithSummary("Takes a document out for good, in all its versions, and keeps it out when it is read again. Slashes in the id are sent as %2F.")
            .Produces(204).ProducesProblem(404).ProducesProblem(503);
        admin.MapDelete("/speakers/{id}", RemoveSpeaker).WithName("removeSpeaker").WithSummary("Takes a speaker out for good: the names, and all that the speaker is reported to have said.")
            .Produces<SpeakerRemovalAnswer>().ProducesProblem(404).ProducesProblem(503);
        admin.MapGet("/removals", ListRemovals).WithName("listRemovals").WithSummary("What was taken out for good, without its text.").Produces<RemovalsAnswer>();
        admin.MapDelete("/removals/{id}", TakeBack).WithName("takeBack").WithSummary("Lets what was removed come in again, when it is next read. Slashes in the id are sent as %2F.").Produces(204).ProducesProblem(404).ProducesProblem(503);
        admin.MapGet("/runs", ListRuns).WithName("listRuns").WithSummary("The times that somebody wrote to the ledger, the last one first.").Produces<RunsAnswer>();
        admin.MapPost("/ledger/check", FindDamage).WithName("findDamage").WithSummary("Looks for damage in the file and in what its rows say.").Produces<DamageAnswer>().RequireRateLimiting(RateLimits.Costly);
        admin.MapPost("/ledger/vacuum", Vacuum).WithName("vacuum").WithSummary("Gives back the room that removed things took: what was removed is gone from the file afterwards. Nobody may write meanwhile.")
            .Produces(204).ProducesProblem(503).RequireRateLimiting(RateLimits.Costly);
        admin.MapGet("/ledger/backup", BackUp).WithName("backUp").WithSummary("A copy of the ledger as it is now; asking and reading go on.").Produces<byte[]>(200, "application/vnd.sqlite3").RequireRateLimiting(RateLimits.Costly);
    }

    private static IResult Import(HttpContext context, LedgerWriting writing, [FromBody] PeopleRequest request)
    {
        if (request.People is not { Count: > 0 and <= MostPeople } requested)
            return Problems.OfFields(new Dictionary<string, string> { ["people"] = $"takes a list of 1 to {MostPeople} people" });
        var fields = new FieldReader();
        var people = requested.Select((person, i) => PersonReader.Read(fields, $"people[{i}]", person ?? new PersonRequest())).ToList();
        foreach (var twice in people.Select((person, i) => (Key: person.Wikidata ?? person.Name, Place: i)).GroupBy(person => person.Key).Where(group => group.Key.Length > 0 && group.Count() > 1))
            fields.Refuse($"people[{twice.Last().Place}]", $"is who people[{twice.First().Place}] is");
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        var outcome = writing.With(writer => writer.Import(people));
        return JsonAnswers.Of(context, new PeopleAnswer(outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Sightings));
    }

    private static IResult RemoveDocument(HttpContext context, LedgerWriting writing, string id, [Description("Why; it is kept with the record that this was done.")] string? reason)
    {
        var fields = new FieldReader();
        var (name, why) = (RouteText.Segment(context, 3), fields.Text("reason", reason));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        var isRemoved = writing.With(writer =>
        {
            var removed = writer.RemoveDocument(name, why);
            writer.Commit();
            return removed;
        });
        return isRemoved ? TypedResults.NoContent() : Problems.NoSuch("document", name);
    }

    private static IResult RemoveSpeaker(
        HttpContext context, ILedger ledger, LedgerWriting writing, string id, [Description("Why; it is kept with the record that this was done.")] string? reason,
        [Description("true to take out the documents in which the speaker spoke, too.")] string? withDocuments)
    {
        var fields = new FieldReader();
        var (why, takesDocuments) = (fields.Text("reason", reason), fields.Flag("withDocuments", withDocuments));
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        if (AskEndpoints.FindById(ledger, id) is not { } speaker)
            return Problems.NoSuch("speaker", id);
        var removal = writing.With(writer =>
        {
            var removed = writer.RemoveSpeaker(speaker.Reference.Id, why);
            foreach (var document in takesDocuments ? removed.Documents : [])
                writer.RemoveDocument(document, why);
            writer.Commit();
            return removed;
        });
        return JsonAnswers.Of(context, new SpeakerRemovalAnswer(AnswerMaker.Of(removal.Speaker)!, removal.Attributions, removal.Documents, takesDocuments, removal.SharedNames));
    }

    private static IResult ListRemovals(HttpContext context, ILedger ledger) =>
        JsonAnswers.Of(context, new RemovalsAnswer([.. ledger.Removals().Select(removal => new RemovalAnswer(removal.Kind, removal.Id, removal.When, removal.Reason, removal.TakenBack))]));

    private static IResult TakeBack(HttpContext context, LedgerWriting writing, string id)
    {
        var name = RouteText.Segment(context, 3);
        var isTakenBack = writing.With(writer =>
        {
            var taken = writer.TakeBack(name);
            writer.Commit();
            return taken;
        });
        return isTakenBack ? TypedResults.NoContent() : Problems.Of(404, LedgerProblems.NoSuchId, $"Nothing was removed that had the id \"{Problems.Shorten(name)}\".");
    }

    private static IResult ListRuns(HttpContext context, ILedger ledger, [Description("How many at most; 20 without it.")] string? limit)
    {
        var fields = new FieldReader();
        var most = fields.Number("limit", limit, 20, MostRuns);
        return fields.Errors.Count > 0 ? Problems.OfFields(fields.Errors) : JsonAnswers.Of(context, new RunsAnswer([.. ledger.Runs().TakeLast(most).Reverse().Select(AnswerMaker.Of)]));
    }

    private static IResult FindDamage(HttpContext context, ILedger ledger) => JsonAnswers.Of(context, new DamageAnswer(ledger.FindDamage()));

    private static NoContent Vacuum(ILedger ledger)
    {
        ledger.Vacuum();
        return TypedResults.NoContent();
    }

    private static IResult BackUp(HttpContext context, ILedger ledger)
    {
        var folder = Directory.CreateTempSubdirectory("dixit-backup-");
        context.Response.OnCompleted(() =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
        var copy = Path.Combine(folder.FullName, "ledger.db");
        ledger.BackUp(copy);
        return Results.File(copy, "application/vnd.sqlite3", $"dixit-{DateTime.UtcNow:yyyy-MM-dd}.db");
    }
}
