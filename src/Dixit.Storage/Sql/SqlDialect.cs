// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;

namespace Dixit.Storage.Sql;

/// <summary>What one database system does its own way; everything else is plain SQL that all of them take.</summary>
internal abstract class SqlDialect : IDisposable
{
    /// <summary>The newest form of the schema that this program knows.</summary>
    public abstract int Form { get; }

    /// <summary>Where the ledger is, for people.</summary>
    public abstract string Place { get; }

    /// <summary>Whether there is a ledger yet.</summary>
    public abstract bool Exists { get; }

    /// <summary>The room that the ledger takes, in bytes.</summary>
    public abstract long Bytes { get; }

    /// <summary>Opens a session that cannot write, whose transactions see one state.</summary>
    public abstract SqlSession OpenReader();

    /// <summary>Opens a session that can write, making the database if there is none.</summary>
    public abstract SqlSession OpenWriter();

    /// <summary>Takes the right to write, or returns null where it was not to be had in time.</summary>
    public abstract IDisposable? TakeWriterLock(TimeSpan wait, Action? onWait, CancellationToken cancellation);

    /// <summary>Whether a connection's process still holds the right to write.</summary>
    public abstract bool IsWriterLockHeld();

    /// <summary>The form of the schema that is there, 0 for none.</summary>
    public abstract int FindForm(SqlSession session);

    /// <summary>Brings the schema from a form to the newest, in the transaction that is open.</summary>
    public abstract void Migrate(SqlSession session, int from);

    /// <summary>Looks for damage below the tables.</summary>
    public abstract IEnumerable<string> Check(SqlSession session);

    /// <summary>Gives room back.</summary>
    public abstract void Vacuum(SqlSession session);

    /// <summary>Copies the ledger.</summary>
    public abstract void BackUp(SqlSession session, string place);

    /// <summary>The problem that an exception of the system stands for.</summary>
    public abstract LedgerException Explain(DbException exception);

    /// <inheritdoc/>
    public abstract void Dispose();
}
