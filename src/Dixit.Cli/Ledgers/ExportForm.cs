// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Ledgers;

/// <summary>The forms in which a ledger is exported.</summary>
internal enum ExportForm
{
    /// <summary>The output contract: an object a line, one line a document.</summary>
    Jsonl,

    /// <summary>A row for each content span.</summary>
    Csv,

    /// <summary>Claims and quotations in the words of schema.org.</summary>
    JsonLd,

    /// <summary>A TEI P5 corpus.</summary>
    Tei,

    /// <summary>W3C Web Annotations.</summary>
    WebAnnotation,

    /// <summary>The fields of GDELT's Global Quotation Graph.</summary>
    Gqg,
}
