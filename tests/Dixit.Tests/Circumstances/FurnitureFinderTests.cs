// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Circumstances;

public sealed class FurnitureFinderTests
{
    private const string Opening = "Le conseil de Valmont a voté mardi la fermeture du vieux pont de bois.";

    private static readonly FurnitureFinder Finder = new(Scene.French);

    [Theory]
    [InlineData("Spread the love", "share-bar")]
    [InlineData("Partager l’article", "share-bar")]
    [InlineData("Facebook Twitter LinkedIn", "share-bar")]
    [InlineData("Lire aussi : Le pont de Valmont sera rasé", "read-also")]
    [InlineData("LIRE AUSSI: Le pont de Valmont sera rasé, selon la maire", "read-also")]
    [InlineData("À lire aussiValmont : le pont sera rasé", "read-also")]
    [InlineData("À LIRE AUSSIValmont : le pont sera rasé", "read-also")]
    [InlineData("En savoir plus photo12.jpg La maire : « Le pont sera rasé » – Actualités", "read-also")]
    [InlineData("Sur le même sujet", "read-also")]
    [InlineData("Recevez la newsletter Régions", "newsletter")]
    [InlineData("Inscrivez-vous à notre lettre du matin.", "newsletter")]
    [InlineData("Article réservé aux abonnés", "subscription")]
    [InlineData("Il vous reste 60% de cet article à lire.", "subscription")]
    [InlineData("Publié le 28/02/2024 à 15h59.", "published-line")]
    [InlineData("Publié il y a 3 heures, mis à jour il y a 52 minutes", "published-line")]
    [InlineData("Temps de lecture : 3 min", "published-line")]
    [InlineData("SociétéPublié le 21 janvier 2022 à 12h25 - par Ana Rossi", "published-line")]
    [InlineData("Par Jeanne Vidal", "byline")]
    [InlineData("Par Jeanne Vidal le 10.02.2022 à 18h04", "byline")]
    [InlineData("Propos recueillis par Jeanne Vidal", "byline")]
    [InlineData("© 2024 La Gazette de Valmont", "copyright")]
    [InlineData("Reproduction réservée © Copyright La Gazette", "copyright")]
    [InlineData("La Gazette : tous droits réservés", "copyright")]
    [InlineData("Photo : Jeanne Vidal", "credit")]
    [InlineData("Leave A Reply", "comment-prompt")]
    [InlineData("Commentaires (12)", "comment-prompt")]
    [InlineData("Votre adresse e-mail ne sera pas publiée.", "comment-prompt")]
    [InlineData("Social Media Auto Publish Powered By : exemple.com", "plugin")]
    [InlineData("Ce site utilise des cookies pour mesurer son audience.", "cookies")]
    [InlineData("Accueil Politique Économie Sport Culture", "menu")]
    [InlineData("Accueil > Région > Valmont", "menu")]
    [InlineData("Retrouvez La Gazette sur Facebook et sur Twitter", "follow")]
    [InlineData("NEXT Valmont, le pont sera rasé avant l’été", "link-title")]
    [InlineData("La suite après la publicité", "advertisement")]
    [InlineData("Tags : pont, Valmont", "tag")]
    [InlineData("En direct", "live-label")]
    public void Find_LineOfTheSite_IsMarkedWhole(string line, string kind)
    {
        var text = $"{Opening}\n{line}\nElle a été suivie d’un débat entre les habitants du bourg.";
        var found = Assert.Single(Find(text));
        Assert.Equal((kind, line), (found.Kind, text[found.Span.Start..found.Span.End]));
    }

    [Theory]
    [InlineData("Partager la route est un devoir, a rappelé la préfète.")]
    [InlineData("Lire aussi les petites lignes du contrat prend du temps.")]
    [InlineData("Pour en savoir plus, la juge a demandé une expertise.")]
    [InlineData("En direct de la place, le maire a promis un pont neuf.")]
    [InlineData("Publié en 1949, ce roman raconte la construction du pont.")]
    [InlineData("Par chance, personne ne passait sur le pont.")]
    [InlineData("Par Valmont passent chaque jour dix mille voitures.")]
    [InlineData("Commentaires désobligeants et cris ont couvert sa voix.")]
    [InlineData("Un pont trop vieux")]
    [InlineData("« Nous le raserons »")]
    [InlineData("448 dossiers pour 2018")]
    [InlineData("Retrouvez votre calme, a lancé le maire à la foule.")]
    [InlineData("- LE PONT SERA RASÉ -")]
    [InlineData("Réactions politiques")]
    [InlineData("Politique, économie, sport : tout le bourg en parle.")]
    public void Find_LineOfTheArticle_IsLeftAlone(string line)
    {
        Assert.Empty(Find($"{Opening}\n{line}\nElle a été suivie d’un débat entre les habitants du bourg."));
    }

