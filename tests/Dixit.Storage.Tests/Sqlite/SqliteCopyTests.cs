// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract of copies, kept in SQLite.</summary>
public sealed class SqliteCopyTests : CopyContractTests
{
    private readonly SqliteFiles _files = new(Statements);

    public override void Dispose() => _files.Dispose();

    protected override ILedger Open(string name = "dixit") => _files.Open(name);

    protected override void Outdate() => _files.Outdate();

    protected override void ForgetCopies()
    {
        foreach (var table in (string[])["copy", "sketch", "shingle", "copy_rules"])
            Assert.NotEqual(0, _files.Execute($"delete from {table}"));
    }
}
