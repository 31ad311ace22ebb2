// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>What a database system has to do around the commits of whoever writes. For one thread at a time.</summary>
internal abstract class WriterUpkeep : IDisposable
{
    /// <summary>Called before each commit, in its transaction.</summary>
    public abstract void BeforeCommit();

    /// <summary>Called after each commit, outside any transaction.</summary>
    public abstract void AfterCommit();

    /// <inheritdoc/>
    public abstract void Dispose();
}
