// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>Writes JSON whose strings people can read, as the output contract has them, an item at a time.</summary>
internal sealed class ReadableJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _item = new(4096);
    private readonly ByteBuffer _string = new(1024);

    public ReadableJson() => Json = new Utf8JsonWriter(_item);

    /// <summary>For all that is not a string of others.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>The bytes of the item that was begun last.</summary>
    public ReadOnlyMemory<byte> Item
    {
        get
        {
            Json.Flush();
            return _item.WrittenMemory;
        }
    }

    /// <summary>Begins an item and forgets the one before.</summary>
    public void Begin()
    {
        _item.ResetWrittenCount();
        Json.Reset();
    }

    /// <summary>A member with a text.</summary>
    public void Write(string name, ReadOnlySpan<char> value)
    {
        Json.WritePropertyName(name);
        WriteValue(value);
    }

    /// <summary>A member with a text, or none where there is no text.</summary>
    public void WriteKnown(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Write(name, value);
    }

    /// <summary>A member with a day, or none where it is not known.</summary>
    public void WriteKnown(string name, DateOnly? day)
    {
        if (day is { } known)
            Json.WriteString(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>A text of an array.</summary>
    public void WriteValue(ReadOnlySpan<char> value)
    {
        _string.Clear();
        JsonStrings.Write(value, _string);
        Json.WriteRawValue(_string.Written, skipInputValidation: true);
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();
}
