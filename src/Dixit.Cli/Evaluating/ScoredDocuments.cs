// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Documents;
using Dixit.Reading;

namespace Dixit.Cli.Evaluating;

/// <summary>Reads gold and predictions: a file of JSON Lines, or a folder of <c>.json</c> files with a document each.</summary>
/// <remarks>
/// Gold made by people is written in more than one way: a span is <c>{"start", "end"}</c> or <c>[start, end]</c>, a speaker an object with
/// <c>name</c> and <c>aliases</c>, a list of names, or a name.
/// </remarks>
internal static class ScoredDocuments
{
    /// <summary>The documents, one after the other.</summary>
    /// <exception cref="EvaluationException">The path is not there, or something in it is no document.</exception>
    public static IEnumerable<ScoredDocument> Read(string path)
    {
        foreach (var (json, place, line) in Pieces(path))
        {
            ScoredDocument document;
            try
            {
                using var parsed = JsonDocument.Parse(json);
                document = ReadDocument(parsed.RootElement);
            }
            catch (JsonException exception)
            {
                throw new EvaluationException(CliProblems.ReportNoGold(place, line, $"broken JSON: {CliProblems.Explain(exception)}"));
            }
            catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
            {
                throw new EvaluationException(CliProblems.ReportNoGold(place, line, $"is no document with attributions: {exception.Message}"));
            }

            yield return document;
        }
    }

    private static IEnumerable<(string Json, string Place, int? Line)> Pieces(string path)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal))
                yield return (Read(file, File.ReadAllText), file, null);
            yield break;
        }

        var number = 0;
        foreach (var line in Read(path, File.ReadLines))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return (line, path, number);
        }
    }

    private static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException(CliProblems.ReportCannotRead(path, exception));
        }
    }

    private static ScoredDocument ReadDocument(JsonElement root)
    {
        var text = root.GetProperty("text").GetString()!;
        var points = new CodePointOffsets(text);
        return new ScoredDocument(root.GetProperty("id").GetString()!, text, [.. Items(root, "attributions").Select(element => ReadAttribution(element, points))]);
    }

    private static ScoredAttribution ReadAttribution(JsonElement element, CodePointOffsets points) => new()
    {
        Type = ReadText(element, "type"),
        Act = ReadText(element, "act"),
        Content = [.. Items(element, "content").Select(span => ReadSpan(span, points))],
        Cue = Find(element, "cue") is { } cue ? ReadSpan(cue, points) : null,
        Source = Find(element, "source") is { } source ? ReadSpan(source, points) : null,
        Names = ReadNames(element),
        Via = [.. Items(element, "via").Select(name => name.GetString()!)],
        IsOptional = Find(element, "optional") is { ValueKind: JsonValueKind.True },
    };

    private static IReadOnlyList<string> ReadNames(JsonElement element)
    {
        if (Find(element, "speaker") is not { } speaker)
            return [];
        IEnumerable<string?> names = speaker.ValueKind switch
        {
            JsonValueKind.Object => Items(speaker, "aliases").Select(alias => alias.GetString()).Prepend(ReadText(speaker, "name")),
            JsonValueKind.Array => speaker.EnumerateArray().Select(name => name.GetString()),
            _ => [speaker.GetString()],
        };
        return [.. names.Where(name => !string.IsNullOrEmpty(name)).Select(name => name!)];
    }

    private static TextSpan ReadSpan(JsonElement element, CodePointOffsets points)
    {
        var (start, end) = element.ValueKind == JsonValueKind.Array ? (element[0].GetInt32(), element[1].GetInt32()) : (element.GetProperty("start").GetInt32(), element.GetProperty("end").GetInt32());
        return new TextSpan(points.ToUtf16(start), points.ToUtf16(end));
    }

    private static List<JsonElement> Items(JsonElement element, string name) => Find(element, name) is { } list ? [.. list.EnumerateArray()] : [];

    private static string? ReadText(JsonElement element, string name) => Find(element, name)?.GetString();

    private static JsonElement? Find(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

/// <summary>Gold and predictions cannot be compared.</summary>
internal sealed class EvaluationException(ReadProblem problem) : Exception(problem.ToString())
{
    /// <summary>What is wrong with which of them.</summary>
    public ReadProblem Problem => problem;
}
