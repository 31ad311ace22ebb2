// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>The contents that were written last, among which one statement told in two documents proves its speakers one.</summary>
/// <remarks>
/// What proves anything was published within days, and what was published within days is mostly read together. So a window will do where an
/// index of the whole archive would cost more than all else. The window is one of rows: it is the same whether it was filled by reading on or from the
/// ledger, as after a crash.
/// </remarks>
internal sealed class RecentContents(SqlSession session, Func<StatementReader> reader)
{
    private const int Window = 8192;
    private const int NumberBits = 48;
    private const int MostCompared = 32; // of a content: the likeliest candidates

    // By the place of each in the window: where the number of its row, of which no two in the window are alike after division, puts it.
    private readonly RecentContent?[] _places = new RecentContent?[Window];
    private readonly bool[] _shortPlaces = new bool[Window];
    private readonly Dictionary<long, List<int>> _byKey = [];
    private readonly Dictionary<long, List<RecentContent>> _byVersion = [];
    private readonly Queue<RecentContent> _inOrder = [];
    private readonly Choice _own = new();
    private readonly Choice _beside = new();
    private Choosing? _choosing;
    private bool _isLoaded;

    /// <summary>Begins to look for what the contents of a version may prove, beside what else is done before they are added.</summary>
    /// <param name="document">The document's id.</param>
    /// <param name="contents">The rows of its contents, and their words.</param>
    /// <remarks>Nothing else of this is to be called until they are, or all is forgotten.</remarks>
    public void Choose(string document, IReadOnlyList<(long Number, StatementText Text)> contents)
    {
        if (contents.Count == 0)
            return;
        if (!_isLoaded)
            Load(contents.Min(content => content.Number));
        var choosing = new Choosing(document, contents);
        choosing.Beside = Task.Run(() => Choose(choosing, _beside));
        _choosing = choosing;
    }

    /// <summary>Takes the contents of a version in, and finds what they prove.</summary>
    /// <param name="added">The contents that have a speaker.</param>
    /// <param name="mayBeOne">Whether two speakers could be one at all.</param>
    /// <returns>For each speaker of the version and each other of whom something is proved, how much.</returns>
    public IReadOnlyList<SpeakerProof> Add(IReadOnlyList<RecentContent> added, Func<long, long, bool> mayBeOne)
    {
        var chosen = EndChoosing();
        if (added.Count == 0)
            return [];
        var possible = new Dictionary<(long, long), bool>();
        var proofs = new Dictionary<(long One, long Other), double>();
        foreach (var content in added.DistinctBy(content => (content.Speaker, content.Text.Text, content.Text.Kind)))
        {
            foreach (var (other, proof) in Prove(content, chosen![content.Number], possible, mayBeOne))
                proofs[(content.Speaker, other)] = proofs.GetValueOrDefault((content.Speaker, other)) + proof;
        }

        foreach (var content in added)
            Keep(content);
        return [.. proofs.Select(proof => new SpeakerProof(proof.Key.One, proof.Key.Other, proof.Value)).OrderByDescending(proof => Math.Round(proof.Weight, 9)).ThenBy(proof => proof.One).ThenBy(proof => proof.Other)];
    }

    /// <summary>Notes that one speaker turned out to be another. The row of the first may be another's soon.</summary>
    public void Move(long from, long into)
    {
        foreach (var content in _inOrder)
        {
            if (content.Speaker == from)
                content.Speaker = into;
        }
    }

    /// <summary>Lets the contents of a version go.</summary>
    public void Remove(long version)
    {
        if (!_byVersion.Remove(version, out var contents))
            return;
        foreach (var content in contents)
            Unlist(content);
    }

    /// <summary>Forgets all; it is read again when it is needed.</summary>
    public void Forget()
    {
        EndChoosing();
        Array.Clear(_places);
        _byKey.Clear();
        _byVersion.Clear();
        _inOrder.Clear();
        _isLoaded = false;
    }

    private Dictionary<long, RecentContent[]>? EndChoosing()
    {
        if (_choosing is not { } choosing)
            return null;
        _choosing = null;
        // Rather than to wait, what is left is shared out.
        Choose(choosing, _own);
        choosing.Beside!.GetAwaiter().GetResult();
        return Enumerable.Range(0, choosing.Contents.Count).ToDictionary(i => choosing.Contents[i].Number, i => choosing.Chosen[i]);
    }

    private void Choose(Choosing choosing, Choice choice)
    {
        while (choosing.Take() is var i && i < choosing.Contents.Count)
            choosing.Chosen[i] = Choose(choosing.Contents[i].Number, choosing.Contents[i].Text, choosing.Document, choice);
    }

    private Dictionary<long, double> Prove(RecentContent content, RecentContent[] candidates, Dictionary<(long, long), bool> possible, Func<long, long, bool> mayBeOne)
    {
        var best = new Dictionary<long, double>();
        foreach (var candidate in candidates)
        {
            var other = candidate.Speaker;
            if (other == content.Speaker)
                continue;
            ref var may = ref CollectionsMarshal.GetValueRefOrAddDefault(possible, (content.Speaker, other), out var known);
            if (!known)
                may = mayBeOne(content.Speaker, other);
            if (may && SpeakerLinker.Prove(content.Content, candidate.Content) is > 0 and var proof)
                best[other] = Math.Max(proof, best.GetValueOrDefault(other));
        }

        return best;
    }

