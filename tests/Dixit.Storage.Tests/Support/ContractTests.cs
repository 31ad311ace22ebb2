// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Writing;
using Dixit.Statements;

namespace Dixit.Storage.Tests.Support;

/// <summary>What every contract needs: ledgers of the test's own, filled and read again.</summary>
public abstract class ContractTests : IDisposable
{
    private static readonly Lazy<StatementReader> _statements = new(() => new PipelineBuilder().Build().Statements);

    public abstract void Dispose();

    /// <summary>Opens a ledger of a name, again and again if asked.</summary>
    protected abstract ILedger Open(string name = "dixit");

    /// <summary>Makes the ledger of the usual name believe that its speakers and statements were derived by older rules.</summary>
    protected abstract void Outdate();

    protected static StatementReader Statements() => _statements.Value;

    protected static ILedgerWriter Write(ILedger ledger, WriterOptions? options = null) => ledger.OpenWriter(options, TestContext.Current.CancellationToken);

    protected static void Add(ILedger ledger, params Analysis[] analyses)
    {
        using var writer = Write(ledger);
        foreach (var analysis in analyses)
            writer.Add(analysis);
        writer.Commit();
    }

    protected static string Export(ILedger ledger)
    {
        using var stream = new MemoryStream();
        var writer = new ExtractionWriter(stream);
        foreach (var document in ledger.Export())
            writer.Write(document.Analysis, document.Links);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
