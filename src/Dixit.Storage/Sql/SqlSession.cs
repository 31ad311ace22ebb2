// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;

namespace Dixit.Storage.Sql;

/// <summary>One connection with its prepared commands. For one thread at a time.</summary>
/// <remarks>Statements number their parameters <c>$1</c>, <c>$2</c>, which SQLite and PostgreSQL both take.</remarks>
/// <param name="connection">Open; the session closes it.</param>
/// <param name="begin">Begins a transaction of the kind that the session is for.</param>
/// <param name="prepare">Prepares a statement with so many parameters.</param>
internal sealed class SqlSession(DbConnection connection, Func<DbTransaction> begin, Func<string, int, SqlStatement> prepare) : IDisposable
{
    private readonly Dictionary<string, SqlStatement> _statements = [];
    private DbTransaction? _transaction;

    /// <summary>The connection, for what only its dialect knows.</summary>
    public DbConnection Connection => connection;

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction => _transaction is not null;

    /// <summary>Begins a transaction.</summary>
    public void Begin() => _transaction = begin();

    /// <summary>Keeps what the transaction did.</summary>
    public void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
    }

    /// <summary>Undoes what the transaction did, if one is open.</summary>
    public void RollBack()
    {
        _transaction?.Rollback();
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Start(sql, values);
        try
        {
            while (statement.Step())
            {
            }

            return statement.Changes;
        }
        finally
        {
            End(statement);
        }
    }

    /// <summary>Runs statements without parameters, one after the other, without keeping them.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>The number of the row that an insertion <c>returning number</c> made.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values) => All(sql, row => row.GetInt64(0), values)[0];

    /// <summary>The first column of the first row, or null where there is no row or no value.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => First(sql, row => row.GetValue(0), values);

    /// <summary>A whole number, or 0 where there is none.</summary>
    public long Count(string sql, params ReadOnlySpan<object?> values) => Convert.ToInt64(Scalar(sql, values) ?? 0L);

    /// <summary>A whole number, or null where there is none.</summary>
    public long? NullableCount(string sql, params ReadOnlySpan<object?> values) => Scalar(sql, values) is { } value ? Convert.ToInt64(value) : null;

    /// <summary>The first row, or the default value where there is none.</summary>
    public T? First<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<object?> values)
    {
        var statement = Start(sql, values);
        try
        {
            return statement.Step() ? read(statement) : default;
        }
        finally
        {
            End(statement);
        }
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<object?> values)
    {
        var all = new List<T>();
        var statement = Start(sql, values);
        try
        {
            while (statement.Step())
                all.Add(read(statement));
            return all;
        }
        finally
        {
            End(statement);
        }
    }

    /// <summary>The rows as they are asked for; other statements may run in between, but not this one again.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqlRow, T> read, params object?[] values)
    {
        var statement = Start(sql, values);
        try
        {
            while (statement.Step())
                yield return read(statement);
        }
        finally
        {
            End(statement);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction?.Dispose();
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private SqlStatement Start(string sql, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = prepare(sql, values.Length));
        if (statement.IsRunning)
            throw new InvalidOperationException("The statement is still being read.");
        statement.Bind(values);
        statement.IsRunning = true;
        return statement;
    }

    private static void End(SqlStatement statement)
    {
        statement.IsRunning = false;
        statement.Reset();
    }
}
