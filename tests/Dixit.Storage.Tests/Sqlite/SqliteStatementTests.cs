// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sqlite;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract of statements, kept in SQLite.</summary>
public sealed class SqliteStatementTests : StatementContractTests
{
    private readonly TemporaryFolder _folder = new();

    public override void Dispose() => _folder.Dispose();

    protected override ILedger Open(string name = "dixit") => SqliteLedger.At(_folder.In(name + ".db"), Statements, new Clock());
}
