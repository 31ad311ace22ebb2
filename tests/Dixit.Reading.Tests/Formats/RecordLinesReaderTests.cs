// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Tests.Formats;

[Collection(MemoryMeasured.Name)]
public sealed class RecordLinesReaderTests
{
    [Fact]
    public void Read_AllFields_AreKept()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.Lines(
            """{"id":"a1","text":"« Oui. »","title":"Un accord","outlet":"La Gazette","published":"2024-05-17","language":"fr","uri":"https://gazette.example/a1","extra":{"deep":[1,{"x":null}]}}""")));
        Assert.Equal("a1", document.Id);
        Assert.Equal("« Oui. »", document.Text);
        Assert.Equal("Un accord", document.Title);
        Assert.Equal("La Gazette", document.Outlet);
        Assert.Equal(new DateOnly(2024, 5, 17), document.Published);
        Assert.Equal("fr", document.Language);
        Assert.Equal("https://gazette.example/a1", document.Uri);
        Assert.Empty(document.Notes);
    }

    [Fact]
    public void Read_NullAndEmptyFields_AreAbsent()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.Lines(
            """{"id":null,"text":"Oui.","title":"","outlet":" ","published":null,"language":"","lang":"fr","uri":""}""")));
        Assert.Equal("flux#1", document.Id);
        Assert.Null(document.Title);
        Assert.Null(document.Outlet);
        Assert.Null(document.Published);
        Assert.Null(document.Uri);
        Assert.Equal("fr", document.Language);
    }

    [Fact]
    public void Read_LanguageAndLang_TheLongNameWins()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.Lines("""{"text":"Oui.","lang":"en","language":"fr"}""")));
        Assert.Equal("fr", document.Language);
    }

    [Fact]
    public void Read_LineEnds_AreNotPartOfRecords()
    {
        var results = Reads.Lines("{\"text\":\"a\"}\r\n\r\n   \n{\"text\":\"b\"}\n\n{\"text\":\"c\"}");
        Assert.Equal(["flux#1", "flux#4", "flux#6"], results.Select(result => Reads.DocumentOf(result).Id));
        Assert.Equal([1, 4, 6], results.Select(result => result.Line));
    }

    [Fact]
    public void Read_EscapedText_IsUnescapedExactly()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.Lines("""{"t\u0065xt":"a\r\n\t\"\\\/\b\f\u00e9 \ud83d\ude42\u2028z"}""")));
        Assert.Equal("a\r\n\t\"\\/\b\fé 🙂\u2028z", document.Text);
    }

    [Fact]
    public void Read_HalfAnEmoji_IsKeptAsItIs()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.Lines("""{"id":"é\ud83d","text":"Bravo \ud83d\n","extra\udc00":1}""")));
        Assert.Equal("Bravo \ud83d\n", document.Text);
    }

    [Fact]
    public void Read_BrokenLine_NamesLineAndColumnAndGoesOn()
    {
        var results = Reads.Lines("{\"text\":\"a\"}\n{\"id\":\"é\", \"text\": oups}\n{\"text\":\"c\"}\n");
        Assert.Equal(3, results.Count);
        var problem = Reads.ProblemOf(results[1]);
        Assert.Equal(ReadProblems.BrokenJson, problem.Code);
        Assert.Equal(2, problem.Line);
        Assert.Equal(20, problem.Column);
        Assert.StartsWith("DX1006: flux line 2, column 20: broken JSON: ", problem.ToString());
        Assert.DoesNotContain("LineNumber", problem.Message);
        Assert.Equal("c", Reads.DocumentOf(results[2]).Text);
    }

    [Theory]
    [InlineData("""{"text":"a"} {"text":"b"}""")]
    [InlineData("""{"text":"a",}""")]
    [InlineData("""{"text":"a""")]
    [InlineData("""{"text":"a" // remarque""")]
    [InlineData("oups")]
    public void Read_AnyBrokenLine_IsBrokenJson(string line) =>
        Assert.Equal(ReadProblems.BrokenJson, Reads.ProblemOf(Assert.Single(Reads.Lines(line))).Code);

    [Theory]
    [InlineData("""["a"]""", "an array")]
    [InlineData("\"a\"", "a string")]
    [InlineData("12", "a number")]
    [InlineData("null", "null")]
    [InlineData("true", "a boolean")]
    public void Read_RecordThatIsNoObject_IsOfTheWrongType(string line, string found)
    {
        var problem = Reads.ProblemOf(Assert.Single(Reads.Lines(line)));
        Assert.Equal(ReadProblems.WrongType, problem.Code);
        Assert.Contains(found, problem.Message);
    }

    [Theory]
    [InlineData("text", "12", "a number")]
    [InlineData("title", "{\"fr\":\"x\"}", "an object")]
    [InlineData("outlet", "[\"x\",[\"y\"]]", "an array")]
    [InlineData("published", "20240517", "a number")]
    [InlineData("language", "true", "a boolean")]
    [InlineData("lang", "false", "a boolean")]
    [InlineData("uri", "[]", "an array")]
    [InlineData("id", "{}", "an object")]
    public void Read_FieldOfTheWrongType_IsNamedWithItsPlace(string field, string value, string found)
    {
        var results = Reads.Lines($"{{\"é\":1,\"{field}\":{value},\"text\":\"b\"}}\n{{\"text\":\"c\"}}");
        var problem = Reads.ProblemOf(results[0]);
        Assert.Equal(ReadProblems.WrongType, problem.Code);
        Assert.Equal($"field \"{field}\" is {found}, expected a string", problem.Message);
        Assert.Equal(1, problem.Line);
        Assert.Equal(11 + field.Length, problem.Column);
        Assert.Equal("c", Reads.DocumentOf(results[1]).Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"a","texte":"Oui."}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":" \n "}""")]
    public void Read_RecordWithoutText_IsAProblem(string line)
    {
        var problem = Reads.ProblemOf(Assert.Single(Reads.Lines(line)));
        Assert.Equal(ReadProblems.NoText, problem.Code);
        Assert.Equal(1, problem.Line);
    }

    [Fact]
    public void Read_InvalidDate_IsNotedAndLeftOut()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.Lines("""{"text":"Oui.","published":"hier"}""")));
        Assert.Null(document.Published);
        Assert.Equal([$"{ReadProblems.InvalidDate}: published \"hier\" is not an ISO 8601 date, left out"], document.Notes);
    }

    [Fact]
    public void Read_InvalidDateWithADefault_TakesTheDefault()
    {
        var options = new DocumentReaderOptions { Published = new DateOnly(2024, 5, 17), Outlet = "La Gazette" };
        var documents = Reads.Lines("""
            {"text":"Oui.","published":"hier"}
            {"text":"Non.","published":"2024-05-18","outlet":"Le Phare"}
            """, options).ConvertAll(Reads.DocumentOf);
        Assert.Equal(new DateOnly(2024, 5, 17), documents[0].Published);
        Assert.Equal("La Gazette", documents[0].Outlet);
        Assert.Equal(new DateOnly(2024, 5, 18), documents[1].Published);
        Assert.Equal("Le Phare", documents[1].Outlet);
    }

    [Fact]
    public void Read_LineOverTheLimit_IsDroppedAndTheNextIsRead()
    {
        var options = new DocumentReaderOptions { MaxDocumentBytes = 100_000 };
        var results = Reads.Lines($"{{\"text\":\"a\"}}\n{{\"text\":\"{new string('x', 300_000)}\"}}\n{{\"text\":\"c\"}}\n", options);
        var problem = Reads.ProblemOf(results[1]);
        Assert.Equal(ReadProblems.TooLarge, problem.Code);
        Assert.Equal(2, problem.Line);
        Assert.Contains("100000", problem.Message);
        Assert.Equal("flux#3", Reads.DocumentOf(results[2]).Id);
    }

    [Theory]
    [InlineData(0, true, "\n")]
    [InlineData(0, true, "\r\n")]
    [InlineData(0, true, "")]
    [InlineData(1, false, "\n")]
    [InlineData(1, false, "\r\n")]
    [InlineData(1, false, "")]
    public void Read_LineAtTheLimit_CountsWithoutItsEnd(int over, bool isRead, string end)
    {
        const int limit = 70_000;
        var line = "{\"text\":\"" + new string('x', limit + over - 11) + "\"}";
        var result = Assert.Single(Reads.Lines(line + end, new DocumentReaderOptions { MaxDocumentBytes = limit }));
        Assert.Equal(isRead, result.Succeeded);
    }

    [Fact]
    public void Read_LongLines_SurviveTheBuffer()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 60).Select(_ => new string('é', random.Next(1, 70_000))).ToArray();
        var lines = string.Join("\r\n", texts.Select(text => $"{{\"text\":\"{text}\"}}"));
        Assert.Equal(texts, Reads.Lines(lines).Select(result => Reads.DocumentOf(result).Text));
    }

    [Fact]
    public void Read_Windows1252Line_IsNotedForThatLineAlone()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("{\"text\":\"Déjà.\"}\n"),
            .. SingleBytes.Windows1252("{\"text\":\"L’été, c’est la sœur du printemps.\"}\n"),
        ];
        var documents = Reads.Lines(bytes).ConvertAll(Reads.DocumentOf);
        Assert.Empty(documents[0].Notes);
        Assert.Equal("L’été, c’est la sœur du printemps.", documents[1].Text);
        Assert.Equal(["read as windows-1252"], documents[1].Notes);
    }

    [Fact]
    public void Read_DamagedLine_SaysWhereAndGoesOn()
    {
        byte[] bytes = [.. "{\"text\":\"a\"}\n{\"text\":\"Déjà à l"u8, 0xE2, 0x80, .. "été\"}\n{\"text\":\"c\"}"u8];
        var results = Reads.Lines(bytes);
        var problem = Reads.ProblemOf(results[1]);
        Assert.Equal(ReadProblems.Undecodable, problem.Code);
        Assert.Equal(2, problem.Line);
        Assert.Equal(18, problem.Column);
        Assert.True(results[2].Succeeded);
    }

    public static TheoryData<string, byte[]> WideLines => new()
    {
        { "read as utf-16le", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Wide)] },
        { "read as utf-16be", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Wide)] },
        { "read as utf-16le", Encoding.Unicode.GetBytes(Wide) },
        { "read as utf-32le", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Wide)] },
    };

    private const string Wide = "{\"text\":\"« Déjà 🙂 »\"}\r\n{\"text\":\"L’été\"}\n";

    [Theory]
    [MemberData(nameof(WideLines))]
    public void Read_WideLines_AreBroughtToUtf8(string note, byte[] bytes)
    {
        var documents = Reads.Lines(bytes).ConvertAll(Reads.DocumentOf);
        Assert.Equal(["« Déjà 🙂 »", "L’été"], documents.Select(document => document.Text));
        Assert.All(documents, document => Assert.Equal([note], document.Notes));
    }

    [Fact]
    public void Read_WideLinesWithDamage_KeepWhatCameBefore()
    {
        byte[] bytes = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{\"text\":\"" + new string('a', 20_000) + "\"}\n{\"text\":\""), 0x3D, 0xD8, (byte)'b', 0];
        var results = Reads.Lines(bytes);
        Assert.Equal(ReadProblems.Undecodable, Reads.ProblemOf(results[^1]).Code);
    }

    [Fact]
    public void Read_MarksOfJoinedFiles_AreNotPartOfRecords()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        byte[] bytes = [.. mark, .. "{\"text\":\"a\"}\n"u8, .. mark, .. "{\"text\":\"b\"}\n"u8, .. mark, .. "\n"u8];
        Assert.Equal(["a", "b"], Reads.Lines(bytes).Select(result => Reads.DocumentOf(result).Text));
    }

    [Fact]
    public void Read_DeepMetadata_IsPassedOver()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 400)) + string.Concat(Enumerable.Repeat("]", 400));
        Assert.True(Assert.Single(Reads.Lines($"{{\"x\":{deep},\"text\":\"a\"}}")).Succeeded);
    }

    [Fact]
    public void Read_EndlesslyDeepMetadata_IsAProblem()
    {
        var deep = new string('[', 1_000_000);
        Assert.Equal(ReadProblems.BrokenJson, Reads.ProblemOf(Assert.Single(Reads.Lines($"{{\"x\":{deep}"))).Code);
    }

    [Fact]
    public void Read_ManyLines_KeepsMemoryFlat()
    {
        using var stream = new GeneratedLines(200_000);
        var count = 0;
        long first = 0, most = 0;
        foreach (var result in new DocumentReader().ReadStream(stream, InputFormat.JsonLines, "flux", Reads.Cancellation))
        {
            Assert.True(result.Succeeded);
            if (++count % 20_000 != 0)
                continue;
            var held = GC.GetTotalMemory(forceFullCollection: true);
            first = first == 0 ? held : first;
            most = Math.Max(most, held);
        }

        Assert.Equal(200_000, count);
        // The ids of a run are remembered at some 30 bytes each, the texts (60 MB in all) are not.
        Assert.True(most - first < 12 * 1024 * 1024, $"{most - first} bytes more are held at the end.");
    }

    [Fact]
    public void Read_Cancelled_EndsBetweenDocuments()
    {
        using var stream = new GeneratedLines(1_000_000);
        using var cancellation = new CancellationTokenSource();
        var count = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var result in new DocumentReader().ReadStream(stream, InputFormat.JsonLines, "flux", cancellation.Token))
            {
                if (++count == 3)
                    cancellation.Cancel();
            }
        });
        Assert.Equal(3, count);
    }

    [Fact]
    public void Read_ArbitraryLines_NeverThrows()
    {
        var random = new Random(11);
        const string alphabet = "{}[]\":,\\u0dtex123é\u00a0 \n🙂";
        for (var round = 0; round < 5_000; round++)
        {
            var line = new StringBuilder("{\"text\":\"");
            for (var i = random.Next(0, 30); i > 0; i--)
                line.Append(alphabet[random.Next(alphabet.Length)]);
            if (random.Next(2) == 0)
                line.Append("\"}");
            Assert.NotEmpty(Reads.Lines(line.ToString()));
        }
    }

    /// <summary>Lines made as they are read, each with an id of its own and some 300 bytes of text.</summary>
    private sealed class GeneratedLines(int count) : ForwardStream
    {
        private readonly byte[] _text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Le maire a déclaré : « C’est fait. » ", 8)));
        private byte[] _line = [];
        private int _position;
        private int _made;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position == _line.Length && !Make())
                return 0;
            var length = Math.Min(count, _line.Length - _position);
            _line.AsSpan(_position, length).CopyTo(buffer.AsSpan(offset));
            _position += length;
            return length;
        }

        private bool Make()
        {
            if (_made == count)
                return false;
            _line = [.. Encoding.UTF8.GetBytes($"{{\"id\":\"depeche-{_made++}\",\"text\":\""), .. _text, .. "\"}\n"u8];
            _position = 0;
            return true;
        }
    }
}
