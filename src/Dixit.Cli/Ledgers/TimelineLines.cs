// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Storage;
using Dixit.Timelines;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes what a speaker said over time.</summary>
internal sealed class TimelineLines(TextWriter output, bool hasColour, int width)
{
    private const int WordsIndent = 12;
    private static readonly Look _bold = new(IsBold: true);
    private static readonly Look _dim = new(IsDim: true);
    private static readonly Look _turn = new(31, IsBold: true);

    /// <summary>A paragraph a topic, a line or more a statement; a turn with what was said before.</summary>
    public void Write(SpeakerReference speaker, Timeline timeline)
    {
        var turns = timeline.Topics.Sum(topic => topic.Turns.Count);
        var head = new StyledWriter(output, hasColour, width);
        head.Write(VisibleText.OneLine(speaker.Name), _bold);
        head.Write($" · {Words.Count(timeline.Statements.Count, "statement")} · {(turns == 0 ? "no turn" : Words.Count(turns, "turn"))} · {speaker.Id}", _dim);
        head.EndLine();
        foreach (var topic in timeline.Topics)
        {
            output.Write('\n');
            var title = new StyledWriter(output, hasColour, width);
            title.Write(topic.Words.Count > 0 ? VisibleText.OneLine(string.Join(", ", topic.Words)) : timeline.Topics.Count > 1 ? "(other)" : "(no topic in common)", _bold);
            title.EndLine();
            foreach (var statement in topic.Statements)
                WriteStatement(topic, statement, timeline.Statements[statement]);
        }
    }

    /// <summary>As the members of an object.</summary>
    public static void Write(Utf8JsonWriter json, SpeakerReference speaker, Timeline timeline)
    {
        json.WriteSpeaker(speaker);
        json.WriteNumber("turns", timeline.Topics.Sum(topic => topic.Turns.Count));
        json.WriteEach("topics", timeline.Topics, topic =>
        {
            json.WriteStrings("words", topic.Words);
            json.WriteEach("statements", topic.Statements, entry =>
            {
                var stored = timeline.Statements[entry];
                json.WriteString("id", entry.Id);
                json.WriteDay("date", entry.Day);
                json.WriteString("act", Words.Of(entry.Act));
                json.WriteString("type", Words.Of(entry.Text.Kind));
                json.WriteString("wording", entry.Text.Text);
                json.WriteNumber("documents", stored.Documents);
                json.WriteNumber("outlets", stored.Outlets);
                if (Timeline.TurnTo(topic, entry) is not { } turn)
                {
                    json.WriteNull("turn");
                    return;
                }

                json.WriteStartObject("turn");
                json.WriteString("kind", Name(turn.Kind));
                json.WriteStartObject("from");
                json.WriteString("id", turn.Earlier.Id);
                json.WriteDay("date", turn.Earlier.Day);
                json.WriteString("act", Words.Of(turn.Earlier.Act));
                json.WriteString("wording", turn.Earlier.Text.Text);
                json.WriteEndObject();
                json.WriteEndObject();
            });
        });
    }

    private void WriteStatement(TimelineTopic topic, DatedStatement entry, StoredStatement statement)
    {
        if (Timeline.TurnTo(topic, entry) is { } turn)
            WriteTurn(turn);
        var facts = new List<string> { Words.Of(entry.Act) };
        if (statement.Outlets > 1 || statement.Documents > 1)
            facts.Add(statement.Outlets > 1 ? Words.Count(statement.Outlets, "outlet") : Words.Count(statement.Documents, "document"));
        facts.Add(statement.Id);
        WriteLine(entry.Day, entry, $" · {string.Join(" · ", facts)}", default);
    }

    // What was said before stands beside what is said now, so that a reader sees what turned.
    private void WriteTurn(PositionTurn turn)
    {
        var line = new StyledWriter(output, hasColour, width, 2);
        var what = turn.Kind == TurnKind.Act ? $"{Words.Of(turn.Earlier.Act)} → {Words.Of(turn.Later.Act)}" : Name(turn.Kind);
        line.Write($"↻ {what}", _turn);
        line.Write($" since {Words.Of(turn.Earlier.Day!.Value)}: ", _dim);
        line.Write(Quote(turn.Earlier), _dim);
        line.EndLine();
    }

    private void WriteLine(DateOnly? day, DatedStatement entry, string facts, Look look)
    {
        output.Write($"  {(day is { } known ? Words.Of(known) : "no date   ")}  ");
        // The first line stands beside the day, the others below its first word.
        var buffer = new StringWriter { NewLine = "\n" };
        var words = new StyledWriter(buffer, hasColour, width, WordsIndent + 2);
        words.Write(Quote(entry), look);
        words.Write(facts, _dim);
        words.EndLine();
        output.Write(buffer.ToString()[(WordsIndent + 2)..]);
    }

    private static string Quote(DatedStatement entry)
    {
        var text = VisibleText.OneLine(entry.Text.Text);
        return entry.Text.Kind == Quotations.QuotationKind.Direct ? $"“{text}”" : text;
    }

    private static string Name(TurnKind kind) => kind.ToString().ToLowerInvariant();
}
