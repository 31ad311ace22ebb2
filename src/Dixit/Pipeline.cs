// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit;

/// <summary>Text in, attributions out. Built once by <see cref="PipelineBuilder"/>, then frozen.</summary>
/// <remarks>Safe to use from many threads at once.</remarks>
public sealed class Pipeline
{
    internal Pipeline()
    {
    }

    /// <summary>Analyses one document: the same input gives the same output. No input throws.</summary>
    public Analysis Analyse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Analysis { Document = document, Notes = document.Notes };
    }
}
