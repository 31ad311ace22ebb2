// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Reading.Encodings;
using Dixit.Reading.Feeds;

namespace Dixit.Reading.Formats;

/// <summary>Goes through the records of one JSON value: itself, or the elements of an array.</summary>
internal sealed class RecordCursor
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly InputSource _source;
    private readonly string? _note;
    private JsonReaderState _state = new(JsonText.Options);
    private int _offset;
    private int _count;
    private bool _isArray;
    private bool _isDone;
    private int _line = 1;
    private int _lineOffset;
    private readonly Queue<ReadResult> _waiting = [];

    /// <summary>Begins before the first record.</summary>
    /// <param name="json">The value in UTF-8, without byte-order mark.</param>
    /// <param name="source">Where it was read from.</param>
    /// <param name="note">What was assumed of its encoding, or null.</param>
    public RecordCursor(ReadOnlyMemory<byte> json, InputSource source, string? note)
    {
        _json = json;
        _source = source;
        _note = note;
        _isDone = json.Span.Trim(" \t\r\n"u8).IsEmpty;
    }

    /// <summary>The next record or what is wrong with it; null after the last. Nothing follows JSON that is broken.</summary>
    public ReadResult? ReadNext()
    {
        if (_waiting.TryDequeue(out var next))
            return next;
        if (_isDone)
            return null;
        try
        {
            return Advance();
        }
        catch (JsonException exception)
        {
            _isDone = true;
            return ReadResult.Of(ReportBroken(exception));
        }
    }

    private ReadResult? Advance()
    {
        var reader = new Utf8JsonReader(_json.Span[_offset..], true, _state);
        reader.Read();
        if (_count == 0 && reader.TokenType == JsonTokenType.StartArray)
        {
            _isArray = true;
            reader.Read();
        }

        if (_isArray && reader.TokenType == JsonTokenType.EndArray)
        {
            // Throws where something follows.
            reader.Read();
            _isDone = true;
            return null;
        }

        _count++;
        var start = _offset + (int)reader.TokenStartIndex;
        var result = ReadRecord(ref reader, start);
        if (!_isArray)
        {
            reader.Read();
            _isDone = true;
        }

        _offset += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return result;
    }

    private ReadResult ReadRecord(ref Utf8JsonReader reader, int start)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var found = JsonText.NameOf(reader.TokenType);
            reader.Skip();
            return ReadResult.Of(new RecordFault("the record", found, "an object", start).ToProblem(_source.Path, TextPosition.Of(_json.Span, start)));
        }

        Record.Read(ref reader, out var record, out var fault);
        if (fault is not null)
            return ReadResult.Of(fault.ToProblem(_source.Path, TextPosition.Of(_json.Span, _offset + (int)fault.Index)));
        if (!record.HasText && ReadNews(start, _offset + (int)reader.BytesConsumed) is { } first)
            return first;
        var ownId = _isArray ? $"{_source.Stem}#{_count}" : _source.Stem;
        var result = record.ToResult(_source, LineOf(start), !_isArray, ownId, _note);
        var end = _offset + (int)reader.BytesConsumed;
        return _isArray ? result.FromRecord(_source.Options, _json[start..end].ToArray) : result;
    }

    /// <summary>The first article of a feed, whose others wait, or of an agency's item; null where the object is neither.</summary>
    private ReadResult? ReadNews(int start, int end)
    {
        var news = JsonNews.Read(_json[start..end], _source, _isArray ? _count : null, _isArray ? LineOf(start) : null, _note);
        // An item of a feed brings its own.
        foreach (var result in news ?? [])
            _waiting.Enqueue(_isArray ? result.FromRecord(_source.Options, _json[start..end].ToArray) : result);
        return _waiting.TryDequeue(out var first) ? first : null;
    }

    // Records come in order, so that lines are counted once rather than from the start for each.
    private int LineOf(int offset)
    {
        _line += _json.Span[_lineOffset..offset].Count((byte)'\n');
        _lineOffset = offset;
        return _line;
    }

    private ReadProblem ReportBroken(JsonException exception)
    {
        var line = (int)(exception.LineNumber ?? 0);
        var rest = _json.Span;
        for (var passed = 0; passed < line; passed++)
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        var before = rest[..(int)Math.Min(exception.BytePositionInLine ?? 0, rest.Length)];
        return ReadProblems.ReportBrokenJson(_source.Path, JsonText.Explain(exception), line + 1, TextPosition.ColumnOf(before));
    }
}
