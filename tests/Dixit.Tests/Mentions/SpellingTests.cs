// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Xunit;

namespace Dixit.Tests.Mentions;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Sánchez", "SANCHEZ", true)]
    [InlineData("Dmitri", "Dmitry", true)]
    [InlineData("Paul", "Raul", false)]
    [InlineData("Ana", "Ann", false)]
    public void Alike_Words_AreOneNameOrTwo(string a, string b, bool expected) => Assert.Equal(expected, Spelling.Alike(a, b));

    [Theory]
    [InlineData("directeur", "directrice")]
    [InlineData("chanteur", "chanteuses")]
    [InlineData("général", "générale")]
    [InlineData("général", "généraux")]
    [InlineData("avocat", "avocate")]
    [InlineData("comédien", "comédiennes")]
    [InlineData("président", "ex-présidente")]
    public void StemKey_GendersAndNumbers_Share(string a, string b) => Assert.Equal(Spelling.StemKey(a), Spelling.StemKey(b));

    [Theory]
    [InlineData("V.", "Valentine", true)]
    [InlineData("J.-M.", "Jean-Marc", true)]
    [InlineData("J.-P.", "Jean-Marc", false)]
    [InlineData("B.", "Valentine", false)]
    public void IsInitial_Letters_StandForAName(string initial, string word, bool expected) => Assert.Equal(expected, Spelling.IsInitial(initial, word));

    [Fact]
    public void StemKey_EndlessWord_IsCut() => Assert.NotEqual(0UL, Spelling.StemKey(new string('a', 10_000)));
}
