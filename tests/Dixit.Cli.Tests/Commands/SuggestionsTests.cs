// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Commands;

namespace Dixit.Cli.Tests.Commands;

public class SuggestionsTests
{
    private static readonly string[] _names = ["extract", "explain", "completion"];

    [Theory]
    [InlineData("extrct", "extract")]
    [InlineData("extarct", "extract")]
    [InlineData("EXTRACT", "extract")]
    [InlineData("explian", "explain")]
    [InlineData("compl", "completion")]
    [InlineData("ex", null)]
    [InlineData("article.txt", null)]
    [InlineData("timeline", null)]
    public void Nearest_MistypedName_IsFoundWhereItIsNear(string word, string? expected) =>
        Assert.Equal(expected, Suggestions.Nearest(word, _names));

    [Theory]
    [InlineData("--fromat", "--format")]
    [InlineData("--job", "--jobs")]
    [InlineData("--output", "--outlet")]
    [InlineData("--xyz", null)]
    public void Nearest_MistypedOption_IsFoundWhereItIsNear(string word, string? expected) =>
        Assert.Equal(expected, Suggestions.Nearest(word, ["--format", "--jobs", "--out", "--outlet", "--quiet"]));
}
