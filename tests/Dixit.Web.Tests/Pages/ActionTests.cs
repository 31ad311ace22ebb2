// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Xml.Linq;
using Dixit.Storage;
using Dixit.Web.Tests.Support;
using Microsoft.Playwright;

namespace Dixit.Web.Tests.Pages;

/// <summary>What people do at the desk, in a real browser.</summary>
public sealed class ActionTests(SampleDesk sample, BrowserFixture browser) : IClassFixture<SampleDesk>
{
    [Fact]
    public async Task EmptyDesk_OffersTheSamples_AndReadsThem()
    {
        await using var desk = await TestDesk.StartAsync();
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/");

        await visit.Page.ClickAsync("text=Lire les exemples");
        await visit.Page.WaitForSelectorAsync("text=C'est lu");
        await visit.Page.ClickAsync("text=Voir les propos");

        Assert.Contains("Hélène Vaudrel", await visit.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(16, desk.Ledger.Describe().Documents);
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_ByWordsThenFacet_LeadsToStatementArticleAndSpeaker(bool script)
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk, "en-GB", script: script);
        await visit.GoAsync("/");
        await visit.Page.FillAsync("input[name=q]", "lac");
        await visit.Page.PressAsync("input[name=q]", "Enter");
        await visit.ArriveAsync("**/?q=lac*");
        await visit.Page.ClickAsync("aside >> text=Hélène Vaudrel");
        await visit.ArriveAsync("**by=p-*");
        Assert.Equal("lac", (await visit.Page.InnerTextAsync(".card mark >> nth=0")).ToLowerInvariant());

        await visit.Page.ClickAsync(".card blockquote a >> nth=0");
        await visit.ArriveAsync("**/statements/s-*");
        Assert.Contains("Hélène Vaudrel", await visit.TextAsync(), StringComparison.Ordinal);
        await visit.Page.ClickAsync(".places a >> nth=0");
        await visit.ArriveAsync("**/article?id=*");
        Assert.NotEmpty(await visit.Page.QuerySelectorAllAsync(".attributions > li:target"));
        await visit.Page.ClickAsync(".attributions >> text=Hélène Vaudrel >> nth=0");
        await visit.ArriveAsync("**/speakers/p-*");
        Assert.NotEmpty(await visit.Page.QuerySelectorAllAsync(".turned"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Histogram_WithARangeDrawnOverIt_AsksForThoseDays()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk);
        await visit.GoAsync("/?q=lac");
        var columns = await visit.Page.QuerySelectorAllAsync("[data-brush] a .hit");
        Assert.True(columns.Count > 2);
        var (from, to) = ((await columns[1].BoundingBoxAsync())!, (await columns[^1].BoundingBoxAsync())!);

        await visit.Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + 5);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + 5, new MouseMoveOptions { Steps = 8 });
        await visit.Page.Mouse.UpAsync();
        await visit.ArriveAsync("**from=2024-*");

