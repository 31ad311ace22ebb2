// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>Writes documents with what was found in them in a form that other programs read, one after the other.</summary>
/// <remarks>Nothing of a document is kept once it is written. Not safe for several threads: one writer each. The stream stays open.</remarks>
public abstract class ExportWriter : IDisposable
{
    /// <summary>Writes one document.</summary>
    /// <param name="analysis">The document and what was found in it.</param>
    /// <param name="links">Where its contents and speakers lead, or null for the document alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text. Nothing is written.</exception>
    public abstract void Write(Analysis analysis, ExtractionLinks? links);

    /// <summary>Writes what comes after the last document. Without it, what was written is not whole.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
