// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Docs.Tests;

/// <summary>The files that the tests hold against each other.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The Markdown files that people read, as paths from the root with slashes. Specs are examples, not documents.</summary>
    public static IEnumerable<string> Documents() =>
        Files("*.md").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal));

    /// <summary>The files of a pattern that are not build products, as paths from the root with slashes.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        from file in Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "TestResults" or "BenchmarkDotNet.Artifacts" or ".git" or "out")
        orderby path
        select path;

    public static string Read(string path) => File.ReadAllText(At(path));

    public static bool Exists(string path) => File.Exists(At(path)) || Directory.Exists(At(path));

    public static string At(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dixit.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Dixit.slnx.");
    }
}
