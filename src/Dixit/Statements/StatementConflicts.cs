// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>Finds what keeps two contents apart although their words are alike.</summary>
internal static class StatementConflicts
{
    private const float NegatedShare = 0.6f; // of what a negation covers, and both texts say, that only one of them negates
    private const float Telling = 0.9f; // the weight of a word that says something of its own
    private const float Several = 2; // the weight of more words than chance brings together
    private const float NameWeight = 0.25f; // a weekday weighs less and is compared with weekdays only

    public static Meanings Find(StatementText a, StatementText b, in UnitMatching matching)
    {
        var conflicts = Meanings.None;
        if (IsNegatedInOne(a, b, matching.OfA, matching.OfB) || IsNegatedInOne(b, a, matching.OfB, matching.OfA))
            conflicts |= Meanings.Negation;
        if (HasOpposites(a, b, matching))
            conflicts |= Meanings.Negation;
        conflicts |= Unmatched(a, b, matching);
        conflicts |= Marks(a, b, matching.OfA);
        if (AreSwapped(a, b, matching.OfA))
            conflicts |= Meanings.Roles;
        return conflicts;
    }

    // What the one negates, the other says without negation.
    private static bool IsNegatedInOne(StatementText a, StatementText b, ReadOnlySpan<int> ofA, ReadOnlySpan<int> ofB)
    {
        foreach (var negation in a.Negations)
        {
            float all = 0, covered = 0, differing = 0;
            var verb = false;
            for (var i = negation.FirstUnit; i < Math.Min(negation.EndUnit, ofA.Length); i++)
            {
                ref readonly var unit = ref a.Units[i];
                all += unit.Weight;
                if (ofA[i] < 0)
                    continue;
                covered += unit.Weight;
                verb |= unit.Kind == UnitKind.Verb && unit.Weight >= Telling;
                if (unit.Negated != b.Units[ofA[i]].Negated)
                    differing += unit.Weight;
            }

            // A word in common by chance is not what is negated: the verb is, or most of what the negation covers.
            if (covered == 0 || differing < covered * NegatedShare || !(verb || covered >= all * NegatedShare || covered >= Several))
                continue;
            // « renonce à ses armes » and « abandonne ses armes »: the other may have its own word for it.
            if (!(negation.IsWord && HasOtherWord(b, ofB)) && !IsSaidByItsOpposite(a, negation, b, ofA, ofB))
                return true;
        }

        return false;
    }

    // « n'est pas apte » and « est inapte », « ne sait pas » and « ignore »: the other has the opposite, and does not negate it.
    private static bool IsSaidByItsOpposite(StatementText a, NegationScope negation, StatementText b, ReadOnlySpan<int> ofA, ReadOnlySpan<int> ofB)
    {
        for (var i = negation.FirstUnit; i < Math.Min(negation.EndUnit, ofA.Length); i++)
        {
            if (ofA[i] >= 0 || a.Units[i].Opposites is not { } opposites)
                continue;
            for (var j = 0; j < ofB.Length; j++)
            {
                if (ofB[j] < 0 && a.Units[i].Negated != b.Units[j].Negated && opposites.Contains(b.Units[j].Concept))
                    return true;
            }
        }

        return false;
    }

    // « ouvrira » against « fermera »; not against « ne fermera pas ».
    private static bool HasOpposites(StatementText a, StatementText b, in UnitMatching matching)
    {
        for (var i = 0; i < matching.OfA.Length; i++)
        {
            if (matching.OfA[i] >= 0 || a.Units[i].Opposites is not { } opposites)
                continue;
            for (var j = 0; j < matching.OfB.Length; j++)
            {
                if (matching.OfB[j] < 0 && a.Units[i].Negated == b.Units[j].Negated && opposites.Contains(b.Units[j].Concept))
                    return true;
            }
        }

        return false;
    }

