// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using System.Reflection;
using Dixit.Statements;
using Dixit.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dixit.Storage.Sqlite;

/// <summary>SQLite: write-ahead logging, so that asking goes on while reading in does; FTS5 for words.</summary>
internal sealed class SqliteDialect(string path, string name) : SqlDialect
{
    // "Dixt", so that file(1) and we can tell a ledger from any other database.
    private const int ApplicationId = 0x44697874;
    private const int BusyMilliseconds = 30_000;

    // What is read of a file that is mapped is not copied. It is no memory of the process's own, and SQLite maps what it can of it: 2 GB as it is built.
    private const long MappedBytes = 1L << 40;

    private const string Matching =
        """
        where word match $1 and ($2 is null or c.day >= $2) and ($3 is null or c.day <= $3) and ($4 is null or c.trait in (select value from json_each($4)))
        """;

    // What was read last comes first.
    private const string LastFirst = "order by word.rowid desc limit $5";

    // A phrase has fewer places than this mostly, and then it is quicker to find them all: forwards the index skips what lies between the places of rare words, backwards it does not.
    private const int FewOfAPhrase = 4000;
    private const string FirstFirst = "order by word.rowid limit $5";

    private static readonly string[] _schema = LoadSchema();

    /// <inheritdoc/>
    public override int Form => _schema.Length;

    /// <inheritdoc/>
    public override string Place => name;

    /// <inheritdoc/>
    public override bool Exists => File.Exists(path) && new FileInfo(path).Length > 0;

    /// <inheritdoc/>
    public override long Bytes => new[] { path, path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);

    /// <inheritdoc/>
    public override SqlSession OpenReader(ReaderUse use = ReaderUse.Asking)
    {
        var session = Open(SqliteOpenMode.ReadOnly);
        var memory = use switch
        {
            ReaderUse.LookingAhead => "pragma cache_size = -65536",
            ReaderUse.Comparing => "pragma cache_size = -4096",
            _ => $"pragma cache_size = -16384; pragma mmap_size = {MappedBytes}",
        };
        session.ExecuteScript($"pragma query_only = on; {memory}");
        return session;
    }

