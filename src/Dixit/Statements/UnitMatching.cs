// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>Which unit of one text answers which of another: each once, the surest pairs first.</summary>
/// <remarks>Lives on the stack of one comparison.</remarks>
internal ref struct UnitMatching
{
    /// <summary>How many units of a text are looked at: a sentence of news has fewer.</summary>
    public const int Longest = 96;

    private const float ConceptCredit = 0.85f;
    private const float AlternateCredit = 0.9f;
    private const float FamilyCredit = 0.65f;

    private const int FamilyLetters = 5; // that two words of one family have in common at least

    private readonly ReadOnlySpan<StatementUnit> _a;
    private readonly ReadOnlySpan<StatementUnit> _b;
    private readonly Span<int> _ofA;
    private readonly Span<int> _ofB;

    /// <param name="a">The units of the one text.</param>
    /// <param name="b">The units of the other.</param>
    /// <param name="ofA">As long as <paramref name="a"/>: for each the index of its partner, or -1.</param>
    /// <param name="ofB">Likewise for <paramref name="b"/>.</param>
    public UnitMatching(ReadOnlySpan<StatementUnit> a, ReadOnlySpan<StatementUnit> b, Span<int> ofA, Span<int> ofB)
    {
        _a = a;
        _b = b;
        _ofA = ofA;
        _ofB = ofB;
        ofA.Fill(-1);
        ofB.Fill(-1);
        Match(Likeness.Stem);
        Match(Likeness.Concept);
        Match(Likeness.Family);
    }

    private enum Likeness
    {
        Stem,
        Concept,
        Family,
    }

    /// <summary>The weight of the pairs, as it counts for the one text.</summary>
    public float SharedOfA { get; private set; }

    /// <summary>The weight of the pairs, as it counts for the other.</summary>
    public float SharedOfB { get; private set; }

    public readonly ReadOnlySpan<int> OfA => _ofA;

    public readonly ReadOnlySpan<int> OfB => _ofB;

    private void Match(Likeness likeness)
    {
        for (var i = 0; i < _a.Length; i++)
        {
            if (_ofA[i] >= 0)
                continue;
            // Of several the one that stands where this one does, seen from the pair before.
            var near = i > 0 && _ofA[i - 1] >= 0 ? _ofA[i - 1] + 1 : 0;
            var best = -1;
            for (var j = 0; j < _b.Length; j++)
            {
                if (_ofB[j] < 0 && Fits(_a[i], _b[j], likeness) && (best < 0 || Math.Abs(j - near) < Math.Abs(best - near)))
                    best = j;
            }

            if (best < 0)
                continue;
            (_ofA[i], _ofB[best]) = (best, i);
            var credit = likeness switch
            {
                Likeness.Stem => 1,
                Likeness.Concept => _a[i].Kind == UnitKind.Name ? AlternateCredit : ConceptCredit,
                _ => FamilyCredit,
            };
            SharedOfA += credit * _a[i].Weight;
            SharedOfB += credit * _b[best].Weight;
        }
    }

    private static bool Fits(in StatementUnit a, in StatementUnit b, Likeness likeness)
    {
        switch (likeness)
        {
            case Likeness.Stem:
                return a.Stem == b.Stem;
            case Likeness.Concept when a.Kind == UnitKind.Name || b.Kind == UnitKind.Name:
                return a.Concept == b.Concept || (a.EndWord - a.FirstWord != b.EndWord - b.FirstWord && (a.Head == b.Stem || a.Stem == b.Head || a.Head == b.Head)) || (a.Alternate != 0 && (a.Alternate == b.Alternate || a.Alternate == b.Stem)) || (b.Alternate != 0 && b.Alternate == a.Stem)
                    || (a.Kind == b.Kind && Mentions.Spelling.Alike(a.Text, b.Text));
            case Likeness.Concept:
                return a.Concept == b.Concept;
            default:
                return a.Kind <= UnitKind.Verb && b.Kind <= UnitKind.Verb && AreFamily(a.Text, b.Text);
        }
    }

    // « déclencher » and « déclenchement »: most of the shorter is the beginning of both.
    private static bool AreFamily(string a, string b)
    {
        var common = a.AsSpan().CommonPrefixLength(b);
        return common >= FamilyLetters && common * 10 >= Math.Max(a.Length, b.Length) * 6;
    }
}
