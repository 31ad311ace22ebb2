// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Encodings;

/// <summary>Finds encodings by the names that servers, mails and declarations give them.</summary>
internal static class NamedEncodings
{
    /// <summary>The encoding, which puts U+FFFD for bytes that it does not know, or null where no encoding has the name.</summary>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        name = name.Trim(' ', '"', '\'');
        // What is called Latin-1 on the web and in mail is Windows-1252 in truth.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("latin1", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null; // Nobody's name, or UTF-7, which lets markup through unseen and which nobody reads any more.
        }
    }

    /// <summary>The encoding that a content type names, such as <c>text/html; charset=utf-8</c>, or null.</summary>
    public static Encoding? OfContentType(string? contentType)
    {
        const string charset = "charset=";
        if (contentType?.IndexOf(charset, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
            return null;
        var value = contentType[(at + charset.Length)..];
        return Find(value.IndexOf(';') is >= 0 and var end ? value[..end] : value);
    }
}
