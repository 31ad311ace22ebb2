// SPDX-License-Identifier: Apache-2.0
using System.Runtime.Versioning;
using Dixit.Cli.Extracting;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Extracting;

public sealed class ResultFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commit_NewFile_AppearsWithWhatWasWritten()
    {
        using (var file = ResultFile.Create(_folder.PathOf("r.jsonl")))
        {
            file.Stream.Write("neuf"u8);
            Assert.False(File.Exists(_folder.PathOf("r.jsonl")));
            file.Commit();
        }

        Assert.Equal("neuf", File.ReadAllText(_folder.PathOf("r.jsonl")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesTheOldFileAndNothingElse()
    {
        var path = _folder.Write("r.jsonl", "ancien");
        using (var file = ResultFile.Create(path))
            file.Stream.Write("neuf"u8);
        Assert.Equal("ancien", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Commit_ThroughALink_ReplacesTheFileBehindIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        var path = _folder.Write("r.jsonl", "ancien");
        File.CreateSymbolicLink(_folder.PathOf("lien"), path);
        using (var file = ResultFile.Create(_folder.PathOf("lien")))
        {
            file.Stream.Write("neuf"u8);
            file.Commit();
        }

        Assert.Equal("neuf", File.ReadAllText(path));
        Assert.NotNull(File.ResolveLinkTarget(_folder.PathOf("lien"), false));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Commit_OldFile_KeepsItsMode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes there.");
        var path = _folder.Write("r.jsonl", "ancien");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (var file = ResultFile.Create(path))
            file.Commit();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Create_NoFolder_SaysSo() =>
        Assert.Contains("there is no folder", Assert.Throws<IOException>(() => ResultFile.Create(_folder.PathOf("non/r.jsonl"))).Message);

    [Fact]
    public void Create_FolderInItsPlace_SaysSo() =>
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => ResultFile.Create(_folder.Path)).Message);

    [Fact]
    public void IsAt_OtherSpellingsOfThePlace_AreRecognised()
    {
        using var file = ResultFile.Create(_folder.PathOf("r.jsonl"));
        Assert.True(file.IsAt(_folder.PathOf("./r.jsonl")));
        Assert.False(file.IsAt(_folder.PathOf("autre/r.jsonl")));
    }
}
