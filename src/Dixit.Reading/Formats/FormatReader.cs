// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Formats;

/// <summary>Reads one form of input. A new form is a new reader and its line in <see cref="FormatReaders"/>.</summary>
/// <remarks>Stateless, so one instance serves all runs.</remarks>
internal abstract class FormatReader
{
    /// <summary>The endings of its files, each with its dot, in lower case. Files with them are read from folders without being named.</summary>
    public abstract IReadOnlyList<string> Endings { get; }

    /// <summary>Endings of files that are read so when they are named, and left alone in folders.</summary>
    public virtual IReadOnlyList<string> NamedEndings => [];

    /// <summary>Whether the first bytes leave no doubt, whatever the name says.</summary>
    public virtual bool IsCertain(ReadOnlySpan<byte> head) => false;

    /// <summary>Whether a file whose name says nothing looks like this from its first bytes.</summary>
    public abstract bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>The documents of the input and the problems met, in their order, read as they are asked for.</summary>
    /// <remarks>May throw what streams, decompression and XML readers throw; the caller makes a problem of it.</remarks>
    public abstract IEnumerable<ReadResult> Read(InputSource source);
}