    private static bool HasOtherWord(StatementText text, ReadOnlySpan<int> partners)
    {
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] < 0 && text.Units[i].Kind <= UnitKind.Verb && text.Units[i].Weight >= Telling)
                return true;
        }

        return false;
    }

    // A name or number that the one has alone, against one that the other has alone.
    private static Meanings Unmatched(StatementText a, StatementText b, in UnitMatching matching)
    {
        var (namesOfA, numbersOfA, daysOfA, measuresOfA) = Count(a, b, matching.OfA);
        var (namesOfB, numbersOfB, daysOfB, measuresOfB) = Count(b, a, matching.OfB);
        var conflicts = Meanings.None;
        if ((namesOfA > 0 && namesOfB > 0) || (daysOfA > 0 && daysOfB > 0))
            conflicts |= Meanings.Name;
        if ((numbersOfA > 0 && numbersOfB > 0) || (measuresOfA > 0 && measuresOfB > 0))
            conflicts |= Meanings.Number;
        return conflicts;
    }

    private static (int Names, int Numbers, int Days, int Measures) Count(StatementText text, StatementText other, ReadOnlySpan<int> partners)
    {
        int names = 0, numbers = 0, days = 0, measures = 0;
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
                continue;
            switch (text.Units[i].Kind)
            {
                case UnitKind.Name when text.Units[i].Weight >= NameWeight:
                    names += IsMentioned(text, text.Units[i], other) ? 0 : 1;
                    break;
                case UnitKind.Name:
                    days++;
                    break;
                case UnitKind.Number:
                    numbers++;
                    break;
                case UnitKind.Word when text.Units[i].IsMeasure:
                    measures++;
                    break;
            }
        }

        return (names, numbers, days, measures);
    }

    // A word of the name stands in the other text, if not as a name (« le parlement européen », « le Parlement européen »).
    private static bool IsMentioned(StatementText text, in StatementUnit name, StatementText other)
    {
        for (var w = name.FirstWord; w < name.EndWord; w++)
        {
            foreach (ref readonly var word in other.Words)
            {
                if (word.Stem == text.Words[w].Stem || word.Form == text.Words[w].Form)
                    return true;
            }
        }

        return false;
    }

    private static Meanings Marks(StatementText a, StatementText b, ReadOnlySpan<int> ofA)
    {
        var conflicts = Meanings.None;
        for (var i = 0; i < ofA.Length; i++)
        {
            if (ofA[i] < 0)
                continue;
            ref readonly var one = ref a.Units[i];
            ref readonly var other = ref b.Units[ofA[i]];
            if (ModalsDiffer(one.Marks, other.Marks))
                conflicts |= Meanings.Modal;
            if (QuantitiesDiffer(one.Marks & UnitMarks.Quantity, other.Marks & UnitMarks.Quantity))
                conflicts |= Meanings.Quantifier;
        }

        return conflicts;
    }

    // « pourrait » and « peut-être » say the same; « doit » and « peut » do not, nor « doit » and nothing.
    private static bool ModalsDiffer(UnitMarks one, UnitMarks other)
    {
        var (first, second) = (Class(one), Class(other));
        return first != UnitMarks.None && second != UnitMarks.None && (first & second) == UnitMarks.None;
    }

    private static UnitMarks Class(UnitMarks marks)
    {
        var modal = marks & UnitMarks.Modal;
        return (modal & UnitMarks.Maybe) != 0 ? modal & ~UnitMarks.Maybe | UnitMarks.Can : modal;
    }

    private static bool QuantitiesDiffer(UnitMarks one, UnitMarks other)
    {
        if (one == 0 || other == 0 || (one & other) != 0)
            return false;
        return (Size(one), Size(other)) is (not 0 and var first, not 0 and var second) && first != second;
    }

    // Quantities that cannot both be meant have different sizes.
    private static int Size(UnitMarks marks) =>
        (marks & UnitMarks.All) != 0 ? 5
        : (marks & (UnitMarks.Most | UnitMarks.Many)) != 0 ? 4
        : (marks & UnitMarks.Half) != 0 ? 3
        : (marks & UnitMarks.Some) != 0 ? 2
        : (marks & UnitMarks.Few) != 0 ? 1
        : (marks & (UnitMarks.More | UnitMarks.AtLeast)) != 0 ? 7
        : (marks & (UnitMarks.Less | UnitMarks.AtMost)) != 0 ? 6
        : 0;

    public static bool AreSwapped(StatementText a, StatementText b, ReadOnlySpan<int> ofA)
    {
        for (var i = 0; i < ofA.Length; i++)
        {
            if (ofA[i] < 0)
                continue;
            ref readonly var verb = ref a.Units[i];
            ref readonly var other = ref b.Units[ofA[i]];
            if (verb.Kind == UnitKind.Verb && other.Kind == UnitKind.Verb && Answers(ofA, verb.Agent, other.Patient) && Answers(ofA, verb.Patient, other.Agent))
                return true;
        }

        return GovernorsAreSwapped(a, b, ofA);
    }

    private static bool Answers(ReadOnlySpan<int> ofA, int inA, int inB) => inA >= 0 && inA < ofA.Length && inB >= 0 && ofA[inA] == inB;

    // « de Paris à Lyon » against « de Lyon à Paris ».
    private static bool GovernorsAreSwapped(StatementText a, StatementText b, ReadOnlySpan<int> ofA)
    {
        for (var i = 0; i < ofA.Length; i++)
        {
            if (ofA[i] < 0 || a.Units[i].Kind != UnitKind.Name || a.Units[i].Governor == b.Units[ofA[i]].Governor)
                continue;
            for (var j = i + 1; j < ofA.Length; j++)
            {
                if (ofA[j] < 0 || a.Units[j].Kind != UnitKind.Name)
                    continue;
                var (one, other) = (a.Units[i].Governor, a.Units[j].Governor);
                if (one != 0 && other != 0 && one != other && b.Units[ofA[i]].Governor == other && b.Units[ofA[j]].Governor == one)
                    return true;
            }
        }

        return false;
    }
}
