// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sqlite;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract, kept in SQLite.</summary>
public sealed class SqliteLedgerTests : LedgerContractTests
{
    private readonly TemporaryFolder _folder = new();
    private readonly Clock _clock = new();

    public override void Dispose() => _folder.Dispose();

    protected override ILedger Open() => SqliteLedger.At(_folder.In("dixit.db"), null, _clock);

    protected override ILedger OpenCopy(string place) => SqliteLedger.At(place, null, _clock);
}
