// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;

namespace Dixit.Storage.Sql;

/// <summary>The bytes that versions were read from. They go with their version.</summary>
internal static class OriginalRows
{
    /// <summary>Packs bytes for the ledger.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Keeps the bytes of the current version of a document, unless it has some.</summary>
    /// <returns>False where there is no such document.</returns>
    public static bool Write(SqlSession session, string document, PackedOriginal original)
    {
        if (session.NullableCount("select current from document where id = $1", document) is not { } version)
            return false;
        session.Execute("insert into original (version, length, packed) values ($1, $2, $3) on conflict (version) do nothing", version, original.Length, original.Packed);
        return true;
    }

    /// <summary>The bytes of a version, the current one where none is named; null where none are kept.</summary>
    public static byte[]? Read(SqlSession session, string document, int? ordinal) => session.First(
        """
        select o.length, o.packed from document d join version v on v.document = d.number join original o on o.version = v.number
        where d.id = $1 and (v.ordinal = $2 or ($2 is null and v.number = d.current))
        """,
        row => Unpack(row.GetBytes(1), row.GetInt64(0)), document, (long?)ordinal);

    private static byte[] Unpack(byte[] packed, long length)
    {
        var bytes = new byte[length];
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        brotli.ReadExactly(bytes);
        return bytes;
    }
}
