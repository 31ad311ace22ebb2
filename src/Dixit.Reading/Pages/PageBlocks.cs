// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Blocks;
using Dixit.Reading.Dates;

namespace Dixit.Reading.Pages;

/// <summary>Finds what in the article of a page is set apart by its form: headings, quotations, captions, messages, entries of a live report.</summary>
internal sealed class PageBlocks
{
    private const int FewestEntries = 2;
    private const int ProbeLength = 48;
    private const int ShortestProbe = 12;

    private readonly PageOutline _outline;
    private readonly string _text;
    private readonly IReadOnlyList<KeptBlock> _kept;
    private readonly int[] _placeOf; // by block of the page: its place among those kept, or that of the next one
    private readonly List<TextBlock> _found = [];

    private PageBlocks(PageOutline outline, string text, IReadOnlyList<KeptBlock> kept)
    {
        _outline = outline;
        _text = text;
        _kept = kept;
        _placeOf = new int[outline.Blocks.Count + 1];
        var place = 0;
        for (var i = 0; i < _placeOf.Length; i++)
        {
            while (place < kept.Count && kept[place].Index < i)
                place++;
            _placeOf[i] = place;
        }
    }

    /// <summary>The blocks of the article in order.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="json">What it says to machines.</param>
    /// <param name="text">The text of the article.</param>
    /// <param name="kept">Which blocks of the page it is made of, in their order in the page.</param>
    public static IReadOnlyList<TextBlock> Find(PageOutline outline, ArticleJson json, string text, IReadOnlyList<KeptBlock> kept)
    {
        if (kept.Count == 0)
            return [];
        var blocks = new PageBlocks(outline, text, kept);
        blocks.AddLines();
        blocks.AddQuotations();
        blocks.AddEntries(json);
        return BlockOrder.Of(blocks._found);
    }

    private void AddLines()
    {
        foreach (var line in _kept)
        {
            var container = _outline.Blocks[line.Index].Container;
            if (container.Tag == PageTag.Heading)
                _found.Add(new TextBlock(line.Span, BlockKind.Heading));
            else if (!container.IsSignature && IsCaption(container))
                _found.Add(new TextBlock(line.Span, BlockKind.Caption));
        }
    }

    private static bool IsCaption(PageContainer container)
    {
        var at = container;
        for (var up = 0; up < 3 && at is not null; up++, at = at.Parent)
        {
            if (at.IsSignature || at.Tag is PageTag.Article or PageTag.Main or PageTag.Body)
                return false;
            if (at.Tag == PageTag.Caption)
                return true;
        }

        return false;
    }

    private void AddQuotations()
    {
        foreach (var container in _outline.Containers)
        {
            if (container.Tag != PageTag.Quote || SpanOf(container) is not { } span)
                continue;
            TextSpan? foot = null;
            // A caption below the quotation in the same figure signs it, and belongs to it.
            for (var place = _placeOf[container.FirstBlock]; place < _kept.Count && (_kept[place].Index < container.EndBlock || IsBelow(_kept[place].Index, container)); place++)
            {
                if (!SignsHere(_outline.Blocks[_kept[place].Index].Container, container))
                    continue;
                foot = foot is { } before ? before.Union(_kept[place].Span) : _kept[place].Span;
                span = span.Union(_kept[place].Span);
            }

            var isPost = ((container.Hints | (container.Parent?.Hints ?? PageHints.None)) & PageHints.Tweet) != 0;
            _found.Add(QuotationBlock.Make(_text, span, isPost, CiteIn(container), foot, container.Address));
        }
    }

    private static bool SignsHere(PageContainer line, PageContainer quotation)
    {
        var at = line;
        for (var up = 0; up < 4 && at is not null; up++, at = at.Parent)
        {
            if (at.IsSignature)
                return ReferenceEquals(at.Quotation ?? at.Parent?.Pictured, quotation);
        }

        return false;
    }

    private bool IsBelow(int block, PageContainer quotation)
    {
        var container = _outline.Blocks[block].Container;
        for (var up = 0; up < 4 && container is not null; up++, container = container.Parent)
        {
            if (container.IsSignature && container.Quotation is null)
                return ReferenceEquals(container.Parent?.Pictured, quotation);
        }

        return false;
    }

    // The last source that is set apart in the kept lines of a quotation.
    private TextSpan? CiteIn(PageContainer container)
    {
        if (_outline.Cites.Count == 0)
            return null;
        for (var place = _placeOf[container.EndBlock] - 1; place >= _placeOf[container.FirstBlock]; place--)
        {
            var block = _outline.Blocks[_kept[place].Index];
            for (var i = _outline.Cites.Count - 1; i >= 0; i--)
            {
                var (start, end) = _outline.Cites[i];
                if (start >= block.Start && end <= block.End)
                    return new TextSpan(_kept[place].Span.Start + start - block.Start, _kept[place].Span.Start + end - block.Start);
                if (end <= block.Start)
                    break;
            }
        }

        return null;
    }

