// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Cli.Evaluating;

/// <summary>The words of a document that one span touches: they follow one another, so a range tells them all. The default is none.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="End">The index behind the last.</param>
internal readonly record struct WordRange(int First, int End)
{
    public int Count => End - First;

    public bool IsEmpty => End == First;

    /// <summary>The words that overlap a span, by so little as a letter.</summary>
    public static WordRange Covered(List<TextSpan> words, TextSpan span)
    {
        var first = 0;
        while (first < words.Count && words[first].End <= span.Start)
            first++;
        var end = first;
        while (end < words.Count && words[end].Start < span.End)
            end++;
        return first == end ? default : new WordRange(first, end);
    }

    /// <summary>How many words both have.</summary>
    public int Shared(WordRange other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(First, other.First));
}
