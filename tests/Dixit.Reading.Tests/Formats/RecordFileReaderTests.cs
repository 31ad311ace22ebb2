// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Tests.Formats;

public sealed class RecordFileReaderTests
{
    [Fact]
    public void Read_OneRecord_IsTheWholeInput()
    {
        var result = Assert.Single(Reads.Json("\n{\n  \"text\": \"Oui.\",\n  \"attributions\": [{\"id\": 1}]\n}\n"));
        var document = Reads.DocumentOf(result);
        Assert.Equal("flux", document.Id);
        Assert.Equal("Oui.", document.Text);
        Assert.Null(result.Line);
    }

    [Fact]
    public void Read_Array_GivesEachRecordWithItsLineAndNumber()
    {
        var results = Reads.Json("[\n {\"text\": \"a\"},\n {\"id\": \"b\", \"text\": \"b\"}, {\"text\": \"c\"}\n]");
        Assert.Equal(["flux#1", "b", "flux#3"], results.Select(result => Reads.DocumentOf(result).Id));
        Assert.Equal([2, 3, 3], results.Select(result => result.Line));
    }

    [Fact]
    public void Read_ArrayWithFaults_GoesOnAfterEach()
    {
        var results = Reads.Json("[\n 12,\n [{\"text\":\"x\"}],\n {\"é\": 0, \"title\": 5, \"text\": \"x\"},\n {\"id\": \"x\"},\n {\"text\": \"e\"}\n]");
        Assert.Equal(
            [(ReadProblems.WrongType, 2, 2), (ReadProblems.WrongType, 3, 2), (ReadProblems.WrongType, 4, 20), (ReadProblems.NoText, 5, 0)],
            results.Take(4).Select(Reads.ProblemOf).Select(problem => (problem.Code, problem.Line ?? 0, problem.Column ?? 0)));
        Assert.Equal("e", Reads.DocumentOf(results[4]).Text);
    }

    [Fact]
    public void Read_BrokenArray_KeepsWhatCameBefore()
    {
        var results = Reads.Json("[\n{\"text\": \"a\"},\n{\"text\": \"é\" oups}\n]");
        Assert.Equal(2, results.Count);
        Assert.True(results[0].Succeeded);
        var problem = Reads.ProblemOf(results[1]);
        Assert.Equal((ReadProblems.BrokenJson, 3, 14), (problem.Code, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("{\"text\": \"a\"}\n{\"text\": \"b\"}")]
    [InlineData("[{\"text\": \"a\"}] x")]
    [InlineData("{\"text\": ")]
    [InlineData("[")]
    public void Read_AnythingBroken_IsBrokenJson(string json) =>
        Assert.Equal(ReadProblems.BrokenJson, Reads.ProblemOf(Reads.Json(json)[^1]).Code);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("[]")]
    public void Read_NoRecord_IsEmpty(string json) =>
        Assert.Equal(ReadProblems.Empty, Reads.ProblemOf(Assert.Single(Reads.Json(json))).Code);

    [Fact]
    public void Read_NumberAsId_IsTakenAsWritten()
    {
        Assert.Equal(["1", "20240517000123456789"], Reads.Json("""[{"id": 1, "text": "a"}, {"id": 20240517000123456789, "text": "b"}]""")
            .Select(result => Reads.DocumentOf(result).Id));
    }

    [Fact]
    public void Read_OtherEncodings_AreNoted()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.json", SingleBytes.Windows1252("{\"text\": \"L’été\"}"));
        var document = Reads.DocumentOf(Assert.Single(Reads.Paths(path)));
        Assert.Equal("L’été", document.Text);
        Assert.Equal(["read as windows-1252"], document.Notes);
    }
}
