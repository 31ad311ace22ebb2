// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract of what documents bring, kept in SQLite.</summary>
public sealed class SqliteProvenanceTests : ProvenanceContractTests
{
    private readonly SqliteFiles _files = new(Statements);

    public override void Dispose() => _files.Dispose();

    protected override ILedger Open(string name = "dixit") => _files.Open(name);

    protected override void Outdate() => _files.Outdate();

    protected override int CountOriginals() => _files.Execute("delete from original");
}
