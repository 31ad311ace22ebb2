// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Dom;
using Dixit.Documents;
using Dixit.Reading.Blocks;
using Dixit.Reading.Pages;

namespace Dixit.Reading.Feeds;

/// <summary>Notes where the elements of a fragment begin and end in its text that say what a stretch of it is.</summary>
internal sealed class FragmentMarks(ParagraphText text)
{
    private readonly Stack<Mark> _open = new();
    private readonly List<Mark> _closed = [];
    private readonly ClassWords _words = new();

    /// <summary>An element begins, after the paragraph before it has ended.</summary>
    public void Begin(IElement element, PageTag tag)
    {
        if (tag == PageTag.Link && _open.TryPeek(out var around) && (around.Quotation ?? around) is { IsPost: true } message)
            message.Address = element.GetAttribute("href") ?? message.Address;
        if (tag is not (PageTag.Quote or PageTag.Figure or PageTag.Caption or PageTag.Footer or PageTag.Cite or PageTag.Title or PageTag.Heading))
            return;
        _open.TryPeek(out var outer);
        _open.Push(new Mark(element, tag, text.Next)
        {
            Quotation = tag == PageTag.Quote ? null : outer?.Tag == PageTag.Quote ? outer : outer?.Quotation,
            Figure = tag == PageTag.Figure ? null : outer?.Tag == PageTag.Figure ? outer : outer?.Figure,
            IsPost = tag == PageTag.Quote && (_words.HintsOf(element) & PageHints.Tweet) != 0,
            Address = tag == PageTag.Quote ? element.GetAttribute("cite") : null,
        });
    }

    /// <summary>An element ends.</summary>
    public void End(IElement element)
    {
        if (!_open.TryPeek(out var mark) || !ReferenceEquals(mark.Element, element))
            return;
        _open.Pop();
        mark.End = Math.Max(mark.Start, text.Last);
        if (mark.End == mark.Start)
            return;
        _closed.Add(mark);
        var signed = mark.Quotation ?? (mark.Tag == PageTag.Caption ? mark.Figure?.Pictured : null);
        if (mark.Tag == PageTag.Cite && signed is not null)
            signed.Cite = mark;
        else if (mark.Tag is PageTag.Footer or PageTag.Caption && signed is not null)
            signed.Foot = mark;
        else if (mark.Tag == PageTag.Quote && mark.Figure is { } figure)
            figure.Pictured ??= mark;
    }

    /// <summary>The blocks.</summary>
    /// <param name="read">The text as it is given.</param>
    public IReadOnlyList<TextBlock> Blocks(string read)
    {
        var blocks = new List<TextBlock>();
        var blank = text.Blank;
        foreach (var mark in _closed)
        {
            if (SpanOf(mark, read, blank) is not { IsEmpty: false } span)
                continue;
            if (mark.Tag is PageTag.Title or PageTag.Heading)
                blocks.Add(new TextBlock(span, BlockKind.Heading));
            else if (mark.Tag == PageTag.Caption && mark.Quotation is null && mark.Figure?.Pictured is null)
                blocks.Add(new TextBlock(span, BlockKind.Caption));
            else if (mark.Tag == PageTag.Quote)
                blocks.Add(Quotation(mark, span, read, blank));
        }

        return BlockOrder.Of(blocks);
    }

    private static TextBlock Quotation(Mark mark, TextSpan span, string read, int blank)
    {
        TextSpan? foot = mark.Foot is { } below ? SpanOf(below, read, blank) : null;
        TextSpan? cite = mark.Cite is { } named ? SpanOf(named, read, blank) : null;
        var whole = foot is { } signature ? span.Union(signature) : span;
        return QuotationBlock.Make(read, whole, mark.IsPost, cite, foot, mark.Address);
    }

    private static TextSpan SpanOf(Mark mark, string read, int blank) =>
        QuotationBlock.Trim(read, new TextSpan(Math.Clamp(mark.Start - blank, 0, read.Length), Math.Clamp(mark.End - blank, 0, read.Length)));

    private sealed class Mark(IElement element, PageTag tag, int start)
    {
        public IElement Element { get; } = element;

        public PageTag Tag { get; } = tag;

        public int Start { get; } = start;

        public int End { get; set; }

        public Mark? Quotation { get; init; }

        public Mark? Figure { get; init; }

        public Mark? Pictured { get; set; }

        public Mark? Cite { get; set; }

        public Mark? Foot { get; set; }

        public bool IsPost { get; init; }

        public string? Address { get; set; }
    }
}
