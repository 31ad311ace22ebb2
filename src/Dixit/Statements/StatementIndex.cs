// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>Finds, among the contents of one speaker, those that may say the same as a text. Not safe for several threads.</summary>
/// <remarks>
/// A posting list for each key of <see cref="StatementText.LinkKeys"/>, a sample of the unordered pairs of content words, synonyms and names folded, that
/// stand at most four content words apart, and single words where a text has few. Why pairs and not MinHash: a cut quotation shares all its pairs with the whole, however
/// small a part it is, where a MinHash signature sees only the ratio and misses it; a rewording keeps a few pairs even where half
/// of its words are changed; and unlike postings of the rarest single stems the keys depend on the text alone, so that whether two
/// texts are candidates never depends on what else is in the archive, nor on the order in which it came. Pairs are rare within one
/// speaker: the lists stay short, and the cost of a look-up is that of the lists of some thirty keys.
/// </remarks>
/// <typeparam name="T">What stands for a content, such as its row.</typeparam>
public sealed class StatementIndex<T>
    where T : notnull
{
    private readonly Dictionary<long, List<(T Item, bool IsShort)>> _postings = [];

    /// <summary>Adds a content.</summary>
    /// <param name="item">What is answered when it is found.</param>
    /// <param name="text">Its wording.</param>
    public void Add(T item, StatementText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var key in text.LinkKeys)
        {
            if (!_postings.TryGetValue(key, out var list))
                _postings.Add(key, list = []);
            list.Add((item, text.IsShort));
        }
    }

    /// <summary>Takes a content out that was added with the same wording.</summary>
    public void Remove(T item, StatementText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var key in text.LinkKeys)
        {
            if (_postings.TryGetValue(key, out var list) && list.Remove((item, text.IsShort)) && list.Count == 0)
                _postings.Remove(key);
        }
    }

    /// <summary>What shares enough keys with the text to be compared, most shared keys first, in the order added where as many are shared.</summary>
    public IReadOnlyList<T> Candidates(StatementText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shared = new Dictionary<T, int>();
        var order = new List<(T Item, bool IsShort)>();
        foreach (var key in text.LinkKeys)
        {
            if (!_postings.TryGetValue(key, out var list))
                continue;
            foreach (var posting in list)
            {
                ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shared, posting.Item, out var known);
                count++;
                if (!known)
                    order.Add(posting);
            }
        }

        return [.. order.Where(posting => StatementKeys.AreEnough(shared[posting.Item], posting.IsShort || text.IsShort)).Select(posting => posting.Item).OrderByDescending(item => shared[item])];
    }
}
