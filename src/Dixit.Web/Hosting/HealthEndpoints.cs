// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;
using Dixit.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dixit.Web;

/// <summary>Whether the service lives, whether it can answer, and what it measured.</summary>
internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("alive\n")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", (ILedger ledger) =>
        {
            try
            {
                ledger.Runs(); // Counting what there is would take a second of a large one.
                return Results.Text("ready\n");
            }
            catch (LedgerException)
            {
                return Results.Text("the ledger cannot be asked\n", statusCode: 503);
            }
        }).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/metrics", (MeterText meters) => TypedResults.Text(meters.Write(), "text/plain; version=0.0.4; charset=utf-8")).RequireAuthorization(Access.Admin).ExcludeFromDescription();
    }
}
