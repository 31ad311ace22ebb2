// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Inputs;

/// <summary>A pattern for paths: <c>*</c> and <c>?</c> stand for characters of one part, the part <c>**</c> for any number of parts.</summary>
/// <remarks>A path is matched part by part while folders are walked, keeping the set of places in the pattern that it may have
/// reached, so no pattern costs more than its length for each part. Names that start with a dot are matched only by parts that do.</remarks>
internal sealed class Glob
{
    private readonly string[] _parts;

    /// <summary>Makes a pattern of its parts.</summary>
    public Glob(params string[] parts) => _parts = parts;

    /// <summary>The places before the first part of a path.</summary>
    public int[] Start => Close([0]);

    /// <summary>Whether the pattern says something of the names it wants, so that what it matches is named.</summary>
    public bool NamesFiles => _parts.Length > 0 && _parts[^1].AsSpan().Trim("*?.").Length > 0;

    /// <summary>Whether the text has a character that makes it a pattern.</summary>
    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The places after a part with this name; empty where nothing below it can match.</summary>
    public int[] Advance(int[] places, string name)
    {
        var next = new SortedSet<int>();
        foreach (var place in places)
        {
            if (place == _parts.Length)
                continue;
            var part = _parts[place];
            if (name.StartsWith('.') && !part.StartsWith('.'))
                continue;
            if (part == "**")
                next.Add(place);
            else if (Matches(part, name))
                next.Add(place + 1);
        }

        return Close(next);
    }

    /// <summary>Whether a path that reached these places is matched as a whole.</summary>
    public bool IsMatch(int[] places) => Array.IndexOf(places, _parts.Length) >= 0;

    /// <summary>Whether a name fits one part of a pattern.</summary>
    internal static bool Matches(ReadOnlySpan<char> part, ReadOnlySpan<char> name)
    {
        // When a character does not fit, only the last star has to take one more: an earlier one could not help.
        int p = 0, n = 0, star = -1, resume = 0;
        while (n < name.Length)
        {
            if (p < part.Length && part[p] == '*')
            {
                star = p++;
                resume = n;
            }
            else if (p < part.Length && (part[p] == '?' || AreEqual(part[p], name[n])))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++resume;
            }
            else
            {
                return false;
            }
        }

        return part[p..].Trim('*').IsEmpty;
    }

    private static bool AreEqual(char a, char b) =>
        a == b || (OperatingSystem.IsWindows() && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));

    // « ** » may stand for no part at all, so the place after it is reached with it.
    private int[] Close(IEnumerable<int> places)
    {
        var closed = new SortedSet<int>();
        foreach (var place in places)
        {
            for (var reached = place; closed.Add(reached) && reached < _parts.Length && _parts[reached] == "**";)
                reached++;
        }

        return [.. closed];
    }
}
