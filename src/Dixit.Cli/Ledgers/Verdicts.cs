// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Documents;
using Dixit.Statements;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes what the record says about claims.</summary>
internal static class Verdicts
{
    private static readonly Look _good = new(32, IsBold: true);
    private static readonly Look _doubtful = new(33, IsBold: true);
    private static readonly Look _bad = new(31, IsBold: true);
    private static readonly Look _dim = new(IsDim: true);

    /// <summary>Such as <c>not-found</c>.</summary>
    public static string Name(ClaimVerdict verdict) => verdict == ClaimVerdict.NotFound ? "not-found" : verdict.ToString().ToLowerInvariant();

    /// <summary>The exit status that tells of a verdict.</summary>
    public static int Status(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Altered => ExitStatus.Altered,
        ClaimVerdict.Misattributed => ExitStatus.Misattributed,
        ClaimVerdict.NotFound => ExitStatus.NotFound,
        _ => ExitStatus.Success,
    };

    public static Look LookOf(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Verbatim or ClaimVerdict.Reworded => _good,
        ClaimVerdict.NotFound => _doubtful,
        _ => _bad,
    };

    /// <summary>The members of a check: the verdict and, for its worst sentence, what it rests on.</summary>
    public static void Write(Utf8JsonWriter json, string claim, ClaimCheck check)
    {
        var worst = check.Worst;
        json.WriteString("claim", claim);
        json.WriteString("verdict", Name(check.Verdict));
        json.WriteBoolean("truncated", check.IsTruncated);
        json.WriteString("statement", worst is { Evidence: [var first, ..] } ? first.Record.Statement : null);
        WriteEvidence(json, "evidence", claim, worst, worst?.Evidence ?? []);
        WriteEvidence(json, "nearest", claim, worst, worst?.Nearest ?? []);
        var points = new CodePointOffsets(claim);
        json.WriteEach("sentences", check.Sentences, sentence =>
        {
            json.WriteNumber("start", points.FromUtf16(sentence.Span.Start));
            json.WriteNumber("end", points.FromUtf16(sentence.Span.End));
            json.WriteString("verdict", Name(sentence.Verdict));
            json.WriteBoolean("truncated", sentence.IsTruncated);
            json.WriteBoolean("altered", sentence.IsAltered || sentence.Verdict == ClaimVerdict.Altered);
            json.WriteString("statement", sentence.Evidence is [var evidence, ..] ? evidence.Record.Statement : null);
        });
    }

    /// <summary>The verdict and what it rests on, for people.</summary>
    public static void Write(TextWriter output, string claim, ClaimCheck check, bool hasColour, int width)
    {
        var head = new StyledWriter(output, hasColour, width);
        head.Write(Name(check.Verdict), LookOf(check.Verdict));
        if (check.IsTruncated)
            head.Write(" (the record goes on in a way that matters)");
        head.EndLine();
        foreach (var sentence in check.Sentences)
        {
            if (check.Sentences.Count > 1)
            {
                var line = new StyledWriter(output, hasColour, width, 2);
                line.Write($"{Name(sentence.Verdict)}: ", LookOf(sentence.Verdict));
                line.Write(VisibleText.OneLine(claim.AsSpan(sentence.Span.Start, sentence.Span.Length)));
                line.EndLine();
            }

            foreach (var evidence in sentence.Evidence)
                WriteEvidence(output, claim, sentence, evidence, hasColour, width);
            if (sentence.Evidence.Count == 0 && sentence.Nearest.Count > 0)
            {
                output.Write("  nearest on record:\n");
                foreach (var near in sentence.Nearest)
                    WriteEvidence(output, claim, sentence, near, hasColour, width);
            }
        }
    }

    private static void WriteEvidence(TextWriter output, string claim, SentenceCheck sentence, ClaimEvidence evidence, bool hasColour, int width)
    {
        var record = evidence.Record;
        var place = new StyledWriter(output, hasColour, width, 4);
        var facts = new List<string> { record.SpeakerName ?? "unknown", record.Content.Outlet ?? record.Content.Document };
        if (record.Content.Date is { } day)
            facts.Add(Words.Of(day));
        if (record.IsPrimary)
            facts.Add("primary source");
        place.Write($"{string.Join(", ", facts)} · {record.Statement}", _dim);
        place.EndLine();
        var line = new StyledWriter(output, hasColour, width, 6);
        var words = claim.AsSpan(sentence.Span.Start, sentence.Span.Length).ToString();
        foreach (var change in evidence.Difference.Changes)
            WriteChange(line, evidence.Wording.Text, words, change);
        line.EndLine();
    }

    /// <summary>A run of a difference: what stayed as it is, what went in brackets with a minus, what came with a plus.</summary>
    public static void WriteChange(StyledWriter line, string before, string after, WordChange change)
    {
        var look = change.Meanings == Meanings.None ? _dim : _bad;
        var (old, now) = (VisibleText.OneLine(before.AsSpan(change.Before.Start, change.Before.Length)), VisibleText.OneLine(after.AsSpan(change.After.Start, change.After.Length)));
        switch (change.Kind)
        {
            case ChangeKind.Same:
                line.Write(old);
                break;
            case ChangeKind.Dropped:
                line.Write($"[-{old}]", look);
                break;
            case ChangeKind.Added:
                line.Write($"[+{now}]", look);
                break;
            default:
                line.Write($"[-{old} +{now}]", look);
                break;
        }

        line.Write(" ");
    }

    /// <summary>The runs of a difference.</summary>
    public static void WriteDifference(Utf8JsonWriter json, string before, string after, WordDifference difference) => json.WriteEach("difference", difference.Changes, change =>
    {
        json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
        json.WriteString("before", before.AsSpan(change.Before.Start, change.Before.Length));
        json.WriteString("after", after.AsSpan(change.After.Start, change.After.Length));
        json.WriteStrings("meanings", Enum.GetValues<Meanings>().Where(meaning => meaning != Meanings.None && change.Meanings.HasFlag(meaning)).Select(meaning => meaning.ToString().ToLowerInvariant()));
    });

    private static void WriteEvidence(Utf8JsonWriter json, string name, string claim, SentenceCheck? sentence, IReadOnlyList<ClaimEvidence> evidence) => json.WriteEach(name, evidence, item =>
    {
        var record = item.Record;
        json.WriteString("statement", record.Statement);
        json.WriteString("speakerId", record.Speaker);
        json.WriteString("speaker", record.SpeakerName);
        json.WriteString("document", record.Content.Document);
        json.WriteString("outlet", record.Content.Outlet);
        json.WriteDay("date", record.Content.Date);
        json.WriteString("uri", record.Uri);
        json.WriteBoolean("primary", record.IsPrimary);
        json.WriteNumber("start", record.Content.Start);
        json.WriteNumber("end", record.Content.Start + new CodePointOffsets(record.Content.Text.Text).Length);
        json.WriteString("wording", item.Wording.Text);
        json.WriteString("verdict", Name(item.Verdict));
        json.WriteNumber("similarity", Math.Round(item.Similarity, 3));
        WriteDifference(json, item.Wording.Text, claim.AsSpan(sentence!.Span.Start, sentence.Span.Length).ToString(), item.Difference);
    });
}
