// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sql;

namespace Dixit.Storage;

/// <summary>The bytes that a document was read from, packed for a ledger. Immutable.</summary>
public sealed class PackedOriginal
{
    private PackedOriginal(byte[] packed, long length) => (Packed, Length) = (packed, length);

    internal byte[] Packed { get; }

    internal long Length { get; }

    /// <summary>Packs bytes. Any number of threads may, while one works on the ledger.</summary>
    public static PackedOriginal Of(ReadOnlySpan<byte> bytes) => new(OriginalRows.Pack(bytes), bytes.Length);
}
