// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dixit.Reading.Archives;

namespace Dixit.Reading.Warc;

/// <summary>An answer of a web server as an archive keeps it.</summary>
internal sealed class HttpMessage
{
    private readonly Dictionary<string, string> _header = new(StringComparer.OrdinalIgnoreCase);

    private HttpMessage(int status) => Status = status;

    /// <summary>Such as 200.</summary>
    public int Status { get; }

    /// <summary>What it says its content is, or null.</summary>
    public string? ContentType => _header.GetValueOrDefault("Content-Type");

    /// <summary>The content as it is kept, with whatever encodings.</summary>
    public ReadOnlyMemory<byte> Raw { get; private init; }

    /// <summary>The answer, or null where the bytes are none.</summary>
    public static HttpMessage? Parse(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (!span.StartsWith("HTTP/"u8))
            return null;
        var end = span.IndexOf("\r\n\r\n"u8);
        var length = 4;
        if (end < 0)
        {
            end = span.IndexOf("\n\n"u8);
            length = 2;
        }

        if (end < 0)
            return null;
        var lines = Encoding.Latin1.GetString(span[..end]).Split('\n');
        var first = lines[0].Split(' ', 3);
        if (first.Length < 2 || !int.TryParse(first[1].AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            return null;
        var message = new HttpMessage(status) { Raw = bytes[(end + length)..] };
        foreach (var line in lines.Skip(1))
        {
            if (line.IndexOf(':') is > 0 and var colon)
                message._header.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return message;
    }

    /// <summary>The content without its encodings.</summary>
    /// <remarks>Crawlers often keep the content decoded and the header as it came: an encoding that the content does not show is passed over.</remarks>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <param name="expansion">Counts what is unpacked.</param>
    /// <returns>Null where it is longer than the limit.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public ReadOnlyMemory<byte>? Decode(int limit, Expansion expansion)
    {
        var content = Raw;
        if (IsChunked && ReadChunks(content) is { } whole)
            content = whole;
        return (_header.GetValueOrDefault("Content-Encoding") ?? "").Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when content.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => Unpack(content, stream => new GZipStream(stream, CompressionMode.Decompress), limit, expansion),
            "deflate" when content.Length > 1 && content.Span[0] == 0x78 => Unpack(content, stream => new ZLibStream(stream, CompressionMode.Decompress), limit, expansion),
            "br" when !LooksLikeText(content.Span) => Unpack(content, stream => new BrotliStream(stream, CompressionMode.Decompress), limit, expansion),
            _ => content,
        };
    }

    private bool IsChunked => _header.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;

    private static bool LooksLikeText(ReadOnlySpan<byte> content) =>
        content.TrimStart(" \t\r\n"u8) is var text && (text.IsEmpty || text[0] == '<' || text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]));

    private static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> content, Func<Stream, Stream> open, int limit, Expansion expansion)
    {
        using var stream = new ExpandedStream(open(new MemoryStream(content.ToArray(), false)), expansion);
        using var whole = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (stream.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > limit)
                return null;
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    /// <summary>What stands in the chunks, as far as they go; null where there are none.</summary>
    private static ReadOnlyMemory<byte>? ReadChunks(ReadOnlyMemory<byte> content)
    {
        var whole = new MemoryStream();
        var rest = content.Span;
        var isFirst = true;
        while (rest.IndexOf((byte)'\n') is > 0 and < 64 and var end)
        {
            var size = rest[..end].TrimEnd("\r "u8);
            if (size.IndexOf((byte)';') is >= 0 and var extension)
                size = size[..extension];
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
                break;
            isFirst = false;
            rest = rest[(end + 1)..];
            if (length == 0)
                break;
            var chunk = rest[..Math.Min(length, rest.Length)];
            whole.Write(chunk);
            rest = rest[chunk.Length..].TrimStart("\r\n"u8);
        }

        return isFirst ? (ReadOnlyMemory<byte>?)null : whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}
