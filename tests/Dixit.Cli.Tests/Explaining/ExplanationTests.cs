// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Cli.Explaining;
using Dixit.Cli.Tests.Support;
using Dixit.Documents;

namespace Dixit.Cli.Tests.Explaining;

public class ExplanationTests
{
    [Fact]
    public void Text_WholeDocument_IsAsApproved() =>
        Approved.Matches("explain.txt", Render(new Explanation(Analyses.OfFerry, null)));

    [Fact]
    public void Text_OneLine_IsAsApproved() =>
        Approved.Matches("explain-line.txt", Render(new Explanation(Analyses.OfFerry, 6)));

    [Fact]
    public void Text_NothingFound_SaysSo() =>
        Assert.Contains("Nothing on line 1 is reported or quoted.", Render(new Explanation(Analyses.OfNothing, 1)));

    [Fact]
    public void Line_OfAttributions_KeepsThoseThatTouchIt()
    {
        var explanation = new Explanation(Analyses.OfFerry, 4);
        Assert.Equal([3, 4, 5], explanation.Attributions.Select(attribution => attribution.Id));
        Assert.Empty(explanation.Unreported);
        Assert.Empty(explanation.Furniture);
    }

    [Fact]
    public void Line_OfFurniture_KeepsItsQuotation()
    {
        var explanation = new Explanation(Analyses.OfFerry, 5);
        Assert.Empty(explanation.Attributions);
        Assert.Equal("furniture", Assert.Single(explanation.Unreported).Reason);
        Assert.Equal("read-also", Assert.Single(explanation.Furniture).Kind);
    }

    [Fact]
    public void Context_LongLine_IsCutBetweenWordsAroundTheExtent()
    {
        var text = string.Concat(Enumerable.Repeat("mot ", 100)) + "ICI" + string.Concat(Enumerable.Repeat(" mot", 100));
        var explanation = new Explanation(new Analysis { Document = new Document("x", text) }, null);
        var context = explanation.ContextOf(Analyses.Find(text, "ICI"));
        var words = text[context.Start..context.End];
        Assert.InRange(words.Length, 80, 123);
        Assert.All(words.Split(' '), word => Assert.Contains(word, (string[])["mot", "ICI"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("\n")]
    [InlineData("un\ndeux")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void Context_AnyExtent_CoversIt(string text)
    {
        var explanation = new Explanation(new Analysis { Document = new Document("x", text) }, null);
        for (var start = 0; start <= text.Length; start++)
        {
            for (var end = start; end <= text.Length; end++)
                Assert.True(explanation.ContextOf(new TextSpan(start, end)).Contains(new TextSpan(start, end)));
        }
    }

    [Fact]
    public void Json_Offsets_CountCodePoints()
    {
        var output = new MemoryStream();
        ExplanationJson.Write([new Explanation(Analyses.OfFerry, null)], output);
        using var json = JsonDocument.Parse(output.ToArray());
        var document = json.RootElement.GetProperty("documents")[0];
        var runes = Analyses.OfFerry.Document.Text.EnumerateRunes().ToArray();
        var spans = document.GetProperty("attributions").EnumerateArray().Select(attribution => attribution.GetProperty("cue"))
            .Concat(document.GetProperty("unreported").EnumerateArray()).Concat(document.GetProperty("furniture").EnumerateArray()).ToList();
        Assert.Equal(9, spans.Count);
        foreach (var span in spans)
        {
            var start = span.GetProperty("start").GetInt32();
            var covered = string.Concat(runes[start..span.GetProperty("end").GetInt32()].Select(rune => rune.ToString()));
            Assert.Equal(span.GetProperty("text").GetString(), covered);
        }
    }

    [Fact]
    public void Json_WholeDocument_IsAsApproved()
    {
        var output = new MemoryStream();
        ExplanationJson.Write([new Explanation(Analyses.OfFerry, 6)], output);
        Approved.Matches("explain.json", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Json_LoneSurrogate_IsReplaced()
    {
        var output = new MemoryStream();
        var document = new Document("x", "a\uD83D « b »");
        ExplanationJson.Write([new Explanation(new Analysis { Document = document, Furniture = [new Furniture(new TextSpan(0, 2), "k", "r")] }, null)], output);
        using var json = JsonDocument.Parse(output.ToArray());
        Assert.Equal("a\uFFFD", json.RootElement.GetProperty("documents")[0].GetProperty("furniture")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Reason_UnknownCode_IsStillReadable() => Assert.Equal("brand new reason", Reasons.Explain("brand-new-reason"));

    private static string Render(Explanation explanation)
    {
        var output = new StringWriter();
        new ExplanationText(hasColour: false, width: 80).Write(explanation, output);
        return output.ToString();
    }
}
