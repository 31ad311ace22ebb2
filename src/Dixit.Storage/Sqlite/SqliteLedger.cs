// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;
using Dixit.Storage.Sql;

namespace Dixit.Storage.Sqlite;

/// <summary>Ledgers in one SQLite file each; nothing to install.</summary>
public static class SqliteLedger
{
    /// <summary>A ledger at a path. The file is made when it is first written to.</summary>
    /// <param name="path">The file; beside it stand <c>-wal</c>, <c>-shm</c> and <c>-lock</c> while it is in use.</param>
    /// <param name="statements">What reads words, asked for when it is first needed; that of a new pipeline where null.</param>
    /// <param name="time">What tells the time of runs and removals; the system's clock where null.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static ILedger At(string path, Func<StatementReader>? statements = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var made = new Lazy<StatementReader>(statements ?? (() => new PipelineBuilder().Build().Statements));
        return new SqlLedger(new SqliteDialect(Path.GetFullPath(path), path), time ?? TimeProvider.System, () => made.Value);
    }
}
