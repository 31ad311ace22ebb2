// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Terminals;
using Dixit.Mentions;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Reads corrections from JSON and makes them one after the other; what cannot be made is told by entry.</summary>
internal sealed class CorrectionFile(Terminal terminal)
{
    private static readonly JsonDocumentOptions _options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Makes the corrections of a file.</summary>
    /// <param name="path">The path, or <c>-</c> for standard input.</param>
    /// <param name="isJson">Whether to tell the result as JSON.</param>
    /// <param name="change">Opens the ledger for writing.</param>
    public int Apply(string path, bool isJson, Func<Func<ILedger, ILedgerWriter, int>, int> change)
    {
        if (Read(path) is not { } document)
            return ExitStatus.Failure;
        using (document)
        {
            return change((ledger, writer) => Apply(path, Entries(document.RootElement), isJson, ledger, writer));
        }
    }

    private int Apply(string path, List<JsonElement> entries, bool isJson, ILedger ledger, ILedgerWriter writer)
    {
        var made = new List<(int Entry, CorrectionOutcome Outcome)>();
        var problems = new List<(int Entry, string Code, string Message)>();
        for (var entry = 1; entry <= entries.Count; entry++)
        {
            try
            {
                made.Add((entry, writer.Correct(Parse(ledger, entries[entry - 1]))));
            }
            catch (LedgerException exception) when (exception.Code is not LedgerProblems.Unusable)
            {
                problems.Add((entry, exception.Code, exception.Message));
            }
            catch (FormatException exception)
            {
                problems.Add((entry, CliProblems.WrongEntry, exception.Message));
            }
        }

        foreach (var (entry, code, message) in problems)
            terminal.Error.WriteLine(VisibleText.OneLine($"{code}: {path} entry {entry}: {message}"));
        if (isJson)
            WriteJson(made, problems);
        else
            terminal.Error.WriteLine($"{made.Count:N0} made{(problems.Count > 0 ? $", {problems.Count:N0} failed" : "")}");
        return problems.Count == 0 ? ExitStatus.Success : ExitStatus.Failure;
    }

    private void WriteJson(List<(int Entry, CorrectionOutcome Outcome)> made, List<(int Entry, string Code, string Message)> problems) => Answer.Write(terminal, json =>
    {
        json.WriteEach("corrections", made, correction =>
        {
            json.WriteNumber("entry", correction.Entry);
            json.WriteNumber("correction", correction.Outcome.Number);
            json.WriteString("speaker", correction.Outcome.Speaker);
        });
        json.WriteEach("problems", problems, problem =>
        {
            json.WriteNumber("entry", problem.Entry);
            json.WriteString("code", problem.Code);
            json.WriteString("message", problem.Message);
        });
    });

