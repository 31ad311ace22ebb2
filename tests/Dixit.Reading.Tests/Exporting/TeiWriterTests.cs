// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Exporting.Tei;
using Dixit.Reading.Tests.Writing;

namespace Dixit.Reading.Tests.Exporting;

/// <summary>Held to a subset of TEI P5 that stands beside this file, and to what a schema cannot say: that pointers lead somewhere and no letter is lost.</summary>
public sealed class TeiWriterTests
{
    private static readonly XNamespace _tei = "http://www.tei-c.org/ns/1.0";
    private static readonly XName _id = XNamespace.Xml + "id";
    private static readonly XmlSchemaSet _subset = ReadSubset();

    [Fact]
    public void Write_OfEveryField_GivesASaidWithItsSpeaker()
    {
        var document = Assert.Single(Corpus(Samples.Full).Elements(_tei + "TEI"));

        var said = Assert.Single(document.Descendants(_tei + "said"));
        Assert.Equal(
            """<said xml:id="d1-a1-1" n="s-10" who="#d1-p1" aloud="unknown" direct="true" ana="#act-refuse" cert="0.97" xmlns="http://www.tei-c.org/ns/1.0">Non !</said>""",
            said.ToString(SaveOptions.DisableFormatting));
        var person = Assert.Single(document.Descendants(_tei + "person"));
        Assert.Equal(["Ana Costa", "Mme Costa", "", "élue", "p-9"], person.Elements().Select(element => element.Value));
        Assert.Equal("female", person.Element(_tei + "gender")!.Attribute("value")!.Value);
        Assert.Equal("a dit", document.Descendants(_tei + "seg").Single(seg => seg.Attribute("type")!.Value == "cue").Value);
        Assert.Equal("#d1-a1-1", document.Descendants(_tei + "seg").Single(seg => seg.Attribute("type")!.Value == "cue").Attribute("corresp")!.Value);
        Assert.Equal("l’élue Ana Costa.", Assert.Single(document.Descendants(_tei + "rs")).Value);
        Assert.Equal("share-bar", document.Descendants(_tei + "seg").Single(seg => seg.Value == "Partagez").Attribute("subtype")!.Value);
        Assert.Equal(["Un accord", "La Gazette", "", "", "a1"], document.Descendants(_tei + "bibl").Elements().Select(element => element.Value));
        Assert.Equal("https://gazette.example/a1", document.Descendants(_tei + "ptr").Single().Attribute("target")!.Value);
    }

    [Fact]
    public void Write_OfNothing_GivesAnEmptyCorpus() => Assert.Empty(Corpus().Elements(_tei + "TEI"));

    [Fact]
    public void Write_OfAnAttributionInAnother_NestsThem()
    {
        const string Text = "Ana dit : « Luc jure : \"Je pars.\" »";
        var outer = Exports.Attribute(Text, 1, QuotationKind.Direct, "Luc jure : \"Je pars.\"");
        var inner = Exports.Attribute(Text, 2, QuotationKind.Direct, "Je pars.") with { Parent = 1 };

        var said = Body(Text, outer, inner).Descendants(_tei + "said").ToList();

        Assert.Equal(["Luc jure : \"Je pars.\"", "Je pars."], said.Select(element => element.Value));
        Assert.Same(said[0], said[1].Parent);
    }

    [Fact]
    public void Write_OfTheSameWordsSaidTwice_PutsTheParentOutside()
    {
        const string Text = "Ana dit que Luc part.";
        var inner = Exports.Attribute(Text, 1, QuotationKind.Indirect, "Luc part") with { Parent = 2 };
        var outer = Exports.Attribute(Text, 2, QuotationKind.Indirect, "Luc part");

        Assert.Equal(["d1-a2-1", "d1-a1-1"], Body(Text, inner, outer).Descendants(_tei + "said").Select(said => said.Attribute(_id)!.Value));
    }

    [Fact]
    public void Write_OfContentOverSeveralParagraphs_LinksItsPieces()
    {
        const string Text = "« Un.\n\nDeux », dit-il, « trois ».";

        var said = Body(Text, Exports.Attribute(Text, 1, QuotationKind.Direct, "Un.\n\nDeux", "trois")).Descendants(_tei + "said").ToList();

        Assert.Equal(["Un.", "Deux", "trois"], said.Select(element => element.Value));
        Assert.Equal([null, "#d1-a1-1", "#d1-a1-2"], said.Select(element => element.Attribute("prev")?.Value));
        Assert.Equal(["#d1-a1-2", "#d1-a1-3", null], said.Select(element => element.Attribute("next")?.Value));
        Assert.Equal(["s-10", "s-10", "s-11"], said.Select(element => element.Attribute("n")!.Value));
    }

