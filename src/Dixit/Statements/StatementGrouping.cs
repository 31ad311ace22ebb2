// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>The statements of one speaker, kept up to date while contents come and go. Not safe for several threads.</summary>
/// <remarks>
/// <para>
/// The groups depend on the contents alone, not on the order in which they came. Distinct wordings are the nodes of a graph, and two
/// are linked where the comparer takes them for one, if they were told at about the same time or leave no doubt (<see cref="StatementTimes"/>); the links of a connected part are followed from the likeliest down, ties by the words,
/// and two groups are joined unless anything in the one conflicts with anything in the other. So a chain A~B~C never joins an A and
/// a C that the guards keep apart, and since parts do not touch one another, only those that a new content reaches are grouped again.
/// </para>
/// <para>
/// Nor are two sentences of one document joined unless they are much alike: a document says different things in different sentences, so
/// each finds its best partner elsewhere.
/// </para>
/// </remarks>
public sealed class StatementGrouping
{
    // Beside the guards: what is joined over a third wording must be alike by itself, or the statement would drift along the chain.
    private const double LeastOnAverage = 0.25;

    // A document says different things in different sentences; what it says twice it says in much the same words.
    private const double LeastInOneDocument = 0.7;

    private const double Barred = -1;

    // Of so few it is quicker to count what each shares than to keep an index.
    private const int MostUnindexed = 16;

    private readonly StatementIndex<Wording> _index = new();
    private readonly Dictionary<ulong, Wording> _wordings = [];
    private readonly HashSet<Wording> _stale = [];
    private readonly Dictionary<(Wording, Wording), StatementComparison> _compared = []; // those that are not linked
    private bool _isIndexed;

    /// <summary>Groups the contents of one speaker.</summary>
    public static IReadOnlyList<StatementGroup> Group(IEnumerable<StatementContent> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var distinct = contents.Distinct().ToList();
        if (distinct.Count > 0 && distinct.TrueForAll(content => content.Text.Signature == distinct[0].Text.Signature))
            return [new StatementGroup(distinct)]; // most are told in one wording
        var grouping = new StatementGrouping();
        foreach (var content in distinct)
            grouping.Add(content);
        return grouping.Groups;
    }

    /// <summary>How often two wordings were compared so far: what the cost is counted in.</summary>
    internal long Comparisons { get; private set; }

    /// <summary>How many distinct wordings it holds, which is what it takes memory for.</summary>
    public int Wordings => _wordings.Count;

    /// <summary>The statements, by their earliest evidence.</summary>
    public IReadOnlyList<StatementGroup> Groups
    {
        get
        {
            Refresh();
            return [.. _wordings.Values.Select(wording => wording.Group!).Distinct().OrderBy(group => group.Earliest)];
        }
    }

    /// <summary>Adds a content; one that is there already changes nothing.</summary>
    public void Add(StatementContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Take(content);
    }

    /// <summary>Takes a content out, and answers whether it was there.</summary>
    public bool Remove(StatementContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!_wordings.TryGetValue(content.Text.Signature, out var wording) || !wording.Remove(content))
            return false;
        if (wording.Contents.Count == 0)
        {
            Remove(wording);
            return true;
        }

