// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests.Pages;

public sealed class PageBlocksTests
{
    private static Document Read(string inside, string head = "") => PageText.Read(PageText.Page($"<article><h1>La digue de Morvane</h1>{PageText.Paragraphs}{inside}{PageText.Paragraphs.Replace("Morvane", "Chanteloup", StringComparison.Ordinal).Replace("Les riverains", "Les voisins", StringComparison.Ordinal)}</article>", head));

    private static string[] Describe(Document document) => [.. document.Blocks.Select(block =>
        $"{block.Kind}: {document[block.Words].ToString().Replace("\n\n", " / ", StringComparison.Ordinal)}{(block.Source is { } source ? $" = {document[source]}" : "")}{(block.At is { } at ? $" @ {at}" : "")}")];

    private static void AssertBlocks(Document document, params string[] expected) => Assert.Equal(expected, Describe(document));

    [Fact]
    public void Find_RunningTextAlone_HasNoBlocks() => AssertBlocks(Read(""));

    [Theory]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p></blockquote>")]
    [InlineData("<blockquote>La digue tiendra cent ans.</blockquote>")]
    [InlineData("<div><blockquote class='x'><div><p>La digue tiendra cent ans.</p></div></blockquote></div>")]
    public void Find_QuotationSetApart_IsOneWithoutASource(string html) => AssertBlocks(Read(html), "Quote: La digue tiendra cent ans.");

