// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>Finds which blocks of a page are its article.</summary>
/// <remarks>
/// Prose is told from the rest of a page by its length, its sentences and how little of it is links. The element that holds the
/// article is the innermost one that holds most of the prose; in it, what its names, its links or its place say is no prose is left out.
/// Where the page gives the text of its article to machines too, that text tells which blocks are the article's.
/// </remarks>
internal sealed class MainText
{
    private const PageHints Furniture = PageHints.Navigation | PageHints.Share | PageHints.Related | PageHints.Comments | PageHints.Advertisement | PageHints.Subscribe
        | PageHints.Caption | PageHints.Author | PageHints.Date | PageHints.Tags | PageHints.Footer | PageHints.Sidebar | PageHints.Hidden | PageHints.Media
        | PageHints.PullQuote | PageHints.Notice;

    // What these name is no article, however much text there is.
    private const PageHints SurelyFurniture = PageHints.Comments | PageHints.Notice | PageHints.Related | PageHints.Navigation;

    private const double EnoughToBeMain = 0.8;
    private const double EnoughToBeBody = 0.6;
    private const double LeastProse = 40;
    private const int MostOfATeaser = 2;
    private const int ProbeLength = 48;

    private readonly PageOutline _outline;
    private readonly double[] _prose;
    private readonly double[] _sum;
    private readonly bool[] _given;
    private readonly string? _titleLetters;
    private readonly Dictionary<PageContainer, bool> _isFurniture = [];

    private MainText(PageOutline outline, string? title)
    {
        _outline = outline;
        _prose = new double[outline.Blocks.Count];
        _sum = new double[outline.Blocks.Count + 1];
        _given = new bool[outline.Blocks.Count];
        _titleLetters = title is null ? null : Letters.Of(title);
    }

    /// <summary>The indexes of the article's blocks, in order; empty where the page has none.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="title">Its title, or null.</param>
    /// <param name="body">The text of the article as the page gives it to machines, or null.</param>
    /// <param name="description">What the page says in a sentence of itself, or null.</param>
    public static List<int> Find(PageOutline outline, string? title, string? body, string? description) => new MainText(outline, title).Run(body, description);

    private List<int> Run(string? body, string? description)
    {
        for (var i = 0; i < _prose.Length; i++)
            _prose[i] = ProseOf(_outline.Blocks[i]);
        Sum();
        NameFurniture();
        for (var i = 0; i < _prose.Length; i++)
        {
            if (IsInFurniture(_outline.Blocks[i].Container, null))
                _prose[i] *= 0.05;
        }

        Sum();
        var isGiven = body is not null && MatchGiven(Letters.OfMarkup(body));
        var main = FindMain(_outline.Containers[0]);
        if (!isGiven)
            main = ChooseBody(ChooseArticle(main));
        return Select(main, isGiven, description is null ? null : Letters.Of(description));
    }

    private void Sum()
    {
        for (var i = 0; i < _prose.Length; i++)
            _sum[i + 1] = _sum[i] + _prose[i];
    }

    private double ProseIn(PageContainer container) => _sum[container.EndBlock] - _sum[container.FirstBlock];

    /// <summary>How much of a block is prose, in characters.</summary>
    private double ProseOf(PageBlock block)
    {
        if (block.Length < 25 || block.LinkShare > 0.6)
            return 0;
        var text = _outline[block];
        var marks = text.Count('.') + text.Count(',') + text.Count('?') + text.Count('!') + text.Count('。') + text.Count('…');
        var prose = Math.Min(block.Length, 1000) * (1 - block.LinkShare) * (1 - block.LinkShare);
        if (marks == 0)
            prose *= 0.1;
        else if (block.Length < 80)
            prose *= 0.5;
        return block.Container.Tag switch
        {
            PageTag.Title or PageTag.Heading => prose * 0.1,
            PageTag.Item or PageTag.Caption => prose * 0.4,
            _ => prose,
        };
    }

    /// <summary>Decides which elements are furniture: those named so, unless nearly all prose of the page is in one.</summary>
    private void NameFurniture()
    {
        foreach (var container in _outline.Containers)
            _isFurniture[container] = IsNamedFurniture(container) || IsTeaserList(container);
        double rest = 0;
        for (var i = 0; i < _prose.Length; i++)
        {
            if (!IsInFurniture(_outline.Blocks[i].Container, null))
                rest += _prose[i];
        }

        foreach (var container in _outline.Containers)
        {
            if (!_isFurniture[container])
                continue;
            var sure = container.Tag is PageTag.Navigation or PageTag.Footer || (container.Hints & SurelyFurniture) != 0;
            if (ProseIn(container) > 200 && rest < (sure ? 0.05 : 0.3) * ProseIn(container))
                _isFurniture[container] = false;
        }
    }

