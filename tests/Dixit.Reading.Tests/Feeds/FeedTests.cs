// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Tests.Feeds;

public sealed class FeedTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel>
            <title>Le Phare de Brumaire</title>
            <link>https://phare.example/</link>
            <language>fr-FR</language>
            <item>
              <title>Le pont &amp;amp; la rivière</title>
              <link>https://phare.example/pont</link>
              <guid isPermaLink="false">urn:phare:1</guid>
              <pubDate>Tue, 02 Apr 2024 23:30:00 +0200</pubDate>
              <content:encoded><![CDATA[<p>« Le pont sera rouvert », a déclaré <b>Ana&nbsp;Costa</b>.</p><script>alert(1)</script><ul><li>Un</li><li>Deux</li></ul>Fin<br>de page]]></content:encoded>
              <description>Le pont rouvre.</description>
            </item>
            <item>
              <title>Sans corps</title>
              <link>https://phare.example/court</link>
              <description>&lt;p&gt;« Non », a dit le maire.&lt;/p&gt;</description>
            </item>
            <item><title>Rien</title><link>https://phare.example/rien</link></item>
          </channel>
        </rss>
        """;

    [Fact]
    public void Read_Rss_WholeArticleBecomesADocument()
    {
        var document = Reads.DocumentOf(Reads.File("flux.xml", Rss)[0]);
        Assert.Equal("« Le pont sera rouvert », a déclaré Ana\u00A0Costa.\n\nUn\n\nDeux\n\nFin\nde page", document.Text);
        Assert.Equal(("https://phare.example/pont", "https://phare.example/pont"), (document.Id, document.Uri));
        Assert.Equal(("Le pont & la rivière", "Le Phare de Brumaire", "fr-FR"), (document.Title, document.Outlet, document.DeclaredLanguage));
        Assert.Equal(new DateOnly(2024, 4, 2), document.Published);
        Assert.Empty(document.Notes);
    }

    [Theory]
    [InlineData("<blockquote><p>Le pont tiendra.</p><footer>— Ana Costa</footer></blockquote>", "Quote|Le pont tiendra.|Ana Costa|")]
    [InlineData("<figure><blockquote>Le pont tiendra.</blockquote><figcaption>Ana Costa</figcaption></figure>", "Quote|Le pont tiendra.|Ana Costa|")]
    [InlineData("<blockquote>Le pont tiendra. <cite>Ana Costa</cite></blockquote>", "Quote|Le pont tiendra.|Ana Costa|")]
    [InlineData("<blockquote class=\"twitter-tweet\"><p>Le pont tiendra.</p>— Ana Costa (@ana) <a href=\"https://reseau.example/1\">March 3, 2024</a></blockquote>", "Post|Le pont tiendra.|Ana Costa|2024-03-03")]
    [InlineData("<figure><img src=\"a.jpg\"/><figcaption>Le pont, mardi.</figcaption></figure>", "Caption|Le pont, mardi.||")]
    [InlineData("<h2>Un pont</h2>", "Heading|Un pont||")]
    public void Read_RssWithWhatIsSetApart_MarksIt(string html, string expected)
    {
        var document = Reads.DocumentOf(Reads.File("flux.xml", Rss.Replace("<script>", $"&nbsp;{html}<p>Fin.</p><script>", StringComparison.Ordinal))[0]);
        var block = Assert.Single(document.Blocks);
        Assert.Equal(expected, $"{block.Kind}|{document[block.Words]}|{(block.Source is { } source ? document[source].ToString() : "")}|{block.At}");
    }

    [Fact]
    public void Read_Rss_KeepsTheHourOfPublication() =>
        Assert.Equal("2024-04-02T23:30+02:00", Reads.DocumentOf(Reads.File("flux.xml", Rss)[0]).PublishedAt.ToString());

    [Fact]
    public void Read_Rss_SummaryIsNoted()
    {
        var document = Reads.DocumentOf(Reads.File("flux.xml", Rss)[1]);
        Assert.Equal("« Non », a dit le maire.", document.Text);
        Assert.Equal("only the summary of the article", Assert.Single(document.Notes));
    }

    [Fact]
    public void Read_RssReadWronglyBefore_IsRepairedWithANote()
    {
        var feed = Rss.Replace("Ana&nbsp;Costa", "AndrÃ©e CÃ´me, nÃ©e Ã‰loi", StringComparison.Ordinal);
        var document = Reads.DocumentOf(Reads.File("flux.xml", feed)[0]);
        Assert.Contains("a déclaré Andrée Côme", document.Text, StringComparison.Ordinal);
        Assert.Contains("repaired: UTF-8 read as windows-1252", Assert.Single(document.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i><p>")]
    public void Read_RssWithMarkupMadeToBeExpensive_IsBounded(string piece)
    {
        var markup = string.Concat(Enumerable.Repeat(piece, 200_000)) + "Le pont tient.";
        var feed = Rss.Replace("<p>« Le pont sera rouvert »", markup + "<p>« Le pont sera rouvert »", StringComparison.Ordinal);
        var results = Reads.File("flux.xml", feed);
        Assert.Equal(3, results.Count);
        Assert.Equal("« Non », a dit le maire.", Reads.DocumentOf(results[1]).Text);
    }

    [Fact]
    public void Read_RssItemWithoutText_IsAProblemWithItsLine()
    {
        var problem = Reads.ProblemOf(Reads.File("flux.xml", Rss)[2]);
        Assert.Equal((ReadProblems.NoText, 20), (problem.Code, problem.Line));
        Assert.Contains("\"Rien\"", problem.Message);
    }

    [Theory]
    [InlineData("flux.txt")]
    [InlineData("flux")]
    [InlineData("flux.html")]
    public void Read_Feed_IsToldByItsContent(string name) => Assert.Equal(3, Reads.File(name, Rss).Count);

    [Fact]
    public void Read_RssOfRdf_IsRead()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File("flux.rss", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://phare.example/"><title>Le Phare</title></channel>
              <item rdf:about="https://phare.example/a"><title>A</title><link>https://phare.example/a</link><description>Bonjour.</description><dc:date>2024-05-01T10:00:00Z</dc:date></item>
            </rdf:RDF>
            """)));
        Assert.Equal(("https://phare.example/a", "Le Phare", new DateOnly(2024, 5, 1)), (document.Id, document.Outlet, document.Published!.Value));
    }

    [Fact]
    public void Read_Atom_TakesContentOfEveryType()
    {
        var results = Reads.File("fil.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://beacon.example/">
              <title>The Beacon</title>
              <entry><id>tag:beacon.example,2024:1</id><title type="html">Bridge &amp;amp; river</title><link href="a1"/><updated>2024-05-02T08:00:00Z</updated>
                <content type="html">&lt;p&gt;“We will rebuild,” Costa said.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></entry>
              <entry xml:lang="fr"><id>tag:beacon.example,2024:2</id><title>Deux</title><published>2024-05-03T08:00:00Z</published><updated>2024-06-03T08:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>« Oui »,
                   dit-elle.</p><p>Fin.</p></div></content></entry>
              <entry><id>tag:beacon.example,2024:3</id><title>Three</title><link rel="self" href="x"/><link rel="alternate" href="https://beacon.example/3"/><summary>Short &lt; text.</summary></entry>
            </feed>
            """);
        var documents = results.Select(Reads.DocumentOf).ToList();
        Assert.Equal(["https://beacon.example/a1", "tag:beacon.example,2024:2", "https://beacon.example/3"], documents.Select(document => document.Id));
        Assert.Equal("“We will rebuild,” Costa said.\n\nTwo.", documents[0].Text);
        Assert.Equal("Bridge & river", documents[0].Title);
        Assert.Equal("« Oui », dit-elle.\n\nFin.", documents[1].Text);
        Assert.Equal(("fr", new DateOnly(2024, 5, 3)), (documents[1].DeclaredLanguage, documents[1].Published!.Value));
        Assert.Equal(("en", "Short < text."), (documents[2].DeclaredLanguage, documents[2].Text));
        Assert.All(documents, document => Assert.Equal("The Beacon", document.Outlet));
    }

    [Fact]
    public void Read_JsonFeed_ItemsBecomeDocuments()
    {
        var results = Reads.File("fil.json", """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Le Phare", "language": "fr", "items": [
              {"id": "1", "url": "https://phare.example/1", "title": "Un", "content_html": "<p>« Oui », a dit Ana.</p>", "date_published": "2024-05-01T10:00:00+02:00"},
              {"id": "2", "content_text": "« Non », a dit Paul."},
              {"id": "3", "url": "https://phare.example/3", "summary": "Bref."},
              {"id": "4"}
            ]}
            """);
        Assert.Equal(["« Oui », a dit Ana.", "« Non », a dit Paul.", "Bref."], results.Take(3).Select(result => Reads.DocumentOf(result).Text));
        Assert.Equal(["https://phare.example/1", "2", "https://phare.example/3"], results.Take(3).Select(result => Reads.DocumentOf(result).Id));
        Assert.Equal(ReadProblems.NoText, Reads.ProblemOf(results[3]).Code);
        Assert.Equal(new DateOnly(2024, 5, 1), results[0].Document!.Published);
    }

    [Fact]
    public void Read_NinjsOfAllVersions_IsADocument()
    {
        var results = Reads.File("depeches.jsonl", """
            {"uri":"urn:agence:1","type":"text","language":"fr","headline":"Un","versioncreated":"2024-05-01T10:00:00Z","body_text":"« Oui », a dit Ana.","copyrightholder":"Agence du Val"}
            {"uri":"urn:agence:2","headlines":[{"role":"main","value":"Deux"}],"bodies":[{"role":"sum","contenttype":"text/plain","value":"Bref."},{"role":"main","contenttype":"text/html","value":"<p>« Non », a dit Paul.</p>"}]}
            {"uri":"urn:agence:3","firstCreated":"2024-05-02T10:00:00Z","bodies":[{"contentType":"text/plain","value":"Trois."}],"infoSources":[{"name":"Agence du Val"}]}
            """);
        var documents = results.Select(Reads.DocumentOf).ToList();
        Assert.Equal(["urn:agence:1", "urn:agence:2", "urn:agence:3"], documents.Select(document => document.Id));
        Assert.Equal(["« Oui », a dit Ana.", "« Non », a dit Paul.", "Trois."], documents.Select(document => document.Text));
        Assert.Equal(["Agence du Val", null, "Agence du Val"], documents.Select(document => document.Outlet));
        Assert.Equal(["Un", "Deux", null], documents.Select(document => document.Title));
        Assert.Equal(new DateOnly(2024, 5, 2), documents[2].Published);
    }

    [Fact]
    public void Read_NewsMl_ItemsOfAMessageBecomeDocuments()
    {
        var results = Reads.File("depeche.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-05-01T10:00:00Z</sent></header><itemSet>
              <newsItem guid="urn:newsml:val.example:1" version="2" xml:lang="fr">
                <itemMeta><provider literal="Agence du Val"/><versionCreated>2024-05-01T12:00:00Z</versionCreated><firstCreated>2024-04-30T12:00:00Z</firstCreated></itemMeta>
                <contentMeta><headline>Le pont rouvre</headline><language tag="fr"/></contentMeta>
                <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>« Oui », a dit <em>Ana</em>.</p><p>Fin.</p></body></html></inlineXML></contentSet>
              </newsItem>
              <newsItem guid="urn:newsml:val.example:2"><contentMeta/>
                <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Deux</hl1></hedline></body.head><body.content><block><p>« Non », a dit Paul.</p><p>Il part.</p></block></body.content></body></nitf></inlineXML></contentSet>
              </newsItem>
              <newsItem guid="urn:newsml:val.example:3"><contentSet><inlineData contenttype="text/plain">Trois.</inlineData></contentSet></newsItem>
            </itemSet></newsMessage>
            """);
        var documents = results.Select(Reads.DocumentOf).ToList();
        Assert.Equal(["urn:newsml:val.example:1", "urn:newsml:val.example:2", "urn:newsml:val.example:3"], documents.Select(document => document.Id));
        Assert.Equal(["« Oui », a dit Ana.\n\nFin.", "« Non », a dit Paul.\n\nIl part.", "Trois."], documents.Select(document => document.Text));
        Assert.Equal(("Le pont rouvre", "Agence du Val", "fr", new DateOnly(2024, 4, 30)), (documents[0].Title, documents[0].Outlet, documents[0].Language, documents[0].Published!.Value));
        Assert.Equal("Deux", documents[1].Title);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Read_DeclaredEncoding_IsUsed(string encoding)
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><rss><channel><item><description>« Été », dit-elle.</description></item></channel></rss>";
        var document = Reads.DocumentOf(Assert.Single(Reads.File("f.xml", Encoding.Latin1.GetBytes(xml))));
        Assert.Equal("« Été », dit-elle.", document.Text);
        Assert.Equal("read as windows-1252", Assert.Single(document.Notes));
    }

    [Fact]
    public void Read_BrokenXml_KeepsTheArticlesBefore()
    {
        var results = Reads.File("f.xml", "<rss><channel><item><description>Un.</description></item>\n<item><description>Deux.</descr</item></channel></rss>");
        Assert.Equal("Un.", Reads.DocumentOf(results[0]).Text);
        var problem = Reads.ProblemOf(results[1]);
        Assert.Equal((ReadProblems.BrokenXml, 2), (problem.Code, problem.Line));
    }

    [Theory]
    [InlineData("<description>Deux & demi.</descr")] // an ampersand of its own
    [InlineData("<description>Deux.</desc></item>")] // an element closed by another name
    [InlineData("<description>Deux <b>gras.</description></item>")]
    [InlineData("<description>Deux.</description>")] // the item has no end
    [InlineData("<description><![CDATA[Deux.</description></item>")] // nor has what it holds
    [InlineData("<description>Deux < trois.</description></item>")]
    public void Read_OneBrokenItem_LosesThatOneAlone(string broken)
    {
        var feed = $"""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Phare</title>
            <item><guid>1</guid><content:encoded>Un.</content:encoded></item>
            <item><guid>2</guid>{broken}
            <item><guid>3</guid><content:encoded>Trois.</content:encoded></item>
            <item><guid>4</guid><content:encoded>Quatre.</content:encoded></item>
            </channel></rss>
            """;

        var results = Reads.File("f.xml", feed);

        var documents = results.Where(result => result.Succeeded).ToList();
        Assert.Equal(["1 Un. Le Phare 4", "3 Trois. Le Phare 6", "4 Quatre. Le Phare 7"], documents.Select(result => $"{result.Document!.Id} {result.Document.Text} {result.Document.Outlet} {result.Line}"));
        Assert.Equal(ReadProblems.BrokenXml, Assert.Single(results, result => !result.Succeeded).Problem!.Code);
    }

    [Fact]
    public void Read_ABrokenEntryOfAtom_LosesThatOneAlone()
    {
        var results = Reads.File("f.atom", "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>Le Phare</a:title><a:entry><a:id>1</a:id><a:content>Un</b></a:content></a:entry><a:entry><a:id>2</a:id><a:content>Deux.</a:content></a:entry></a:feed>");

        Assert.Equal(ReadProblems.BrokenXml, Reads.ProblemOf(results[0]).Code);
        var document = Reads.DocumentOf(results[1]);
        Assert.Equal(("2", "Deux.", "Le Phare", 2), (document.Id, document.Text, document.Outlet, results.Count));
    }

    [Fact]
    public void Read_BrokenItemsWithoutEnd_AreGivenUp()
    {
        var results = Reads.File("f.xml", "<rss><channel>" + string.Concat(Enumerable.Repeat("<item><title>a & b</title></item>\n", 100_000)) + "</channel></rss>");

        Assert.InRange(results.Count, 50, 60);
        Assert.All(results, result => Assert.Equal(ReadProblems.BrokenXml, Reads.ProblemOf(result).Code));
    }

    [Theory]
    [InlineData("en-US", "La digue de Morvane sera relevée de deux mètres avant l'hiver, a annoncé jeudi la ministre des Eaux devant les élus de la vallée.")]
    [InlineData("fr", "« Oui », a dit le maire de la commune.")] // too short to be told from Dutch
    public void Read_TheLanguageThatAFeedNames_CountsWhereTheTextDoesNotTell(string named, string text)
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File("f.xml", $"<rss><channel><language>{named}</language><item><description>{text}</description></item></channel></rss>")));

        Assert.Equal((null, named), (document.Language, document.DeclaredLanguage));
        Assert.Equal("fr", new PipelineBuilder().Build().Analyse(document).Language);
    }

    [Fact]
    public void Read_EntityBomb_IsRefusedAtOnce()
    {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 40; i++)
            bomb.Append($"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">");
        bomb.Append("]><rss><channel><item><description>&a39;</description></item></channel></rss>");
        Assert.Equal(ReadProblems.BrokenXml, Reads.ProblemOf(Assert.Single(Reads.File("f.xml", bomb.ToString()))).Code);
    }

    [Fact]
    public void Read_ExternalEntity_ReadsNoFile()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.Write("secret.txt", "le secret");
        var problem = Reads.ProblemOf(Assert.Single(Reads.File("f.xml", $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://{secret}\">]><rss><channel><item><description>&x;</description></item></channel></rss>".Insert(0, "<?xml version=\"1.0\"?>"))));
        Assert.DoesNotContain("le secret", problem.ToString());
    }

    [Fact]
    public void Read_ElementsAMillionDeep_AreAProblemAndTheRestGoesOn()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 1_000_000)) + string.Concat(Enumerable.Repeat("</a>", 1_000_000));
        var results = Reads.File("f.xml", $"<rss><channel><item><description>{deep}</description></item><item><description>Deux.</description></item></channel></rss>");
        Assert.Equal(ReadProblems.BrokenXml, Reads.ProblemOf(results[0]).Code);
        Assert.Equal("Deux.", Reads.DocumentOf(results[1]).Text);
    }

    [Fact]
    public void Read_DeepJson_IsAProblem()
    {
        var deep = new string('[', 100_000);
        Assert.Equal(ReadProblems.BrokenJson, Reads.ProblemOf(Assert.Single(Reads.File("f.json", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + deep))).Code);
    }

    [Theory]
    [InlineData("<rss><channel/></rss>", ReadProblems.NoText)]
    [InlineData("<newsMessage/>", ReadProblems.UnsupportedFormat)]
    [InlineData("<newsMessage ></newsMessage>", ReadProblems.NoText)]
    public void Read_NothingInIt_IsAProblem(string xml, string code)
    {
        var problem = Reads.ProblemOf(Assert.Single(Reads.File("f.xml", xml)));
        Assert.True(problem.Code == code || problem.Code == ReadProblems.NoText, problem.ToString());
    }
}
