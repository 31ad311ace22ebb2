// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Dixit.Reading.Writing;

/// <summary>Writes one JSON value into a buffer that is kept for the next; the strings as <see cref="JsonStrings"/> does.</summary>
/// <remarks>
/// An extraction is four times as long as its text, and most of it is short fields: Utf8JsonWriter, which takes strings of another encoder only
/// as raw values and checks what each call may do, took twice the time. Nothing is checked here. Not safe for several threads.
/// </remarks>
internal sealed class JsonLine
{
    private const int LongestNumber = 32;

    private readonly ArrayBufferWriter<byte> _line = new(64 * 1024);
    private bool _follows; // whether a value stands before, so that a comma must

    /// <summary>What was written; good until the next write.</summary>
    public ReadOnlySpan<byte> Written => _line.WrittenSpan;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _line.ResetWrittenCount();
        _follows = false;
    }

    /// <summary>Ends the line.</summary>
    public void EndLine() => WriteByte((byte)'\n');

    public void StartObject() => Start((byte)'{');

    public void StartObject(JsonEncodedText name)
    {
        Name(name);
        Start((byte)'{');
    }

    public void EndObject() => End((byte)'}');

    public void StartArray(JsonEncodedText name)
    {
        Name(name);
        Start((byte)'[');
    }

    public void EndArray() => End((byte)']');

    public void Name(JsonEncodedText name)
    {
        WriteQuoted(name.EncodedUtf8Bytes);
        WriteByte((byte)':');
        _follows = false;
    }

    /// <summary>A string value.</summary>
    public void String(ReadOnlySpan<char> value)
    {
        Separate();
        JsonStrings.Write(value, _line);
    }

    /// <summary>A string field; null is written as null.</summary>
    public void String(JsonEncodedText name, string? value)
    {
        Name(name);
        if (value is null)
            Null();
        else
            String(value);
    }

    public void String(JsonEncodedText name, JsonEncodedText value)
    {
        Name(name);
        WriteQuoted(value.EncodedUtf8Bytes);
        _follows = true;
    }

    public void Number(JsonEncodedText name, int value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, _line.GetSpan(LongestNumber), out var length);
        _line.Advance(length);
        _follows = true;
    }

    public void Number(JsonEncodedText name, double value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, _line.GetSpan(LongestNumber), out var length);
        _line.Advance(length);
        _follows = true;
    }

    public void Null()
    {
        Separate();
        "null"u8.CopyTo(_line.GetSpan(4));
        _line.Advance(4);
    }

    public void Null(JsonEncodedText name)
    {
        Name(name);
        Null();
    }

    private void Start(byte bracket)
    {
        Separate();
        WriteByte(bracket);
        _follows = false;
    }

    private void End(byte bracket)
    {
        WriteByte(bracket);
        _follows = true;
    }

    private void WriteQuoted(ReadOnlySpan<byte> plain)
    {
        Separate();
        var span = _line.GetSpan(plain.Length + 2);
        span[0] = (byte)'"';
        plain.CopyTo(span[1..]);
        span[plain.Length + 1] = (byte)'"';
        _line.Advance(plain.Length + 2);
    }

    private void Separate()
    {
        if (_follows)
            WriteByte((byte)',');
        _follows = true;
    }

    private void WriteByte(byte value)
    {
        _line.GetSpan(1)[0] = value;
        _line.Advance(1);
    }
}