    private static bool IsNamedFurniture(PageContainer container)
    {
        if (container.Tag is PageTag.Body || container.Parent?.Parent is null || container.IsSignature)
            return false;
        if (container.Tag is PageTag.Navigation or PageTag.Aside or PageTag.Footer or PageTag.Caption)
            return true;
        // An article carries the names of its subjects, and of what is done with it.
        var isArticle = container.Tag is PageTag.Article or PageTag.Main || (container.Hints & PageHints.Body) != 0;
        return (container.Hints & (isArticle ? SurelyFurniture : Furniture)) != 0;
    }

    /// <summary>Whether most headings in an element are links: it presents other articles, a sentence or two of each.</summary>
    private bool IsTeaserList(PageContainer container)
    {
        if (!IsBox(container) || container.Tag == PageTag.Body || container.EndBlock - container.FirstBlock is < 3 or > 200)
            return false;
        int linked = 0, plain = 0, paragraphs = 0;
        for (var i = container.FirstBlock; i < container.EndBlock; i++)
        {
            var block = _outline.Blocks[i];
            if (block.Container.Tag is PageTag.Heading or PageTag.Title)
            {
                paragraphs = 0;
                if (block.LinkShare > 0.9)
                    linked++;
                else
                    plain++;
            }
            else if (_prose[i] > 40 && (linked == 0 || ++paragraphs > MostOfATeaser))
            {
                return false;
            }
        }

        return linked >= 3 && plain * 3 <= linked;
    }

    private bool IsInFurniture(PageContainer container, PageContainer? main)
    {
        for (var at = container; at is not null && !ReferenceEquals(at, main); at = at.Parent)
        {
            if (_isFurniture[at])
                return true;
        }

        return false;
    }

    /// <summary>Marks the blocks that stand in the text given to machines, where that is most of the article, and lets them alone count.</summary>
    private bool MatchGiven(string body)
    {
        if (body.Length < 200)
            return false;
        double matched = 0, prose = 0;
        for (var i = 0; i < _given.Length; i++)
        {
            var block = _outline.Blocks[i];
            prose += _prose[i];
            if (block.Length < 12)
                continue;
            var letters = Letters.Of(_outline[block]);
            if (letters.Length < 10)
                continue;
            var head = letters.AsSpan(0, Math.Min(letters.Length, ProbeLength));
            var tail = letters.AsSpan(Math.Max(0, letters.Length - ProbeLength));
            _given[i] = body.AsSpan().IndexOf(head) >= 0 || (letters.Length > ProbeLength && body.AsSpan().IndexOf(tail) >= 0);
            if (_given[i])
                matched += letters.Length;
        }

        if (matched < 0.6 * body.Length)
            return false;
        double proseGiven = 0;
        for (var i = 0; i < _given.Length; i++)
        {
            if (_given[i])
                proseGiven += _prose[i];
        }

        if (proseGiven < 0.4 * prose)
            return false;
        for (var i = 0; i < _given.Length; i++)
        {
            if (!_given[i])
                _prose[i] *= 0.02;
            else
                _prose[i] = Math.Max(_prose[i], _outline.Blocks[i].Length * 0.5);
        }

        Sum();
        return true;
    }

    private PageContainer FindMain(PageContainer root)
    {
        var main = root;
        foreach (var container in _outline.Containers)
        {
            if (IsBox(container) && ReferenceEquals(container.Parent, main) && ProseIn(container) >= EnoughToBeMain * ProseIn(main) && ProseIn(container) > 0)
                main = container;
        }

        return main;
    }

    private static bool IsBox(PageContainer container) =>
        container.Tag is PageTag.Box or PageTag.Article or PageTag.Main or PageTag.Cell or PageTag.Row or PageTag.Table or PageTag.Form or PageTag.Body or PageTag.List or PageTag.Header;

    /// <summary>Where a page strings several articles together, each with its headline: the one with the page's title, or else the first.</summary>
    private PageContainer ChooseArticle(PageContainer main)
    {
        PageContainer? first = null, titled = null;
        var end = 0;
        var count = 0;
        foreach (var container in _outline.Containers)
        {
            var isWithin = container.FirstBlock >= Math.Max(main.FirstBlock, end) && container.EndBlock <= main.EndBlock && !ReferenceEquals(container, main);
            if (!isWithin || (container.Tag != PageTag.Article && (container.Hints & PageHints.Article) == 0) || ProseIn(container) < 300 || !container.IsIn(main))
                continue;
            if (HeadlineIn(container) is not { } headline)
                continue;
            end = container.EndBlock;
            count++;
            first ??= container;
            if (titled is null && _titleLetters is not null && headline.Length > 8 && _titleLetters.Contains(headline, StringComparison.Ordinal))
                titled = container;
        }

        return count < 2 ? main : titled ?? (ProseIn(first!) > 0.15 * ProseIn(main) ? first! : main);
    }

