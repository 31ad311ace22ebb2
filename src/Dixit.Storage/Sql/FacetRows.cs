// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Attributions;
using Dixit.Quotations;

namespace Dixit.Storage.Sql;

/// <summary>Counts the reports that a question finds.</summary>
/// <param name="session">Where the names of speakers stand.</param>
/// <param name="traits">All traits by their rows.</param>
internal sealed class FacetRows(SqlSession session, IReadOnlyList<Trait?> traits)
{
    private readonly Dictionary<int, long> _traits = [];
    private readonly Dictionary<long, long> _speakers = [];
    private readonly Dictionary<DateOnly, long> _days = [];
    private long _counted;

    /// <summary>Counts one report.</summary>
    /// <param name="trait">The row of its trait, or 0.</param>
    /// <param name="speaker">The row of its speaker, or 0.</param>
    /// <param name="day">Its day, or null.</param>
    public void Add(int trait, long speaker, DateOnly? day)
    {
        _counted++;
        if (trait != 0)
            Add(_traits, trait, 1);
        if (speaker != 0)
            Add(_speakers, speaker, 1);
        if (day is { } dated)
            Add(_days, dated, 1);
    }

    /// <summary>What was counted.</summary>
    /// <param name="isWhole">Whether that is all there is.</param>
    public StatementFacets Make(bool isWhole)
    {
        var (outlets, languages) = (new Dictionary<string, long>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        var (acts, kinds) = (new Dictionary<SpeechAct, long>(), new Dictionary<QuotationKind, long>());
        foreach (var (row, reports) in _traits)
        {
            var trait = traits[row]!;
            Add(acts, trait.Act, reports);
            Add(kinds, trait.Kind, reports);
            if (trait.Outlet is { } outlet)
                Add(outlets, outlet, reports);
            if (trait.Language is { } language)
                Add(languages, language, reports);
        }

        return new()
        {
            Counted = _counted,
            IsWhole = isWhole,
            Outlets = MostFirst(outlets.Select(pair => new FacetCount(pair.Key, pair.Key, pair.Value))),
            // A name is looked up for each: those that are listed are enough. Of several with as many reports, whoever was known first.
            Speakers = MostFirst(_speakers.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(StatementFacets.MostSpeakers).Select(pair => SpeakerOf(pair.Key, pair.Value))),
            Acts = MostFirst(acts.Select(pair => new FacetCount(RowValues.Of(pair.Key), RowValues.Of(pair.Key), pair.Value))),
            Kinds = MostFirst(kinds.Select(pair => new FacetCount(RowValues.Of(pair.Key), RowValues.Of(pair.Key), pair.Value))),
            Languages = MostFirst(languages.Select(pair => new FacetCount(pair.Key, pair.Key, pair.Value))),
            Days = [.. _days.OrderBy(pair => pair.Key).Select(pair => new DayCount(pair.Key, pair.Value))],
        };
    }

    private FacetCount SpeakerOf(long speaker, long reports) =>
        session.First("select id, name from speaker where number = $1", row => new FacetCount(row.GetString(0), row.GetString(1), reports), speaker)!;

    private static List<FacetCount> MostFirst(IEnumerable<FacetCount> counts) => [.. counts.OrderByDescending(count => count.Reports).ThenBy(count => count.Label, StringComparer.Ordinal).ThenBy(count => count.Value, StringComparer.Ordinal)];

    private static void Add<T>(Dictionary<T, long> counts, T key, long reports)
        where T : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += reports;
}