    private JsonDocument? Read(string path)
    {
        try
        {
            using var stream = path == "-" ? terminal.Input : File.OpenRead(path);
            return JsonDocument.Parse(stream, _options);
        }
        catch (JsonException exception)
        {
            terminal.Error.WriteLine(VisibleText.OneLine($"{CliProblems.WrongEntry}: {path} line {exception.LineNumber + 1}: broken JSON: {exception.Message}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotRead(path, exception).ToString()));
        }

        return null;
    }

    // A list, the object that --list --json writes, or one correction alone.
    private static List<JsonElement> Entries(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("corrections", out var list))
            root = list;
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
    }

    private static Correction Parse(ILedger ledger, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            throw new FormatException("it is not an object");
        var reason = ReadString(entry, "reason");
        if (entry.TryGetProperty("merge", out _))
        {
            return ReadStrings(entry, "merge") is { Count: > 1 } merged
                ? new SpeakerMerge(merged[0], [.. merged.Skip(1)]) { Reason = reason }
                : throw new FormatException("\"merge\" takes two speakers or more");
        }

        if (entry.TryGetProperty("split", out _))
            return new SpeakerSplit(Need(entry, "split"), ReadStrings(entry, "documents"), ReadStrings(entry, "names")) { Name = ReadString(entry, "name"), Reason = reason };
        if (entry.TryGetProperty("rename", out _))
            return new SpeakerRename(Need(entry, "rename"), Need(entry, "name")) { Reason = reason };
        if (entry.TryGetProperty("join", out _))
            return ReadStrings(entry, "join") is { Count: > 1 } joined ? new StatementJoin(joined) { Reason = reason } : throw new FormatException("\"join\" takes two statements or more");
        if (entry.TryGetProperty("part", out _))
            return new StatementPart(Need(entry, "part"), ReadReports(entry)) { Reason = reason };
        if (!entry.TryGetProperty("document", out _))
            throw new FormatException("there is no \"document\", \"join\", \"part\", \"merge\", \"split\" or \"rename\" in it");
        return ParseAttribution(ledger, entry, reason);
    }

    private static List<ReportReference> ReadReports(JsonElement entry)
    {
        if (!entry.TryGetProperty("reports", out var reports) || reports.ValueKind != JsonValueKind.Array || reports.EnumerateArray().Any(report => report.ValueKind != JsonValueKind.Object))
            throw new FormatException("\"reports\" takes a list of objects with \"document\" and \"attribution\"");
        return [.. reports.EnumerateArray().Select(report => new ReportReference(Need(report, "document"), ReadAttribution(report)))];
    }

    private static int ReadAttribution(JsonElement entry) =>
        entry.TryGetProperty("attribution", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var attribution) && attribution > 0
            ? attribution
            : throw new FormatException("\"attribution\" takes a number from 1");

    private static Correction ParseAttribution(ILedger ledger, JsonElement entry, string? reason)
    {
        var document = Need(entry, "document");
        var attribution = ReadAttribution(entry);
        if (entry.TryGetProperty("reject", out var reject))
            return reject.ValueKind == JsonValueKind.True ? new Rejection(document, attribution) { Reason = reason } : throw new FormatException("\"reject\" takes true");
        if (entry.TryGetProperty("speaker", out _))
            return new SpeakerCorrection(document, attribution, ReadString(entry, "speaker")) { New = ReadKind(entry), Reason = reason };
        var (hasContent, hasCue, hasSource) = (entry.TryGetProperty("content", out var content), entry.TryGetProperty("cue", out var cue), entry.TryGetProperty("source", out var source));
        if (!hasContent && !hasCue && !hasSource)
            throw new FormatException("there is no \"speaker\", \"reject\", \"content\", \"cue\" or \"source\" in it");
        var spans = new SpanWords(ledger, document, attribution);
        return new SpanCorrection(document, attribution)
        {
            Content = hasContent ? spans.ReadAll(content) : null,
            Cue = hasCue ? spans.Read(cue) : null,
            Source = hasSource ? spans.Read(source) : null,
            Reason = reason,
        };
    }

    private static SpeakerKind? ReadKind(JsonElement entry)
    {
        if (ReadString(entry, "new") is not { } name)
            return null;
        return Enum.TryParse<SpeakerKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : throw new FormatException($"\"new\" takes {string.Join(", ", Enum.GetNames<SpeakerKind>().Select(value => value.ToLowerInvariant()))}, not \"{name}\"");
    }

    private static string Need(JsonElement entry, string name) =>
        ReadString(entry, name) is { Length: > 0 } value ? value : throw new FormatException($"\"{name}\" is missing");

    private static string? ReadString(JsonElement entry, string name) => !entry.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw new FormatException($"\"{name}\" takes a text"),
    };

    private static List<string> ReadStrings(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var values) || values.ValueKind == JsonValueKind.Null)
            return [];
        if (values.ValueKind != JsonValueKind.Array || values.EnumerateArray().Any(value => value.ValueKind != JsonValueKind.String))
            throw new FormatException($"\"{name}\" takes a list of texts");
        return [.. values.EnumerateArray().Select(value => value.GetString()!)];
    }
}
