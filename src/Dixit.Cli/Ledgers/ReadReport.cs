// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text.Json;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Reading;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>What reading into a ledger tells: problems as they come, progress while it takes long, a summary at the end.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class ReadReport(Terminal terminal, bool isQuiet, bool isDebug)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _redrawEvery = TimeSpan.FromMilliseconds(200);
    private const long WorthTelling = 1000;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<ReadProblem> _problems = [];
    private readonly List<ReadProblem> _skipped = [];
    private TimeSpan _drawAt = _patience;
    private RunCounts _counts;
    private bool _isDrawn;

    /// <summary>What failed.</summary>
    public int Problems => _problems.Count;

    /// <summary>Told of every problem, for a result that lists them.</summary>
    public Action<ReadProblem>? ToldProblem { get; init; }

    /// <summary>What came of the documents so far.</summary>
    public RunCounts Counts => _counts;

    /// <summary>Counts a document.</summary>
    public void Count(AddOutcome outcome)
    {
        _counts = outcome switch
        {
            AddOutcome.Added => _counts with { Added = _counts.Added + 1 },
            AddOutcome.Changed => _counts with { Changed = _counts.Changed + 1 },
            AddOutcome.Refreshed => _counts with { Refreshed = _counts.Refreshed + 1 },
            AddOutcome.Removed => _counts with { Skipped = _counts.Skipped + 1 },
            _ => _counts with { Unchanged = _counts.Unchanged + 1 },
        };
        DrawProgress();
    }

    /// <summary>Prints a problem in a line.</summary>
    public void Tell(ReadProblem problem, Exception? exception = null)
    {
        _counts = _counts with { Failed = _counts.Failed + 1 };
        _problems.Add(problem);
        ToldProblem?.Invoke(problem);
        EraseProgress();
        terminal.Error.WriteLine(VisibleText.OneLine(problem.ToString()));
        if (isDebug && exception is not null)
            terminal.Error.WriteLine(exception);
    }

    /// <summary>Prints that a document was left out because somebody removed it.</summary>
    public void TellRemoved(string path, int? line, string id)
    {
        var problem = new ReadProblem(LedgerProblems.WasRemoved, $"\"{id}\" was removed from the ledger, and is left out; --take-back takes it in again", path, line);
        _skipped.Add(problem);
        EraseProgress();
        terminal.Error.WriteLine(VisibleText.OneLine(problem.ToString()));
    }

    /// <summary>Prints a line that is no problem.</summary>
    public void Say(string line)
    {
        EraseProgress();
        if (!isQuiet)
            terminal.Error.WriteLine(VisibleText.OneLine(line));
    }

    /// <summary>Tells that the ledger is brought up to date, and how far that is.</summary>
    public void TellDeriving(long done, long total)
    {
        if (done == 0 && total >= WorthTelling)
            Say($"The ledger was last written by an older version: who is who, and what is the same, is worked out anew for {Words.Count(total, "document")}.");
        DrawProgress(() => $"{done:N0} of {total:N0} worked out anew, {_watch.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>Takes the line of progress away.</summary>
    public void EraseProgress()
    {
        if (!_isDrawn)
            return;
        terminal.Error.Write("\r\e[K");
        _isDrawn = false;
    }

    /// <summary>Prints what came of the run and what the ledger holds now, and writes it as an object too if asked.</summary>
    public void Summarise(bool asJson, ILedger ledger)
    {
        // Counting a large ledger takes seconds: not where nobody is told.
        if (isQuiet && !asJson)
        {
            EraseProgress();
            return;
        }

        var info = ledger.Describe();
        var mostRepeated = ledger.Find(new StatementQuery { Order = StatementOrder.MostReported, Limit = 1 }).Statements is [var first, ..] ? first.Statement : null;
        if (asJson)
            Answer.Write(terminal, json => Write(json, info, mostRepeated));
        Summarise(info, mostRepeated);
    }

    /// <summary>Prints what came of the run and what the ledger holds now.</summary>
    public void Summarise(LedgerInfo info, StoredStatement? mostRepeated)
    {
        EraseProgress();
        if (isQuiet)
            return;
        var seconds = _watch.Elapsed.TotalSeconds;
        terminal.Error.WriteLine($"{Outcomes()}, {seconds:0.0} s{(_counts.Documents == 0 ? "" : $", {_counts.Documents / Math.Max(seconds, 0.001):N0} documents a second")}");
        terminal.Error.WriteLine(
            $"{info.Place}: {Words.Count(info.Documents, "document")} of {Words.Count(info.Outlets, "outlet")}, {Words.Count(info.Speakers, "speaker")}, {Words.Count(info.Attributions, "attribution")}, {Words.Count(info.Statements, "statement")}");
        if (mostRepeated is { Documents: > 1 })
        {
            var line = $"most repeated, in {mostRepeated.Documents:N0} documents: {mostRepeated.Speaker?.Name ?? "unknown"}: “{mostRepeated.Text}” ({mostRepeated.Id})";
            terminal.Error.WriteLine(VisibleText.Shorten(line, Math.Max(terminal.Width * 2, 160)));
        }
    }

    /// <summary>Writes the same as the members of an object.</summary>
    public void Write(Utf8JsonWriter json, LedgerInfo info, StoredStatement? mostRepeated)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("added", _counts.Added);
        json.WriteNumber("changed", _counts.Changed);
        json.WriteNumber("refreshed", _counts.Refreshed);
        json.WriteNumber("unchanged", _counts.Unchanged);
        json.WriteNumber("failed", _counts.Failed);
        json.WriteNumber("skipped", _counts.Skipped);
        json.WriteEndObject();
        WriteProblems(json, "problems", _problems);
        WriteProblems(json, "skipped", _skipped);
        json.WriteStartObject("ledger");
        LedgerLines.WriteInfo(json, info);
        json.WriteEndObject();
        if (mostRepeated is null)
        {
            json.WriteNull("mostRepeated");
            return;
        }

        json.WriteStartObject("mostRepeated");
        json.WriteStatement(mostRepeated);
        json.WriteEndObject();
    }

    private static void WriteProblems(Utf8JsonWriter json, string name, List<ReadProblem> problems) => json.WriteEach(name, problems, problem =>
    {
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Message);
        json.WriteString("path", problem.Path);
        json.WriteNumber("line", problem.Line);
        json.WriteNumber("column", problem.Column);
    });

    private string Outcomes()
    {
        var parts = new List<string> { $"{_counts.Added:N0} new" };
        if (_counts.Changed > 0)
            parts.Add($"{_counts.Changed:N0} changed");
        if (_counts.Refreshed > 0)
            parts.Add($"{_counts.Refreshed:N0} refreshed");
        if (_counts.Unchanged > 0)
            parts.Add($"{_counts.Unchanged:N0} unchanged");
        if (_counts.Skipped > 0)
            parts.Add($"{_counts.Skipped:N0} removed before and left out");
        if (_counts.Failed > 0)
            parts.Add($"{_counts.Failed:N0} failed");
        return string.Join(", ", parts);
    }

    // The end of a stream is not known before it comes: what is told is how far it is, not how far it has to go.
    private void DrawProgress() => DrawProgress(() =>
        $"{Words.Count(_counts.Documents, "document")}, {Outcomes()}, {_counts.Documents / _watch.Elapsed.TotalSeconds:N0} documents a second, {_watch.Elapsed.TotalSeconds:0} s");

    private void DrawProgress(Func<string> line)
    {
        if (isQuiet || !terminal.ErrorCanRedraw || _watch.Elapsed < _drawAt)
            return;
        _drawAt = _watch.Elapsed + _redrawEvery;
        _isDrawn = true;
        terminal.Error.Write($"\r\e[K{VisibleText.Shorten(line(), terminal.Width - 1)}");
    }
}
