// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;
using Dixit.Timelines;

namespace Dixit.Storage;

/// <summary>What a speaker said, by topic, with what stands behind each wording.</summary>
/// <param name="Topics">The topics.</param>
/// <param name="Statements">The statement of each entry.</param>
public sealed record Timeline(IReadOnlyList<TimelineTopic> Topics, IReadOnlyDictionary<DatedStatement, StoredStatement> Statements)
{
    /// <summary>Makes a timeline of statements.</summary>
    /// <param name="statements">What one speaker said.</param>
    /// <param name="reader">What reads words.</param>
    /// <param name="onlyTurns">Whether topics without a turn are left out.</param>
    public static Timeline Of(IEnumerable<StoredStatement> statements, StatementReader reader, bool onlyTurns)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(reader);
        var entries = new Dictionary<DatedStatement, StoredStatement>(ReferenceEqualityComparer.Instance);
        foreach (var statement in statements)
        {
            foreach (var entry in Entries(statement, reader))
                entries.Add(entry, statement);
        }

        var dated = entries.Keys.ToList();
        var topics = TimelineTopics.Group(dated, PositionTurns.Find(dated));
        return new Timeline(onlyTurns ? [.. topics.Where(topic => topic.Turns.Count > 0)] : topics, entries);
    }

    /// <summary>The turn that ends in a statement, or null.</summary>
    public static PositionTurn? TurnTo(TimelineTopic topic, DatedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Turns.FirstOrDefault(turn => ReferenceEquals(turn.Later, statement));
    }

    // « Refuse de vider le lac » and « promet de vider le lac » have their words in common, and so are one statement; on a line of time they are two.
    private static IEnumerable<DatedStatement> Entries(StoredStatement statement, StatementReader reader) =>
        from report in statement.Reports
        let entry = new DatedStatement(statement.Id, reader.Read(report.Wording, report.Language, report.Kind), report.Act, report.Day)
        group entry by entry.IsTurnedRound into same
        select same.OrderBy(entry => entry.Day ?? DateOnly.MaxValue).First();
}
