// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Dixit.Storage;
using Dixit.Web.Pages;
using Dixit.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dixit.Web.Api;

/// <summary>Saved searches: those of the Watch page, and of <c>dixit watch</c> where it is given their file.</summary>
internal static class WatchEndpoints
{
    private const int LongestName = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/watches", List).WithName("listWatches").WithSummary("The saved searches. Their queries are those of findStatements.").Produces<WatchesAnswer>();
        api.MapPost("/watches", Save).RequireAuthorization(Access.Editor).WithName("saveWatch").WithSummary("Saves a search, with the filters of findStatements; the same search again changes its name and its list.")
            .Produces<WatchAnswer>().ProducesProblem(409);
        api.MapDelete("/watches/{name}", Remove).RequireAuthorization(Access.Editor).WithName("removeWatch").WithSummary("Lets go of a saved search.").Produces(204).ProducesProblem(404);
    }

    private static IResult List(HttpContext context, Watches watches) => JsonAnswers.Of(context, new WatchesAnswer([.. watches.All().Select(Of)]));

    private static IResult Save(
        HttpContext context, Watches watches, [Description("What to call it; no two have the same name.")] string? name, [Description("The list to put it in, or none.")] string? list, [AsParameters] FilterParameters filter)
    {
        var fields = new FieldReader();
        var (called, group, query) = (fields.Need("name", name, LongestName), fields.Text("list", list, LongestName), filter.Read(fields));
        if (fields.Errors.Count == 0 && query == new StatementQuery())
            fields.Refuse("q", "give a word or a filter");
        if (fields.Errors.Count > 0)
            return Problems.OfFields(fields.Errors);
        var watch = Watches.Of(called, SearchState.Of(context), group);
        try
        {
            return watches.TryAdd(watch) ? JsonAnswers.Of(context, Of(watch)) : Problems.Of(409, Problems.TooMany, $"There are {Watches.Most} saved searches already.");
        }
        catch (ArgumentException)
        {
            return Problems.Of(409, Problems.WrongValue, "Another search has this name.");
        }
    }

    private static IResult Remove(HttpContext context, Watches watches, string name) =>
        watches.All().FirstOrDefault(watch => watch.Name == name) is { } watch && watches.Remove(watch.Query) ? TypedResults.NoContent() : Problems.NoSuch("saved search", name);

    private static WatchAnswer Of(Watch watch) => new(watch.Name, watch.List, watch.Query);
}
