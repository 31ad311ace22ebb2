// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Statements;
using Dixit.Storage.Sql.Linking;

namespace Dixit.Storage.Sql;

/// <summary>Finds the statements that a question fits.</summary>
internal sealed class StatementSearch(SqlSession session, SqlDialect dialect, Func<StatementReader> reader)
{
    // Words that fit more than this are everywhere in the archive; then the best of the contents that were read last are as good as any.
    private const int MostRanked = 1000;
    private const int MostSorted = 10_000;
    private const int MostStatements = 1000;
    private const int MostDays = 1_000_000;

    // The documents of a language that few are in are gathered first; of another one, some are among any that are looked at.
    private const int FewDocuments = 2000;

    /// <summary>Answers a question.</summary>
    public StatementPage Find(StatementQuery query)
    {
        var skip = ReadCursor(query.Cursor);
        var page = FindAll(query).Skip(skip).Take(query.Limit + 1).ToList();
        return page.Count > query.Limit ? new StatementPage(page[..query.Limit], $"{skip + query.Limit}") : new StatementPage(page, null);
    }

    /// <summary>All statements that a question fits, whatever its limit; read as they are asked for.</summary>
    public IEnumerable<FoundStatement> FindAll(StatementQuery query)
    {
        var filter = new ReportFilter(session, reader, query, withWords: false);
        if (filter.Speakers is { Count: 0 })
            yield break;
        var words = filter.Words;
        var isAsked = new Dictionary<string, bool>(StringComparer.Ordinal); // the words read so far
        foreach (var (statement, wording) in IsIndexed(query, filter) ? Matching(MakeMatch(query, filter), query.Order, filter) : Listed(query, filter.Speakers))
        {
            var stored = StatementRows.Read(session, statement, filter.Fits);
            if (stored.Reports.Count > 0)
                yield return Show(stored, wording, words, isAsked);
        }
    }

    /// <summary>How the contents are spread that a question fits, so many of them at most.</summary>
    public StatementFacets Spread(StatementQuery query, int most)
    {
        var filter = new ReportFilter(session, reader, query, withWords: true);
        var facets = new FacetRows(session);
        if (filter.Speakers is { Count: 0 })
            return facets.Read([], filter, most);
        return facets.Read(
            IsIndexed(query, filter)
                ? FindContents(MakeMatch(query, filter), most + 1, filter)
                : Listed(query, filter.Speakers, most + 1),
            filter, most);
    }

    private IEnumerable<(long Content, DateOnly? Day)> FindContents(ContentMatch match, int limit, ReportFilter filter) =>
        dialect.FindContents(session, Covered(match), limit, isRanked: false).Where(hit => IsFound(hit, match, filter)).Select(hit => (hit.Content, hit.Day));

    private static bool IsFound(ContentHit hit, ContentMatch match, ReportFilter filter) => !match.IsLoose || filter.HoldsWords(hit.Wording);

    // Speakers and days are sorted in the tables; all else is looked for in the index.
    private static bool IsIndexed(StatementQuery query, ReportFilter filter) => filter.Words is not null || filter.About is not null || query.Outlet is not null || query.Act is not null;

    /// <summary>Contents that no index of words is needed for, those of the statements that were reported last first.</summary>
    private IEnumerable<(long Content, DateOnly? Day)> Listed(StatementQuery query, IReadOnlyList<long>? speakers, int most)
    {
        var by = speakers is null ? "" : $"and s.speaker in ({string.Join(", ", speakers)})";
        var (source, values) = StatementsIn(query.Language, RowValues.Of(query.From), RowValues.Of(query.To), (long)most);
        return session.Stream(
            $"""
            select c.number, c.day from {source} cross join content c on c.statement = s.number
            where ($1 is null or s.last >= $1) and ($2 is null or s.first <= $2) and ($1 is null or c.day >= $1) and ($2 is null or c.day <= $2) {by} order by s.last desc limit $3
            """,
            row => (row.GetInt64(0), row.Day(1)), values);
    }

