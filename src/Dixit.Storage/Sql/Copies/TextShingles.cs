// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Storage.Sql.Copies;

/// <summary>The runs of five words of a text, by their hashes: what two texts share of them is how much of the one stands in the other. Immutable.</summary>
/// <remarks>
/// Words are letters and figures in small letters, so that other quote marks, dashes, spaces and line ends make no difference. What belongs to the site is left out. Two reports of
/// one press conference share the words that were said there, seldom more than half of their runs; an article that is a copy shares nearly all. The sample by which
/// copies are looked for is the smallest hashes (a bottom-k sketch): a text that was cut, or that went on, still has its own share of them, which min-hashes by bands
/// would lose.
/// </remarks>
internal sealed class TextShingles
{
    /// <summary>How many keys a text is looked for by.</summary>
    public const int MostKeys = 8;

    private const int Words = 5;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private readonly ulong[] _sorted;

    private TextShingles(ulong[] sorted) => _sorted = sorted;

    /// <summary>Whether the text has no word.</summary>
    public bool IsEmpty => _sorted.Length == 0;

    /// <summary>The keys by which the text is looked for, fewer where it is very short.</summary>
    public long[] Keys => Array.ConvertAll(_sorted[..Math.Min(MostKeys, _sorted.Length)], key => unchecked((long)key));

    /// <summary>Reads a text. One of fewer than five words is a run as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="furniture">What is not the article's own, in order.</param>
    public static TextShingles Of(ReadOnlySpan<char> text, IReadOnlyList<Furniture> furniture)
    {
        var words = new List<ulong>(text.Length / 5);
        var piece = 0;
        for (var at = 0; at < text.Length;)
        {
            while (piece < furniture.Count && furniture[piece].Span.End <= at)
                piece++;
            if (piece < furniture.Count && furniture[piece].Span.Start <= at)
            {
                at = furniture[piece].Span.End;
                continue;
            }

            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var hash = 14695981039346656037UL;
            for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++)
                hash = (hash ^ char.ToLowerInvariant(text[at])) * 1099511628211UL;
            words.Add(hash);
        }

        return new TextShingles(Runs(words));
    }

    /// <summary>How much of this text stands in another one, from 0 to 1.</summary>
    public double ShareIn(TextShingles other)
    {
        if (IsEmpty)
            return 0;
        var (own, others) = (_sorted, other._sorted);
        var shared = 0;
        for (var (i, j) = (0, 0); i < own.Length && j < others.Length;)
        {
            if (own[i] < others[j])
            {
                i++;
            }
            else if (own[i] > others[j])
            {
                j++;
            }
            else
            {
                shared++;
                i++;
                j++;
            }
        }

        return (double)shared / own.Length;
    }

    private static ulong[] Runs(List<ulong> words)
    {
        if (words.Count == 0)
            return [];
        var length = Math.Min(Words, words.Count);
        var runs = new ulong[words.Count - length + 1];
        for (var i = 0; i < runs.Length; i++)
        {
            var run = 0UL;
            for (var k = i; k < i + length; k++)
                run = (run * Factor) + words[k];
            // Small values must be as good as any: the sample is the smallest.
            run ^= run >> 32;
            run *= Factor;
            runs[i] = run ^ (run >> 29);
        }

        Array.Sort(runs);
        var distinct = 1;
        for (var i = 1; i < runs.Length; i++)
        {
            if (runs[i] != runs[distinct - 1])
                runs[distinct++] = runs[i];
        }

        return runs[..distinct];
    }
}
