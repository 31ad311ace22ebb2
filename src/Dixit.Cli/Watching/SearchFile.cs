// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Reading;
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>Reads saved searches: an array of objects in JSON.</summary>
internal static class SearchFile
{
    private static readonly JsonDocumentOptions _options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] _fields = ["name", "by", "words", "about", "outlet", "act", "type", "language", "from", "to", "copies", "quality", "list", "feed", "webhook", "secret", "secretVariable"];

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
        var query = new StatementQuery
        {
            By = Text(entry, "by"),
            Words = Text(entry, "words"),
            About = Text(entry, "about"),
            Outlet = Text(entry, "outlet"),
            Language = Text(entry, "language"),
            From = DayOf(entry, "from", place),
            To = DayOf(entry, "to", place),
            Kind = NameOf<QuotationKind>(entry, "type", place),
            Act = NameOf<SpeechAct>(entry, "act", place),
            MinQuality = NameOf<TextQuality>(entry, "quality", place),
            WithoutCopies = Text(entry, "copies") is { } copies && (copies == "once" || (copies == "all" ? false : throw new FormatException($"{place}: \"copies\" is all or once, not \"{copies}\""))),
            Order = StatementOrder.Oldest,
        };
        if (query == new StatementQuery { Order = StatementOrder.Oldest })
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

    private static T? NameOf<T>(JsonElement entry, string field, string place)
        where T : struct, Enum
    {
        if (Text(entry, field) is not { } name)
            return null;
        return Enum.GetNames<T>().Any(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? Enum.Parse<T>(name, ignoreCase: true)
            : throw new FormatException($"{place}: there is no {field} \"{name}\"; the {field}s are {string.Join(", ", Enum.GetNames<T>().Select(known => known.ToLowerInvariant()))}");
    }

    private static DateOnly? DayOf(JsonElement entry, string field, string place)
    {
        if (Text(entry, field) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{place}: \"{field}\" takes a day as YYYY-MM-DD, not \"{text}\"");
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
