// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Dixit.Cli.Watching;

/// <summary>What a watch remembers between two rounds and two runs: a file beside the ledger, always put in place whole.</summary>
internal sealed class WatchState
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Each feed by its address.</summary>
    public Dictionary<string, FeedState> Feeds { get; init; } = [];

    /// <summary>Each saved search by its name.</summary>
    public Dictionary<string, SearchState> Searches { get; init; } = [];

    /// <summary>Reads a state; a new one where there is none, or where it is damaged, as then all is only asked for once more.</summary>
    public static WatchState Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<WatchState>(File.ReadAllBytes(path), _options) ?? new WatchState() : new WatchState();
        }
        catch (JsonException)
        {
            return new WatchState();
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string path)
    {
        var next = path + ".new";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(this, _options));
        File.Move(next, path, overwrite: true);
    }
}
