// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading;
using Dixit.Reading.Writing;

namespace Dixit.Storage;

/// <summary>Takes into a ledger what another one, or an extraction, wrote in the output contract.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="writer">The one who writes to it, opened with <see cref="Engine"/>.</param>
/// <remarks>Of an id only the first line is taken in. For one run, on one thread.</remarks>
public sealed class LedgerImport(ILedger ledger, ILedgerWriter writer)
{
    /// <summary>What stands for the version of the engine: reading the same articles finds anew what a line does not carry.</summary>
    public const string Engine = "import";

    private readonly HashSet<string> _ids = [];

    /// <summary>Takes in line after line, as the results are asked for; committing is left to who asks.</summary>
    /// <param name="lines">UTF-8; left open.</param>
    /// <param name="name">How to call them in problems.</param>
    /// <param name="maxLineBytes">The most bytes that a line may take, or null for as many as an export may write.</param>
    /// <exception cref="IOException">The stream fails.</exception>
    public IEnumerable<ImportResult> Run(Stream lines, string name, int? maxLineBytes = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(name);
        var results = maxLineBytes is { } most ? ExtractionReader.Read(lines, name, most) : ExtractionReader.Read(lines, name);
        return results.Select(result => result.Succeeded ? Add(result.Analysis, name) : Fail(result.Problem));
    }

    private ImportResult Add(Analysis analysis, string name)
    {
        var id = analysis.Document.Id;
        if (!_ids.Add(id))
            return Fail(ReadProblems.ReportDuplicateId(name, id, null));
        // A line does not carry all that was found. Where the ledger's own document says the same, it is the better one.
        var stored = writer.Compare(analysis.Document) == AddOutcome.Added ? null : ledger.FindDocument(id);
        return stored is not null && Written(stored.Analysis).SequenceEqual(Written(analysis))
            ? new ImportResult(id, AddOutcome.Unchanged, null)
            : new ImportResult(id, writer.Add(analysis, stored?.Options), null);
    }

    private ImportResult Fail(ReadProblem problem)
    {
        writer.CountFailure();
        return new ImportResult(null, default, problem);
    }

    private static byte[] Written(Analysis analysis)
    {
        using var stream = new MemoryStream();
        var lines = new ExtractionWriter(stream);
        lines.Write(analysis);
        return stream.ToArray();
    }
}
