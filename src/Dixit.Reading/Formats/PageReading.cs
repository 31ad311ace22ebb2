// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Pages;

namespace Dixit.Reading.Formats;

/// <summary>Reads a page: a file, or one that came in a web archive, in a mail, from a server.</summary>
internal static class PageReading
{
    /// <summary>The document of a page, or why there is none.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="source">What it was read from, with its address and what its server says of it.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, InputSource source)
    {
        var result = PageDocument.Read(bytes, source.Path, source.Url ?? source.Stem, source.Url, source.ContentType, source.Fetched, source.Options, source.Cancellation);
        return source.Options.KeepsOriginals && result.Succeeded && source.Whole is null ? result.From(bytes) : result;
    }
}
