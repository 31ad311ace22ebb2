// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Statements;

namespace Dixit.Timelines;

/// <summary>Finds where a speaker's position turned: the same matter, said the other way round or with another figure on a later day.</summary>
/// <remarks>
/// Precise before many: both must share what they are about, the verb included or several words, and nothing else may tell them apart: another name,
/// another day, another modal, a condition. A turn claimed wrongly is worse than one missed. Pure, so safe for many threads.
/// </remarks>
public static class PositionTurns
{
    private const float LeastShared = 1.9f;       // two words that say something
    private const float LeastOfShorter = 0.72f;   // of the words of the shorter that the other has too
    private const float LeastOfLonger = 0.25f;
    private const float Telling = 0.9f;           // the weight of a word that says something of its own
    private const float DayWeight = 0.25f;        // weekdays and months weigh less
    private const int MostSharedWithoutVerb = 3;  // words that make the matter clear without a verb in common

    private const UnitMarks Bounds = UnitMarks.More | UnitMarks.Less | UnitMarks.AtLeast | UnitMarks.AtMost;

    /// <summary>The turns in what one speaker said, in the order of the later statements' days.</summary>
    /// <remarks>A statement turns from the nearest one before it, and each statement is turned from once: what repeats a turn is none.</remarks>
    public static IReadOnlyList<PositionTurn> Find(IEnumerable<DatedStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var dated = statements.Where(statement => statement.Day is not null).OrderBy(statement => statement.Day).ThenBy(statement => statement.Id, StringComparer.Ordinal).ToList();
        var byKey = new Dictionary<ulong, List<int>>();
        var turns = new List<PositionTurn>();
        var turnedFrom = new HashSet<DatedStatement>(ReferenceEqualityComparer.Instance);
        for (var later = 0; later < dated.Count; later++)
        {
            PositionTurn? nearest = null;
            foreach (var earlier in Before(dated[later], byKey))
            {
                if (!turnedFrom.Contains(dated[earlier]) && Compare(dated[earlier], dated[later]) is { } kind)
                {
                    nearest = new PositionTurn(dated[earlier], dated[later], kind);
                    break;
                }
            }

            if (nearest is not null)
            {
                turns.Add(nearest);
                // What said the same as the one turned from is turned from with it.
                turnedFrom.Add(nearest.Earlier);
                foreach (var earlier in Before(nearest.Earlier, byKey))
                {
                    if (dated[earlier].Day < nearest.Later.Day && SaysTheSame(dated[earlier], nearest.Earlier))
                        turnedFrom.Add(dated[earlier]);
                }
            }

            foreach (var unit in dated[later].Text.Units)
            {
                if (!byKey.TryGetValue(unit.Concept, out var list))
                    byKey.Add(unit.Concept, list = []);
                list.Add(later);
            }
        }

        return turns;
    }

    /// <summary>How the later of two statements of one speaker goes against the earlier, or null where it does not, or it is not clear.</summary>
    public static TurnKind? Compare(DatedStatement earlier, DatedStatement later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (earlier.Day is null || later.Day is null || earlier.Day >= later.Day)
            return null;
        if (earlier.Act == SpeechAct.Ask || later.Act == SpeechAct.Ask || IsConditional(earlier.Text) || IsConditional(later.Text))
            return null;
        return Oppose(earlier, later) switch
        {
            Meanings.Negation => AreOpposite(earlier.Act, later.Act) ? TurnKind.Act : TurnKind.Negation,
            Meanings.Number => TurnKind.Number,
            _ => null,
        };
    }

    // The nearest first, each once.
    private static IEnumerable<int> Before(DatedStatement statement, Dictionary<ulong, List<int>> byKey)
    {
        var near = new HashSet<int>();
        foreach (var unit in statement.Text.Units)
        {
            if (unit.Weight >= Telling && byKey.TryGetValue(unit.Concept, out var list))
                near.UnionWith(list);
        }

        return near.OrderDescending();
    }

    private static bool SaysTheSame(DatedStatement one, DatedStatement other) =>
        one.IsTurnedRound == other.IsTurnedRound && StatementComparer.Compare(one.Text, other.Text).AreOne;

    // Undertaking and refusing, holding and denying.
    private static bool AreOpposite(SpeechAct one, SpeechAct other) =>
        (IsNegative(one) && !IsNegative(other)) || (IsNegative(other) && !IsNegative(one));

    private static bool IsNegative(SpeechAct act) => act is SpeechAct.Refuse or SpeechAct.Deny;

    // « S'il le faut, nous le viderons », « je le viderais » go against nothing. In indirect speech « viderait » is what « videra » becomes.
    private static bool IsConditional(StatementText text)
    {
        foreach (ref readonly var word in text.Words)
        {
            if (word.Kind == StatementWordKind.Restricting)
                return true;
        }

        foreach (ref readonly var unit in text.Units)
        {
            if (text.Kind == Quotations.QuotationKind.Direct && (unit.Marks & UnitMarks.Conditional) != 0)
                return true;
        }

        return false;
    }

