// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Cli.Rendering;
using Dixit.Documents;

namespace Dixit.Cli.Explaining;

/// <summary>Writes explanations as one JSON object. Offsets count code points of the document's text, ends excluded; lines count from 1.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes the object and a line break.</summary>
    public static void Write(IReadOnlyList<Explanation> explanations, Stream output)
    {
        // French text is to be read, not to be put into a script element: accents and quote marks stay themselves.
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(output, options))
        {
            json.WriteStartObject();
            json.WriteStartArray("documents");
            foreach (var explanation in explanations)
                WriteDocument(json, explanation);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteDocument(Utf8JsonWriter json, Explanation explanation)
    {
        var analysis = explanation.Analysis;
        var spans = new SpanWriter(json, explanation);
        json.WriteStartObject();
        json.WriteString("id", analysis.Document.Id);
        json.WriteString("language", analysis.Language);
        json.WriteString("published", analysis.Published is { } published ? Words.Of(published) : null);
        WriteStrings(json, "notes", analysis.Notes);
        json.WriteStartArray("attributions");
        foreach (var attribution in explanation.Attributions)
            WriteAttribution(json, spans, attribution);
        json.WriteEndArray();
        json.WriteStartArray("unreported");
        foreach (var unreported in explanation.Unreported)
        {
            json.WriteStartObject();
            spans.WriteMembers(unreported.Quoted.Outer);
            json.WriteString("damage", unreported.Quoted.Damage);
            json.WriteString("reason", unreported.Reason);
            json.WriteString("explanation", Reasons.Explain(unreported.Reason));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("furniture");
        foreach (var furniture in explanation.Furniture)
        {
            json.WriteStartObject();
            spans.WriteMembers(furniture.Span);
            json.WriteString("kind", furniture.Kind);
            json.WriteString("rule", furniture.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAttribution(Utf8JsonWriter json, SpanWriter spans, Attribution attribution)
    {
        json.WriteStartObject();
        json.WriteNumber("id", attribution.Id);
        if (attribution.Parent is { } parent)
            json.WriteNumber("parent", parent);
        else
            json.WriteNull("parent");
        json.WriteString("type", Words.Of(attribution.Kind));
        json.WriteString("act", Words.Of(attribution.Act));
        json.WriteString("rule", attribution.Evidence.Rule);
        json.WriteNumber("confidence", Math.Round(attribution.Evidence.Confidence, 4));
        json.WriteStartArray("content");
        foreach (var content in attribution.Content)
        {
            json.WriteStartObject();
            spans.WriteMembers(content);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        spans.Write("cue", attribution.Cue);
        spans.Write("source", attribution.Source);
        if (attribution.Speaker is { } speaker)
        {
            json.WriteStartObject("speaker");
            json.WriteString("name", speaker.Name);
            json.WriteString("kind", Words.Of(speaker.Kind));
            json.WriteString("role", speaker.Role);
            json.WriteString("gender", Words.Of(speaker.Gender));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("speaker");
        }

        json.WriteString("speakerRule", attribution.Evidence.SpeakerRule);
        WriteStrings(json, "via", attribution.Via);
        json.WriteString("addressee", attribution.Addressee);
        json.WriteString("occasion", attribution.Occasion);
        json.WriteString("place", attribution.Place);
        if (attribution.Said is { } said)
        {
            json.WriteStartObject("said");
            json.WriteString("from", Words.Of(said.From));
            json.WriteString("to", Words.Of(said.To));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("said");
        }

        spans.WriteContext(Explanation.ExtentOf(attribution));
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private sealed class SpanWriter(Utf8JsonWriter json, Explanation explanation)
    {
        private readonly CodePointOffsets _offsets = new(explanation.Analysis.Document.Text);

        public void Write(string name, TextSpan? span)
        {
            if (span is not { } present)
            {
                json.WriteNull(name);
                return;
            }

            json.WriteStartObject(name);
            WriteMembers(present);
            json.WriteEndObject();
        }

        public void WriteMembers(TextSpan span)
        {
            json.WriteNumber("start", _offsets.FromUtf16(span.Start));
            json.WriteNumber("end", _offsets.FromUtf16(span.End));
            json.WriteNumber("line", explanation.Lines.LineOf(span.Start));
            json.WriteString("text", explanation.Analysis.Document[span]);
        }

        public void WriteContext(TextSpan extent)
        {
            json.WriteStartObject("context");
            WriteMembers(explanation.ContextOf(extent));
            json.WriteEndObject();
        }
    }
}
