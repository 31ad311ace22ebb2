// SPDX-License-Identifier: Apache-2.0
using Dixit.Circumstances;
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Circumstances;

public sealed class TimeExpressionsTests
{
    private static readonly TimeExpressions Times = new(Scene.French);

    // The article is of Thursday 14 September 2023.
    private static readonly DateOnly Published = new(2023, 9, 14);

    [Theory]
    [InlineData("mardi", "2023-09-12", "2023-09-12")]
    [InlineData("jeudi", "2023-09-14", "2023-09-14")]
    [InlineData("vendredi", "2023-09-08", "2023-09-08")]
    [InlineData("ce mercredi", "2023-09-13", "2023-09-13")]
    [InlineData("vendredi soir", "2023-09-08", "2023-09-08")]
    [InlineData("mercredi en fin de journée", "2023-09-13", "2023-09-13")]
    [InlineData("jeudi dernier", "2023-09-07", "2023-09-07")]
    [InlineData("mardi 12 septembre", "2023-09-12", "2023-09-12")]
    [InlineData("mardi 12 septembre au soir", "2023-09-12", "2023-09-12")]
    [InlineData("mardi 12 septembre en fin de journée", "2023-09-12", "2023-09-12")]
    [InlineData("lundi 1er mai", "2023-05-01", "2023-05-01")]
    [InlineData("jeudi 24 mars 2022", "2022-03-24", "2022-03-24")]
    [InlineData("le 24 février", "2023-02-24", "2023-02-24")]
    [InlineData("le 24 novembre", "2022-11-24", "2022-11-24")]
    [InlineData("les 24 et 25 août", "2023-08-24", "2023-08-25")]
    [InlineData("le 1er août", "2023-08-01", "2023-08-01")]
    [InlineData("le 1ᵉʳ août 2019", "2019-08-01", "2019-08-01")]
    [InlineData("le 28/02/2022", "2022-02-28", "2022-02-28")]
    [InlineData("le 28.02.22", "2022-02-28", "2022-02-28")]
    [InlineData("le 2022-02-28", "2022-02-28", "2022-02-28")]
    [InlineData("hier", "2023-09-13", "2023-09-13")]
    [InlineData("hier soir", "2023-09-13", "2023-09-13")]
    [InlineData("avant-hier", "2023-09-12", "2023-09-12")]
    [InlineData("aujourd’hui", "2023-09-14", "2023-09-14")]
    [InlineData("ce matin", "2023-09-14", "2023-09-14")]
    [InlineData("plus tôt dans la journée", "2023-09-14", "2023-09-14")]
    [InlineData("la veille", "2023-09-13", "2023-09-13")]
    [InlineData("l’avant-veille", "2023-09-12", "2023-09-12")]
    [InlineData("la semaine dernière", "2023-09-04", "2023-09-10")]
    [InlineData("cette semaine", "2023-09-11", "2023-09-14")]
    [InlineData("ce week-end", "2023-09-09", "2023-09-10")]
    [InlineData("le mois dernier", "2023-08-01", "2023-08-31")]
    [InlineData("l’an dernier", "2022-01-01", "2022-12-31")]
    [InlineData("cette année", "2023-01-01", "2023-09-14")]
    [InlineData("en août", "2023-08-01", "2023-08-31")]
    [InlineData("en octobre", "2022-10-01", "2022-10-31")]
    [InlineData("en septembre", "2023-09-01", "2023-09-14")]
    [InlineData("en octobre 2019", "2019-10-01", "2019-10-31")]
    [InlineData("fin juillet", "2023-07-01", "2023-07-31")]
    [InlineData("en 2008", "2008-01-01", "2008-12-31")]
    [InlineData("il y a trois jours", "2023-09-11", "2023-09-11")]
    [InlineData("il y a 10 jours", "2023-09-04", "2023-09-04")]
    [InlineData("dans la nuit de mardi à mercredi", "2023-09-12", "2023-09-13")]
    public void FindAll_PastTime_IsResolvedAgainstTheArticle(string words, string from, string to)
    {
        Assert.Equal(new DateRange(DateOnly.Parse(from), DateOnly.Parse(to)), Resolve(words, Published));
    }

    [Theory]
    [InlineData("mardi prochain")]
    [InlineData("le 3 octobre prochain")]
    [InlineData("il y a plusieurs mois")]
    [InlineData("il y a quelques jours")]
    [InlineData("il y a deux ans")]
    public void FindAll_TimeAheadOrVague_HasNoDay(string words) => Assert.Null(Resolve(words, Published));

    [Theory]
    [InlineData("mardi")]
    [InlineData("mardi 12 septembre")]
    [InlineData("hier")]
    [InlineData("la semaine dernière")]
    [InlineData("en octobre")]
    public void FindAll_NoArticleDate_NothingIsGuessed(string words) => Assert.Null(Resolve(words, null));

    [Theory]
    [InlineData("jeudi 24 mars 2022", "2022-03-24")]
    [InlineData("le 28/02/2022", "2022-02-28")]
    public void FindAll_NoArticleDate_FullDateStands(string words, string day)
    {
        Assert.Equal(new DateRange(DateOnly.Parse(day), DateOnly.Parse(day)), Resolve(words, null));
    }

    [Theory]
    [InlineData("Avril Lemoine a vu la planète Mars à 24 reprises.")]
    [InlineData("Le 31/02/2022 n’existe pas, le 30 février non plus.")]
    [InlineData("À la veille du sommet, 12 députés siégeaient.")]
    [InlineData("Un score de 3.2.1 et un lot de 20220228 pièces.")]
    public void FindAll_NoTime_FindsNothing(string text)
    {
        Assert.Empty(Times.FindAll(Scene.Tokenize(text)));
    }

    [Fact]
    public void Resolve_DayBefore_CountsFromTheDayNamedLast()
    {
        var found = Times.FindAll(Scene.Tokenize("Arrivé mardi 5 septembre, il avait prévenu la veille."));
        Assert.Equal(2, found.Count);
        Assert.Equal(new DateOnly(2023, 9, 4), DateResolver.Resolve(found[1], Published, new DateOnly(2023, 9, 5))!.Value.From);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Resolve_ArticleAtTheEndOfTheCalendar_DoesNotThrow(string day)
    {
        foreach (var words in new[] { "la semaine dernière", "hier", "lundi", "le 24 mars", "l’an dernier", "en mars", "ce week-end" })
            Resolve(words, DateOnly.Parse(day));
    }

    private static DateRange? Resolve(string words, DateOnly? published)
    {
        var expression = Assert.Single(Times.FindAll(Scene.Tokenize($"Elle l’a dit {words}.")));
        return DateResolver.Resolve(expression, published, null);
    }
}
