// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>The output contract: one JSON object a line, one line a document.</summary>
/// <param name="output">Where to.</param>
public sealed class JsonLinesExportWriter(Stream output) : ExportWriter
{
    private readonly ExtractionWriter _writer = new(output);

    /// <inheritdoc/>
    public override void Write(Analysis analysis, ExtractionLinks? links) => _writer.Write(analysis, links);

    /// <inheritdoc/>
    public override void Complete()
    {
        // Each line is whole by itself.
    }
}
