// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Reading;

namespace Dixit.Cli.Extracting;

/// <summary>What a run tells on standard error: problems as they come, progress while it takes long, a summary at the end.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class RunReport(Terminal terminal, bool isQuiet, bool isDebug)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _redrawEvery = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly HashSet<(string Name, int Kind)> _speakers = [];
    private TimeSpan _drawAt = _patience;
    private bool _isDrawn;

    /// <summary>The documents that were analysed.</summary>
    public long Documents { get; private set; }

    /// <summary>Their attributions.</summary>
    public long Attributions { get; private set; }

    /// <summary>The different names of their speakers.</summary>
    public int Speakers => _speakers.Count;

    /// <summary>What failed.</summary>
    public long Problems { get; private set; }

    /// <summary>Told of every problem, for a result that lists them.</summary>
    public Action<ReadProblem>? ToldProblem { get; set; }

    /// <summary>Since the run began.</summary>
    public double Seconds => _watch.Elapsed.TotalSeconds;

    /// <summary>Counts a document.</summary>
    public void Count(Analysis analysis)
    {
        Documents++;
        Attributions += analysis.Attributions.Count;
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.Speaker is { } speaker)
                _speakers.Add((speaker.Name, (int)speaker.Kind));
        }

        DrawProgress();
    }

    /// <summary>Prints a problem in a line.</summary>
    /// <param name="problem">What failed.</param>
    /// <param name="exception">The defect behind it, for developers, or null.</param>
    public void Tell(ReadProblem problem, Exception? exception = null)
    {
        Problems++;
        ToldProblem?.Invoke(problem);
        EraseProgress();
        terminal.Error.WriteLine(VisibleText.OneLine(problem.ToString()));
        if (isDebug && exception is not null)
            terminal.Error.WriteLine(exception);
    }

    /// <summary>Prints the summary, unless quiet.</summary>
    public void Summarise()
    {
        EraseProgress();
        if (!isQuiet)
            terminal.Error.WriteLine($"{Words.Count(Documents, "document")}, {Words.Count(Attributions, "attribution")}, {Words.Count(Speakers, "speaker")}, {Words.Count(Problems, "problem")}, {Seconds:0.0} s");
    }

    /// <summary>Takes the line of progress away.</summary>
    public void EraseProgress()
    {
        if (!_isDrawn)
            return;
        terminal.Error.Write("\r\e[K");
        _isDrawn = false;
    }

    // The end of a stream is not known before it comes: what is told is how far it is, not how far it has to go.
    private void DrawProgress()
    {
        if (isQuiet || !terminal.ErrorCanRedraw || _watch.Elapsed < _drawAt)
            return;
        _drawAt = _watch.Elapsed + _redrawEvery;
        _isDrawn = true;
        var line = $"{Words.Count(Documents, "document")}, {Words.Count(Attributions, "attribution")}, {Documents / Seconds:N0} documents a second, {Seconds:0} s";
        terminal.Error.Write($"\r\e[K{VisibleText.Shorten(line, terminal.Width - 1)}");
    }
}
