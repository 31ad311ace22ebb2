// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>What the readers of JSON share.</summary>
internal static class JsonText
{
    /// <summary>Deep enough for any metadata beside a text; the reader needs a bit of memory for each level.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 512 };

    /// <summary>The bytes as UTF-8, whatever encoding they are in.</summary>
    /// <param name="bytes">A whole input or a line of it.</param>
    /// <param name="decoded">How they were decoded, where that was necessary.</param>
    /// <returns>Null where they could not be decoded.</returns>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> bytes, out DecodedText decoded)
    {
        decoded = default;
        var mark = ByteOrderMark.Find(bytes.Span);
        if (mark?.IsUtf8 == true)
            bytes = bytes[mark.Length..];
        if (mark is null or { IsUtf8: true } && Utf8.IsValid(bytes.Span) && !bytes.Span.Contains((byte)0))
            return bytes;
        decoded = TextDecoder.Decode(bytes.Span);
        if (decoded.Text is null)
            return null;
        return Encoding.UTF8.GetBytes(decoded.Text);
    }

    /// <summary>The string or the property name that the reader is on, exactly as written, lone surrogates included.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        // The reader's own method throws on half an emoji, which cut-off texts do have: "\ud83d".
        return HasSurrogate(reader.ValueSpan) ? Unescape(reader.ValueSpan) : reader.GetString()!;
    }

    /// <summary>The number that the reader is on, as written.</summary>
    public static string Raw(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>What people call the type of a value.</summary>
    public static string NameOf(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Number => "a number",
        JsonTokenType.String => "a string",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };

    /// <summary>What is wrong with the JSON, without the place, which is reported apart.</summary>
    public static string Explain(JsonException exception)
    {
        var message = exception.Message;
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.', ' ');
    }

    private static bool HasSurrogate(ReadOnlySpan<byte> escaped) => escaped.IndexOf("\\ud"u8) >= 0 || escaped.IndexOf("\\uD"u8) >= 0;

    /// <summary>The characters of a string that is known to be well-formed JSON.</summary>
    internal static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var characters = ArrayPool<char>.Shared.Rent(escaped.Length);
        var length = 0;
        while (!escaped.IsEmpty)
        {
            var plain = escaped.IndexOf((byte)'\\');
            if (plain != 0)
            {
                var run = plain < 0 ? escaped : escaped[..plain];
                length += Encoding.UTF8.GetChars(run, characters.AsSpan(length));
                escaped = escaped[run.Length..];
                continue;
            }

            var code = escaped[1];
            characters[length++] = code == 'u'
                ? (char)ushort.Parse(escaped.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : UnescapeOne(code);
            escaped = escaped[(code == 'u' ? 6 : 2)..];
        }

        var text = new string(characters, 0, length);
        ArrayPool<char>.Shared.Return(characters);
        return text;
    }

    private static char UnescapeOne(byte code) => (char)code switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var same => same,
    };
}