    /// <summary>Where the kept lines of an element stand, or null where none was kept.</summary>
    private TextSpan? SpanOf(PageContainer container)
    {
        int first = _placeOf[container.FirstBlock], end = _placeOf[container.EndBlock];
        return first < end ? new TextSpan(_kept[first].Span.Start, _kept[end - 1].Span.End) : null;
    }

    /// <summary>Entries of a live report: by what the page tells machines of them, else by the times that stand in them.</summary>
    private void AddEntries(ArticleJson json)
    {
        var entries = EntriesGiven(json.Updates);
        if (entries.Count < FewestEntries && (json.IsLive || HasLiveEntries()))
            entries = EntriesByTime();
        if (entries.Count >= FewestEntries)
            _found.AddRange(entries);
    }

    private bool HasLiveEntries()
    {
        foreach (var container in _outline.Containers)
        {
            if ((container.Hints & PageHints.LiveEntry) != 0)
                return true;
        }

        return false;
    }

    // From the first line to the last that stands in the entry as it is given; what lies between two of its lines is the entry's too.
    private List<TextBlock> EntriesGiven(IReadOnlyList<LiveUpdate> updates)
    {
        var entries = new List<TextBlock>();
        if (updates.Count < FewestEntries)
            return entries;
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var u = 0; u < updates.Count; u++)
        {
            if (updates[u].Headline.Length >= ShortestProbe)
                starts.TryAdd(updates[u].Headline, u);
        }

        var ranges = new (int First, int Last)[updates.Count];
        Array.Fill(ranges, (-1, -1));
        var current = -1;
        for (var place = 0; place < _kept.Count; place++)
        {
            var letters = Letters.Of(_text.AsSpan(_kept[place].Span.Start, _kept[place].Span.Length));
            if (letters.Length < ShortestProbe)
                continue;
            var probe = letters.Length > ProbeLength ? letters[..ProbeLength] : letters;
            var owner = starts.TryGetValue(letters, out var headed) ? headed : current >= 0 && updates[current].Body.Contains(probe, StringComparison.Ordinal) ? current : OwnerOf(updates, probe, current);
            if (owner < 0)
                continue;
            // An entry whose words stand in two places is in none for certain.
            if (ranges[owner].First < 0)
                ranges[owner] = (place, place);
            else if (owner == current)
                ranges[owner].Last = place;
            current = owner;
        }

        for (var u = 0; u < updates.Count; u++)
        {
            if (ranges[u].First >= 0 && WrittenMoment.TryRead(updates[u].Published, DateOrder.Unknown, out var at))
                entries.Add(new TextBlock(new TextSpan(_kept[ranges[u].First].Span.Start, _kept[ranges[u].Last].Span.End), BlockKind.Entry) { At = at });
        }

        return entries;
    }

    // The next ones first: a page shows entries in the order in which it gives them.
    private static int OwnerOf(IReadOnlyList<LiveUpdate> updates, string probe, int current)
    {
        const int ahead = 8;
        for (var u = Math.Max(0, current - ahead); u < Math.Min(updates.Count, current + 1 + ahead); u++)
        {
            if (updates[u].Body.StartsWith(probe, StringComparison.Ordinal))
                return u;
        }

        return -1;
    }

    // The outermost element around a time with an hour that has no other such time in it.
    private List<TextBlock> EntriesByTime()
    {
        var times = new List<(PageContainer Container, Moment At)>();
        var counts = new Dictionary<PageContainer, int>();
        foreach (var time in _outline.Head.Times)
        {
            if (time.Value is null || !WrittenMoment.TryRead(time.Value, DateOrder.Unknown, out var moment) || moment.Time is null || (time.Hints & (PageHints.Related | PageHints.Comments | PageHints.Sidebar)) != 0)
                continue;
            times.Add((time.Container, moment));
            for (var at = time.Container; at is not null; at = at.Parent)
                counts[at] = counts.GetValueOrDefault(at) + 1;
        }

        var entries = new List<TextBlock>();
        foreach (var (container, at) in times)
        {
            var entry = container;
            if (counts[entry] > 1)
                continue;
            while (entry.Parent is { } around && counts[around] == 1)
                entry = around;
            if (SpanOf(entry) is { } span && !HoldsTitle(entry))
                entries.Add(new TextBlock(span, BlockKind.Entry) { At = at });
        }

        return entries;
    }

    private bool HoldsTitle(PageContainer container)
    {
        for (var i = container.FirstBlock; i < container.EndBlock; i++)
        {
            if (_outline.Blocks[i].Container.Tag == PageTag.Title)
                return true;
        }

        return false;
    }
}
