// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Data.Common;

namespace Dixit.Storage.Sql;

/// <summary>A ledger in a database that speaks SQL.</summary>
internal sealed class SqlLedger(SqlDialect dialect, TimeProvider time) : ILedger
{
    private readonly ConcurrentBag<SqlSession> _idle = [];
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
            return new SqlLedgerWriter(dialect, session, held, options, time);
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
    public StoredDocument? FindDocument(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Ask(session => DocumentRows.Find(session, id, version));
    }

    /// <inheritdoc/>
    public IReadOnlyList<DocumentVersion> Versions(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Ask(session => VersionRows.Read(session, id));
    }

    /// <inheritdoc/>
    public IEnumerable<StoredDocument> Export() => AskStream(DocumentRows.ReadCurrent);

    /// <inheritdoc/>
    public IReadOnlyList<Removal> Removals() => Ask(RemovalRows.Read);

    /// <inheritdoc/>
    public IReadOnlyList<string> Check() => Ask<IReadOnlyList<string>>(session => [.. dialect.Check(session), .. LedgerCheck.Find(session)]);

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
            using (OpenWriter())
            {
                // Opened for writing, it is brought up to date.
            }

            return dialect.OpenReader();
        }
        catch
        {
            session.Dispose();
            throw;
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
