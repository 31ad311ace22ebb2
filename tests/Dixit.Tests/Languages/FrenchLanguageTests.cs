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

    [Theory]
    [InlineData("Ingrid", Gender.Female)]
    [InlineData("Jean-Baptiste", Gender.Male)]
    [InlineData("Camille", Gender.Unknown)]
    [InlineData("Rose", Gender.Female)]
    [InlineData("Pierre", Gender.Male)]
    [InlineData("Maurice", Gender.Male)]
    [InlineData("Etienne", Gender.Male)]
    public void Find_GivenName_HasGenderWhateverElseItIs(string form, Gender gender)
    {
        var lexeme = French.Lexicon.Find(form);
        Assert.True(lexeme.Is(WordClass.GivenName));
        Assert.Equal(gender, lexeme.Gender);
    }

    [Theory]
    [InlineData("norvégienne", "Demonym", "Norvège")]
    [InlineData("Britanniques", "Demonym", "Royaume-Uni")]
    [InlineData("Emirien", "Demonym", "Émirats arabes unis")]
    [InlineData("Moscou", "PlaceName, SpeakingPlace", "Russie")]
    [InlineData("Kyiv", "PlaceName, SpeakingPlace", "Ukraine")]
    [InlineData("Matignon", "SpeakingPlace", "Premier ministre français")]
    [InlineData("Elysée", "SpeakingPlace, OrganisationName", "présidence de la République")]
    [InlineData("Russie", "PlaceName, SpeakingPlace", null)]
    [InlineData("Grenoble", "PlaceName", null)]
    [InlineData("Otan", "OrganisationName", "Organisation du traité de l'Atlantique Nord")]
    [InlineData("CFDT", "OrganisationName", "Confédération française démocratique du travail")]
    [InlineData("AFP", "MediaName", "Agence France-Presse")]
    [InlineData("Reuters", "MediaName", null)]
    public void Find_Name_HasClassAndWhatItStandsFor(string form, string classes, string? stands)
    {
        var lexeme = French.Lexicon.Find(form);
        var expected = Enum.Parse<WordClass>(classes);
        Assert.Equal((expected, stands), (lexeme.Classes & expected, lexeme.Stands));
    }

    [Theory]
    [InlineData("Grenoble", "SpeakingPlace")]
    [InlineData("gouvernement", "NotPerson")]
    [InlineData("art", "Abbreviation")]
    [InlineData("Bonjour", "GivenName")]
    [InlineData("ministre", "Title")]
    public void Find_Word_IsNotWhatItIsNot(string form, string classes) =>
        Assert.False(French.Lexicon.Find(form).Is(Enum.Parse<WordClass>(classes)));

    [Theory]
    [InlineData("vendredi", "Weekday", 5)]
    [InlineData("août", "Month", 8)]
    [InlineData("déc", "Month, Abbreviation", 12)]
    [InlineData("sept", "Numeral", 7)]
    [InlineData("veille", "TimeNoun", 0)]
    public void Find_TimeWord_HasItsValue(string form, string classes, int value)
    {
        var lexeme = French.Lexicon.Find(form);
        var expected = Enum.Parse<WordClass>(classes);
        Assert.Equal((expected, value), (lexeme.Classes & expected, lexeme.Value));
    }

    [Theory]
    [InlineData("nationale", "Adjective", Gender.Female)]
    [InlineData("chiffres", "Noun, NotPerson", Gender.Male)]
    [InlineData("hausse", "Noun, NotPerson", Gender.Female)]
    [InlineData("poste", "Noun", Gender.Unknown)]
    public void Find_CommonWord_HasClassAndGender(string form, string classes, Gender gender)
    {
        var lexeme = French.Lexicon.Find(form);
        var expected = Enum.Parse<WordClass>(classes);
        Assert.Equal((expected, gender), (lexeme.Classes & expected, lexeme.Gender));
    }

    [Theory]
    [InlineData("le monde", "MediaName")]
    [InlineData("france inter", "MediaName")]
    [InlineData("new york times", "MediaName")]
    [InlineData("l' équipe", "MediaName")]
    [InlineData("l' equipe", "MediaName")]
    [InlineData("20 minutes", "MediaName")]
    [InlineData("quai d' orsay", "PlaceName, SpeakingPlace")]
    [InlineData("côte d' ivoire", "PlaceName, SpeakingPlace")]
    [InlineData("etats-unis", null)]
    [InlineData("premier ministre", "Role")]
    public void Phrases_NameOfSeveralWords_IsInTheWordsOfTheTokenizer(string words, string? classes)
    {
        var found = French.Phrases.Where(phrase => string.Join(' ', phrase.Words) == words).Select(phrase => phrase.Classes).ToList();
        if (classes is null)
            Assert.Empty(found);
        else
            Assert.Contains(Enum.Parse<WordClass>(classes), found);
    }

    [Fact]
    public void Phrases_Always_HaveTwoFoldedWordsOrMore()
    {
        Assert.All(French.Phrases, phrase => Assert.True(phrase.Words.Length > 1));
        Assert.All(French.Phrases.SelectMany(phrase => phrase.Words), word => Assert.Equal(Lexicon.Fold(word), word));
    }

    [Fact]
    public void Frequent_EveryForm_IsListedElsewhereAndStandsOnce()
    {
        var forms = LanguageFiles.Lines("Frequent.txt").ToList();

        Assert.True(forms.Count > 2500);
        Assert.Equal(forms.Count, forms.Distinct(StringComparer.Ordinal).Count());
        Assert.All(forms, form => Assert.NotEqual(WordClass.None, French.Lexicon.Find(form).Classes));
    }

    [Theory]
    [InlineData("FunctionWords", 400)]
    [InlineData("Adverbs", 300)]
    [InlineData("Abbreviations", 50)]
    [InlineData("GivenNames", 1200)]
    [InlineData("Time", 60)]
    [InlineData("Titles", 60)]
    [InlineData("Roles", 500)]
    [InlineData("Persons", 200)]
    [InlineData("Anonymous", 20)]
    [InlineData("Groups", 100)]
    [InlineData("Organisations", 150)]
    [InlineData("Documents", 60)]
    [InlineData("Occasions", 60)]
    [InlineData("MediaNouns", 25)]
    [InlineData("Demonyms", 300)]
    [InlineData("Places", 600)]
    [InlineData("OrganisationNames", 300)]
    [InlineData("Media", 300)]
    [InlineData("Nouns", 800)]
    [InlineData("Adjectives", 500)]
    public void List_EveryLine_ParsesAndStandsOnce(string file, int atLeast)
    {
        using var stream = typeof(FrenchLanguage).Assembly.GetManifestResourceStream($"Languages/French/{file}.txt")!;
        using var reader = new StreamReader(stream);
        var all = reader.ReadToEnd().Split('\n');
        var lines = all.Where(line => line.Length > 0 && line[0] != '#').ToList();

        Assert.StartsWith("# ", all[0], StringComparison.Ordinal);
        Assert.All(lines, line => WordEntry.Parse(line, WordClass.Noun));
        Assert.Empty(lines.GroupBy(line => line).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.True(lines.Count >= atLeast, $"{file} has {lines.Count} lines");
    }
}
