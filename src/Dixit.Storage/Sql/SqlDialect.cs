// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Dixit.Statements;

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

    /// <summary>Makes the words of a wording findable.</summary>
    public abstract void IndexWords(SqlSession session, long wording, long? speaker, StatementText text);

    /// <summary>Makes the words of a wording findable no more.</summary>
    public abstract void UnindexWords(SqlSession session, long wording);

    /// <summary>Makes no words findable.</summary>
    public abstract void ClearIndexes(SqlSession session);

    /// <summary>Makes the words of a version's heading findable.</summary>
    public abstract void IndexHeading(SqlSession session, long version, IReadOnlyList<string> stems, string folded);

    /// <summary>Makes the words of a version's heading findable no more.</summary>
    public abstract void UnindexHeading(SqlSession session, long version);

    /// <summary>The wordings that hold all words, the best first; read as they are asked for.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="words">The words.</param>
    /// <param name="speakers">The rows of the speakers whose wordings count, or null for all.</param>
    public abstract IEnumerable<(long Wording, double Score)> FindWordings(SqlSession session, WordQuery words, IReadOnlyList<long>? speakers);

    /// <summary>The wordings that share most stems with a text, at most so many.</summary>
    public abstract IReadOnlyList<long> FindLikeWordings(SqlSession session, IReadOnlyList<string> stems, long? speaker, int limit);

    /// <summary>The wordings that share a key with a text, at most so many.</summary>
    public abstract IReadOnlyList<long> FindPairedWordings(SqlSession session, IReadOnlyList<long> keys, long? speaker, int limit);

    /// <summary>The versions whose heading holds all words.</summary>
    public abstract IReadOnlyList<long> FindHeadings(SqlSession session, WordQuery words);

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
