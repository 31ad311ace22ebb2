// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Mentions;
using Dixit.Reading;

namespace Dixit.Cli.Extracting;

/// <summary>What a run tells on standard error: problems as they come, progress while it takes long, a summary at the end.</summary>
internal sealed class RunReport : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _redrawEvery = TimeSpan.FromMilliseconds(200);
    private readonly Terminal _terminal;
    private readonly bool _isQuiet;
    private readonly bool _isDebug;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly HashSet<(string Name, SpeakerKind Kind)> _speakers = [];
    private readonly object _gate = new();
    private readonly Timer? _timer;
    private bool _isDrawn;
    private bool _isEnded;

    /// <summary>Begins a run.</summary>
    /// <param name="terminal">Where to tell.</param>
    /// <param name="isQuiet">Whether problems are all that is told.</param>
    /// <param name="isDebug">Whether defects are told with their traces.</param>
    public RunReport(Terminal terminal, bool isQuiet, bool isDebug)
    {
        (_terminal, _isQuiet, _isDebug) = (terminal, isQuiet, isDebug);
        if (terminal.ErrorCanRedraw && !isQuiet)
            _timer = new Timer(_ => DrawProgress(), null, _patience, _redrawEvery);
    }

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
        lock (_gate)
        {
            Documents++;
            Attributions += analysis.Attributions.Count;
            foreach (var attribution in analysis.Attributions)
            {
                if (attribution.Speaker is { } speaker)
                    _speakers.Add((speaker.Name, speaker.Kind));
            }
        }
    }

    /// <summary>Prints a problem in a line.</summary>
    /// <param name="problem">What failed.</param>
    /// <param name="exception">The defect behind it, for developers, or null.</param>
    public void Tell(ReadProblem problem, Exception? exception = null)
    {
        lock (_gate)
        {
            Problems++;
            ToldProblem?.Invoke(problem);
            EraseProgress();
            _terminal.Error.WriteLine(VisibleText.OneLine(problem.ToString()));
            if (_isDebug && exception is not null)
                _terminal.Error.WriteLine(exception);
        }
    }

    /// <summary>Prints the summary, unless quiet.</summary>
    public void Summarise()
    {
        lock (_gate)
        {
            EraseProgress();
            if (!_isQuiet)
                _terminal.Error.WriteLine($"{Words.Count(Documents, "document")}, {Words.Count(Attributions, "attribution")}, {Words.Count(Speakers, "speaker")}, {Words.Count(Problems, "problem")}, {Seconds:0.0} s");
        }
    }

    /// <summary>Takes the line of progress away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            EraseProgress();
            _isEnded = true;
        }
    }

    private void EraseProgress()
    {
        if (!_isDrawn)
            return;
        _terminal.Error.Write("\r\e[K");
        _isDrawn = false;
    }

    // The end of a stream is not known before it comes: what is told is how far it is, not how far it has to go.
    private void DrawProgress()
    {
        lock (_gate)
        {
            if (_isEnded)
                return;
            var rate = Documents > Seconds ? $", {Documents / Seconds:N0} documents a second" : "";
            var line = $"{Words.Count(Documents, "document")}, {Words.Count(Attributions, "attribution")}{rate}, {Seconds:0} s";
            _terminal.Error.Write($"\r\e[K{VisibleText.Shorten(line, _terminal.Width - 1)}");
            _isDrawn = true;
        }
    }
}
