// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Cli.Evaluating;

/// <summary>Tells whether a predicted speaker is the one that gold names.</summary>
/// <remarks>
/// The same words, two spellings of one allowed; a person's surname for the full name and the reverse, unless the forenames differ; an acronym
/// for its long form; the beginning of a phrase for the phrase (« source diplomatique »), never its end (« Kremlin » for « porte-parole du Kremlin »).
/// </remarks>
internal static class SpeakerAgreement
{
    private const double Alike = 0.8;

    /// <summary>Whether the first of the predicted names agrees with one of gold's.</summary>
    public static bool Agrees(IReadOnlyList<string> gold, IReadOnlyList<string> predicted)
    {
        if (gold.Count == 0 || predicted.Count == 0)
            return gold.Count == predicted.Count;
        var raw = predicted[0];
        var own = NameWords.Of(raw);
        if (own.Count == 0)
            return false;
        var full = gold.Where(NameWords.IsName).Select(NameWords.Of).MaxBy(words => words.Count) ?? [];
        return gold.Any(name => Agrees(name, NameWords.Of(name), raw, own, full));
    }

    private static bool Agrees(string goldRaw, List<string> gold, string raw, List<string> predicted, List<string> full)
    {
        if (gold.Count == 0)
            return false;
        if (gold.Count == predicted.Count && gold.Zip(predicted).All(pair => AreAlike(pair.First, pair.Second)))
            return true;
        if (IsAcronym(gold, predicted) || IsAcronym(predicted, gold))
            return true;
        if (gold.Count == predicted.Count)
            return false;
        var (small, large, largeRaw) = gold.Count < predicted.Count ? (gold, predicted, raw) : (predicted, gold, goldRaw);
        var isName = NameWords.IsName(largeRaw);
        if (!isName)
            return small.Zip(large).All(pair => AreAlike(pair.First, pair.Second));
        return AreAlike(small[^1], large[^1]) && IsInside(small, large)
            && (predicted.Count < 2 || full.Count < 2 || IsInside(predicted[..1], full) || IsInside(full[..1], predicted));
    }

    private static bool IsAcronym(List<string> shortForm, List<string> longForm) =>
        shortForm.Count == 1 && longForm.Count > 1 && shortForm[0] == string.Concat(longForm.Select(word => word.EnumerateRunes().First().ToString()));

    private static bool IsInside(List<string> small, List<string> large) => small.All(word => large.Any(other => AreAlike(word, other)));

    // The same word, or two spellings of it (Dmitri, Dmitry).
    private static bool AreAlike(string one, string other)
    {
        if (one == other)
            return true;
        Rune[] a = [.. one.EnumerateRunes()], b = [.. other.EnumerateRunes()];
        return a[0] == b[0] && Math.Min(a.Length, b.Length) > 3 && Likeness(a, b) >= Alike;
    }

    /// <summary>Twice the letters in common, of all: the longest common run, then what is left and right of it, again and again (Ratcliff and Obershelp).</summary>
    private static double Likeness(ReadOnlySpan<Rune> a, ReadOnlySpan<Rune> b) => 2.0 * Common(a, b) / (a.Length + b.Length);

    private static int Common(ReadOnlySpan<Rune> a, ReadOnlySpan<Rune> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return 0;
        // Of runs of one length the one that starts first in a, and of these the one that starts first in b.
        var (startOfA, startOfB, longest) = (0, 0, 0);
        int[] before = new int[b.Length + 1], current = new int[b.Length + 1];
        for (var i = 0; i < a.Length; i++)
        {
            Array.Clear(current);
            for (var j = 0; j < b.Length; j++)
            {
                if (a[i] != b[j])
                    continue;
                current[j + 1] = before[j] + 1;
                if (current[j + 1] > longest)
                    (startOfA, startOfB, longest) = (i - current[j + 1] + 1, j - current[j + 1] + 1, current[j + 1]);
            }

            current.CopyTo(before, 0);
        }

        return longest == 0 ? 0 : longest + Common(a[..startOfA], b[..startOfB]) + Common(a[(startOfA + longest)..], b[(startOfB + longest)..]);
    }
}
