// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Circumstances;

public sealed class ArticleDateTests
{
    private const string Prose = "Le conseil de Valmont a voté la fermeture du vieux pont.";

    private static readonly FurnitureFinder Furniture = new(Scene.French);

    private static readonly ArticleDate Date = new(Scene.French);

    [Theory]
    [InlineData($"Publié le 28/02/2024 à 15h59.\n{Prose}", "2024-02-28")]
    [InlineData($"Publié le 01 mars 2023 à 20h06 Lecture 2 min.\n{Prose}", "2023-03-01")]
    [InlineData($"Publié le 4 février 2022 à 14h22 - Mis à jour le 5 février 2022 à 18h37\n{Prose}", "2022-02-04")]
    [InlineData($"Par Jeanne Vidal le 10.02.2022 à 18h04\n{Prose}", "2022-02-10")]
    [InlineData($"jeudi 20 janvier 2022\n{Prose}", "2022-01-20")]
    [InlineData($"4 juillet 2012. – {Prose}", "2012-07-04")]
    [InlineData($"VALMONT, 4 juillet 2012 (ABC) – {Prose}", "2012-07-04")]
    public void Find_DateStatedInFull_IsRead(string text, string expected) => Assert.Equal(DateOnly.Parse(expected), Find(new Document("d", text)));

    [Theory]
    [InlineData($"Publié hier à 20:04\n{Prose}")]
    [InlineData($"Publié jeudi 20 janvier\n{Prose}")]
    [InlineData($"Valmont, mardi. – {Prose}")]
    [InlineData($"Le pont date du 4 juillet 1912. – {Prose}")]
    [InlineData($"Mardi 4 juillet 2012, le conseil de Valmont a voté la fermeture du pont.")]
    [InlineData($"{Prose}\n© 2022 La Gazette")]
    public void Find_DateNotStated_IsNotGuessed(string text) => Assert.Null(Find(new Document("d", text)));

    [Fact]
    public void Find_DateFromOutside_Wins()
    {
        var document = new Document("d", "Publié le 28/02/2024.") { Published = new DateOnly(2020, 1, 2) };
        Assert.Equal(new DateOnly(2020, 1, 2), Find(document));
    }

    [Theory]
    [InlineData("https://exemple.fr/2024/02/29/un-pont", "2024-02-29")]
    [InlineData("https://exemple.fr/un-pont-2024-02-29.html", "2024-02-29")]
    public void Find_DateInTheAddress_IsRead(string uri, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Find(new Document("d", Prose) { Uri = uri }));

    [Theory]
    [InlineData("https://exemple.fr/2023/02/29/un-pont")]
    [InlineData("https://exemple.fr/12024/02/281-un-pont")]
    public void Find_NoDateInTheAddress_StaysUnknown(string uri) => Assert.Null(Find(new Document("d", Prose) { Uri = uri }));

    private static DateOnly? Find(Document document)
    {
        var tokens = Scene.Tokenize(document.Text);
        return Date.Find(document, tokens, Furniture.Find(document, tokens));
    }
}
