// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Statements;
using Dixit.Storage.Sql.Linking;

namespace Dixit.Storage.Sql;

/// <summary>Finds the statements that a question fits.</summary>
internal sealed class StatementSearch(SqlSession session, SqlDialect dialect, Func<StatementReader> reader, TraitRows traitRows, WordReadings readings)
{
    // Words that fit more than this are everywhere in the archive; then the best of the contents that were read last are as good as any.
    private const int MostRanked = 1000;
    private const int MostSorted = 10_000;

    // Where so many contents fit, some are sure to be among those of the statements that are reported most, which are then gone through instead.
    private const int ManyRows = 1500;
    private const int MostWalked = 4000;
    private static readonly Comparer<long> _descending = Comparer<long>.Create((left, right) => right.CompareTo(left));
    private const int MostDays = 1_000_000;

    // The documents of a language that few are in are gathered first; of another one, some are among any that are looked at.
    private const int FewDocuments = 2000;

    private readonly IReadOnlyList<Trait?> _traits = traitRows.Read(session);

    /// <summary>Answers a question.</summary>
    public StatementPage Find(StatementQuery query) => PageOf(query, FindAll(query));

    /// <summary>Answers a question, and tells how what it finds is spread.</summary>
    public SpreadPage FindSpread(StatementQuery query, int most)
    {
        var filter = new ReportFilter(session, reader, query, withWords: false);
        if (filter.Speakers is { Count: 0 } || !IsIndexed(query, filter) || most < MostRanked)
            return new SpreadPage(Find(query), Spread(query, most));
        // What is counted is mostly all that is found: then it need not be looked for again to be sorted.
        var match = MakeMatch(query, filter);
        var isRanked = query.Order == StatementOrder.Best;
        var facts = dialect.FindFacts(session, Covered(match), most + 1, isRanked, withIds: query.Order == StatementOrder.MostReported);
        var facets = Count(facts, match, filter, most);
        var hits = facts.Count <= most || (isRanked && IsRankable(match)) ? Sort(facts, query.Order, match) : null;
        return new SpreadPage(PageOf(query, Show(hits is null ? Matching(match, query.Order, filter) : Distinct(hits, match, filter), query, filter)), facets);
    }

    /// <summary>All statements that a question fits, whatever its limit; read as they are asked for.</summary>
    public IEnumerable<FoundStatement> FindAll(StatementQuery query)
    {
        var filter = new ReportFilter(session, reader, query, withWords: false);
        if (filter.Speakers is { Count: 0 })
            return [];
        return Show(IsIndexed(query, filter) ? Matching(MakeMatch(query, filter), query.Order, filter) : Listed(query, filter), query, filter);
    }

    /// <summary>How the contents are spread that a question fits, so many of them at most.</summary>
    public StatementFacets Spread(StatementQuery query, int most)
    {
        var filter = new ReportFilter(session, reader, query, withWords: true);
        if (filter.Speakers is { Count: 0 })
            return new FacetRows(session, _traits).Make(isWhole: true);
        if (!IsIndexed(query, filter))
            return Count(ListedFacts(query, filter, most + 1L), filter, most);
        var match = MakeMatch(query, filter);
        return most == int.MaxValue
            ? Count(dialect.StreamFacts(session, Covered(match)), match, filter, most)
            : Count(dialect.FindFacts(session, Covered(match), most + 1, isRanked: false, withIds: false), match, filter, most);
    }

    private static StatementPage PageOf(StatementQuery query, IEnumerable<FoundStatement> found)
    {
        var skip = ReadCursor(query.Cursor);
        var page = found.Skip(skip).Take(query.Limit + 1).ToList();
        return page.Count > query.Limit ? new StatementPage(page[..query.Limit], $"{skip + query.Limit}") : new StatementPage(page, null);
    }

    private IEnumerable<FoundStatement> Show(IEnumerable<(long Statement, long? Wording)> statements, StatementQuery query, ReportFilter filter)
    {
        var isAsked = new Dictionary<string, bool>(StringComparer.Ordinal); // the words read so far
        foreach (var (statement, wording) in statements)
        {
            var text = (string?)null;
            var stored = query.FirstReportsOnly && filter.IsPlain
                ? StatementRows.ReadFirst(session, statement, _traits, filter, wording, out text)
                : StatementRows.Read(session, statement, filter.Fits);
            if (stored.Reports.Count > 0)
                yield return Show(stored, text ?? WordingOf(stored, wording), filter.Words, isAsked);
        }
    }

