// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dixit.Web.Tests.Support;

/// <summary>A site on this machine with a few pages, as a news site would have them.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestSite(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Starts a site.</summary>
    /// <param name="pages">Content and type by path, such as <c>/pont</c>; robots.txt allows everything.</param>
    public static async Task<TestSite> StartAsync(Dictionary<string, (string Content, string Type)> pages)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            if (!pages.TryGetValue(context.Request.Path, out var page))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            context.Response.ContentType = page.Type;
            await context.Response.WriteAsync(page.Content.Replace("{site}", $"{context.Request.Scheme}://{context.Request.Host}", StringComparison.Ordinal));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestSite(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