    [Theory]
    [InlineData("Le pont de Valmont, en mars. Photo Jeanne VIDAL/AFP", "Photo Jeanne VIDAL/AFP")]
    [InlineData("Le pont de Valmont, en mars. JEANNE VIDAL / AFP", "JEANNE VIDAL / AFP")]
    [InlineData("Le pont de Valmont, en mars. Jeanne VIDAL / AFP", "Jeanne VIDAL / AFP")]
    [InlineData("Le pont de Valmont, en mars. © La Gazette", "© La Gazette")]
    [InlineData("Le pont de Valmont, en mars (Photo La Gazette)", "(Photo La Gazette)")]
    public void Find_Caption_OnlyItsCreditIsMarked(string line, string credit)
    {
        var text = $"{Opening}\n{line}\n{Opening}";
        var found = Assert.Single(Find(text));
        Assert.Equal(("credit", credit), (found.Kind, text[found.Span.Start..found.Span.End]));
    }

    [Fact]
    public void Find_MarkerAloneAboveATitle_MarksTheTitleToo()
    {
        var text = $"{Opening}\nÀ lire aussi\nLe vieux pont de Valmont sera rasé\n{Opening}";
        Assert.Equal(["read-also", "link-title"], Find(text).Select(found => found.Kind));
    }

    [Fact]
    public void Find_LinkInsideAParagraph_EndsWithItsSentence()
    {
        var text = $"{Opening} LIRE AUSSI : Le pont sera rasé. {Opening}";
        var found = Assert.Single(Find(text));
        Assert.Equal("LIRE AUSSI : Le pont sera rasé.", text[found.Span.Start..found.Span.End]);
    }

    [Fact]
    public void Find_LiveLabelBeforeAHeadline_LeavesTheHeadline()
    {
        var text = $"EN DIRECT - Valmont : le pont est fermé\n{Opening}";
        var found = Assert.Single(Find(text));
        Assert.Equal("EN DIRECT -", text[found.Span.Start..found.Span.End]);
    }

    [Fact]
    public void Find_HeadlineWithTheNameOfTheSection_MarksTheName()
    {
        var text = $"Valmont perd son pont – Actualités\n{Opening}";
        var found = Assert.Single(Find(text));
        Assert.Equal("– Actualités", text[found.Span.Start..found.Span.End]);
    }

    [Fact]
    public void Find_TitlesBelowTheFoot_AreLinks()
    {
        var text = $"{Opening}\nSuivez-nous sur Facebook\nUn chien sauvé des eaux à Brume\nLe marché rouvrira samedi";
        Assert.Equal(["follow", "link-title", "link-title"], Find(text).Select(found => found.Kind));
    }

    [Fact]
    public void Find_ProseBelowAnInvitation_IsNoLink()
    {
        var text = $"{Opening}\nSuivez-nous sur Facebook\nUn intertitre\n{Opening}";
        Assert.Equal("follow", Assert.Single(Find(text)).Kind);
    }

    [Fact]
    public void Find_OutletAloneOnItsLine_IsAByline()
    {
        var document = new Document("d", $"La Gazette de Valmont\n{Opening}") { Outlet = "La Gazette de Valmont" };
        Assert.Equal("byline", Assert.Single(Finder.Find(document, Scene.Tokenize(document.Text))).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("•")]
    [InlineData("© \n | \n Par\nPublié le")]
    [InlineData("— — —\n\"\n«")]
    public void Find_OddLines_DoesNotThrow(string text)
    {
        var found = Find(text);
        for (var i = 1; i < found.Count; i++)
            Assert.True(found[i - 1].Span.End <= found[i].Span.Start);
    }

    private static IReadOnlyList<Furniture> Find(string text) => Finder.Find(new Document("d", text), Scene.Tokenize(text));
}
