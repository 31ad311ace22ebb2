// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Mentions;

namespace Dixit.Storage;

/// <summary>Reads corrections from JSON, in the form that <c>dixit correct --file</c> and the web service take.</summary>
public static class CorrectionReader
{
    /// <summary>The entries of a list, of the object that <c>dixit correct --list --json</c> writes, or one correction alone.</summary>
    public static IReadOnlyList<JsonElement> Entries(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("corrections", out var list))
            root = list;
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
    }

    /// <summary>The correction that an entry says.</summary>
    /// <param name="ledger">Where its document stands, so that words are found as spans.</param>
    /// <param name="entry">An object as <c>dixit correct --file</c> takes it.</param>
    /// <exception cref="FormatException">It says nothing that can be done; the message tells why, in words for people.</exception>
    public static Correction Read(ILedger ledger, JsonElement entry)
    {
        ArgumentNullException.ThrowIfNull(ledger);
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
