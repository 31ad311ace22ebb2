// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Unicode;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Feeds;

/// <summary>Decodes XML: byte-order mark, what the server says, what the declaration says, then as any text.</summary>
internal static class XmlDecoder
{
    private const int Looked = 256;

    /// <summary>Decodes a whole XML file. Bytes that are damaged become U+FFFD, with a note.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="contentType">What its server said that it is, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrderMark.Find(bytes) is null && TextDecoder.WithoutMark(bytes) is null && !Utf8.IsValid(bytes)
            && (NamedEncodings.OfContentType(contentType) ?? NamedEncodings.Find(Declared(bytes))) is { } named and not UTF8Encoding)
        {
            return DecodedText.Of(named.GetString(bytes), named.WebName);
        }

        var decoded = TextDecoder.Decode(bytes);
        return decoded.Undecodable is null
            ? decoded
            : DecodedText.Of(Encoding.UTF8.GetString(bytes), "utf-8, with damaged bytes left out");
    }

    // <?xml version="1.0" encoding="iso-8859-1"?>
    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(Looked, bytes.Length)]);
        var end = start.IndexOf("?>", StringComparison.Ordinal);
        var at = start.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0 || end < at)
            return null;
        var value = start[(at + "encoding".Length)..end].TrimStart(' ', '=', '\t', '\r', '\n');
        return value.Length > 1 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is > 0 and var close ? value[1..close] : null;
    }
}
