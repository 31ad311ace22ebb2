// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>Documents as gold, to measure what is found against: an object a line, one line a document, offsets in code points.</summary>
/// <remarks>What people looked at is right in all of it, so nothing is marked as optional; there is no confidence and no rule.</remarks>
/// <param name="output">Where to, as UTF-8.</param>
public sealed class GoldWriter(Stream output) : ExportWriter
{
    private readonly ReadableJson _json = new();

    /// <inheritdoc/>
    public override void Write(Analysis analysis, ExtractionLinks? links)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var (document, json) = (analysis.Document, _json.Json);
        var points = new CodePointOffsets(document.Text);
        _json.Begin();
        json.WriteStartObject();
        _json.Write("id", document.Id);
        _json.WriteKnown("lang", analysis.Language);
        _json.WriteKnown("published", analysis.Published);
        _json.Write("text", document.Text);
        json.WriteStartArray("attributions");
        foreach (var attribution in analysis.Attributions)
            WriteAttribution(document, points, attribution);
        json.WriteEndArray();
        json.WriteEndObject();
        output.Write(_json.Item.Span);
        output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        // Each line is whole by itself.
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }

    private void WriteAttribution(Document document, CodePointOffsets points, Attribution attribution)
    {
        var json = _json.Json;
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
            _json.Json.WriteNull("speaker");
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.Json.WriteStartArray(name);
        foreach (var text in texts)
            _json.WriteValue(text);
        _json.Json.WriteEndArray();
    }

    private void WriteSpan(string name, Document document, CodePointOffsets points, TextSpan? span)
    {
        if (span is { } known)
        {
            _json.Json.WritePropertyName(name);
            WriteSpan(document, points, known);
        }
        else
        {
            _json.Json.WriteNull(name);
        }
    }

    private void WriteSpan(Document document, CodePointOffsets points, TextSpan span)
    {
        _json.Json.WriteStartObject();
        _json.Json.WriteNumber("start", points.FromUtf16(span.Start));
        _json.Json.WriteNumber("end", points.FromUtf16(span.End));
        _json.Write("text", document[span]);
        _json.Json.WriteEndObject();
    }
}
