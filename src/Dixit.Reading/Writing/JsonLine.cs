// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Text;
using System.Text.Json;

namespace Dixit.Reading.Writing;

/// <summary>Writes one JSON value into a buffer that is kept for the next; the strings as <see cref="JsonStrings"/> does.</summary>
/// <remarks>
/// An extraction is four times as long as its text, and most of it is short fields: Utf8JsonWriter, which takes strings of another encoder only
/// as raw values and checks what each call may do, took twice the time. Nothing is checked here. Not safe for several threads.
/// A name is given as it is written, with its quote marks and its colon.
/// </remarks>
internal sealed class JsonLine
{
    private const int LongestNumber = 32;

    private readonly ByteBuffer _line = new(64 * 1024);
    private bool _follows; // whether a value stands before, so that a comma must

    /// <summary>What was written; good until the next write.</summary>
    public ReadOnlySpan<byte> Written => _line.Written;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _line.Clear();
        _follows = false;
    }

    /// <summary>Ends the line.</summary>
    public void EndLine() => _line.WriteByte((byte)'\n');

    public void StartObject() => Start((byte)'{');

    public void StartObject(ReadOnlySpan<byte> name)
    {
        Name(name);
        Start((byte)'{');
    }

    public void EndObject() => End((byte)'}');

    public void StartArray(ReadOnlySpan<byte> name)
    {
        Name(name);
        Start((byte)'[');
    }

    public void EndArray() => End((byte)']');

    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        _line.Write(name);
        _follows = false;
    }

    /// <summary>A string value.</summary>
    public void String(ReadOnlySpan<char> value)
    {
        Separate();
        JsonStrings.Write(value, _line);
    }

    /// <summary>A string field; null is written as null.</summary>
    public void String(ReadOnlySpan<byte> name, string? value)
    {
        Name(name);
        if (value is null)
            Null();
        else
            String(value);
    }

    public void String(ReadOnlySpan<byte> name, JsonEncodedText value)
    {
        Name(name);
        _line.WriteByte((byte)'"');
        _line.Write(value.EncodedUtf8Bytes);
        _line.WriteByte((byte)'"');
        _follows = true;
    }

    public void Number(ReadOnlySpan<byte> name, int value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, _line.GetSpan(LongestNumber), out var length);
        _line.Advance(length);
        _follows = true;
    }

    public void Number(ReadOnlySpan<byte> name, double value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, _line.GetSpan(LongestNumber), out var length);
        _line.Advance(length);
        _follows = true;
    }

    public void Null()
    {
        Separate();
        _line.Write("null"u8);
    }

    public void Null(ReadOnlySpan<byte> name)
    {
        Name(name);
        Null();
    }

    private void Start(byte bracket)
    {
        Separate();
        _line.WriteByte(bracket);
        _follows = false;
    }

    private void End(byte bracket)
    {
        _line.WriteByte(bracket);
        _follows = true;
    }

    private void Separate()
    {
        if (_follows)
            _line.WriteByte((byte)',');
        _follows = true;
    }
}
