// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages.French;
using Xunit;

namespace Dixit.Tests.Statements;

public sealed class FrenchStemmerTests
{
    [Theory]
    [InlineData("national", "nationaux")]
    [InlineData("nationale", "nationales")]
    [InlineData("pêcheur", "pêcheurs")]
    [InlineData("gouvernement", "gouvernements")]
    [InlineData("heureux", "heureuse")]
    [InlineData("actif", "active")]
    [InlineData("directeur", "directrice")]
    [InlineData("demander", "demande")]
    [InlineData("négocier", "négociation")]
    [InlineData("réaliser", "réalisation")]
    [InlineData("bateau", "bateaux")]
    public void Stem_FormsOfOneWord_IsTheSame(string one, string other)
    {
        Assert.Equal(FrenchStemmer.Instance.Stem(one), FrenchStemmer.Instance.Stem(other));
    }

    [Theory]
    [InlineData("guerre", "gare")]
    [InlineData("paix", "pain")]
    [InlineData("mer", "mère")]
    [InlineData("accord", "accent")]
    public void Stem_DifferentWords_Differs(string one, string other)
    {
        Assert.NotEqual(FrenchStemmer.Instance.Stem(one), FrenchStemmer.Instance.Stem(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("œuvre")]
    [InlineData("aujourd'hui")]
    public void Stem_OfShortAndOddWords_IsPlain(string word)
    {
        Assert.DoesNotContain(FrenchStemmer.Instance.Stem(word), c => c is 'œ' or '\'' or 'é');
    }

    [Fact]
    public void Stem_OfAnEndlessWord_IsTheWord()
    {
        var word = new string('a', 5000);

        Assert.Equal(word, FrenchStemmer.Instance.Stem(word));
    }
}
