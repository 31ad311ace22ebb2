// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes speakers.</summary>
internal static class SpeakerLines
{
    /// <summary>In a few lines.</summary>
    public static void Write(TextWriter output, StoredSpeaker speaker, bool hasColour, int width)
    {
        var head = new StyledWriter(output, hasColour, width);
        head.Write(VisibleText.OneLine(speaker.Reference.Name), new Look(IsBold: true));
        head.Write(
            $" · {Words.Of(speaker.Reference.Kind)} · {Words.Count(speaker.Statements, "statement")} in {Words.Count(speaker.Documents, "document")} · {speaker.Reference.Id}{(speaker.Wikidata is null ? "" : $" · {speaker.Wikidata}")}",
            new Look(IsDim: true));
        if (speaker.First is { } first && speaker.Last is { } last)
            head.Write($" · {Words.Of(new Documents.DateRange(first, last))}", new Look(IsDim: true));
        head.EndLine();
        var others = speaker.Names.Where(name => name.Name != speaker.Reference.Name).Select(name => $"{name.Name} ({name.Documents:N0})").ToList();
        WriteList(output, "also", others, hasColour, width);
        WriteList(output, "roles", [.. speaker.Roles.Select(Describe)], hasColour, width);
        WriteList(output, "formerly", [.. speaker.FormerIds], hasColour, width);
    }

    /// <summary>As the members of an object.</summary>
    public static void Write(Utf8JsonWriter json, StoredSpeaker speaker)
    {
        json.WriteString("id", speaker.Reference.Id);
        json.WriteString("name", speaker.Reference.Name);
        json.WriteString("kind", Words.Of(speaker.Reference.Kind));
        json.WriteString("gender", Words.Of(speaker.Gender));
        json.WriteString("wikidata", speaker.Wikidata);
        json.WriteEach("names", speaker.Names, name =>
        {
            json.WriteString("name", name.Name);
            json.WriteNumber("documents", name.Documents);
        });
        json.WriteEach("roles", speaker.Roles, role =>
        {
            json.WriteString("role", role.Role);
            json.WriteDay("first", role.First);
            json.WriteDay("last", role.Last);
            json.WriteNumber("documents", role.Documents);
        });
        json.WriteDay("first", speaker.First);
        json.WriteDay("last", speaker.Last);
        json.WriteStrings("formerIds", speaker.FormerIds);
        json.WriteNumber("documents", speaker.Documents);
        json.WriteNumber("statements", speaker.Statements);
    }

    private static string Describe(SpeakerRole role) => role is { First: { } first, Last: { } last }
        ? $"{role.Role} ({Words.Of(new Documents.DateRange(first, last))})"
        : role.Role;

    private static void WriteList(TextWriter output, string name, List<string> items, bool hasColour, int width)
    {
        if (items.Count == 0)
            return;
        var line = new StyledWriter(output, hasColour, width, 2);
        line.Write(VisibleText.OneLine($"{name}: {string.Join("; ", items)}"));
        line.EndLine();
    }
}
