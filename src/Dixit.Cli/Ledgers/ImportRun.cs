// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading;
using Dixit.Reading.Writing;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Adds to a ledger what another one, or <c>dixit extract</c>, wrote in the output contract.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="writer">The one who writes to it.</param>
/// <param name="report">Hears of every document and problem.</param>
internal sealed class ImportRun(ILedger ledger, ILedgerWriter writer, ReadReport report)
{
    private readonly HashSet<string> _ids = [];

    /// <summary>Runs to the end of a stream of lines and keeps everything. What fails is told to the report, and the run goes on.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; what was added before is kept.</exception>
    public void Run(Stream lines, string name, CancellationToken cancellation)
    {
        try
        {
            foreach (var result in ExtractionReader.Read(lines, name))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!result.Succeeded)
                    Tell(result.Problem);
                else if (!_ids.Add(result.Analysis.Document.Id))
                    Tell(CliProblems.ReportTwiceImported(name, result.Analysis.Document.Id));
                else
                    Add(result.Analysis);
            }
        }
        finally
        {
            writer.Commit();
        }
    }

    private void Tell(ReadProblem problem)
    {
        writer.CountFailure();
        report.Tell(problem);
    }

    private void Add(Analysis analysis)
    {
        // A line does not carry all that was found. Where the ledger's own document says the same, it is the better one.
        var stored = writer.Compare(analysis.Document) == AddOutcome.Added ? null : ledger.FindDocument(analysis.Document.Id);
        if (stored is not null && Written(stored.Analysis).SequenceEqual(Written(analysis)))
            report.Count(AddOutcome.Unchanged);
        else
            report.Count(writer.Add(analysis, stored?.Options));
    }

    private static byte[] Written(Analysis analysis)
    {
        using var stream = new MemoryStream();
        var lines = new ExtractionWriter(stream);
        lines.Write(analysis);
        return stream.ToArray();
    }
}
