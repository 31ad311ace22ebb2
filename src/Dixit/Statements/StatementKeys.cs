// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>The keys by which a text finds those that say the same.</summary>
internal static class StatementKeys
{
    private const float Telling = 0.45f; // the weight from which a word counts

    private const int Reach = 4; // how far apart two units of a key may stand

    private const int Sampled = 24; // the least that a sample holds, of texts that have as many

    /// <summary>Texts with fewer keys are short: one key in common is much of them.</summary>
    public const int Short = 20;

    private const int Few = 5; // units of a text that are keys by themselves

    /// <summary>
    /// Pairs of units that stand close together; of a text of few units each but the names; and the words as they are, so that
    /// even « Et nous aussi » finds itself.
    /// </summary>
    public static long[] Of(ReadOnlySpan<StatementUnit> units, string folded)
    {
        var telling = new List<ulong>(units.Length);
        var keys = new SortedSet<long> { (long)StatementHash.Of(folded) };
        foreach (ref readonly var unit in units)
        {
            if (unit.Weight >= Telling || unit.Kind == UnitKind.Name)
                telling.Add(unit.Alternate != 0 && unit.Kind == UnitKind.Name ? unit.Alternate : unit.Concept);
        }

        foreach (ref readonly var unit in units)
        {
            if (telling.Count <= Few && unit.Weight >= Telling)
                keys.Add((long)unit.Concept);
        }

        for (var i = 0; i < telling.Count; i++)
        {
            for (var j = i + 1; j < telling.Count && j <= i + Reach; j++)
            {
                if (telling[i] != telling[j])
                    keys.Add((long)StatementHash.OfPair(telling[i], telling[j]));
            }
        }

        return [.. keys];
    }

    /// <summary>A sample of the keys that any two texts draw alike: those with the smallest hashes, sorted.</summary>
    /// <remarks>What two texts share is shared by their samples as far as both reach (a bottom-k sketch: Broder, On the resemblance and containment of documents, 1997).</remarks>
    public static long[] Sample(long[] keys)
    {
        if (keys.Length <= Sampled)
            return keys;
        var byHash = (long[])keys.Clone();
        Array.Sort(byHash, static (x, y) => ((ulong)x).CompareTo((ulong)y));
        var sample = byHash[..Math.Max(Sampled, keys.Length / 2)];
        Array.Sort(sample);
        return sample;
    }

    /// <summary>Whether texts that share so many keys of their samples are worth comparing.</summary>
    /// <param name="shared">How many they share.</param>
    /// <param name="isShort">Whether one of them is short (<see cref="StatementText.IsShort"/>).</param>
    public static bool AreEnough(int shared, bool isShort) => shared >= 2 || (shared == 1 && isShort);

    /// <summary>Whether texts are worth comparing that were told months apart: a good part of the one's keys are the other's.</summary>
    public static bool AreEnoughLater(StatementText one, StatementText other) =>
        one.CountShared(other) * StatementTimes.SharedLater >= Math.Min(one.LinkKeys.Count, other.LinkKeys.Count);
}
