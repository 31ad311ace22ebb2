// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;
using Dixit.Statements;
using Xunit;
using static Dixit.Tests.Statements.Reading;

namespace Dixit.Tests.Statements;

public sealed class WordDifferenceTests
{
    [Fact]
    public void Between_OneWordChanged_ShowsIt()
    {
        var (before, after) = (Text("La flotte restera au port."), Text("La flotte restera au large."));

        var changes = WordDifference.Between(before, after).Changes;

        Assert.Equal([ChangeKind.Same, ChangeKind.Changed], changes.Select(change => change.Kind));
        Assert.Equal("port", before.Text[changes[1].Before.Start..changes[1].Before.End]);
        Assert.Equal("large", after.Text[changes[1].After.Start..changes[1].After.End]);
    }

    [Theory]
    [InlineData("Nous irons à Oslo", "Nous n’irons pas à Oslo", Meanings.Negation)]
    [InlineData("Trois bateaux partiront", "Quatre bateaux partiront", Meanings.Number)]
    [InlineData("Nous irons à Oslo", "Nous irons à Bergen", Meanings.Name)]
    [InlineData("Nous fermons le port", "Nous devons fermer le port", Meanings.Modal)]
    [InlineData("Cela aura des conséquences", "Cela aurait des conséquences", Meanings.Modal)]
    [InlineData("Les ports fermeront", "Tous les ports fermeront", Meanings.Quantifier)]
    [InlineData("Nous livrons du blé", "Nous ne livrons que du blé", Meanings.Quantifier)]
    [InlineData("La Norvège attaque la Suède", "La Suède attaque la Norvège", Meanings.Roles)]
    [InlineData("Nous paierons", "Ils paieront", Meanings.Roles)]
    [InlineData("Le port est grand", "Le port est vaste", Meanings.None)]
    [InlineData("Vladimir Dragan a menti", "Dragan a menti", Meanings.None)]
    [InlineData("quinze bateaux", "15 bateaux", Meanings.None)]
    [InlineData("Demain, peut-être, nous irons", "Nous irons peut-être demain", Meanings.None)]
    [InlineData("Nous ne viderons pas le lac", "Le lac ne sera pas vidé", Meanings.None)]
    [InlineData("Le maire viendra, le préfet ne viendra pas", "Le maire ne viendra pas, le préfet viendra", Meanings.Negation)]
    [InlineData("Tous les ports fermeront", "Tous les ports fermeront, sauf celui-ci", Meanings.Quantifier)]
    [InlineData("Nous irons demain, tous", "Nous irons tous demain", Meanings.None)]
    public void Between_AChange_TellsWhatItMeans(string before, string after, Meanings meanings)
    {
        Assert.Equal(meanings, WordDifference.Between(Text(before), Text(after)).Meanings);
    }

    [Fact]
    public void Between_DirectAndIndirect_ShiftsPersonsAndMoods()
    {
        var difference = WordDifference.Between(Text("Nous irons"), Text("ils iraient", QuotationKind.Indirect));

        Assert.Equal(Meanings.None, difference.Meanings);
    }

    [Fact]
    public void Between_AnyTwoTexts_TilesBoth()
    {
        string[] texts = ["", "Nous irons", "Nous n’irons pas à Oslo, dit-on", "irons nous", "Trois fois trois, neuf", "Oslo Oslo Oslo", "Oslo"];
        foreach (var one in texts)
        {
            foreach (var other in texts)
            {
                var (before, after) = (Text(one), Text(other));
                var changes = WordDifference.Between(before, after).Changes;
                Assert.Equal(before.Words.Length, changes.Sum(change => Count(before, change.Before)));
                Assert.Equal(after.Words.Length, changes.Sum(change => Count(after, change.After)));
                Assert.Equal(before.Folded == after.Folded, WordDifference.Between(before, after).IsNone);
            }
        }
    }

    [Fact]
    public void Between_TwoLongTexts_IsBounded()
    {
        var one = Text("Début " + string.Join(' ', Enumerable.Range(0, 3000).Select(i => "mot" + i)) + " fin");
        var other = Text("Début " + string.Join(' ', Enumerable.Range(0, 3000).Select(i => "terme" + i)) + " fin");

        Assert.Equal([ChangeKind.Same, ChangeKind.Changed, ChangeKind.Same], WordDifference.Between(one, other).Changes.Select(change => change.Kind));
    }

    private static int Count(StatementText text, Dixit.Documents.TextSpan span)
    {
        var count = 0;
        foreach (var word in text.Words)
            count += span.Contains(word.Span) && !span.IsEmpty ? 1 : 0;
        return count;
    }
}