    private StatementFacets Count(IEnumerable<ContentFacts> facts, ContentMatch match, ReportFilter filter, int most) =>
        Count(facts.Select(fact => (fact, IsFound(fact.Hit, match, filter))), filter, most);

    private StatementFacets Count(IEnumerable<(ContentFacts Facts, bool IsFound)> contents, ReportFilter filter, int most)
    {
        var (rows, looked) = (new FacetRows(session, _traits), 0);
        foreach (var (facts, isFound) in contents)
        {
            if (looked++ == most)
                return rows.Make(isWhole: false);
            if (isFound && filter.FitsEvidence(facts.Hit.Content))
                rows.Add(facts.Trait, facts.Speaker, facts.Hit.Day);
        }

        return rows.Make(isWhole: true);
    }

    // BM25 is of the whole archive, and an order by length of what was read last; neither is of more than so many.
    private static bool IsRankable(ContentMatch match) => match.Words is not null || match.About is not null;

    private static IEnumerable<ContentHit> Sort(IReadOnlyList<ContentFacts> facts, StatementOrder order, ContentMatch match) => order switch
    {
        StatementOrder.Best when IsRankable(match) => Rank(facts.Take(MostRanked).Select(fact => fact.Hit)),
        StatementOrder.MostReported => facts.OrderByDescending(fact => fact.Reports).ThenBy(fact => fact.StatementId, StringComparer.Ordinal).Select(fact => fact.Hit),
        StatementOrder.Oldest => InDays(facts.Where(fact => fact.Hit.Day is not null).Select(fact => fact.Hit), isOldestFirst: true).Concat(Undated(facts)),
        _ => InDays(facts.Where(fact => fact.Hit.Day is not null).Select(fact => fact.Hit), isOldestFirst: false).Concat(Undated(facts)),
    };

    private static IEnumerable<ContentHit> Undated(IReadOnlyList<ContentFacts> facts) => facts.Where(fact => fact.Hit.Day is null).Select(fact => fact.Hit);

    private static IEnumerable<ContentHit> Rank(IEnumerable<ContentHit> hits) => hits.OrderBy(hit => hit.Score).ThenByDescending(hit => hit.Day).ThenBy(hit => hit.Content);

    private static IEnumerable<ContentHit> InDays(IEnumerable<ContentHit> hits, bool isOldestFirst) =>
        isOldestFirst ? hits.OrderBy(hit => hit.Day).ThenBy(hit => hit.Content) : hits.OrderByDescending(hit => hit.Day).ThenBy(hit => hit.Content);

    private static bool IsFound(ContentHit hit, ContentMatch match, ReportFilter filter) => !match.IsLoose || filter.HoldsWords(hit.Wording);

    // Speakers and days are sorted in the tables; all else is looked for in the index.
    private static bool IsIndexed(StatementQuery query, ReportFilter filter) => filter.Words is not null || filter.About is not null || query.Outlet is not null || query.Act is not null;

    /// <summary>Contents that no index of words is needed for, those of the statements that were reported last first.</summary>
    private IEnumerable<(ContentFacts Facts, bool IsFound)> ListedFacts(StatementQuery query, ReportFilter filter, long most)
    {
        var (source, by, values) = StatementsIn(query, filter, most);
        return session.Stream(
            $"""
            select c.number, s.number, c.wording, c.day, c.trait, s.speaker, s.reports from {source} cross join content c on c.statement = s.number
            where ($1 is null or s.last >= $1) and ($2 is null or s.first <= $2) and ($1 is null or c.day >= $1) and ($2 is null or c.day <= $2)
                and ($3 is null or {dialect.OneOf("c.trait", 3)}) {by} order by s.last desc limit $4
            """,
            row => (new ContentFacts(new ContentHit(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.Day(3), 0), row.Int(4), row.Int(6), row.GetInt64(5), null), true), values);
    }

    /// <summary>Where statements are listed from, called s: all of them, or those that documents of a rare language report; what is asked of their speaker; and the values of the
    /// parameters: the first day, the last, the traits, how many at most, and what else is asked for.</summary>
    private (string Source, string By, object?[] Values) StatementsIn(StatementQuery query, ReportFilter filter, long most)
    {
        List<object?> values = [RowValues.Of(query.From), RowValues.Of(query.To), filter.FindTraits(_traits) is { } traits ? RowValues.OfNumbers(traits) : null, most];
        var (source, by) = ("statement s", "");
        if (filter.Speakers is { } speakers)
        {
            // Those of one speaker stand in the order of their days.
            by = speakers.Count == 1 ? $"and s.speaker = ${values.Count + 1}" : $"and {dialect.OneOf("s.speaker", values.Count + 1)}";
            values.Add(speakers.Count == 1 ? speakers[0] : RowValues.OfNumbers(speakers));
        }

        if (query.Language?.ToLowerInvariant() is { } code && session.Count("select count(*) from (select 1 from version where language = $1 limit $2)", code, FewDocuments + 1L) <= FewDocuments)
        {
            source =
                $"""
                (select distinct c.statement from version v cross join attribution a on a.version = v.number cross join content c on c.attribution = a.number where v.language = ${values.Count + 1}) r
                cross join statement s on s.number = r.statement
                """;
            values.Add(code);
        }

        return (source, by, [.. values]);
    }

