// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;
using Xunit;
using static Dixit.Tests.Statements.Reading;

namespace Dixit.Tests.Statements;

public sealed class StatementReaderTests
{
    [Theory]
    [InlineData("L’Entente ne cèdera pas.", "L'ENTENTE NE CÈDERA PAS")]
    [InlineData("« Nous irons, dit-on, à Valmer. »", "Nous irons dit-on à Valmer")]
    [InlineData("L’état d’urgence", "l'etat d'urgence")]
    [InlineData("cœur", "coeur")]
    public void Folded_CaseAccentsMarks_AreAside(string one, string other)
    {
        Assert.Equal(Text(one).Folded, Text(other).Folded);
    }

    [Theory]
    [InlineData("3,6 millions de pêcheurs", "3600000")]
    [InlineData("3.6 millions de pêcheurs", "3600000")]
    [InlineData("100.000 pêcheurs", "100000")]
    [InlineData("100 000 pêcheurs", "100000")]
    [InlineData("100000 pêcheurs", "100000")]
    [InlineData("cent mille pêcheurs", "100000")]
    [InlineData("quinze pêcheurs", "15")]
    [InlineData("vingt et un pêcheurs", "21")]
    [InlineData("deux cent trente pêcheurs", "230")]
    [InlineData("trois millions deux cent mille pêcheurs", "3200000")]
    [InlineData("un milliard d’euros", "1000000000")]
    [InlineData("3,25 pêcheurs", "3.25")]
    [InlineData("0,125 pêcheur", "0.125")]
    [InlineData("quatre-vingt-dix pêcheurs", "90")]
    public void Numbers_HoweverWritten_AreOne(string text, string number)
    {
        Assert.Equal(number, Text(text).Folded.Split(' ')[0]);
    }

    [Fact]
    public void Numbers_AnArticle_IsNone()
    {
        Assert.DoesNotContain(Text("un accord et une paix").Units.ToArray(), unit => unit.Kind == UnitKind.Number);
    }

    [Fact]
    public void Auxiliaries_SayNothing_NounsWrittenAlikeDo()
    {
        Assert.DoesNotContain(Text("Le port a été fermé").Units.ToArray(), unit => unit.Text.StartsWith("ét", StringComparison.Ordinal) || unit.Text.StartsWith("et", StringComparison.Ordinal));
        Assert.Contains(Text("Le port ferme cet été").Units.ToArray(), unit => unit.FirstWord == 4);
        Assert.Contains(Text("Le port ferme l’été").Units.ToArray(), unit => unit.FirstWord == 4);
    }

    [Fact]
    public void Percent_InWordsOrAsASign_IsTheSame()
    {
        Assert.Equal(Text("12 % des ports").Folded, Text("12 pour cent des ports").Folded);
    }

    [Theory]
    [InlineData("Nous n’enverrons pas de bateaux", "bateau")]
    [InlineData("Nous n’enverrons plus de bateaux", "bateau")]
    [InlineData("Nous n’enverrons jamais de bateaux", "bateau")]
    [InlineData("Aucun bateau ne partira", "bateau")]
    [InlineData("sans bateau", "bateau")]
    [InlineData("Nous refusons d’envoyer des bateaux", "bateau")]
    [InlineData("Il est hors de question d’envoyer des bateaux", "bateau")]
    [InlineData("Nous ne pouvons envoyer de bateaux", "bateau")]
    [InlineData("Nous n’enverrons ni bateaux ni vivres", "bateau")]
    public void Negation_CoversWhatItNegates(string text, string word)
    {
        Assert.True(Unit(text, word).Negated);
    }

