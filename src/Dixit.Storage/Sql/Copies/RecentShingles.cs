// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;

namespace Dixit.Storage.Sql.Copies;

/// <summary>The shingles of the texts that were looked at last, by the hash of the text: reports of one matter come together, and each is held against the others.</summary>
/// <remarks>By what the text is and not by whose it is, so that a batch that is dropped leaves nothing wrong behind.</remarks>
internal sealed class RecentShingles
{
    private const int Most = 1024;

    private readonly Dictionary<UInt128, TextShingles> _shingles = new(Most + 1);
    private readonly Queue<UInt128> _order = new(Most + 1);

    /// <summary>Keeps the shingles of a text, in place of those it had.</summary>
    public void Put(byte[] hash, TextShingles shingles)
    {
        var key = KeyOf(hash);
        if (!_shingles.ContainsKey(key))
            _order.Enqueue(key);
        _shingles[key] = shingles;
        if (_order.Count > Most)
            _shingles.Remove(_order.Dequeue());
    }

    /// <summary>The shingles of a text, or null where it was not looked at of late.</summary>
    public TextShingles? Find(byte[] hash) => _shingles.GetValueOrDefault(KeyOf(hash));

    private static UInt128 KeyOf(byte[] hash) => BinaryPrimitives.ReadUInt128LittleEndian(hash);
}
