// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Tests.Tables;

[Collection(MemoryMeasured.Name)]
public sealed class TableTests
{
    [Theory]
    [InlineData("a.csv", ',')]
    [InlineData("a.csv", ';')]
    [InlineData("a.tsv", '\t')]
    [InlineData("tableau", '|')]
    public void Read_TableWithOurNames_NeedsNoOptions(string name, char delimiter)
    {
        var table = "id,Title,TEXT,published,lang\r\nun,Le pont,\"« Oui », a dit\r\n\"\"Ana\"\", deux fois\",2024-05-01,fr\r\n\r\n,,Trois.,,\r\n".Replace(',', delimiter);
        var documents = Reads.File(name, table).Select(Reads.DocumentOf).ToList();
        Assert.Equal(["un", name.Split('.')[0] + "#5"], documents.Select(document => document.Id));
        Assert.Equal($"« Oui »{delimiter} a dit\r\n\"Ana\"{delimiter} deux fois", documents[0].Text);
        Assert.Equal(("Le pont", "fr", new DateOnly(2024, 5, 1)), (documents[0].Title, documents[0].Language, documents[0].Published!.Value));
    }

    [Fact]
    public void Read_ColumnsByOption_AreTaken()
    {
        var options = new DocumentReaderOptions { Columns = new Dictionary<string, string> { ["text"] = "Corps", ["uri"] = "adresse" } };
        var document = Reads.DocumentOf(Assert.Single(Reads.File("a.csv", "Adresse,Corps\nhttps://phare.example/1,Oui.\n", options)));
        Assert.Equal(("https://phare.example/1", "Oui."), (document.Id, document.Text));
    }

    [Fact]
    public void Read_NoColumnForTheText_SaysWhichThereAre()
    {
        var problem = Reads.ProblemOf(Assert.Single(Reads.File("a.csv", "url,corps\nx,y\n")));
        Assert.Equal(ReadProblems.NoColumn, problem.Code);
        Assert.Contains("--column text=", problem.Message);
        Assert.Contains("url, corps", problem.Message);
    }

    [Fact]
    public void Read_RowWithoutText_IsAProblemWithItsLine()
    {
        var results = Reads.File("a.csv", "text,id\n\"a\nb\",1\n,2\nfin,3\n");
        Assert.Equal([null, ReadProblems.NoText, null], results.Select(result => result.Problem?.Code));
        Assert.Equal(4, results[1].Problem!.Line);
    }

    [Fact]
    public void Read_TableInUtf16_IsRead()
    {
        var bytes = (byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id\ttext\n1\tÉté.\n")];
        Assert.Equal("Été.", Reads.DocumentOf(Assert.Single(Reads.File("a.tsv", bytes))).Text);
    }

    [Fact]
    public void Read_TooLongRow_IsAProblemAndTheRestGoesOn()
    {
        var table = "id,text\n1," + new string('x', 5000) + "\n2,Oui.\n";
        var results = Reads.File("a.csv", table, new DocumentReaderOptions { MaxDocumentBytes = 1000 });
        Assert.Equal((ReadProblems.TooLarge, 2), (results[0].Problem!.Code, results[0].Problem!.Line));
        Assert.Equal("Oui.", Reads.DocumentOf(results[1]).Text);
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.jsonl")]
    public void Read_ALineOfAGigabyte_StaysInLittleMemory(string name)
    {
        var start = name.EndsWith("csv") ? "id,text\n1," : "{\"text\":\"";
        using var stream = new LongLineStream(start, 1024L * 1024 * 1024, name.EndsWith("csv") ? "\n2,Oui.\n" : "\"}\n{\"text\":\"Oui.\"}\n");
        using var folder = new TemporaryFolder();
        var options = new DocumentReaderOptions { MaxDocumentBytes = 1024 * 1024 };
        var before = GC.GetTotalMemory(true);
        var input = new Dixit.Reading.Formats.InputSource(name, "a", new Dixit.Reading.Formats.PeekedStream(stream), options, Reads.Cancellation);
        var results = Dixit.Reading.Formats.FormatReaders.Choose(name, input.Bytes.Head).Read(input).ToList();
        Assert.Equal([ReadProblems.TooLarge, null], results.Select(result => result.Problem?.Code));
        Assert.True(GC.GetTotalMemory(true) - before < 16 * 1024 * 1024);
    }

    private sealed class LongLineStream(string start, long length, string end) : ForwardStream
    {
        private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
        private readonly byte[] _end = Encoding.UTF8.GetBytes(end);
        private long _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var into = buffer.AsSpan(offset, count);
            int read;
            if (_position < _start.Length)
            {
                read = Math.Min(count, _start.Length - (int)_position);
                _start.AsSpan((int)_position, read).CopyTo(into);
            }
            else if (_position < _start.Length + length)
            {
                read = (int)Math.Min(count, _start.Length + length - _position);
                into[..read].Fill((byte)'a');
            }
            else
            {
                var at = (int)(_position - _start.Length - length);
                read = Math.Min(count, _end.Length - at);
                _end.AsSpan(at, read).CopyTo(into);
            }

            _position += read;
            return read;
        }
    }
}
