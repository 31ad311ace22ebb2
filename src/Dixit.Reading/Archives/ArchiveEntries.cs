// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Formats;
using Dixit.Reading.Inputs;

namespace Dixit.Reading.Archives;

/// <summary>Which entries of an archive are read, and how they are called.</summary>
/// <remarks>An archive is read as a folder is: by the endings of what is in it, and what begins with a dot is left alone. Nothing is ever
/// written under an entry's name, so a name such as <c>../../etc/passwd</c> is a name like any other; its parts that lead upwards are dropped.</remarks>
internal sealed class ArchiveEntries(InputSource source)
{
    private bool _found;

    /// <summary>The documents of an entry, none where it is not one to read.</summary>
    /// <param name="entryName">The name that the archive gives it.</param>
    /// <param name="problem">What keeps it from being read, or null.</param>
    /// <param name="open">Opens its bytes, unpacked.</param>
    public IEnumerable<ReadResult> Read(string entryName, Func<string, ReadProblem?> problem, Func<Stream> open)
    {
        source.Cancellation.ThrowIfCancellationRequested();
        var parts = entryName.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("." or "..")).ToArray();
        if (parts.Length == 0 || parts.Any(part => part.StartsWith('.')) || parts[0] == "__MACOSX" || !FormatReaders.HasKnownEnding(parts[^1]))
            return [];
        _found = true;
        var name = string.Join('/', parts);
        var path = $"{source.Path}/{name}";
        return problem(path) is { } known
            ? [ReadResult.Of(known)]
            : source.ReadInside(path, $"{source.Stem}/{InputFile.StemOf(name)}", name, open);
    }

    /// <summary>What to say at the end of an archive that held nothing to read; nothing otherwise.</summary>
    public IEnumerable<ReadResult> End() => _found ? [] : [ReadResult.Of(ReadProblems.ReportNothingInArchive(source.Path))];
}
