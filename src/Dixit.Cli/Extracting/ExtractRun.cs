// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Rendering;
using Dixit.Reading;

namespace Dixit.Cli.Extracting;

/// <summary>Analyses a stream of documents and writes each result in the order of the inputs.</summary>
/// <param name="analyse">The engine.</param>
/// <param name="format">The form of the results.</param>
/// <param name="jobs">How many documents are worked on at once, 1 or more.</param>
internal sealed class ExtractRun(Func<Documents.Document, Analysis> analyse, IAnalysisFormat format, int jobs)
{
    private const int LargestBufferKept = 1024 * 1024;
    private const long MostCharactersUnderWay = 32 * 1024 * 1024;

    /// <summary>Runs to the end of the inputs. What fails is told to the report, and the run goes on.</summary>
    /// <param name="inputs">What was read.</param>
    /// <param name="write">Takes the rendered form of one analysis.</param>
    /// <param name="report">Hears of every document and problem.</param>
    /// <param name="cancellation">Stops the run between two documents.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void Run(IEnumerable<ReadResult> inputs, Action<ReadOnlyMemory<byte>> write, RunReport report, CancellationToken cancellation)
    {
        var renderers = new Stack<Renderer>();
        if (jobs == 1)
        {
            foreach (var input in inputs)
            {
                cancellation.ThrowIfCancellationRequested();
                HandOn(Work(input));
            }
        }
        else
        {
            OrderedParallel.Run(inputs, jobs, input => input.Document?.Text.Length ?? 0, MostCharactersUnderWay, Work, HandOn, cancellation);
        }

        Outcome Work(ReadResult input)
        {
            if (!input.Succeeded)
                return new Outcome(input, null, null, null);
            var renderer = TakeRenderer();
            try
            {
                var analysis = analyse(input.Document);
                renderer.Write(analysis);
                return new Outcome(input, analysis, renderer, null);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return new Outcome(input, null, null, exception); // The renderer may hold half a document: it is let go.
            }
        }

        void HandOn(Outcome outcome)
        {
            if (outcome.Input.Problem is { } problem)
            {
                report.Tell(problem);
            }
            else if (outcome.Defect is { } defect)
            {
                report.Tell(CliProblems.ReportDocumentDefect(outcome.Input.Path, outcome.Input.Line, defect), defect);
            }
            else
            {
                var buffer = outcome.Renderer!.Buffer;
                write(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
                report.Count(outcome.Analysis!);
                GiveBack(outcome.Renderer);
            }
        }

        Renderer TakeRenderer()
        {
            lock (renderers)
                return renderers.TryPop(out var renderer) ? renderer : new Renderer(format);
        }

        void GiveBack(Renderer renderer)
        {
            if (renderer.Buffer.Capacity > LargestBufferKept)
                return;
            renderer.Buffer.SetLength(0);
            lock (renderers)
                renderers.Push(renderer);
        }
    }

    private readonly record struct Outcome(ReadResult Input, Analysis? Analysis, Renderer? Renderer, Exception? Defect);

    private sealed class Renderer
    {
        public Renderer(IAnalysisFormat format) => Write = format.OpenOn(Buffer);

        public MemoryStream Buffer { get; } = new();

        public Action<Analysis> Write { get; }
    }
}
