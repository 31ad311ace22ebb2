// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Dixit.Reading.Fetching;

namespace Dixit.Reading.Tests.Fetching;

public sealed class FetchingPartsTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("203.0.113.9", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001:0:1::1", false)]
    public void IsPublic_Address_IsToldFromPrivateOnes(string address, bool isPublic) => Assert.Equal(isPublic, AddressPolicy.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("<html>404</html>", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: autre\nDisallow: /", "/a", true)]
    [InlineData("User-agent: dixit\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nAllow: /\n\nUser-agent: DIXIT/2\nDisallow: /", "/a", false)]
    [InlineData("User-agent: autre\nUser-agent: Dixit\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: dixit\nDisallow: /a\n\nUser-agent: dixit\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/aXbXX", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/aXbbYc/z", false)]
    [InlineData("user-AGENT : * # tous\r\n  disallow : /a # rien", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /été", "/%C3%A9t%c3%a9/x", false)]
    [InlineData("User-agent: *\nDisallow: /a%7eb", "/a~b", false)]
    [InlineData("User-agent: *\nSitemap: /s\nDisallow: /", "/robots.txt", true)]
    public void Allows_Path_AsTheStandardSays(string file, string path, bool isAllowed) => Assert.Equal(isAllowed, RobotsFile.Parse(file).Allows(path));

    [Fact]
    public void Allows_PatternOfStars_TakesLittleTime()
    {
        var robots = RobotsFile.Parse("User-agent: *\nDisallow: " + string.Concat(Enumerable.Repeat("/*a", 200)) + "$");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(robots.Allows("/" + new string('a', 20_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Delay_IsThatOfOurGroup() => Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsFile.Parse("User-agent: *\nCrawl-delay: 9\n\nUser-agent: dixit\nCrawl-delay: 2.5").Delay);

    [Fact]
    public void Journal_WhatWasNoted_IsThereAgain()
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("l.db.web");
        var now = new DateTime(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc);
        var journal = FetchJournal.Open(path);
        journal.Note([Kept("https://phare.example/é", "\"v1\""), Kept("https://phare.example/b", null)], now);
        journal.Note([Kept("https://phare.example/é", "\"v2\"")], now.AddHours(1));
        File.AppendAllText(path, "{\"url\":\"https://phare.example/coup");
        FetchJournal.Open(path).Note([Kept("https://phare.example/c", null)], now);
        var again = FetchJournal.Open(path);
        Assert.Equal((now.AddHours(1), "\"v2\""), (again.When("https://phare.example/é"), again.Known("https://phare.example/é")?.ETag));
        Assert.Equal((now, null), (again.When("https://phare.example/b"), again.Known("https://phare.example/b")));
        Assert.NotNull(again.When("https://phare.example/c"));
        Assert.Null(again.When("https://phare.example/coup"));
    }

    [Fact]
    public void Journal_ManyNotes_DoNotGrowForEver()
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("l.db.web");
        var journal = FetchJournal.Open(path);
        for (var i = 0; i < 3000; i++)
            journal.Note([Kept("https://phare.example/fil", $"\"{i}\"")], DateTime.UnixEpoch);
        Assert.True(File.ReadLines(path).Count() < 2100);
        Assert.Equal("\"2999\"", FetchJournal.Open(path).Known("https://phare.example/fil")?.ETag);
    }

    private static Fetched Kept(string url, string? tag) => new() { Url = url, FinalUrl = url, Validators = tag is null ? null : new Validators(tag, null) };
}
