// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sqlite;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract of lists, kept in SQLite.</summary>
public sealed class SqliteListTests : ListContractTests
{
    private readonly TemporaryFolder _folder = new();

    public override void Dispose() => _folder.Dispose();

    protected override ILedger Open() => SqliteLedger.At(_folder.In("dixit.db"), Statements, new Clock());
}
