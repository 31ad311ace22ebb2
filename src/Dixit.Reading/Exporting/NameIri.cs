// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Dixit.Reading.Exporting;

/// <summary>IRIs for what has a name in the archive but no address on the web: the same name, the same IRI, on every machine.</summary>
internal static class NameIri
{
    // A name space of our own, so that no other program's names give these identifiers. Drawn once, at random.
    private static readonly byte[] _space = Convert.FromHexString("8f1b6c0e52d94a7ea3c4d60f7b91e258");

    // What an IRI must not hold as it is.
    private static readonly SearchValues<char> _notOfAddresses = SearchValues.Create(" \t\r\n<>\"{}|\\^`");

    /// <summary>Such as <c>urn:uuid:…</c>: a UUID of version 8 made from SHA-256, as RFC 9562 shows in its appendix B.2.</summary>
    /// <param name="kind">What sort of thing it is; the same name may be given to two things of two sorts.</param>
    /// <param name="name">The name.</param>
    public static string Of(string kind, string name)
    {
        byte[] named = [.. _space, .. Encoding.UTF8.GetBytes(kind), 0, .. Encoding.UTF8.GetBytes(name)];
        return Of(SHA256.HashData(named));
    }

    /// <summary>The IRI for what has this hash.</summary>
    public static string Of(ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        hash[..16].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    /// <summary>The address of a document on the web, or an IRI made from its id.</summary>
    public static string OfDocument(string id, string? uri) => IsAddress(uri) ? uri! : Of("document", id);

    /// <summary>Whether this is an address that a browser can go to.</summary>
    public static bool IsAddress(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && !uri!.AsSpan().ContainsAny(_notOfAddresses);
}
