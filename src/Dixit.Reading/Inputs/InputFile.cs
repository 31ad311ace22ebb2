// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Inputs;

/// <summary>A file to read, or the problem met instead of one.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Stem">What a document of it is called that has no name of its own: its path below what was named, without the ending.</param>
/// <param name="Problem">What stands in its place, or null.</param>
internal readonly record struct InputFile(string Path, string Stem, ReadProblem? Problem)
{
    public static InputFile Of(string path, string relativePath) => new(path, StemOf(relativePath), null);

    public static InputFile Of(ReadProblem problem) => new(problem.Path, "", problem);

    /// <summary>The path with <c>/</c> between its parts and without the ending; that of a compressed file is two (<c>.html.gz</c>).</summary>
    public static string StemOf(string relativePath)
    {
        var path = System.IO.Path.DirectorySeparatorChar == '/' ? relativePath : relativePath.Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var ending = System.IO.Path.GetExtension(path);
        if (ending.Equals(".gz", StringComparison.OrdinalIgnoreCase))
            ending = System.IO.Path.GetExtension(path[..^ending.Length]) + ending;
        var stem = path[..^ending.Length];
        // « .txt » is a name that starts with a dot rather than an ending.
        return stem.Length == 0 || stem.EndsWith('/') ? path : stem;
    }
}
