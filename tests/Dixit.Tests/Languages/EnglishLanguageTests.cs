// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Languages.English;
using Xunit;

namespace Dixit.Tests.Languages;

public sealed class EnglishLanguageTests
{
    private static readonly EnglishLanguage English = new();

    [Fact]
    public void Code_Always_IsEn() => Assert.Equal("en", English.Code);

    [Theory]
    [InlineData("the", "Determiner, Definite")]
    [InlineData("that", "Complementiser, Relative, Determiner")]
    [InlineData("she", "SubjectPronoun")]
    [InlineData("didn’t", "Auxiliary, Negation")]
    [InlineData("would", "Modal, Auxiliary")]
    [InlineData("'s", "Possessive, Auxiliary")]
    [InlineData("mayor", "Role")]
    [InlineData("spokeswomen", "Role")]
    [InlineData("according", "SourcePreposition")]
    [InlineData("Sen", "Title, Abbreviation, Role")]
    public void Find_Word_HasItsClasses(string form, string classes)
    {
        var expected = Enum.Parse<WordClass>(classes);
        Assert.Equal(expected, English.Lexicon.Find(form).Classes & expected);
    }

    [Theory]
    [InlineData("said", "say", "SimplePast, PastParticiple")]
    [InlineData("denies", "deny", "Present, ThirdSingular")]
    [InlineData("admitted", "admit", "SimplePast, PastParticiple")]
    [InlineData("vowing", "vow", "PresentParticiple")]
    [InlineData("told", "tell", "SimplePast, PastParticiple")]
    [InlineData("lying", "lie", "PresentParticiple")]
    [InlineData("urge", "urge", "Infinitive, Present, ThirdPlural")]
    public void Find_VerbForm_HasItsVerbAndInflection(string form, string lemma, string morph)
    {
        var lexeme = English.Lexicon.Find(form);
        var expected = Enum.Parse<VerbMorph>(morph);
        Assert.Equal(lemma, lexeme.Verb?.Lemma);
        Assert.Equal(expected, lexeme.Morph & expected);
    }

    [Theory]
    [InlineData("bridges", "bridge")]
    [InlineData("cities", "city")]
    [InlineData("payments", "pay")]
    [InlineData("government", "governments")]
    [InlineData("happily", "happy")]
    public void Stem_FormsOfOneWord_AreOne(string one, string other) => Assert.Equal(English.Stemmer.Stem(one), English.Stemmer.Stem(other));
}
