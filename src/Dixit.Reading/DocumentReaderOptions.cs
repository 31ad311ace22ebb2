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
}