        _stale.Add(wording);
        foreach (var link in wording.Links)
            _stale.Add(link.Other);
        return true;
    }

    /// <summary>Makes these its contents, whatever it held before: the groups are those of <see cref="Group"/>, and what was compared before is not compared again.</summary>
    /// <param name="contents">All of them, in any order. Days, outlets and the rest may be others than those of equal contents that were there.</param>
    public void Set(IEnumerable<StatementContent> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        // Of several readings of the same words the earliest evidence's stands for all, here as where all are added in their order.
        var bySignature = contents.Distinct().Order().GroupBy(content => content.Text.Signature).ToDictionary(same => same.Key, same => same.ToList());
        foreach (var (signature, wording) in _wordings.ToList())
        {
            if (!bySignature.TryGetValue(signature, out var kept) || !IsSameReading(wording.Text, kept[0].Text))
                Remove(wording);
        }

        foreach (var (signature, kept) in bySignature)
        {
            if (!_wordings.TryGetValue(signature, out var wording))
            {
                wording = Take(kept[0])!;
                foreach (var content in kept.Skip(1))
                    wording.Add(content);
                continue;
            }

            if (!wording.Set(kept))
                continue;
            _stale.Add(wording);
            foreach (var link in wording.Links)
                _stale.Add(link.Other); // they may hang together no more
        }
    }

    /// <summary>The statement that holds a content, or null for a content that was not added.</summary>
    public StatementGroup? Find(StatementContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Refresh();
        return _wordings.TryGetValue(content.Text.Signature, out var wording) && wording.Contents.Contains(content) ? wording.Group : null;
    }

    private static bool IsSameReading(StatementText one, StatementText other) =>
        ReferenceEquals(one, other) || (one.Text == other.Text && one.Language == other.Language && one.Kind == other.Kind);

    private void Remove(Wording wording)
    {
        _stale.Remove(wording);
        _wordings.Remove(wording.Text.Signature);
        if (_isIndexed)
            _index.Remove(wording, wording.Text);
        foreach (var (other, _, _) in wording.Links)
        {
            other.Links.RemoveAll(back => back.Other == wording);
            _stale.Add(other);
        }

        _compared.Clear(); // it may be in any pair, and this is seldom
    }

    // The wording if it is a new one.
    private Wording? Take(StatementContent content)
    {
        if (_wordings.TryGetValue(content.Text.Signature, out var known))
        {
            if (known.Add(content))
                _stale.Add(known);
            return null;
        }

        var wording = new Wording(content.Text);
        wording.Add(content);
        foreach (var other in Candidates(content.Text))
        {
            Comparisons++;
            var comparison = StatementComparer.Compare(content.Text, other.Text);
            if (!comparison.AreOne)
                continue;
            var isLasting = comparison.IsLasting && StatementKeys.AreEnoughLater(content.Text, other.Text);
            wording.Links.Add((other, comparison.Similarity, isLasting));
            other.Links.Add((wording, comparison.Similarity, isLasting));
        }

        _wordings.Add(content.Text.Signature, wording);
        Index(wording);
        _stale.Add(wording);
        return wording;
    }

    private IEnumerable<Wording> Candidates(StatementText text) => _isIndexed
        ? _index.Candidates(text)
        : _wordings.Values.Where(other => StatementKeys.AreEnough(text.CountShared(other.Text), text.IsShort || other.Text.IsShort));

    private void Index(Wording wording)
    {
        if (_isIndexed)
        {
            _index.Add(wording, wording.Text);
        }
        else if (_wordings.Count > MostUnindexed)
        {
            _isIndexed = true;
            foreach (var each in _wordings.Values)
                _index.Add(each, each.Text);
        }
    }

    private void Refresh()
    {
        var done = new HashSet<Wording>();
        foreach (var wording in _stale)
        {
            if (done.Contains(wording))
                continue;
            var part = Connected(wording);
            done.UnionWith(part);
            Divide(part);
        }

        _stale.Clear();
    }

    private static List<Wording> Connected(Wording start)
    {
        var part = new List<Wording> { start };
        var seen = new HashSet<Wording> { start };
        for (var i = 0; i < part.Count; i++)
        {
            foreach (var (other, _, isLasting) in part[i].Links)
            {
                if ((isLasting || part[i].IsNear(other)) && seen.Add(other))
                    part.Add(other);
            }
        }

        return part;
    }

    private void Divide(List<Wording> part)
    {
        var links = new List<(Wording A, Wording B, double Likely)>();
        var likeness = new Dictionary<(Wording, Wording), double>();
        foreach (var wording in part)
        {
            wording.Cluster = new Cluster(wording);
            wording.Documents.Clear();
            wording.Documents.UnionWith(wording.Contents.Select(content => content.Document));
        }

        foreach (var wording in part)
        {
            foreach (var (other, likely, isLasting) in wording.Links)
            {
                if (Compare(wording, other) >= 0)
                    continue;
                if (isLasting || wording.IsNear(other))
                    links.Add((wording, other, likely));
                likeness[(wording, other)] = IsBarredByDocument(wording, other, likely) ? Barred : likely;
            }
        }

        links.Sort(static (x, y) =>
        {
            var order = y.Likely.CompareTo(x.Likely);
            if (order == 0)
                order = Compare(x.A, y.A);
            return order != 0 ? order : Compare(x.B, y.B);
        });
        foreach (var (a, b, _) in links)
        {
            if (a.Cluster == b.Cluster || !MayJoin(a.Cluster, b.Cluster, likeness))
                continue;
            var (into, from) = a.Cluster.Members.Count >= b.Cluster.Members.Count ? (a.Cluster, b.Cluster) : (b.Cluster, a.Cluster);
            into.TakeIn(from);
        }

        foreach (var cluster in part.Select(wording => wording.Cluster).Distinct())
        {
            var group = new StatementGroup(cluster.Members.SelectMany(wording => wording.Contents));
            foreach (var wording in cluster.Members)
                wording.Group = group;
        }
    }

    private static int Compare(Wording x, Wording y)
    {
        var order = string.CompareOrdinal(x.Text.Folded, y.Text.Folded);
        return order != 0 ? order : x.Text.Signature.CompareTo(y.Text.Signature);
    }

    // What is barred once stays so however the two grow, and no two wordings are compared twice.
    private bool MayJoin(Cluster one, Cluster other, Dictionary<(Wording, Wording), double> likeness)
    {
        if (one.Barred.Contains(other))
            return false;
        double sum = 0;
        foreach (var a in one.Members)
        {
            foreach (var b in other.Members)
            {
                var likely = Likeness(a, b, likeness);
                if (likely < 0)
                {
                    one.Barred.Add(other);
                    other.Barred.Add(one);
                    return false;
                }

                sum += likely;
            }
        }

        // In whatever order two clusters were filled, the sum's last digits must not decide.
        return Math.Round(sum / ((double)one.Members.Count * other.Members.Count), 9) >= LeastOnAverage;
    }

    private double Likeness(Wording a, Wording b, Dictionary<(Wording, Wording), double> known)
    {
        var pair = Compare(a, b) < 0 ? (a, b) : (b, a);
        if (known.TryGetValue(pair, out var likely))
            return likely;
        if (!_compared.TryGetValue(pair, out var comparison))
        {
            Comparisons++;
            _compared.Add(pair, comparison = StatementComparer.Compare(a.Text, b.Text));
        }

        likely = comparison.Conflicts != Meanings.None || IsBarredByDocument(a, b, comparison.Similarity) ? Barred : comparison.Similarity;
        known.Add(pair, likely);
        return likely;
    }

    private static bool IsBarredByDocument(Wording a, Wording b, double likely) => likely < LeastInOneDocument && a.SharesDocument(b);

    /// <summary>Wordings that were put together so far, and the clusters that they may never be put together with.</summary>
    private sealed class Cluster(Wording first)
    {
        public List<Wording> Members { get; } = [first];

        public HashSet<Cluster> Barred { get; } = [];

        public void TakeIn(Cluster other)
        {
            Members.AddRange(other.Members);
            foreach (var moved in other.Members)
                moved.Cluster = this;
            foreach (var barred in other.Barred)
            {
                barred.Barred.Remove(other);
                barred.Barred.Add(this);
                Barred.Add(barred);
            }
        }
    }

    private sealed class Wording(StatementText text)
    {
        public StatementText Text { get; } = text;

        private DateOnly?[]? _days;

        public HashSet<StatementContent> Contents { get; } = [];

        /// <summary>The documents of the contents, as of the last grouping.</summary>
        public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

        /// <summary>Those that it is one with if the days fit, or whatever the days are.</summary>
        public List<(Wording Other, double Likely, bool IsLasting)> Links { get; } = [];

        public Cluster Cluster { get; set; } = null!; // as of the last grouping

        private DateOnly?[] Days => _days ??= [.. Contents.Select(content => content.Date).Distinct().Order()];

        public bool Add(StatementContent content)
        {
            _days = null;
            return Contents.Add(content);
        }

        public bool Remove(StatementContent content)
        {
            _days = null;
            return Contents.Remove(content);
        }

        /// <summary>Makes these its contents, and tells whether that is a change.</summary>
        public bool Set(List<StatementContent> contents)
        {
            if (contents.Count == Contents.Count && contents.TrueForAll(content => Contents.TryGetValue(content, out var known) && known.Date == content.Date && known.Outlet == content.Outlet && known.Order == content.Order))
                return false;
            _days = null;
            Contents.Clear();
            Contents.UnionWith(contents);
            return true;
        }

        public bool IsNear(Wording other) => StatementTimes.AreNear(Days, other.Days);

        public bool SharesDocument(Wording other)
        {
            var (few, many) = Contents.Count <= other.Contents.Count ? (this, other) : (other, this);
            return few.Contents.Any(content => many.Documents.Contains(content.Document));
        }

        public StatementGroup? Group { get; set; }
    }
}
