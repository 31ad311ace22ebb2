// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Tests.Archives;

[Collection(MemoryMeasured.Name)]
public sealed class ArchiveTests
{
    [Fact]
    public void Read_CompressedFile_HasTheIdOfTheFileInIt()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File("phare.txt.gz", Packed.Gzip("« Oui », a dit Ana Costa."))));
        Assert.Equal(("phare", "« Oui », a dit Ana Costa."), (document.Id, document.Text));
    }

    [Fact]
    public void Read_CompressedLines_AreRecords() =>
        Assert.Equal(["a", "lignes#2"], Reads.File("lignes.jsonl.gz", Packed.Gzip("{\"id\":\"a\",\"text\":\"x\"}\n{\"text\":\"y\"}\n")).Select(result => Reads.DocumentOf(result).Id));

    [Fact]
    public void Read_GzipWithoutItsEnding_IsToldByItsContent() =>
        Assert.Equal("Bonjour.", Reads.DocumentOf(Assert.Single(Reads.File("phare.txt", Packed.Gzip("Bonjour.")))).Text);

    [Theory]
    [InlineData("presse.zip")]
    [InlineData("presse.tar")]
    [InlineData("presse.tar.gz")]
    [InlineData("presse.tgz")]
    [InlineData("sans-nom")]
    public void Read_Archive_EntriesAreCalledByArchiveAndEntry(string name)
    {
        (string, byte[])[] entries = [Packed.Entry("2024/mai/a.txt", "Un."), Packed.Entry("2024/b.jsonl", "{\"id\":\"z\",\"text\":\"Deux.\"}\n"), Packed.Entry("c.txt", "Trois.")];
        var bytes = name.Contains("tar") ? Packed.Tar(entries) : name.EndsWith("tgz") ? Packed.Gzip(Packed.Tar(entries)) : Packed.Zip(entries);
        if (name.EndsWith(".tar.gz"))
            bytes = Packed.Gzip(bytes);
        var stem = name.Split('.')[0];
        Assert.Equal([$"{stem}/2024/mai/a", "z", $"{stem}/c"], Reads.File(name, bytes).Select(result => Reads.DocumentOf(result).Id));
    }

    [Fact]
    public void Read_Archive_LeavesAloneWhatAFolderWould()
    {
        var zip = Packed.Zip(Packed.Entry(".cache/a.txt", "x"), Packed.Entry("__MACOSX/a.txt", "x"), Packed.Entry("image.png", "x"), Packed.Entry("LISEZMOI.md", "x"), Packed.Entry("b.txt.gz", "x"));
        var problem = Reads.ProblemOf(Assert.Single(Reads.File("a.zip", zip)));
        Assert.Equal(ReadProblems.BrokenArchive, problem.Code);
        Assert.EndsWith("a.zip/b.txt.gz", problem.Path);
        Assert.Equal(ReadProblems.NothingToRead, Reads.ProblemOf(Assert.Single(Reads.File("b.zip", Packed.Zip(Packed.Entry("image.png", "x"))))).Code);
    }

    [Fact]
    public void Read_ZipThroughAPipe_IsReadAllTheSame()
    {
        using var pipe = new OneWayStream(Packed.Zip(Packed.Entry("a.txt", "Oui."), Packed.Entry("b.txt", "Non.")));
        Assert.Equal(["flux/a", "flux/b"], Reads.Stream(pipe).Select(result => Reads.DocumentOf(result).Id));
    }

    [Fact]
    public void Read_NestedArchives_AreReadToALimit()
    {
        var bytes = Packed.Zip(Packed.Entry("a.txt", "Oui."));
        for (var depth = 0; depth < 2; depth++)
            bytes = Packed.Zip(($"n{depth}.zip", bytes), Packed.Entry("b.txt", "Non."));
        Assert.Equal(["x/n1/n0/a", "x/n1/b", "x/b"], Reads.File("x.zip", bytes).Select(result => Reads.DocumentOf(result).Id));
        for (var depth = 2; depth < 6; depth++)
            bytes = Packed.Zip(($"n{depth}.zip", bytes));
        Assert.All(Reads.File("x.zip", bytes), result => Assert.Equal(ReadProblems.NestedTooDeep, Reads.ProblemOf(result).Code));
    }

    [Fact]
    public void Read_PathsThatLeadOut_AreOnlyNames()
    {
        var zip = Packed.Zip(Packed.Entry("../../etc/a.txt", "Un."), Packed.Entry("/b.txt", "Deux."), Packed.Entry("..\\c.txt", "Trois."));
        Assert.Equal(["x/etc/a", "x/b", "x/c"], Reads.File("x.zip", zip).Select(result => Reads.DocumentOf(result).Id));
    }

    [Fact]
    public void Read_DamagedEntry_HarmsItAlone()
    {
        var zip = Packed.Zip(Packed.Entry("a.txt", new string('a', 5000) + "fin"), Packed.Entry("b.txt", "Non."));
        // The first entry's deflated bytes begin behind its header of 30 bytes and its name.
        zip.AsSpan(36, 8).Fill(0xFF);
        var results = Reads.File("x.zip", zip);
        Assert.Equal(ReadProblems.BrokenArchive, Reads.ProblemOf(results[0]).Code);
        Assert.Equal("Non.", Reads.DocumentOf(results[1]).Text);
    }

    [Theory]
    [InlineData("a.zip", "PK\x03\x04 and nothing that would be a list")]
    [InlineData("a.tar", "this is no archive at all")]
    public void Read_DamagedArchive_IsAProblem(string name, string bytes) =>
        Assert.Contains(Reads.ProblemOf(Assert.Single(Reads.File(name, bytes))).Code, (string[])[ReadProblems.BrokenArchive, ReadProblems.Unreadable, ReadProblems.NothingToRead]);

    [Fact]
    public void Read_CutGzip_IsAProblem()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(n => $"Phrase {n * 7919 % 1000}. "));
        var bytes = Packed.Gzip(text);
        Assert.Equal(ReadProblems.BrokenArchive, Reads.ProblemOf(Assert.Single(Reads.File("a.txt.gz", bytes[..(bytes.Length / 2)]))).Code);
    }

    [Fact]
    public void Read_GzipBomb_IsStopped()
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var line = Encoding.ASCII.GetBytes("{\"text\":\"" + new string('a', 1_000_000) + "\"}\n");
            for (var i = 0; i < 400; i++)
                gzip.Write(line);
        }

        var before = GC.GetTotalMemory(true);
        var problems = 0;
        ReadProblem? last = null;
        packed.Position = 0;
        foreach (var result in new DocumentReader().ReadStream(packed, InputFormat.Unknown, "bombe", Reads.Cancellation))
        {
            if (result.Problem is { } problem)
                (problems, last) = (problems + 1, problem);
        }

        Assert.Equal(ReadProblems.ExpandsTooMuch, last?.Code);
        Assert.True(GC.GetTotalMemory(true) - before < 64 * 1024 * 1024);
    }

    [Fact]
    public void Read_ZipOfBombs_IsStoppedAsAWhole()
    {
        var zeros = Packed.Gzip(new byte[60_000_000]);
        var zip = Packed.Zip([.. Enumerable.Range(0, 12).Select(n => ($"{n}.txt.gz", zeros))]);
        var results = Reads.File("x.zip", zip);
        Assert.Equal(ReadProblems.ExpandsTooMuch, Reads.ProblemOf(results[^1]).Code);
        Assert.True(results.Count < 12);
    }

    [Fact]
    public void Read_MostExpandedBytes_IsKept()
    {
        var results = Reads.File("a.zip", Packed.Zip(Packed.Entry("a.txt", new string('a', 900)), Packed.Entry("b.txt", new string('b', 900))), new DocumentReaderOptions { MaxExpandedBytes = 1000 });
        Assert.True(results[0].Succeeded);
        Assert.Equal(ReadProblems.ExpandsTooMuch, Reads.ProblemOf(results[1]).Code);
    }

    [Fact]
    public void Read_TarWhoseHeaderLies_IsAProblemInLittleMemory()
    {
        var tar = Packed.Tar(Packed.Entry("a.txt", "Oui."));
        // The size of the first entry, an extended header: almost 8 GB in octal digits.
        Encoding.ASCII.GetBytes("77777777777").CopyTo(tar.AsSpan(124));
        var before = GC.GetTotalMemory(true);
        var result = Reads.File("a.tar", tar);
        Assert.False(result[^1].Succeeded);
        Assert.True(GC.GetTotalMemory(true) - before < 64 * 1024 * 1024);
    }

    private sealed class OneWayStream(byte[] bytes) : ForwardStream
    {
        private readonly MemoryStream _bytes = new(bytes);

        public override int Read(byte[] buffer, int offset, int count) => _bytes.Read(buffer, offset, Math.Min(count, 7));
    }
}
