// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Tests.Writing;

public sealed class ExtractionReaderTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var written = ExtractionWriterTests.Write(Samples.Full);
        var analysis = AnalysisOf(Assert.Single(Read(written)));
        Assert.Equal(written, ExtractionWriterTests.Write(analysis));
        var (expected, found) = (Samples.Full, analysis);
        Assert.Equal(expected.Document.Text, found.Document.Text);
        Assert.Equal(expected.Published, found.Published);
        Assert.Equal(expected.Furniture[0].Span, found.Furniture[0].Span);
        Assert.Equal(expected.Attributions[0].Content, found.Attributions[0].Content);
        Assert.Equal(expected.Attributions[0].Cue, found.Attributions[0].Cue);
        Assert.Equal(expected.Attributions[0].Source, found.Attributions[0].Source);
        Assert.Equal(["Ana Costa"], found.Speakers.Select(speaker => speaker.Name));
    }

    [Fact]
    public void Read_BlocksAndHours_AreTheSame()
    {
        var written = ExtractionWriterTests.Write(Samples.SetApart);
        var document = AnalysisOf(Assert.Single(Read(written))).Document;
        Assert.Equal(Samples.SetApart.Document.Blocks, document.Blocks);
        Assert.Equal((Samples.SetApart.Document.PublishedAt, Samples.SetApart.Document.ModifiedAt), (document.PublishedAt, document.ModifiedAt));
        Assert.Equal(written, ExtractionWriterTests.Write(AnalysisOf(Assert.Single(Read(written)))));
    }

    [Theory]
    [InlineData("\"kind\":\"quote\"", "\"kind\":\"poem\"")]
    [InlineData("\"words\":{\"start\":2,", "\"words\":{\"start\":1,")]
    [InlineData("\"at\":\"2024-05-17T07:00Z\"", "\"at\":\"17 mai\"")]
    [InlineData("\"publishedAt\":\"2024-05-17T08:05+02:00\"", "\"publishedAt\":\"2024-05-17T28:05\"")]
    public void Read_BlockThatFitsNotTheContract_IsAProblem(string written, string instead)
    {
        var line = ExtractionWriterTests.Write(Samples.SetApart);
        Assert.Contains(written, line);
        Assert.Equal(ReadProblems.BrokenExtraction, Assert.Single(Read(line.Replace(written, instead, StringComparison.Ordinal))).Problem?.Code);
    }

    [Fact]
    public void Read_RandomTexts_RoundTripToTheByte()
    {
        var random = new Random(44);
        for (var round = 0; round < 300; round++)
        {
            var text = Samples.RandomText(random, random.Next(1, 300));
            var analysis = new Analysis
            {
                Document = new Document("x", text),
                Attributions = [.. Enumerable.Range(1, 4).Select(id => Samples.Attribution(id, Samples.RandomSpan(random, text)) with
                {
                    Parent = id > 1 ? 1 : null,
                    Cue = Samples.RandomSpan(random, text),
                    Source = random.Next(2) == 0 ? null : Samples.RandomSpan(random, text),
                })],
            };
            var written = ExtractionWriterTests.Write(analysis);
            Assert.Equal(written, ExtractionWriterTests.Write(AnalysisOf(Assert.Single(Read(written)))));
        }
    }

    [Fact]
    public void Read_SpeakerOfSeveralAttributions_IsListedOnce()
    {
        var full = Samples.Full;
        var twice = new Analysis
        {
            Document = full.Document,
            Attributions = [full.Attributions[0], full.Attributions[0] with { Id = 2 }],
        };
        Assert.Single(AnalysisOf(Assert.Single(Read(ExtractionWriterTests.Write(twice)))).Speakers);
    }

    [Fact]
    public void Read_FieldsOfTheLedger_ArePassedOver()
    {
        var line = ExtractionWriterTests.Write(Samples.Full)
            .Replace("\"text\":\"Non !\"", "\"text\":\"Non !\",\"statement\":\"s-1f3a\"", StringComparison.Ordinal)
            .Replace("\"speaker\":{", "\"speaker\":{\"id\":\"p-07c2\",", StringComparison.Ordinal);
        Assert.Equal(ExtractionWriterTests.Write(Samples.Full), ExtractionWriterTests.Write(AnalysisOf(Assert.Single(Read(line)))));
    }

    [Fact]
    public void Read_BrokenLine_NamesThePlaceAndGoesOn()
    {
        var good = ExtractionWriterTests.Write(Samples.Full);
        var results = Read(good + "\n{\"id\":\"é\" oups\n" + good);
        Assert.Equal(3, results.Count);
        Assert.Equal((ReadProblems.BrokenJson, 3, 11), (results[1].Problem!.Code, results[1].Problem!.Line, results[1].Problem!.Column));
        Assert.True(results[2].Succeeded);
    }

    [Theory]
    [InlineData("\"start\":4,\"end\":9", "\"start\":4,\"end\":999", "does not lie in the text")]
    [InlineData("\"start\":4,\"end\":9", "\"start\":9,\"end\":4", "does not lie in the text")]
    [InlineData("\"start\":4,\"end\":9", "\"start\":-4,\"end\":9", "does not lie in the text")]
    [InlineData("\"start\":4,\"end\":9", "\"start\":5,\"end\":10", "offsets count code points")]
    [InlineData("\"start\":4,\"end\":9", "\"start\":4.5,\"end\":9", "a whole number")]
    [InlineData("\"type\":\"direct\"", "\"type\":\"Direct\"", "\"type\"")]
    [InlineData("\"act\":\"refuse\"", "\"act\":\"2\"", "\"act\"")]
    [InlineData("\"kind\":\"person\"", "\"kind\":\"man\"", "\"kind\"")]
    [InlineData("\"gender\":\"female\"", "\"gender\":\"other\"", "\"gender\"")]
    [InlineData("\"from\":\"2024-05-16\"", "\"from\":\"hier\"", "\"from\"")]
    [InlineData("\"from\":\"2024-05-16\"", "\"from\":\"2025-05-16\"", "ends before it starts")]
    [InlineData("\"published\":\"2024-05-17\"", "\"published\":20240517", "\"published\"")]
    [InlineData("\"confidence\":0.97", "\"confidence\":97", "\"confidence\"")]
    [InlineData("\"rule\":\"fr/direct/cue-after\"", "\"rule\":null", "\"rule\" is missing")]
    [InlineData("\"id\":\"a1\"", "\"id\":\"\"", "\"id\" is missing")]
    [InlineData("\"via\":[\"Reuters\"]", "\"via\":[1]", "\"via\"")]
    [InlineData("\"via\":[\"Reuters\"]", "\"via\":\"Reuters\"", "\"via\"")]
    [InlineData("\"title\":\"Un accord\"", "\"title\":\"\\ud83d\"", "\"title\"")]
    [InlineData("\"content\":[", "\"content\":[],\"c\":[", "no content")]
    [InlineData("\"content\":[", "\"content\":[{\"start\":4,\"end\":6},", "overlap")]
    [InlineData("\"attributions\":[{", "\"attributions\":[1,{", "no object")]
    public void Read_LineThatDoesNotFitTheContract_SaysWhy(string right, string wrong, string why)
    {
        var good = ExtractionWriterTests.Write(Samples.Full);
        Assert.Contains(right, good);
        var problem = Assert.Single(Read(good.Replace(right, wrong, StringComparison.Ordinal))).Problem;
        Assert.Equal(ReadProblems.BrokenExtraction, problem?.Code);
        Assert.Contains(why, problem!.Message);
        Assert.Equal(1, problem.Line);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("12")]
    public void Read_LineThatIsNoObject_IsAProblem(string line) =>
        Assert.Equal(ReadProblems.BrokenExtraction, Assert.Single(Read(line)).Problem?.Code);

    [Fact]
    public void Read_LineOverTheLimit_IsAProblem()
    {
        var line = ExtractionWriterTests.Write(Samples.Full);
        Assert.Equal(ReadProblems.TooLarge, Assert.Single(Read(line, 100)).Problem?.Code);
    }

    private static Analysis AnalysisOf(ExtractionResult result)
    {
        Assert.True(result.Succeeded, result.Problem?.ToString());
        return result.Analysis;
    }

    private static List<ExtractionResult> Read(string lines, int maxLineBytes = 1_000_000) =>
        [.. ExtractionReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(lines)), "résultats", maxLineBytes)];
}
