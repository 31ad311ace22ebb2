// SPDX-License-Identifier: Apache-2.0
using System.IO.Enumeration;

namespace Dixit.Reading.Inputs;

/// <summary>Turns the paths of a command line into files: a file is itself, a folder what is below it, a pattern what it matches.</summary>
/// <remarks>Files below a folder come in the ordinal order of their paths, one folder's names in memory at a time. Below a folder,
/// names that start with a dot are left alone, links to folders are not followed (so no loop can be met), and only files with
/// one of the endings are taken.</remarks>
internal sealed class InputPaths
{
    private static readonly EnumerationOptions _everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
    };

    private readonly IReadOnlyCollection<string> _endings;
    private readonly Func<string, bool> _isKnown;

    /// <summary>Makes a finder of files.</summary>
    /// <param name="endings">The endings, each with its dot, of the files that need not be named, to tell people.</param>
    /// <param name="isKnown">Whether a file of this name need not be named; by its ending unless given.</param>
    public InputPaths(IReadOnlyCollection<string> endings, Func<string, bool>? isKnown = null)
    {
        _endings = endings;
        _isKnown = isKnown ?? HasKnownEnding;
    }

    /// <summary>The files, each once however often it is named. What is not there is a problem in its place.</summary>
    public IEnumerable<InputFile> Expand(IReadOnlyList<string> paths)
    {
        // One path cannot lead to the same file twice.
        var seen = paths.Count > 1 ? new SeenNames() : null;
        foreach (var path in paths)
        {
            foreach (var file in Expand(path))
            {
                if (seen is null || file.Problem is not null || seen.Add(Path.GetFullPath(file.Path)))
                    yield return file;
            }
        }
    }

    private IEnumerable<InputFile> Expand(string path)
    {
        if (File.Exists(path))
            return [InputFile.Of(path, Path.GetFileName(path))];
        if (Directory.Exists(path))
            return Walk(path, null, ReadProblems.ReportNothingToRead(path, _endings));
        if (!Glob.IsPattern(path))
            return [InputFile.Of(ReadProblems.ReportPathNotFound(path))];
        var (folder, glob) = Split(path);
        return Walk(folder, glob, ReadProblems.ReportNoMatch(path));
    }

    /// <summary>The folder that a pattern starts from, and the rest of it.</summary>
    private static (string Folder, Glob Glob) Split(string pattern)
    {
        var separators = Path.DirectorySeparatorChar == '/' ? "/" : "/\\";
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        var cut = pattern.AsSpan(0, wildcard).LastIndexOfAny(separators) + 1;
        var parts = pattern[cut..].Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return (cut == 0 ? "." : pattern[..cut], new Glob(parts));
    }

    private IEnumerable<InputFile> Walk(string folder, Glob? glob, ReadProblem nothing)
    {
        var found = false;
        var waiting = new Stack<Entry>();
        waiting.Push(new Entry(folder, "", true, glob is null, glob?.Start ?? []));
        while (waiting.TryPop(out var entry))
        {
            if (!entry.IsFolder)
            {
                found = true;
                yield return InputFile.Of(entry.Path, entry.Relative);
                continue;
            }

            if (List(entry, glob, waiting) is { } problem)
            {
                found = true;
                yield return InputFile.Of(problem);
            }
        }

        if (!found)
            yield return InputFile.Of(nothing);
    }

    /// <summary>Puts what is wanted of a folder on the stack, the first on top.</summary>
    private ReadProblem? List(Entry folder, Glob? glob, Stack<Entry> waiting)
    {
        if (!Directory.Exists(folder.Path))
            return null;
        var entries = new List<Entry>();
        try
        {
            var names = new FileSystemEnumerable<(string Name, bool IsFolder, bool IsLink)>(
                folder.Path,
                static (ref entry) => (entry.FileName.ToString(), entry.IsDirectory, entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
                _everything);
            foreach (var (name, isFolder, isLink) in names)
            {
                if (!(isFolder && isLink) && Choose(folder, name, isFolder, glob) is { } entry)
                    entries.Add(entry);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ReadProblems.ReportUnreadable(folder.Path, exception);
        }

        // With its separator a folder takes the place among the files that its files' paths have.
        entries.Sort(static (a, b) => string.CompareOrdinal(b.SortKey, a.SortKey));
        foreach (var entry in entries)
            waiting.Push(entry);
        return null;
    }

    /// <summary>The entry to visit, or null where neither it nor anything below it is wanted.</summary>
    private Entry? Choose(Entry folder, string name, bool isFolder, Glob? glob)
    {
        var places = glob?.Advance(folder.Places, name) ?? [];
        var isMatched = glob is not null && glob.IsMatch(places);
        // What lies below a folder that was named, or matched as a whole, is taken by its ending.
        var isBelow = folder.IsTaken && !name.StartsWith('.');
        var isWanted = isFolder
            ? isBelow || places.Length > 0
            : ((isBelow || isMatched) && _isKnown(name)) || (isMatched && glob!.NamesFiles);
        if (!isWanted)
            return null;
        var relative = folder.Relative.Length == 0 ? name : folder.Relative + Path.DirectorySeparatorChar + name;
        var path = folder.Path == "." && folder.Relative.Length == 0 ? name : Path.Combine(folder.Path, name);
        return new Entry(path, relative, isFolder, isBelow || isMatched, places);
    }

    private bool HasKnownEnding(string name)
    {
        foreach (var ending in _endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>A file or folder that is still to be visited.</summary>
    /// <param name="Path">Where it is.</param>
    /// <param name="Relative">Where it is below what was named.</param>
    /// <param name="IsFolder">Whether it is a folder.</param>
    /// <param name="IsTaken">Whether what lies below it needs no pattern.</param>
    /// <param name="Places">The places of the pattern that it has reached.</param>
    private sealed record Entry(string Path, string Relative, bool IsFolder, bool IsTaken, int[] Places)
    {
        public string SortKey => IsFolder ? Relative + System.IO.Path.DirectorySeparatorChar : Relative;
    }
}
