// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Documents;

public class QualityTests
{
    [Theory]
    [InlineData("", TextQuality.Good)]
    [InlineData("read as windows-1252", TextQuality.Good)]
    [InlineData("repaired: UTF-8 read as windows-1252, 12 characters", TextQuality.Good)]
    [InlineData("set aside: the text is in Polish (pl), which is not read yet", TextQuality.Good)]
    [InlineData("damage: 1 quotation mark without the other half", TextQuality.Fair)]
    [InlineData("damage: several languages: English (1 of 9 paragraphs)", TextQuality.Fair)]
    [InlineData("only the summary of the article", TextQuality.Fair)]
    [InlineData("damage: 2 numbers lost by a translator (XNUMX)", TextQuality.Poor)]
    [InlineData("damage: 1 character lost", TextQuality.Poor)]
    [InlineData("damage: the text ends inside a sentence", TextQuality.Poor)]
    [InlineData("looks like UTF-8 read as windows-1252", TextQuality.Poor)]
    [InlineData("cut off: the rest of the article is for subscribers", TextQuality.Poor)]
    [InlineData("read as utf-8, with damaged bytes left out", TextQuality.Poor)]
    public void Quality_FollowsFromTheNote(string note, TextQuality expected) => Assert.Equal(expected, Noted(note).Quality);

    [Fact]
    public void Quality_IsThatOfTheWorstNote() =>
        Assert.Equal(TextQuality.Poor, Noted("damage: 1 quotation mark without the other half", "damage: 1 character lost", "only the summary of the article").Quality);

    [Fact]
    public void Quality_OfATextWithLostNumbers_IsPoor()
    {
        var pipeline = new PipelineBuilder().Build();
        const string Text = "La ministre a promis XNUMX millions d'euros pour la digue, et le maire a remercié les ingénieurs de leur travail.";

        Assert.Equal(TextQuality.Poor, pipeline.Analyse(new Document("a", Text)).Quality);
        Assert.Equal(TextQuality.Good, pipeline.Analyse(new Document("a", Text.Replace("XNUMX", "deux", StringComparison.Ordinal))).Quality);
    }

    private static Analysis Noted(params string[] notes) => new() { Document = new Document("a", "Rien."), Notes = notes };
}
