// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes corrections: for people, and in the form that <see cref="CorrectionFile"/> reads.</summary>
internal static class CorrectionLines
{
    /// <summary>In a paragraph.</summary>
    public static void Write(TextWriter output, StoredCorrection stored, bool hasColour, int width)
    {
        var line = new StyledWriter(output, hasColour, width, 2);
        line.Write($"{stored.Number} ", new Look(IsBold: true));
        line.Write(VisibleText.OneLine(Describe(stored)));
        if (!stored.IsApplicable)
            line.Write(" (has no place any more)", new Look(IsBold: true));
        var facts = $" · {stored.When:yyyy-MM-dd}{(stored.Correction.Reason is { } reason ? $" · {reason}" : "")}";
        line.Write(VisibleText.OneLine(facts).Insert(0, " "), new Look(IsDim: true));
        line.EndLine();
    }

    /// <summary>As the members of an object.</summary>
    public static void Write(Utf8JsonWriter json, StoredCorrection stored)
    {
        json.WriteNumber("number", stored.Number);
        switch (stored.Correction)
        {
            case SpeakerCorrection speaker:
                WritePlace(json, speaker.Document, speaker.Attribution);
                json.WriteString("speaker", speaker.Speaker);
                if (speaker.New is { } kind)
                    json.WriteString("new", Words.Of(kind));
                break;
            case Rejection rejection:
                WritePlace(json, rejection.Document, rejection.Attribution);
                json.WriteBoolean("reject", true);
                break;
            case SpanCorrection span:
                WritePlace(json, span.Document, span.Attribution);
                if (span.Content is not null)
                    json.WriteStrings("content", stored.Content);
                if (span.Cue is not null)
                    json.WriteString("cue", stored.Cue is "" ? null : stored.Cue);
                if (span.Source is not null)
                    json.WriteString("source", stored.Source is "" ? null : stored.Source);
                break;
            case StatementJoin join:
                json.WriteStrings("join", join.Statements);
                break;
            case StatementPart part:
                json.WriteString("part", part.Statement);
                json.WriteEach("reports", part.Reports, report => WritePlace(json, report.Document, report.Attribution));
                break;
            case SpeakerMerge merge:
                json.WriteStrings("merge", merge.Others.Prepend(merge.Kept));
                break;
            case SpeakerSplit split:
                json.WriteString("split", split.Speaker);
                json.WriteStrings("documents", split.Documents);
                json.WriteStrings("names", split.Names);
                json.WriteString("name", split.Name);
                break;
            case SpeakerRename rename:
                json.WriteString("rename", rename.Speaker);
                json.WriteString("name", rename.Name);
                break;
        }

        json.WriteString("reason", stored.Correction.Reason);
        json.WriteTime("at", stored.When);
        json.WriteString("words", stored.Words);
        json.WriteString("result", stored.Result);
        json.WriteBoolean("applicable", stored.IsApplicable);
    }

    private static void WritePlace(Utf8JsonWriter json, string document, int attribution)
    {
        json.WriteString("document", document);
        json.WriteNumber("attribution", attribution);
    }

    private static string Describe(StoredCorrection stored) => stored.Correction switch
    {
        SpeakerCorrection { Speaker: null } speaker => $"{speaker.Document}: “{stored.Words}” is nobody's that is known",
        SpeakerCorrection speaker => $"{speaker.Document}: “{stored.Words}” is {stored.Result}'s",
        Rejection rejection => $"{rejection.Document}: “{stored.Words}” is no report",
        SpanCorrection span => $"{span.Document}: “{stored.Words}”, {DescribeSpans(stored)}",
        StatementJoin join => $"one statement: {string.Join(", ", join.Statements)}, “{stored.Words}”",
        StatementPart part => $"two statements: {part.Statement}, “{stored.Words}”, and the one of {string.Join(", ", part.Reports.Select(report => $"{report.Document}#{report.Attribution}"))}",
        SpeakerMerge merge => $"one speaker: {stored.Words} ({string.Join(", ", merge.Others.Prepend(merge.Kept))})",
        SpeakerSplit split => $"two speakers: {stored.Words} ({split.Speaker}), and the one {Where(split)}{(split.Name is { } name ? $", {name}" : "")}",
        SpeakerRename rename => $"{stored.Words} ({rename.Speaker}) is called {rename.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(stored)),
    };

    private static string DescribeSpans(StoredCorrection stored)
    {
        var parts = new List<string>();
        if (stored.Content.Count > 0)
            parts.Add($"said: “{stored.Result}”");
        if (stored.Cue is { } cue)
            parts.Add(cue.Length == 0 ? "no cue" : $"cue: “{cue}”");
        if (stored.Source is { } source)
            parts.Add(source.Length == 0 ? "no source" : $"source: “{source}”");
        return string.Join("; ", parts);
    }

    private static string Where(SpeakerSplit split)
    {
        var names = split.Names.Count == 0 ? "" : $"called {string.Join(" or ", split.Names)}";
        var documents = split.Documents.Count == 0 ? "" : $"in {string.Join(", ", split.Documents)}";
        return string.Join(' ', new[] { names, documents }.Where(part => part.Length > 0));
    }
}