    private string? HeadlineIn(PageContainer container)
    {
        for (var i = container.FirstBlock; i < container.EndBlock; i++)
        {
            var block = _outline.Blocks[i];
            if (block.Container.Tag == PageTag.Title)
                return Letters.Of(_outline[block]);
        }

        return null;
    }

    /// <summary>The element named as the text of the article, where most of the prose is in one.</summary>
    private PageContainer ChooseBody(PageContainer main)
    {
        foreach (var container in _outline.Containers)
        {
            if ((container.Hints & PageHints.Body) != 0 && IsBox(container) && ProseIn(container) >= EnoughToBeBody * ProseIn(main) && ProseIn(container) > 0 && container.IsIn(main))
                return container;
        }

        return main;
    }

    private List<int> Select(PageContainer main, bool isGiven, string? description)
    {
        var kept = new List<int>();
        int first = main.FirstBlock, end = main.EndBlock;
        if (isGiven)
        {
            first = Math.Max(first, Array.IndexOf(_given, true));
            end = Math.Min(end, Array.LastIndexOf(_given, true) + 1);
        }

        AddLead(kept, first, description);
        var leads = kept.Count;
        for (var i = first; i < end; i++)
        {
            if (IsWanted(i, main))
                kept.Add(i);
        }

        if (!isGiven)
            Trim(kept, leads);
        return kept;
    }

    private bool IsWanted(int index, PageContainer main)
    {
        var block = _outline.Blocks[index];
        // A message of a network is half links: its name, its day, what it names.
        if (IsMessage(block.Container))
            return !IsInFurniture(block.Container, main);
        if (block.Container.Tag == PageTag.Title || IsTitle(block) || (block.LinkShare > 0.8 && block.Length < 200) || FurnitureLines.IsOne(_outline[block]))
            return false;
        if (_given[index])
            return true;
        return !IsInFurniture(block.Container, main) && !(block.LinkShare > 0.5 && block.Length < 200);
    }

    private static bool IsMessage(PageContainer container) => container.Quotation is { } quotation && (quotation.Hints & PageHints.Tweet) != 0;

    // Before the first sentence of an article and after its last stand names, dates and places.
    private void Trim(List<int> kept, int leads)
    {
        while (kept.Count > leads && _prose[kept[^1]] < LeastProse && !IsText(_outline.Blocks[kept[^1]]))
            kept.RemoveAt(kept.Count - 1);
        var start = leads;
        while (start < kept.Count && _prose[kept[start]] < LeastProse && !IsText(_outline.Blocks[kept[start]]) && _outline.Blocks[kept[start]].Container.Tag is not (PageTag.Heading or PageTag.Item))
            start++;
        kept.RemoveRange(leads, start - leads);
    }

    // A short line that ends like a sentence, an entry of a list or table, or the name below a quotation may be the article's.
    private bool IsText(PageBlock block) =>
        block.Container.Tag is PageTag.Item or PageTag.Row || block.Container.Quotation is not null || block.Container.IsSignature || block.Container.Parent?.IsSignature == true || (block.Container.Tag is not PageTag.Heading && _outline[block].TrimEnd("\"”»’')] ") is [.., '.' or '!' or '?' or '…' or ':']);

    private bool IsTitle(PageBlock block) =>
        _titleLetters is not null && block.Length < 300 && block.Container.Tag is not PageTag.Paragraph && Letters.Of(_outline[block]) is { Length: > 8 } letters && _titleLetters.StartsWith(letters, StringComparison.Ordinal);

    /// <summary>The sentence or two between the headline and the article that introduce it.</summary>
    private void AddLead(List<int> kept, int first, string? description)
    {
        var from = Math.Max(0, first - 25);
        for (var i = from; i < first; i++)
        {
            var block = _outline.Blocks[i];
            if (block.Length < 25 || block.LinkShare > 0.3 || block.Container.Tag == PageTag.Title || IsTitle(block))
                continue;
            var isNamed = (block.Container.Hints & PageHints.Lead) != 0 || (block.Container.Parent is { } parent && (parent.Hints & PageHints.Lead) != 0);
            var isDescribed = description is { Length: > 20 } && Letters.Of(_outline[block]) is { Length: > 20 } letters && (description.Contains(letters, StringComparison.Ordinal) || letters.Contains(description, StringComparison.Ordinal));
            if ((isNamed && !IsInFurniture(block.Container, null)) || isDescribed)
                kept.Add(i);
        }
    }
}
