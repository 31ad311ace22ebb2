// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests.Pages;

public sealed class PageFactsTests
{
    private static Documents.Document Read(string head, string body = "") => PageText.Read(PageText.Page($"{body}<article>{PageText.Paragraphs}</article>", head));

    private static string Json(string json) => $"<script type='application/ld+json'>{json}</script>";

    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"Un titre pour la digue","datePublished":"2024-03-12T23:30:00-05:00","publisher":{"@type":"Organization","name":"Le Cadran"}}""")]
    [InlineData("""[{"@type":"WebSite","name":"Autre"},{"@type":["NewsArticle"],"headline":"Un titre pour la digue","datePublished":"2024-03-12","publisher":{"name":"Le Cadran"}}]""")]
    [InlineData("""{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"ReportageNewsArticle","headline":"Un titre pour la digue","datePublished":"2024-03-12","publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Le Cadran"}]}""")]
    [InlineData("""{"@type":"BlogPosting","headline":"Un titre pour la digue","datePublished":"2024-03-12 08:00:00","publisher":"Le Cadran",}""")]
    public void Of_JsonLd_IsRead(string json)
    {
        var document = Read(Json(json));
        Assert.Equal(("Un titre pour la digue", "Le Cadran", new DateOnly(2024, 3, 12)), (document.Title, document.Outlet, document.Published));
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",")]
    [InlineData("null")]
    [InlineData("[[[[1]]]]")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":{\"a\":1},\"datePublished\":17,\"author\":[null,3],\"publisher\":[]}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}")]
    public void Of_BrokenJsonLd_IsPassedOver(string json)
    {
        var document = Read(Json(json));
        Assert.Null(document.Published);
        Assert.Equal(string.Join("\n\n", PageText.Sentences), document.Text);
    }

    [Fact]
    public void Of_OpenGraph_IsRead()
    {
        var document = Read("<meta property='og:title' content='La digue, enfin | Le Cadran'><meta property='og:site_name' content='Le Cadran'><meta property='article:published_time' content='2024-03-12T08:00:00Z'><link rel='canonical' href='https://cadran.exemple/eau/digue'>");
        Assert.Equal(("La digue, enfin", "Le Cadran", new DateOnly(2024, 3, 12), "https://cadran.exemple/eau/digue"), (document.Title, document.Outlet, document.Published, document.Uri));
    }

    [Fact]
    public void Of_DublinCore_IsRead()
    {
        var document = Read("<meta name='DC.title' content='La digue, enfin'><meta name='dc.date.issued' content='2024-03-12'><meta name='DC.publisher' content='Le Cadran'>");
        Assert.Equal(("La digue, enfin", "Le Cadran", new DateOnly(2024, 3, 12)), (document.Title, document.Outlet, document.Published));
    }

    [Fact]
    public void Of_HeadingThatTheTitleBeginsWith_IsTheTitle() =>
        Assert.Equal("La digue de Morvane", Read("<title>La digue de Morvane – Région – Le Cadran, journal de la vallée</title>", "<h1>La digue de Morvane</h1>").Title);

    [Theory]
    [InlineData("<time datetime='2024-03-12T08:00'>mardi</time>", "2024-03-12")]
    [InlineData("<time itemprop='datePublished' datetime='2024-03-12'>mardi</time><time datetime='2024-03-11'>lundi</time>", "2024-03-12")]
    [InlineData("<h1>La digue</h1><p>Publié le 12 mars 2024 à 9h05</p>", "2024-03-12")]
    [InlineData("<h1>The dyke</h1><p>By Ana Costa, March 12th, 2024</p>", "2024-03-12")]
    [InlineData("<h1>La digue</h1><p>Le 25/12/2023</p>", "2023-12-25")]
    [InlineData("<h1>La digue</h1><p>Le 03/04/2024</p>", "2024-04-03")]
    [InlineData("<h1>La digue</h1><p>Mardi dernier</p>", null)]
    [InlineData("<div class='related'><time datetime='2021-01-01'>2021</time></div>", null)]
    public void Of_VisibleTimes_AreReadWhereTheyLeaveNoDoubt(string body, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Read("", body).Published);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-03-12T08:05:00+01:00'>", "", "2024-03-12T08:05+01:00", null)]
    [InlineData("<meta property='article:published_time' content='2024-03-12'>", "<h1>La digue</h1><p>Publié le 12 mars 2024 à 8h05</p>", null, null)]
    [InlineData("", "<h1>La digue</h1><p>Publié le 12 mars 2024 à 8 h 05 (heure de Paris), mis à jour à 14h30</p>", "2024-03-12T08:05+01:00", "2024-03-12T14:30")]
    [InlineData("", "<h1>La digue</h1><p>Publié le <time datetime='2024-03-12'>12 mars 2024</time> à 8h05</p>", "2024-03-12T08:05", null)]
    [InlineData("", "<h1>La digue</h1><p>Publié le 12 mars 2024</p>", null, null)]
    public void Of_TimesOfDay_AreKeptWhereTheyAreTold(string head, string body, string? published, string? modified)
    {
        var document = Read(head, body);
        Assert.Equal(new DateOnly(2024, 3, 12), document.Published);
        Assert.Equal((published, modified), (document.PublishedAt?.ToString(), document.ModifiedAt?.ToString()));
    }

    [Fact]
    public void Of_ALineThatTellsOfAChangeAlone_LeavesThePublicationUnknown()
    {
        var document = Read("", "<h1>La digue</h1><p>Mis à jour le 12 mars 2024</p>");
        Assert.Null(document.Published);
        Assert.Equal(new DateOnly(2024, 3, 12), document.Modified);
    }

    [Theory]
    [InlineData("en-US", "2024-03-04")]
    [InlineData("en-GB", "2024-04-03")]
    [InlineData("en", null)]
    public void Of_ADateInFigures_IsReadAsTheRegionWritesIt(string language, string? day)
    {
        var html = PageText.Page($"<h1>The dyke</h1><p>03/04/2024</p><article>{PageText.Paragraphs}</article>").Replace("lang=\"fr\"", $"lang=\"{language}\"", StringComparison.Ordinal);
        Assert.Equal(day, PageText.Read(html).Published?.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void Of_NoAddressOfItsOwn_IsThatOfTheFetch()
    {
        var document = PageText.Read(PageText.Page(PageText.Paragraphs, "<link rel='canonical' href='/eau/digue'>"), "https://www.cadran.exemple/eau?id=7");
        Assert.Equal(("https://www.cadran.exemple/eau/digue", "cadran.exemple"), (document.Uri, document.Outlet));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https://cadran.exemple/")]
    public void Of_AddressThatIsNone_IsNull(string address) => Assert.Null(Read($"<link rel='canonical' href='{address}'>").Uri);

    [Fact]
    public void Of_NothingSaid_IsNull()
    {
        var document = PageText.Read($"<html><body>{PageText.Paragraphs}</body></html>");
        Assert.Equal((null, null, null, null), (document.Title, document.Outlet, document.Published, document.Uri));
    }

    [Theory]
    [InlineData("<meta name='author' content='Ana Costa'>", "", "Ana Costa")]
    [InlineData("<meta name='author' content='By Ana Costa and Leo Marin'>", "", "Ana Costa|Leo Marin")]
    [InlineData("<meta property='article:author' content='https://cadran.exemple/auteurs/ana-costa'>", "<p class='byline'>Par Ana Costa et Leo Marin</p>", "Ana Costa|Leo Marin")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ana Costa\"},{\"@type\":\"Person\",\"name\":\"Leo Marin\"}]}</script>", "", "Ana Costa|Leo Marin")]
    [InlineData("", "<a rel='author' href='/ana'>Ana Costa</a>", "Ana Costa")]
    [InlineData("<meta name='author' content='ana@cadran.exemple'>", "", "")]
    [InlineData("", "", "")]
    public void Of_Authors_AreTheirNamesAlone(string head, string body, string names) => Assert.Equal(names, string.Join('|', Read(head, body).Authors));

    [Fact]
    public void Of_LastChange_IsKeptApartFromThePublication()
    {
        var document = Read("<meta property='article:published_time' content='2024-03-12'><meta property='article:modified_time' content='2024-03-14T10:00:00Z'>");
        Assert.Equal((new DateOnly(2024, 3, 12), new DateOnly(2024, 3, 14)), (document.Published, document.Modified));
    }
}
