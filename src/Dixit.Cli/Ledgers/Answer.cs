// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Documents;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes answers as JSON: one object, offsets in code points, names and forms as in the output contract.</summary>
internal static class Answer
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object and a line feed.</summary>
    public static void Write(Terminal terminal, Action<Utf8JsonWriter> writeMembers)
    {
        using (var json = new Utf8JsonWriter(terminal.Output, _options))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        terminal.Output.WriteByte((byte)'\n');
    }

    /// <summary>Writes an array, an object for each item.</summary>
    public static void WriteEach<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, day is { } known ? Words.Of(known) : null);

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTime? time) => json.WriteString(name, time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));

    public static void WriteNumber(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void WriteSpeaker(this Utf8JsonWriter json, SpeakerReference? speaker)
    {
        if (speaker is null)
        {
            json.WriteNull("speaker");
            return;
        }

        json.WriteStartObject("speaker");
        json.WriteString("id", speaker.Id);
        json.WriteString("name", speaker.Name);
        json.WriteString("kind", Words.Of(speaker.Kind));
        json.WriteEndObject();
    }

    /// <summary>The members of a statement.</summary>
    public static void WriteStatement(this Utf8JsonWriter json, StoredStatement statement)
    {
        json.WriteString("id", statement.Id);
        json.WriteSpeaker(statement.Speaker);
        json.WriteString("text", statement.Text);
        json.WriteString("act", Words.Of(statement.Act));
        json.WriteDay("first", statement.First);
        json.WriteDay("last", statement.Last);
        json.WriteNumber("documents", statement.Documents);
        json.WriteNumber("outlets", statement.Outlets);
        json.WriteEach("reports", statement.Reports, json.WriteReport);
    }

    /// <summary>The members of a report.</summary>
    public static void WriteReport(this Utf8JsonWriter json, StatementReport report)
    {
        json.WriteString("wording", report.Wording);
        json.WriteString("document", report.Document);
        json.WriteNumber("version", report.Version);
        json.WriteBoolean("current", report.IsCurrent);
        json.WriteNumber("attribution", report.Attribution);
        json.WriteNumber("start", report.CodePoints.Start);
        json.WriteNumber("end", report.CodePoints.End);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("title", report.Title);
        json.WriteString("uri", report.Uri);
        json.WriteDay("published", report.Published);
        json.WriteSaid(report.Said);
        json.WriteBoolean("primary", report.IsPrimary);
        json.WriteString("type", Words.Of(report.Kind));
        json.WriteString("act", Words.Of(report.Act));
        json.WriteStrings("via", report.Via);
        json.WriteNumber("confidence", Math.Round(report.Confidence, 2));
    }

    /// <summary>The spans of a text.</summary>
    public static void WriteSpans(this Utf8JsonWriter json, string name, string text, IEnumerable<TextSpan> spans)
    {
        var points = new CodePointOffsets(text);
        json.WriteEach(name, spans, span =>
        {
            json.WriteNumber("start", points.FromUtf16(span.Start));
            json.WriteNumber("end", points.FromUtf16(span.End));
        });
    }

    private static void WriteSaid(this Utf8JsonWriter json, DateRange? said)
    {
        if (said is not { } days)
        {
            json.WriteNull("said");
            return;
        }

        json.WriteStartObject("said");
        json.WriteDay("from", days.From);
        json.WriteDay("to", days.To);
        json.WriteEndObject();
    }
}
