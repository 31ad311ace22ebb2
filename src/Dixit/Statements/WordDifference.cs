// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Quotations;

namespace Dixit.Statements;

/// <summary>The word-level difference between two wordings. Immutable.</summary>
/// <remarks>
/// The longest common sequence of words, case, accents, punctuation, elision and the spelling of numbers aside. Runs tile both texts in
/// order, and a run that carries meaning says which (<see cref="WordChange.Meanings"/>).
/// </remarks>
public sealed class WordDifference
{
    // Beyond this many cells of the table only what both have at the beginning and at the end is the same.
    private const int MostCells = 1 << 18;

    private WordDifference(IReadOnlyList<WordChange> changes)
    {
        Changes = changes;
        foreach (var change in changes)
            Meanings |= change.Meanings;
    }

    /// <summary>The runs in order; empty only where both texts have no word.</summary>
    public IReadOnlyList<WordChange> Changes { get; }

    /// <summary>What all changes together do to the meaning.</summary>
    public Meanings Meanings { get; }

    /// <summary>Whether the words are the same.</summary>
    public bool IsNone => Changes.All(change => change.Kind == ChangeKind.Same);

    /// <summary>What became of one wording in another.</summary>
    public static WordDifference Between(StatementText before, StatementText after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var pairs = Align(before.Words, after.Words);
        var judge = new ChangeJudge(before, after);
        var changes = new List<WordChange>();
        int i = 0, j = 0, p = 0;
        while (i < before.Words.Length || j < after.Words.Length)
        {
            var run = p;
            while (run < pairs.Count && pairs[run] == (i + run - p, j + run - p))
                run++;
            if (run > p)
            {
                changes.Add(new WordChange(ChangeKind.Same, Span(before, i, i + run - p), Span(after, j, j + run - p), Meanings.None));
                (i, j, p) = (i + run - p, j + run - p, run);
                continue;
            }

            var (endI, endJ) = p < pairs.Count ? pairs[p] : (before.Words.Length, after.Words.Length);
            var kind = endI == i ? ChangeKind.Added : endJ == j ? ChangeKind.Dropped : ChangeKind.Changed;
            changes.Add(new WordChange(kind, Span(before, i, endI), Span(after, j, endJ), judge.Of(i, endI, j, endJ)));
            (i, j) = (endI, endJ);
        }

        return new WordDifference(changes);
    }

    /// <summary>As <see cref="Between"/>, where words of the whole that the part leaves out at either end change nothing.</summary>
    internal static WordDifference OfPart(StatementText whole, StatementText part)
    {
        var changes = Between(whole, part).Changes.ToList();
        if (changes.Count > 1 && changes[0].Kind == ChangeKind.Dropped)
            changes[0] = changes[0] with { Meanings = Meanings.None };
        if (changes.Count > 1 && changes[^1].Kind == ChangeKind.Dropped)
            changes[^1] = changes[^1] with { Meanings = Meanings.None };
        return new WordDifference(changes);
    }

    private static TextSpan Span(StatementText text, int first, int end)
    {
        if (first < end)
            return new TextSpan(text.Words[first].Span.Start, text.Words[end - 1].Span.End);
        var at = first > 0 ? text.Words[first - 1].Span.End : 0;
        return new TextSpan(at, at);
    }

    // The pairs of a longest common sequence, in order.
    internal static List<(int Before, int After)> Align(ReadOnlySpan<StatementWord> a, ReadOnlySpan<StatementWord> b)
    {
        var pairs = new List<(int, int)>();
        var first = 0;
        while (first < a.Length && first < b.Length && a[first].Form == b[first].Form)
            pairs.Add((first, first++));
        int endA = a.Length, endB = b.Length;
        while (endA > first && endB > first && a[endA - 1].Form == b[endB - 1].Form)
            (endA, endB) = (endA - 1, endB - 1);
        if ((long)(endA - first) * (endB - first) is > 0 and <= MostCells)
            AlignMiddle(a[first..endA], b[first..endB], first, pairs);
        for (; endA < a.Length; endA++, endB++)
            pairs.Add((endA, endB));
        return pairs;
    }

