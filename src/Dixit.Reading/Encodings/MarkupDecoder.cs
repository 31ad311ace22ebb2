// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Dixit.Reading.Encodings;

/// <summary>Decodes a page or other markup: byte-order mark, what its server says, what it says itself, then by its bytes.</summary>
/// <remarks>Bytes that are UTF-8 with more than ASCII in it are UTF-8 whatever is said: no other text comes out so by chance.</remarks>
internal static class MarkupDecoder
{
    private static readonly SearchValues<char> _ends = SearchValues.Create(" \t\r\n\"'>;/?");

    private const int Looked = 4096;

    /// <summary>The text. Bytes that belong to no character become U+FFFD, with a note; only what is no text at all has none.</summary>
    /// <param name="bytes">The page, feed or the like, whole.</param>
    /// <param name="contentType">What its server said that it is, such as <c>text/html; charset=utf-8</c>, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrderMark.Find(bytes) is { } mark)
            return mark.IsUtf8 ? DecodedText.Of(Encoding.UTF8.GetString(bytes[mark.Length..]), DamageIn(bytes)) : DecodeWide(bytes[mark.Length..], mark);
        if (TextDecoder.WithoutMark(bytes) is { } wide)
            return DecodeWide(bytes, wide);
        if (Utf8.IsValid(bytes))
            return BinaryContent.HasControls(bytes) ? DecodedText.NotText("binary data") : DecodedText.Of(Encoding.UTF8.GetString(bytes), null);
        if ((NamedEncodings.OfContentType(contentType) ?? NamedEncodings.Find(Declared(bytes))) is { } named and not (UTF8Encoding or UnicodeEncoding or UTF32Encoding))
            return DecodedText.Of(named.GetString(bytes), named.WebName);
        var decoded = TextDecoder.Decode(bytes);
        return decoded.Undecodable is null && decoded.Binary is null
            ? decoded
            : bytes.Contains((byte)0) ? DecodedText.NotText("binary data") : DecodedText.Of(Encoding.UTF8.GetString(bytes), "utf-8, with damaged bytes left out");
    }

    private static string? DamageIn(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? null : "utf-8, with damaged bytes left out";

    // The decoder of the mark throws on damage; a page is read all the same.
    private static DecodedText DecodeWide(ReadOnlySpan<byte> bytes, ByteOrderMark mark)
    {
        var lenient = (Encoding)mark.Encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return DecodedText.Of(lenient.GetString(bytes), mark.Name);
    }

    /// <summary>The encoding that a <c>meta</c> element or an XML declaration near the start names, or null.</summary>
    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(Looked, bytes.Length)]);
        foreach (var name in (ReadOnlySpan<string>)["charset", "encoding"])
        {
            for (var at = start.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = start.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var tag = start.LastIndexOf('<', at);
                if (tag < 0 || !(start.AsSpan(tag).StartsWith("<meta", StringComparison.OrdinalIgnoreCase) || start.AsSpan(tag).StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)))
                    continue;
                var value = start.AsSpan(at + name.Length).TrimStart();
                if (value.Length < 2 || value[0] != '=')
                    continue;
                value = value[1..].TrimStart(" \t\r\n\"'");
                var end = value.IndexOfAny(_ends);
                if (end > 0)
                    return value[..end].ToString();
            }
        }

        return null;
    }
}
