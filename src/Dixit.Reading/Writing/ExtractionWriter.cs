// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Globalization;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;

namespace Dixit.Reading.Writing;

/// <summary>Writes analyses in the output contract: one JSON object a line, offsets in Unicode code points.</summary>
/// <remarks>Keeps its buffers from one document to the next. Not safe for several threads: one writer each.</remarks>
public sealed class ExtractionWriter
{
    private readonly JsonLine _json = new();
    private readonly Stream? _stream;
    private readonly IBufferWriter<byte>? _buffer;

    /// <summary>Writes to a stream, which is left open. Each line is handed over whole.</summary>
    public ExtractionWriter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _stream = output;
    }

    /// <summary>Writes to a buffer, for callers that put lines in order themselves.</summary>
    public ExtractionWriter(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _buffer = output;
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
        _json.Clear();
        WriteDocument(analysis, links, standing);
        _json.EndLine();
        _stream?.Write(_json.Written);
        _buffer?.Write(_json.Written);
    }

    private void WriteDocument(Analysis analysis, ExtractionLinks? links, ExtractionStanding? standing)
    {
        var document = analysis.Document;
        var place = new Place(document, new CodePointOffsets(document.Text));
        _json.StartObject();
        _json.String(ExtractionFields.Id, document.Id);
        _json.String(ExtractionFields.Uri, document.Uri);
        _json.String(ExtractionFields.Language, analysis.Language);
        _json.String(ExtractionFields.Title, document.Title);
        _json.String(ExtractionFields.Outlet, document.Outlet);
        WriteDate(ExtractionFields.Published, analysis.Published);
        if (document.Modified is not null)
            WriteDate(ExtractionFields.Modified, document.Modified);
        if (document.PublishedAt is { } publishedAt)
            _json.String(ExtractionFields.PublishedAt, publishedAt.ToString());
        if (document.ModifiedAt is { } modifiedAt)
            _json.String(ExtractionFields.ModifiedAt, modifiedAt.ToString());
        if (document.Authors.Count > 0)
            WriteStrings(ExtractionFields.Authors, document.Authors);
        WriteStrings(ExtractionFields.Notes, analysis.Notes);
        _json.String(ExtractionFields.Text, document.Text);
        _json.StartArray(ExtractionFields.Furniture);
        foreach (var furniture in analysis.Furniture)
        {
            _json.StartObject();
            WriteBounds(place, furniture.Span);
            _json.String(ExtractionFields.Kind, furniture.Kind);
            _json.EndObject();
        }

        _json.EndArray();
        if (document.Blocks.Count > 0)
            WriteBlocks(place);
        _json.StartArray(ExtractionFields.Attributions);
        foreach (var attribution in analysis.Attributions)
            WriteAttribution(place, attribution, links);
        _json.EndArray();
        if (standing is not null)
            WriteStanding(standing);
        _json.EndObject();
    }

    private void WriteBlocks(Place place)
    {
        _json.StartArray(ExtractionFields.Blocks);
        foreach (var block in place.Document.Blocks)
        {
            _json.StartObject();
            WriteBounds(place, block.Span);
            _json.String(ExtractionFields.Kind, ExtractionNames.Of(block.Kind));
            if (block.Words != block.Span)
            {
                _json.StartObject(ExtractionFields.Words);
                WriteBounds(place, block.Words);
                _json.EndObject();
            }

            if (block.Source is not null)
                WriteSpan(ExtractionFields.Source, place, block.Source);
            if (block.At is { } at)
                _json.String(ExtractionFields.At, at.ToString());
            if (block.Uri is not null)
                _json.String(ExtractionFields.Uri, block.Uri);
            _json.EndObject();
        }

        _json.EndArray();
    }

    private void WriteStanding(ExtractionStanding standing)
    {
        _json.String(ExtractionFields.Quality, standing.Quality.ToString().ToLowerInvariant());
        _json.String(ExtractionFields.ReadFrom, standing.Source);
        if (standing.CopyOf is { } original)
        {
            _json.Name(ExtractionFields.CopyOf);
            WriteCopy(original);
        }

        if (standing.Copies.Count == 0)
            return;
        _json.StartArray(ExtractionFields.Copies);
        foreach (var copy in standing.Copies)
            WriteCopy(copy);
        _json.EndArray();
    }

    private void WriteCopy(ExtractionCopy copy)
    {
        _json.StartObject();
        _json.String(ExtractionFields.Document, copy.Document);
        _json.Number(ExtractionFields.Share, Math.Round(copy.Share, 3));
        _json.EndObject();
    }

    private void WriteAttribution(Place place, Attribution attribution, ExtractionLinks? links)
    {
        _json.StartObject();
        _json.Number(ExtractionFields.Id, attribution.Id);
        if (attribution.Parent is { } parent)
            _json.Number(ExtractionFields.Parent, parent);
        else
            _json.Null(ExtractionFields.Parent);
        _json.String(ExtractionFields.Type, ExtractionNames.Of(attribution.Kind));
        _json.StartArray(ExtractionFields.Content);
        for (var i = 0; i < attribution.Content.Count; i++)
            WriteSpan(place, attribution.Content[i], links?.StatementOf(attribution, i));
        _json.EndArray();
        WriteSpan(ExtractionFields.Cue, place, attribution.Cue);
        WriteSpan(ExtractionFields.Source, place, attribution.Source);
        WriteSpeaker(attribution.Speaker, links?.SpeakerOf(attribution));
        WriteStrings(ExtractionFields.Via, attribution.Via);
        _json.String(ExtractionFields.Addressee, attribution.Addressee);
        _json.String(ExtractionFields.Occasion, attribution.Occasion);
        _json.String(ExtractionFields.Place, attribution.Place);
        WriteSaid(attribution.Said);
        _json.String(ExtractionFields.Act, ExtractionNames.Of(attribution.Act));
        _json.Number(ExtractionFields.Confidence, Math.Round(attribution.Evidence.Confidence, 2));
        _json.String(ExtractionFields.Rule, attribution.Evidence.Rule);
        _json.EndObject();
    }

    private void WriteSpeaker(Speaker? speaker, string? id)
    {
        if (speaker is null)
        {
            _json.Null(ExtractionFields.Speaker);
            return;
        }

        _json.StartObject(ExtractionFields.Speaker);
        if (id is not null)
            _json.String(ExtractionFields.Id, id);
        _json.String(ExtractionFields.Name, speaker.Name);
        _json.String(ExtractionFields.Kind, ExtractionNames.Of(speaker.Kind));
        _json.String(ExtractionFields.Role, speaker.Role);
        if (ExtractionNames.Of(speaker.Gender) is { } gender)
            _json.String(ExtractionFields.Gender, gender);
        else
            _json.Null(ExtractionFields.Gender);
        if (speaker.Aliases.Count > 0)
            WriteStrings(ExtractionFields.Aliases, speaker.Aliases);
        _json.EndObject();
    }

    private void WriteSaid(DateRange? said)
    {
        if (said is not { } days)
        {
            _json.Null(ExtractionFields.Said);
            return;
        }

        _json.StartObject(ExtractionFields.Said);
        WriteDate(ExtractionFields.From, days.From);
        WriteDate(ExtractionFields.To, days.To);
        _json.EndObject();
    }

    private void WriteSpan(ReadOnlySpan<byte> name, Place place, TextSpan? span)
    {
        _json.Name(name);
        if (span is { } given)
            WriteSpan(place, given);
        else
            _json.Null();
    }

    private void WriteSpan(Place place, TextSpan span, string? statement = null)
    {
        _json.StartObject();
        WriteBounds(place, span);
        _json.Name(ExtractionFields.Text);
        _json.String(place.Document[span]);
        if (statement is not null)
            _json.String(ExtractionFields.Statement, statement);
        _json.EndObject();
    }

    private void WriteBounds(Place place, TextSpan span)
    {
        _json.Number(ExtractionFields.Start, place.Offsets.FromUtf16(span.Start));
        _json.Number(ExtractionFields.End, place.Offsets.FromUtf16(span.End));
    }

    private void WriteDate(ReadOnlySpan<byte> name, DateOnly? date)
    {
        if (date is not { } day)
        {
            _json.Null(name);
            return;
        }

        Span<char> written = stackalloc char[10];
        day.TryFormat(written, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _json.Name(name);
        _json.String(written);
    }

    private void WriteStrings(ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        _json.StartArray(name);
        foreach (var value in values)
            _json.String(value);
        _json.EndArray();
    }

    private readonly record struct Place(Document Document, CodePointOffsets Offsets);
}
