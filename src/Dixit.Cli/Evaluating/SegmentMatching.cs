// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Evaluating;

/// <summary>Pairs gold segments with predicted ones, one to one: the best overlap first, what must be found before what may be.</summary>
internal static class SegmentMatching
{
    /// <summary>The pairs, as indices, in the order in which they were made.</summary>
    /// <param name="gold">The gold segments.</param>
    /// <param name="predicted">The predicted ones.</param>
    /// <param name="threshold">The least share of the words of either that both must have.</param>
    /// <param name="agrees">What else must be right of a pair, or null.</param>
    public static List<(int Gold, int Predicted)> Match(List<Segment> gold, List<Segment> predicted, double threshold, Func<Segment, Segment, bool>? agrees = null)
    {
        var candidates = new List<(bool IsOptional, double Overlap, int Gold, int Predicted)>();
        for (var g = 0; g < gold.Count; g++)
        {
            for (var p = 0; p < predicted.Count; p++)
            {
                var shared = gold[g].Words.Shared(predicted[p].Words);
                if (shared == 0)
                    continue;
                var overlap = (double)shared / (gold[g].Words.Count + predicted[p].Words.Count - shared);
                if (overlap >= threshold && (agrees is null || gold[g].IsOptional || agrees(gold[g], predicted[p])))
                    candidates.Add((gold[g].IsOptional, overlap, g, p));
            }
        }

        var (usedGold, usedPredicted) = (new HashSet<int>(), new HashSet<int>());
        var pairs = new List<(int, int)>();
        foreach (var (_, _, g, p) in candidates.OrderBy(candidate => candidate.IsOptional).ThenByDescending(candidate => candidate.Overlap).ThenBy(candidate => candidate.Gold).ThenBy(candidate => candidate.Predicted))
        {
            if (!usedGold.Contains(g) && !usedPredicted.Contains(p))
            {
                usedGold.Add(g);
                usedPredicted.Add(p);
                pairs.Add((g, p));
            }
        }

        return pairs;
    }
}
