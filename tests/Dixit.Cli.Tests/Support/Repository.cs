// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Tests.Support;

/// <summary>Finds the files of the project that tests compare with.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    // Not from the path of a source file at compile time: reproducible builds leave it out.
    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Dixit.slnx")))
                return folder;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Dixit.slnx.");
    }
}
