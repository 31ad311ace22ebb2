// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Reading.Exporting;

/// <summary>What stands before and behind a span, so that it can be found again in a text that changed.</summary>
internal static class TextWindow
{
    /// <summary>Up to so many UTF-16 units before a span, never half a surrogate pair.</summary>
    public static ReadOnlySpan<char> Before(string text, TextSpan span, int length)
    {
        var start = Math.Max(0, span.Start - length);
        if (start > 0 && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]))
            start++;
        return text.AsSpan(Math.Min(start, span.Start), Math.Max(0, span.Start - start));
    }

    /// <summary>Up to so many UTF-16 units behind a span, never half a surrogate pair.</summary>
    public static ReadOnlySpan<char> Behind(string text, TextSpan span, int length)
    {
        var end = Math.Min(text.Length, span.End + length);
        if (end < text.Length && end > span.End && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]))
            end--;
        return text.AsSpan(span.End, end - span.End);
    }
}