    /// <summary>The candidates for a content: those that share most keys with it, of as many those written last.</summary>
    private RecentContent[] Choose(long number, StatementText text, string document, Choice choice)
    {
        var (candidates, allShared, likeliest) = (choice.Candidates, choice.Shared, choice.Likeliest);
        candidates.Clear();
        likeliest.Clear();
        foreach (var key in text.LinkKeys)
        {
            if (!_byKey.TryGetValue(key, out var list))
                continue;
            foreach (var place in CollectionsMarshal.AsSpan(list))
            {
                if (allShared[place]++ == 0)
                    candidates.Add(place);
            }
        }

        var isShort = text.IsShort;
        var least = 1;
        foreach (var place in CollectionsMarshal.AsSpan(candidates))
        {
            int shared = allShared[place];
            allShared[place] = 0;
            // What shares one key of many is not worth comparing, as where wordings are linked. Most candidates are done with here, before they are looked at themselves.
            if (shared < least || (shared == 1 && !isShort && !_shortPlaces[place]))
                continue;
            var candidate = _places[place]!;
            if (candidate.Number <= number - Window || candidate.Document == document)
                continue;
            var likelihood = ((long)shared << NumberBits) + candidate.Number;
            if (likeliest.Count < MostCompared)
                likeliest.Enqueue(candidate, likelihood);
            else
                likeliest.EnqueueDequeue(candidate, likelihood);
            if (likeliest.Count == MostCompared && likeliest.TryPeek(out _, out var lowest))
                least = (int)(lowest >> NumberBits);
        }

        return [.. likeliest.UnorderedItems.Select(item => item.Element)];
    }

    private void Keep(RecentContent content)
    {
        var place = PlaceOf(content);
        if (_places[place] is { } before)
            Unlist(before); // its row is gone, and another has its number
        _places[place] = content;
        _shortPlaces[place] = content.IsShort;
        _inOrder.Enqueue(content);
        ref var ofVersion = ref CollectionsMarshal.GetValueRefOrAddDefault(_byVersion, content.Version, out _);
        (ofVersion ??= []).Add(content);
        foreach (var key in content.Text.LinkKeys)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _);
            (list ??= new List<int>(1)).Add(place);
        }

        while (_inOrder.Peek().Number <= content.Number - Window)
        {
            var gone = _inOrder.Dequeue();
            if (!_byVersion.TryGetValue(gone.Version, out var contents) || !contents.Remove(gone))
                continue; // its version was taken away before
            if (contents.Count == 0)
                _byVersion.Remove(gone.Version);
            Unlist(gone);
        }
    }

    private static int PlaceOf(RecentContent content) => (int)(content.Number % Window);

    private void Unlist(RecentContent content)
    {
        var place = PlaceOf(content);
        if (_places[place] != content)
            return;
        _places[place] = null;
        foreach (var key in content.Text.LinkKeys)
        {
            if (_byKey.TryGetValue(key, out var list) && list.Remove(place) && list.Count == 0)
                _byKey.Remove(key);
        }
    }

    private void Load(long before)
    {
        _isLoaded = true;
        var rows = session.All(
            """
            select c.number, v.number, w.speaker, d.id, c.start, c.day, w.language, w.kind, w.text
            from content c join wording w on w.number = c.wording join attribution a on a.number = c.attribution join version v on v.number = a.version
                join document d on d.number = v.document
            where c.number > $1 and c.number < $2 and w.speaker is not null order by c.number
            """,
            row => new RecentContent(
                row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.Int(4), row.Day(5),
                reader().Read(row.LongText(8), row.Text(6), row.Name<QuotationKind>(7))),
            before - Window, before);
        foreach (var content in rows)
            Keep(content);
    }

    /// <summary>What one thread needs to choose.</summary>
    private sealed class Choice
    {
        public List<int> Candidates { get; } = [];

        public ushort[] Shared { get; } = new ushort[Window]; // small enough to stay near the processor

        public PriorityQueue<RecentContent, long> Likeliest { get; } = new(MostCompared); // the least likely first
    }

    /// <summary>Contents of a version for which candidates are chosen, by two threads.</summary>
    private sealed class Choosing(string document, IReadOnlyList<(long Number, StatementText Text)> contents)
    {
        private int _taken = -1;

        public string Document => document;

        public IReadOnlyList<(long Number, StatementText Text)> Contents => contents;

        public RecentContent[][] Chosen { get; } = new RecentContent[contents.Count][];

        public Task? Beside { get; set; }

        /// <summary>The next content that nobody has taken; none where it is no less than their count.</summary>
        public int Take() => Interlocked.Increment(ref _taken);
    }
}

/// <summary>A content of somebody, where and when it was published.</summary>
internal sealed class RecentContent(long number, long version, long speaker, string document, int start, DateOnly? day, StatementText text)
{
    public long Number => number;

    public long Version => version;

    public long Speaker { get; set; } = speaker;

    public string Document => document;

    public StatementText Text => text;

    public bool IsShort { get; } = text.IsShort;

    public StatementContent Content { get; } = new(document, start, text) { Date = day };
}

/// <summary>How much goes to prove two speakers one.</summary>
internal readonly record struct SpeakerProof(long One, long Other, double Weight);
