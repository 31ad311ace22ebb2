// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>The keys by which a text finds those that say the same.</summary>
internal static class StatementKeys
{
    private const float Telling = 0.45f; // the weight from which a word counts

    private const int Reach = 4; // how far apart two units of a key may stand

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
}
