// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests.Pages;

public sealed class MainTextTests
{
    private const string Menu = "<nav><ul><li><a href='/'>Accueil</a></li><li><a href='/regions'>Régions</a></li><li><a href='/sport'>Sport</a></li></ul></nav>";

    private static string Article(string inside = "", string after = "") =>
        $"{Menu}<div class='wrap'><article><h1>La digue de Morvane sera relevée</h1><div class='c1'>{PageText.Paragraphs}{inside}</div></article>{after}</div><footer><p>Le Cadran, 3 rue du Moulin, Morvane. Tous droits réservés, reproduction interdite sans accord.</p></footer>";

    private static void AssertArticleAlone(string html) => Assert.Equal(string.Join("\n\n", PageText.Sentences), PageText.Read(html).Text);

    [Fact]
    public void Find_ArticleAmongMenuAndFooter_IsTheParagraphsAlone() => AssertArticleAlone(PageText.Page(Article()));

    [Theory]
    [InlineData("<div class='related-articles'><h3>Lire aussi</h3><p>À Chanteloup, le barrage est fermé depuis mardi, et la route avec lui, selon la préfecture.</p></div>")]
    [InlineData("<aside><p>Le chiffre du jour, commenté par nos soins : quatre millions, c'est le prix de la digue, hors taxes.</p></aside>")]
    [InlineData("<p class='newsletter-signup'>Recevez chaque matin nos informations de la vallée, gratuitement, dans votre boîte aux lettres électronique.</p>")]
    [InlineData("<div class='share-bar'>Partager cet article, l'envoyer à un ami, l'imprimer, le garder pour plus tard, ou en discuter.</div>")]
    [InlineData("<figure><img src='a.jpg'><figcaption>La digue, photographiée mardi depuis le pont. Photo d'Élise Corvin, pour notre journal.</figcaption></figure>")]
    [InlineData("<div style='display: none'><p>Ce texte n'est pas montré, il attend un programme qui le mettrait à sa place, un jour.</p></div>")]
    [InlineData("<p><a href='/x'>Notre dossier complet sur les crues de la vallée</a></p>")]
    [InlineData("<script>var texte = 'Ce texte est un programme, et non une phrase, quoi qu’il en dise.';</script>")]
    [InlineData("<p>Abonnez-vous pour lire tous nos articles sans publicité.</p>")]
    [InlineData("<p>À lire aussi : le barrage de Chanteloup</p>")]
    [InlineData("<p>© Le Cadran</p>")]
    public void Find_FurnitureInTheArticle_IsLeftOut(string furniture)
    {
        AssertArticleAlone(PageText.Page(Article(furniture)));
        AssertArticleAlone(PageText.Page(Article("", furniture)));
    }

    [Fact]
    public void Find_CommentsLongerThanTheArticle_AreLeftOut()
    {
        var comment = "<div class='comment'><p>Je vis ici depuis quarante ans, et je peux vous dire que personne ne viendra relever cette digue, quoi qu'on en dise au conseil.</p></div>";
        AssertArticleAlone(PageText.Page(Article("", $"<div id='comments'>{string.Concat(Enumerable.Repeat(comment, 30))}</div>")));
    }

    [Fact]
    public void Find_CookieNoticeLongerThanTheArticle_IsLeftOut()
    {
        var notice = "<p>Nous déposons des témoins de connexion, les uns nécessaires, les autres non, dont vous pouvez régler le détail ici, quand vous le voulez.</p>";
        AssertArticleAlone(PageText.Page(Article("", $"<div id='cookie-consent'>{string.Concat(Enumerable.Repeat(notice, 20))}</div>")));
    }

    [Fact]
    public void Find_TeasersOfOtherArticles_AreLeftOut()
    {
        var teasers = string.Concat(Enumerable.Range(1, 6).Select(i => $"<div><h3><a href='/{i}'>Autre affaire numéro {i} de la vallée</a></h3><p>Une affaire qui occupe le canton depuis des mois, et dont le tribunal dira un mot, peut-être, au mois numéro {i}.</p></div>"));
        AssertArticleAlone(PageText.Page(Article("", $"<div class='z9'>{teasers}</div>")));
    }

    [Fact]
    public void Find_ArticleWithTheNamesOfItsSubjects_IsNotTakenForTags() =>
        AssertArticleAlone(PageText.Page($"{Menu}<article class='post type-post tag-crue category-vallee'><h1>La digue de Morvane sera relevée</h1>{PageText.Paragraphs}</article>"));

    [Fact]
    public void Find_ArticleInATableForLayout_IsFound() =>
        AssertArticleAlone(PageText.Page($"<table><tr><td><a href='/'>Accueil</a><br><a href='/sport'>Sport</a></td><td>{PageText.Paragraphs}</td></tr></table>"));

