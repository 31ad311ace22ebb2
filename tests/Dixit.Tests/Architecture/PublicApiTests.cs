// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Dixit.Tests.Architecture;

/// <summary>The public API stands in a file, so that a changed signature shows in a review.</summary>
public sealed class PublicApiTests
{
    private const string Approved = "tests/Dixit.Tests/Architecture/PublicApi.approved.txt";

    [Fact]
    public void PublicApi_IsTheApprovedOne()
    {
        var path = Path.Combine(RepositoryRoot(), Approved);
        var current = PublicApi.Describe(typeof(Pipeline).Assembly) + "\n" + PublicApi.Describe(typeof(Reading.DocumentReader).Assembly);
        if (Environment.GetEnvironmentVariable("DIXIT_APPROVE") == "1")
            File.WriteAllText(path, current);

        var approved = File.ReadAllText(path);

        Assert.True(approved == current, $"The public API differs from {Approved}. If that is meant, run the tests with DIXIT_APPROVE=1.\n{Difference(approved, current)}");
    }

    private static string Difference(string approved, string current)
    {
        var (before, after) = (approved.Split('\n'), current.Split('\n'));
        return string.Join('\n', before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line)));
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dixit.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Dixit.slnx.");
    }
}
