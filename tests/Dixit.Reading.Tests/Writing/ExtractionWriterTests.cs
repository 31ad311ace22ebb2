// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Text;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Tests.Writing;

public sealed class ExtractionWriterTests
{
    [Fact]
    public void Write_OneAttribution_IsTheContractToTheByte()
    {
        Assert.Equal(
            """
            {"id":"a1","uri":"https://gazette.example/a1","language":"fr","title":"Un accord","outlet":"La Gazette","published":"2024-05-17","notes":["read as windows-1252"],"text":"🙂 « Non ! », a dit l’élue Ana Costa.\nPartagez","furniture":[{"start":37,"end":45,"kind":"share-bar"}],"attributions":[{"id":1,"parent":null,"type":"direct","content":[{"start":4,"end":9,"text":"Non !"}],"cue":{"start":13,"end":18,"text":"a dit"},"source":{"start":19,"end":36,"text":"l’élue Ana Costa."},"speaker":{"name":"Ana Costa","kind":"person","role":"élue","gender":"female","aliases":["Mme Costa"]},"via":["Reuters"],"addressee":"la presse","occasion":"le conseil","place":"Brest","said":{"from":"2024-05-16","to":"2024-05-17"},"act":"refuse","confidence":0.97,"rule":"fr/direct/cue-after"}]}

            """.ReplaceLineEndings("\n"),
            Write(Samples.Full));
    }

    [Fact]
    public void Write_NothingFound_WritesNullsAndEmptyLists()
    {
        Assert.Equal(
            "{\"id\":\"x\",\"uri\":null,\"language\":null,\"title\":null,\"outlet\":null,\"published\":null,\"notes\":[],\"text\":\"\",\"furniture\":[],\"attributions\":[]}\n",
            Write(new Analysis { Document = new Document("x", "") }));
    }

    [Fact]
    public void Write_BlocksAndHours_AreFieldsOfTheirOwn()
    {
        var line = Write(Samples.SetApart);
        Assert.Contains("\"published\":\"2024-05-17\",\"modified\":\"2024-05-18\",\"publishedAt\":\"2024-05-17T08:05+02:00\",\"modifiedAt\":\"2024-05-18T09:30:15\",\"notes\":[]", line);
        Assert.Contains(
            "\"blocks\":[{\"start\":2,\"end\":36,\"kind\":\"entry\",\"at\":\"2024-05-17T07:00Z\"},"
            + "{\"start\":2,\"end\":36,\"kind\":\"quote\",\"words\":{\"start\":2,\"end\":11},\"source\":{\"start\":26,\"end\":35,\"text\":\"Ana Costa\"},\"uri\":\"https://gazette.example/source\"},"
            + "{\"start\":37,\"end\":45,\"kind\":\"caption\"}],\"attributions\":[]}\n",
            line);
    }

    [Fact]
    public void Write_UnknownSourceAndSpeaker_AreNull()
    {
        var analysis = new Analysis
        {
            Document = new Document("x", "« Non. »"),
            Attributions = [Samples.Attribution(1, new TextSpan(2, 6)) with { Parent = 3, Speaker = null }],
        };
        Assert.EndsWith(
            "\"attributions\":[{\"id\":1,\"parent\":3,\"type\":\"direct\",\"content\":[{\"start\":2,\"end\":6,\"text\":\"Non.\"}],\"cue\":null,\"source\":null,\"speaker\":null,"
            + "\"via\":[],\"addressee\":null,\"occasion\":null,\"place\":null,\"said\":null,\"act\":\"assert\",\"confidence\":0.5,\"rule\":\"test\"}]}\n",
            Write(analysis));
    }

    [Fact]
    public void Write_SpeakerOfUnknownKindAndGender_SaysKindOnly()
    {
        var analysis = new Analysis
        {
            Document = new Document("x", "Non."),
            Attributions = [Samples.Attribution(1, new TextSpan(0, 4)) with { Speaker = new Speaker("X", SpeakerKind.Unknown) }],
        };
        Assert.Contains("\"speaker\":{\"name\":\"X\",\"kind\":\"unknown\",\"role\":null,\"gender\":null}", Write(analysis));
    }

    [Theory]
    [InlineData(0.974, "0.97")]
    [InlineData(0.975001, "0.98")]
    [InlineData(1, "1")]
    [InlineData(0, "0")]
    [InlineData(0.1 + 0.2, "0.3")]
    public void Write_Confidence_HasTwoDecimals(double confidence, string written)
    {
        var analysis = new Analysis
        {
            Document = new Document("x", "Non."),
            Attributions = [Samples.Attribution(1, new TextSpan(0, 4)) with { Evidence = new Evidence("test", confidence) }],
        };
        Assert.Contains($"\"confidence\":{written},", Write(analysis));
    }

