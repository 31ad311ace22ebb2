// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;

namespace Dixit.Reading.Writing;

/// <summary>Writes analyses in the output contract: one JSON object a line, offsets in Unicode code points.</summary>
/// <remarks>Keeps its buffers from one document to the next. Not safe for several threads: one writer each.</remarks>
public sealed class ExtractionWriter : IDisposable
{
    // Valid JSON is what the code below cannot fail to write, so checking it would only cost time.
    private static readonly JsonWriterOptions _options = new() { SkipValidation = true, MaxDepth = 16 };

    private readonly ArrayBufferWriter<byte> _line = new(64 * 1024);
    private readonly ArrayBufferWriter<byte> _string = new(16 * 1024);
    private readonly Utf8JsonWriter _json;
    private readonly Stream? _stream;
    private readonly IBufferWriter<byte>? _buffer;

    /// <summary>Writes to a stream, which is left open. Each line is handed over whole.</summary>
    public ExtractionWriter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _stream = output;
        _json = new Utf8JsonWriter(_line, _options);
    }

    /// <summary>Writes to a buffer, for callers that put lines in order themselves.</summary>
    public ExtractionWriter(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _buffer = output;
        _json = new Utf8JsonWriter(_line, _options);
    }

    /// <summary>Writes one line, its line feed included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text. Nothing is written.</exception>
    public void Write(Analysis analysis) => Write(analysis, null);

    /// <summary>Writes one line, its line feed included, with what an archive knows beside the document.</summary>
    /// <param name="analysis">The document and what was found in it.</param>
    /// <param name="links">Where its contents and speakers lead, or null for the document alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text. Nothing is written.</exception>
    public void Write(Analysis analysis, ExtractionLinks? links) => Write(analysis, links, null);

    /// <summary>Writes one line, its line feed included, with what an archive knows beside the document, and of its standing in the archive.</summary>
    /// <param name="analysis">The document and what was found in it.</param>
    /// <param name="links">Where its contents and speakers lead, or null for the document alone.</param>
    /// <param name="standing">What is written last, or null for the fields of an export.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text. Nothing is written.</exception>
    public void Write(Analysis analysis, ExtractionLinks? links, ExtractionStanding? standing)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        _line.ResetWrittenCount();
        _json.Reset();
        WriteDocument(analysis, links, standing);
        _json.Flush();
        _line.GetSpan(1)[0] = (byte)'\n';
        _line.Advance(1);
        _stream?.Write(_line.WrittenSpan);
        _buffer?.Write(_line.WrittenSpan);
    }

    /// <summary>Lets the buffers go; the stream stays open.</summary>
    public void Dispose() => _json.Dispose();

    private void WriteDocument(Analysis analysis, ExtractionLinks? links, ExtractionStanding? standing)
    {
        var document = analysis.Document;
        var place = new Place(document, new CodePointOffsets(document.Text));
        _json.WriteStartObject();
        WriteString(ExtractionFields.Id, document.Id);
        WriteString(ExtractionFields.Uri, document.Uri);
        WriteString(ExtractionFields.Language, analysis.Language);
        WriteString(ExtractionFields.Title, document.Title);
        WriteString(ExtractionFields.Outlet, document.Outlet);
        WriteDate(ExtractionFields.Published, analysis.Published);
        if (document.Modified is not null)
            WriteDate(ExtractionFields.Modified, document.Modified);
        if (document.PublishedAt is { } publishedAt)
            WriteString(ExtractionFields.PublishedAt, publishedAt.ToString());
        if (document.ModifiedAt is { } modifiedAt)
            WriteString(ExtractionFields.ModifiedAt, modifiedAt.ToString());
        if (document.Authors.Count > 0)
            WriteStrings(ExtractionFields.Authors, document.Authors);
        WriteStrings(ExtractionFields.Notes, analysis.Notes);
        WriteString(ExtractionFields.Text, document.Text);
        _json.WriteStartArray(ExtractionFields.Furniture);
        foreach (var furniture in analysis.Furniture)
        {
            _json.WriteStartObject();
            WriteBounds(place, furniture.Span);
            WriteString(ExtractionFields.Kind, furniture.Kind);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (document.Blocks.Count > 0)
            WriteBlocks(place);
        _json.WriteStartArray(ExtractionFields.Attributions);
        foreach (var attribution in analysis.Attributions)
            WriteAttribution(place, attribution, links);
        _json.WriteEndArray();
        if (standing is not null)
            WriteStanding(standing);
        _json.WriteEndObject();
    }

    private void WriteBlocks(Place place)
    {
        _json.WriteStartArray(ExtractionFields.Blocks);
        foreach (var block in place.Document.Blocks)
        {
            _json.WriteStartObject();
            WriteBounds(place, block.Span);
            _json.WriteString(ExtractionFields.Kind, ExtractionNames.Of(block.Kind));
            if (block.Words != block.Span)
            {
                _json.WriteStartObject(ExtractionFields.Words);
                WriteBounds(place, block.Words);
                _json.WriteEndObject();
            }

            if (block.Source is not null)
                WriteSpan(ExtractionFields.Source, place, block.Source);
            if (block.At is { } at)
                WriteString(ExtractionFields.At, at.ToString());
            if (block.Uri is not null)
                WriteString(ExtractionFields.Uri, block.Uri);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteStanding(ExtractionStanding standing)
    {
        _json.WriteString(ExtractionFields.Quality, standing.Quality.ToString().ToLowerInvariant());
        WriteString(ExtractionFields.ReadFrom, standing.Source);
        if (standing.CopyOf is { } original)
        {
            _json.WritePropertyName(ExtractionFields.CopyOf);
            WriteCopy(original);
        }

        if (standing.Copies.Count == 0)
            return;
        _json.WriteStartArray(ExtractionFields.Copies);
        foreach (var copy in standing.Copies)
            WriteCopy(copy);
        _json.WriteEndArray();
    }

    private void WriteCopy(ExtractionCopy copy)
    {
        _json.WriteStartObject();
        WriteString(ExtractionFields.Document, copy.Document);
        _json.WriteNumber(ExtractionFields.Share, Math.Round(copy.Share, 3));
        _json.WriteEndObject();
    }

    private void WriteAttribution(Place place, Attribution attribution, ExtractionLinks? links)
    {
        _json.WriteStartObject();
        _json.WriteNumber(ExtractionFields.Id, attribution.Id);
        if (attribution.Parent is { } parent)
            _json.WriteNumber(ExtractionFields.Parent, parent);
        else
            _json.WriteNull(ExtractionFields.Parent);
        _json.WriteString(ExtractionFields.Type, ExtractionNames.Of(attribution.Kind));
        _json.WriteStartArray(ExtractionFields.Content);
        for (var i = 0; i < attribution.Content.Count; i++)
            WriteSpan(place, attribution.Content[i], links?.StatementOf(attribution, i));
        _json.WriteEndArray();
        WriteSpan(ExtractionFields.Cue, place, attribution.Cue);
        WriteSpan(ExtractionFields.Source, place, attribution.Source);
        WriteSpeaker(attribution.Speaker, links?.SpeakerOf(attribution));
        WriteStrings(ExtractionFields.Via, attribution.Via);
        WriteString(ExtractionFields.Addressee, attribution.Addressee);
        WriteString(ExtractionFields.Occasion, attribution.Occasion);
        WriteString(ExtractionFields.Place, attribution.Place);
        WriteSaid(attribution.Said);
        _json.WriteString(ExtractionFields.Act, ExtractionNames.Of(attribution.Act));
        _json.WriteNumber(ExtractionFields.Confidence, Math.Round(attribution.Evidence.Confidence, 2));
        WriteString(ExtractionFields.Rule, attribution.Evidence.Rule);
        _json.WriteEndObject();
    }

    private void WriteSpeaker(Speaker? speaker, string? id)
    {
        if (speaker is null)
        {
            _json.WriteNull(ExtractionFields.Speaker);
            return;
        }

        _json.WriteStartObject(ExtractionFields.Speaker);
        if (id is not null)
            WriteString(ExtractionFields.Id, id);
        WriteString(ExtractionFields.Name, speaker.Name);
        _json.WriteString(ExtractionFields.Kind, ExtractionNames.Of(speaker.Kind));
        WriteString(ExtractionFields.Role, speaker.Role);
        if (ExtractionNames.Of(speaker.Gender) is { } gender)
            _json.WriteString(ExtractionFields.Gender, gender);
        else
            _json.WriteNull(ExtractionFields.Gender);
        if (speaker.Aliases.Count > 0)
            WriteStrings(ExtractionFields.Aliases, speaker.Aliases);
        _json.WriteEndObject();
    }

    private void WriteSaid(DateRange? said)
    {
        if (said is not { } days)
        {
            _json.WriteNull(ExtractionFields.Said);
            return;
        }

        _json.WriteStartObject(ExtractionFields.Said);
        WriteDate(ExtractionFields.From, days.From);
        WriteDate(ExtractionFields.To, days.To);
        _json.WriteEndObject();
    }

    private void WriteSpan(JsonEncodedText name, Place place, TextSpan? span)
    {
        _json.WritePropertyName(name);
        if (span is { } given)
            WriteSpan(place, given);
        else
            _json.WriteNullValue();
    }

    private void WriteSpan(Place place, TextSpan span, string? statement = null)
    {
        _json.WriteStartObject();
        WriteBounds(place, span);
        _json.WritePropertyName(ExtractionFields.Text);
        WriteValue(place.Document[span]);
        if (statement is not null)
            WriteString(ExtractionFields.Statement, statement);
        _json.WriteEndObject();
    }

    private void WriteBounds(Place place, TextSpan span)
    {
        _json.WriteNumber(ExtractionFields.Start, place.Offsets.FromUtf16(span.Start));
        _json.WriteNumber(ExtractionFields.End, place.Offsets.FromUtf16(span.End));
    }

    private void WriteDate(JsonEncodedText name, DateOnly? date)
    {
        if (date is not { } day)
        {
            _json.WriteNull(name);
            return;
        }

        Span<char> written = stackalloc char[10];
        day.TryFormat(written, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _json.WriteString(name, written);
    }

    private void WriteStrings(JsonEncodedText name, IReadOnlyList<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
            WriteValue(value);
        _json.WriteEndArray();
    }

    private void WriteString(JsonEncodedText name, string? value)
    {
        _json.WritePropertyName(name);
        if (value is null)
            _json.WriteNullValue();
        else
            WriteValue(value);
    }

    private void WriteValue(ReadOnlySpan<char> value)
    {
        _string.ResetWrittenCount();
        JsonStrings.Write(value, _string);
        _json.WriteRawValue(_string.WrittenSpan, skipInputValidation: true);
    }

    private readonly record struct Place(Document Document, CodePointOffsets Offsets);
}
