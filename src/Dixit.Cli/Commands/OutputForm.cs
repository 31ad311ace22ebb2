// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Commands;

/// <summary>The forms of the results of <c>dixit extract</c>.</summary>
internal enum OutputForm
{
    /// <summary>A header for each document and a row for each attribution.</summary>
    Table,

    /// <summary>The article with its attributions marked in place.</summary>
    Marked,

    /// <summary>A JSON object a line, one line a document.</summary>
    Jsonl,
}
