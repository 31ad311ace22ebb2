// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;
using Dixit.Statements;
using Xunit;
using static Dixit.Tests.Statements.Reading;

namespace Dixit.Tests.Statements;

public sealed class StatementComparerTests
{
    [Theory]
    [InlineData("La flotte restera au port", "la flotte restera au port.")]
    [InlineData("La Ligue n’enverra pas de bateaux à Valmer", "La Ligue n’enverra aucun bateau à Valmer")]
    [InlineData("Toute fermeture du détroit changerait complètement la nature de la crise", "Toute fermeture du détroit changerait fondamentalement le caractère de la crise")]
    [InlineData("Nous allons renforcer nos patrouilles dans le détroit", "ils vont renforcer leurs patrouilles dans le détroit")]
    [InlineData("Je pense que la pêche reprendra au printemps", "il pense que la pêche reprendrait au printemps")]
    [InlineData("Il faut apporter une aide d’urgence aux pêcheurs du Sund", "Il est nécessaire de fournir une aide d’urgence aux pêcheurs du Sund")]
    [InlineData("Demain, j’attends des ports qu’ils acceptent de recevoir des vivres", "J’attends des ports qu’ils acceptent demain de recevoir des vivres")]
    [InlineData("Ce bateau n’est pas apte à prendre la mer cet hiver", "Ce bateau est inapte à prendre la mer cet hiver")]
    [InlineData("Je ne sais pas ce que la marine prépare à Valmer", "J’ignore ce que la marine prépare à Valmer")]
    [InlineData("La marine a bombardé le port de Valmer", "Le port de Valmer a été bombardé par la marine")]
    [InlineData("Le port fermera pendant les deux prochaines années", "Le port fermera pendant deux ans")]
    [InlineData("Plus de 3,6 millions de personnes ont quitté le pays", "Plus de 3 600 000 personnes ont quitté le pays")]
    public void Compare_TheSameSaidOtherwise_IsOne(string one, string other)
    {
        var comparison = StatementComparer.Compare(Text(one), Text(other));

        Assert.True(comparison.AreOne, comparison.ToString());
    }

    [Theory]
    [InlineData("La Ligue enverra des bateaux à Valmer", "La Ligue n’enverra pas de bateaux à Valmer", Meanings.Negation)]
    [InlineData("La Ligue accepte d’envoyer des bateaux à Valmer", "La Ligue refuse d’envoyer des bateaux à Valmer", Meanings.Negation)]
    [InlineData("Il y a un sentiment d’urgence", "Il n’y a aucun sentiment d’urgence", Meanings.Negation)]
    [InlineData("Ce bateau est apte à prendre la mer cet hiver", "Ce bateau est inapte à prendre la mer cet hiver", Meanings.Negation)]
    [InlineData("Ce bateau n’est pas apte à prendre la mer cet hiver", "Ce bateau n’est pas inapte à prendre la mer cet hiver", Meanings.Negation)]
    [InlineData("Je sais ce que la marine prépare à Valmer", "J’ignore ce que la marine prépare à Valmer", Meanings.Negation)]
    [InlineData("Nous signerons avec des garanties", "Nous signerons sans garanties", Meanings.Negation)]
    [InlineData("Les salaires vont augmenter dans les ports", "Les salaires vont baisser dans les ports", Meanings.Negation)]
    [InlineData("Le détroit restera ouvert aux pétroliers", "Le détroit restera fermé aux pétroliers", Meanings.Negation)]
    [InlineData("Trois ports seront fermés", "Quatre ports seront fermés", Meanings.Number)]
    [InlineData("Le budget atteindra 3,6 millions d’euros", "Le budget atteindra 36 millions d’euros", Meanings.Number)]
    [InlineData("Le port fermera pendant trois semaines", "Le port fermera pendant trois mois", Meanings.Number)]
    [InlineData("Le niveau baissera de dix centimètres par jour", "Le niveau baissera de dix centimètres par semaine", Meanings.Number)]
    [InlineData("La rénovation du port coûtera 40 millions d’euros", "La rénovation du port coûtera 40 millions $", Meanings.Number)]
    [InlineData("Nous livrerons du blé à la Norvège", "Nous livrerons du blé à la Suède", Meanings.Name)]
    [InlineData("Le président norvégien a menti", "Le président suédois a menti", Meanings.Name)]
    [InlineData("Nous signerons mardi à Oslo", "Nous signerons jeudi à Oslo", Meanings.Name)]
    [InlineData("Nous devons fermer le détroit", "Nous pouvons fermer le détroit", Meanings.Modal)]
    [InlineData("Tous les ports resteront ouverts", "Certains ports resteront ouverts", Meanings.Quantifier)]
    [InlineData("Plus de cent bateaux sont partis", "Moins de cent bateaux sont partis", Meanings.Quantifier)]
    [InlineData("La Norvège a attaqué la Suède", "La Suède a attaqué la Norvège", Meanings.Roles)]
    [InlineData("Le convoi ira d’Oslo à Bergen", "Le convoi ira de Bergen à Oslo", Meanings.Roles)]
    public void Compare_AcrossAGuard_IsNot(string one, string other, Meanings guard)
    {
        var comparison = StatementComparer.Compare(Text(one), Text(other));

        Assert.Equal(StatementRelation.Different, comparison.Relation);
        Assert.True(comparison.Conflicts.HasFlag(guard), comparison.ToString());
    }

    [Theory]
    [InlineData("Nous allons renforcer nos patrouilles dans le détroit", "La pêche au hareng reprendra au printemps")]
    [InlineData("La situation dans le détroit est grave", "Le détroit sera fermé aux pétroliers dès lundi")]
    [InlineData("Merci à tous", "Merci aux pêcheurs du Sund")]
    public void Compare_OnOneTopic_IsNot(string one, string other)
    {
        Assert.False(StatementComparer.Compare(Text(one), Text(other)).AreOne);
    }

    [Fact]
    public void Compare_ACutQuotation_IsTruncated()
    {
        var whole = Text("Nous sommes convenus de renforcer les patrouilles dans le détroit, d’envoyer des vivres aux îles et de rouvrir les négociations avec les armateurs");
        var cut = Text("renforcer les patrouilles dans le détroit");

        Assert.Equal(StatementRelation.Truncated, StatementComparer.Compare(whole, cut).Relation);
    }

    [Fact]
    public void Compare_WithoutWords_IsDifferent()
    {
        Assert.False(StatementComparer.Compare(Text("…"), Text("…")).AreOne);
    }

    [Fact]
    public void Compare_EitherWayRound_IsTheSame()
    {
        string[] texts =
        [
            "La flotte restera au port", "La flotte ne restera pas au port", "Nous garderons la flotte au port de Valmer", "Trois bateaux resteront au port de Valmer",
            "La Norvège a attaqué la flotte", "La flotte a été attaquée par la Norvège", "Tous les bateaux doivent rester au port",
        ];

        foreach (var one in texts)
        {
            foreach (var other in texts)
                Assert.Equal(StatementComparer.Compare(Text(one), Text(other)), StatementComparer.Compare(Text(other), Text(one)));
        }
    }

    [Fact]
    public void Compare_VeryLongTexts_IsBounded()
    {
        var one = Text(string.Concat(Enumerable.Repeat("Le bateau quitte le port de Valmer avec du blé. ", 400)), QuotationKind.Indirect);

        Assert.True(StatementComparer.Compare(one, Text("Le bateau quitte le port de Valmer avec du blé")).AreOne);
    }
}
