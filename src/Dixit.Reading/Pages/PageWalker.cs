// SPDX-License-Identifier: Apache-2.0
using System.Text;
using AngleSharp.Dom;

namespace Dixit.Reading.Pages;

/// <summary>Walks the tree of a page once and writes down its text in blocks. Uses no recursion: a page may be as deep as it likes.</summary>
internal sealed class PageWalker
{
    private const int MostCites = 1000;

    private readonly StringBuilder _text = new();
    private readonly List<PageBlock> _blocks = [];
    private readonly List<PageContainer> _containers = [];
    private readonly Stack<Frame> _open = new();
    private readonly ClassWords _words = new();
    private readonly PageHead _head = new();
    private readonly List<(int Start, int End)> _cites = [];

    private PageContainer _container = null!;
    private int _blockStart;
    private int _linkLength;
    private int _links;
    private int _preformatted;
    private int _breaks;
    private bool _spacePending;
    private char _space;

    private PageWalker()
    {
    }

    /// <summary>The outline of a page.</summary>
    public static PageOutline Walk(IDocument document) => new PageWalker().Run(document);

    private PageOutline Run(IDocument document)
    {
        _container = new PageContainer(null, PageTag.Box, PageHints.None, 0);
        _containers.Add(_container);
        _open.Push(new Frame(document.ChildNodes, _container, PageTag.Box));
        while (_open.TryPeek(out var frame))
        {
            if (frame.Next >= frame.Children.Length)
            {
                _open.Pop();
                Leave(frame);
                continue;
            }

            var node = frame.Children[frame.Next++];
            if (node is IText text)
            {
                if (frame.Tag != PageTag.Skipped)
                    Add(text.Data);
            }
            else if (node is IElement element)
                Enter(element);
        }

        return new PageOutline(_text.ToString(), _blocks, _containers, _head, _cites);
    }

    private void Enter(IElement element)
    {
        var tag = PageTags.Of(element.LocalName);
        if (tag == PageTag.Break)
        {
            Break();
            return;
        }

        var hints = _words.HintsOf(element);
        if (tag is PageTag.Skipped or PageTag.Time || element.Attributes.Length > 0)
            _head.Look(element, hints, _container);
        if (tag == PageTag.Skipped)
        {
            if (element.LocalName == "head")
                _open.Push(new Frame(element.ChildNodes, null, PageTag.Skipped));
            return;
        }

        var isLine = tag is PageTag.Inline or PageTag.Link or PageTag.Time or PageTag.Cite;
        if ((hints & PageHints.Hidden) != 0 && (isLine || tag is PageTag.Paragraph or PageTag.Item))
            return;
        if (isLine)
        {
            // What carries a name of the site among the words of a line may be a box in truth, so it gets a place of its own when it stands alone.
            var isLink = tag == PageTag.Link && element.HasAttribute("href");
            if (isLink)
                _links++;
            // The last link of a message is its own address.
            if (isLink && _container.Quotation is { } message && (_container.HintsAround & PageHints.Tweet) != 0)
                message.Address = element.GetAttribute("href");
            _open.Push(new Frame(element.ChildNodes, null, isLink ? PageTag.Link : tag == PageTag.Cite ? PageTag.Cite : PageTag.Inline) { Start = _text.Length });
            return;
        }

        if (tag == PageTag.Cell && IsOfOneLine(element))
        {
            Space(' ');
            _open.Push(new Frame(element.ChildNodes, null, PageTag.Inline));
            return;
        }

        Flush();
        if (tag == PageTag.Preformatted)
            _preformatted++;
        var container = new PageContainer(_container, tag, hints, _blocks.Count).Placed();
        if (tag == PageTag.Quote)
            container.Address = element.GetAttribute("cite");
        _containers.Add(container);
        _container = container;
        _open.Push(new Frame(element.ChildNodes, container, tag));
    }

    // The cells of a table of data make one line with their row; those of a table that is there for the layout hold boxes.
    private static bool IsOfOneLine(IElement cell)
    {
        foreach (var child in cell.ChildNodes)
        {
            if (child is IElement element && PageTags.Of(element.LocalName) is not (PageTag.Inline or PageTag.Link or PageTag.Skipped or PageTag.Time or PageTag.Cite))
                return false;
        }

        return true;
    }

    private void Leave(Frame frame)
    {
        if (frame.Tag == PageTag.Link && frame.Container is null)
            _links--;
        if (frame.Tag == PageTag.Cite && _text.Length > frame.Start && _cites.Count < MostCites)
            _cites.Add((frame.Start, _text.Length));
        if (frame.Container is not { } container)
            return;
        Flush();
        if (frame.Tag == PageTag.Preformatted)
            _preformatted--;
        container.EndBlock = _blocks.Count;
        if (container.Parent is not null)
            _container = container.Parent;
    }

    private void Break()
    {
        if (_text.Length == _blockStart)
            return;
        _breaks++;
        _spacePending = false;
    }

    private void Add(string data)
    {
        foreach (var c in data)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' or '\u200E' or '\u200F' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')))
                continue;
            if (char.IsWhiteSpace(c))
            {
                if (_preformatted > 0 && c == '\n')
                    Break();
                else
                    Space(c);
                continue;
            }

            if (_breaks > 0)
            {
                if (_breaks == 1)
                    _text.Append('\n');
                else
                    Flush();
                _breaks = 0;
                _spacePending = false;
            }

            if (_spacePending)
            {
                if (_text.Length > _blockStart && _text[^1] != '\n')
                    Append(_space);
                _spacePending = false;
            }

            Append(c);
        }
    }

    // French puts no-break spaces before its marks: one that stands alone is kept.
    private void Space(char c)
    {
        var kept = c is '\u00A0' or '\u202F' ? c : ' ';
        _space = _spacePending && _space != kept ? ' ' : kept;
        _spacePending = true;
    }

    private void Append(char c)
    {
        _text.Append(c);
        if (_links > 0)
            _linkLength++;
    }

    private void Flush()
    {
        if (_text.Length > _blockStart)
            _blocks.Add(new PageBlock(_blockStart, _text.Length, _linkLength, _container));
        _blockStart = _text.Length;
        _linkLength = 0;
        _spacePending = false;
        _breaks = 0;
    }

    private sealed class Frame(INodeList children, PageContainer? container, PageTag tag)
    {
        public INodeList Children { get; } = children;

        public PageContainer? Container { get; } = container;

        public PageTag Tag { get; } = tag;

        public int Next { get; set; }

        /// <summary>How much text there was before it.</summary>
        public int Start { get; init; }
    }
}