        Assert.Matches("q=lac&from=2024-10-\\d\\d&to=2024-10-\\d\\d", visit.Page.Url);
        Assert.NotEmpty(await visit.Page.QuerySelectorAllAsync(".card"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Article_PointedAt_ShowsWhatBelongsTogether()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk);
        await visit.GoAsync("/article?id=02-interdepeches-ministre");

        await visit.Page.HoverAsync("#t3");

        Assert.Equal(["3"], (await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.is-active')].map(each => each.dataset.a)")).Distinct());
        Assert.NotEmpty(await visit.Page.QuerySelectorAllAsync(".arcs path"));
        Assert.Contains("entre guillemets, puis le verbe · nommé · sûr à", await visit.Page.InnerTextAsync("#a3 .why"), StringComparison.Ordinal);
        Assert.Equal("fr/direct/cue-after · name", await visit.Page.GetAttributeAsync("#a3 .why", "title"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Statement_OnAPhone_ShowsWhoHadItWhen()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk, width: 390);
        await visit.GoAsync("/statements/" + sample.Desk.Ledger.Find(new StatementQuery { Order = StatementOrder.MostReported, Limit = 1 }).Statements[0].Statement.Id);

        var dots = await visit.Page.QuerySelectorAllAsync(".lane-line .dot");
        Assert.True(dots.Count > 2);
        foreach (var dot in dots)
            Assert.InRange((await dot.BoundingBoxAsync())!.X, 0, 390 - 12);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Check_OfAParagraph_JudgesEachQuotation()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk);
        await visit.GoAsync("/check");
        await visit.Page.FillAsync("textarea", "« Nous ne viderons pas le lac », a déclaré Hélène Vaudrel. « Les vaches volent bas sur Montbrisel », a ajouté Lucien Bressac.");
        await visit.Page.ClickAsync("main button.primary");
        await visit.Page.WaitForSelectorAsync(".verdict");

        Assert.Equal(["Mot pour mot", "Introuvable"], (await visit.Page.Locator(".verdict h2").AllInnerTextsAsync()).Select(text => text.Split(" – ")[0]));
        Assert.Contains("Hélène Vaudrel", await visit.Page.InnerTextAsync(".verdict .variant >> nth=0"), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Compare_OfATopic_ShowsWhatEachLeftOut()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk);
        await visit.GoAsync("/compare");
        await visit.Page.FillAsync("input[name=about]", "barrage");
        await visit.Page.ClickAsync("main button.primary");
        await visit.Page.WaitForSelectorAsync("table.compare");
        var all = await visit.Page.Locator("thead th").CountAsync();
        Assert.True(all > 2);
        await visit.Page.UncheckAsync("input[name=outlets] >> nth=0");
        await visit.Page.ClickAsync("main button.primary");
        await visit.ArriveAsync("**outlets=*");

        Assert.Equal(all - 1, await visit.Page.Locator("thead th").CountAsync());
        Assert.NotEmpty(await visit.Page.QuerySelectorAllAsync("td a"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Dashboard_OfAFilter_GivesItsChartsAsFiles()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk, "en-GB");
        await visit.GoAsync("/dashboard?by=Vaudrel");
        Assert.True(await visit.Page.Locator("figure svg").CountAsync() >= 5);

        var table = await sample.Desk.Client.GetStringAsync(new Uri("/charts/outlets.csv?by=Vaudrel", UriKind.Relative), TestContext.Current.CancellationToken);
        using var picture = await sample.Desk.Client.GetAsync(new Uri("/charts/outlets.svg?by=Vaudrel", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("\"Le Cadran\",", table, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        var drawn = XDocument.Parse(await picture.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Le Cadran", drawn.Root!.Value, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dashboard_ThatIsStillBeingCounted_ComesByItself(bool script)
    {
        await using var desk = await TestDesk.StartAsync([Repository.PathOf("samples")], options => options with { Patience = TimeSpan.Zero });
        await using var visit = await Visit.StartAsync(browser, desk, script: script);
        await visit.GoAsync("/dashboard");
        Assert.Contains("en train d'être compté", await visit.TextAsync(), StringComparison.Ordinal);

        await visit.Page.WaitForSelectorAsync("figure .bars");

        Assert.DoesNotContain("le registre a changé depuis", await visit.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Review_WithOneKeyEach_CorrectsAndUndoes()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/review");
        var before = desk.Ledger.Doubtful(0.7, 1000).Attributions.Count;
        Assert.True(before > 1);

        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("r");
        await visit.Page.WaitForSelectorAsync("text=Défaire");
        Assert.Single(desk.Ledger.Corrections());
        Assert.Equal(before - 1, desk.Ledger.Doubtful(0.7, 1000).Attributions.Count);
        await visit.Page.ClickAsync("text=Défaire");
        await visit.Page.WaitForSelectorAsync("text=Défaire", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });

        Assert.Empty(desk.Ledger.Corrections());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Review_OfWhatNobodyIsKnownToHaveSaid_TakesThatNobodyKnows()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/review");
        await visit.Page.ClickAsync(".tabs >> text=Source inconnue");
        await visit.Page.WaitForSelectorAsync("h1 >> text=Qui a dit cela ?");
        var before = desk.Ledger.Unattributed(1000).Attributions;

        await visit.Page.Keyboard.PressAsync("a");
        await visit.Page.WaitForSelectorAsync("text=Défaire");

        Assert.Equal(before.Skip(1), desk.Ledger.Unattributed(1000).Attributions);
        Assert.Contains("what=nameless", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Search_InALanguage_FindsWhatIsInIt()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk);
        await visit.GoAsync("/?by=Vaudrel");
        await visit.Page.ClickAsync("aside >> text=anglais");
        await visit.ArriveAsync("**language=en*");

        Assert.All(await visit.Page.Locator(".card blockquote").EvaluateAllAsync<string[]>("each => each.map(one => one.lang)"), language => Assert.Equal("en", language));
        Assert.Contains("anglais", await visit.Page.InnerTextAsync(".chips"), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Article_CorrectedInPlace_HasTheOtherSpeaker()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/article?id=02-interdepeches-ministre");
        await visit.Page.ClickAsync("#a3 summary");
        await visit.Page.FillAsync("#a3 input[name=speaker]", "Lucien Bressac");
        await visit.Page.ClickAsync("#a3 button[value=speaker]");
        await visit.Page.WaitForSelectorAsync("#a3 .who >> text=Lucien Bressac");

        Assert.Equal("Lucien Bressac", desk.Ledger.FindDocument("02-interdepeches-ministre")!.Analysis.Attributions[2].Speaker!.Name);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Read_OfATextThatIsPasted_TakesItInWithoutTrustingIt()
    {
        await using var desk = await TestDesk.StartAsync();
        await using var visit = await Visit.StartAsync(browser, desk, "en-GB", script: false);
        await visit.GoAsync("/read");
        await visit.Page.FillAsync("textarea[name=text]", "« Le pont tient et il tiendra encore longtemps », a dit mardi Odile Kermarrec, la maire de Port-Brume, qui ne veut pas fermer la route avant l'hiver. <script>document.title = 'pwned'</script>");
        await visit.Page.FillAsync("input[name=title]", "Le pont <b>tient</b>");
        await visit.Page.ClickAsync("form[action='/read/text'] button");
        await visit.ArriveAsync("**/read/r-*");
        for (var i = 0; i < 50 && desk.Ledger.Describe().Documents == 0; i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        await visit.GoAsync("/article?id=" + Uri.EscapeDataString("Le pont <b>tient</b>"));

        Assert.Contains("Le pont <b>tient</b>", await visit.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("<script>", await visit.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Odile Kermarrec", await visit.Page.InnerTextAsync(".attributions"), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Watch_OfASearch_HasAnAtomFeed()
    {
        await using var desk = await TestDesk.OfSamplesAsync();
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/?q=lac&by=Vaudrel");
        await visit.Page.ClickAsync("aside >> text=Suivre");
        await visit.Page.FillAsync("input[name=name]", "Le lac & elle");
        await visit.Page.ClickAsync("main button.primary");
        await visit.Page.WaitForSelectorAsync("main .list a.dim");
        var address = await visit.Page.GetAttributeAsync("main .list a.dim", "href");

        var feed = XDocument.Parse(await desk.Client.GetStringAsync(new Uri(address!, UriKind.Relative), TestContext.Current.CancellationToken));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.NotEmpty(feed.Root!.Elements(atom + "entry"));
        Assert.All(feed.Root.Elements(atom + "entry"), entry => Assert.StartsWith("Hélène Vaudrel: ", entry.Element(atom + "title")!.Value, StringComparison.Ordinal));
        await visit.Page.ClickAsync("text=Ne plus suivre");
        await visit.Page.WaitForSelectorAsync("main .list li", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task LanguageAndTheme_OnceChosen_Stay()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk);
        await visit.GoAsync("/?q=lac");
        await visit.Page.ClickAsync("text=English");
        await visit.Page.ClickAsync("text=Dark");
        await visit.GoAsync("/dashboard");

        Assert.Equal(("en", "dark"), (await visit.Page.GetAttributeAsync("html", "lang"), await visit.Page.GetAttributeAsync("html", "data-theme")));
        Assert.Equal("rgb(21, 24, 28)", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Keyboard_Alone_ReachesTheContentAndTheSearch()
    {
        await using var visit = await Visit.StartAsync(browser, sample.Desk);
        await visit.GoAsync("/?q=lac");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        await visit.Page.Keyboard.PressAsync("/");

        Assert.Equal("q", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Desk_WithTokens_LetsInWhoHasOne()
    {
        const string Token = "reader-token-0123456789";
        await using var desk = await TestDesk.StartAsync([Repository.PathOf("samples")], options => options with { Tokens = TokenList.Empty.With(DeskRole.Reader, "lectrice", Token) });
        await using var visit = await Visit.StartAsync(browser, desk);
        await visit.GoAsync("/?q=lac");
        Assert.Contains("/sign-in", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.FillAsync("input[name=token]", "wrong-token-0123456789");
        await visit.Page.ClickAsync("main button");
        await visit.Page.WaitForSelectorAsync("text=pas connu");
        await visit.Page.FillAsync("input[name=token]", Token);
        await visit.Page.ClickAsync("main button");
        await visit.ArriveAsync("**/?q=lac");

        Assert.NotEmpty(await visit.Page.QuerySelectorAllAsync(".card"));
        await visit.GoAsync("/read");
        await visit.Page.ClickAsync("text=Lire les exemples");
        await visit.Page.WaitForSelectorAsync("text=n'est pas permis");
        Assert.Equal(16, desk.Ledger.Describe().Documents);
    }

    [Theory]
    [InlineData("//elsewhere.test/")]
    [InlineData("https://elsewhere.test/")]
    [InlineData("/\\elsewhere.test")]
    public async Task Preferences_WithAWayBackElsewhere_StayHere(string back)
    {
        using var response = await sample.Desk.Client.GetAsync(new Uri($"/preferences?language=en&back={Uri.EscapeDataString(back)}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/corrections")]
    [InlineData("/corrections/undo")]
    [InlineData("/read/samples")]
    [InlineData("/read/files")]
    [InlineData("/read/text")]
    [InlineData("/watch")]
    [InlineData("/watch/remove")]
    public async Task Form_WithoutItsToken_DoesNothing(string path)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("1"), "number" }, { new StringContent("a"), "document" }, { new StringContent("1"), "attribution" }, { new StringContent("reject"), "decision" },
            { new StringContent("a"), "query" }, { new StringContent("a"), "name" }, { new ByteArrayContent([65]), "files", "a.txt" },
        };
        using var response = await sample.Desk.Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(16, sample.Desk.Ledger.Describe().Documents);
        Assert.Empty(sample.Desk.Ledger.Corrections());
    }
}