    [Fact]
    public void Write_OfContentsThatCross_CutsTheSecondAtTheEndOfTheFirst()
    {
        const string Text = "un deux trois quatre";

        var said = Body(Text, Exports.Attribute(Text, 1, QuotationKind.Direct, "un deux trois"), Exports.Attribute(Text, 2, QuotationKind.Direct, "trois quatre")).Descendants(_tei + "said").ToList();

        Assert.Equal(["un deux trois", "trois", " quatre"], said.Select(element => element.Value));
        Assert.Equal(["d1-a1-1", "d1-a2-1", "d1-a2-2"], said.Select(element => element.Attribute(_id)!.Value));
        Assert.Equal("#d1-a2-2", said[1].Attribute("next")!.Value);
    }

    [Fact]
    public void Write_OfASourceInItsCue_MarksBoth()
    {
        const string Text = "« Non », a-t-il dit.";
        var attribution = Exports.Attribute(Text, 1, QuotationKind.Direct, "Non") with { Cue = Exports.Find(Text, "a-t-il dit"), Source = Exports.Find(Text, "il"), Speaker = new Speaker("Luc", SpeakerKind.Person) };

        var cue = Body(Text, attribution).Descendants(_tei + "seg").Single();

        Assert.Equal("a-t-il dit", cue.Value);
        Assert.Equal(("il", "#d1-p1"), (cue.Element(_tei + "rs")!.Value, cue.Element(_tei + "rs")!.Attribute("ref")!.Value));
    }

    [Fact]
    public void Write_OfASourceWithSpeechInIt_IsNoPhrase()
    {
        const string Text = "L'auteur de « Je pars » s'explique : non.";
        var attribution = Exports.Attribute(Text, 1, QuotationKind.Direct, "non") with { Source = Exports.Find(Text, "L'auteur de « Je pars »"), Speaker = new Speaker("auteur", SpeakerKind.Person) };

        var body = Body(Text, attribution, Exports.Attribute(Text, 2, QuotationKind.Direct, "Je pars"));

        Assert.Empty(body.Descendants(_tei + "rs"));
        Assert.Equal("#d1-p1", body.Descendants(_tei + "seg").Single().Attribute("corresp")!.Value);
    }

    [Fact]
    public void Write_OfMixedSpeech_MarksWhatIsQuotedInIt()
    {
        const string Text = "Il juge le plan « dangereux ». Le « fameux » plan.";
        var analysis = new Analysis
        {
            Document = new Document("x", Text),
            QuotedSpans = [Quoted("« dangereux »"), Quoted("« fameux »")],
            Attributions = [Exports.Attribute(Text, 1, QuotationKind.Mixed, "le plan « dangereux »")],
        };

        var quote = Assert.Single(Corpus(analysis).Descendants(_tei + "quote"));

        Assert.Equal("« dangereux »", quote.Value);
        Assert.Equal("false", quote.Parent!.Attribute("direct")!.Value);

        QuotedSpan Quoted(string words) => new(Exports.Find(Text, words), new TextSpan(Exports.Find(Text, words).Start + 2, Exports.Find(Text, words).End - 2), 0, null);
    }

    [Theory]
    [InlineData(SpeakerKind.Person, "person", null)]
    [InlineData(SpeakerKind.Group, "personGrp", null)]
    [InlineData(SpeakerKind.Organisation, "org", null)]
    [InlineData(SpeakerKind.Anonymous, "person", "anonymous")]
    [InlineData(SpeakerKind.Unknown, "person", "unknown")]
    public void Write_OfASpeaker_ListsItByItsKind(SpeakerKind kind, string element, string? role)
    {
        var speaker = new Speaker("l'un", kind) { Role = "chef" };
        var corpus = Corpus(new Analysis { Document = new Document("x", "oui"), Attributions = [Samples.Attribution(1, new TextSpan(0, 3)) with { Speaker = speaker }] });

        var listed = corpus.Descendants(_tei + element).Single();
        Assert.Equal((role, "d1-p1"), (listed.Attribute("role")?.Value, listed.Attribute(_id)!.Value));
        Assert.Equal("#d1-p1", corpus.Descendants(_tei + "said").Single().Attribute("who")!.Value);
    }

    [Fact]
    public void Write_OfASpeakerOfSeveralAttributions_ListsItOnce()
    {
        const string Text = "un deux";
        var body = Corpus(new Analysis
        {
            Document = new Document("x", Text),
            Attributions = [Exports.Attribute(Text, 1, QuotationKind.Direct, "un") with { Speaker = new Speaker("Luc", SpeakerKind.Person) { Aliases = ["L."] } }, Exports.Attribute(Text, 2, QuotationKind.Direct, "deux") with { Speaker = new Speaker("Luc", SpeakerKind.Person) { Aliases = ["L."] } }],
        });

        Assert.Single(body.Descendants(_tei + "person"));
    }

