// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Extracting;

/// <summary>A file that appears whole or not at all: written beside its place, then moved there.</summary>
internal sealed class ResultFile : IDisposable
{
    private readonly string _place;
    private readonly string? _temporary;

    private ResultFile(string place, string? temporary, Stream stream)
    {
        _place = place;
        _temporary = temporary;
        Stream = stream;
    }

    /// <summary>Where to write.</summary>
    public Stream Stream { get; }

    /// <summary>Opens a file for writing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static ResultFile Create(string path)
    {
        // Behind a link, the file is replaced and the link stays.
        var isLink = new FileInfo(path).LinkTarget is not null;
        var place = isLink ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        if (Directory.Exists(place))
            throw new IOException("it is a folder");
        // A device cannot be replaced, and need not be: it keeps nothing that could be half written.
        if (!OperatingSystem.IsWindows() && place.StartsWith("/dev/", StringComparison.Ordinal))
            return new ResultFile(place, null, new FileStream(place, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));

        var folder = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(folder))
            throw new IOException($"there is no folder {folder}");
        var temporary = Path.Combine(folder, $".{Path.GetFileName(place)}.{Environment.ProcessId}.tmp");
        var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        if (!OperatingSystem.IsWindows() && File.Exists(place))
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(place));
        return new ResultFile(place, temporary, stream);
    }

    /// <summary>Whether a path leads to the place of this file.</summary>
    public bool IsAt(string path) =>
        path.AsSpan().EndsWith(Path.GetFileName(_place), StringComparison.OrdinalIgnoreCase)
        && string.Equals(Path.GetFullPath(path), _place, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts what was written in its place. Without this, <see cref="Dispose"/> leaves everything as it was.</summary>
    public void Commit()
    {
        Stream.Dispose();
        if (_temporary is not null)
            File.Move(_temporary, _place, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        if (_temporary is not null)
            File.Delete(_temporary);
    }
}
