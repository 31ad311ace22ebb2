// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>Compares folded forms with forms as they stand in a text, so that a dictionary answers a span without a string.</summary>
internal sealed class FoldedComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    public static FoldedComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => x is null ? y is null : y is not null && Equals(x.AsSpan(), y);

    public int GetHashCode(string obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<char> alternate, string other)
    {
        if (alternate.Length != other.Length)
            return false;
        for (var i = 0; i < other.Length; i++)
        {
            if (Lexicon.Fold(alternate[i]) != Lexicon.Fold(other[i]))
                return false;
        }

        return true;
    }

    public int GetHashCode(ReadOnlySpan<char> alternate)
    {
        var hash = 2166136261u;
        foreach (var c in alternate)
            hash = (hash ^ Lexicon.Fold(c)) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }

    public string Create(ReadOnlySpan<char> alternate) => Lexicon.Fold(alternate);
}