    [Theory]
    [InlineData("Nous enverrons des bateaux", "bateau")]
    [InlineData("Nous n’enverrons que des bateaux", "bateau")]
    [InlineData("Plus que jamais, il faut des bateaux", "bateau")]
    [InlineData("Pas seulement des bateaux", "bateau")]
    [InlineData("avant que les bateaux ne partent", "bateau")]
    [InlineData("C’est un pas vers des bateaux", "bateau")]
    [InlineData("Il ne dort pas, mais les bateaux partent", "bateau")]
    [InlineData("Nous ne refusons pas d’envoyer des bateaux", "bateau")]
    public void Negation_OfSomethingElse_LeavesTheWord(string text, string word)
    {
        Assert.False(Unit(text, word).Negated);
    }

    [Theory]
    [InlineData("Il faut fermer le port", UnitMarks.Must)]
    [InlineData("Nous devons fermer le port", UnitMarks.Must)]
    [InlineData("Nous pourrions fermer le port", UnitMarks.Can)]
    [InlineData("Nous voulons fermer le port", UnitMarks.Want)]
    [InlineData("Nous allons peut-être fermer le port", UnitMarks.Maybe)]
    public void Modals_MarkTheirVerb(string text, object mark)
    {
        Assert.True((Unit(text, "ferm").Marks & (UnitMarks)mark) != 0);
    }

    [Fact]
    public void Modals_TheNounPower_IsNone()
    {
        Assert.Equal(UnitMarks.None, Unit("Le pouvoir ferme le port", "port").Marks & UnitMarks.Modal);
    }

    [Theory]
    [InlineData("Tous les ports", UnitMarks.All)]
    [InlineData("La plupart des ports", UnitMarks.Most)]
    [InlineData("Certains ports", UnitMarks.Some)]
    [InlineData("Plus de ports", UnitMarks.More)]
    [InlineData("Moins de ports", UnitMarks.Less)]
    [InlineData("Seulement des ports", UnitMarks.Only)]
    public void Quantities_MarkTheirNoun(string text, object mark)
    {
        Assert.True((Unit(text, "port").Marks & (UnitMarks)mark) != 0);
    }

    [Fact]
    public void Roles_ActiveAndPassive_AreTheSame()
    {
        var active = Text("La marine contrôle le port");
        var passive = Text("Le port est contrôlé par la marine");

        Assert.Equal(Verb(active).Agent, Array.FindIndex(active.Units.ToArray(), unit => unit.Text == "marin"));
        Assert.Equal("marin", passive.Units[Verb(passive).Agent].Text);
        Assert.Equal("port", passive.Units[Verb(passive).Patient].Text);
    }

    [Fact]
    public void Keys_AreTheSameInEveryRun()
    {
        // Stored keys must outlive the process: these were written down once.
        Assert.Equal([.. Text("Et nous aussi").Keys], Text("ET NOUS AUSSI !").Keys);
        Assert.Equal(StatementHash.Of("et nous aussi"), (ulong)Assert.Single(Text("Et nous aussi").Keys));
        Assert.Equal(18279927818536163194UL, StatementHash.Of("et nous aussi"));
    }

    [Fact]
    public void Read_NothingAtAll_IsEmpty()
    {
        var text = Text(" … « » ");

        Assert.Empty(text.Folded);
        Assert.Empty(text.Stems);
    }

    [Theory]
    [InlineData("Nous irons. Puis nous reviendrons !", 2)]
    [InlineData("« Nous irons. »", 1)]
    [InlineData("M. Dahl ira à Valmer", 1)]
    [InlineData("…", 0)]
    public void Sentences_OfAClaim_AreCut(string claim, int count)
    {
        Assert.Equal(count, Reader.Sentences(claim, "fr").Count);
    }

    private static StatementUnit Unit(string text, string start)
    {
        foreach (var unit in Text(text).Units)
        {
            if (unit.Text.StartsWith(start, StringComparison.Ordinal))
                return unit;
        }

        throw new ArgumentException($"{text} has no unit {start}.");
    }

    private static StatementUnit Verb(StatementText text) => text.Units.ToArray().Single(unit => unit.Kind == UnitKind.Verb);
}
