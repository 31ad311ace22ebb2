// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Dixit.Tests.Support;

public sealed class SpecFileTests
{
    private const string TwoExamples = """
        # Incises

        Prose about the file.

        ## The first
        Prose about it.
        ```dixit
        « {content:Oui} », {cue:dit} {source:Ana Costa}.
        Deuxième ligne.
        ```
        ```expect
        published: 2024-03-06
        via: Reuters, l'AFP
        ```

        # Known failures

        ## The second
        ```dixit
        Rien.
        ```
        """;

    [Fact]
    public void Parse_TwoExamples_ReadsTextStatementsAndKnownFailures()
    {
        var examples = SpecFile.Parse("fr/x", TwoExamples).Examples;

        Assert.Equal(["The first", "The second"], examples.Select(example => example.Heading));
        Assert.Equal("« Oui », dit Ana Costa.\nDeuxième ligne.", examples[0].Marked.Text);
        Assert.Equal(5, examples[0].Line);
        Assert.Equal([new SpecStatement("via", 0, "Reuters, l'AFP")], examples[0].StatementsAboutResult);
        Assert.Equal(new DateOnly(2024, 3, 6), examples[0].ToDocument().Published);
        Assert.False(examples[0].KnownFailure);
        Assert.True(examples[1].KnownFailure);
        Assert.False(examples[0].FindsNothing);
        Assert.True(examples[1].FindsNothing);
    }

    [Theory]
    [InlineData("## A\nprose only", "no dixit block")]
    [InlineData("## A\n```dixit\nRien.", "never closed")]
    [InlineData("## A\n```dixit\nRien.\n```\n```dixit\nEncore.\n```", "one dixit block")]
    [InlineData("## A\n```dixit\nRien.\n```\n```expect\nspeeker: X\n```", "is no key")]
    [InlineData("## A\n```dixit\nRien.\n```\n```expect\nspeaker X\n```", "not of the form")]
    [InlineData("## A\n```dixit\n{source:X} parle\n```", "has no content")]
    [InlineData("## A\n```dixit\nRien.\n```\n## A\n```dixit\nRien.\n```", "stands twice")]
    public void Parse_BrokenFile_NamesFileAndProblem(string markdown, string message)
    {
        var problem = Assert.Throws<FormatException>(() => SpecFile.Parse("fr/x", markdown));

        Assert.StartsWith("fr/x.md", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }
}
