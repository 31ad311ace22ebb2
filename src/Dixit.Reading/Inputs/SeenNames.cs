// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dixit.Reading.Inputs;

/// <summary>Remembers names at 16 bytes each however long they are, so that a run of millions of documents stays small.</summary>
/// <remarks>What is kept is half a SHA-256: two names that differ are never taken for one in practice.</remarks>
internal sealed class SeenNames
{
    private readonly HashSet<UInt128> _digests = [];

    /// <summary>Whether the name is new; from now on it is not.</summary>
    public bool Add(string name)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan()), digest);
        return _digests.Add(BinaryPrimitives.ReadUInt128LittleEndian(digest));
    }
}
