// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Tests.Terminals;

public class VisibleTextTests
{
    [Theory]
    [InlineData("  un\n deux\t\ttrois ", "un deux trois")]
    [InlineData("l'OTAN\u00A0» dit\u202F!", "l'OTAN\u00A0» dit\u202F!")]
    [InlineData("a\e[31mb", "a␛[31mb")]
    [InlineData("a\u009Bb", "a\uFFFDb")]
    [InlineData("", "")]
    public void OneLine_AnyText_IsSafeForAScreen(string text, string expected) => Assert.Equal(expected, VisibleText.OneLine(text));

    [Theory]
    [InlineData("court", 10, "court")]
    [InlineData("exactement", 10, "exactement")]
    [InlineData("une phrase bien trop longue", 20, "une phrase bien…")]
    [InlineData("anticonstitutionnellement", 10, "anticonst…")]
    [InlineData("🚢🚢🚢🚢", 5, "🚢🚢…")]
    public void Shorten_Text_FitsWithWholeWordsWhereOneEndsNear(string text, int cells, string expected)
    {
        var shortened = VisibleText.Shorten(text, cells);
        Assert.Equal(expected, shortened);
        Assert.True(CellWidth.Of(shortened) <= cells);
    }

    [Fact]
    public void Shorten_VeryLongText_TakesNoTimeForItsEnd() =>
        Assert.Equal("mot mot mot…", VisibleText.Shorten(string.Concat(Enumerable.Repeat("mot ", 10_000_000)), 13));

    [Fact]
    public void Wrap_Words_FillLinesUpToTheWidth() =>
        Assert.Equal(["un deux", "trois", "quatre", "dix-sep", "t ! oui"], VisibleText.Wrap("un deux trois quatre dix-sept ! oui", 7));

    [Fact]
    public void Wrap_SpaceInsideFrenchMarks_IsNoPlaceToBreak() =>
        Assert.Equal(["il a dit", "« non »", "aussitôt"], VisibleText.Wrap("il a dit « non » aussitôt", 11));

    [Theory]
    [InlineData("un deux trois", 1)]
    [InlineData("🚢🚢 bac 漢字漢字", 3)]
    [InlineData("e\u0301te\u0301 ete\u0301", 2)]
    public void Wrap_AnyWidth_LosesNothing(string text, int cells)
    {
        var lines = VisibleText.Wrap(text, cells);
        Assert.Equal(text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
        Assert.All(lines, line => Assert.True(CellWidth.Of(line) <= Math.Max(2, cells)));
    }

    [Fact]
    public void Wrap_NoText_IsOneEmptyLine() => Assert.Equal([""], VisibleText.Wrap("", 10));
}
