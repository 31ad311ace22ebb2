// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sqlite;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract, kept in SQLite.</summary>
public sealed class SqliteLedgerTests : LedgerContractTests
{
    private readonly SqliteFiles _files = new(Statements);

    public override void Dispose() => _files.Dispose();

    protected override ILedger Open(string name = "dixit") => _files.Open(name);

    protected override void Outdate() => _files.Outdate();

    protected override ILedger OpenCopy(string place) => SqliteLedger.At(place, null, new Clock());
}
