// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Dixit.Reading.Inputs;

namespace Dixit.Reading.Tests.Inputs;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "a.txt")]
    [InlineData("*.txt", "a.txt")]
    [InlineData("*.txt", ".txt")]
    [InlineData("a*b*c", "abc")]
    [InlineData("a*b*c", "axbxbxc")]
    [InlineData("a?c", "abc")]
    [InlineData("**", "abc")]
    [InlineData("[a].txt", "[a].txt")]
    public void Matches_FittingName_IsTrue(string part, string name) => Assert.True(Glob.Matches(part, name));

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("?", "")]
    [InlineData("*.txt", "a.txtx")]
    [InlineData("a*b*c", "axbxb")]
    [InlineData("a?c", "ac")]
    [InlineData("[ab].txt", "a.txt")]
    public void Matches_OtherName_IsFalse(string part, string name) => Assert.False(Glob.Matches(part, name));

    [Theory]
    [InlineData("**/*.txt", "a.txt", true)]
    [InlineData("**/*.txt", "x/y/a.txt", true)]
    [InlineData("**/*.txt", "x/y/a.md", false)]
    [InlineData("x/**/y/*", "x/y/a", true)]
    [InlineData("x/**/y/*", "x/y/y/y/a", true)]
    [InlineData("x/**/y/*", "x/z/a", false)]
    [InlineData("*/a", "x/y/a", false)]
    [InlineData("**", "x/y/a", true)]
    [InlineData("**/a", "x/.y/a", false)]
    [InlineData("**/.y/a", "x/.y/a", true)]
    [InlineData("*", ".a", false)]
    public void Advance_PartByPart_MatchesPaths(string pattern, string path, bool isMatch)
    {
        var glob = new Glob(pattern.Split('/'));
        var places = path.Split('/').Aggregate(glob.Start, glob.Advance);
        Assert.Equal(isMatch, glob.IsMatch(places));
    }

    [Fact]
    public void Matches_ManyStars_TakesNoTime()
    {
        var watch = Stopwatch.StartNew();
        Assert.False(Glob.Matches(string.Concat(Enumerable.Repeat("a*", 200)) + "b", new string('a', 20_000)));
        var glob = new Glob([.. Enumerable.Repeat("**", 100), "b"]);
        Assert.False(glob.IsMatch(Enumerable.Repeat("a", 500).Aggregate(glob.Start, glob.Advance)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    [Fact]
    public void Matches_RandomNames_AgreesWithTheDefinition()
    {
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++)
        {
            var part = RandomText(random, "ab*?", 6);
            var name = RandomText(random, "ab", 8);
            Assert.True(Glob.Matches(part, name) == Defined(part, name), $"{part} {name}");
        }
    }

    private static bool Defined(string part, string name)
    {
        if (part.Length == 0)
            return name.Length == 0;
        if (part[0] == '*')
            return Defined(part[1..], name) || (name.Length > 0 && Defined(part, name[1..]));
        return name.Length > 0 && (part[0] == '?' || part[0] == name[0]) && Defined(part[1..], name[1..]);
    }

    private static string RandomText(Random random, string alphabet, int most) =>
        new([.. Enumerable.Range(0, random.Next(most)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
}
