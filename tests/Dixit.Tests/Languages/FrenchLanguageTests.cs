// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Languages.French;
using Dixit.Mentions;
using Xunit;

namespace Dixit.Tests.Languages;

public sealed class FrenchLanguageTests
{
    private static readonly FrenchLanguage French = new();

    [Fact]
    public void Code_Always_IsFr() => Assert.Equal("fr", French.Code);

    [Theory]
    [InlineData("le", "Determiner, Definite, ObjectPronoun, NameParticle")]
    [InlineData("L’", "Determiner, Definite, ObjectPronoun")]
    [InlineData("d’", "Preposition, Of, SourcePreposition")]
    [InlineData("qu'", "Complementiser, Relative")]
    [InlineData("jusqu’", "Preposition")]
    [InlineData("puisqu’", "Subordinator")]
    [InlineData("s’", "Reflexive, Subordinator")]
    [InlineData("selon", "SourcePreposition")]
    [InlineData("-t-il", "SubjectPronoun")]
    [InlineData("-lui", "ObjectPronoun")]
    [InlineData("mes", "Possessive, FirstPerson")]
    [InlineData("mais", "Coordinator")]
    [InlineData("toutefois", "Adverb")]
    [InlineData("dernière", "Anaphoric")]
    public void Find_FunctionWord_HasAllItsClasses(string form, string classes)
    {
        var expected = Enum.Parse<WordClass>(classes);
        Assert.Equal(expected, French.Lexicon.Find(form).Classes & expected);
    }

    [Theory]
    [InlineData("elle", Gender.Female, true, false)]
    [InlineData("-t-ils", Gender.Male, false, true)]
    [InlineData("celles-ci", Gender.Female, false, true)]
    [InlineData("cette", Gender.Female, true, false)]
    [InlineData("les", Gender.Unknown, false, true)]
    [InlineData("son", Gender.Unknown, true, false)]
    public void Find_FunctionWord_HasGenderAndNumber(string form, Gender gender, bool singular, bool plural)
    {
        var lexeme = French.Lexicon.Find(form);
        Assert.Equal((gender, singular, plural), (lexeme.Gender, lexeme.Singular, lexeme.Plural));
    }

    [Theory]
    [InlineData("quinze", 15)]
    [InlineData("vingt-et-un", 21)]
    [InlineData("soixante-douze", 72)]
    [InlineData("quatre-vingt-dix-neuf", 99)]
    [InlineData("neuvième", 9)]
    [InlineData("million", 1_000_000)]
    public void Find_Numeral_HasItsValue(string form, int value) =>
        Assert.Equal(value, French.Lexicon.Find(form).Value);

    [Theory]
    [InlineData("M", "Abbreviation, Title", Gender.Male, true, false)]
    [InlineData("Mmes", "Title", Gender.Female, false, true)]
    [InlineData("présidente", "Role", Gender.Female, true, false)]
    [InlineData("porte-parole", "Role", Gender.Unknown, true, true)]
    [InlineData("ministre", "Role", Gender.Unknown, true, false)]
    [InlineData("infirmières", "Role", Gender.Female, false, true)]
    [InlineData("sélectionneur", "Role", Gender.Male, true, false)]
    [InlineData("évêque", "Role", Gender.Male, true, false)]
    [InlineData("Evêques", "Role", Gender.Male, false, true)]
    [InlineData("fils", "PersonNoun", Gender.Male, true, true)]
    [InlineData("victime", "PersonNoun", Gender.Female, true, false)]
    [InlineData("témoins", "PersonNoun, AnonymousNoun", Gender.Unknown, false, true)]
    [InlineData("sources", "AnonymousNoun", Gender.Female, false, true)]
    [InlineData("autorités", "GroupNoun", Gender.Female, false, true)]
    [InlineData("préfecture", "OrganisationNoun", Gender.Female, true, false)]
    [InlineData("Etats-majors", "OrganisationNoun", Gender.Male, false, true)]
    [InlineData("communiqué", "Document", Gender.Male, true, false)]
    [InlineData("études", "Document", Gender.Female, false, true)]
    [InlineData("audience", "OccasionNoun", Gender.Female, true, false)]
    [InlineData("quotidien", "MediumNoun", Gender.Male, true, false)]
    public void Find_Noun_HasClassGenderAndNumber(string form, string classes, Gender gender, bool singular, bool plural)
    {
        var lexeme = French.Lexicon.Find(form);
        var expected = Enum.Parse<WordClass>(classes);
        Assert.Equal((expected, gender, singular, plural), (lexeme.Classes & expected, lexeme.Gender, lexeme.Singular, lexeme.Plural));
    }
}
