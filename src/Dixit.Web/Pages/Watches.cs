// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Dixit.Web.Pages;

/// <summary>A saved search.</summary>
/// <param name="Name">What somebody calls it.</param>
/// <param name="Query">The query string of the search page, without its question mark.</param>
internal sealed record Watch(string Name, string Query);

/// <summary>The saved searches, kept in a file beside the ledger. For any number of threads.</summary>
internal sealed class Watches(DeskOptions options)
{
    /// <summary>The most that are kept.</summary>
    public const int Most = 500;

    private readonly Lock _lock = new();

    private string File_ => options.LedgerPath + "-watches.json";

    /// <summary>All of them, in the order they were made.</summary>
    public IReadOnlyList<Watch> All()
    {
        lock (_lock)
        {
            return Read();
        }
    }

    /// <summary>Keeps another; one of the same search has its name changed.</summary>
    /// <returns>False where there are too many.</returns>
    public bool TryAdd(Watch watch)
    {
        lock (_lock)
        {
            var watches = Read();
            watches.RemoveAll(known => known.Query == watch.Query);
            if (watches.Count >= Most)
                return false;
            watches.Add(watch);
            Write(watches);
            return true;
        }
    }

    /// <summary>Lets go of one.</summary>
    public void Remove(string query)
    {
        lock (_lock)
        {
            var watches = Read();
            if (watches.RemoveAll(known => known.Query == query) > 0)
                Write(watches);
        }
    }

    private List<Watch> Read()
    {
        try
        {
            return File.Exists(File_) ? JsonSerializer.Deserialize<List<Watch>>(File.ReadAllBytes(File_)) ?? [] : [];
        }
        catch (JsonException)
        {
            return []; // Somebody wrote something else there; it is replaced when a search is next saved.
        }
    }

    private void Write(List<Watch> watches)
    {
        var written = File_ + ".new";
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(watches));
        File.Move(written, File_, overwrite: true);
    }
}
