// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Data.Common;
using Dixit.Statements;
using Dixit.Storage.Sql.Decisions;

namespace Dixit.Storage.Sql;

/// <summary>A ledger in a database that speaks SQL.</summary>
/// <param name="dialect">What the database does its own way.</param>
/// <param name="time">The clock.</param>
/// <param name="statements">What reads words; asked for when first needed.</param>
internal sealed class SqlLedger(SqlDialect dialect, TimeProvider time, Func<StatementReader> statements) : ILedger
{
    private readonly ConcurrentBag<SqlSession> _idle = [];
    private readonly TraitRows _traits = new();
    private readonly WordReadings _readings = new(statements);
    private bool _isDisposed;

    /// <inheritdoc/>
    public ILedgerWriter OpenWriter(WriterOptions? options = null, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        options ??= new WriterOptions();
        var held = dialect.TakeWriterLock(options.Wait, () => options.OnWait?.Invoke(FindWriter()), cancellation)
            ?? throw LedgerProblems.ReportBusy(dialect.Place, FindWriter(), options.Wait);
        SqlSession? session = null;
        try
        {
            session = dialect.OpenWriter();
            BringUpToDate(session);
            return new SqlLedgerWriter(dialect, session, held, options, time, statements, cancellation);
        }
        catch (DbException exception)
        {
            session?.Dispose();
            held.Dispose();
            throw dialect.Explain(exception);
        }
        catch
        {
            session?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public LedgerInfo Describe()
    {
        var writer = FindWriter();
        return Ask(session => LedgerCounts.Read(session, dialect, writer));
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunInfo> Runs() => Ask(LedgerCounts.ReadRuns);

    /// <inheritdoc/>
    public StatementPage Find(StatementQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Ask(session => new StatementSearch(session, dialect, statements, _traits, _readings).Find(query));
    }

    /// <inheritdoc/>
    public StatementFacets Facets(StatementQuery query, int most = 1000)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Ask(session => new StatementSearch(session, dialect, statements, _traits, _readings).Spread(query, most));
    }

    /// <inheritdoc/>
    public SpreadPage FindSpread(StatementQuery query, int most = 1000)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Ask(session => new StatementSearch(session, dialect, statements, _traits, _readings).FindSpread(query, most));
    }

    /// <inheritdoc/>
    public StoredStatement? FindStatement(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Ask(session => StatementRows.FindId(session, id) is { } statement ? StatementRows.Read(session, statement) : null);
    }

    /// <inheritdoc/>
    public ClaimCheck Check(string words, string? by = null, DateOnly? until = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Ask(session =>
        {
            var speakers = by is null ? null : SpeakerSearch.Find(session, by, Fold).Select(speaker => SpeakerSearch.IdOf(session, speaker)).ToList();
            return new ClaimChecker(statements()).Check(new Claim(words) { Speakers = speakers, Date = until }, new RecordedStatements(session, dialect, statements));
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredSpeaker> Speakers(string? name = null, int limit = 100) =>
        Ask(session => SpeakerSearch.ReadAll(session, name is null ? null : SpeakerSearch.Find(session, name, Fold), limit));

    /// <inheritdoc/>
    public StoredDocument? FindDocument(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Ask(session => DocumentRows.Find(session, id, version));
    }

    /// <inheritdoc/>
    public byte[]? FindOriginal(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Ask(session => OriginalRows.Read(session, id, version));
    }

    /// <inheritdoc/>
    public DocumentPage Documents(DocumentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Ask(session => DocumentList.Read(session, query));
    }

    /// <inheritdoc/>
    public DoubtfulPage Doubtful(double below, int limit = 20, string? cursor = null) => Ask(session => DocumentList.ReadDoubtful(session, below, limit, cursor));

    /// <inheritdoc/>
    public DoubtfulPage Unattributed(int limit = 20, string? cursor = null) => Ask(session => UnattributedList.Read(session, limit, cursor));

    /// <inheritdoc/>
    public IReadOnlyList<DocumentVersion> Versions(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Ask(session => VersionRows.Read(session, id));
    }

    /// <inheritdoc/>
    public IEnumerable<StoredDocument> Export(StatementQuery? query = null) =>
        AskStream(session => DocumentRows.ReadCurrent(session, query is null ? null : new ReportFilter(session, statements, query, withWords: true)));

    /// <inheritdoc/>
    public IEnumerable<FoundStatement> FindAll(StatementQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return AskStream(session => new StatementSearch(session, dialect, statements, _traits, _readings).FindAll(query));
    }

    /// <inheritdoc/>
    public IEnumerable<StoredDocument> Corrected() => AskStream(CorrectionList.ReadDocuments);

    /// <inheritdoc/>
    public IReadOnlyList<StoredCorrection> Corrections() => Ask(CorrectionList.Read);

    /// <inheritdoc/>
    public LedgerStatistics Count(StatementQuery? query = null, int limit = 10) =>
        Ask(session => new StatisticsRows(session, new ReportFilter(session, statements, query ?? new StatementQuery(), withWords: true)).Read(limit));

    /// <inheritdoc/>
    public IReadOnlyList<Removal> Removals() => Ask(RemovalRows.Read);

    /// <inheritdoc/>
    /// <remarks>In a session of its own: the check of a full-text index may take what an earlier question left at hand for what is there now.</remarks>
    public IReadOnlyList<string> FindDamage() => [.. AskStream(session => dialect.Check(session).Concat(LedgerCheck.Find(session)))];

    /// <inheritdoc/>
    public void Vacuum()
    {
        // Nobody may write meanwhile, and there is nothing that two of them would do better.
        using var held = dialect.TakeWriterLock(TimeSpan.Zero, null, default) ?? throw LedgerProblems.ReportBusy(dialect.Place, FindWriter(), TimeSpan.Zero);
        Explained(() =>
        {
            using var session = dialect.Exists ? dialect.OpenWriter() : throw LedgerProblems.ReportNotFound(dialect.Place);
            BringUpToDate(session);
            dialect.Vacuum(session);
            return true;
        });
    }

    /// <inheritdoc/>
    public void BackUp(string place)
    {
        ArgumentException.ThrowIfNullOrEmpty(place);
        // Without a transaction of its own: the copy takes the state it finds, and takes it whole.
        Explained(() =>
        {
            using var session = OpenReader();
            dialect.BackUp(session, place);
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryTake(out var session))
            session.Dispose();
        dialect.Dispose();
    }

    /// <summary>Who writes just now, or null where nobody does, or it is not known.</summary>
    private WriterInfo? FindWriter()
    {
        if (!dialect.Exists || !dialect.IsWriterLockHeld())
            return null;
        try
        {
            using var session = dialect.OpenReader();
            return session.First("select process, host, since from writer", row => new WriterInfo(row.Int(0), row.GetString(1), row.Time(2)));
        }
        catch (DbException)
        {
            return null; // It is just being made.
        }
    }

    private string Fold(string name) => statements().Read(name).Folded;

    /// <summary>Puts one question to one state of the ledger.</summary>
    private T Ask<T>(Func<SqlSession, T> ask) => Explained(() =>
    {
        var session = TakeReader();
        try
        {
            session.Begin();
            var answer = ask(session);
            session.Commit();
            _idle.Add(session);
            return answer;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    });

    /// <summary>Reads a long answer from one state of the ledger.</summary>
    private IEnumerable<T> AskStream<T>(Func<SqlSession, IEnumerable<T>> ask)
    {
        using var session = Explained(OpenReader);
        Explained(() =>
        {
            session.Begin();
            return true;
        });
        using var answers = ask(session).GetEnumerator();
        while (Explained(answers.MoveNext))
            yield return answers.Current;
    }

    private T Explained<T>(Func<T> work)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            return work();
        }
        catch (DbException exception)
        {
            throw dialect.Explain(exception);
        }
    }

    private SqlSession TakeReader()
    {
        // A form that changed under an idle session is a matter of hours, not of questions; but it costs nothing to look.
        while (_idle.TryTake(out var session))
        {
            if (dialect.Exists && dialect.FindForm(session) == dialect.Form)
                return session;
            session.Dispose();
        }

        return OpenReader();
    }

    private SqlSession OpenReader()
    {
        if (!dialect.Exists)
            throw LedgerProblems.ReportNotFound(dialect.Place);
        var session = dialect.OpenReader();
        try
        {
            var form = dialect.FindForm(session);
            if (form == dialect.Form)
                return session;
            if (form > dialect.Form)
                throw LedgerProblems.ReportTooNew(dialect.Place, form, dialect.Form);
            session.Dispose();
            BringUpToDate(form);
            return dialect.OpenReader();
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void BringUpToDate(int form)
    {
        try
        {
            // Opened for writing, it is brought up to date.
            OpenWriter().Dispose();
        }
        catch (LedgerException exception) when (exception.Code == LedgerProblems.Unusable)
        {
            throw LedgerProblems.ReportTooOld(dialect.Place, form, dialect.Form, exception);
        }
    }

    private void BringUpToDate(SqlSession session)
    {
        var form = dialect.FindForm(session);
        if (form > dialect.Form)
            throw LedgerProblems.ReportTooNew(dialect.Place, form, dialect.Form);
        if (form == dialect.Form)
            return;
        session.Begin();
        dialect.Migrate(session, form);
        session.Commit();
    }
}
