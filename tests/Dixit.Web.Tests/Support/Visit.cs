// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dixit.Web.Tests.Support;

/// <summary>Somebody who looks at pages, and whatever goes wrong meanwhile.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly Lazy<string> _audit = new(() => File.ReadAllText(Repository.PathOf("tests", "Dixit.Web.Tests", "node_modules", "axe-core", "axe.min.js")));
    private readonly Uri _site;
    private readonly List<string> _faults = [];

    private Visit(Uri site, IBrowserContext context, IPage page) => (_site, Context, Page) = (site, context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Errors on the console, and requests that leave the machine.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static async Task<Visit> StartAsync(BrowserFixture browser, TestDesk desk, string language = "fr-FR", ColorScheme theme = ColorScheme.Light, int width = 1280, bool script = true)
    {
        var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = desk.Address.AbsoluteUri, Locale = language, ColorScheme = theme, ViewportSize = new ViewportSize { Width = width, Height = 900 }, JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(desk.Address, context, await context.NewPageAsync());
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                visit._faults.Add($"{visit.Page.Url}: {message.Text}");
        };
        visit.Page.PageError += (_, message) => visit._faults.Add($"{visit.Page.Url}: {message}");
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != visit._site.Authority)
                visit._faults.Add($"{visit.Page.Url} asks {request.Url}");
        };
        return visit;
    }

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Waits until the page has an address in which <c>*</c> stands for anything, and is loaded.</summary>
    /// <remarks>The address is looked at again and again: a navigation that is over before anybody waits for it would be waited for in vain.</remarks>
    public async Task ArriveAsync(string address)
    {
        var pattern = new Regex("^" + Regex.Escape(address).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant);
        for (var i = 0; i < 300 && !pattern.IsMatch(Page.Url); i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Matches(pattern, Page.Url);
        await Page.WaitForLoadStateAsync();
    }

    public Task<string> TextAsync() => Page.InnerTextAsync("main");

    /// <summary>What an audit of accessibility finds that is serious: rule, place and what is wrong.</summary>
    public async Task<string[]> AuditAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
            await Page.EvaluateAsync(_audit.Value);
        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
                .filter(each => each.impact === 'serious' || each.impact === 'critical')
                .map(each => `${each.id}: ${each.nodes[0].html} ${each.nodes[0].failureSummary}`)
            """);
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
