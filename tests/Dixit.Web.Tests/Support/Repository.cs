// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Tests.Support;

/// <summary>Finds the files of the project that tests compare with.</summary>
internal static class Repository
{
    private static readonly bool _approves = Environment.GetEnvironmentVariable("DIXIT_APPROVE") == "1";

    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Compares with what a person approved of; DIXIT_APPROVE=1 writes it anew.</summary>
    public static void Matches(string path, string actual)
    {
        if (_approves)
            File.WriteAllText(path, actual);
        else
            Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

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
