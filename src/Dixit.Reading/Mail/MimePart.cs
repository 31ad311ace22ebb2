// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Mail;

/// <summary>A message, or a part of one (RFC 2045 to 2047): its header and its body as it stands.</summary>
internal sealed class MimePart
{
    private const int MostHeaderBytes = 1024 * 1024;
    private const int MostParts = 10_000;

    private readonly Dictionary<string, string> _header = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadOnlyMemory<byte> _body;

    private MimePart(ReadOnlyMemory<byte> bytes)
    {
        var length = ReadHeader(bytes.Span);
        _body = bytes[length..];
        var type = this["Content-Type"] ?? "text/plain";
        var parts = SplitParameters(type);
        MediaType = parts[0].Trim().ToLowerInvariant();
        foreach (var part in parts.Skip(1))
        {
            if (part.IndexOf('=') is > 0 and var equals)
                _parameters.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim().Trim('"'));
        }
    }

    /// <summary>Such as <c>text/plain</c>, in lower case.</summary>
    public string MediaType { get; }

    /// <summary>A field of the header as it stands, its lines joined, or null.</summary>
    public string? this[string name] => _header.GetValueOrDefault(name);

    /// <summary>Whether it is a file that comes along rather than something to read.</summary>
    public bool IsAttachment => this["Content-Disposition"]?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads a message.</summary>
    public static MimePart Read(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>A parameter of the content type, or null.</summary>
    public string? Parameter(string name) => _parameters.GetValueOrDefault(name);

    /// <summary>A field of the header for people, with its encoded words decoded, or null.</summary>
    public string? Words(string name) => this[name] is { Length: > 0 } value ? EncodedWords.Decode(value).Trim() : null;

    /// <summary>The parts of a multipart body; none where nothing tells them apart.</summary>
    public IEnumerable<MimePart> Parts()
    {
        if (Parameter("boundary") is not { Length: > 0 } boundary)
            yield break;
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var start = -1;
        var at = 0;
        var count = 0;
        while (at < _body.Length && count < MostParts)
        {
            var found = FindMark(_body.Span, mark, at);
            var end = found < 0 ? _body.Length : found;
            if (start >= 0)
            {
                count++;
                yield return new MimePart(_body[start..TrimEnd(_body.Span, start, end)]);
            }

            if (found < 0 || _body.Span[(found + mark.Length)..].StartsWith("--"u8))
                yield break;
            var line = _body.Span[found..].IndexOf((byte)'\n');
            if (line < 0)
                yield break;
            start = at = found + line + 1;
        }
    }

    /// <summary>The body without its transfer encoding. What is no sign of that encoding is left out.</summary>
    public ReadOnlyMemory<byte> Decode() => (this["Content-Transfer-Encoding"] ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => DecodeBase64(_body.Span),
        "quoted-printable" => DecodeQuotedPrintable(_body.Span, isHeader: false),
        _ => _body,
    };

    /// <summary>The bytes of base64, however its lines are cut.</summary>
    public static byte[] DecodeBase64(ReadOnlySpan<byte> body)
    {
        var bytes = new List<byte>(body.Length * 3 / 4);
        int bits = 0, held = 0;
        foreach (var value in body)
        {
            var digit = value switch
            {
                >= (byte)'A' and <= (byte)'Z' => value - 'A',
                >= (byte)'a' and <= (byte)'z' => value - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => value - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value == '=')
                break;
            if (digit < 0)
                continue;
            bits = ((bits << 6) | digit) & 0xFFFFFF;
            held += 6;
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
        }

        return [.. bytes];
    }

    /// <summary>The bytes of quoted-printable text. In a header a low line is a space.</summary>
    public static byte[] DecodeQuotedPrintable(ReadOnlySpan<byte> body, bool isHeader)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '_' && isHeader)
            {
                bytes.Add((byte)' ');
                continue;
            }

            if (body[i] != '=')
            {
                bytes.Add(body[i]);
                continue;
            }

            if (i + 2 < body.Length && byte.TryParse(body.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
                continue;
            }

            // An equals sign at the end of a line joins it to the next.
            var rest = body[(i + 1)..];
            var space = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
            rest = space < 0 ? [] : rest[space..];
            if (rest.StartsWith("\r\n"u8) || rest.StartsWith("\n"u8))
                i = body.Length - rest.Length + (rest[0] == '\r' ? 1 : 0);
            else
                bytes.Add(body[i]);
        }

        return [.. bytes];
    }

    /// <summary>Takes the lines before the first empty one.</summary>
    /// <returns>Where the body begins.</returns>
    private int ReadHeader(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        string? name = null;
        while (at < bytes.Length && at < MostHeaderBytes)
        {
            var end = bytes[at..].IndexOf((byte)'\n');
            var line = bytes.Slice(at, end < 0 ? bytes.Length - at : end);
            at += line.Length + (end < 0 ? 0 : 1);
            line = line.TrimEnd((byte)'\r');
            if (line.IsEmpty)
                return at;
            // Headers are ASCII; mails that break the rule have UTF-8 in them.
            var text = TextDecoder.Decode(line).Text ?? Encoding.Latin1.GetString(line);
            if (text.StartsWith(' ') || text.StartsWith('\t'))
            {
                if (name is not null)
                    _header[name] += " " + text.Trim();
                continue;
            }

            name = null;
            if (text.IndexOf(':') is > 0 and var colon && _header.TryAdd(text[..colon].Trim(), text[(colon + 1)..].Trim()))
                name = text[..colon].Trim();
        }

        return at;
    }

    private static int FindMark(ReadOnlySpan<byte> body, ReadOnlySpan<byte> mark, int from)
    {
        while (from <= body.Length)
        {
            var found = body[from..].IndexOf(mark);
            if (found < 0)
                return -1;
            found += from;
            if (found == 0 || body[found - 1] == '\n')
                return found;
            from = found + mark.Length;
        }

        return -1;
    }

    // The line end before a boundary belongs to the boundary.
    private static int TrimEnd(ReadOnlySpan<byte> body, int start, int end)
    {
        if (end > start && end < body.Length && body[end - 1] == '\n')
            end--;
        return end > start && end < body.Length && body[end - 1] == '\r' ? end - 1 : end;
    }

    private static List<string> SplitParameters(string value)
    {
        var parts = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length)
                isQuoted ^= value[i] == '"';
            if (i < value.Length && (value[i] != ';' || isQuoted))
                continue;
            parts.Add(value[start..i]);
            start = i + 1;
        }

        return parts;
    }
}
