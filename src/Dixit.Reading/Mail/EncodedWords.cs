// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Mail;

/// <summary>Decodes the words beyond ASCII in the header of a message: <c>=?utf-8?Q?D=C3=A9claration?=</c> (RFC 2047).</summary>
internal static class EncodedWords
{
    /// <summary>The value for people. What is no encoded word stays as it is.</summary>
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
            return value;
        var text = new StringBuilder();
        var bytes = new List<byte>();
        Encoding? encoding = null;
        var at = 0;
        var wasEncoded = false;
        while (at < value.Length)
        {
            if (TryReadWord(value, at, out var named, out var content, out var end))
            {
                // A character may be cut by the end of a word: words of one encoding are decoded together.
                if (encoding is not null && encoding.WebName != named.WebName)
                    Flush();
                encoding = named;
                bytes.AddRange(content);
                at = end;
                wasEncoded = true;
                continue;
            }

            var next = value.IndexOf("=?", at + 1, StringComparison.Ordinal);
            var plain = value[at..(next < 0 ? value.Length : next)];
            at += plain.Length;
            // White space between two encoded words only parts them.
            if (wasEncoded && string.IsNullOrWhiteSpace(plain) && at < value.Length && TryReadWord(value, at, out _, out _, out _))
                continue;
            Flush();
            text.Append(plain);
            wasEncoded = false;
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            if (encoding is not null)
                text.Append(encoding.GetString([.. bytes]));
            bytes.Clear();
            encoding = null;
        }
    }

    private static bool TryReadWord(string value, int at, out Encoding encoding, out byte[] content, out int end)
    {
        encoding = Encoding.UTF8;
        content = [];
        end = at;
        if (string.CompareOrdinal(value, at, "=?", 0, 2) != 0)
            return false;
        var name = value.IndexOf('?', at + 2);
        if (name < 0 || name + 2 >= value.Length || value[name + 2] != '?')
            return false;
        var close = value.IndexOf("?=", name + 3, StringComparison.Ordinal);
        if (close < 0)
            return false;
        if (NamedEncodings.Find(value[(at + 2)..name].Split('*')[0]) is not { } found)
            return false;
        var coded = Encoding.Latin1.GetBytes(value[(name + 3)..close]);
        switch (value[name + 1])
        {
            case 'q' or 'Q': content = MimePart.DecodeQuotedPrintable(coded, isHeader: true); break;
            case 'b' or 'B': content = MimePart.DecodeBase64(coded); break;
            default: return false;
        }

        encoding = found;
        end = close + 2;
        return true;
    }
}
