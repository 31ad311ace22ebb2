// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Threading.Channels;
using Dixit.Documents;
using Dixit.Reading;
using Dixit.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dixit.Web.Jobs;

/// <summary>Reads documents, or what another ledger exported, into the ledger, one job after the other.</summary>
internal sealed partial class ReadJobs(DeskOptions options, LedgerWriting writing, DeskMeters meters, ILogger<ReadJobs> logger) : BackgroundService
{
    private const int MostKept = 100;
    private const int MostWaiting = 50;
    private const int CommitEvery = 64;
    private readonly Channel<ReadJob> _queue = Channel.CreateBounded<ReadJob>(MostWaiting);
    private readonly ConcurrentDictionary<string, ReadJob> _jobs = new();
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Puts a job at the end of the queue.</summary>
    /// <returns>False where too many are waiting.</returns>
    public bool TryAdd(ReadJob job)
    {
        if (!_queue.Writer.TryWrite(job))
            return false;
        _jobs[job.Id] = job;
        _order.Enqueue(job.Id);
        // The oldest that are over are forgotten.
        while (_order.Count > MostKept && _order.TryPeek(out var oldest) && _jobs.TryGetValue(oldest, out var known) && known.State.IsOver && _order.TryDequeue(out _))
            _jobs.TryRemove(oldest, out _);
        return true;
    }

    /// <summary>The job of an id, or null.</summary>
    public ReadJob? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var job in _queue.Reader.ReadAllAsync(stoppingToken))
                await Task.Run(() => Do(job, stoppingToken), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The desk ends; what waits is let go of, with the files it kept.
            while (_queue.Reader.TryRead(out var waiting))
                waiting.Dispose();
        }
    }

    private void Do(ReadJob job, CancellationToken stopping)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, job.Stopping);
        try
        {
            both.Token.ThrowIfCancellationRequested();
            job.Change(state => state with { Stage = JobStage.Running });
            if (job.Imports is { } path)
                writing.WithOwn(LedgerImport.Engine, writer => Import(job, path, writer, both.Token), both.Token);
            else
                writing.With(writer => Read(job, writer, both.Token));
            job.Change(state => state with { Stage = JobStage.Done });
        }
        catch (OperationCanceledException)
        {
            job.Change(state => state with { Stage = JobStage.Stopped });
        }
        catch (LedgerException exception)
        {
            job.Change(state => state with { Stage = JobStage.Failed, Failure = exception.Line });
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogDefect(exception, job.Id);
            job.Change(state => state with { Stage = JobStage.Failed, Failure = $"{Problems.Defect}: this is a defect of Dixit; the log tells more" });
        }
        finally
        {
            job.Dispose();
        }
    }

    private bool Import(ReadJob job, string path, ILedgerWriter writer, CancellationToken cancellation)
    {
        try
        {
            using var lines = File.OpenRead(path);
            var sinceCommit = 0;
            foreach (var result in new LedgerImport(options.Ledger, writer).Run(lines, Path.GetFileName(path), Uploads.MostLineBytes))
            {
                if (result.Document is { } document)
                    Count(job, result.Outcome, document);
                else
                    job.Change(state => state.With(result.Problem!));
                if (++sinceCommit % CommitEvery == 0)
                    writer.Commit();
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            writer.Commit();
        }

        return true;
    }

    private bool Read(ReadJob job, ILedgerWriter writer, CancellationToken cancellation)
    {
        try
        {
            var sinceCommit = 0;
            foreach (var input in job.Read(cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                if (input.Document is { } document)
                    Add(job, writer, document);
                else
                    Fail(job, writer, input.Problem! with { Path = NameOf(input.Problem!.Path) });
                if (++sinceCommit % CommitEvery == 0)
                    writer.Commit();
            }
        }
        finally
        {
            writer.Commit();
        }

        return true;
    }

    private void Add(ReadJob job, ILedgerWriter writer, Document document)
    {
        if (writer.TrySkip(document))
        {
            job.Change(state => state.With(AddOutcome.Unchanged, document.Id));
            return;
        }

        Analysis analysis;
        try
        {
            analysis = options.Pipeline.Analyse(document);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogDefect(exception, job.Id);
            Fail(job, writer, new ReadProblem("DX9001", "internal error: this is a defect of Dixit. The document is left out.", document.Id));
            return;
        }

        Count(job, writer.Add(analysis), document.Id);
    }

    private void Count(ReadJob job, AddOutcome outcome, string document)
    {
        meters.Read(outcome);
        job.Change(state => state.With(outcome, document));
    }

    // Where files are kept meanwhile concerns nobody; an address is the name itself.
    private static string NameOf(string path) => DocumentReader.IsAddress(path) ? path : Path.GetFileName(path);

    private static void Fail(ReadJob job, ILedgerWriter writer, ReadProblem problem)
    {
        writer.CountFailure();
        job.Change(state => state.With(problem));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading {Job} met a defect.")]
    private partial void LogDefect(Exception exception, string job);
}
