// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Dixit.Documents;
using Dixit.Statements;
using Dixit.Storage.Sql.Copies;
using Dixit.Storage.Sql.Decisions;
using Dixit.Storage.Sql.Linking;

namespace Dixit.Storage.Sql;

/// <summary>Writes to a ledger in a database that speaks SQL.</summary>
internal sealed class SqlLedgerWriter : ILedgerWriter
{
    private readonly object _gate = new();
    private readonly object _lookGate = new();
    private readonly SqlDialect _dialect;
    private readonly SqlSession _session;
    private readonly IDisposable _held;
    private readonly WriterOptions _options;
    private readonly TimeProvider _time;
    private readonly AddOptions _noOptions = new();
    private readonly Derivation _derivation;
    private readonly WriterUpkeep _upkeep;
    private readonly DecisionWriter _decisions;
    private readonly CopyRows _copies;
    private readonly Func<StatementReader> _statements;
    private SqlSession? _looking;
    private RunCounts _counts;
    private long? _run;
    private int _pending;
    private bool _isDisposed;

    public SqlLedgerWriter(SqlDialect dialect, SqlSession session, IDisposable held, WriterOptions options, TimeProvider time, Func<StatementReader> statements, CancellationToken cancellation)
    {
        (_dialect, _session, _held, _options, _time, _statements) = (dialect, session, held, options, time, statements);
        _derivation = new Derivation(session, dialect, statements);
        _upkeep = dialect.KeepUp(session);
        _decisions = new DecisionWriter(session, _derivation, statements);
        _copies = new CopyRows(session);
        _derivation.BringUpToDate(options.OnDerive, cancellation);
        session.Begin();
        _copies.BringUpToDate(options.OnDerive, cancellation);
        session.Execute("delete from writer");
        session.Execute("insert into writer (process, host, since) values ($1, $2, $3)", (long)Environment.ProcessId, Environment.MachineName, RowValues.Of(Now));
        session.Commit();
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public AddOutcome Compare(Document document, AddOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        // A session of its own, which sees the last commit: whoever asks whether to analyse at all does not wait for what is being written.
        var hash = DocumentRows.Hash(RowValues.OfText(document.Text));
        lock (_lookGate)
        {
            try
            {
                _looking ??= _dialect.OpenReader(ReaderUse.Comparing);
                var current = DocumentRows.FindCurrent(_looking, document.Id);
                if (current is not null)
                    return Compare(current, document, options ?? _noOptions, hash);
                return !_options.TakesBack && RemovalRows.Contains(_looking, RemovalRows.Document, document.Id) ? AddOutcome.Removed : AddOutcome.Added;
            }
            catch (DbException exception)
            {
                throw _dialect.Explain(exception);
            }
        }
    }

    /// <inheritdoc/>
    public PreparedDocument Prepare(Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var text = RowValues.OfText(analysis.Document.Text);
        return new PreparedDocument(analysis, new AnalysisReading(analysis, _statements()), FindingColumns.Of(analysis), text, DocumentRows.Hash(text), TextShingles.Of(analysis.Document.Text, analysis.Furniture));
    }

    /// <inheritdoc/>
    public AddOutcome Add(PreparedDocument document, AddOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Work(() =>
        {
            var run = BeginRun();
            return Change(() => AddDocument(document, options ?? _noOptions, run), outcome => _counts = outcome switch
            {
                AddOutcome.Added => _counts with { Added = _counts.Added + 1 },
                AddOutcome.Changed => _counts with { Changed = _counts.Changed + 1 },
                AddOutcome.Refreshed => _counts with { Refreshed = _counts.Refreshed + 1 },
                AddOutcome.Removed => _counts with { Skipped = _counts.Skipped + 1 },
                _ => _counts with { Unchanged = _counts.Unchanged + 1 },
            });
        });
    }

    /// <inheritdoc/>
    public bool KeepOriginal(string document, PackedOriginal original)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(original);
        return Work(() =>
        {
            BeginBatch();
            return OriginalRows.Write(_session, document, original);
        });
    }

    /// <inheritdoc/>
    public bool TrySkip(Document document, AddOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Work(() =>
        {
            var current = DocumentRows.FindCurrent(_session, document.Id);
            if (current is null || Compare(current, document, options ?? _noOptions, DocumentRows.Hash(RowValues.OfText(document.Text))) != AddOutcome.Unchanged)
                return false;
            BeginRun();
            _counts = _counts with { Unchanged = _counts.Unchanged + 1 };
            return true;
        });
    }

    /// <inheritdoc/>
    public void CountFailure() => Work(() =>
    {
        BeginRun();
        _counts = _counts with { Failed = _counts.Failed + 1 };
        return true;
    });

    /// <inheritdoc/>
    public bool RemoveDocument(string id, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Work(() => Change(() =>
        {
            if (_session.NullableCount("select number from document where id = $1", id) is not { } document)
                return false;
            foreach (var version in _session.All("select number from version where document = $1", row => row.GetInt64(0), document))
            {
                _derivation.Remove(version);
                DocumentRows.DeleteFindings(_session, version);
            }

            _session.Execute("delete from version where document = $1", document);
            _copies.Delete(document);
            _session.Execute("delete from document where number = $1", document);
            _decisions.ForgetDocument(id, Now);
            RemovalRows.Insert(_session, new Removal(RemovalRows.Document, id, Now, reason));
            return true;
        }));
    }

    /// <inheritdoc/>
    public SpeakerRemoval RemoveSpeaker(string speaker, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return Decide(() => _decisions.RemoveSpeaker(speaker, reason, Now));
    }

    /// <inheritdoc/>
    public bool TakeBack(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Decide(() => _decisions.TakeBack(id, Now));
    }

