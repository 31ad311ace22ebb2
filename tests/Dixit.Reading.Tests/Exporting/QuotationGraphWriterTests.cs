// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Reading.Exporting;
using Dixit.Reading.Tests.Writing;

namespace Dixit.Reading.Tests.Exporting;

public sealed class QuotationGraphWriterTests
{
    [Fact]
    public void Write_OfADirectQuotation_GivesTheFieldsOfTheGraphAndNoOthers()
    {
        var article = Assert.Single(Lines(Samples.Full));

        Assert.Equal(["date", "url", "title", "lang", "quotes"], article.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2024-05-17T00:00:00Z", article.GetProperty("date").GetString());
        Assert.Equal("https://gazette.example/a1", article.GetProperty("url").GetString());
        Assert.Equal("Un accord", article.GetProperty("title").GetString());
        Assert.Equal("FRENCH", article.GetProperty("lang").GetString());
        Assert.Equal("""[{"pre":"🙂 « ","quote":"Non !","post":" », a dit l’élue Ana Costa.\nPartagez"}]""", article.GetProperty("quotes").GetRawText());
    }

    [Fact]
    public void Write_OfConsecutiveSentences_MakesOneQuote()
    {
        const string Text = "« Un. Deux. », dit-il, « Trois. »";
        var analysis = new Analysis { Document = new Document("x", Text), Attributions = [Exports.Attribute(Text, 1, QuotationKind.Direct, "Un.", "Deux.", "Trois.")] };

        Assert.Equal(["Un. Deux.", "Trois."], Quotes(analysis));
    }

    [Fact]
    public void Write_OfMixedSpeech_KeepsWhatIsQuoted()
    {
        const string Text = "Il juge le plan « dangereux » et « inutile ». Le « fameux » plan.";
        TextSpan Outer(string words) => Exports.Find(Text, words);
        QuotedSpan Quoted(string words) => new(Outer(words), new TextSpan(Outer(words).Start + 2, Outer(words).End - 2), 0, null);
        var analysis = new Analysis
        {
            Document = new Document("x", Text),
            QuotedSpans = [Quoted("« dangereux »"), Quoted("« inutile »"), Quoted("« fameux »")],
            Attributions = [Exports.Attribute(Text, 1, QuotationKind.Mixed, "le plan « dangereux » et « inutile »")],
        };

        Assert.Equal(["dangereux", "inutile"], Quotes(analysis));
    }

    [Fact]
    public void Write_OfIndirectSpeechAlone_LeavesTheArticleOut() =>
        Assert.Equal("", Exports.Write(stream => new QuotationGraphWriter(stream), Exports.Says("Il dit que oui.", QuotationKind.Indirect, "oui")));

    [Fact]
    public void Write_OfLongSurroundings_KeepsAHundredUnitsAndNoHalfAPair()
    {
        var text = new string('a', 40) + "🙂" + new string('b', 99) + "mot" + new string('c', 99) + "🙂" + new string('d', 40);
        var quote = Assert.Single(Lines(Exports.Says(text, QuotationKind.Direct, "mot"))).GetProperty("quotes")[0];

        Assert.Equal(new string('b', 99), quote.GetProperty("pre").GetString());
        Assert.Equal(new string('c', 99), quote.GetProperty("post").GetString());
    }

    private static IEnumerable<string?> Quotes(Analysis analysis) => Assert.Single(Lines(analysis)).GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("quote").GetString());

    private static List<JsonElement> Lines(params Analysis[] analyses) =>
        [.. Exports.Write(stream => new QuotationGraphWriter(stream), analyses).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