    private static int ReadCursor(string? cursor)
    {
        if (cursor is null)
            return 0;
        return int.TryParse(cursor, out var skip) && skip > 0 ? skip : throw LedgerProblems.ReportWrongCursor(cursor);
    }

    private ContentMatch MakeMatch(StatementQuery query, ReportFilter filter)
    {
        var facets = new List<IReadOnlyList<string>>();
        if (filter.Speakers is { } speakers)
            facets.Add([.. speakers.Select(Facet.Speaker)]);
        if (query.Outlet is { } outlet)
            facets.Add([Facet.Outlet(outlet)]);
        if (query.Act is { } act)
            facets.Add([Facet.Act(act)]);
        return new ContentMatch { Words = filter.Words, IsLoose = filter.Words is { IsLoose: true }, About = filter.About, Facets = facets, Traits = filter.FindTraits(_traits), From = query.From, To = query.To };
    }

    /// <summary>The statements of the contents that match, each once, with the wording that does.</summary>
    private IEnumerable<(long Statement, long? Wording)> Matching(ContentMatch match, StatementOrder order, ReportFilter filter)
    {
        var hits = order switch
        {
            StatementOrder.Best when IsRankable(match) => Rank(dialect.FindContents(session, Covered(match), MostRanked, isRanked: true)),
            StatementOrder.MostReported => MostReported(match),
            _ => ByDay(match, isOldestFirst: order == StatementOrder.Oldest),
        };
        return Distinct(hits, match, filter);
    }

    private static IEnumerable<(long Statement, long? Wording)> Distinct(IEnumerable<ContentHit> hits, ContentMatch match, ReportFilter filter)
    {
        var seen = new HashSet<long>();
        foreach (var hit in hits)
        {
            if (!seen.Contains(hit.Statement) && IsFound(hit, match, filter) && seen.Add(hit.Statement))
                yield return (hit.Statement, hit.Wording);
        }
    }

    /// <summary>The contents that match, or those of them that were read last, in the order in which their statements are reported most.</summary>
    private IEnumerable<ContentHit> MostReported(ContentMatch match)
    {
        var rows = new long[MostSorted];
        var found = dialect.FindRows(session, Covered(match), rows);
        var least = long.MaxValue;
        if (found > ManyRows)
        {
            least = session.Count("select reports from statement order by reports desc limit 1 offset $1", (long)MostWalked) + 1;
            foreach (var content in session.Stream(
                "select c.number from statement s cross join content c on c.statement = s.number where s.reports >= $1 order by s.reports desc, s.id, c.number desc", row => row.GetInt64(0), least))
            {
                if (Array.BinarySearch(rows, 0, found, content, _descending) >= 0 && ReadHit(match, content) is { } hit)
                    yield return hit;
            }
        }

        foreach (var hit in session.All(
            $"""
            select c.number, c.statement, c.wording, c.day from content c cross join statement s on s.number = c.statement
            where {dialect.OneOf("c.number", 1)} and s.reports < $2 order by s.reports desc, s.id, c.number desc
            """,
            row => new ContentHit(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.Day(3), 0), RowValues.OfNumbers(rows.Take(found)), least))
        {
            if (ReadHit(match, hit.Content) is { } fitting)
                yield return fitting;
        }
    }

    /// <summary>A content, where its day and its trait are those of a match.</summary>
    private ContentHit? ReadHit(ContentMatch match, long content)
    {
        var (hit, trait) = session.First("select number, statement, wording, day, trait from content where number = $1", row => (new ContentHit(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.Day(3), 0), row.NullableLong(4)), content);
        var fits = (match.From is null || hit.Day >= match.From) && (match.To is null || hit.Day <= match.To) && (match.Traits is null || (trait is { } known && match.Traits.Contains(known)));
        return fits ? hit : null;
    }

