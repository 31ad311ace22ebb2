// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>The keys by which a text finds those that say the same.</summary>
internal static class StatementKeys
{
    private const float Telling = 0.5f; // the weight from which a unit counts

    private const int Reach = 3; // how far apart two units of a key may stand

    /// <summary>Pairs of units that stand close together; the units themselves where there are fewer than two.</summary>
    public static long[] Of(ReadOnlySpan<StatementUnit> units)
    {
        var telling = new List<ulong>(units.Length);
        foreach (ref readonly var unit in units)
        {
            if (unit.Weight >= Telling)
                telling.Add(unit.Alternate != 0 ? unit.Alternate : unit.Concept);
        }

        if (telling.Count == 0)
        {
            foreach (ref readonly var unit in units)
                telling.Add(unit.Concept);
        }

        var keys = new SortedSet<long>();
        if (telling.Count == 1)
            keys.Add((long)telling[0]);
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
}
