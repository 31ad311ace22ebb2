// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Quotations;

namespace Dixit.Storage.Sql;

/// <summary>Counts the reports that a question finds, those read last first, up to a number.</summary>
internal sealed class FacetRows(SqlSession session)
{
    private const string Facts =
        """
        select v.outlet, v.language, a.kind, a.act, s.speaker, v.number
        from content c join attribution a on a.number = c.attribution join version v on v.number = a.version join statement s on s.number = c.statement where c.number = $1
        """;

    private readonly Dictionary<string, long> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long> _speakers = [];
    private readonly Dictionary<SpeechAct, long> _acts = [];
    private readonly Dictionary<QuotationKind, long> _kinds = [];
    private readonly Dictionary<string, long> _languages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, long> _days = [];
    private long _counted;

    /// <summary>The spread of contents.</summary>
    /// <param name="contents">The rows of the contents with their days; no more are looked at than one above the most.</param>
    /// <param name="filter">What a report must fit beside what it was found by.</param>
    /// <param name="most">How many at most.</param>
    public StatementFacets Read(IEnumerable<(long Content, DateOnly? Day)> contents, ReportFilter filter, int most)
    {
        var looked = 0;
        foreach (var (content, day) in contents)
        {
            if (looked++ == most)
                return Make(isWhole: false);
            if (session.First(Facts, ReadFacts, content) is { } facts && filter.FitsOutlet(facts.Outlet) && filter.FitsLanguage(facts.Language) && filter.FitsForm(facts.Kind, facts.Act) && filter.FitsDay(day) && filter.FitsDocument(facts.Version))
                Count(facts, day);
        }

        return Make(isWhole: true);
    }

    private void Count(ReportFacts facts, DateOnly? day)
    {
        _counted++;
        Add(_acts, facts.Act);
        Add(_kinds, facts.Kind);
        if (facts.Outlet is { } outlet)
            Add(_outlets, outlet);
        if (facts.Language is { } language)
            Add(_languages, language);
        if (facts.Speaker is { } speaker)
            Add(_speakers, speaker);
        if (day is { } known)
            _days[known] = _days.GetValueOrDefault(known) + 1;
    }

    private StatementFacets Make(bool isWhole) => new()
    {
        Counted = _counted,
        IsWhole = isWhole,
        Outlets = MostFirst(_outlets.Select(pair => new FacetCount(pair.Key, pair.Key, pair.Value))),
        Speakers = MostFirst(_speakers.Select(pair => SpeakerOf(pair.Key, pair.Value))),
        Acts = MostFirst(_acts.Select(pair => new FacetCount(RowValues.Of(pair.Key), RowValues.Of(pair.Key), pair.Value))),
        Kinds = MostFirst(_kinds.Select(pair => new FacetCount(RowValues.Of(pair.Key), RowValues.Of(pair.Key), pair.Value))),
        Languages = MostFirst(_languages.Select(pair => new FacetCount(pair.Key, pair.Key, pair.Value))),
        Days = [.. _days.Select(pair => new DayCount(pair.Key, pair.Value))],
    };

    private FacetCount SpeakerOf(long speaker, long reports) =>
        session.First("select id, name from speaker where number = $1", row => new FacetCount(row.GetString(0), row.GetString(1), reports), speaker)!;

    private static List<FacetCount> MostFirst(IEnumerable<FacetCount> counts) => [.. counts.OrderByDescending(count => count.Reports).ThenBy(count => count.Label, StringComparer.Ordinal).ThenBy(count => count.Value, StringComparer.Ordinal)];

    private static void Add<T>(Dictionary<T, long> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static ReportFacts ReadFacts(SqlRow row) => new(row.Text(0), row.Text(1), row.Name<QuotationKind>(2), row.Name<SpeechAct>(3), row.NullableLong(4), row.GetInt64(5));

    private sealed record ReportFacts(string? Outlet, string? Language, QuotationKind Kind, SpeechAct Act, long? Speaker, long Version);
}
