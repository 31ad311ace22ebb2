// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Dixit.Web.Pages;

/// <summary>A saved search.</summary>
/// <param name="Name">What somebody calls it; no two have the same.</param>
/// <param name="Query">The query string of the search page, without its question mark.</param>
/// <param name="List">The list that it stands in, or null.</param>
internal sealed record Watch(string Name, string Query, string? List = null)
{
    /// <summary>What is searched for.</summary>
    public SearchState State(Visitor? visitor = null) => SearchState.Of("/", new QueryCollection(QueryHelpers.ParseQuery(Query)), visitor);
}

/// <summary>The saved searches, kept in a file beside the ledger. For any number of threads.</summary>
/// <remarks>The file has the form that <c>dixit watch --searches</c> takes; what it says that the desk knows nothing of, such as where to send what is new, stays in it.</remarks>
internal sealed class Watches(DeskOptions options)
{
    /// <summary>The most that are kept.</summary>
    public const int Most = 500;

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions _lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // What the search page calls a filter, and what the file does.
    private static readonly (string Filter, string Member)[] _members =
        [("q", "words"), ("by", "by"), ("about", "about"), ("outlet", "outlet"), ("language", "language"), ("from", "from"), ("to", "to"), ("type", "type"), ("act", "act"), ("copies", "copies"), ("quality", "quality")];

    private readonly Lock _lock = new();

    private string File_ => options.LedgerPath + "-watches.json";

    /// <summary>A search as it is kept, whatever the order in which it was put together.</summary>
    public static Watch Of(string name, SearchState state, string? list) => new(
        name, QueryHelpers.AddQueryString("", _members.Where(member => state[member.Filter] is not null).Select(member => KeyValuePair.Create(member.Filter, state[member.Filter])).Append(new("sort", "newest"))).TrimStart('?'), list);

    /// <summary>All of them, in the order they were made.</summary>
    public IReadOnlyList<Watch> All()
    {
        lock (_lock)
        {
            return [.. Read().Select(entry => entry.Watch)];
        }
    }

    /// <summary>Keeps another; one of the same search has its name and its list changed.</summary>
    /// <returns>False where there are too many.</returns>
    /// <exception cref="ArgumentException">Another search has the name.</exception>
    public bool TryAdd(Watch watch)
    {
        lock (_lock)
        {
            var entries = Read();
            if (entries.Exists(known => known.Watch.Name == watch.Name && known.Watch.Query != watch.Query))
                throw new ArgumentException("The name is taken.", nameof(watch));
            var entry = entries.Find(known => known.Watch.Query == watch.Query);
            if (entry.Json is null && entries.Count >= Most)
                return false;
            entries.RemoveAll(known => known.Watch.Query == watch.Query);
            entries.Add((watch, entry.Json ?? []));
            Write(entries);
            return true;
        }
    }

    /// <summary>Lets go of one.</summary>
    /// <returns>False where there is none of that search.</returns>
    public bool Remove(string query)
    {
        lock (_lock)
        {
            var entries = Read();
            if (entries.RemoveAll(known => known.Watch.Query == query) == 0)
                return false;
            Write(entries);
            return true;
        }
    }

    private List<(Watch Watch, JsonObject Json)> Read()
    {
        try
        {
            return File.Exists(File_) && JsonNode.Parse(File.ReadAllBytes(File_), documentOptions: _lenient) is JsonArray array
                ? [.. array.OfType<JsonObject>().Select(json => (ReadOne(json), json)).Where(entry => entry.Item1.Name.Length > 0)]
                : [];
        }
        catch (JsonException)
        {
            return []; // Somebody wrote something else there; it is replaced when a search is next saved.
        }
    }

    private static Watch ReadOne(JsonObject json)
    {
        var values = _members.Select(member => KeyValuePair.Create(member.Filter, (Microsoft.Extensions.Primitives.StringValues)Text(json, member.Member))).Where(pair => pair.Value.Count > 0 && pair.Value[0] is not null);
        return Of(Text(json, "name") ?? "", SearchState.Of("/", new QueryCollection(values.ToDictionary(pair => pair.Key, pair => pair.Value))), Text(json, "list"));
    }

    private static string? Text(JsonObject json, string member) => json[member] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    private void Write(List<(Watch Watch, JsonObject Json)> entries)
    {
        var array = new JsonArray();
        foreach (var (watch, json) in entries)
        {
            var (written, state) = ((JsonObject)json.DeepClone(), watch.State());
            Set(written, "name", watch.Name);
            Set(written, "list", watch.List);
            foreach (var (filter, member) in _members)
                Set(written, member, state[filter]);
            array.Add(written);
        }

        var path = File_ + ".new";
        File.WriteAllText(path, array.ToJsonString(_readable));
        File.Move(path, File_, overwrite: true);
    }

    private static void Set(JsonObject json, string member, string? value)
    {
        json.Remove(member);
        if (value is not null)
            json[member] = value;
    }
}