    [Fact]
    public void Write_EveryEnumerationValue_HasItsNameInTheContract()
    {
        Assert.Equal(
            ["assert", "commit", "refuse", "demand", "warn", "deny", "accuse", "predict", "praise", "regret", "ask"],
            Enum.GetValues<SpeechAct>().Select(act => ExtractionNames.Of(act).Value));
        Assert.Equal(["direct", "indirect", "mixed"], Enum.GetValues<QuotationKind>().Select(kind => ExtractionNames.Of(kind).Value));
        Assert.Equal(["unknown", "person", "organisation", "group", "anonymous"], Enum.GetValues<SpeakerKind>().Select(kind => ExtractionNames.Of(kind).Value));
        Assert.Equal([null, "male", "female"], Enum.GetValues<Gender>().Select(gender => ExtractionNames.Of(gender)?.Value));
    }

    [Fact]
    public void Write_FrenchText_StaysReadable()
    {
        var line = Write(new Analysis { Document = new Document("x", "« L’été\u00A0: 3\u202F€ <b> & d'œufs + 🙂 »") });
        Assert.Contains("« L’été\u00A0: 3\u202F€ <b> & d'œufs + 🙂 »", line);
    }

    [Fact]
    public void Write_CharactersThatBreakLinesOrJson_AreEscaped()
    {
        var line = Write(new Analysis { Document = new Document("x", "\"\\\b\f\n\r\t\0\u001F\u007F\u0085\u2028\u2029/") });
        Assert.Contains("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001F\\u007F\\u0085\\u2028\\u2029/\"", line);
        Assert.Equal(1, line.Count(c => c == '\n'));
    }

    [Fact]
    public void Write_LoneSurrogates_BecomeReplacementCharactersOfTheSameLength()
    {
        const string text = "\udc00a\ud83d\ud83d\ude42\ud83d\n\ud83d";
        var analysis = new Analysis
        {
            Document = new Document("x", text),
            Attributions = [Samples.Attribution(1, new TextSpan(3, 5)), Samples.Attribution(2, new TextSpan(2, 3)), Samples.Attribution(3, new TextSpan(6, 8))],
        };
        using var json = JsonDocument.Parse(Write(analysis));
        Assert.Equal("\uFFFDa\uFFFD🙂\uFFFD\n\uFFFD", json.RootElement.GetProperty("text").GetString());
        var contents = json.RootElement.GetProperty("attributions").EnumerateArray().Select(attribution => attribution.GetProperty("content")[0]).ToList();
        Assert.Equal([3, 2, 5], contents.Select(content => content.GetProperty("start").GetInt32()));
        Assert.Equal([4, 3, 7], contents.Select(content => content.GetProperty("end").GetInt32()));
        Assert.Equal(["🙂", "\uFFFD", "\n\uFFFD"], contents.Select(content => content.GetProperty("text").GetString()));
    }

    [Fact]
    public void Write_RandomTexts_OffsetsCutOutTheirTextInCodePoints()
    {
        var random = new Random(42);
        for (var round = 0; round < 500; round++)
        {
            var text = Samples.RandomText(random, random.Next(1, 200));
            var attributions = Enumerable.Range(1, 5).Select(id => Samples.Attribution(id, Samples.RandomSpan(random, text))).ToList();
            using var json = JsonDocument.Parse(Write(new Analysis { Document = new Document("x", text), Attributions = attributions }));
            var runes = json.RootElement.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
            foreach (var attribution in json.RootElement.GetProperty("attributions").EnumerateArray())
            {
                var content = attribution.GetProperty("content")[0];
                var cut = runes[content.GetProperty("start").GetInt32()..content.GetProperty("end").GetInt32()];
                Assert.Equal(content.GetProperty("text").GetString(), string.Concat(cut));
            }
        }
    }

    [Fact]
    public void Write_RandomTexts_ParseAsWhatWasWritten()
    {
        var random = new Random(43);
        for (var round = 0; round < 200; round++)
        {
            // Long enough to be cut into pieces, also between the halves of a pair.
            var text = Samples.RandomText(random, random.Next(1, 30_000));
            using var json = JsonDocument.Parse(Write(new Analysis { Document = new Document("x", text) }));
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), json.RootElement.GetProperty("text").GetString());
        }
    }

    [Fact]
    public void Write_SpanOutsideTheText_ThrowsAndWritesNothing()
    {
        using var stream = new MemoryStream();
        var writer = new ExtractionWriter(stream);
        var analysis = new Analysis { Document = new Document("x", "Non."), Attributions = [Samples.Attribution(1, new TextSpan(2, 9))] };
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(analysis));
        Assert.Equal(0, stream.Length);
        writer.Write(Samples.Full);
        Assert.Equal(Write(Samples.Full), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Write_ToABuffer_IsTheSame()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new ExtractionWriter(buffer);
        writer.Write(Samples.Full);
        writer.Write(Samples.Full);
        Assert.Equal(Write(Samples.Full) + Write(Samples.Full), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Write_NullArguments_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => new ExtractionWriter((Stream)null!));
        Assert.Throws<ArgumentNullException>(() => new ExtractionWriter((IBufferWriter<byte>)null!));
        var writer = new ExtractionWriter(Stream.Null);
        Assert.Throws<ArgumentNullException>(() => writer.Write(null!));
    }

    internal static string Write(Analysis analysis)
    {
        using var stream = new MemoryStream();
        new ExtractionWriter(stream).Write(analysis);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
