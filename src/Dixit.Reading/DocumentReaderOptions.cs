// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading;

/// <summary>What a <see cref="DocumentReader"/> is told. Immutable.</summary>
public sealed class DocumentReaderOptions
{
    private readonly int _maxDocumentBytes = 64 * 1024 * 1024;

    /// <summary>The most bytes that a text file, a JSON file or one line of JSON Lines may take; 64 MiB unless set. A file of JSON Lines has no limit as a whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than 512 MiB, above which no string can hold the text.</exception>
    public int MaxDocumentBytes
    {
        get => _maxDocumentBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 512 * 1024 * 1024);
            _maxDocumentBytes = value;
        }
    }

    /// <summary>The day of publication for documents that do not bring their own, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The outlet for documents that do not bring their own, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The most bytes that may come out of one compressed file, all that is packed in it together; 64 GiB unless set. However low
    /// or high it is, what grows to more than two hundred times its own size is stopped after the first 256 MiB.</summary>
    public long MaxExpandedBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Whether results carry the bytes that their document was read from: the file, or the record in a file of many.</summary>
    public bool KeepsOriginals { get; init; }

    /// <summary>Whether a page is named by the canonical address that it states, rather than by its file or by the address that it was fetched from; so that it is one document
    /// wherever it was read. An address on another site than the one that it was fetched from is not believed.</summary>
    public bool NamesPagesByAddress { get; init; }

    /// <summary>For tables: the column that holds a field (<c>text</c>, <c>id</c>, <c>title</c>, <c>outlet</c>, <c>published</c>, <c>language</c>,
    /// <c>uri</c>), by the field's name. A field that is not named here is in the column of its own name, where there is one.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}
