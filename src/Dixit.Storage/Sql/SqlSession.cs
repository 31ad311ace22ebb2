// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;

namespace Dixit.Storage.Sql;

/// <summary>One connection with its prepared commands. For one thread at a time.</summary>
/// <remarks>Statements number their parameters <c>$1</c>, <c>$2</c>, which SQLite and PostgreSQL both take.</remarks>
/// <param name="connection">Open; the session closes it.</param>
/// <param name="begin">Begins a transaction of the kind that the session is for.</param>
internal sealed class SqlSession(DbConnection connection, Func<DbTransaction> begin) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];
    private readonly HashSet<DbCommand> _running = [];
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
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs statements without parameters, one after the other, without keeping them.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>The number of the row that an insertion <c>returning number</c> made.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values) => Convert.ToInt64(Prepare(sql, values).ExecuteScalar());

    /// <summary>The first column of the first row, or null where there is no row or no value.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() is var value and not DBNull ? value : null;

    /// <summary>A whole number, or 0 where there is none.</summary>
    public long Count(string sql, params ReadOnlySpan<object?> values) => Convert.ToInt64(Scalar(sql, values) ?? 0L);

    /// <summary>A whole number, or null where there is none.</summary>
    public long? NullableCount(string sql, params ReadOnlySpan<object?> values) => Scalar(sql, values) is { } value ? Convert.ToInt64(value) : null;

    /// <summary>The first row, or the default value where there is none.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var rows = Prepare(sql, values).ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var all = new List<T>();
        using var rows = Prepare(sql, values).ExecuteReader();
        while (rows.Read())
            all.Add(read(rows));
        return all;
    }

    /// <summary>The rows as they are asked for; other statements may run in between, but not this one again.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        var command = Prepare(sql, values);
        if (!_running.Add(command))
            throw new InvalidOperationException("The statement is still being read.");
        try
        {
            using var rows = command.ExecuteReader();
            while (rows.Read())
                yield return read(rows);
        }
        finally
        {
            _running.Remove(command);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction?.Dispose();
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"${i + 1}";
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
