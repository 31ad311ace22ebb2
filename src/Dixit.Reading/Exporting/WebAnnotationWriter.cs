// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>A page of W3C Web Annotations: an annotation for each content span, with who said it as its bodies.</summary>
/// <remarks>
/// Web Annotation Data Model, W3C Recommendation of 23 February 2017. Positions count code points of the text that was read (section 4.2.5);
/// the quoted words with what stands around them (section 4.2.4) find them in the page itself. An item stands on a line of its own.
/// </remarks>
/// <param name="output">Where to, as UTF-8.</param>
public sealed class WebAnnotationWriter(Stream output) : ExportWriter
{
    private const int Around = 32;
    private readonly ReadableJson _json = new();
    private readonly IncrementalHash _items = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _count;

    /// <inheritdoc/>
    public override void Write(Analysis analysis, ExtractionLinks? links)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var points = new CodePointOffsets(analysis.Document.Text);
        foreach (var attribution in analysis.Attributions)
        {
            for (var i = 0; i < attribution.Content.Count; i++)
            {
                var content = attribution.Content[i];
                _json.Begin();
                WriteAnnotation(analysis, attribution, content, new TextSpan(points.FromUtf16(content.Start), points.FromUtf16(content.End)), links?.SpeakerOf(attribution), links?.StatementOf(attribution, i));
                Put(_json.Item.Span);
            }
        }
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        output.Write(_count == 0 ? """{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","startIndex":0,"items":["""u8 : "\n"u8);
        // Named by what is in it: two pages of one name are the same page.
        var name = _items.GetHashAndReset();
        _json.Begin();
        _json.Json.WriteStartObject();
        _json.Json.WriteString("id", NameIri.Of(name));
        _json.Json.WriteStartObject("partOf");
        _json.Json.WriteString("id", NameIri.Of("annotations", Convert.ToHexString(name)));
        _json.Json.WriteString("type", "AnnotationCollection");
        _json.Json.WriteString("label", "Who said what");
        _json.Json.WriteNumber("total", _count);
        _json.Json.WriteEndObject();
        _json.Json.WriteEndObject();
        output.Write("],"u8);
        output.Write(_json.Item.Span[1..]); // Members of the object that is open already.
        output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _json.Dispose();
        _items.Dispose();
        base.Dispose();
    }

    private void Put(ReadOnlySpan<byte> item)
    {
        output.Write(_count == 0 ? """{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","startIndex":0,"items":["""u8 : ","u8);
        output.WriteByte((byte)'\n');
        output.Write(item);
        _items.AppendData(item);
        _count++;
    }

    private void WriteAnnotation(Analysis analysis, Attribution attribution, TextSpan content, TextSpan points, string? speakerId, string? statement)
    {
        var json = _json.Json;
        json.WriteStartObject();
        json.WriteString("id", NameIri.Of("annotation", string.Create(CultureInfo.InvariantCulture, $"{analysis.Document.Id}\n{attribution.Id}\n{points.Start}")));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        json.WriteStartArray("body");
        WriteClaim(attribution, speakerId, statement ?? string.Create(CultureInfo.InvariantCulture, $"{analysis.Document.Id}\n{points.Start}\n{points.End}"), statement);
        if (attribution.Speaker is { } speaker)
            WriteTextualBody("identifying", speaker.Name, analysis.Language);
        WriteTextualBody("tagging", ExtractionNames.Of(attribution.Kind).Value, "en");
        WriteTextualBody("tagging", ExtractionNames.Of(attribution.Act).Value, "en");
        json.WriteEndArray();
        WriteTarget(analysis, content, points);
        json.WriteEndObject();
    }

    // What was said, as a resource of its own: the same in every annotation of one statement, and in the export of claims.
    private void WriteClaim(Attribution attribution, string? speakerId, string name, string? statement)
    {
        var json = _json.Json;
        json.WriteStartObject();
        json.WriteString("id", NameIri.Of("statement", name));
        json.WriteString("type", "schema:Claim");
        _json.WriteKnown("schema:identifier", statement);
        if (attribution.Speaker is { } speaker)
        {
            json.WriteStartObject("schema:author");
            if (speakerId is not null)
                json.WriteString("id", NameIri.Of("speaker", speakerId));
            json.WriteString("type", speaker.Kind is SpeakerKind.Organisation or SpeakerKind.Group ? "schema:Organization" : "schema:Person");
            _json.WriteKnown("schema:identifier", speakerId);
            _json.Write("schema:name", speaker.Name);
            _json.WriteKnown("schema:jobTitle", speaker.Role);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteTextualBody(string purpose, string value, string? language)
    {
        var json = _json.Json;
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        json.WriteString("format", "text/plain");
        _json.WriteKnown("language", language);
        _json.Write("value", value);
        json.WriteEndObject();
    }

    private void WriteTarget(Analysis analysis, TextSpan content, TextSpan points)
    {
        var (json, text) = (_json.Json, analysis.Document.Text);
        json.WriteStartObject("target");
        json.WriteString("type", "SpecificResource");
        json.WriteStartObject("source");
        _json.Write("id", NameIri.OfDocument(analysis.Document.Id, analysis.Document.Uri));
        json.WriteString("type", "Text");
        json.WriteString("format", "text/plain");
        _json.WriteKnown("language", analysis.Language);
        json.WriteEndObject();
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        _json.Write("exact", analysis.Document[content]);
        _json.Write("prefix", TextWindow.Before(text, content, Around));
        _json.Write("suffix", TextWindow.Behind(text, content, Around));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", points.Start);
        json.WriteNumber("end", points.End);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
