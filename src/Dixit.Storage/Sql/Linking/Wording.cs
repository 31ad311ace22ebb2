// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>A wording of one speaker, whatever documents have it.</summary>
/// <param name="number">Its row.</param>
/// <param name="speaker">The row of the speaker, or null where nobody knows.</param>
/// <param name="text">The words, read.</param>
/// <param name="language">The language of its document, or null.</param>
/// <param name="component">See <see cref="Component"/>.</param>
/// <param name="days">See <see cref="Days"/>.</param>
internal sealed class Wording(long number, long? speaker, StatementText text, string? language, long component, IEnumerable<DateOnly?> days)
{
    private readonly SortedSet<DateOnly?> _days = [.. days];
    private DateOnly?[]? _daysInOrder;

    public long Number => number;

    public long? Speaker { get; set; } = speaker;

    public StatementText Text => text;

    /// <summary>The wordings that are linked to one another, directly or through others, have one number here.</summary>
    public long Component { get; set; } = component;

    /// <summary>The days of its reports, ascending; null for one that is not known, before the others.</summary>
    public IReadOnlyList<DateOnly?> Days => _daysInOrder ??= [.. _days];

    /// <summary>When it was last needed, so that what was not for long can be let go.</summary>
    public long LastUse { get; set; }

    /// <summary>Takes a day of a report in, and tells whether it is a new one.</summary>
    public bool AddDay(DateOnly? day)
    {
        if (!_days.Add(day))
            return false;
        _daysInOrder = null;
        return true;
    }

    /// <summary>Takes other days for those of its reports, some of which may be gone.</summary>
    public void SetDays(IEnumerable<DateOnly?> reports)
    {
        _days.Clear();
        _days.UnionWith(reports);
        _daysInOrder = null;
    }

    /// <summary>Whether it is the same words, reported in the same way.</summary>
    public bool Is(StatementText other, string? itsLanguage) => text.Text == other.Text && text.Kind == other.Kind && language == itsLanguage;

    /// <summary>Whether it is the same words, reported in the same way, as another.</summary>
    public bool Is(Wording other) => other.Is(text, language);
}
