// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Reading;
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>Reads saved searches: an array of objects in JSON.</summary>
internal static class SearchFile
{
    private static readonly JsonDocumentOptions _options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] _fields = ["name", "by", "words", "about", "outlet", "act", "feed", "webhook", "secret", "secretVariable"];

    /// <summary>The searches of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong with it, or null.</param>
    public static IReadOnlyList<SavedSearch> Read(string path, out ReadProblem? problem)
    {
        problem = null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), _options);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                throw new FormatException("is no list of searches: [{\"name\": …}, …]");
            var searches = new List<SavedSearch>();
            foreach (var entry in json.RootElement.EnumerateArray())
            {
                var search = ReadOne(entry, $"search {searches.Count + 1}");
                if (searches.Exists(other => other.Name == search.Name))
                    throw new FormatException($"search {searches.Count + 1}: the name \"{search.Name}\" is taken");
                searches.Add(search);
            }

            return searches;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = CliProblems.ReportCannotRead(path, exception);
        }
        catch (JsonException exception)
        {
            problem = new ReadProblem(CliProblems.WrongEntry, $"broken JSON: {exception.Message.TrimEnd('.')}", path);
        }
        catch (FormatException exception)
        {
            problem = new ReadProblem(CliProblems.WrongEntry, exception.Message, path);
        }

        return [];
    }

    private static SavedSearch ReadOne(JsonElement entry, string place)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{place} is no object");
        foreach (var member in entry.EnumerateObject())
        {
            if (!_fields.Contains(member.Name))
                throw new FormatException($"{place}: there is no field \"{member.Name}\"; the fields are {string.Join(", ", _fields)}");
            if (member.Value.ValueKind != JsonValueKind.String)
                throw new FormatException($"{place}: \"{member.Name}\" is no string");
        }

        var name = Text(entry, "name") ?? throw new FormatException($"{place} has no \"name\"");
        var query = new StatementQuery { By = Text(entry, "by"), Words = Text(entry, "words"), About = Text(entry, "about"), Outlet = Text(entry, "outlet"), Act = ActOf(entry, place), Order = StatementOrder.Oldest };
        if (query is { By: null, Words: null, About: null, Outlet: null, Act: null })
            throw new FormatException($"{place} asks for nothing: give it by, words, about, outlet or act");
        var webhook = Text(entry, "webhook");
        if (webhook is not null && !DocumentReader.IsAddress(webhook))
            throw new FormatException($"{place}: \"{webhook}\" is no address of the web");
        return new SavedSearch(name, query, Text(entry, "feed"), webhook, SecretOf(entry, place));
    }

    private static string? SecretOf(JsonElement entry, string place)
    {
        if (Text(entry, "secretVariable") is not { } variable)
            return Text(entry, "secret");
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } secret ? secret : throw new FormatException($"{place}: the variable {variable} is not set");
    }

    private static SpeechAct? ActOf(JsonElement entry, string place)
    {
        if (Text(entry, "act") is not { } act)
            return null;
        return Enum.GetNames<SpeechAct>().Any(name => name.Equals(act, StringComparison.OrdinalIgnoreCase))
            ? Enum.Parse<SpeechAct>(act, ignoreCase: true)
            : throw new FormatException($"{place}: there is no act \"{act}\"; the acts are {string.Join(", ", Enum.GetNames<SpeechAct>().Select(name => name.ToLowerInvariant()))}");
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
