// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Tests.Fuzzing;

/// <summary>Damages bytes in the ways that files are damaged, and in the ways that people damage them on purpose.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly byte[][] _pieces =
    [
        .. new[]
        {
            "<", ">", "</", "]]>", "<![CDATA[", "<!DOCTYPE x [", "&", "&amp;", "&#x0;", "&#xD800;", "\0", "\r", "\n", "\r\n\r\n", "\"", "\\u", "\\ud83d", "{", "[", "}", "]", ",", ":", "-1",
            "99999999999999999999", "2147483647", "Content-Length: ", "WARC/1.0\r\n", "HTTP/1.1 200 OK\r\n\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "ffffffff\r\n", "--b", "--b--", "=?utf-8?B?", "=?x?Q?", "?=", "=C3", "=",
            "charset=", "utf-7", "boundary=\"", "xml:lang=\"", "encoding=\"utf-16\"", "é", "\uFEFF", "\uFFFF", "🙂", "PK\x03\x04", "PK\x01\x02", "ustar", "```", "> > > >", "* ", "---\n", "{{", "http://[", "http://x:99999/",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 0x08], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0],
    ];

    /// <summary>The bytes with one to six damages.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="other">Bytes of another kind, to take pieces from.</param>
    public byte[] Of(byte[] bytes, byte[] other)
    {
        var result = bytes.ToList();
        for (var count = random.Next(1, 7); count > 0; count--)
            Damage(result, other);
        return [.. result];
    }

    private void Damage(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 9)), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0 when at < bytes.Count: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 4: bytes.InsertRange(at, _pieces[random.Next(_pieces.Length)]); break;
            case 5: bytes.InsertRange(at, Enumerable.Repeat(_pieces[random.Next(_pieces.Length)], random.Next(1, 400)).SelectMany(piece => piece)); break;
            case 6: bytes.RemoveRange(at, bytes.Count - at); break;
            case 7 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 300))]);
                break;
            default: bytes.InsertRange(at, _pieces[random.Next(_pieces.Length)]); break;
        }
    }
}
