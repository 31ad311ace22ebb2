// SPDX-License-Identifier: Apache-2.0
using Dixit.Tests.Support;
using Xunit;

namespace Dixit.Tests.Specs;

/// <summary>Runs every example of the spec files as a test of its own, named by its file and heading.</summary>
[Trait("Category", "Specs")]
public sealed class SpecTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().Build();

    public static IEnumerable<TheoryDataRow<string, string>> Examples() =>
        from name in SpecFile.Names
        from example in SpecFile.Load(name).Examples
        select new TheoryDataRow<string, string>(name, example.Heading)
        {
            TestDisplayName = $"{name}: {example.Heading}{(example.KnownFailure ? " (known failure)" : "")}",
            Label = "",
        };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_Analysed_FindsWhatIsMarkedAndNothingElse(string file, string heading)
    {
        var example = SpecFile.Load(file).Examples.Single(example => example.Heading == heading);

        var difference = SpecCheck.Compare(example, Pipeline.Analyse(example.ToDocument()));

        if (difference is not null)
            Assert.Fail($"{file}.md, line {example.Line}\n{difference}");
    }

    [Fact]
    public void SpecFiles_Together_AreManyAndAThirdFindNothing()
    {
        // A known failure says what is found today, not what should be: it does not count.
        var examples = SpecFile.Names.SelectMany(name => SpecFile.Load(name).Examples).Where(example => !example.KnownFailure).ToList();

        Assert.True(examples.Count >= 250, $"{examples.Count} examples");
        var nothing = examples.Count(example => example.FindsNothing);
        Assert.True(nothing * 3 >= examples.Count, $"{nothing} of {examples.Count} examples find nothing");
    }

    [Fact]
    public void SpecFiles_Marks_BeginAndEndOnWhatTheyMark()
    {
        var loose =
            from name in SpecFile.Names
            from example in SpecFile.Load(name).Examples
            from mark in example.Marked.Marks
            let words = example.Marked.Text[mark.Span.Start..mark.Span.End]
            where words != words.Trim() || ",;:".Contains(words[0]) || ",;:".Contains(words[^1])
            select $"{name}.md, line {example.Line}: {MarkedUpText.Label(mark)} is \"{words}\"";

        Assert.Empty(loose);
    }
}
