// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Dates;

namespace Dixit.Reading.Blocks;

/// <summary>Tells of a quotation that is set apart what is quoted and whose it is: a message of a network has its author's line, a quotation a foot, a source or a last line with a dash.</summary>
/// <remarks>Nothing is guessed: what does not look like a signature stays in the words, and the block has no source.</remarks>
internal static class QuotationBlock
{
    private const int LongestSignature = 160;
    private const int LongestLastLine = 120;
    private const int LongestName = 80;
    private const int LongestRest = 60;
    private const string Dashes = "—–―-‒~";

    /// <summary>The block.</summary>
    /// <param name="text">The text of the document.</param>
    /// <param name="whole">Where it stands in it.</param>
    /// <param name="isPost">Whether the page says that it is a message of a network.</param>
    /// <param name="cite">Where in it the page sets a source apart, or null.</param>
    /// <param name="foot">The foot or caption of the quotation, which lies in it; or null.</param>
    /// <param name="address">The address that it was taken from, or null.</param>
    public static TextBlock Make(string text, TextSpan whole, bool isPost, TextSpan? cite, TextSpan? foot, string? address)
    {
        var uri = Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? address : null;
        if (TryPost(text, whole, out var post))
            return post with { Uri = uri };
        var block = new TextBlock(whole, isPost ? BlockKind.Post : BlockKind.Quote) { Uri = uri };
        if (isPost)
            return block;
        return TryFoot(text, block, foot) ?? TryCite(text, block, cite) ?? TryLastLine(text, block) ?? block;
    }

    // « … — Ana Costa (@anacosta) 3 mars 2024 »
    private static bool TryPost(string text, TextSpan whole, out TextBlock post)
    {
        post = null!;
        var characters = text.AsSpan(whole.Start, whole.Length);
        var handle = characters.LastIndexOf("(@");
        if (handle < 0 || characters[handle..].IndexOf(')') is not (> 2 and var close) || characters.Slice(handle + 2, close - 2).ContainsAny(" \n"))
            return false;
        var line = characters[..handle].LastIndexOf('\n') + 1;
        var dash = line + characters[line..handle].LastIndexOfAny("—–―");
        if (dash < line && characters[line..handle].StartsWith("- "))
            dash = line;
        if (dash < line || handle - dash > LongestName)
            return false;
        var name = Trim(text, new TextSpan(whole.Start + dash + 1, whole.Start + handle));
        if (name.IsEmpty)
            return false;
        var words = WithoutLinks(text, Trim(text, new TextSpan(whole.Start, whole.Start + dash)));
        Moment? at = WrittenMoment.TryFind(characters[(handle + close + 1)..], DateOrder.Unknown, out var moment, out _) ? moment : null;
        post = new TextBlock(whole, BlockKind.Post) { Words = words, Source = name, At = at };
        return true;
    }

    // « … pic.example.com/a1b2c3 https://t.example/d4 »: what a network adds to what was written.
    private static TextSpan WithoutLinks(string text, TextSpan words)
    {
        while (!words.IsEmpty)
        {
            var last = text.AsSpan(words.Start, words.Length);
            var start = last.LastIndexOfAny(" \n\u00A0") + 1;
            last = last[start..];
            if (!last.Contains("://", StringComparison.Ordinal) && !(last.IndexOf('/') is > 3 and var slash && last[..slash].Contains('.') && !last[..slash].EndsWith(".")))
                break;
            words = Trim(text, new TextSpan(words.Start, words.Start + start));
        }

        return words;
    }

    private static TextBlock? TryFoot(string text, TextBlock block, TextSpan? foot)
    {
        if (foot is not { } span || span.Length > LongestSignature)
            return null;
        var whole = block.Span;
        TextSpan words;
        if (span.End == whole.End)
            words = Trim(text, new TextSpan(whole.Start, span.Start));
        else if (span.Start == whole.Start)
            words = Trim(text, new TextSpan(span.End, whole.End));
        else
            return null;
        return Signed(text, block, words, span);
    }

    private static TextBlock? TryCite(string text, TextBlock block, TextSpan? cite)
    {
        if (cite is not { } span || Trim(text, span) is not { IsEmpty: false } name)
            return null;
        var whole = block.Span;
        var line = Math.Max(whole.Start, text.LastIndexOf('\n', Math.Max(0, name.Start - 1)) + 1);
        if (text.AsSpan(name.End, whole.End - name.End).Contains('\n') || whole.End - name.End > LongestRest)
            return null;
        var source = new TextSpan(name.Start, whole.End);
        var before = text.AsSpan(line, name.Start - line).TrimEnd();
        if (before.Trim(Dashes + " ").IsEmpty)
            return Signed(text, block, Trim(text, new TextSpan(whole.Start, line)), source);
        // Behind the words in their line: only where these are over, for a work may be cited in them.
        var isOver = Dashes.Contains(before[^1]) || before[^1] is '.' or '!' or '?' or '…' or '»' or '”' or '"' or '(';
        return isOver && name.End == whole.End ? Signed(text, block, Trim(text, new TextSpan(whole.Start, line + before.TrimEnd(Dashes + " (").Length)), source) : null;
    }

    // A last line with a dash before it, unless the others have one too and people are talking.
    private static TextBlock? TryLastLine(string text, TextBlock block)
    {
        var whole = block.Span;
        var start = text.LastIndexOf('\n', whole.End - 1, whole.Length) + 1;
        if (start <= whole.Start || whole.End - start > LongestLastLine || !Dashes.Contains(text[start]))
            return null;
        var words = Trim(text, new TextSpan(whole.Start, start));
        foreach (var line in text.AsSpan(words.Start, words.Length).EnumerateLines())
        {
            if (!line.IsEmpty && Dashes.Contains(line[0]))
                return null;
        }

        var name = text.AsSpan(start, whole.End - start).TrimStart(Dashes + " \u00A0");
        return name.Length > 2 && char.IsUpper(name[0]) && name[^1] is not ('.' or '!' or '?' or '…' or ',') ? Signed(text, block, words, new TextSpan(start, whole.End)) : null;
    }

    private static TextBlock? Signed(string text, TextBlock block, TextSpan words, TextSpan signature)
    {
        var name = text.AsSpan(signature.Start, signature.Length);
        var from = signature.Start + name.Length - name.TrimStart(Dashes + " \u00A0\u202F\n(").Length;
        // « Source : la préfecture »
        if (text.AsSpan(from, signature.End - from).StartsWith("source", StringComparison.OrdinalIgnoreCase) && text.AsSpan(from, signature.End - from).IndexOf(':') is > 0 and < 10 and var colon)
            from += colon + 1;
        var source = Trim(text, new TextSpan(from, signature.End));
        var end = text.AsSpan(source.Start, source.Length).IndexOf('\n');
        if (end >= 0)
            source = Trim(text, new TextSpan(source.Start, source.Start + end));
        return words.IsEmpty || source.Length < 2 ? null : block with { Words = words, Source = source };
    }

    /// <summary>The span without white space at its ends.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
