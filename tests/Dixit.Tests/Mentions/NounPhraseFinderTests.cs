// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages.French;
using Dixit.Mentions;
using Dixit.Tokens;
using Xunit;

namespace Dixit.Tests.Mentions;

public sealed class NounPhraseFinderTests
{
    private static readonly FrenchLanguage French = new();
    private static readonly Tokenizer Cutter = new(French.Lexicon);
    private static readonly NounPhraseFinder Finder = new(French.Phrases);

    [Theory]
    [InlineData("Hier, le ministre de la Mer a parlé.", "le ministre de la Mer", "Role")]
    [InlineData("Selon le président Ostin Varel, tout va.", "le président Ostin Varel", "PersonName")]
    [InlineData("Puis M. Varel est parti.", "M. Varel", "PersonName")]
    [InlineData("D'après Me Ana de Brize, tout va.", "Me Ana de Brize", "PersonName")]
    [InlineData("Mme la ministre est venue.", "Mme la ministre", "Role")]
    [InlineData("Ici travaille Jean-Noël Tasquin.", "Jean-Noël Tasquin", "PersonName")]
    [InlineData("Oui, dit le ministre russe des Affaires étrangères Pavel Orlin.", "le ministre russe des Affaires étrangères Pavel Orlin", "PersonName")]
    [InlineData("Selon le maire de Lyon Ostin Varel, tout va.", "le maire de Lyon Ostin Varel", "PersonName")]
    [InlineData("Selon la maire LR Ana Bellec, tout va.", "la maire LR Ana Bellec", "PersonName")]
    [InlineData("Selon l'adjointe à la maire en charge des finances, tout va.", "l'adjointe à la maire en charge des finances", "Role")]
    [InlineData("Selon l'ambassadrice de France à Oslo, tout va.", "l'ambassadrice de France à Oslo", "Role")]
    [InlineData("Le ministre de la Pêche et des Ports a dit non.", "Le ministre de la Pêche et des Ports", "Role")]
    [InlineData("Selon le syndicat Houle, tout va.", "le syndicat Houle", "OrganisationName")]
    [InlineData("Une source diplomatique alliée affirme tout.", "Une source diplomatique alliée", "Anonymous")]
    [InlineData("Le Norvégien a dit non.", "Le Norvégien", "Demonym")]
    [InlineData("Des milliers de jeunes médecins ont dit non.", "Des milliers de jeunes médecins", "Group")]
    [InlineData("Tout va, a dit celui-ci.", "celui-ci", "Pronoun")]
    [InlineData("Tout va, a dit ce dernier.", "ce dernier", "Pronoun")]
    [InlineData("Tout va, a dit l'intéressée.", "l'intéressée", "Pronoun")]
    [InlineData("Tout va, a-t-il dit.", "-t-il", "Pronoun")]
    [InlineData("Tout va, selon elle.", "elle", "Pronoun")]
    [InlineData("Nous partons mercredi 23 mars.", "mercredi 23 mars", "Time")]
    [InlineData("Il est parti la semaine dernière.", "la semaine dernière", "Time")]
    [InlineData("Il est parti il y a trois mois.", "trois mois", "Time")]
    [InlineData("Il est né en 1987.", "1987", "Time")]
    [InlineData("Le propagandiste a dit non.", "Le propagandiste", "Person")]
    public void Find_Phrase_HasItsBoundsAndKind(string text, string expected, string kind)
    {
        var tokens = Cutter.Tokenize(text);
        var phrases = Finder.Find(tokens);
        var found = Enumerable.Range(0, phrases.Count).Select(i => phrases[i]).Select(p => (Text(tokens, p.Range), p.Kind.ToString()));
        Assert.Contains((expected, kind), found);
    }

    [Theory]
    [InlineData("Cependant, Tasquin part. Tasquin pleure.", "Tasquin", "Tasquin")]
    [InlineData("Le maire le précise.", "Le maire")]
    [InlineData("Elle l'a dit et il nous voit.", "Elle", "il")]
    [InlineData("Accusé d'avoir menti, Varel part.", "Varel")]
    public void Find_CliticsAdverbsAndParticiples_AreNoPhrases(string text, params string[] expected)
    {
        var tokens = Cutter.Tokenize(text);
        var phrases = Finder.Find(tokens);
        Assert.Equal(expected, Enumerable.Range(0, phrases.Count).Select(i => Text(tokens, phrases[i].Range)));
    }

