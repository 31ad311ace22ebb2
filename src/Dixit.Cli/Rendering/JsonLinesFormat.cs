// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Writing;

namespace Dixit.Cli.Rendering;

/// <summary>An object of the output contract a line.</summary>
internal sealed class JsonLinesFormat : IAnalysisFormat
{
    /// <inheritdoc/>
    public Action<Analysis> OpenOn(Stream output) => new ExtractionWriter(output).Write;
}
