// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>Groups the contents of components, and keeps at hand what was compared in large ones.</summary>
/// <remarks>
/// A component of a thousand wordings gets a new one with every batch, and comparing all of them again costs more than all else that is done for the batch.
/// The groups depend on the contents alone, so what is at hand makes them sooner and never otherwise: it is told all contents each time.
/// </remarks>
internal sealed class GroupingCache
{
    // Of fewer wordings it is as quick to compare them anew.
    private const int Few = 8;

    // A few kilobytes each.
    private const int MostWordings = 10_000;

    private readonly Dictionary<long, Entry> _entries = [];
    private long _uses;

    /// <summary>The statements of a component.</summary>
    /// <param name="component">Its row.</param>
    /// <param name="contents">All its contents.</param>
    public IReadOnlyList<StatementGroup> Group(long component, IReadOnlyCollection<StatementContent> contents)
    {
        if (contents.Count <= Few || contents.Select(content => content.Text.Folded).Distinct(StringComparer.Ordinal).Take(Few + 1).Count() <= Few)
        {
            _entries.Remove(component);
            // In an order of their own, not in that of their rows: of two forms of the same words one stands for both.
            return StatementGrouping.Group(contents.Order());
        }

        if (!_entries.TryGetValue(component, out var entry))
            _entries.Add(component, entry = new Entry());
        entry.LastUse = ++_uses;
        entry.Grouping.Set(contents);
        var groups = entry.Grouping.Groups;
        LetGo();
        return groups;
    }

    /// <summary>The row of the statement that was written for a group that has not changed since, or null.</summary>
    public long? FindWritten(long component, StatementGroup group) =>
        _entries.TryGetValue(component, out var entry) && entry.Written.TryGetValue(group, out var statement) ? statement : null;

    /// <summary>Notes all the statements of a component, so that they need not be written again while nothing but new contents comes.</summary>
    /// <param name="component">Its row.</param>
    /// <param name="written">The row of the statement of each group.</param>
    public void NoteWritten(long component, IEnumerable<(StatementGroup Group, long Statement)> written)
    {
        if (!_entries.TryGetValue(component, out var entry))
            return;
        entry.Written.Clear();
        foreach (var (group, statement) in written)
            entry.Written.Add(group, statement);
    }

    /// <summary>Forgets which statements were written: something else than new contents may change them.</summary>
    public void ForgetWritten()
    {
        foreach (var entry in _entries.Values)
            entry.Written.Clear();
    }

    private void LetGo()
    {
        var wordings = _entries.Values.Sum(entry => entry.Grouping.Wordings);
        if (wordings <= MostWordings)
            return;
        foreach (var (component, entry) in _entries.OrderBy(entry => entry.Value.LastUse).ToList())
        {
            if (wordings <= MostWordings * 3 / 4)
                return;
            wordings -= entry.Grouping.Wordings;
            _entries.Remove(component);
        }
    }

    private sealed class Entry
    {
        public StatementGrouping Grouping { get; } = new();

        public Dictionary<StatementGroup, long> Written { get; } = [];

        public long LastUse { get; set; }
    }
}
