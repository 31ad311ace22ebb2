// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>Hashes that are the same on every machine and in every run, as stored keys and ids must be.</summary>
internal static class StatementHash
{
    private const ulong Prime = 1099511628211UL;

    /// <summary>The value to begin with (FNV-1a).</summary>
    public const ulong Start = 14695981039346656037UL;

    public static ulong Of(ReadOnlySpan<char> text) => Finish(Add(Start, text));

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    public static ulong Add(ulong hash, ulong value)
    {
        for (var shift = 0; shift < 64; shift += 16)
            hash = (hash ^ ((value >> shift) & 0xffff)) * Prime;
        return hash;
    }

    /// <summary>Spreads the bits: FNV's high ones say little about the last characters.</summary>
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }

    /// <summary>One hash for two values, whichever comes first.</summary>
    public static ulong OfPair(ulong a, ulong b) => a <= b ? Finish(Add(Add(Start, a), b)) : Finish(Add(Add(Start, b), a));
}
