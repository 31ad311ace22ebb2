// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;

namespace Dixit.Reading.Tests;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TextFile_IsTheTextExactly()
    {
        const string text = "  « Oui », dit-elle.\r\n\rFin\u00A0!\n\n\uFEFF🙂e\u0301";
        var document = Reads.DocumentOf(Assert.Single(Reads.Paths(_folder.Write("article.txt", text))));
        Assert.Equal("article", document.Id);
        Assert.Equal(text, document.Text);
        Assert.Empty(document.Notes);
        Assert.Null(document.Title);
    }

    [Fact]
    public void Read_Utf8Mark_IsNotPartOfTheText()
    {
        var document = Reads.DocumentOf(Reads.Text([.. Encoding.UTF8.Preamble, .. "Oui."u8]));
        Assert.Equal("Oui.", document.Text);
        Assert.Empty(document.Notes);
    }

    [Fact]
    public void Read_Folder_GivesDocumentsOfAllForms()
    {
        _folder.Write("2024/mai.jsonl", "{\"id\":\"r1\",\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\",\"uri\":\"https://phare.example/c\"}\n");
        _folder.Write("2024/un.json", "{\"text\":\"d\"}");
        _folder.Write("deux.txt", "e");
        Assert.Equal(
            ["r1", "2024/mai#2", "https://phare.example/c", "2024/un", "deux"],
            Reads.Paths(_folder.Path).Select(result => Reads.DocumentOf(result).Id));
    }

    [Fact]
    public void Read_RecordsIdentity_OwnIdBeforeUriBeforePath()
    {
        var results = Reads.Lines("""
            {"id":"a","uri":"https://phare.example/1","text":"x"}
            {"uri":"https://phare.example/2","text":"x"}
            {"text":"x"}
            """);
        Assert.Equal(["a", "https://phare.example/2", "flux#3"], results.Select(result => Reads.DocumentOf(result).Id));
    }

    [Fact]
    public void Read_SameIdTwice_IsAProblemForTheSecond()
    {
        _folder.Write("a.json", "{\"text\":\"le premier\"}");
        _folder.Write("a.txt", "le second");
        _folder.Write("b.jsonl", "{\"id\":\"c\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"le troisième\"}\n");
        var results = Reads.Paths(_folder.Path);
        Assert.Equal("le premier", Reads.DocumentOf(results[0]).Text);
        var second = Reads.ProblemOf(results[1]);
        Assert.Equal((ReadProblems.DuplicateId, _folder.In("a.txt"), null), (second.Code, second.Path, second.Line));
        Assert.Contains("\"a\"", second.Message);
        var third = Reads.ProblemOf(results[3]);
        Assert.Equal((ReadProblems.DuplicateId, 2), (third.Code, third.Line));
    }

    [Fact]
    public void Read_TwoRuns_DoNotKnowOfEachOther()
    {
        var reader = new DocumentReader();
        var path = _folder.Write("a.txt", "Oui.");
        for (var run = 0; run < 2; run++)
            Assert.True(Assert.Single(reader.Read([path], Reads.Cancellation)).Succeeded);
    }

    [Fact]
    public void Read_Problems_NeverStopTheBatch()
    {
        _folder.Write("1.txt", "");
        _folder.Write("2.txt", "%PDF-1.7 …");
        _folder.Write("3.json", "{oups");
        _folder.Write("4.jsonl", "oups\n{\"text\":\"Oui.\"}\n");
        _folder.Write("5.txt", "Oui.");
        var results = Reads.Paths(_folder.In("0.txt"), _folder.Path, _folder.In("6"));
        Assert.Equal(
            [ReadProblems.PathNotFound, ReadProblems.Empty, ReadProblems.UnsupportedFormat, ReadProblems.BrokenJson, ReadProblems.BrokenJson, null, null, ReadProblems.PathNotFound],
            results.Select(result => result.Problem?.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\u00A0\t")]
    [InlineData("\uFEFF")]
    public void Read_NothingButWhiteSpace_IsEmpty(string text) =>
        Assert.Equal(ReadProblems.Empty, Reads.ProblemOf(Reads.Text(Encoding.UTF8.GetBytes(text))).Code);

    [Fact]
    public void Read_EmptyLines_AreEmpty() => Assert.Equal(ReadProblems.Empty, Reads.ProblemOf(Assert.Single(Reads.Lines("\n \n"))).Code);

    public static TheoryData<string, byte[]> BinaryFiles => new()
    {
        { "a ZIP file", [.. "PK\x03\x04...."u8] },
        { "a PNG image", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A] },
        { "a JPEG image", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "a GIF image", [.. "GIF89a"u8] },
        { "a WebP image", [.. "RIFF....WEBPVP8 "u8] },
        { "a TIFF image", [.. "II*\0"u8] },
        { "a gzip file", [0x1F, 0x8B, 0x08, 0] },
        { "an xz file", [0xFD, .. "7zXZ\0"u8] },
        { "a Zstandard file", [0x28, 0xB5, 0x2F, 0xFD] },
        { "a bzip2 file", [.. "BZh91AY&SY"u8] },
        { "a 7z file", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C] },
        { "an old office document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "an SQLite database", [.. "SQLite format 3\0"u8] },
        { "a program", [0x7F, .. "ELF"u8] },
        { "binary data", [.. "abc"u8, 0, 1, 2, 3, 0, 9] },
    };

    [Theory]
    [MemberData(nameof(BinaryFiles))]
    public void Read_BinaryContent_IsNamed(string what, byte[] bytes)
    {
        var problem = Reads.ProblemOf(Reads.Text(bytes));
        Assert.Equal(ReadProblems.Binary, problem.Code);
        Assert.StartsWith("is " + what, problem.Message);
    }

    [Fact]
    public void Read_UndecodableBytes_NamesLineAndColumn()
    {
        var problem = Reads.ProblemOf(Reads.Text([.. "Été.\nLà, déj"u8, 0xC3, .. " vu à l’été."u8]));
        Assert.Equal((ReadProblems.Undecodable, 2, 8), (problem.Code, problem.Line, problem.Column));
        Assert.Contains("0xC3", problem.Message);
    }

    [Fact]
    public void Read_FileOverTheLimit_SaysTheLimit()
    {
        var reader = new DocumentReader(new DocumentReaderOptions { MaxDocumentBytes = 10 });
        var results = reader.Read([_folder.Write("a.txt", "01234567890"), _folder.Write("b.txt", "0123456789"), _folder.Write("c.json", "{\"text\": \"a\"}")], Reads.Cancellation).ToList();
        var problem = Reads.ProblemOf(results[0]);
        Assert.Equal(ReadProblems.TooLarge, problem.Code);
        Assert.Contains("10 bytes", problem.Message);
        Assert.True(results[1].Succeeded);
        Assert.Equal(ReadProblems.TooLarge, Reads.ProblemOf(results[2]).Code);
    }

    [Fact]
    public void Read_EndlessStream_StopsAtTheLimit()
    {
        using var stream = new LetterStream();
        var result = Assert.Single(new DocumentReader(new DocumentReaderOptions { MaxDocumentBytes = 100_000 })
            .ReadStream(stream, InputFormat.Text, "flux", Reads.Cancellation));
        Assert.Equal(ReadProblems.TooLarge, Reads.ProblemOf(result).Code);
        Assert.True(stream.Taken < 400_000);
    }

    [Theory]
    [InlineData("plan.txt", "<?xml version='1.0'?><plan/>", "an XML file with the root element <plan>")]
    [InlineData("flux.opml", "<opml version='2.0'><body/></opml>", "a list of feeds")]
    [InlineData("rapport.txt", "%PDF-1.7", "pdftotext")]
    [InlineData("note.txt", "{\\rtf1\\ansi", "an RTF document")]
    public void Read_MarkedUpText_IsNotReadAsProse(string name, string text, string what)
    {
        var problem = Reads.ProblemOf(Assert.Single(Reads.Paths(_folder.Write(name, text))));
        Assert.Equal(ReadProblems.UnsupportedFormat, problem.Code);
        Assert.Contains(what, problem.Message);
    }

    [Theory]
    [InlineData("page.txt", "\uFEFF\n<!DOCTYPE html><title>x</title><p>La digue de Morvane tiendra, a promis le maire.</p>")]
    [InlineData("page", "<HTML lang=fr><p>La digue de Morvane tiendra, a promis le maire.")]
    [InlineData("page.html", "<p>La digue de Morvane tiendra, a promis le maire.</p>")]
    [InlineData("page.htm", "<div><p>La digue de Morvane tiendra, a promis le maire.</div>")]
    [InlineData("page.xhtml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>La digue de Morvane tiendra, a promis le maire.</p></body></html>")]
    public void Read_Page_IsReadAsAPageWhateverItsName(string name, string html) =>
        Assert.Equal("La digue de Morvane tiendra, a promis le maire.", Reads.DocumentOf(Assert.Single(Reads.Paths(_folder.Write(name, html)))).Text);

    [Fact]
    public void Read_PageInUtf16_IsReadAsAPage()
    {
        var bytes = (byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<html><body><p>La digue de Morvane tiendra, a promis le maire.")];
        Assert.Equal("La digue de Morvane tiendra, a promis le maire.", Reads.DocumentOf(Reads.Text(bytes)).Text);
    }

    [Theory]
    [InlineData("a.md", "Une note { sans accolade fermée", "Une note { sans accolade fermée")]
    [InlineData("a.log", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "a|b")]
    [InlineData("a", "{\n \"text\": \"a\"\n}", "a")]
    [InlineData("a.data", "[{\"text\":\"a\"},{\"text\":\"b\"}]", "a|b")]
    [InlineData("a.txt", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")]
    [InlineData("A.JSONL", "{\"text\":\"a\"}", "a")]
    [InlineData("a.md", "[lien] et {x}", "[lien] et {x}")]
    public void Read_NamedFile_IsReadByItsEndingElseByItsContent(string name, string content, string texts) =>
        Assert.Equal(texts, string.Join('|', Reads.Paths(_folder.Write(name, content)).Select(result => Reads.DocumentOf(result).Text)));

    [Fact]
    public void Read_FileThatTheSystemRefuses_IsUnreadable()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links to themselves cannot be made here.");
        File.CreateSymbolicLink(_folder.In("a.txt"), _folder.In("a.txt"));
        _folder.Write("b.txt", "Oui.");
        var results = Reads.Paths(_folder.Path);
        Assert.Equal(ReadProblems.Unreadable, Reads.ProblemOf(results[0]).Code);
        Assert.True(results[1].Succeeded);
    }

    [Fact]
    public void ReadStream_ThatFailsHalfway_KeepsWhatCameBefore()
    {
        using var stream = new FailingStream("{\"text\":\"" + new string('a', 10_000) + "\"}\n");
        var results = new DocumentReader().ReadStream(stream, InputFormat.JsonLines, "flux", Reads.Cancellation).ToList();
        Assert.True(results[0].Succeeded);
        var problem = Reads.ProblemOf(results[1]);
        Assert.Equal(ReadProblems.Unreadable, problem.Code);
        Assert.Contains("la ligne est coupée", problem.Message);
    }

    [Fact]
    public void Read_Results_AreMadeAsTheyAreAskedFor()
    {
        var path = _folder.Write("a.txt", "Oui.");
        var results = new DocumentReader().Read([path, _folder.In("b.txt")], Reads.Cancellation);
        _folder.Write("b.txt", "Non.");
        Assert.All(results, result => Assert.True(result.Succeeded));
        // Files are closed again, so that they can be moved while a run goes on.
        using (var each = results.GetEnumerator())
            Assert.True(each.MoveNext());
        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(4, exclusive.Length);
    }

    [Fact]
    public void Read_NullArguments_Throw()
    {
        var reader = new DocumentReader();
        Assert.Throws<ArgumentNullException>(() => reader.Read(null!, Reads.Cancellation));
        Assert.Throws<ArgumentNullException>(() => reader.Read([null!], Reads.Cancellation));
        Assert.Throws<ArgumentNullException>(() => reader.ReadStream(null!, InputFormat.Text, "x", Reads.Cancellation));
        Assert.Throws<ArgumentNullException>(() => reader.ReadStream(Stream.Null, InputFormat.Text, null!, Reads.Cancellation));
        Assert.Throws<ArgumentException>(() => reader.ReadStream(Stream.Null, InputFormat.Text, "", Reads.Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ReadStream(Stream.Null, (InputFormat)99, "x", Reads.Cancellation));
        Assert.Throws<ArgumentNullException>(() => ReadResult.Of(null!));
        Assert.Throws<ArgumentNullException>(() => ReadResult.Of(null!, "x"));
        Assert.Throws<ArgumentNullException>(() => ReadResult.Of(new Document("a", "a"), null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void MaxDocumentBytes_OutOfRange_Throws(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentReaderOptions { MaxDocumentBytes = value });

    [Fact]
    public void ToString_OfAProblem_HasThePlaceAsFarAsItIsKnown()
    {
        Assert.Equal("DX1001: a.txt: no such file or folder", ReadProblems.ReportPathNotFound("a.txt").ToString());
        Assert.Equal("DX1007: a.jsonl line 3: the record has no field \"text\"", ReadProblems.ReportNoTextField("a.jsonl", 3).ToString());
        Assert.Equal("DX1006: a.json line 3, column 4: broken JSON: oups", ReadProblems.ReportBrokenJson("a.json", "oups", 3, 4).ToString());
    }

    /// <summary>Gives the letter « a » for ever.</summary>
    private sealed class LetterStream : ForwardStream
    {
        public int Taken { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Taken += count;
            return count;
        }
    }

    /// <summary>Gives a text, then fails as a lost connection does.</summary>
    private sealed class FailingStream(string text) : ForwardStream
    {
        private readonly MemoryStream _text = new(Encoding.UTF8.GetBytes(text));

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = _text.Read(buffer, offset, count);
            return read > 0 ? read : throw new IOException("la ligne est coupée");
        }
    }
}
