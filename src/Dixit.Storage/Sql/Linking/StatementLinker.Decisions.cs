// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>What people decided about which contents are one statement.</summary>
internal sealed partial class StatementLinker
{
    /// <summary>Groups wordings anew, with all that they are linked to, after something was decided about them.</summary>
    public void Regroup(IEnumerable<long> numbers)
    {
        foreach (var number in numbers)
        {
            if (_wordings.Find(number) is { } wording)
                LinkAnew(wording);
        }
    }

    // What somebody joined is linked, whatever the words say.
    private void LinkJoined(Wording wording)
    {
        foreach (var number in sides.JoinedWith(wording.Number))
        {
            if (_wordings.Find(number) is not { } other || other.Speaker != wording.Speaker || other.Component == wording.Component)
                continue;
            _changed.Remove(wording.Component);
            _changed.Remove(other.Component);
            _wordings.Join(wording.Component, other.Component);
        }
    }

    /// <summary>The groups of a component as people decided, one decision after the other: the last one counts.</summary>
    private List<(string Fullest, List<ComponentContent> Contents)> Decided(List<(string Fullest, List<ComponentContent> Contents)> groups)
    {
        if (!sides.AreThere)
            return groups;
        var decisions = new SortedDictionary<long, (bool IsJoin, Dictionary<ComponentContent, int> Sides)>();
        foreach (var content in groups.SelectMany(group => group.Contents))
        {
            foreach (var (correction, isJoin, side) in sides.Of(content.Evidence))
            {
                if (!decisions.TryGetValue(correction, out var decision))
                    decisions.Add(correction, decision = (isJoin, []));
                decision.Sides.Add(content, side);
            }
        }

        if (decisions.Count == 0)
            return groups;
        var decided = groups.ConvertAll(group => group.Contents);
        foreach (var (isJoin, members) in decisions.Values)
            decided = isJoin ? Join(decided, members) : [.. decided.SelectMany(group => Part(group, members))];
        return [.. decided.Select(group => (FullestOf(group), group))];
    }

    private static List<List<ComponentContent>> Join(List<List<ComponentContent>> groups, Dictionary<ComponentContent, int> members)
    {
        var joined = groups.FindAll(group => group.Exists(members.ContainsKey));
        return joined.Count < 2 ? groups : [.. groups.Except(joined), [.. joined.SelectMany(group => group)]];
    }

    // What nobody put on a side goes with its own words, else with those that are most like it.
    private static IEnumerable<List<ComponentContent>> Part(List<ComponentContent> group, Dictionary<ComponentContent, int> members)
    {
        var known = group.Where(members.ContainsKey).ToLookup(content => members[content]);
        if (known.Count < 2)
            return [group];
        return group.GroupBy(content => members.TryGetValue(content, out var side) ? side : known.MinBy(own => Distance(content, own))!.Key).OrderBy(side => side.Key).Select(side => side.ToList());
    }

    private static (bool, double, int) Distance(ComponentContent content, IGrouping<int, ComponentContent> side) => (
        !side.Any(own => own.Content.Text.Folded == content.Content.Text.Folded),
        -Math.Round(side.Max(own => StatementComparer.Compare(content.Content.Text, own.Content.Text).Similarity), 9),
        side.Key);

    private static string FullestOf(List<ComponentContent> group) =>
        group.OrderByDescending(content => content.Content.Text.Stems.Count).ThenBy(content => content, ComponentContent.ByEvidence).First().Content.Text.Folded;
}
