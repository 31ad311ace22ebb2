// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract of statistics, kept in SQLite.</summary>
public sealed class SqliteStatisticsTests : StatisticsContractTests
{
    private readonly SqliteFiles _files = new(Statements);

    public override void Dispose() => _files.Dispose();

    protected override ILedger Open(string name = "dixit") => _files.Open(name);

    protected override void Outdate() => _files.Outdate();
}