    /// <inheritdoc/>
    public CorrectionOutcome Correct(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return Decide(() => _decisions.Make(correction, Now));
    }

    /// <inheritdoc/>
    public ListOutcome Import(IReadOnlyList<ListedPerson> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return Decide(() => _decisions.Import(people));
    }

    /// <inheritdoc/>
    public bool Undo(long number) => Decide(() => _decisions.Undo(number, Now));

    /// <inheritdoc/>
    public void Commit() => Work(() =>
    {
        CommitBatch();
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            try
            {
                _session.RollBack();
                _session.Begin();
                if (_run is { } run)
                    _session.Execute("update run set finished = $2 where number = $1", run, RowValues.Of(Now));
                _session.Execute("delete from writer");
                _session.Commit();
            }
            catch (DbException)
            {
                // What was committed stands. Nobody is told of the end, as after a crash.
            }
            finally
            {
                _derivation.Dispose();
                _upkeep.Dispose();
                _session.Dispose();
                lock (_lookGate)
                    _looking?.Dispose();
                _held.Dispose();
            }
        }
    }

    private AddOutcome AddDocument(PreparedDocument given, AddOptions options, long run)
    {
        var found = _decisions.Forgotten.Without(given.Analysis);
        var (text, hash) = (given.Text, given.Hash);
        var current = DocumentRows.FindCurrent(_session, found.Document.Id);
        var outcome = current is null ? AddOutcome.Added : Compare(current, found.Document, options, hash);
        if (outcome == AddOutcome.Unchanged)
            return outcome;
        if (outcome == AddOutcome.Added && RemovalRows.Contains(_session, RemovalRows.Document, found.Document.Id))
        {
            if (!_options.TakesBack)
                return AddOutcome.Removed;
            RemovalRows.TakeBack(_session, RemovalRows.Document, found.Document.Id, Now);
        }

        var analysis = _decisions.Apply(found, hash);
        long version;
        if (outcome == AddOutcome.Refreshed)
        {
            version = current!.Version;
            _derivation.Remove(version);
            DocumentRows.DeleteFindings(_session, version);
            DocumentRows.WriteFindings(_session, version, analysis, options, run);
        }
        else
        {
            var columns = ReferenceEquals(analysis, given.Analysis) ? given.Columns : FindingColumns.Of(analysis);
            version = DocumentRows.InsertVersion(_session, analysis, columns, options, text, hash, run, current);
        }

        // A new row says nothing yet, and writing a version's row again means writing its text again.
        if (outcome == AddOutcome.Refreshed || !ReferenceEquals(found, analysis))
            CorrectionRows.WriteUncorrected(_session, version, ReferenceEquals(found, analysis) ? null : found);
        _copies.Put(analysis.Document.Id, analysis.Published, hash, given.Shingles, outcome == AddOutcome.Added);
        _derivation.Add(version, analysis, given.Reading);
        return outcome;
    }

    private AddOutcome Compare(CurrentVersion current, Document document, AddOptions options, byte[] hash)
    {
        if (!hash.AsSpan().SequenceEqual(current.Hash))
            return AddOutcome.Changed;
        return current.Engine == _options.Engine && DocumentRows.HashFacts(document, options).AsSpan().SequenceEqual(current.FactsHash)
            ? AddOutcome.Unchanged
            : AddOutcome.Refreshed;
    }

    // A run has a row only when it did something.
    private long BeginRun()
    {
        BeginBatch();
        return _run ??= _session.Insert("insert into run (engine, started) values ($1, $2) returning number", _options.Engine, RowValues.Of(Now));
    }

    private void BeginBatch()
    {
        if (!_session.IsInTransaction)
            _session.Begin();
    }

    /// <summary>Makes one change to the batch, whole or not at all.</summary>
    private T Change<T>(Func<T> change, Action<T>? count = null)
    {
        BeginBatch();
        _session.Execute("savepoint change");
        var undo = _derivation.BeginChange();
        T result;
        try
        {
            result = change();
        }
        catch
        {
            _session.Execute("rollback to change");
            _session.Execute("release change");
            undo();
            throw;
        }

        _session.Execute("release change");
        count?.Invoke(result);
        if (++_pending >= _options.BatchDocuments)
            CommitBatch();
        return result;
    }

    /// <summary>Makes one decision, whole or not at all, and keeps it at once: the next one may be about what it made.</summary>
    private T Decide<T>(Func<T> decide) => Work(() =>
    {
        CommitBatch();
        _derivation.LetGo();
        _session.Begin();
        try
        {
            var result = decide();
            _derivation.Settle();
            _derivation.LetGo();
            Keep();
            return result;
        }
        catch
        {
            _session.RollBack();
            _derivation.Forget();
            _decisions.Forgotten.Forget();
            throw;
        }
    });

    private void CommitBatch()
    {
        if (!_session.IsInTransaction)
            return;
        if (_run is { } run)
        {
            _session.Execute(
                "update run set documents = $2, added = $3, changed = $4, refreshed = $5, unchanged = $6, failed = $7, skipped = $8 where number = $1",
                run, _counts.Documents, _counts.Added, _counts.Changed, _counts.Refreshed, _counts.Unchanged, _counts.Failed, _counts.Skipped);
        }

        _derivation.Settle();
        Keep();
        _pending = 0;
    }

    private void Keep()
    {
        _upkeep.BeforeCommit();
        _session.Commit();
        _derivation.NoteCommit();
        _upkeep.AfterCommit();
    }

    private T Work<T>(Func<T> work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                return work();
            }
            catch (DbException exception)
            {
                throw _dialect.Explain(exception);
            }
        }
    }
}
