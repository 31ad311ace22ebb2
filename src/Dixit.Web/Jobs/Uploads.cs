// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading;
using Dixit.Reading.Fetching;
using Microsoft.AspNetCore.Http;

namespace Dixit.Web.Jobs;

/// <summary>Makes jobs of what people send.</summary>
internal static class Uploads
{
    /// <summary>The most bytes of one request.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    /// <summary>The most bytes of a line of an export: a document, and what was found in it.</summary>
    public const int MostLineBytes = 64 * 1024 * 1024;

    private const string ExportName = "export.jsonl";
    private const string SamplesPrefix = "samples/";
    private const int LongestName = 120;

    /// <summary>A job that reads files; they are kept in a folder of their own until it is over.</summary>
    public static async Task<ReadJob> KeepAsync(IFormFileCollection files, string? outlet, DateOnly? published, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("dixit-upload-").FullName;
        try
        {
            var paths = new List<string>();
            foreach (var file in files)
            {
                // Each in a folder of its own, so that names may be the same; the reader tells ids apart.
                var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, $"{paths.Count}")).FullName, SafeName(file.FileName));
                await using (var kept = File.Create(path))
                    await file.CopyToAsync(kept, cancellation);
                paths.Add(path);
            }

            var reader = new DocumentReader(new DocumentReaderOptions { Outlet = outlet, Published = published, NamesPagesByAddress = true });
            return new ReadJob(stop => reader.Read(paths, stop), paths.Count, folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>A job that takes in what another ledger exported, kept in a folder of its own until it is over.</summary>
    /// <returns>Null where nothing was sent.</returns>
    public static async Task<ReadJob?> KeepExportAsync(Stream lines, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("dixit-import-").FullName;
        try
        {
            var path = Path.Combine(folder, ExportName);
            await using (var kept = File.Create(path))
            {
                await lines.CopyToAsync(kept, cancellation);
                if (kept.Length > 0)
                    return new ReadJob(_ => [], 1, folder) { Imports = path };
            }

            Directory.Delete(folder, recursive: true);
            return null;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>A job that fetches what stands at addresses of the web: pages, feeds, whatever files may hold.</summary>
    /// <param name="addresses">The addresses; nothing but addresses.</param>
    /// <param name="follows">Whether of a feed the articles are read that its items link to.</param>
    /// <param name="outlet">The outlet where they do not say, or null.</param>
    /// <param name="published">The day where they do not say, or null.</param>
    /// <param name="fetcher">Fetches.</param>
    public static ReadJob OfAddresses(IReadOnlyList<string> addresses, bool follows, string? outlet, DateOnly? published, WebFetcher fetcher)
    {
        // A reader takes the paths of files too, and these come from outside.
        if (addresses.FirstOrDefault(address => !DocumentReader.IsAddress(address)) is { } path)
            throw new ArgumentException($"\"{path}\" is no address.", nameof(addresses));
        var reader = new DocumentReader(new DocumentReaderOptions { Outlet = outlet, Published = published }, new WebSource(fetcher) { FollowsLinks = follows });
        return new ReadJob(stop => reader.Read(addresses, stop), addresses.Count, null);
    }

    /// <summary>A job of documents that are there already.</summary>
    public static ReadJob Of(IReadOnlyList<Document> documents) => new(_ => documents.Select(document => ReadResult.Of(document, document.Id)), documents.Count, null);

    /// <summary>A job that reads the samples: one invented affair as many articles tell it.</summary>
    public static ReadJob OfSamples()
    {
        var folder = Directory.CreateTempSubdirectory("dixit-samples-").FullName;
        var assembly = typeof(Uploads).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(SamplesPrefix, StringComparison.Ordinal)))
        {
            using var file = File.Create(Path.Combine(folder, name[SamplesPrefix.Length..]));
            using var sample = assembly.GetManifestResourceStream(name)!;
            sample.CopyTo(file);
        }

        return new ReadJob(stop => new DocumentReader(new DocumentReaderOptions { NamesPagesByAddress = true }).Read([folder], stop), Directory.GetFiles(folder).Length, folder);
    }

    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new string([.. last.Select(character => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' or ' ' ? character : '_')]).TrimStart('.').Trim();
        if (safe.Length > LongestName)
            safe = safe[..(LongestName / 2)] + safe[^(LongestName / 2)..];
        return safe.Length == 0 ? "document.txt" : safe;
    }
}
