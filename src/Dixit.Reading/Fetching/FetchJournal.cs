// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dixit.Reading.Fetching;

/// <summary>Remembers on disk what was fetched and kept, so that a run can be taken up again and servers be asked whether something changed.</summary>
/// <remarks>A file of JSON Lines that is only ever added to; the last line about an address counts, and a line that a crash cut off counts not. It is
/// written anew, and put in place whole, when most of its lines are out of date. For one process at a time.</remarks>
public sealed class FetchJournal
{
    private readonly string _path;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _lines;

    private FetchJournal(string path) => _path = path;

    /// <summary>Opens a journal, or begins one; the file is made when something is noted.</summary>
    /// <param name="path">The file.</param>
    public static FetchJournal Open(string path)
    {
        var journal = new FetchJournal(path);
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path))
                journal.Take(line);
        }

        return journal;
    }

    /// <summary>When an address was last fetched and kept, or found to be as it was; in UTC, or null.</summary>
    public DateTime? When(string url) => _entries.TryGetValue(url, out var entry) ? entry.At : null;

    /// <summary>What to ask the server with, or null.</summary>
    public Validators? Known(string url) => _entries.TryGetValue(url, out var entry) ? entry.Validators : null;

    /// <summary>Notes that what was fetched was kept.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Note(IReadOnlyCollection<Fetched> kept, DateTime now)
    {
        if (kept.Count == 0)
            return;
        foreach (var fetched in kept)
            _entries[fetched.Url] = new Entry(fetched.Validators, now);
        _lines += kept.Count;
        if (_lines > 1000 && _lines > _entries.Count * 2)
        {
            WriteAnew();
            return;
        }

        // What a crash left of a line must not spoil the next one.
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
        using var text = new StreamWriter(file, new UTF8Encoding(false));
        text.Write('\n');
        foreach (var fetched in kept)
            text.Write(Line(fetched.Url, _entries[fetched.Url]) + "\n");
    }

    private void WriteAnew()
    {
        var next = _path + ".new";
        using (var text = new StreamWriter(next, false, new UTF8Encoding(false)))
        {
            foreach (var (url, entry) in _entries)
                text.Write(Line(url, entry) + "\n");
        }

        File.Move(next, _path, overwrite: true);
        _lines = _entries.Count;
    }

    private void Take(string line)
    {
        if (line.Length == 0)
            return;
        _lines++;
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "url") is not { } url || !DateTime.TryParse(Text(root, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at))
                return;
            var (tag, time) = (Text(root, "etag"), Text(root, "modified"));
            _entries[url] = new Entry(tag is null && time is null ? null : new Validators(tag, time), at);
        }
        catch (JsonException)
        {
            // Cut off by a crash: as if it had not been fetched.
        }
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Line(string url, Entry entry) => JsonSerializer.Serialize(new Dictionary<string, string?>
    {
        ["url"] = url,
        ["etag"] = entry.Validators?.ETag,
        ["modified"] = entry.Validators?.LastModified,
        ["at"] = entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    });

    private sealed record Entry(Validators? Validators, DateTime At);
}