    [Theory]
    [InlineData("Selon la ministre Ana Bellec, oui.", "Ana Bellec", Gender.Female)]
    [InlineData("Selon Mme Varel, oui.", "Varel", Gender.Female)]
    [InlineData("Selon le capitaine Varel, oui.", "Varel", Gender.Male)]
    public void Find_Name_LeavesTitleAndRoleOut(string text, string name, Gender gender)
    {
        var tokens = Cutter.Tokenize(text);
        var phrase = Finder.Find(tokens)[0];
        Assert.Equal(name, Text(tokens, phrase.Name));
        Assert.Equal(gender, phrase.Gender);
    }

    [Theory]
    [InlineData("Le chef de la Ligue, Ostin Varel, a dit non.", 0, "Le chef de la Ligue, Ostin Varel")]
    [InlineData("Ostin Varel, secrétaire général de la Ligue, a dit non.", 0, "Ostin Varel, secrétaire général de la Ligue")]
    [InlineData("Ostin Varel, 33 ans, a dit non.", 0, "Ostin Varel, 33 ans")]
    [InlineData("La Ligue des ports (LDP) a dit non.", 0, "La Ligue des ports (LDP)")]
    [InlineData("Ostin Varel (Loire) a dit non.", 0, "Ostin Varel (Loire)")]
    [InlineData("Non, a dit Ostin Varel, jeudi, à Lyon.", 0, "Ostin Varel")]
    [InlineData("Ostin Varel, cité par Reuters, a dit non.", 0, "Ostin Varel")]
    [InlineData("Selon Ostin Varel, le ministre ment.", 0, "Ostin Varel")]
    [InlineData("Selon le ministre, Ostin Varel ment.", 0, "le ministre")]
    public void Extend_Apposition_BelongsToTheSource(string text, int index, string expected)
    {
        var tokens = Cutter.Tokenize(text);
        var phrases = Finder.Find(tokens);
        Assert.Equal(expected, Text(tokens, Appositions.Extend(tokens, phrases, index)));
    }

    [Theory]
    [InlineData("Ana Bellec et Ostin Varel ont dit non.", 0, "Ana Bellec et Ostin Varel")]
    [InlineData("La maire, le préfet et le procureur ont dit non.", 1, "La maire, le préfet et le procureur")]
    public void TryCoordinated_SharedVerb_JoinsAll(string text, int index, string expected)
    {
        var tokens = Cutter.Tokenize(text);
        Assert.True(Coordinations.TryCoordinated(tokens, Finder.Find(tokens), index, out var whole));
        Assert.Equal(expected, Text(tokens, whole.Range));
        Assert.True(whole.Plural);
    }

    [Fact]
    public void TryCoordinated_Apposition_IsNoList()
    {
        var tokens = Cutter.Tokenize("Le préfet, Ostin Varel, a dit non.");
        Assert.False(Coordinations.TryCoordinated(tokens, Finder.Find(tokens), 0, out _));
    }

    [Theory]
    [InlineData("du maire ")]
    [InlineData("le maire de la ville à la maire de ")]
    [InlineData("Ana et ")]
    [InlineData("le club (")]
    public void Find_EndlessPhrases_StayShortAndApart(string unit)
    {
        var tokens = Cutter.Tokenize(string.Concat(Enumerable.Repeat(unit, 4000)));
        var phrases = Finder.Find(tokens);
        var end = 0;
        for (var i = 0; i < phrases.Count; i++)
        {
            Assert.True(phrases[i].First >= end);
            Assert.InRange(phrases[i].Range.Count, 1, 120);
            end = phrases[i].End;
        }
    }

    private static string Text(TokenList tokens, TokenRange range) => tokens.Text[tokens.Span(range).Start..tokens.Span(range).End];
}
