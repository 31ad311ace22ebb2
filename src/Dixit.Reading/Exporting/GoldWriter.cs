// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>Documents as gold, to measure what is found against: an object a line, one line a document, offsets in code points.</summary>
/// <remarks>What people looked at is right in all of it, so nothing is marked as optional; there is no confidence and no rule.</remarks>
/// <param name="output">Where to, as UTF-8.</param>
public sealed class GoldWriter(Stream output) : JsonLineWriter(output)
{
    /// <inheritdoc/>
    public override void Write(Analysis analysis, ExtractionLinks? links)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var (document, json) = (analysis.Document, Json.Json);
        var points = new CodePointOffsets(document.Text);
        Json.Begin();
        json.WriteStartObject();
        Json.Write("id", document.Id);
        Json.WriteKnown("lang", analysis.Language);
        Json.WriteKnown("published", analysis.Published);
        Json.Write("text", document.Text);
        json.WriteStartArray("attributions");
        foreach (var attribution in analysis.Attributions)
            WriteAttribution(document, points, attribution);
        json.WriteEndArray();
        json.WriteEndObject();
        WriteLine();
    }

    private void WriteAttribution(Document document, CodePointOffsets points, Attribution attribution)
    {
        var json = Json.Json;
        json.WriteStartObject();
        json.WriteString("type", ExtractionNames.Of(attribution.Kind));
        json.WriteStartArray("content");
        foreach (var span in attribution.Content)
            WriteSpan(document, points, span);
        json.WriteEndArray();
        WriteSpan("cue", document, points, attribution.Cue);
        WriteSpan("source", document, points, attribution.Source);
        WriteSpeaker(attribution);
        json.WriteString("act", ExtractionNames.Of(attribution.Act));
        if (attribution.Via.Count > 0)
            WriteTexts("via", attribution.Via);
        json.WriteEndObject();
    }

    // All names of the document are right answers.
    private void WriteSpeaker(Attribution attribution)
    {
        if (attribution.Speaker is { } speaker)
            WriteTexts("speaker", speaker.Aliases.Prepend(speaker.Name).Distinct());
        else
            Json.Json.WriteNull("speaker");
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        Json.Json.WriteStartArray(name);
        foreach (var text in texts)
            Json.WriteValue(text);
        Json.Json.WriteEndArray();
    }

    private void WriteSpan(string name, Document document, CodePointOffsets points, TextSpan? span)
    {
        if (span is { } known)
        {
            Json.Json.WritePropertyName(name);
            WriteSpan(document, points, known);
        }
        else
        {
            Json.Json.WriteNull(name);
        }
    }

    private void WriteSpan(Document document, CodePointOffsets points, TextSpan span)
    {
        Json.Json.WriteStartObject();
        Json.Json.WriteNumber("start", points.FromUtf16(span.Start));
        Json.Json.WriteNumber("end", points.FromUtf16(span.End));
        Json.Write("text", document[span]);
        Json.Json.WriteEndObject();
    }
}