    /// <inheritdoc/>
    public override SqlSession OpenWriter()
    {
        var folder = Path.GetDirectoryName(path);
        if (!Directory.Exists(folder))
            throw LedgerProblems.ReportUnusable(Place, new DirectoryNotFoundException($"there is no folder {folder}"));
        var isNew = !Exists;
        var session = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            if (isNew)
                session.ExecuteScript("pragma page_size = 8192");
            // Normal is enough with a write-ahead log: a crash of the machine may lose the last commits, never the ledger.
            session.ExecuteScript("pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma cache_size = -131072; pragma wal_autocheckpoint = 0; pragma temp_store = memory; pragma journal_size_limit = 67108864");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override WriterUpkeep KeepUp(SqlSession writer) => new SqliteUpkeep(writer, path, () => Connect(SqliteOpenMode.ReadWrite));

    /// <inheritdoc/>
    public override IDisposable? TakeWriterLock(TimeSpan wait, Action? onWait, CancellationToken cancellation)
    {
        try
        {
            return WriterLock.Take(path, wait, onWait, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw LedgerProblems.ReportUnusable(Place, exception);
        }
    }

    /// <inheritdoc/>
    public override bool IsWriterLockHeld()
    {
        if (!WriterLock.Exists(path))
            return false;
        try
        {
            using var taken = WriterLock.Take(path, TimeSpan.Zero, null, default);
            return taken is null;
        }
        catch (UnauthorizedAccessException)
        {
            return false; // Whoever may only read cannot tell.
        }
    }

    /// <inheritdoc/>
    public override int FindForm(SqlSession session)
    {
        var form = (int)session.Count("pragma user_version");
        var application = (int)session.Count("pragma application_id");
        if (application != ApplicationId && (form != 0 || session.Count("select count(*) from sqlite_master") != 0))
            throw LedgerProblems.ReportNotALedger(Place, "it is a database of another program");
        return form;
    }

    /// <inheritdoc/>
    public override void Migrate(SqlSession session, int from)
    {
        for (var form = from; form < Form; form++)
            session.ExecuteScript(_schema[form]);
        session.ExecuteScript($"pragma application_id = {ApplicationId}; pragma user_version = {Form}");
    }

    /// <summary>The script that brings a schema to a form from the one before.</summary>
    public static string ScriptTo(int form) => _schema[form - 1];

    /// <inheritdoc/>
    public override void IndexContent(SqlSession session, long content, IndexedContent indexed) => session.Execute(
        "insert into word (rowid, stems, folded, heading, facets) values ($1, $2, $3, $4, $5)",
        content, string.Join(' ', indexed.Stems), indexed.Folded, string.Join(' ', indexed.Heading), string.Join(' ', indexed.Facets));

    /// <inheritdoc/>
    public override void UnindexContent(SqlSession session, long content) => session.Execute("delete from word where rowid = $1", content);

    /// <inheritdoc/>
    public override void IndexKeys(SqlSession session, long wording, long? speaker, IReadOnlyList<long> keys) =>
        session.Execute("insert into pair (rowid, keys) values ($1, $2)", wording, Fts.Keys(keys, speaker));

    /// <inheritdoc/>
    public override void UnindexKeys(SqlSession session, long wording) => session.Execute("delete from pair where rowid = $1", wording);

    /// <inheritdoc/>
    public override void IndexLinks(SqlSession session, long speaker, long wording, IReadOnlyList<long> keys) => session.Execute(
        // There is nothing to ignore; but a statement that cannot fail half-way needs no journal of its own, which would cost more than the rows.
        "insert or ignore into fresh_wording_key (speaker, key, wording, size) select $1, value, $2, $3 from json_each($4)", speaker, wording, (long)keys.Count, RowValues.OfNumbers(keys));

    /// <inheritdoc/>
    public override void UnindexLinks(SqlSession session, long speaker, long wording, IReadOnlyList<long> keys)
    {
        var json = RowValues.OfNumbers(keys);
        session.Execute("delete from wording_key where speaker = $1 and key in (select value from json_each($3)) and wording = $2", speaker, wording, json);
        session.Execute("delete from fresh_wording_key where speaker = $1 and key in (select value from json_each($3)) and wording = $2", speaker, wording, json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LinkedWording> FindLinked(SqlSession session, long speaker, IReadOnlyList<long> keys, bool isShort, (DateOnly First, DateOnly Last)? near) => session.All(
        $"""
        select wording, shared from (
            select wording, count(*) as shared, max(size) as size from (
                select wording, size from wording_key where speaker = $1 and key in (select value from json_each($2))
                union all select wording, size from fresh_wording_key where speaker = $1 and key in (select value from json_each($2)))
            group by wording) k
        where (shared > 1 or size < {StatementText.FewKeys} or $3 = 1) and ($5 is null or shared * {StatementTimes.SharedLater} >= min(size, $4)
            or exists (select 1 from wording_told t where t.wording = k.wording and t.first <= $6 and t.last >= $5))
        order by shared desc, wording
        """,
        row => new LinkedWording(row.GetInt64(0), row.Int(1)), speaker, RowValues.OfNumbers(keys), isShort ? 1L : 0L, (long)keys.Count, (long?)near?.First.DayNumber, (long?)near?.Last.DayNumber);

    /// <inheritdoc/>
    public override void ClearIndexes(SqlSession session)
    {
        session.Execute("delete from wording_key");
        session.Execute("delete from fresh_wording_key");
        session.Execute("insert into word (word) values ('delete-all')");
        session.Execute("insert into pair (pair) values ('delete-all')");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ContentHit> FindContents(SqlSession session, ContentMatch match, int limit, bool isRanked) => FindLast(
        session, $"select c.number, c.statement, c.wording, c.day, {Score(match, isRanked)} from word cross join content c on c.number = word.rowid {Matching}", ReadHit, match, limit);

    /// <inheritdoc/>
    public override IReadOnlyList<ContentFacts> FindFacts(SqlSession session, ContentMatch match, int limit, bool isRanked, bool withIds) => FindLast(
        session, FactsOf(Score(match, isRanked)), row => ReadFacts(row, withIds), match, limit);

    /// <inheritdoc/>
    public override IEnumerable<ContentFacts> StreamFacts(SqlSession session, ContentMatch match) => session.Stream(
        FactsOf("0.0"), row => ReadFacts(row, withId: false), Fts.Match(match), RowValues.Of(match.From), RowValues.Of(match.To), match.Traits is null ? null : RowValues.OfNumbers(match.Traits));

    /// <inheritdoc/>
    public override int FindRows(SqlSession session, ContentMatch match, Span<long> rows)
    {
        var found = 0;
        foreach (var row in session.Stream("select rowid from word where word match $1 order by rowid desc limit $2", row => row.GetInt64(0), Fts.Match(match), (long)rows.Length))
            rows[found++] = row;
        return found;
    }

    /// <inheritdoc/>
    public override string OneOf(string column, int parameter) => $"{column} in (select value from json_each(${parameter}))";

    /// <inheritdoc/>
    public override IReadOnlyList<long> FindLikeWordings(SqlSession session, IReadOnlyList<string> stems, long? speaker, int limit)
    {
        if (Fts.MatchSome(stems, speaker) is not { } match)
            return [];
        return session.All(
            "select distinct c.wording from word cross join content c on c.number = word.rowid where word match $1 order by word.rowid desc limit $2", row => row.GetInt64(0), match, (long)limit);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<long> FindKeyed(SqlSession session, ReadOnlySpan<long> keys, long? speaker, int limit) =>
        session.All("select rowid from pair where pair match $1 order by rowid desc limit $2", row => row.GetInt64(0), Fts.MatchKeys(keys, speaker), (long)limit);

    /// <inheritdoc/>
    public override IEnumerable<string> Check(SqlSession session)
    {
        foreach (var finding in session.All("pragma integrity_check", row => row.GetString(0)))
        {
            if (finding != "ok")
                yield return finding;
        }

        foreach (var table in session.All("pragma foreign_key_check", row => row.GetString(0)).Distinct())
            yield return $"rows of {table} refer to rows that are not there";
    }

    /// <inheritdoc/>
    public override void Vacuum(SqlSession session) => session.ExecuteScript(
        // Nobody's outlet is left behind. The full-text index keeps the words of what was deleted until its parts are merged.
        "delete from trait where number not in (select trait from content where trait is not null); insert into word (word) values ('optimize'); insert into pair (pair) values ('optimize'); vacuum; pragma wal_checkpoint(truncate)");

    /// <inheritdoc/>
    public override void BackUp(SqlSession session, string place)
    {
        // Beside its place first: a copy that was cut off must not look like one.
        var target = Path.GetFullPath(place);
        if (File.Exists(target))
            throw LedgerProblems.ReportUnusable(place, new IOException("there is a file already; a backup replaces nothing"));
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
            throw LedgerProblems.ReportUnusable(place, new DirectoryNotFoundException($"there is no folder {folder}"));
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            File.Delete(temporary);
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = temporary, Pooling = false }.ToString()))
            {
                copy.Open();
                ((SqliteConnection)session.Connection).BackupDatabase(copy);
            }

            File.Move(temporary, target, overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw LedgerProblems.ReportUnusable(place, exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public override LedgerException Explain(DbException exception) => exception is SqliteException { SqliteErrorCode: 11 or 26 }
        ? LedgerProblems.ReportNotALedger(Place, exception.Message)
        : LedgerProblems.ReportUnusable(Place, exception);

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    // All that is found has all the words, mostly once, and of that BM25 makes an order by length; only it counts each word through the archive first. Where it may be
    // the heading that has them it tells more: stems more than the words as they stand, heading and facets nothing.
    private static string Score(ContentMatch match, bool isRanked) => !isRanked ? "0.0" : match.About is null ? "c.\"end\" - c.start" : "bm25(word, 1.0, 0.2, 0.0, 0.0)";

    private static string FactsOf(string score) =>
        $"""
        select c.number, c.statement, c.wording, c.day, {score}, c.trait, s.speaker, s.reports, s.id
        from word cross join content c on c.number = word.rowid cross join statement s on s.number = c.statement {Matching}
        """;

    private static ContentFacts ReadFacts(SqlRow row, bool withId) => new(ReadHit(row), row.Int(5), row.Int(7), row.GetInt64(6), withId ? row.GetString(8) : null);

    private static ContentHit ReadHit(SqlRow row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.Day(3), row.GetDouble(4));

    /// <summary>What matches, so much of it at most, what was read last first.</summary>
    private static List<T> FindLast<T>(SqlSession session, string sql, Func<SqlRow, T> read, ContentMatch match, int limit)
    {
        if (Fts.HoldsPhrase(match))
        {
            var all = Find(FirstFirst, FewOfAPhrase);
            if (all.Count < FewOfAPhrase)
            {
                all.Reverse();
                return all.Count > limit ? all[..limit] : all;
            }
        }

        return Find(LastFirst, limit);

        List<T> Find(string order, long most) => session.All(
            $"{sql} {order}", read, Fts.Match(match), RowValues.Of(match.From), RowValues.Of(match.To), match.Traits is null ? null : RowValues.OfNumbers(match.Traits), most);
    }

    private SqlSession Open(SqliteOpenMode mode)
    {
        var connection = Connect(mode);
        return new SqlSession(
            connection,
            () => connection.BeginTransaction(deferred: mode == SqliteOpenMode.ReadOnly),
            (sql, parameters) => new SqliteStatement(connection.Handle!, sql, parameters));
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false, // The ledger keeps its sessions itself, with their prepared statements.
            DefaultTimeout = BusyMilliseconds / 1000,
        }.ToString());
        try
        {
            connection.Open();
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        raw.sqlite3_busy_timeout(connection.Handle!, BusyMilliseconds);
        return connection;
    }

    private static string[] LoadSchema()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new List<string>();
        while (assembly.GetManifestResourceStream($"sqlite/{scripts.Count + 1}.sql") is { } stream)
        {
            using var reader = new StreamReader(stream);
            scripts.Add(reader.ReadToEnd());
        }

        return [.. scripts];
    }

}
