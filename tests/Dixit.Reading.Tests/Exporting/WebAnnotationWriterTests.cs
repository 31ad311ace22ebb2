// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Reading.Exporting;
using Dixit.Reading.Tests.Writing;

namespace Dixit.Reading.Tests.Exporting;

/// <summary>Held to the Web Annotation Data Model (W3C Recommendation, 23 February 2017); the sections are its.</summary>
public sealed class WebAnnotationWriterTests
{
    [Fact]
    public void Write_OfEveryField_GivesAnAnnotationOfTheModel()
    {
        var page = Page(Samples.Full);
        var annotation = Assert.Single(page.GetProperty("items").EnumerateArray());
        var target = annotation.GetProperty("target");

        Assert.Equal("https://gazette.example/a1", target.GetProperty("source").GetProperty("id").GetString());
        Assert.Equal("Non !", target.GetProperty("selector")[0].GetProperty("exact").GetString());
        Assert.Equal((4, 9), (target.GetProperty("selector")[1].GetProperty("start").GetInt32(), target.GetProperty("selector")[1].GetProperty("end").GetInt32()));
        Assert.Equal(["schema:Claim", "TextualBody", "TextualBody", "TextualBody"], annotation.GetProperty("body").EnumerateArray().Select(body => body.GetProperty("type").GetString()));
        Assert.Equal(["Ana Costa", "direct", "refuse"], annotation.GetProperty("body").EnumerateArray().Skip(1).Select(body => body.GetProperty("value").GetString()));
        Assert.Equal("s-10", annotation.GetProperty("body")[0].GetProperty("schema:identifier").GetString());
        Assert.Equal("p-9", annotation.GetProperty("body")[0].GetProperty("schema:author").GetProperty("schema:identifier").GetString());
    }

    [Fact]
    public void Write_OfNothing_GivesAnEmptyPage()
    {
        var page = Page();

        Assert.Equal((0, 0), (page.GetProperty("items").GetArrayLength(), page.GetProperty("partOf").GetProperty("total").GetInt32()));
    }

    [Fact]
    public void Write_OfTheSameTwice_GivesTheSameBytesAndOtherwiseOtherNames()
    {
        var first = Exports.Write(stream => new WebAnnotationWriter(stream), Samples.Full);
        var other = Exports.Write(stream => new WebAnnotationWriter(stream), Exports.Says("Il a dit oui.", QuotationKind.Indirect, "oui"));

        Assert.Equal(first, Exports.Write(stream => new WebAnnotationWriter(stream), Samples.Full));
        Assert.NotEqual(JsonDocument.Parse(first).RootElement.GetProperty("id").GetString(), JsonDocument.Parse(other).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public void Write_OfRandomTexts_SelectsTheWordsByBothSelectors()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Samples.RandomText(random, 60).EnumerateRunes()); // without half pairs
            var span = Samples.RandomSpan(random, text);
            var page = Page(new Analysis { Document = new Document("x", text), Attributions = [Samples.Attribution(1, span)] });

            var selectors = page.GetProperty("items")[0].GetProperty("target").GetProperty("selector");
            var points = text.EnumerateRunes().ToArray();
            string exact = selectors[0].GetProperty("exact").GetString()!, prefix = selectors[0].GetProperty("prefix").GetString()!, suffix = selectors[0].GetProperty("suffix").GetString()!;

            Assert.Equal(string.Concat(points[selectors[1].GetProperty("start").GetInt32()..selectors[1].GetProperty("end").GetInt32()]), exact);
            Assert.Equal(span.Start - prefix.Length, text.IndexOf(prefix + exact + suffix, span.Start - prefix.Length, StringComparison.Ordinal));
            Assert.True(prefix.Length >= Math.Min(31, span.Start) && suffix.Length >= Math.Min(31, text.Length - span.End));
        }
    }

    private static JsonElement Page(params Analysis[] analyses)
    {
        var page = JsonDocument.Parse(Exports.Write(stream => new WebAnnotationWriter(stream), analyses)).RootElement;
        CheckPage(page);
        return page;
    }

    // 5.2: a page has the context once, at its top; exactly one IRI; its type; the index of its first item; its collection with the total.
    private static void CheckPage(JsonElement page)
    {
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", page.GetProperty("@context").GetString());
        Assert.Equal("AnnotationPage", page.GetProperty("type").GetString());
        CheckIri(page.GetProperty("id"));
        Assert.Equal(0, page.GetProperty("startIndex").GetInt32());
        var collection = page.GetProperty("partOf");
        CheckIri(collection.GetProperty("id"));
        Assert.Equal("AnnotationCollection", collection.GetProperty("type").GetString());
        Assert.Equal(page.GetProperty("items").GetArrayLength(), collection.GetProperty("total").GetInt32());
        var ids = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var item in page.GetProperty("items").EnumerateArray())
            CheckAnnotation(item);
    }

    // 3.1: one IRI, the type Annotation, a target, bodies; 3.3.5: a motivation of the vocabulary.
    private static void CheckAnnotation(JsonElement annotation)
    {
        CheckIri(annotation.GetProperty("id"));
        Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
        Assert.Equal("describing", annotation.GetProperty("motivation").GetString());
        foreach (var body in annotation.GetProperty("body").EnumerateArray())
        {
            if (body.GetProperty("type").GetString() == "TextualBody")
            {
                // 3.2.4: exactly one value; at most one language and format; the purpose is a motivation.
                Assert.Equal(JsonValueKind.String, body.GetProperty("value").ValueKind);
                Assert.Contains(body.GetProperty("purpose").GetString(), new[] { "identifying", "tagging", "describing" });
                Assert.Equal("text/plain", body.GetProperty("format").GetString());
            }
            else
            {
                CheckIri(body.GetProperty("id")); // 3.2.1: any other resource has exactly one IRI.
            }
        }

        // 4: a specific resource has one source and selectors that select the same.
        var target = annotation.GetProperty("target");
        Assert.Equal("SpecificResource", target.GetProperty("type").GetString());
        CheckIri(target.GetProperty("source").GetProperty("id"));
        var selectors = target.GetProperty("selector").EnumerateArray().ToList();
        Assert.Equal(["TextQuoteSelector", "TextPositionSelector"], selectors.Select(selector => selector.GetProperty("type").GetString()));
        foreach (var name in (string[])["exact", "prefix", "suffix"]) // 4.2.4
            Assert.Equal(JsonValueKind.String, selectors[0].GetProperty(name).ValueKind);
        var (start, end) = (selectors[1].GetProperty("start").GetInt32(), selectors[1].GetProperty("end").GetInt32()); // 4.2.5: not negative
        Assert.True(start >= 0 && end >= start, string.Create(CultureInfo.InvariantCulture, $"{start} to {end}"));
    }

    private static void CheckIri(JsonElement id) => Assert.True(Uri.TryCreate(id.GetString(), UriKind.Absolute, out _), id.ToString());
}
