// SPDX-License-Identifier: Apache-2.0
using System.Reflection;

namespace Dixit.Storage;

/// <summary>How to open a ledger for writing. Immutable.</summary>
public sealed class WriterOptions
{
    private readonly int _batchDocuments = 512;

    /// <summary>The version of the engine whose findings are written; what another version found is read again. The library's own unless set.</summary>
    public string Engine { get; init; } = typeof(Pipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>How long to wait for another writer to end; ten seconds unless set.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Called once when there is another writer to wait for, with who it is as far as that is known, or null.</summary>
    public Action<WriterInfo?>? OnWait { get; init; }

    /// <summary>Called now and then while speakers and statements are worked out anew, because an older version of the program did so last: how many
    /// versions of documents are done, and of how many.</summary>
    public Action<long, long>? OnDerive { get; init; }

    /// <summary>Whether documents that were removed are taken in again when they are read.</summary>
    public bool TakesBack { get; init; }

    /// <summary>After how many documents a batch is kept without being asked; 512 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int BatchDocuments
    {
        get => _batchDocuments;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _batchDocuments = value;
        }
    }
}
