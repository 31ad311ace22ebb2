// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>A mention as salience sees it.</summary>
/// <param name="Entity">Who is mentioned.</param>
/// <param name="Token">Where.</param>
/// <param name="Sentence">The index of its sentence.</param>
/// <param name="IsSubject">Whether a verb has it as its subject.</param>
/// <param name="IsSource">Whether it is the source of an attribution.</param>
/// <param name="IsQuoted">Whether it stands in quote marks.</param>
/// <param name="IsInner">Whether it stands inside another's phrase.</param>
/// <param name="IsLabel">Whether its sentence has no verb: a caption, a place line, a credit.</param>
internal readonly record struct FocusItem(Entity Entity, int Token, int Sentence, bool IsSubject, bool IsSource, bool IsQuoted, bool IsInner, bool IsLabel);

/// <summary>Who is in the reader's mind: the latest mentions, and which of them a pronoun or a description means.</summary>
internal sealed class Focus
{
    private const int MostItems = 48;
    private const int MostSentences = 12;

    // The latest mentions, written round and round.
    private readonly FocusItem[] _items = new FocusItem[MostItems];
    private int _count;

    public void Add(FocusItem item) => _items[_count++ % MostItems] = item;

    /// <summary>The most salient entity that passes, or null.</summary>
    /// <param name="sentence">The sentence of what is to be resolved.</param>
    /// <param name="quoted">Whether that stands in quote marks.</param>
    /// <param name="fits">0 for an entity that cannot be meant, else how well it fits.</param>
    /// <param name="farthest">How many sentences back at most.</param>
    /// <param name="margin">By how much it must lead the next one.</param>
    public Entity? Find(int sentence, bool quoted, Func<FocusItem, double> fits, int farthest = MostSentences, double margin = 0)
    {
        Entity? best = null;
        double bestScore = double.MinValue, nextScore = double.MinValue;
        for (var i = _count - 1; i >= 0 && _count - i <= MostItems; i--)
        {
            ref readonly var item = ref _items[i % MostItems];
            var distance = sentence - item.Sentence;
            if (distance > farthest)
                break;
            var fit = fits(item);
            if (fit <= 0)
                continue;
            var score = fit - (1.5 * distance) - (0.05 * (_count - i)) - (item.IsInner ? 2 : 0);
            // What stands in a quotation is out of sight outside it.
            score += item.IsQuoted && !quoted ? -6 : item.IsSource ? 3.5 : item.IsSubject ? 2.5 : 0;
            if (item.IsLabel)
                score -= 2;
            var entity = item.Entity.Root;
            if (score > bestScore)
            {
                if (entity != best)
                    nextScore = bestScore;
                (best, bestScore) = (entity, score);
            }
            else if (entity != best && score > nextScore)
            {
                nextScore = score;
            }
        }

        return margin > 0 && nextScore > bestScore - margin ? null : best;
    }

    /// <summary>The last mention that passes, whatever its part in the sentence: what « ce dernier » means.</summary>
    public Entity? FindLast(int sentence, Func<FocusItem, bool> fits, int farthest = 3)
    {
        for (var i = _count - 1; i >= 0 && _count - i <= MostItems && sentence - _items[i % MostItems].Sentence <= farthest; i--)
        {
            if (fits(_items[i % MostItems]))
                return _items[i % MostItems].Entity.Root;
        }

        return null;
    }

    /// <summary>How many different entities pass among the latest mentions, counted up to two.</summary>
    public int Count(int sentence, int farthest, Func<FocusItem, bool> fits)
    {
        Entity? first = null;
        for (var i = _count - 1; i >= 0 && _count - i <= MostItems && sentence - _items[i % MostItems].Sentence <= farthest; i--)
        {
            if (!fits(_items[i % MostItems]))
                continue;
            var entity = _items[i % MostItems].Entity.Root;
            if (first is null)
                first = entity;
            else if (first != entity)
                return 2;
        }

        return first is null ? 0 : 1;
    }
}
