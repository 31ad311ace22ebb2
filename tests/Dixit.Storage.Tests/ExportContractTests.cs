// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Quotations;
using Dixit.Statements;
using Dixit.Storage.Exporting;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>What every ledger must hand out to those who write it in other forms.</summary>
public abstract class ExportContractTests : ContractTests
{
    [Fact]
    public void Export_WithoutAQuestion_GivesEveryDocument()
    {
        using var ledger = Filled();

        Assert.Equal(["a", "b", "c", "vide"], ledger.Export().Select(stored => stored.Analysis.Document.Id));
    }

    [Theory]
    [InlineData("by", "a:1 b:1 c:2")]
    [InlineData("by nobody", "")]
    [InlineData("outlet", "b:1,2 vide:")]
    [InlineData("from", "b:1,2 c:1,2 vide:")]
    [InlineData("to", "a:1")]
    [InlineData("type", "a:1 c:1,2")]
    [InlineData("act", "b:2")]
    [InlineData("words", "a:1 b:1")]
    [InlineData("about", "a:1 b:1,2 c:1,2")]
    [InlineData("by and outlet", "b:1")]
    public void Export_WithAQuestion_KeepsTheAttributionsThatFit(string asked, string expected)
    {
        using var ledger = Filled();
        var query = asked switch
        {
            "by" => new StatementQuery { By = "Vaudrel" },
            "by nobody" => new StatementQuery { By = "Personne" },
            "outlet" => new StatementQuery { Outlet = "la gazette" },
            "from" => new StatementQuery { From = new DateOnly(2024, 10, 9) },
            "to" => new StatementQuery { To = new DateOnly(2024, 10, 8) },
            "type" => new StatementQuery { Kind = QuotationKind.Indirect },
            "act" => new StatementQuery { Act = SpeechAct.Demand },
            "words" => new StatementQuery { Words = "barrages" },
            "about" => new StatementQuery { About = "barrage" },
            _ => new StatementQuery { By = "Vaudrel", Outlet = "La Gazette" },
        };

        Assert.Equal(expected, string.Join(' ', ledger.Export(query).Select(stored => $"{stored.Analysis.Document.Id}:{string.Join(',', stored.Analysis.Attributions.Select(attribution => attribution.Id))}")));
    }

    [Fact]
    public void Export_WithoutTheAttributionAround_LeavesNoParent()
    {
        using var ledger = Filled();

        Assert.Equal(1, ledger.Export().Single(stored => stored.Analysis.Document.Id == "c").Analysis.Attributions[1].Parent);
        Assert.Null(ledger.Export(new StatementQuery { By = "Vaudrel" }).Single(stored => stored.Analysis.Document.Id == "c").Analysis.Attributions[0].Parent);
    }

    [Fact]
    public void Export_WithAQuestion_KeepsTheLinks()
    {
        using var ledger = Filled();
        var whole = ledger.Export().Single(stored => stored.Analysis.Document.Id == "c");
        var part = ledger.Export(new StatementQuery { By = "Vaudrel" }).Single(stored => stored.Analysis.Document.Id == "c");

        Assert.Equal(whole.Links.StatementOf(whole.Analysis.Attributions[1], 0), part.Links.StatementOf(part.Analysis.Attributions[0], 0));
        Assert.Equal(whole.Links.SpeakerOf(whole.Analysis.Attributions[1]), part.Links.SpeakerOf(part.Analysis.Attributions[0]));
        Assert.StartsWith("s-", part.Links.StatementOf(part.Analysis.Attributions[0], 0));
    }

    [Fact]
    public void FindAll_OfAQuestion_IsWhatPagesGiveTogether()
    {
        using var ledger = Filled();
        var query = new StatementQuery { Order = StatementOrder.Oldest, Limit = 1 };
        var pages = new List<string>();
        for (string? cursor = null; pages.Count == 0 || cursor is not null;)
        {
            var page = ledger.Find(query with { Cursor = cursor });
            pages.AddRange(page.Statements.Select(found => found.Statement.Id));
            cursor = page.Next;
        }

        Assert.Equal(pages, ledger.FindAll(query).Select(found => found.Statement.Id));
        Assert.True(pages.Count >= 4);
        Assert.Equal(["Le barrage tiendra", "les vannes resteront fermées"], ledger.FindAll(new StatementQuery { By = "Vaudrel", Order = StatementOrder.Oldest }).Select(found => found.Wording));
    }