    [Fact]
    public void Write_OfRandomMarks_IsTeiThatLosesNoLetter()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var text = Samples.RandomText(random, 60);
            var attributions = Enumerable.Range(1, random.Next(6)).Select(id => Samples.Attribution(id, Samples.RandomSpan(random, text)) with
            {
                Kind = random.Next(2) == 0 ? QuotationKind.Mixed : QuotationKind.Direct,
                Cue = random.Next(2) == 0 ? Samples.RandomSpan(random, text) : null,
                Source = random.Next(2) == 0 ? Samples.RandomSpan(random, text) : null,
                Speaker = random.Next(2) == 0 ? new Speaker("N" + random.Next(3), SpeakerKind.Person) : null,
            }).ToList();
            var analysis = new Analysis
            {
                Document = new Document(text, text) { Title = text },
                Attributions = attributions,
                QuotedSpans = [.. Enumerable.Range(0, 2).Select(_ => Samples.RandomSpan(random, text)).Select(span => new QuotedSpan(span, span, 0, null))],
                Furniture = [new Furniture(Samples.RandomSpan(random, text), "test", "test")],
            };

            var corpus = Corpus(analysis, analysis);

            var lines = text.Split('\r', '\n', '\u2028', '\u2029').Where(line => !string.IsNullOrWhiteSpace(line)).Select(Repaired).ToList();
            foreach (var body in corpus.Descendants(_tei + "body"))
                Assert.Equal(lines.Count == 0 ? [""] : lines, body.Elements().Select(paragraph => paragraph.Value));
            foreach (var attribution in attributions)
            {
                var pieces = corpus.Elements(_tei + "TEI").First().Descendants(_tei + "said").Where(said => said.Attribute(_id)!.Value.StartsWith($"d1-a{attribution.Id}-", StringComparison.Ordinal)).ToList();
                Assert.Equal(InLines(text, attribution.Content[0]), string.Concat(pieces.Select(piece => piece.Value)));
                Assert.Equal(Enumerable.Range(1, pieces.Count).Select(number => $"d1-a{attribution.Id}-{number}"), pieces.Select(piece => piece.Attribute(_id)!.Value));
            }
        }
    }

    [Fact]
    public void Write_WithASpanOutsideTheText_WritesNothingOfTheDocument()
    {
        using var stream = new MemoryStream();
        using var writer = new TeiWriter(stream);

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(new Analysis { Document = new Document("x", "court"), Attributions = [Samples.Attribution(1, new TextSpan(3, 99))] }, null));
        writer.Complete();

        Assert.Empty(XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).Root!.Elements(_tei + "TEI"));
    }

    [Fact]
    public void Dispose_BeforeTheEnd_LeavesWhatIsNotWhole()
    {
        using var stream = new MemoryStream();
        using (var writer = new TeiWriter(stream))
            writer.Write(Samples.Full, null);

        Assert.Throws<XmlException>(() => XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())));
    }

    // What stands in lines that are written: those that are white throughout are not.
    private static string InLines(string text, TextSpan span)
    {
        var kept = new StringBuilder();
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny("\r\n\u2028\u2029");
            var end = length < 0 ? text.Length : start + length;
            if (!string.IsNullOrWhiteSpace(text[start..end]) && span.Start < end && span.End > start)
                kept.Append(Repaired(text[Math.Max(span.Start, start)..Math.Min(span.End, end)]));
            start = end + 1;
        }

        return kept.ToString();
    }

    private static string Repaired(string text)
    {
        var repaired = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune.Value is 0 ? "\uFFFD" : rune.ToString());
        return repaired.ToString();
    }

    private static XElement Body(string text, params Attribution[] attributions) =>
        Corpus(new Analysis { Document = new Document("x", text), Attributions = attributions }).Descendants(_tei + "body").Single();

    private static XElement Corpus(params Analysis[] analyses)
    {
        var xml = Exports.Write(stream => new TeiWriter(stream), analyses);
        var corpus = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        corpus.Validate(_subset, (_, problem) => Assert.Fail(problem.Message + "\n" + xml));
        var ids = corpus.Descendants().Select(element => element.Attribute(_id)?.Value).OfType<string>().ToHashSet();
        foreach (var attribute in corpus.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "who" or "ref" or "corresp" or "ana" or "next" or "prev"))
            Assert.All(attribute.Value.Split(' '), pointer => Assert.Contains(pointer[1..], ids));
        return corpus.Root!;
    }

    private static XmlSchemaSet ReadSubset()
    {
        var schemas = new XmlSchemaSet();
        foreach (var name in (string[])["xml.xsd", "tei-subset.xsd"])
        {
            using var stream = typeof(TeiWriterTests).Assembly.GetManifestResourceStream(name)!;
            using var reader = XmlReader.Create(stream);
            schemas.Add(XmlSchema.Read(reader, (_, problem) => Assert.Fail(problem.Message))!);
        }

        schemas.Compile();
        return schemas;
    }
}
