// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Xunit;

namespace Dixit.Tests.Languages;

public sealed class WordEntryTests
{
    [Fact]
    public void AddTo_FourColumns_GiveGenderAndNumber()
    {
        var lexicon = Build("loup; louve; loups; louves");

        Assert.Equal((Gender.Male, true, false), Agreement(lexicon.Find("loup")));
        Assert.Equal((Gender.Female, false, true), Agreement(lexicon.Find("louves")));
    }

    [Fact]
    public void AddTo_OneFormInTwoColumns_HasBothNumbersAndNoGender() =>
        Assert.Equal((Gender.Unknown, true, true), Agreement(Build("garde-fou; garde-fou; garde-fou; garde-fou").Find("garde-fou")));

    [Fact]
    public void AddTo_EmptyColumn_IsLeftOut()
    {
        var lexicon = Build("; reine; ; reines");

        Assert.Equal((Gender.Female, true, false), Agreement(lexicon.Find("reine")));
        Assert.Same(Lexeme.Unknown, lexicon.Find(""));
    }

    [Fact]
    public void AddTo_WeakList_LeavesTheGenderThatIsThere()
    {
        var builder = new Lexicon.Builder();
        List<ListedPhrase> phrases = [];
        WordEntry.Parse("Olive | GivenName, gender=f", WordClass.None).AddTo(builder, phrases);
        WordEntry.Parse("olive; ; olives;", WordClass.Noun).AddTo(builder, phrases, weak: true);
        var lexicon = builder.Build();

        Assert.Equal((Gender.Female, true, false), Agreement(lexicon.Find("olive")));
        Assert.Equal((Gender.Male, false, true), Agreement(lexicon.Find("olives")));
    }

    [Fact]
    public void AddTo_ElidedArticle_MakesAPhraseAndNoWord()
    {
        var builder = new Lexicon.Builder();
        List<ListedPhrase> phrases = [];
        WordEntry.Parse("L'Aurore", WordClass.MediaName).AddTo(builder, phrases, weak: true);

        Assert.Equal(["l'", "aurore"], Assert.Single(phrases).Words);
        Assert.Same(Lexeme.Unknown, builder.Build().Find("L'Aurore"));
    }

    [Fact]
    public void AddTo_AccentedInitial_IsKnownWithoutItsAccent()
    {
        var lexicon = Build("Île-Étoile | stands=Étoile");

        Assert.Equal("Étoile", lexicon.Find("Ile-Etoile").Stands);
        Assert.Equal("Étoile", lexicon.Find("île-étoile").Stands);
        Assert.Same(Lexeme.Unknown, lexicon.Find("Ile-Etoilé"));
    }

    [Theory]
    [InlineData("Quai d’Ambre", "quai|d'|ambre")]
    [InlineData("L’Aube", "l'|aube")]
    [InlineData("rendez-vous", "rendez-vous")]
    [InlineData("aujourd’hui", "aujourd'hui")]
    [InlineData("qu’", "qu'")]
    [InlineData("O’Dwyer", "o'dwyer")]
    public void Words_Form_IsCutAsTokensAre(string form, string words) =>
        Assert.Equal(words, string.Join('|', WordEntry.Words(form)));

    [Theory]
    [InlineData("")]
    [InlineData("loup; louve; loups")]
    [InlineData("loup; loups | number=p")]
    [InlineData("loup; louve; loups; louves | gender=m")]
    [InlineData("loup | Wolf")]
    [InlineData("loup | 7")]
    [InlineData("loup | gender=x")]
    [InlineData("loup | value=one")]
    [InlineData("loup | stands=")]
    public void Parse_FaultyLine_Throws(string line) =>
        Assert.Throws<FormatException>(() => WordEntry.Parse(line, WordClass.Noun));

    private static Lexicon Build(string line)
    {
        var builder = new Lexicon.Builder();
        WordEntry.Parse(line, WordClass.Noun).AddTo(builder, []);
        return builder.Build();
    }

    private static (Gender Gender, bool Singular, bool Plural) Agreement(Lexeme lexeme) => (lexeme.Gender, lexeme.Singular, lexeme.Plural);
}
