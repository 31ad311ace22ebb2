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
    private TestDesk Desk => sample.Desk;

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

    [Fact]
    public async Task Search_WithoutWords_IsByDayAndSaysSo()
    {
        Assert.Matches("<a href=\"/\\?sort=newest\" aria-current=\"true\">récents</a>", await PageOf("/"));
        Assert.DoesNotContain("les plus proches", await PageOf("/"), StringComparison.Ordinal);
        Assert.Matches("aria-current=\"true\">les plus proches</a>", await PageOf("/?q=lac"));
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

    [Fact]
    public void Rules_OfTheEngine_HaveWords()
    {
        var rules = File.ReadLines(Repository.PathOf("src", "Dixit", "Languages", "Confidence.txt")).Where(line => line.StartsWith("rule ", StringComparison.Ordinal)).Select(line => line[5..].Split('|')[0].Trim()).ToList();

        Assert.NotEmpty(rules);
        Assert.Empty(rules.Except(RuleWords.Known));
    }

    private async Task<string> PageOf(string path, string language = "fr", HttpStatusCode expected = HttpStatusCode.OK, TestDesk? desk = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        request.Headers.Add("Accept", "text/html");
        using var response = await (desk ?? Desk).Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("\\(Dixit s-\\w+, (?<document>.+?), (?<start>\\d+)–(?<end>\\d+)\\)\\.")]
    private static partial Regex Cited();
}