    /// <summary>What alone keeps the two apart: a negation, a number, or something else (none of them).</summary>
    private static Meanings Oppose(DatedStatement earlier, DatedStatement later)
    {
        // One order of the two, so that the pairs found do not depend on which came first.
        var (a, b) = string.CompareOrdinal(earlier.Text.Folded, later.Text.Folded) <= 0 ? (earlier.Text, later.Text) : (later.Text, earlier.Text);
        Span<int> ofA = stackalloc int[Math.Min(a.Units.Length, UnitMatching.Longest)];
        Span<int> ofB = stackalloc int[Math.Min(b.Units.Length, UnitMatching.Longest)];
        var matching = new UnitMatching(a.Units[..ofA.Length], b.Units[..ofB.Length], ofA, ofB);
        if (matching.SharedOfA == 0 || OneIsModal(a, b, ofA))
            return Meanings.None;
        var conflicts = StatementConflicts.Find(a, b, matching);
        var (numberOfA, numberOfB) = (LoneNumber(a, ofA), LoneNumber(b, ofB));
        if (!ShareTheMatter(a, b, matching, numberOfA, numberOfB))
            return Meanings.None;
        var isNegated = (conflicts & Meanings.Negation) != 0;
        // « Refuse de vider » after « ne videra pas » is the same refusal, told in other words; after « vider » it is the reverse.
        var isReversed = isNegated != (earlier.IsTurnedRound != later.IsTurnedRound);
        var others = conflicts & ~Meanings.Negation;
        if (isReversed)
            return others == Meanings.None ? Meanings.Negation : Meanings.None;
        return !isNegated && others == Meanings.Number && CountTheSame(a, b, numberOfA, numberOfB, ofA) ? Meanings.Number : Meanings.None;
    }

    // « Nous devons vider le lac » is no promise to do it.
    private static bool OneIsModal(StatementText a, StatementText b, ReadOnlySpan<int> ofA)
    {
        for (var i = 0; i < ofA.Length; i++)
        {
            if (ofA[i] >= 0 && (a.Units[i].Marks & UnitMarks.Modal) != (b.Units[ofA[i]].Marks & UnitMarks.Modal))
                return true;
        }

        return false;
    }

    // Most of what the shorter says, apart from its figure, with the verb or so many words that there is no doubt.
    private static bool ShareTheMatter(StatementText a, StatementText b, in UnitMatching matching, int numberOfA, int numberOfB)
    {
        var (sharedOfA, sharedOfB, words, hasVerb, hasOpposites) = (matching.SharedOfA, matching.SharedOfB, 0, false, false);
        for (var i = 0; i < matching.OfA.Length; i++)
        {
            // Opposites say as much of the matter as the same word twice: « ouvrira », « fermera ».
            var partner = matching.OfA[i] >= 0 ? matching.OfA[i] : OppositeOf(a.Units[i], b, matching.OfB);
            if (partner < 0 || a.Units[i].Kind == UnitKind.Number)
                continue;
            if (matching.OfA[i] < 0)
                (sharedOfA, sharedOfB, hasOpposites) = (sharedOfA + a.Units[i].Weight, sharedOfB + b.Units[partner].Weight, true);
            if (a.Units[i].Weight < (a.Units[i].Kind == UnitKind.Name ? DayWeight : Telling))
                continue;
            words++;
            hasVerb |= a.Units[i].Kind == UnitKind.Verb || b.Units[partner].Kind == UnitKind.Verb;
        }

        var (ofA, ofB) = (sharedOfA / WeightWithout(a, numberOfA), sharedOfB / WeightWithout(b, numberOfB));
        return Math.Min(sharedOfA, sharedOfB) >= LeastShared && Math.Max(ofA, ofB) >= LeastOfShorter && Math.Min(ofA, ofB) >= LeastOfLonger
            && (words >= MostSharedWithoutVerb || (hasVerb && !hasOpposites && words >= 2));
    }

    private static int OppositeOf(in StatementUnit unit, StatementText other, ReadOnlySpan<int> partners)
    {
        for (var j = 0; j < partners.Length && unit.Opposites is not null; j++)
        {
            if (partners[j] < 0 && unit.Opposites.Contains(other.Units[j].Concept))
                return j;
        }

        return -1;
    }

    private static float WeightWithout(StatementText text, int unit) => Math.Max(0.01f, text.Weight - (unit < 0 ? 0 : text.Units[unit].Weight));

    // The one figure that the other text does not have; -1 where there is none, or more than one, or it is a date or a bound.
    private static int LoneNumber(StatementText text, ReadOnlySpan<int> partners)
    {
        var lone = -1;
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0 || text.Units[i].Kind != UnitKind.Number)
                continue;
            var isDay = i + 1 < text.Units.Length && text.Units[i + 1].Kind == UnitKind.Name && text.Units[i + 1].Weight < DayWeight && text.Units[i + 1].FirstWord == text.Units[i].EndWord;
            if (lone >= 0 || isDay || (text.Units[i].Marks & Bounds) != 0)
                return -1;
            lone = i;
        }

        return lone;
    }

    // « 1 200 foyers » and « 1 500 foyers »: what stands beside the figures answers each other.
    private static bool CountTheSame(StatementText a, StatementText b, int numberOfA, int numberOfB, ReadOnlySpan<int> ofA)
    {
        if (numberOfA < 0 || numberOfB < 0)
            return false;
        var (nextOfA, nextOfB) = (numberOfA + 1, numberOfB + 1);
        if (nextOfA < Math.Min(a.Units.Length, ofA.Length) && nextOfB < b.Units.Length)
            return ofA[nextOfA] == nextOfB;
        return nextOfA == a.Units.Length && nextOfB == b.Units.Length && numberOfA > 0 && ofA[numberOfA - 1] == numberOfB - 1;
    }
}
