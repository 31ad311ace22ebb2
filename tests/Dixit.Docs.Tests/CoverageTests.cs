// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Xunit;

namespace Dixit.Docs.Tests;

/// <summary>What must be described is.</summary>
public sealed class CoverageTests
{
    private static readonly Assembly Library = typeof(Pipeline).Assembly;

    [Theory]
    [InlineData("Dixit.Languages.CueFrames")]
    [InlineData("Dixit.Languages.WordClass")]
    public void LanguagesPage_DescribesEveryNameOf(string type)
    {
        var page = Repository.Read("docs/languages.md");

        Assert.Empty(Library.GetType(type, throwOnError: true)!.GetEnumNames().Where(name => name != "None" && !page.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void LanguagesPage_DescribesEveryFileOfALanguage()
    {
        var page = Repository.Read("docs/languages.md");
        var files = Library.GetManifestResourceNames().Where(name => name.StartsWith("Languages/", StringComparison.Ordinal)).Select(name => Path.GetFileName(name)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void LanguagesPage_NamesNoFileThatIsGone()
    {
        var files = Library.GetManifestResourceNames().Select(name => Path.GetFileName(name)).ToHashSet();
        var named = Repository.Read("docs/languages.md").Split('`').Where(code => code.EndsWith(".txt", StringComparison.Ordinal));

        Assert.Empty(named.Where(name => !files.Contains(name)));
    }

    [Theory]
    [InlineData("Dixit.Attributions.SpeechAct")]
    [InlineData("Dixit.Mentions.SpeakerKind")]
    [InlineData("Dixit.Quotations.QuotationKind")]
    public void ConceptsPage_DescribesEveryNameOf(string type)
    {
        var page = Repository.Read("docs/concepts.md");

        Assert.Empty(Library.GetType(type, throwOnError: true)!.GetEnumNames().Where(name =>
            !page.Contains($"`{name.ToLowerInvariant()}`", StringComparison.Ordinal) && !page.Contains($"| {name.ToLowerInvariant()} |", StringComparison.Ordinal)));
    }

    [Fact]
    public void SamplesPage_ListsEverySample()
    {
        var links = new MarkdownPage(Repository.Read("samples/README.md")).Links;
        var samples = Directory.EnumerateFiles(Repository.At("samples")).Select(path => Path.GetFileName(path)).Where(name => name != "README.md").ToList();

        Assert.NotEmpty(samples);
        Assert.Empty(samples.Except(links));
    }

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var solution = Repository.Read("Dixit.slnx");

        Assert.Empty(Repository.Files("*.csproj").Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void SourceFiles_BeginWithTheLicence()
    {
        Assert.Empty(Repository.Files("*.cs").Where(path => !Repository.Read(path).TrimStart('\uFEFF').StartsWith("// SPDX-License-Identifier: Apache-2.0\n", StringComparison.Ordinal)));
    }
}
