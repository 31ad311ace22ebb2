// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Evaluating;

namespace Dixit.Cli.Tests.Evaluating;

public class SpeakerAgreementTests
{
    [Theory]
    [InlineData("Hélène Vaudrel", "Hélène Vaudrel", true)]
    [InlineData("Hélène Vaudrel", "HELENE VAUDREL", true)]
    [InlineData("Hélène Vaudrel", "Vaudrel", true)]
    [InlineData("Vaudrel", "Hélène Vaudrel", true)]
    [InlineData("Hélène Vaudrel", "Paul Vaudrel", false)]
    [InlineData("Hélène Vaudrel", "Hélène", false)]
    [InlineData("Dmitri Orlov", "Dmitry Orlov", true)]
    [InlineData("Anna Orlov", "Anne Orlov", false)]
    [InlineData("Mme Vaudrel", "Vaudrel", true)]
    [InlineData("source diplomatique alliée", "une source diplomatique", true)]
    [InlineData("porte-parole du Palais", "Palais", false)]
    [InlineData("porte-parole du Palais", "porte-parole", true)]
    [InlineData("Syndicat général de l'énergie", "SGE", true)]
    [InlineData("SGE", "syndicat général énergie", true)]
    [InlineData("Lucien Bressac", "", false)]
    [InlineData("", "Lucien Bressac", false)]
    [InlineData("", "", true)]
    [InlineData("Lucien Bressac", "le", false)]
    [InlineData("Zoë Łukasz", "Zoe Łukasz", true)]
    public void Agrees_OfTwoNames_IsSoWhereTheyAreOnePersons(string gold, string predicted, bool expected) =>
        Assert.Equal(expected, SpeakerAgreement.Agrees(gold.Length == 0 ? [] : [gold], predicted.Length == 0 ? [] : [predicted]));

    [Fact]
    public void Agrees_WithAnAliasOfGold_IsRightUnlessForenamesDiffer()
    {
        string[] gold = ["Hélène Vaudrel", "la ministre", "Vaudrel"];

        Assert.True(SpeakerAgreement.Agrees(gold, ["ministre"]));
        Assert.True(SpeakerAgreement.Agrees(gold, ["H. Vaudrel", "autre"]) == SpeakerAgreement.Agrees(gold, ["H. Vaudrel"]));
        Assert.False(SpeakerAgreement.Agrees(gold, ["Paul Vaudrel"]));
    }

    [Theory]
    [InlineData("*", "a", true)]
    [InlineData("seed-*", "seed-001", true)]
    [InlineData("seed-*", "press-001", false)]
    [InlineData("!seed-*", "press-001", true)]
    [InlineData("!seed-*", "seed-001", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]1", "b1", true)]
    [InlineData("[!a-c]1", "b1", false)]
    [InlineData("[]]x", "]x", true)]
    [InlineData("[x", "[x", true)]
    [InlineData("*a*b", "xaybzb", true)]
    [InlineData("", "x", false)]
    public void Pattern_OfAnId_FitsAsInShells(string pattern, string id, bool expected) => Assert.Equal(expected, new DocumentPattern(pattern).Fits(id));
}