    [Theory]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p><footer>— <cite>Odile Varenne</cite></footer></blockquote>")]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p><footer>Odile Varenne</footer></blockquote>")]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p><cite>Odile Varenne</cite></blockquote>")]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p><p>– <cite>Odile Varenne</cite></p></blockquote>")]
    [InlineData("<blockquote>La digue tiendra cent ans. <cite>Odile Varenne</cite></blockquote>")]
    [InlineData("<blockquote>La digue tiendra cent ans.<br>— Odile Varenne</blockquote>")]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p><p>— Odile Varenne</p></blockquote>")]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p><figcaption>Odile Varenne</figcaption></blockquote>")]
    [InlineData("<figure><blockquote><p>La digue tiendra cent ans.</p></blockquote><figcaption>— Odile Varenne</figcaption></figure>")]
    [InlineData("<blockquote><p>La digue tiendra cent ans.</p><footer>Source : Odile Varenne</footer></blockquote>")]
    public void Find_QuotationThatIsSigned_NamesItsSource(string html) => AssertBlocks(Read(html), "Quote: La digue tiendra cent ans. = Odile Varenne");

    [Theory]
    [InlineData("<blockquote><p>J'ai lu <cite>Le Barrage</cite> deux fois cet hiver, et je le relirai.</p></blockquote>", "Quote: J'ai lu Le Barrage deux fois cet hiver, et je le relirai.")]
    [InlineData("<blockquote><p>— Vous partez ?</p><p>— Oui, demain</p></blockquote>", "Quote: — Vous partez ? / — Oui, demain")]
    [InlineData("<blockquote><p>La digue tiendra.</p><p>— et la route avec elle</p></blockquote>", "Quote: La digue tiendra. / — et la route avec elle")]
    public void Find_WhatLooksLikeASignatureAndIsNone_StaysInTheWords(string html, string expected) => AssertBlocks(Read(html), expected);

    [Fact]
    public void Find_AddressOfAQuotation_IsKeptIfItIsOne()
    {
        Assert.Equal("https://phare.exemple/discours", Assert.Single(Read("<blockquote cite='https://phare.exemple/discours'><p>La digue tiendra cent ans.</p></blockquote>").Blocks).Uri);
        Assert.Null(Assert.Single(Read("<blockquote cite='javascript:alert(1)'><p>La digue tiendra cent ans.</p></blockquote>").Blocks).Uri);
    }

    [Fact]
    public void Find_MessageOfANetwork_HasItsAuthorItsDayAndItsAddress()
    {
        var document = Read(
            "<blockquote class='twitter-tweet'><p lang='fr'>La digue sera relevée <a href='https://t.exemple/1'>pic.reseau.exemple/ab12</a></p>&mdash; Odile Varenne 🌊 (@ovarenne) <a href='https://reseau.exemple/ovarenne/status/17'>March 3, 2024</a></blockquote><script src='x.js'></script>");
        AssertBlocks(document, "Post: La digue sera relevée = Odile Varenne 🌊 @ 2024-03-03");
        Assert.Equal("https://reseau.exemple/ovarenne/status/17", document.Blocks[0].Uri);
        Assert.EndsWith("March 3, 2024", document[document.Blocks[0].Span].ToString());
    }

    [Theory]
    [InlineData("<blockquote class='bluesky-embed'><p>La digue sera relevée.</p>— Odile Varenne (<a href='https://ciel.exemple/p'>@varenne.ciel.exemple</a>) <a href='https://ciel.exemple/p/1'>3 mars 2024 à 10:15</a></blockquote>", "Post: La digue sera relevée. = Odile Varenne @ 2024-03-03T10:15")]
    [InlineData("<blockquote><p>La digue sera relevée.</p><p>— Odile Varenne (@ovarenne) 3 mars 2024</p></blockquote>", "Post: La digue sera relevée. = Odile Varenne @ 2024-03-03")]
    [InlineData("<blockquote class='twitter-tweet'><p>La digue sera relevée cet hiver.</p></blockquote>", "Post: La digue sera relevée cet hiver.")]
    public void Find_MessagesOfOtherForms_AreToldAsWell(string html, string expected) => AssertBlocks(Read(html), expected);

    [Fact]
    public void Find_CaptionOutsideTheArticle_IsLeftOutAndOneOfTheArticleIsMarked()
    {
        const string figure = "<figure><img src='a.jpg'><figcaption>La digue, photographiée mardi depuis le pont de Morvane.</figcaption></figure>";
        AssertBlocks(Read(figure));
        // A page that gives machines its captions with the article means them to be read.
        var given = string.Join(' ', PageText.Sentences) + " La digue, photographiée mardi depuis le pont de Morvane.";
        var page = PageText.Page($"<article>{PageText.Paragraphs}{figure}<p>Le maire, lui, attend le printemps pour se prononcer sur la route.</p></article>", $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":{System.Text.Json.JsonSerializer.Serialize(given + " Le maire, lui, attend le printemps pour se prononcer sur la route.")}}}</script>");
        AssertBlocks(PageText.Read(page), "Caption: La digue, photographiée mardi depuis le pont de Morvane.");
    }

    [Fact]
    public void Find_HeadingBetweenParagraphs_IsOne() => AssertBlocks(Read("<h2>Un chantier de deux ans</h2>"), "Heading: Un chantier de deux ans");

    [Theory]
    [InlineData("live-post")]
    [InlineData("liveblog")]
    [InlineData("LiveEntry")]
    public void Find_EntriesWithATimeEach_AreEntriesOfALiveReport(string name)
    {
        string Entry(string time, string text) => $"<div class='{name}'><div><time datetime='{time}'>{time[11..16]}</time><p>{text}</p></div></div>";
        var document = PageText.Read(PageText.Page(
            $"<article><h1>La crue en direct</h1><p>{PageText.Sentences[0]}</p>"
            + Entry("2024-03-04T00:10:00+01:00", "La rivière est montée de deux mètres en une heure, selon les pompiers du canton de Morvane.")
            + Entry("2024-03-03T23:40:00+01:00", "La route du barrage est fermée à la circulation jusqu'à nouvel ordre, annonce la préfecture.")
            + Entry("2024-03-03T22:05:00+01:00", "Les écoles de la vallée resteront fermées lundi, a décidé le maire, qui a réuni les directeurs.") + "</article>"));
        Assert.Equal(
            ["2024-03-04T00:10+01:00", "2024-03-03T23:40+01:00", "2024-03-03T22:05+01:00"],
            document.Blocks.Where(block => block.Kind == BlockKind.Entry).Select(block => block.At.ToString()));
        Assert.All(document.Blocks.Where(block => block.Kind == BlockKind.Entry), block => Assert.Single(document[block.Span].ToString().Split('.', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Find_EntriesGivenToMachines_HaveTheTimesThatAreGiven()
    {
        const string one = "La rivière est montée de deux mètres en une heure, selon les pompiers du canton de Morvane.", two = "La route du barrage est fermée à la circulation jusqu'à nouvel ordre, annonce la préfecture.";
        var document = PageText.Read(PageText.Page(
            $"<article><h1>La crue en direct</h1><p>{PageText.Sentences[0]}</p><section><h3>La rivière monte encore</h3><p>{one}</p><blockquote><p>Partez maintenant.</p></blockquote><p>{PageText.Sentences[3]}</p></section><section><h3>Une route fermée</h3><p>{two}</p></section></article>",
            $$"""<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"La crue en direct","datePublished":"2024-03-03T20:00:00+01:00","liveBlogUpdate":[{"@type":"BlogPosting","headline":"La rivière monte encore","datePublished":"2024-03-04T00:10:00+01:00","articleBody":"{{one}} {{PageText.Sentences[3]}}"},{"@type":"BlogPosting","headline":"Une route fermée","datePublished":"2024-03-03T23:40:00+01:00","articleBody":"{{two}}"}]}</script>"""));
        AssertBlocks(
            document,
            $"Entry: La rivière monte encore / {one} / Partez maintenant. / {PageText.Sentences[3]} @ 2024-03-04T00:10+01:00",
            "Heading: La rivière monte encore",
            "Quote: Partez maintenant.",
            $"Entry: Une route fermée / {two} @ 2024-03-03T23:40+01:00",
            "Heading: Une route fermée");
    }

    [Fact]
    public void Find_ArticleWithOneTime_IsNoLiveReport() =>
        AssertBlocks(Read("<p><time datetime='2024-03-03T22:05:00+01:00'>22:05</time> La digue tient encore, selon les pompiers du canton de Morvane.</p>"));

    [Fact]
    public void Find_AThousandQuotationsInEachOther_IsQuickAndInOrder()
    {
        var document = Read(string.Concat(Enumerable.Repeat("<blockquote><p>La digue tiendra cent ans, dit-on.</p>", 1000)));
        Assert.All(document.Blocks.Zip(document.Blocks.Skip(1)), pair => Assert.True(pair.First.Span.Start < pair.Second.Span.Start || pair.First.Span.End >= pair.Second.Span.End));
    }
}
