// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;
using Dixit.Web.Tests.Support;
using Microsoft.Playwright;

namespace Dixit.Web.Tests.Pages;

/// <summary>Every page in both languages, both themes, on a desk and on a phone.</summary>
public sealed class SweepTests(SampleDesk sample, BrowserFixture browser) : IClassFixture<SampleDesk>
{
    private const int MostBytes = 300_000;

    public static TheoryData<string> PagesOfTheDesk =>
    [
        "/", "/?q=lac", "/?q=aucun-mot-pareil", "/?from=hier", "statement", "speaker", "/speakers", "/documents", "/article?id=02-interdepeches-ministre", "/check?claim=Le+lac+sera+vid%C3%A9&by=Vaudrel",
        "/compare", "/compare?about=barrage", "/dashboard", "/review", "/review?what=nameless", "/read", "/watch?q=lac", "/api", "/sign-in", "/nothing-of-this-name", "/article?id=nothing",
    ];

    [Theory]
    [MemberData(nameof(PagesOfTheDesk))]
    public async Task Page_InEveryLanguageThemeAndWidth_IsSound(string name)
    {
        var path = name switch
        {
            "statement" => "/statements/" + sample.Desk.Ledger.Find(new StatementQuery { Order = StatementOrder.MostReported, Limit = 1 }).Statements[0].Statement.Id,
            "speaker" => "/speakers/" + sample.Desk.Ledger.Speakers("Vaudrel", 1)[0].Reference.Id,
            _ => name,
        };
        await SweepAsync(sample.Desk, path, name.Contains("nothing", StringComparison.Ordinal) ? 404 : 200);
    }

    [Fact]
    public async Task Article_WithAllThatAPageSetsApart_IsSound()
    {
        await using var desk = await TestDesk.StartAsync();
        await PageTests.ImportAsync(desk, PageTests.SetApart);

        await SweepAsync(desk, "/article?id=a", 200);
    }

    private async Task SweepAsync(TestDesk desk, string path, int status)
    {
        var faults = new List<string>();
        foreach (var language in (string[])["fr-FR", "en-GB"])
        {
            await using var visit = await Visit.StartAsync(browser, desk, language);
            var response = await visit.GoAsync(path);
            if (response.Status != status)
                faults.Add($"{path} {language}: {response.Status}");
            if (await visit.Page.GetAttributeAsync("html", "lang") != language[..2])
                faults.Add($"{path} {language}: is not in its language");
            var weight = (await response.BodyAsync()).Length;
            if (weight > MostBytes)
                faults.Add($"{path} {language}: weighs {weight} bytes");
            // What the server sends is the same for every theme and width: the browser lays it out anew.
            foreach (var (theme, width) in from theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark] from width in (int[])[1280, 390] select (theme, width))
            {
                await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
                await visit.Page.SetViewportSizeAsync(width, 900);
                var what = $"{path} {language} {theme} {width}";
                if (await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
                    faults.Add($"{what}: is wider than the screen");
                faults.AddRange((await visit.AuditAsync()).Select(finding => $"{what}: {finding}"));
            }

            // A page that is not there is an error on the console by nature.
            faults.AddRange(visit.Faults.Where(fault => !fault.Contains("404", StringComparison.Ordinal)).Select(fault => $"{path} {language}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
