// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Fetching;
using Dixit.Reading.Formats;
using Dixit.Reading.Inputs;

namespace Dixit.Reading;

/// <summary>Reads files, folders and streams into documents. Bad input is a result, never an exception.</summary>
/// <remarks>Immutable, so one instance serves any number of runs at once. Within one run, that is one call, no two documents share an id.</remarks>
public sealed class DocumentReader
{
    private readonly DocumentReaderOptions _options;
    private readonly WebSource? _web;
    private readonly WebDocuments? _pages;

    /// <summary>Makes a reader.</summary>
    /// <param name="options">What it is told; the defaults where null.</param>
    /// <param name="web">The web, or null for a reader that fetches nothing.</param>
    public DocumentReader(DocumentReaderOptions? options = null, WebSource? web = null)
    {
        _options = options ?? new DocumentReaderOptions();
        _web = web;
        _pages = web is null ? null : new WebDocuments(web, _options);
    }

    /// <summary>Whether a path is an address of the web rather than of a file.</summary>
    public static bool IsAddress(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return WebDocuments.IsAddress(path);
    }

    /// <summary>Reads files, all known files below folders, and what patterns (<c>*</c>, <c>?</c>, <c>**</c>) match; and addresses, where there is a web.</summary>
    /// <param name="paths">What to read, in this order. A file that several paths lead to is read once.</param>
    /// <param name="cancellation">Ends the run between two documents by an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A document or a problem for each thing there was to read. Files are opened as results are asked for, one at a time.</returns>
    public IEnumerable<ReadResult> Read(IReadOnlyList<string> paths, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
        return LeaveOutDuplicates(Follow(ReadPaths(paths, cancellation), cancellation));
    }

    /// <summary>Reads a stream, such as standard input.</summary>
    /// <param name="stream">The bytes; read as results are asked for, and left open.</param>
    /// <param name="format">What they are.</param>
    /// <param name="name">How to call the stream in results and problems, and the id of what brings none.</param>
    /// <param name="cancellation">Ends the run between two documents by an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public IEnumerable<ReadResult> ReadStream(Stream stream, InputFormat format, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return LeaveOutDuplicates(ReadInput(() => stream, true, FormatReaders.For(format), name, name, format == InputFormat.Unknown ? name + ".jsonl" : name, cancellation));
    }

    /// <summary>Makes documents of what was fetched.</summary>
    /// <param name="fetched">What was fetched.</param>
    /// <param name="cancellation">Ends the run between two documents.</param>
    /// <exception cref="InvalidOperationException">The reader has no web.</exception>
    public IEnumerable<ReadResult> ReadFetched(Fetched fetched, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        return _pages is null ? throw new InvalidOperationException("The reader has no web.") : LeaveOutDuplicates(Follow(_pages.Read(fetched, cancellation), cancellation));
    }

    /// <summary>Reads runs of files and runs of addresses in their order.</summary>
    private IEnumerable<ReadResult> ReadPaths(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        if (_pages is null || !paths.Any(WebDocuments.IsAddress))
            return ReadFiles(paths, cancellation);
        return Runs(paths).SelectMany(run => WebDocuments.IsAddress(run[0]) ? _pages.Read(run, cancellation) : ReadFiles(run, cancellation));
    }

    private static IEnumerable<List<string>> Runs(IReadOnlyList<string> paths)
    {
        var run = new List<string>();
        foreach (var path in paths)
        {
            if (run.Count > 0 && WebDocuments.IsAddress(run[0]) != WebDocuments.IsAddress(path))
            {
                yield return run;
                run = [];
            }

            run.Add(path);
        }

        if (run.Count > 0)
            yield return run;
    }

    private IEnumerable<ReadResult> Follow(IEnumerable<ReadResult> results, CancellationToken cancellation) =>
        _pages is not null && _web!.FollowsLinks ? results.Select(result => _pages.Follow(result, cancellation)).OfType<ReadResult>() : results;

    private IEnumerable<ReadResult> ReadFiles(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        foreach (var file in new InputPaths(FormatReaders.Endings, FormatReaders.HasKnownEnding).Expand(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Problem is not null)
            {
                yield return ReadResult.Of(file.Problem);
                continue;
            }

            foreach (var result in ReadInput(() => Open(file.Path), false, null, file.Path, file.Stem, file.Path, cancellation))
                yield return result;
        }
    }

    // Large reads go past the buffer anyway, small files are read at once.
    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);

    private IEnumerable<ReadResult> ReadInput(Func<Stream> open, bool leaveOpen, FormatReader? reader, string path, string stem, string name, CancellationToken cancellation) =>
        InputReader.Read(open, leaveOpen, reader, bytes => new InputSource(path, stem, bytes, _options, cancellation) { Name = name }, path, isOutermost: true);

    private static IEnumerable<ReadResult> LeaveOutDuplicates(IEnumerable<ReadResult> results)
    {
        var seen = new SeenNames();
        foreach (var result in results)
        {
            yield return !result.Succeeded || seen.Add(result.Document.Id)
                ? result
                : ReadResult.Of(ReadProblems.ReportDuplicateId(result.Path, result.Document.Id, result.Line));
        }
    }
}
