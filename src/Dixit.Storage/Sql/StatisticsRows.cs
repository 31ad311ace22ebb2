// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Storage.Sql;

/// <summary>Counts quotes in one pass over them; what is kept grows with outlets and speakers, not with documents.</summary>
internal sealed class StatisticsRows(SqlSession session, ReportFilter filter)
{
    private const string Query =
        """
        select v.number, a.ordinal, v.outlet, v.published, exists (select 1 from copy where copy.document = d.number), a.kind, a.act, a.said_from, a.via, e.speaker, c.wording, c.point_end - c.point_start, v.language
        from document d join version v on v.number = d.current join attribution a on a.version = v.number
        left join entity e on e.version = v.number and e.chain = a.chain join content c on c.attribution = a.number
        order by v.number, a.ordinal
        """;

    private readonly Dictionary<string, (string? Name, Counter Counter)> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Counter> _months = [];
    private readonly Dictionary<long, Counter> _speakers = [];
    private readonly Dictionary<(string Outlet, long Speaker), Counter> _pairs = [];
    private readonly Dictionary<string, Counter> _kinds = [];
    private readonly Dictionary<string, Counter> _genders = [];
    private readonly Dictionary<string, Counter> _sourcing = [];
    private readonly Dictionary<string, Counter> _agencies = [];
    private readonly Dictionary<long, (SpeakerReference Reference, Gender Gender)> _known = [];
    private readonly Counter _total = new();
    private (DateOnly? First, DateOnly? Last) _days;
    private (long Version, string? Agency) _wire;
    private long _copies;

    /// <summary>The statistics, with so many speakers and pairs at most.</summary>
    public LedgerStatistics Read(int limit)
    {
        if (filter.Speakers is not { Count: 0 })
        {
            foreach (var quote in Quotes())
                Count(quote);
        }

        return new LedgerStatistics
        {
            Total = _total.Counts,
            SpeakerCount = _speakers.Count,
            OutletCount = _outlets.Values.Count(outlet => outlet.Name is not null),
            First = _days.First,
            Last = _days.Last,
            Outlets = [.. _outlets.Values.Select(outlet => outlet.Counter.Group(outlet.Name)).OrderByDescending(group => group.Counts.Quotes).ThenBy(group => group.Name, StringComparer.Ordinal)],
            Months = [.. Groups(_months).OrderBy(group => group.Name ?? "~", StringComparer.Ordinal)],
            Kinds = MostFirst(_kinds),
            Genders = MostFirst(_genders),
            Sourcing = MostFirst(_sourcing),
            Agencies = MostFirst(_agencies),
            Speakers =
            [
                .. _speakers.OrderByDescending(pair => pair.Value.Counts.Quotes).ThenByDescending(pair => pair.Value.Counts.Documents).ThenBy(pair => Known(pair.Key).Reference.Id, StringComparer.Ordinal).Take(limit)
                    .Select(pair => new SpeakerQuotes(Known(pair.Key).Reference, Known(pair.Key).Gender, pair.Value.Counts, _pairs.Keys.Count(outlet => outlet.Speaker == pair.Key))),
            ],
            Pairs =
            [
                .. _pairs.OrderByDescending(pair => pair.Value.Counts.Quotes).ThenBy(pair => pair.Key.Outlet, StringComparer.Ordinal).ThenBy(pair => Known(pair.Key.Speaker).Reference.Id, StringComparer.Ordinal).Take(limit)
                    .Select(pair => new OutletSpeakerQuotes(pair.Key.Outlet, Known(pair.Key.Speaker).Reference, pair.Value.Counts)),
            ],
            Copies = _copies,
        };
    }

    // A row is a content: those of one attribution follow one another.
    private IEnumerable<Quote> Quotes()
    {
        Quote? quote = null;
        var (passes, fits) = (false, false);
        foreach (var row in session.Stream(Query, ReadRow))
        {
            if (quote is not null && quote.Version == row.Version && quote.Ordinal == row.Ordinal)
            {
                quote = quote with { Characters = quote.Characters + row.Characters };
            }
            else
            {
                if (quote is not null && fits)
                    yield return quote;
                // What costs nothing to tell comes first: words have to be read.
                passes = filter.FitsOutlet(row.Outlet) && filter.FitsLanguage(row.Language) && filter.FitsDay(row.Day) && filter.FitsForm(row.Kind, row.Act) && filter.FitsSpeaker(row.Speaker) && filter.FitsDocument(row.Version);
                quote = row;
                fits = false;
            }

            fits = fits || (passes && filter.FitsWords(row.Wording, row.Version));
        }

        if (quote is not null && fits)
            yield return quote;
    }