    [Fact]
    public void Find_LinesBrokenWithoutParagraphs_AreParagraphs() =>
        AssertArticleAlone(PageText.Page($"{Menu}<div>{string.Join("<br><br>", PageText.Sentences)}</div>"));

    [Fact]
    public void Find_SubheadingsListsAndQuotations_AreKept()
    {
        var text = PageText.Read(PageText.Page(Article("<h2>Un calendrier serré</h2><ul><li>Avril : les sondages du sol.</li><li>Mai : les premiers camions.</li></ul><blockquote><p>Nous n'attendrons pas la prochaine crue pour agir.</p></blockquote><p>Le conseil votera mardi le budget, à huis clos.</p>"))).Text;
        Assert.EndsWith("Un calendrier serré\n\nAvril : les sondages du sol.\nMai : les premiers camions.\n\nNous n'attendrons pas la prochaine crue pour agir.\n\nLe conseil votera mardi le budget, à huis clos.", text);
    }

    [Fact]
    public void Find_RowsOfATable_AreLines()
    {
        var text = PageText.Read(PageText.Page(Article("<table><tr><th>Commune</th><th>Maisons</th></tr><tr><td>Morvane</td><td>210</td></tr></table><p>Le reste de la vallée est resté au sec, selon la préfecture.</p>"))).Text;
        Assert.Contains("Commune Maisons\nMorvane 210\n\nLe reste", text);
    }

    [Fact]
    public void Find_SeveralArticlesOneAfterTheOther_IsTheOneOfTheTitle()
    {
        var other = "<article><h1>Le marché de Chanteloup déménage</h1><p>Le marché du samedi quittera la place, a décidé le conseil, qui veut y planter des tilleuls, dès l'automne prochain.</p><p>Les marchands protestent, ils craignent de perdre leurs clients, et demandent un délai d'un an au moins, par écrit.</p><p>La mairie répond qu'elle n'a rien décidé encore, sinon le principe, et que tout le monde sera entendu, comme toujours.</p></article>";
        var own = $"<article><h1>La digue de Morvane sera relevée</h1>{PageText.Paragraphs}</article>";
        AssertArticleAlone(PageText.Page($"{Menu}<main>{own}{other}{other.Replace("Chanteloup", "Vaugris")}</main>", "<meta property='og:title' content='La digue de Morvane sera relevée | Le Cadran'>"));
    }

    [Fact]
    public void Find_TextGivenToMachines_TellsTheArticleFromWhatLooksLikeIt()
    {
        var stray = "<p>Notre rédaction répond à vos questions chaque mercredi, en direct, depuis la place du marché, par tous les temps.</p>";
        var body = string.Join(" ", PageText.Sentences);
        var json = $$"""<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"La digue","articleBody":"{{body}}"}</script>""";
        AssertArticleAlone(PageText.Page($"{Menu}<div>{PageText.Paragraphs}{stray}</div>", json));
    }

    [Fact]
    public void Find_TextForMachinesAlone_IsTaken()
    {
        var json = $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{string.Join("\\n", PageText.Sentences)}}"}</script>""";
        var document = PageText.Read(PageText.Page("<div id='app'></div>", json));
        Assert.Equal(string.Join("\n\n", PageText.Sentences), document.Text);
        Assert.Contains(document.Notes, note => note.Contains("gives to machines", StringComparison.Ordinal));
    }

    [Fact]
    public void Find_PageWithoutArticle_HasNoTextAndSaysSo()
    {
        var document = PageText.Read(PageText.Page(Menu));
        Assert.Equal("", document.Text);
        Assert.Contains("set aside: no article was found in the page", document.Notes);
    }

    [Fact]
    public void Find_StubOfAnArticleForSubscribers_IsNoted()
    {
        var document = PageText.Read(PageText.Page($"<article><p>{PageText.Sentences[0]}</p><div><p>La suite est réservée aux abonnés.</p></div></article>"));
        Assert.Equal(PageText.Sentences[0], document.Text);
        Assert.Contains("cut off: the rest of the article is for subscribers", document.Notes);
    }

    [Fact]
    public void Find_FullArticle_IsNotCalledCutOff() => Assert.Empty(PageText.Read(PageText.Page(Article())).Notes);

    [Theory]
    [InlineData("a\u200Bb\u00ADc d", "abc d")]
    [InlineData("Oui&nbsp;: l&rsquo;eau &amp; la digue", "Oui\u00A0: l’eau & la digue")]
    [InlineData("un  \n\t deux &nbsp; trois", "un deux trois")]
    public void Read_SpacesAndEntities_AreThoseOfTheText(string html, string text)
    {
        const string rest = " montent, a dit la ministre, et rien n'y fera, ni les sacs de sable, ni les prières du village.";
        Assert.Equal(text + rest, PageText.Read(PageText.Page($"<p>{html}{rest}</p>")).Text);
    }
}
