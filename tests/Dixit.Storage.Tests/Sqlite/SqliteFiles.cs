// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;
using Dixit.Storage.Sqlite;
using Dixit.Storage.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The ledgers of one test, in a folder of its own.</summary>
internal sealed class SqliteFiles(Func<StatementReader> statements) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public ILedger Open(string name) => SqliteLedger.At(In(name), statements, new Clock());

    /// <summary>Makes a ledger believe that it was derived by older rules.</summary>
    public void Outdate(string name = "dixit") => Assert.Equal(1, Execute("update derivation set engine = 'older'", name));

    /// <summary>Runs a statement behind the ledger's back, and tells how many rows it changed.</summary>
    public int Execute(string sql, string name = "dixit")
    {
        using var connection = new SqliteConnection($"Data Source={In(name)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Dispose();

    private string In(string name) => _folder.In($"{name}.db");
}
