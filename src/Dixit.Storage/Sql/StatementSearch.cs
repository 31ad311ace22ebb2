// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Statements;

namespace Dixit.Storage.Sql;

/// <summary>Finds the statements that a question fits.</summary>
internal sealed class StatementSearch(SqlSession session, SqlDialect dialect, Func<StatementReader> reader)
{
    // What is sorted by something else than the words is sorted here, so that much of it is left at the worst fits.
    private const int MostSorted = 20_000;

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
        var words = string.IsNullOrWhiteSpace(query.Words) ? null : WordQuery.Parse(query.Words, reader());
        var filter = new ReportFilter(session, dialect, reader, query, withWords: false);
        if (filter.Speakers is { Count: 0 })
            yield break;
        foreach (var (statement, wording) in InOrder(query, words, filter.Speakers))
        {
            var stored = StatementRows.Read(session, statement, filter.Fits);
            if (stored.Reports.Count > 0)
                yield return Show(stored, wording, words);
        }
    }

    private static int ReadCursor(string? cursor)
    {
        if (cursor is null)
            return 0;
        return int.TryParse(cursor, out var skip) && skip > 0 ? skip : throw LedgerProblems.ReportWrongCursor(cursor);
    }

    /// <summary>The statements that may fit, each once, with the wording that does.</summary>
    private IEnumerable<(long Statement, long? Wording)> InOrder(StatementQuery query, WordQuery? words, IReadOnlyList<long>? speakers)
    {
        if (words is null)
            return WithoutWords(query, speakers).Select(statement => (statement, (long?)null));
        var best = ByWords(words, speakers);
        if (query.Order == StatementOrder.Best)
            return best;
        var sorted = best.Take(MostSorted)
            .Select(found => (Found: found, Key: session.First("select first, last, reports, id from statement where number = $1", row => (First: row.Text(0), Last: row.Text(1), Reports: row.GetInt64(2), Id: row.GetString(3)), found.Statement)))
            .ToList();
        return (query.Order switch
        {
            StatementOrder.Newest => sorted.OrderByDescending(item => item.Key.Last ?? "").ThenBy(item => item.Key.Id, StringComparer.Ordinal),
            StatementOrder.Oldest => sorted.OrderBy(item => item.Key.First ?? "9").ThenBy(item => item.Key.Id, StringComparer.Ordinal),
            _ => sorted.OrderByDescending(item => item.Key.Reports).ThenBy(item => item.Key.Id, StringComparer.Ordinal),
        }).Select(item => item.Found);
    }

    private IEnumerable<(long Statement, long? Wording)> ByWords(WordQuery words, IReadOnlyList<long>? speakers)
    {
        var seen = new HashSet<long>();
        foreach (var (wording, _) in dialect.FindWordings(session, words, speakers))
        {
            foreach (var statement in session.All("select distinct statement from content where wording = $1 order by statement", row => row.GetInt64(0), wording))
            {
                if (seen.Add(statement))
                    yield return (statement, wording);
            }
        }
    }

    private IEnumerable<long> WithoutWords(StatementQuery query, IReadOnlyList<long>? speakers)
    {
        var order = query.Order switch
        {
            StatementOrder.Oldest => "order by first is null, first, id",
            StatementOrder.MostReported => "order by reports desc, id",
            _ => "order by last desc, id",
        };
        // Rows of our own making: numbers need no parameters.
        var by = speakers is null ? "" : $"and speaker in ({string.Join(", ", speakers)})";
        return session.Stream(
            $"select number from statement where (first is null or $2 is null or first <= $2) and (last is null or $1 is null or last >= $1) {by} {order}",
            row => row.GetInt64(0), RowValues.Of(query.From), RowValues.Of(query.To));
    }

    private FoundStatement Show(StoredStatement statement, long? wording, WordQuery? words)
    {
        var text = wording is null ? statement.Reports[0].Wording : statement.Reports.FirstOrDefault(report => report.WordingRow == wording)?.Wording ?? statement.Reports[0].Wording;
        return new FoundStatement(statement, text, words is null ? [] : Highlight(text, words));
    }

    private List<TextSpan> Highlight(string text, WordQuery words)
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

            var word = reader().Read(text[start..end]);
            if (folded.Contains(word.Folded) || word.Stems.Any(stems.Contains))
                spans.Add(new TextSpan(start, end));
            start = end;
        }

        return spans;
    }
}
