// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sqlite;
using Dixit.Storage.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract of lists of people, kept in SQLite.</summary>
public sealed class SqlitePeopleListTests : PeopleListContractTests
{
    private readonly TemporaryFolder _folder = new();

    public override void Dispose() => _folder.Dispose();

    protected override ILedger Open() => SqliteLedger.At(_folder.In("dixit.db"), Statements, new Clock());

    protected override void Outdate()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.In("dixit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "update derivation set engine = 'older'";
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
