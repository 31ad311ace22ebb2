// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Exporting;
using Dixit.Reading.Exporting.Tei;
using Dixit.Storage;
using Dixit.Storage.Exporting;

namespace Dixit.Web.Api;

/// <summary>A form of export.</summary>
/// <param name="Name">Such as <c>csv</c>.</param>
/// <param name="ContentType">What the answer says it is.</param>
/// <param name="Ending">That of a file of it.</param>
/// <param name="Open">Opens a writer; null for the form that is made of statements, not of documents.</param>
internal sealed record ExportForm(string Name, string ContentType, string Ending, Func<Stream, ExportWriter>? Open);

/// <summary>Writes the ledger, or a part of it, in a form for other programs.</summary>
internal static class LedgerExport
{
    /// <summary>The form for measuring the engine: the documents that somebody corrected, with all that is reported in them.</summary>
    public const string Gold = "gold";

    /// <summary>The forms by their names.</summary>
    public static IReadOnlyDictionary<string, ExportForm> Forms { get; } = new ExportForm[]
    {
        new("jsonl", "application/x-ndjson", ".jsonl", output => new JsonLinesExportWriter(output)),
        new("csv", "text/csv; charset=utf-8", ".csv", output => new CsvExportWriter(output)),
        new("jsonld", "application/ld+json", ".jsonld", null),
        new("tei", "application/tei+xml", ".xml", output => new TeiWriter(output)),
        new("webannotation", "application/ld+json", ".json", output => new WebAnnotationWriter(output)),
        new("gqg", "application/x-ndjson", ".json", output => new QuotationGraphWriter(output)),
        new(Gold, "application/x-ndjson", ".jsonl", output => new GoldWriter(output)),
    }.ToDictionary(form => form.Name);

    /// <summary>Writes all that fits.</summary>
    public static void Write(ILedger ledger, ExportForm form, StatementQuery? query, Stream output)
    {
        if (form.Open is null)
        {
            using var claims = new ClaimWriter(output);
            foreach (var found in ledger.FindAll((query ?? new StatementQuery()) with { Order = StatementOrder.Oldest }))
                claims.Write(found.Statement);
            claims.Complete();
            return;
        }

        using var writer = form.Open(output);
        foreach (var document in form.Name == Gold ? ledger.Corrected() : ledger.Export(query))
            writer.Write(document.Analysis, document.Links);
        writer.Complete();
    }
}
