// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace Dixit.Storage.Sqlite;

/// <summary>Takes what was written of late to its place: keys in the table of all keys, pages of the log in the ledger.</summary>
/// <param name="session">The writer's.</param>
/// <param name="path">The ledger.</param>
/// <param name="open">Opens another connection to it.</param>
internal sealed class SqliteUpkeep(SqlSession session, string path, Func<SqliteConnection> open) : WriterUpkeep
{
    // Keys go to their place after so many commits at the latest. More would leave fewer pages of the large table to write each time, and make the small
    // one larger; at 200,000 documents the two together are least hereabouts.
    private const int Parts = 48;

    // The log may grow to this before it is copied, in bytes: most pages are written again and again, and are then copied once.
    private const long WorthCopying = 192 * 1024 * 1024;
    private const string Copy = "pragma wal_checkpoint(passive)";

    private SqliteConnection? _copying;
    private Task? _copy;
    private long _settled; // the last speaker whose keys went to their place

    /// <inheritdoc/>
    public override void BeforeCommit()
    {
        var most = session.Count("select max(speaker) from fresh_wording_key");
        var width = (most / Parts) + 1;
        session.Execute(
            "insert or ignore into wording_key (speaker, key, wording, size) select speaker, key, wording, size from fresh_wording_key where speaker between $1 and $2", _settled + 1, _settled + width);
        session.Execute("delete from fresh_wording_key where speaker between $1 and $2", _settled + 1, _settled + width);
        _settled = _settled + width >= most ? 0 : _settled + width;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Copying takes about as long as a batch, most of it waiting for the disk, so another thread does it while the next batch is made. By then the log has grown by
    /// that batch; it can begin anew only when all of it is copied and nobody reads it, so the rest is copied here, between two transactions.
    /// </remarks>
    public override void AfterCommit()
    {
        if (_copy is { } copy)
        {
            if (!copy.IsCompleted)
                return;
            _copy = null;
            copy.GetAwaiter().GetResult();
            session.ExecuteScript(Copy);
        }
        else if (new FileInfo(path + "-wal") is { Exists: true, Length: > WorthCopying })
        {
            _copy = Task.Run(() =>
            {
                _copying ??= open();
                // What readers still need is copied another time, so nothing that it says is an error but what it throws.
                using var command = _copying.CreateCommand();
                command.CommandText = Copy;
                command.ExecuteNonQuery();
            });
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // What is not copied now the log holds until somebody else does it.
        _copy?.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        _copying?.Dispose();
        try
        {
            session.ExecuteScript(Copy);
        }
        catch (SqliteException)
        {
        }
    }
}
