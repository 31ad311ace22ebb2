// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Timelines;

/// <summary>Statements on one topic.</summary>
/// <param name="Words">What they are about, the word that they share most first; empty for those that share nothing with others.</param>
/// <param name="Statements">The statements in the order of their days, unknown days last.</param>
/// <param name="Turns">The turns among them.</param>
public sealed record TimelineTopic(IReadOnlyList<string> Words, IReadOnlyList<DatedStatement> Statements, IReadOnlyList<PositionTurn> Turns);

/// <summary>Groups what a speaker said by the words it is about.</summary>
/// <remarks>The word that most statements have makes the first group, and so on with those that are left; statements between which the position turns stay together.</remarks>
public static class TimelineTopics
{
    private const float Telling = 0.9f;
    private const float NameWeight = 0.25f;
    private const int MostWords = 3;
    private const int Few = 8;              // statements of which one word may have them all
    private const double MostOfAll = 0.6;   // of the statements that a word may have and still tell them apart

    /// <summary>The topics: those in which the position turns first, then the largest; what shares nothing last.</summary>
    public static IReadOnlyList<TimelineTopic> Group(IReadOnlyList<DatedStatement> statements, IReadOnlyList<PositionTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(turns);
        var words = new Dictionary<ulong, Dictionary<string, int>>();
        var left = Bundles(statements, turns).ConvertAll(bundle => (Statements: bundle, Keys: bundle.Select(statement => Keys(statement, words)).ToList()));
        var topics = new List<TimelineTopic>();
        while (MostShared(left, statements.Count) is { } key)
        {
            var members = left.Where(bundle => bundle.Keys.Exists(keys => keys.Contains(key))).ToList();
            left.RemoveAll(members.Contains);
            topics.Add(Make([.. members.SelectMany(bundle => bundle.Statements)], [.. members.SelectMany(bundle => bundle.Keys)], words, turns));
        }

        // What turned stays together even where no word is left to share with others.
        foreach (var bundle in left.Where(bundle => bundle.Statements.Count > 1))
            topics.Add(Make(bundle.Statements, bundle.Keys, words, turns));
        var sorted = topics.OrderByDescending(topic => topic.Turns.Count > 0).ThenByDescending(topic => topic.Statements.Count).ThenBy(topic => topic.Statements[0].Day ?? DateOnly.MaxValue).ThenBy(topic => string.Join(' ', topic.Words), StringComparer.Ordinal).ToList();
        var others = left.Where(bundle => bundle.Statements.Count == 1).SelectMany(bundle => bundle.Statements).ToList();
        if (others.Count > 0)
            sorted.Add(new TimelineTopic([], InOrder(others), []));
        return sorted;
    }

    private static List<List<DatedStatement>> Bundles(IReadOnlyList<DatedStatement> statements, IReadOnlyList<PositionTurn> turns)
    {
        var bundles = new Dictionary<DatedStatement, List<DatedStatement>>(ReferenceEqualityComparer.Instance);
        foreach (var statement in statements)
            bundles.Add(statement, [statement]);
        foreach (var turn in turns)
        {
            var (one, other) = (bundles[turn.Earlier], bundles[turn.Later]);
            if (one == other)
                continue;
            one.AddRange(other);
            foreach (var statement in other)
                bundles[statement] = one;
        }

        return [.. statements.Select(statement => bundles[statement]).Distinct()];
    }

    // Nouns and names: what a statement does is not what it is about.
    private static HashSet<ulong> Keys(DatedStatement statement, Dictionary<ulong, Dictionary<string, int>> words)
    {
        var keys = new HashSet<ulong>();
        foreach (ref readonly var unit in statement.Text.Units)
        {
            if (!((unit.Kind == UnitKind.Word && unit.Weight >= Telling) || (unit.Kind == UnitKind.Name && unit.Weight >= NameWeight)) || !keys.Add(unit.Concept))
                continue;
            var span = statement.Text.Words[unit.FirstWord].Span;
            var surface = statement.Text.Text[span.Start..statement.Text.Words[unit.EndWord - 1].Span.End];
            if (unit.Kind == UnitKind.Word)
                surface = surface.ToLowerInvariant();
            if (!words.TryGetValue(unit.Concept, out var forms))
                words.Add(unit.Concept, forms = new Dictionary<string, int>(StringComparer.Ordinal));
            forms[surface] = forms.GetValueOrDefault(surface) + 1;
        }

        return keys;
    }

    private static ulong? MostShared(List<(List<DatedStatement> Statements, List<HashSet<ulong>> Keys)> left, int all)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var key in left.SelectMany(bundle => bundle.Keys).SelectMany(keys => keys))
            counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts.Where(count => count.Value > 1 && (all < Few || count.Value <= all * MostOfAll))
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => (ulong?)count.Key).FirstOrDefault();
    }

    private static TimelineTopic Make(List<DatedStatement> statements, List<HashSet<ulong>> keys, Dictionary<ulong, Dictionary<string, int>> words, IReadOnlyList<PositionTurn> turns)
    {
        var shared = keys.SelectMany(set => set).GroupBy(key => key).Where(key => key.Count() > 1 && key.Count() * 2 >= statements.Count)
            .OrderByDescending(key => key.Count()).ThenBy(key => key.Key).Take(MostWords).Select(key => MostFrequent(words[key.Key])).ToList();
        return new TimelineTopic(shared, InOrder(statements), [.. turns.Where(turn => statements.Contains(turn.Later))]);
    }

    private static string MostFrequent(Dictionary<string, int> forms) => forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key.Length).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

    private static List<DatedStatement> InOrder(List<DatedStatement> statements) =>
        [.. statements.OrderBy(statement => statement.Day ?? DateOnly.MaxValue).ThenBy(statement => statement.Id, StringComparer.Ordinal)];
}
