// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Storage.Sql.Copies;

namespace Dixit.Storage.Tests;

public sealed class TextShinglesTests
{
    private const string Text = "La préfète a fermé le pont de Lorsac hier soir après la crue.";

    [Theory]
    [InlineData("LA PRÉFÈTE a fermé le pont\nde Lorsac, hier soir — après la crue", 1)]
    [InlineData("La préfète a fermé le pont de Lorsac", 4.0 / 9)] // its first words
    [InlineData("Hier soir la préfète a fermé le pont de Lorsac après la crue", 4.0 / 9)]
    [InlineData("La préfète a rouvert le pont de Lorsac hier soir après la crue.", 5.0 / 9)]
    [InlineData("Rien de tout cela ne figure dans le rapport", 0)]
    [InlineData("", 0)]
    public void ShareIn_OfRunsOfFiveWords(string other, double share) =>
        Assert.Equal(share, TextShingles.Of(Text, []).ShareIn(TextShingles.Of(other, [])), 6);

    [Fact]
    public void Of_FewWords_IsOneRun()
    {
        var brief = TextShingles.Of("Le pont ferme", []);

        Assert.Single(brief.Keys);
        Assert.Equal(1, brief.ShareIn(TextShingles.Of("« Le pont ferme ! »", [])));
        Assert.Equal(0, brief.ShareIn(TextShingles.Of("Le pont ouvre", [])));
    }

    [Fact]
    public void Of_NoWords_IsEmpty()
    {
        Assert.True(TextShingles.Of(" – … ", []).IsEmpty);
        Assert.Equal(0, TextShingles.Of("", []).ShareIn(TextShingles.Of(Text, [])));
    }

    [Fact]
    public void Of_Furniture_IsLeftOutAndJoinsNothing()
    {
        var text = "Partagez sur vos réseaux préférés\n" + Text;
        var end = text.IndexOf('\n', StringComparison.Ordinal);

        var shingles = TextShingles.Of(text, [new Furniture(new TextSpan(0, end), "share", "test")]);

        Assert.Equal(1, shingles.ShareIn(TextShingles.Of(Text, [])));
    }

    [Fact]
    public void Keys_AreAsManyAsAreKept()
    {
        var text = string.Join(' ', Enumerable.Range(0, 500));

        Assert.Equal(TextShingles.MostKeys, TextShingles.Of(text, []).Keys.Distinct().Count());
    }
}