    // schema.org: Claim (appearance, firstAppearance: CreativeWork), CreativeWork (author, datePublished, identifier, inLanguage, isPartOf,
    // publisher, text), Quotation (spokenByCharacter: Person or Organization). JSON-LD 1.1, 4.1: one context, then a graph of nodes.
    [Fact]
    public void Claims_OfTheLedger_AreNodesOfSchemaOrg()
    {
        using var ledger = Filled();
        using var stream = new MemoryStream();
        using (var writer = new ClaimWriter(stream))
        {
            foreach (var found in ledger.FindAll(new StatementQuery { Order = StatementOrder.Oldest }))
                writer.Write(found.Statement);
            writer.Complete();
        }

        var root = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Equal("https://schema.org", root.GetProperty("@context").GetString());
        var claims = root.GetProperty("@graph").EnumerateArray().ToList();
        Assert.Equal(claims.Count, claims.Select(claim => claim.GetProperty("@id").GetString()).Distinct().Count());
        foreach (var claim in claims)
        {
            AssertMembers(claim, "Claim", "identifier", "text", "inLanguage", "author", "datePublished", "firstAppearance", "appearance");
            var appearances = claim.GetProperty("appearance").EnumerateArray().ToList();
            Assert.NotEmpty(appearances);
            Assert.Contains(claim.GetProperty("firstAppearance").GetProperty("@id").GetString(), appearances.Select(appearance => appearance.GetProperty("@id").GetString()));
            foreach (var appearance in appearances)
            {
                var isQuotation = appearance.GetProperty("@type").GetString() == "Quotation";
                AssertMembers(appearance, isQuotation ? "Quotation" : "CreativeWork", "text", "inLanguage", isQuotation ? "spokenByCharacter" : "author", "isPartOf");
                Assert.Equal(claim.GetProperty("author").GetProperty("@id").GetString(), appearance.GetProperty(isQuotation ? "spokenByCharacter" : "author").GetProperty("@id").GetString());
                AssertMembers(appearance.GetProperty("isPartOf"), "NewsArticle", "identifier", "url", "headline", "datePublished", "publisher");
            }

            AssertMembers(claim.GetProperty("author"), "Person", "identifier", "name");
        }

        var shared = claims.Single(claim => claim.GetProperty("appearance").GetArrayLength() == 2);
        Assert.Equal("2024-10-08", shared.GetProperty("datePublished").GetString());
        Assert.Equal(["CreativeWork", "Quotation"], shared.GetProperty("appearance").EnumerateArray().Select(appearance => appearance.GetProperty("@type").GetString()));
        Assert.Equal("https://cadran.example/a", shared.GetProperty("appearance")[0].GetProperty("isPartOf").GetProperty("@id").GetString());
    }

    [Fact]
    public void Claims_OfNothing_AreAnEmptyGraph()
    {
        using var stream = new MemoryStream();
        using (var writer = new ClaimWriter(stream))
            writer.Complete();

        Assert.Equal(0, JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("@graph").GetArrayLength());
    }

    private static void AssertMembers(JsonElement node, string type, params string[] known)
    {
        Assert.Equal(type, node.GetProperty("@type").GetString());
        Assert.True(Uri.TryCreate(node.GetProperty("@id").GetString(), UriKind.Absolute, out _));
        Assert.Empty(node.EnumerateObject().Select(member => member.Name).Except([.. known, "@type", "@id"]));
    }

    private ILedger Filled()
    {
        var ledger = Open();
        using var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken);
        foreach (var article in Affair())
            writer.Add(article);
        writer.Commit();
        return ledger;
    }

    private static Analysis[] Affair()
    {
        var nested = new Article("c", "Lucien Bressac rapporte qu'Hélène Vaudrel promet que les vannes resteront fermées.") { Outlet = "Le Cadran", Published = new DateOnly(2024, 10, 11), Title = "Le barrage vu de la mairie" }
            .Says(Article.Mayor, SpeechAct.Assert, QuotationKind.Indirect, "Hélène Vaudrel promet que les vannes resteront fermées")
            .Says(Article.Minister, SpeechAct.Commit, QuotationKind.Indirect, "les vannes resteront fermées").Build();
        return
        [
            new Article("a", "Le barrage tiendra, assure la ministre.") { Outlet = "Le Cadran", Published = new DateOnly(2024, 10, 8), Uri = "https://cadran.example/a" }
                .Says(Article.Minister, SpeechAct.Assert, QuotationKind.Indirect, "Le barrage tiendra").Build(),
            new Article("b", "« Le barrage tiendra », assure Hélène Vaudrel. « Il faut évacuer la vallée », demande Lucien Bressac.") { Outlet = "La Gazette", Published = new DateOnly(2024, 10, 9) }
                .Says(Article.Minister, "Le barrage tiendra").Says(Article.Mayor, SpeechAct.Demand, QuotationKind.Direct, "Il faut évacuer la vallée").Build(),
            nested.With([nested.Attributions[0], nested.Attributions[1] with { Parent = 1 }]),
            new Article("vide", "Rien à dire.") { Outlet = "La Gazette", Published = new DateOnly(2024, 10, 12) }.Build(),
        ];
    }
}
