// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dixit.Storage.Sqlite;

/// <summary>A statement of SQLite's own.</summary>
/// <remarks>
/// Reading in runs some 150 small statements a document. What ADO.NET does around each (it looks parameters up by name, asks for their types, makes a reader)
/// costs about as much as the statement.
/// </remarks>
internal sealed class SqliteStatement : SqlStatement
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _parameters;

    public SqliteStatement(sqlite3 database, string sql, int parameters)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        // Named parameters are numbered in the order in which they come.
        _parameters = new int[parameters];
        for (var i = 0; i < parameters; i++)
            _parameters[i] = raw.sqlite3_bind_parameter_index(_statement, string.Create(CultureInfo.InvariantCulture, $"${i + 1}"));
    }

    /// <inheritdoc/>
    public override int Changes => raw.sqlite3_changes(_database);

    /// <inheritdoc/>
    public override void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var place = _parameters[i];
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(_statement, place),
                string text => raw.sqlite3_bind_text(_statement, place, text),
                long number => raw.sqlite3_bind_int64(_statement, place, number),
                double number => raw.sqlite3_bind_double(_statement, place, number),
                byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
                var other => throw new ArgumentException($"There is no column for {other.GetType()}.", nameof(values)),
            });
        }
    }

    /// <inheritdoc/>
    public override bool Step()
    {
        var outcome = raw.sqlite3_step(_statement);
        if (outcome is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(outcome);
        return outcome == raw.SQLITE_ROW;
    }

    /// <inheritdoc/>
    public override void Reset() => raw.sqlite3_reset(_statement); // It says again what was wrong with the last step.

    /// <inheritdoc/>
    public override bool IsDBNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public override long GetInt64(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <inheritdoc/>
    public override double GetDouble(int column) => raw.sqlite3_column_double(_statement, column);

    /// <inheritdoc/>
    public override string GetString(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <inheritdoc/>
    public override byte[] GetBytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetSpan(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <inheritdoc/>
    public override object? GetValue(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => GetDouble(column),
        raw.SQLITE_TEXT => GetString(column),
        _ => GetBytes(column),
    };

    /// <inheritdoc/>
    public override void Dispose() => _statement.Dispose();

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _database);
}
