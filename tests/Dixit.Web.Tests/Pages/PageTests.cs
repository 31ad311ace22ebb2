// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.RegularExpressions;
using Dixit.Documents;
using Dixit.Storage;
using Dixit.Web.Pages;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Pages;

/// <summary>What pages say, without a browser.</summary>
public sealed partial class PageTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    /// <summary>An article with everything that a page may set apart, as a line of an export.</summary>
    internal static object SetApart => new
    {
        id = "a",
        text = "Le direct\n\nLe pont tiendra.\n\n22:05\n\nIl rouvre !\n\nLe quai, lundi",
        published = "2024-03-03",
        publishedAt = "2024-03-03T08:05+01:00",
        modified = "2024-03-04",
        modifiedAt = "2024-03-04T21:30-03:30",
        attributions = Array.Empty<object>(),
        blocks = new object[]
        {
            new { start = 0, end = 9, kind = "heading" },
            new { start = 11, end = 27, kind = "quote", uri = "https://phare.example/2" },
            new { start = 29, end = 47, kind = "entry", at = "2024-03-03T22:05Z", uri = "javascript:alert(1)" },
            new { start = 36, end = 47, kind = "post", at = "2024-03-01" },
            new { start = 49, end = 63, kind = "caption" },
        },
    };

    private TestDesk Desk => sample.Desk;

    /// <summary>Takes in one article as a line of an export.</summary>
    internal static async Task ImportAsync(TestDesk desk, object line)
    {
        using var response = await desk.PostAsync("/api/v1/import", System.Text.Json.JsonSerializer.Serialize(line), "application/x-ndjson");
        var job = await Api.ReadTests.FollowAsync(desk, await TestDesk.ReadAsync(response, HttpStatusCode.Accepted));
        Assert.True(job.GetProperty("counts").GetProperty("added").GetInt32() == 1, job.ToString());
    }

    [Fact]
    public async Task Citation_OfEveryStatementOfSeveralWordings_StandsWhereItSays()
    {
        var several = Desk.Ledger.FindAll(new StatementQuery()).Select(found => found.Statement).Where(statement => statement.Reports.Select(report => report.Wording).Distinct().Count() > 1).ToList();
        Assert.NotEmpty(several);
        foreach (var statement in several)
        {
            var page = await PageOf("/statements/" + statement.Id);
            var cited = Cited().Match(page);
            var document = Desk.Ledger.FindDocument(cited.Groups["document"].Value)!.Analysis.Document;
            var points = new CodePointOffsets(document.Text);
            var (start, end) = (points.ToUtf16(int.Parse(cited.Groups["start"].Value)), points.ToUtf16(int.Parse(cited.Groups["end"].Value)));

            Assert.Equal(statement.Text, document.Text[start..end]);
            Assert.Contains($"« {statement.Text} », ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Statement_OfSeveralWordings_CountsWhatBecameOfTheFirst()
    {
        var statement = Desk.Ledger.Find(new StatementQuery { By = "Vaudrel", Order = StatementOrder.MostReported, Limit = 1 }).Statements[0].Statement;

        var page = await PageOf("/statements/" + statement.Id);

        Assert.Matches("\\d mots? en moins · \\d mots? en plus · aucun changement de sens relevé", page);
        Assert.DoesNotContain("n' ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "du\u00a0: il faut un jour comme 2024-03-02")]
    [InlineData("en", "from: takes a day as YYYY-MM-DD")]
    public async Task Mistake_InAField_IsToldInTheLanguageOfThePage(string language, string expected) => Assert.Contains(expected, await PageOf("/?from=hier", language), StringComparison.Ordinal);

    [Theory]
    [InlineData("fr", "Il n'y a pas de mot à chercher")]
    [InlineData("en", "There is no word to look for")]
    public async Task Question_WithoutAWord_IsToldInTheLanguageOfThePage(string language, string expected) => Assert.Contains(expected, await PageOf("/?q=%21%21", language), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_OnAFrenchPage_IsToldInFrench()
    {
        var page = await PageOf("/nulle-part", expected: HttpStatusCode.NotFound);

        Assert.Contains("Rien ne se trouve à cette adresse.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("There is", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/article")]
    [InlineData("/article?id=none")]
    [InlineData("/article?id=02-interdepeches-ministre&version=99")]
    [InlineData("/article?id=02-interdepeches-ministre&version=x")]
    [InlineData("/statements/s-none")]
    [InlineData("/speakers/p-none")]
    [InlineData("/read/none")]
    public async Task PageOfSomething_ThatIsNotThere_SaysSo(string path) => Assert.Contains("Rien ne se trouve à cette adresse.", await PageOf(path, expected: HttpStatusCode.NotFound), StringComparison.Ordinal);

    [Fact]
    public async Task Search_WithoutWords_IsByDayAndSaysSo()
    {
        Assert.Matches("<a href=\"/\\?sort=newest\" aria-current=\"true\">récents</a>", await PageOf("/"));
        Assert.DoesNotContain("les plus proches", await PageOf("/"), StringComparison.Ordinal);
        Assert.Matches("aria-current=\"true\">les plus proches</a>", await PageOf("/?q=lac"));
    }

    [Fact]
    public async Task Search_ThatFindsMoreThanIsCounted_CountsAllWhereThatIsAskedFor()
    {
        const int All = 1100;
        var sentences = Enumerable.Range(1, All).Select(number => $"Le pont {number} tient.").ToList();
        var starts = sentences.Aggregate(new List<int> { 0 }, (list, sentence) => [.. list, list[^1] + sentence.Length + 1]);
        await using var desk = await TestDesk.StartAsync();
        await ImportAsync(desk, new
        {
            id = "a",
            text = string.Join('\n', sentences),
            outlet = "Le Phare",
            published = "2024-03-03",
            language = "fr",
            attributions = sentences.Select((sentence, i) => new
            {
                id = i + 1,
                type = "indirect",
                act = "assert",
                rule = "fr/indirect/that",
                confidence = 0.9,
                content = new[] { new { start = starts[i], end = starts[i] + sentence.Length } },
                speaker = new { name = "Ana Costa", kind = "person" },
            }),
        });
        foreach (var (question, address) in ((string, string)[])[("q=pont", "/?q=pont"), ("", "/")])
        {
            var some = await desk.GetJsonAsync("/api/v1/facets?" + question);
            var all = await desk.GetJsonAsync("/api/v1/facets?all=true&" + question);
            var page = await PageOf(address, desk: desk);
            var counted = await PageOf(address + (question.Length == 0 ? "?" : "&") + "count=all", desk: desk);

            Assert.Equal((1000, false), (some.GetProperty("counted").GetInt32(), some.GetProperty("whole").GetBoolean()));
            Assert.Equal((All, true, All), (all.GetProperty("counted").GetInt32(), all.GetProperty("whole").GetBoolean(), all.GetProperty("outlets")[0].GetProperty("reports").GetInt32()));
            Assert.Contains("Les 1\u202f000 citations lues en dernier", page, StringComparison.Ordinal);
            Assert.Matches("href=\"[^\"]*count=all\">tout compter</a>", page);
            Assert.Contains("1\u202f100 citations", counted, StringComparison.Ordinal);
            Assert.DoesNotContain("tout compter", counted, StringComparison.Ordinal);
            // Whoever goes on from there still has all counted; other pages count for themselves.
            Assert.Matches("href=\"[^\"]*count=all[^\"]*act=assert\"", counted);
            Assert.DoesNotMatch("href=\"/(watch|dashboard|feeds)[^\"]*count=all", counted);
        }
    }

    [Fact]
    public async Task Compare_OfAPerson_NeedsNoTopic()
    {
        Assert.Contains("/compare?by=p-", await PageOf("/compare"), StringComparison.Ordinal);

        var page = await PageOf("/compare?by=Vaudrel");

        Assert.Contains("<th scope=\"col\" role=\"columnheader\">Le Cadran</th>", page, StringComparison.Ordinal);
        Assert.Contains("repris par tous", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_LeadsToWhatItCounts()
    {
        var page = await PageOf("/dashboard?by=Vaudrel");

        Assert.Contains("href=\"/?by=Vaudrel&outlet=Le%20Cadran\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?by=Vaudrel&from=2024-10-01&to=2024-10-31\"", page, StringComparison.Ordinal);
        Assert.StartsWith("\"Citations par mois\",citations\r\n\"2024-10\",", await PageOf("/charts/months.csv?by=Vaudrel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_OfOneText_AreToldAndCountOnceWhereThatIsAskedFor()
    {
        const string Text = "« Le pont tient et tiendra encore », a déclaré mardi Odile Kermarrec, la maire de Port-Brume, devant le conseil municipal. Les riverains sont rentrés chez eux par la seule rue encore sèche, sans attendre le matin, et la rivière a baissé dans la nuit.";
        await using var desk = await TestDesk.StartAsync();
        await Api.ReadTests.ReadAsync(desk, new { documents = new[] { new { id = "a", text = Text, outlet = "Le Fanal", published = "2024-03-05" }, new { id = "b", text = Text, outlet = "La Gazette", published = "2024-03-06" } } });

        Assert.Contains("Repris mot pour mot", await PageOf("/article?id=a", desk: desk), StringComparison.Ordinal);
        Assert.Contains("copie de", await PageOf("/article?id=b", desk: desk), StringComparison.Ordinal);
        Assert.Equal(2, (await desk.GetJsonAsync("/api/v1/stats")).GetProperty("quotes").GetInt32());
        Assert.Equal(1, (await desk.GetJsonAsync("/api/v1/stats?copies=once")).GetProperty("quotes").GetInt32());
        Assert.Contains("copies : comptées une fois", await PageOf("/?copies=once&quality=good", desk: desk), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "3 mars 2024 à 08:05 (UTC+1)", "modifié le 4 mars 2024 à 21:30 (UTC\u22123:30)", "point du direct · 3 mars 2024 à 22:05 (UTC)", "message · 1er mars 2024", "citation · l'original", "légende")]
    [InlineData("en", "3 Mar 2024 at 08:05 (UTC+1)", "changed 4 Mar 2024 at 21:30 (UTC\u22123:30)", "live entry · 3 Mar 2024 at 22:05 (UTC)", "post · 1 Mar 2024", "quotation · the original", "caption")]
    public async Task Article_OfAPage_ShowsItsHoursAndWhatItSetsApart(string language, params string[] expected)
    {
        await using var desk = await TestDesk.StartAsync();
        await ImportAsync(desk, SetApart);

        var page = await PageOf("/article?id=a", language, desk: desk);

        foreach (var words in expected)
            Assert.Contains(words, Visible(page), StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2024-03-03T08:05+01:00\">", page, StringComparison.Ordinal);
        Assert.Contains("role=\"heading\" aria-level=\"2\"", page, StringComparison.Ordinal);
        // A message stands in its entry, and what somebody put into an address or a text stays what it is.
        Assert.Matches("(?s)apart-entry\"[^>]*>((?!apart-entry|</div>).)*apart-post", page);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://phare.example/2\" rel=\"noreferrer noopener external\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_WithMarkupInWhatIsSetApart_ShowsItAsText()
    {
        await using var desk = await TestDesk.StartAsync();
        await ImportAsync(desk, new { id = "a", text = "Non.\n\n<img src=x onerror=alert(1)>\n\nOui.", attributions = Array.Empty<object>(), blocks = new[] { new { start = 6, end = 34, kind = "quote", uri = "https://x.example/\"><script>alert(1)</script>" } } });

        using var response = await desk.Client.GetAsync(new Uri("/article?id=a", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_WithADayAlone_ShowsNoHour()
    {
        var page = await PageOf("/article?id=03-cadran-ministre");

        Assert.Matches("<time datetime=\"2024-10-[0-9]{2}\">[0-9]+ oct\\. 2024</time>", page);
        Assert.DoesNotContain("modifié le", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"apart", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_OfTheEngine_HaveWords()
    {
        var weighed = File.ReadLines(Repository.PathOf("src", "Dixit", "Languages", "Confidence.txt")).Where(line => line.StartsWith("rule ", StringComparison.Ordinal)).Select(line => line[5..].Split('|')[0].Trim());
        var written = Directory.GetFiles(Repository.PathOf("src", "Dixit", "Attributions"), "*.cs").SelectMany(path => RuleName().Matches(File.ReadAllText(path))).Select(match => match.Groups["rule"].Value);
        var rules = weighed.Concat(written).Distinct().ToList();

        Assert.NotEmpty(rules);
        Assert.Empty(rules.Except(RuleWords.Known));
    }

    // What is read on a page, without the elements.
    private static string Visible(string page) => Element().Replace(page, "");

    private async Task<string> PageOf(string path, string language = "fr", HttpStatusCode expected = HttpStatusCode.OK, TestDesk? desk = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        request.Headers.Add("Accept", "text/html");
        using var response = await (desk ?? Desk).Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Element();

    [GeneratedRegex("\"(?<rule>(direct|indirect|mixed|noun|source-phrase)/[a-z-]+)\"")]
    private static partial Regex RuleName();

    [GeneratedRegex("\\(Dixit s-\\w+, (?<document>.+?), (?<start>\\d+)–(?<end>\\d+)\\)\\.")]
    private static partial Regex Cited();
}