    /// <summary>Where statements are listed from, called s: all of them, or those that documents of a rare language report; with the values of the parameters.</summary>
    private (string Source, object?[] Values) StatementsIn(string? language, params object?[] values)
    {
        var code = language?.ToLowerInvariant();
        if (code is null || session.Count("select count(*) from (select 1 from version where language = $1 limit $2)", code, FewDocuments + 1L) > FewDocuments)
            return ("statement s", values);
        return (
            $"""
            (select distinct c.statement from version v cross join attribution a on a.version = v.number cross join content c on c.attribution = a.number where v.language = ${values.Length + 1}) r
            cross join statement s on s.number = r.statement
            """,
            [.. values, code]);
    }

    private static int ReadCursor(string? cursor)
    {
        if (cursor is null)
            return 0;
        return int.TryParse(cursor, out var skip) && skip > 0 ? skip : throw LedgerProblems.ReportWrongCursor(cursor);
    }

    private static ContentMatch MakeMatch(StatementQuery query, ReportFilter filter)
    {
        var facets = new List<IReadOnlyList<string>>();
        if (filter.Speakers is { } speakers)
            facets.Add([.. speakers.Select(Facet.Speaker)]);
        if (query.Outlet is { } outlet)
            facets.Add([Facet.Outlet(outlet)]);
        if (query.Act is { } act)
            facets.Add([Facet.Act(act)]);
        return new ContentMatch { Words = filter.Words, IsLoose = filter.Words is { IsLoose: true }, About = filter.About, Facets = facets, From = query.From, To = query.To };
    }

    /// <summary>The statements of the contents that match, each once, with the wording that does.</summary>
    private IEnumerable<(long Statement, long? Wording)> Matching(ContentMatch match, StatementOrder order, ReportFilter filter)
    {
        // What is sorted and counted by the tables must be right when it gets there.
        match = match with { IsLoose = match.IsLoose && order != StatementOrder.MostReported };
        var hits = order switch
        {
            StatementOrder.Best when match.Words is not null || match.About is not null =>
                dialect.FindContents(session, Covered(match), MostRanked, isRanked: true).OrderBy(hit => hit.Score).ThenByDescending(hit => hit.Day).ThenBy(hit => hit.Content),
            StatementOrder.MostReported => dialect.FindMostReported(session, Covered(match), MostSorted, MostStatements),
            _ => ByDay(match, isOldestFirst: order == StatementOrder.Oldest),
        };
        var seen = new HashSet<long>();
        foreach (var hit in hits)
        {
            if (!seen.Contains(hit.Statement) && IsFound(hit, match, filter) && seen.Add(hit.Statement))
                yield return (hit.Statement, hit.Wording);
        }
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

        return isOldestFirst ? hits.OrderBy(hit => hit.Day).ThenBy(hit => hit.Content) : hits.OrderByDescending(hit => hit.Day).ThenBy(hit => hit.Content);
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
    private IEnumerable<(long Statement, long? Wording)> Listed(StatementQuery query, IReadOnlyList<long>? speakers)
    {
        var order = query.Order switch
        {
            StatementOrder.Oldest => "order by s.first is null, s.first, s.id",
            StatementOrder.MostReported => "order by s.reports desc, s.id",
            _ => "order by s.last desc, s.id",
        };
        // Rows of our own making: numbers need no parameters.
        var by = speakers is null ? "" : $"and s.speaker in ({string.Join(", ", speakers)})";
        var (source, values) = StatementsIn(query.Language, RowValues.Of(query.From), RowValues.Of(query.To));
        return session.Stream(
            $"select s.number from {source} where (s.first is null or $2 is null or s.first <= $2) and (s.last is null or $1 is null or s.last >= $1) {by} {order}",
            row => (row.GetInt64(0), (long?)null), values);
    }

    private FoundStatement Show(StoredStatement statement, long? wording, WordQuery? words, Dictionary<string, bool> isAsked)
    {
        var text = wording is null ? statement.Reports[0].Wording : statement.Reports.FirstOrDefault(report => report.WordingRow == wording)?.Wording ?? statement.Reports[0].Wording;
        return new FoundStatement(statement, text, words is null ? [] : Highlight(text, words, isAsked));
    }

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
                var read = reader().Read(word);
                isAsked.Add(word, isIt = folded.Contains(read.Folded) || read.Stems.Any(stems.Contains));
            }

            if (isIt)
                spans.Add(new TextSpan(start, end));
            start = end;
        }

        return spans;
    }
}
