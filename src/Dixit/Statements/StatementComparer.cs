// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>Tells whether two contents of one speaker say the same. Pure: the answer depends on the two texts alone.</summary>
/// <remarks>
/// Repeats, cuts, direct against indirect speech, rewordings and two translations are the same. A changed negation, number, name, modal
/// or quantifier, or swapped roles, is not, however alike the words. The comparison is symmetric.
/// </remarks>
public static class StatementComparer
{
    // A logistic regression over some thousand pairs: sentences put into French by two translators, and press conferences as several
    // outlets tell them. Four features and no more, so that nothing in it can know a document.
    private const double Bias = -5.94;
    private const double OfUnits = 2.92;   // shared units, of those of both
    private const double OfShorter = 1.62; // shared units, of those of the text with fewer
    private const double OfAmount = 2.18;  // shared units in all, up to six
    private const double OfLetters = 5.79; // shared runs of four letters, of those of both
    private const double MostAmount = 6;

    private const double LeastLikely = 0.28; // from there on they are one, if their documents do not speak against it
    private const double LeastLikelyOfFew = 0.33; // where they share less than two words that say something: « merci à tous »
    private const double LeastLasting = 0.85; // where months lie between them
    private const double LeastOfCut = 0.75;  // of the shorter that a whole holds
    private const float LeastWeightOfPart = 1.9f; // two words that say something
    private const double MostOfWhole = 0.6;  // of the longer that a cut holds

    /// <summary>Compares two contents.</summary>
    public static StatementComparison Compare(StatementText a, StatementText b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (string.Equals(a.Folded, b.Folded, StringComparison.Ordinal))
            return a.Units.IsEmpty && a.Words.IsEmpty ? new StatementComparison(StatementRelation.Different, 1, Meanings.None) : new StatementComparison(StatementRelation.Same, 1, Meanings.None) { IsLasting = true };

        // One order of the two, so that the pairs found do not depend on which came first.
        if (string.CompareOrdinal(a.Folded, b.Folded) > 0)
            (a, b) = (b, a);
        Span<int> ofA = stackalloc int[Math.Min(a.Units.Length, UnitMatching.Longest)];
        Span<int> ofB = stackalloc int[Math.Min(b.Units.Length, UnitMatching.Longest)];
        var matching = new UnitMatching(a.Units[..ofA.Length], b.Units[..ofB.Length], ofA, ofB);
        if (matching.SharedOfA == 0)
            return new StatementComparison(StatementRelation.Different, 0, Meanings.None);

        var (shorter, longer) = a.Weight <= b.Weight ? (matching.SharedOfA / a.Weight, matching.SharedOfB / b.Weight) : (matching.SharedOfB / b.Weight, matching.SharedOfA / a.Weight);
        var amount = Math.Min(Math.Min(matching.SharedOfA, matching.SharedOfB), MostAmount) / MostAmount;
        var units = (matching.SharedOfA + matching.SharedOfB) / (a.Weight + b.Weight);
        var odds = Bias + (OfUnits * units) + (OfShorter * shorter) + (OfAmount * amount) + (OfLetters * SharedLetters(a.Letters, b.Letters));
        var likely = 1 / (1 + Math.Exp(-odds));
        var conflicts = StatementConflicts.Find(a, b, matching);
        var isPart = IsPart(a, b);
        if (isPart)
            likely = Math.Max(likely, LeastLikely);
        var least = isPart || Math.Min(matching.SharedOfA, matching.SharedOfB) >= LeastWeightOfPart ? LeastLikely : LeastLikelyOfFew;
        if (conflicts != Meanings.None || likely < least)
            return new StatementComparison(StatementRelation.Different, likely, conflicts);
        return new StatementComparison(isPart || (shorter >= LeastOfCut && longer < MostOfWhole) ? StatementRelation.Truncated : StatementRelation.Same, likely, Meanings.None)
        {
            IsLasting = isPart || likely >= LeastLasting,
        };
    }

    // The words of the one, more than a phrase of them, stand in the other as they are.
    private static bool IsPart(StatementText a, StatementText b)
    {
        var (part, whole) = a.Folded.Length <= b.Folded.Length ? (a, b) : (b, a);
        if (part.Weight < LeastWeightOfPart)
            return false;
        var at = whole.Folded.IndexOf(part.Folded, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var end = at + part.Folded.Length;
        return (at == 0 || whole.Folded[at - 1] == ' ') && (end == whole.Folded.Length || whole.Folded[end] == ' ');
    }

    private static double SharedLetters(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                (shared, i, j) = (shared + 1, i + 1, j + 1);
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return a.Length + b.Length == 0 ? 0 : 2.0 * shared / (a.Length + b.Length);
    }
}