    private static void AlignMiddle(ReadOnlySpan<StatementWord> a, ReadOnlySpan<StatementWord> b, int offset, List<(int, int)> pairs)
    {
        var width = b.Length + 1;
        var longest = new ushort[(a.Length + 1) * width];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longest[(i * width) + j] = a[i].Form == b[j].Form
                    ? (ushort)(longest[((i + 1) * width) + j + 1] + 1)
                    : Math.Max(longest[((i + 1) * width) + j], longest[(i * width) + j + 1]);
            }
        }

        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Form == b[j].Form)
                pairs.Add((offset + i++, offset + j++));
            else if (longest[((i + 1) * width) + j] >= longest[(i * width) + j + 1])
                i++;
            else
                j++;
        }
    }

    /// <summary>Says what a change of words does to the meaning, seen in the whole of both texts.</summary>
    private sealed class ChangeJudge
    {
        private readonly StatementText _before;
        private readonly StatementText _after;
        private readonly int[] _ofBefore;
        private readonly int[] _ofAfter;
        private readonly bool _swapped;
        private readonly bool _negationsDiffer;
        private readonly bool _shifts;

        public ChangeJudge(StatementText before, StatementText after)
        {
            (_before, _after) = (before, after);
            _ofBefore = new int[Math.Min(before.Units.Length, UnitMatching.Longest)];
            _ofAfter = new int[Math.Min(after.Units.Length, UnitMatching.Longest)];
            var matching = new UnitMatching(before.Units[.._ofBefore.Length], after.Units[.._ofAfter.Length], _ofBefore, _ofAfter);
            _swapped = StatementConflicts.AreSwapped(before, after, matching.OfA);
            _negationsDiffer = NegationsDiffer();
            _shifts = before.Kind != QuotationKind.Direct || after.Kind != QuotationKind.Direct;
        }

        public Meanings Of(int first, int end, int otherFirst, int otherEnd)
        {
            var before = _before.Words[first..end];
            var after = _after.Words[otherFirst..otherEnd];
            var meanings = Figures(_before, before, _ofBefore) | Figures(_after, after, _ofAfter);
            if ((_negationsDiffer && Count(before, Meanings.Negation) > 0 != Count(after, Meanings.Negation) > 0) || AreOpposite(before, after))
                meanings |= Meanings.Negation;
            if (KindsDiffer(before, after, StatementWordKind.Must, StatementWordKind.Maybe) || (!_shifts && MoodsDiffer(before, after)))
                meanings |= Meanings.Modal;
            if (KindsDiffer(before, after, StatementWordKind.Only, StatementWordKind.Excepting))
                meanings |= Meanings.Quantifier;
            if (Count(_before.Words, Meanings.Quantifier) > 0 != Count(_after.Words, Meanings.Quantifier) > 0 && Count(before, Meanings.Quantifier) + Count(after, Meanings.Quantifier) > 0)
                meanings |= Meanings.Quantifier; // « ne … que »
            if ((_swapped && (HasArgument(_before, before) || HasArgument(_after, after))) || (!_shifts && PersonsDiffer(before, after)))
                meanings |= Meanings.Roles;
            return meanings;
        }

        // A negation that only moved with its verb (« nous ne viderons pas le lac », « le lac ne sera pas vidé ») changes nothing.
        private bool NegationsDiffer()
        {
            if (_before.Negations.Length != _after.Negations.Length)
                return true;
            var shared = 0;
            for (var i = 0; i < _ofBefore.Length; i++)
            {
                if (_ofBefore[i] < 0 || !(_before.Units[i].Kind == UnitKind.Verb || _after.Units[_ofBefore[i]].Kind == UnitKind.Verb))
                    continue;
                if (_before.Units[i].Negated != _after.Units[_ofBefore[i]].Negated)
                    return true;
                shared += _before.Units[i].Negated ? 1 : 0;
            }

            return shared < _before.Negations.Length;
        }

        // Names and numbers that the other text has nowhere.
        private static Meanings Figures(StatementText text, ReadOnlySpan<StatementWord> words, int[] partners)
        {
            var meanings = Meanings.None;
            foreach (var word in words)
            {
                if (word.Unit >= 0 && word.Unit < partners.Length && partners[word.Unit] < 0)
                    meanings |= word.Meanings & (Meanings.Name | Meanings.Number);
            }

            return meanings;
        }

        private static int Count(ReadOnlySpan<StatementWord> words, Meanings meaning)
        {
            var count = 0;
            foreach (var word in words)
                count += (word.Meanings & meaning) != 0 ? 1 : 0;
            return count;
        }

        // A word of the kind that only moved (« peut-être demain », « demain peut-être ») changes nothing.
        private bool KindsDiffer(ReadOnlySpan<StatementWord> before, ReadOnlySpan<StatementWord> after, StatementWordKind from, StatementWordKind to) =>
            ((Kinds(before, from, to) ^ Kinds(after, from, to)) & (Kinds(_before.Words, from, to) ^ Kinds(_after.Words, from, to))) != 0;

        private static uint Kinds(ReadOnlySpan<StatementWord> words, StatementWordKind from, StatementWordKind to)
        {
            uint kinds = 0;
            foreach (var word in words)
            {
                if (word.Kind >= from && word.Kind <= to && word.Meanings != Meanings.None)
                    kinds |= 1u << (word.Kind - from);
            }

            return kinds;
        }

        private bool AreOpposite(ReadOnlySpan<StatementWord> before, ReadOnlySpan<StatementWord> after)
        {
            foreach (var word in before)
            {
                if (word.Unit < 0 || _before.Units[word.Unit].Opposites is not { } opposites)
                    continue;
                foreach (var other in after)
                {
                    if (other.Unit >= 0 && opposites.Contains(_after.Units[other.Unit].Concept))
                        return true;
                }
            }

            return false;
        }

        // « aura » and « aurait »; in indirect speech the conditional is only the future seen from the past.
        private static bool MoodsDiffer(ReadOnlySpan<StatementWord> before, ReadOnlySpan<StatementWord> after) =>
            (Has(before, WordMood.Conditional) && Has(after, WordMood.Indicative) && !Has(after, WordMood.Conditional))
            || (Has(before, WordMood.Indicative) && Has(after, WordMood.Conditional) && !Has(before, WordMood.Conditional));

        private static bool Has(ReadOnlySpan<StatementWord> words, WordMood mood)
        {
            foreach (var word in words)
            {
                if (word.Mood == mood)
                    return true;
            }

            return false;
        }

        private static bool HasArgument(StatementText text, ReadOnlySpan<StatementWord> words)
        {
            foreach (var word in words)
            {
                if (word.Unit >= 0 && text.Units[word.Unit].Kind != UnitKind.Number)
                    return true;
            }

            return false;
        }

        private static bool PersonsDiffer(ReadOnlySpan<StatementWord> before, ReadOnlySpan<StatementWord> after)
        {
            var (one, other) = (Persons(before), Persons(after));
            return one != 0 && other != 0 && (one & other) == 0;
        }

        private static int Persons(ReadOnlySpan<StatementWord> words)
        {
            var persons = 0;
            foreach (var word in words)
            {
                if (word.Kind is >= StatementWordKind.FirstPerson and <= StatementWordKind.ThirdPerson)
                    persons |= 1 << (word.Kind - StatementWordKind.FirstPerson);
            }

            return persons;
        }
    }
}
