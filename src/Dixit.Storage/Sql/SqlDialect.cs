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
    /// <param name="use">What for; it decides how much is kept in memory.</param>
    public abstract SqlSession OpenReader(ReaderUse use = ReaderUse.Asking);

    /// <summary>Opens a session that can write, making the database if there is none.</summary>
    public abstract SqlSession OpenWriter();

    /// <summary>Looks after the database while somebody writes to it.</summary>
    public abstract WriterUpkeep KeepUp(SqlSession writer);

    /// <summary>Takes the right to write, or returns null where it was not to be had in time.</summary>
    public abstract IDisposable? TakeWriterLock(TimeSpan wait, Action? onWait, CancellationToken cancellation);

    /// <summary>Whether a connection's process still holds the right to write.</summary>
    public abstract bool IsWriterLockHeld();

    /// <summary>The form of the schema that is there, 0 for none.</summary>
    public abstract int FindForm(SqlSession session);

    /// <summary>Brings the schema from a form to the newest, in the transaction that is open.</summary>
    public abstract void Migrate(SqlSession session, int from);

    /// <summary>Makes a content findable by its words and facets.</summary>
    public abstract void IndexContent(SqlSession session, long content, IndexedContent indexed);

    /// <summary>Makes a content findable no more.</summary>
    public abstract void UnindexContent(SqlSession session, long content);

    /// <summary>Makes a wording findable by its keys, among all and among those of its speaker.</summary>
    public abstract void IndexKeys(SqlSession session, long wording, long? speaker, IReadOnlyList<long> keys);

    /// <summary>Makes a wording findable by its keys no more.</summary>
    public abstract void UnindexKeys(SqlSession session, long wording);

    /// <summary>Makes a wording findable among those of its speaker by the sample of its keys.</summary>
    public abstract void IndexLinks(SqlSession session, long speaker, long wording, IReadOnlyList<long> keys);

    /// <summary>Makes a wording findable among those of its speaker no more.</summary>
    public abstract void UnindexLinks(SqlSession session, long speaker, long wording, IReadOnlyList<long> keys);

    /// <summary>The wordings of a speaker that share two of these keys, or one where either text is short; those that share most first.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="speaker">The row of the speaker.</param>
    /// <param name="keys">The keys of a text.</param>
    /// <param name="isShort">Whether it is short.</param>
    /// <param name="near">The days in which a wording must have been told, or one of its days be unknown, unless it shares one of <see cref="StatementTimes.SharedLater"/>
    /// keys; null for all days. Wordings that were told before and after, but not then, may be among the answers.</param>
    public abstract IReadOnlyList<LinkedWording> FindLinked(SqlSession session, long speaker, IReadOnlyList<long> keys, bool isShort, (DateOnly First, DateOnly Last)? near);

    /// <summary>Makes no words findable.</summary>
    public abstract void ClearIndexes(SqlSession session);

    /// <summary>The contents that match, those indexed last first.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="match">What must fit.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="isRanked">Whether scores are needed: the smaller, the better the words fit. What has all of them in fewer words fits better.</param>
    public abstract IReadOnlyList<ContentHit> FindContents(SqlSession session, ContentMatch match, int limit, bool isRanked);

    /// <summary>The same with what is counted of each content.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="match">What must fit.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="isRanked">Whether scores are needed.</param>
    /// <param name="withIds">Whether the ids of the statements are needed.</param>
    public abstract IReadOnlyList<ContentFacts> FindFacts(SqlSession session, ContentMatch match, int limit, bool isRanked, bool withIds);

    /// <summary>What is counted of all contents that match, in no order, read as it is asked for.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="match">What must fit.</param>
    public abstract IEnumerable<ContentFacts> StreamFacts(SqlSession session, ContentMatch match);

    /// <summary>The rows of the contents that have the words and facets of a match, whatever their days and traits; those indexed last first.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="match">What must fit.</param>
    /// <param name="rows">Takes the rows.</param>
    /// <returns>How many there are, up to the number that there is room for.</returns>
    public abstract int FindRows(SqlSession session, ContentMatch match, Span<long> rows);

    /// <summary>The condition that a column has one of the numbers of a parameter (<see cref="RowValues.OfNumbers"/>).</summary>
    public abstract string OneOf(string column, int parameter);

    /// <summary>Wordings that share words with a text, at most so many; those with rarer words in common among them.</summary>
    public abstract IReadOnlyList<long> FindLikeWordings(SqlSession session, IReadOnlyList<string> stems, long? speaker, int limit);

    /// <summary>The wordings that have all of these keys, at most so many.</summary>
    public abstract IReadOnlyList<long> FindKeyed(SqlSession session, ReadOnlySpan<long> keys, long? speaker, int limit);

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
