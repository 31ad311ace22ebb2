// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Dixit.Docs.Tests;

public sealed class LinkTests
{
    public static TheoryData<string> Documents => [.. Repository.Documents()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void RelativeLinks_OfADocument_LeadSomewhere(string path)
    {
        var page = new MarkdownPage(Repository.Read(path));

        Assert.Empty(page.Links.Where(link => !Resolves(path, link)));
    }

    [Fact]
    public void Links_ToNowhere_AreNoticed()
    {
        var page = new MarkdownPage("# A heading\n[a](no-such-file.md) `[b](in-code.md)` [c](README.md#no-such-heading) [d](#a-heading)\n```\n[e](fenced.md)\n```\n");

        Assert.Equal(["no-such-file.md", "README.md#no-such-heading", "#a-heading"], page.Links);
        Assert.Equal(["a-heading"], page.Anchors);
        Assert.False(Resolves("CONTRIBUTING.md", page.Links[0]));
        Assert.False(Resolves("CONTRIBUTING.md", page.Links[1]));
    }

    private static bool Resolves(string from, string link)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out _))
            return true;
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? from : Path.Combine(Path.GetDirectoryName(from) ?? "", parts[0]);
        if (!Repository.Exists(target))
            return false;
        return parts.Length == 1 || new MarkdownPage(Repository.Read(target)).Anchors.Contains(parts[1]);
    }
}
