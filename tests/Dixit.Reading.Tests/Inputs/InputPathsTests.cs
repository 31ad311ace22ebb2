// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Inputs;

namespace Dixit.Reading.Tests.Inputs;

public sealed class InputPathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Expand_Folder_GivesKnownFilesBelowItInOrdinalOrder()
    {
        foreach (var name in new[] { "b.txt", "a/z.json", "a.txt", "a-b.txt", "A.TXT", "a/b/c.jsonl", "notes.md", "image.png", "x", "été.txt" })
            _folder.Write(name, "Oui.");
        Assert.Equal(["A", "a-b", "a", "a/b/c", "a/z", "b", "été"], Stems(_folder.Path));
    }

    [Fact]
    public void Expand_NamesThatStartWithADot_AreLeftAloneUnlessNamed()
    {
        var hidden = _folder.Write(".cache/a.txt", "Oui.");
        _folder.Write("._b.txt", "Oui.");
        _folder.Write("c.txt", "Oui.");
        Assert.Equal(["c"], Stems(_folder.Path));
        Assert.Equal(["a"], Stems(hidden));
        Assert.Equal(["a"], Stems(_folder.In(".cache")));
    }

    [Fact]
    public void Expand_FileNamedDirectly_IsTakenWhateverItsEnding()
    {
        Assert.Equal(["notes"], Stems(_folder.Write("x/notes.md", "Oui.")));
        Assert.Equal(["LISEZMOI"], Stems(_folder.Write("x/LISEZMOI", "Oui.")));
    }

    [Fact]
    public void Expand_FolderWithoutKnownFiles_SaysSo()
    {
        _folder.Write("notes.md", "Oui.");
        Directory.CreateDirectory(_folder.In("empty"));
        var problem = Assert.Single(Expand(_folder.Path)).Problem!;
        Assert.Equal(ReadProblems.NothingToRead, problem.Code);
        Assert.Contains(".txt", problem.Message);
    }

    [Theory]
    [InlineData("*.txt", "a b")]
    [InlineData("?.txt", "a b")]
    [InlineData("*.md", "n")]
    [InlineData("*", "a b c/d c/e/f")]
    [InlineData("**", "a b c/d c/e/f")]
    [InlineData("*.*", "a b")]
    [InlineData("**/*.txt", "a b c/d c/e/f")]
    [InlineData("**/*.md", "c/e/m n")]
    [InlineData("c*", "c/d c/e/f")]
    [InlineData("c/*", "d e/f")]
    [InlineData("*/e/?.txt", "c/e/f")]
    public void Expand_Pattern_GivesWhatItMatchesByPathBelowItsFixedPart(string pattern, string stems)
    {
        foreach (var name in new[] { "a.txt", "b.txt", "n.md", "c/d.txt", "c/e/f.txt", "c/e/m.md", ".g/h.txt" })
            _folder.Write(name, "Oui.");
        Assert.Equal(stems.Split(' '), Stems(_folder.In(pattern)));
    }

    [Fact]
    public void Expand_PatternWithoutMatch_SaysSo()
    {
        var problem = Assert.Single(Expand(_folder.In("*.txt"))).Problem!;
        Assert.Equal(ReadProblems.PathNotFound, problem.Code);
        Assert.Equal(ReadProblems.PathNotFound, Assert.Single(Expand(_folder.In("rien/*.txt"))).Problem!.Code);
    }

    [Fact]
    public void Expand_FileWithAStarInItsName_IsItself()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("No file can have such a name here.");
        _folder.Write("ab.txt", "Oui.");
        Assert.Equal(["a*"], Stems(_folder.Write("a*.txt", "Oui.")));
    }

    [Theory]
    [InlineData("rien.txt")]
    [InlineData("")]
    public void Expand_MissingPath_IsAProblem(string name)
    {
        var path = name.Length == 0 ? "" : _folder.In(name);
        var problem = Assert.Single(Expand(path)).Problem!;
        Assert.Equal(ReadProblems.PathNotFound, problem.Code);
        Assert.Equal(path, problem.Path);
    }

    [Fact]
    public void Expand_SeveralPathsToOneFile_GiveItOnce()
    {
        var path = _folder.Write("a.txt", "Oui.");
        Assert.Equal(["a"], Stems(path, _folder.Path, Path.Combine(_folder.Path, ".", "a.txt"), _folder.In("*.txt")));
    }

    [Fact]
    public void Expand_LinksToFolders_AreNotFollowedSoThatLoopsEnd()
    {
        _folder.Write("x/a.txt", "Oui.");
        Directory.CreateSymbolicLink(_folder.In("x/loop"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.In("y"), _folder.In("x"));
        File.CreateSymbolicLink(_folder.In("b.txt"), _folder.In("x/a.txt"));
        Assert.Equal(["b", "x/a"], Stems(_folder.Path));
        Assert.Equal(["x/a"], Stems(_folder.In("**/a.txt")));
        Assert.Equal(["a"], Stems(_folder.In("y")));
    }

    [Theory]
    [InlineData("a.txt", "a")]
    [InlineData("a.html.gz", "a")]
    [InlineData("a.jsonl.GZ", "a")]
    [InlineData("a.gz", "a")]
    [InlineData("a.2024.txt", "a.2024")]
    [InlineData("x.y/a", "x.y/a")]
    [InlineData("x/.txt", "x/.txt")]
    [InlineData(".txt", ".txt")]
    [InlineData("a.", "a.")]
    public void StemOf_Path_HasNoEnding(string path, string stem) => Assert.Equal(stem, InputFile.StemOf(path));

    private static IEnumerable<InputFile> Expand(params string[] paths) => new InputPaths([".txt", ".json", ".jsonl"]).Expand(paths);

    private static IEnumerable<string> Stems(params string[] paths) => Expand(paths).Select(file => file.Problem?.ToString() ?? file.Stem);
}
