// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Quotations;
using Dixit.Tests.Circumstances;
using Dixit.Tokens;
using Xunit;

namespace Dixit.Tests.Properties;

public class TokenPropertyTests
{
    private const uint Texts = 2000;

    [Fact]
    public void Tokens_AnyText_StandInOrderAndRebuildItWithTheirGaps()
    {
        ForEachText((text, tokens) =>
        {
            var rebuilt = new System.Text.StringBuilder();
            var end = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                var span = tokens.Span(i);
                if (span.IsEmpty || span.Start < end)
                    return $"the token {i} at {span} is empty or begins before {end}";
                if (Written(text[end..span.Start]) is { } written)
                    return $"{written} before the token {i} belongs to no token";
                rebuilt.Append(text, end, span.End - end);
                end = span.End;
            }

            if (Written(text[end..]) is { } left)
                return $"{left} at the end belongs to no token";
            rebuilt.Append(text, end, text.Length - end);
            return rebuilt.ToString() == text ? null : "the tokens and their gaps do not rebuild the text";
        });
    }

    [Fact]
    public void Tokens_AnyText_CutNoSurrogatePair()
    {
        ForEachText((text, tokens) =>
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                var start = tokens.Span(i).Start;
                if (start > 0 && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]))
                    return $"the token {i} begins inside a surrogate pair";
            }

            return null;
        });
    }

    [Fact]
    public void Paragraphs_AnyText_TileTheTokens()
    {
        ForEachText((_, tokens) => Tiling(tokens.Paragraphs, tokens.Count));
    }

    [Fact]
    public void Sentences_AnyText_TileTheTokensAndCrossNoParagraph()
    {
        ForEachText((_, tokens) =>
        {
            var sentences = new SentenceSplitter().Split(tokens, new QuotedSpanFinder().Find(tokens));
            var ranges = Enumerable.Range(0, sentences.Count).Select(s => sentences[s]).ToList();
            for (var s = 0; s < ranges.Count; s++)
            {
                for (var i = ranges[s].First; i < ranges[s].End; i++)
                {
                    if (sentences.IndexAt(i) != s)
                        return $"the token {i} of the sentence {s} is said to be of {sentences.IndexAt(i)}";
                    if (i > ranges[s].First && tokens.Has(i, TokenFlags.ParagraphBefore))
                        return $"the sentence {s} crosses the paragraph that begins at the token {i}";
                }
            }

            return Tiling(ranges, tokens.Count);
        });
    }

    [Fact]
    public void Tokens_SameTextTwice_AreTheSame()
    {
        ForEachText((text, tokens) =>
        {
            var again = Scene.Tokenize(text);
            for (var i = 0; i < Math.Max(tokens.Count, again.Count); i++)
            {
                if (tokens.Kind(i) != again.Kind(i) || tokens.Flags(i) != again.Flags(i) || tokens.Span(i) != again.Span(i) || tokens.Lexeme(i) != again.Lexeme(i))
                    return $"the token {i} differs";
            }

            return null;
        });
    }

    private static string? Tiling(IReadOnlyList<TokenRange> ranges, int count)
    {
        var end = 0;
        foreach (var range in ranges)
        {
            if (range.IsEmpty || range.First != end)
                return $"[{range.First}, {range.End}) does not go on at {end}";
            end = range.End;
        }

        return end == count ? null : $"the last one ends at {end} of {count}";
    }

    // What a reader can see: only white space, controls and zero-width characters may stand between tokens.
    private static string? Written(string gap)
    {
        foreach (var c in gap)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                return $"U+{(int)c:X4}";
        }

        return null;
    }

    private static void ForEachText(Func<string, TokenList, string?> problem)
    {
        for (uint seed = 0; seed < Texts; seed++)
        {
            var text = new RandomText(seed).Make();
            if (problem(text, Scene.Tokenize(text)) is { } found)
                Assert.Fail($"Seed {seed}: {found}\n{text}");
        }
    }
}
