// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Extracting;
using Dixit.Documents;
using Dixit.Reading;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Analyses a stream of documents and adds each to a ledger in the order of the inputs.</summary>
/// <param name="analyse">The engine.</param>
/// <param name="jobs">How many documents are worked on at once, 1 or more.</param>
internal sealed class ReadRun(Func<Document, Analysis> analyse, int jobs)
{
    private const long MostCharactersUnderWay = 32 * 1024 * 1024;

    // While a batch is settled nothing is handed on, and the other threads should not wait for that.
    private const int DocumentsPerWorker = 96;

    /// <summary>Runs to the end of the inputs and keeps everything. What fails is told to the report, and the run goes on.</summary>
    /// <param name="inputs">What was read.</param>
    /// <param name="writer">The ledger.</param>
    /// <param name="options">What to know of all documents.</param>
    /// <param name="report">Hears of every document and problem.</param>
    /// <param name="cancellation">Stops the run between two documents.</param>
    /// <param name="handedOn">Called after each document and problem, in the order of the inputs; or null.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; what was added before is kept.</exception>
    public void Run(IEnumerable<ReadResult> inputs, ILedgerWriter writer, AddOptions options, ReadReport report, CancellationToken cancellation, Action? handedOn = null)
    {
        try
        {
            OrderedParallel.Run(inputs, jobs, input => input.Document?.Text.Length ?? 0, MostCharactersUnderWay, Work, HandOnAndTell, cancellation, DocumentsPerWorker);
        }
        finally
        {
            writer.Commit();
        }

        void HandOnAndTell(Outcome outcome)
        {
            HandOn(outcome);
            handedOn?.Invoke();
        }

        // What the ledger has already, or must not have, need not be found again.
        Outcome Work(ReadResult input) => input.Document is not { } document
            ? new Outcome(input, null, null, null)
            : writer.Compare(document, options) switch
            {
                AddOutcome.Unchanged => new Outcome(input, null, null, Pack(input)),
                AddOutcome.Removed => new Outcome(input, writer.Prepare(new Analysis { Document = document }), null, null),
                _ => Analyse(input, document),
            };

        Outcome Analyse(ReadResult input, Document document)
        {
            try
            {
                return new Outcome(input, writer.Prepare(analyse(document)), null, Pack(input));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return new Outcome(input, null, exception, null);
            }
        }

        void Keep(Outcome outcome)
        {
            if (outcome.Original is { } original)
                writer.KeepOriginal(outcome.Input.Document!.Id, original);
        }

        void HandOn(Outcome outcome)
        {
            if (outcome is { Input.Document: { } document, Prepared: null, Defect: null })
            {
                if (writer.TrySkip(document, options))
                {
                    report.Count(AddOutcome.Unchanged);
                    Keep(outcome);
                    return;
                }

                // What came before it in this run has changed it meanwhile.
                outcome = Analyse(outcome.Input, document);
            }

            if (outcome.Prepared is { } prepared)
            {
                var added = writer.Add(prepared, options with { Source = outcome.Input.Path });
                report.Count(added);
                if (added != AddOutcome.Removed)
                    Keep(outcome);
                else
                    report.TellRemoved(outcome.Input.Path, outcome.Input.Line, prepared.Analysis.Document.Id);
                return;
            }

            writer.CountFailure();
            if (outcome.Input.Problem is { } problem)
                report.Tell(problem);
            else
                report.Tell(CliProblems.ReportDocumentDefect(outcome.Input.Path, outcome.Input.Line, outcome.Defect!), outcome.Defect);
        }
    }

    private static PackedOriginal? Pack(ReadResult input) => input.Original is { } bytes ? PackedOriginal.Of(bytes.Span) : null;

    private readonly record struct Outcome(ReadResult Input, PreparedDocument? Prepared, Exception? Defect, PackedOriginal? Original);
}