    private void Count(Quote quote)
    {
        if (quote.IsCopy && _total.LastVersion != quote.Version)
            _copies++;
        _total.Add(quote);
        if (quote.Day is { } day)
            _days = (_days.First is { } first && first < day ? first : day, _days.Last is { } last && last > day ? last : day);
        CounterOf(_months, quote.Day?.ToString("yyyy-MM", CultureInfo.InvariantCulture)).Add(quote);
        CountSourcing(quote);
        if (!_outlets.TryGetValue(quote.Outlet ?? "", out var outlet))
            _outlets.Add(quote.Outlet ?? "", outlet = (quote.Outlet, new Counter()));
        outlet.Counter.Add(quote);
        var known = quote.Speaker is { } speaker ? Known(speaker) : default;
        CounterOf(_kinds, known.Reference is { } reference ? RowValues.Of(reference.Kind) : null).Add(quote);
        if (quote.Speaker is not { } row)
            return;
        CounterOf(_speakers, row).Add(quote);
        if (known.Reference.Kind == SpeakerKind.Person)
            CounterOf(_genders, known.Gender == Gender.Unknown ? null : RowValues.Of(known.Gender)).Add(quote);
        if (quote.Outlet is { } name)
            CounterOf(_pairs, (name, row)).Add(quote);
    }

    private void CountSourcing(Quote quote)
    {
        // An agency's own article is its own reporting.
        var wire = WireOf(quote.Version);
        var isWire = wire is not null && !string.Equals(wire, quote.Outlet, StringComparison.OrdinalIgnoreCase);
        CounterOf(_sourcing, quote.Via.Count > 0 ? "via" : isWire ? "wire" : "own").Add(quote);
        foreach (var medium in quote.Via)
            CounterOf(_agencies, medium).Add(quote);
        if (isWire && quote.Via.Count == 0)
            CounterOf(_agencies, wire).Add(quote);
    }

    private string? WireOf(long version)
    {
        if (_wire.Version != version)
            _wire = (version, WireCredit.Find(session.First("select text from version where number = $1", row => row.LongText(0), version)!));
        return _wire.Agency;
    }

    private (SpeakerReference Reference, Gender Gender) Known(long speaker)
    {
        if (!_known.TryGetValue(speaker, out var known))
        {
            known = session.First("select id, name, kind, gender from speaker where number = $1", row => (SpeakerSearch.ReadReference(row, 0), row.Name<Gender>(3)), speaker);
            _known.Add(speaker, known);
        }

        return known;
    }

    private static Counter CounterOf<T>(Dictionary<T, Counter> counters, T key)
        where T : notnull
    {
        if (!counters.TryGetValue(key, out var counter))
            counters.Add(key, counter = new Counter());
        return counter;
    }

    // What is not known has no name.
    private static Counter CounterOf(Dictionary<string, Counter> counters, string? name) => CounterOf<string>(counters, name ?? "");

    private static IEnumerable<QuoteGroup> Groups(Dictionary<string, Counter> counters) => counters.Select(pair => pair.Value.Group(pair.Key.Length == 0 ? null : pair.Key));

    private static List<QuoteGroup> MostFirst(Dictionary<string, Counter> counters) => [.. Groups(counters).OrderByDescending(group => group.Counts.Quotes).ThenBy(group => group.Name, StringComparer.Ordinal)];

    private static Quote ReadRow(SqlRow row) => new(
        row.GetInt64(0), row.Int(1), row.Text(2), row.Day(3) ?? row.Day(7), row.GetInt64(4) != 0, row.Name<QuotationKind>(5), row.Name<SpeechAct>(6),
        row.IsDBNull(8) ? [] : JsonSerializer.Deserialize(row.GetString(8), StorageJson.Default.IReadOnlyListString)!, row.NullableLong(9), row.NullableLong(10), row.Int(11), row.Text(12));

    private sealed record Quote(
        long Version, int Ordinal, string? Outlet, DateOnly? Day, bool IsCopy, QuotationKind Kind, SpeechAct Act, IReadOnlyList<string> Via, long? Speaker, long? Wording, long Characters, string? Language);

    private sealed class Counter
    {
        private readonly HashSet<long> _speakers = [];

        public QuoteCounts Counts { get; private set; }

        /// <summary>The version counted last, so that each is counted once: their quotes follow one another.</summary>
        public long LastVersion { get; private set; }

        public void Add(Quote quote)
        {
            Counts = new QuoteCounts(
                Counts.Quotes + 1,
                Counts.Direct + (quote.Kind == QuotationKind.Direct ? 1 : 0),
                Counts.Mixed + (quote.Kind == QuotationKind.Mixed ? 1 : 0),
                Counts.Indirect + (quote.Kind == QuotationKind.Indirect ? 1 : 0),
                Counts.Documents + (LastVersion == quote.Version ? 0 : 1),
                Counts.Characters + quote.Characters);
            LastVersion = quote.Version;
            if (quote.Speaker is { } speaker)
                _speakers.Add(speaker);
        }

        public QuoteGroup Group(string? name) => new(name, Counts, _speakers.Count);
    }
}