    /// <summary>The contents that match, day by day; those without a day last.</summary>
    private IEnumerable<ContentHit> ByDay(ContentMatch match, bool isOldestFirst)
    {
        var (first, last) = (match.From ?? DayOf("select min(first) from statement"), match.To ?? DayOf("select max(last) from statement"));
        if (first is { } from && last is { } to && from <= to)
        {
            // A month, then twice and twice as much: a page seldom needs more than the first, and what is rare is found in few steps.
            var days = 31;
            for (var (start, end) = (from.DayNumber, to.DayNumber); start <= end; days = Math.Min(days * 2, MostDays))
            {
                var (low, high) = isOldestFirst ? (start, Math.Min(start + days - 1, end)) : (Math.Max(end - days + 1, start), end);
                foreach (var hit in Between(match, DateOnly.FromDayNumber(low), DateOnly.FromDayNumber(high), isOldestFirst))
                    yield return hit;
                (start, end) = isOldestFirst ? (high + 1, end) : (start, low - 1);
            }
        }

        if (match.From is not null || match.To is not null)
            yield break;
        foreach (var hit in dialect.FindContents(session, match with { Facets = [.. match.Facets, [Facet.NoDay]] }, int.MaxValue, isRanked: false))
            yield return hit;
    }

    private IEnumerable<ContentHit> Between(ContentMatch match, DateOnly from, DateOnly to, bool isOldestFirst)
    {
        var most = from < to ? MostRanked : int.MaxValue;
        var hits = dialect.FindContents(session, Covered(match.Between(from, to)), most, isRanked: false);
        if (hits.Count == most)
        {
            var middle = from.AddDays((to.DayNumber - from.DayNumber) / 2);
            var (earlier, later) = (Between(match, from, middle, isOldestFirst), Between(match, middle.AddDays(1), to, isOldestFirst));
            return isOldestFirst ? earlier.Concat(later) : later.Concat(earlier);
        }

        return InDays(hits, isOldestFirst);
    }

    /// <summary>The same with facets that cover its days, so that the index leaves out most of what does not fit.</summary>
    private ContentMatch Covered(ContentMatch match)
    {
        if (match.From is null && match.To is null)
            return match;
        var from = match.From ?? DayOf("select min(first) from statement");
        var to = match.To ?? DayOf("select max(last) from statement");
        var cover = from is { } first && to is { } last ? Facet.Covering(first, last) : [];
        return cover.Count == 0 ? match : match with { Facets = [.. match.Facets, cover] };
    }

    private DateOnly? DayOf(string sql) => session.First(sql, row => row.Day(0));

    /// <summary>Statements that no index of words is needed for.</summary>
    private IEnumerable<(long Statement, long? Wording)> Listed(StatementQuery query, ReportFilter filter)
    {
        var order = query.Order switch
        {
            StatementOrder.Oldest => "order by s.first is null, s.first, s.id",
            StatementOrder.MostReported => "order by s.reports desc, s.id",
            _ => "order by s.last desc, s.id",
        };
        var (source, by, values) = StatementsIn(query, filter, long.MaxValue);
        return session.Stream(
            $"""
            select s.number from {source} where (s.first is null or $2 is null or s.first <= $2) and (s.last is null or $1 is null or s.last >= $1)
                and ($3 is null or exists (select 1 from content c where c.statement = s.number and {dialect.OneOf("c.trait", 3)})) {by} {order} limit $4
            """,
            row => (row.GetInt64(0), (long?)null), values);
    }

    private static string WordingOf(StoredStatement statement, long? wording) =>
        (wording is null ? null : statement.Reports.FirstOrDefault(report => report.WordingRow == wording)?.Wording) ?? statement.Reports[0].Wording;

    private FoundStatement Show(StoredStatement statement, string text, WordQuery? words, Dictionary<string, bool> isAsked) =>
        new(statement, text, words is null ? [] : Highlight(text, words, isAsked));

    private List<TextSpan> Highlight(string text, WordQuery words, Dictionary<string, bool> isAsked)
    {
        var stems = words.Terms.SelectMany(term => term.IsPhrase ? reader().Read(term.Folded).Stems : term.Stems).ToHashSet();
        var folded = words.Terms.SelectMany(term => term.Folded.Split(' ')).ToHashSet();
        var spans = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end == start)
            {
                start++;
                continue;
            }

            var word = text[start..end];
            if (!isAsked.TryGetValue(word, out var isIt))
            {
                var read = readings.Read(word);
                isAsked.Add(word, isIt = folded.Contains(read.Folded) || read.Stems.Any(stems.Contains));
            }

            if (isIt)
                spans.Add(new TextSpan(start, end));
            start = end;
        }

        return spans;
    }
}
