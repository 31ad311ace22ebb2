// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Evaluating;

/// <summary>Which documents of gold count, by their ids: <c>*</c>, <c>?</c>, <c>[a-z]</c> and <c>[!a-z]</c> as in shells; after a <c>!</c> all others.</summary>
internal sealed class DocumentPattern(string pattern)
{
    private readonly bool _isInverse = pattern.StartsWith('!');
    private readonly string _pattern = pattern.StartsWith('!') ? pattern[1..] : pattern;

    public bool Fits(string id) => Fits(_pattern, id) != _isInverse;

    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> id)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
            {
                pattern = pattern.TrimStart('*');
                for (var i = 0; i <= id.Length; i++)
                {
                    if (Fits(pattern, id[i..]))
                        return true;
                }

                return false;
            }

            if (id.IsEmpty || !FitsOne(pattern, id[0], out var length))
                return false;
            pattern = pattern[length..];
            id = id[1..];
        }

        return id.IsEmpty;
    }

    private static bool FitsOne(ReadOnlySpan<char> pattern, char character, out int length)
    {
        length = 1;
        if (pattern[0] == '?')
            return true;
        // A bracket right behind the opening one stands for itself; one that is never closed does too.
        var isInverse = pattern.Length > 1 && pattern[1] == '!';
        var first = isInverse ? 2 : 1;
        var end = pattern.Length > first + 1 ? pattern[(first + 1)..].IndexOf(']') : -1;
        if (pattern[0] != '[' || end < 0)
            return pattern[0] == character;
        var set = pattern.Slice(first, end + 1);
        length = first + set.Length + 1;
        var isIn = false;
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            isIn |= isRange ? character >= set[i] && character <= set[i + 2] : character == set[i];
            i += isRange ? 2 : 0;
        }

        return isIn != isInverse;
    }
}
