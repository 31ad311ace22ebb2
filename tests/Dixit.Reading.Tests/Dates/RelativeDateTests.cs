// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Dates;
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests.Dates;

public sealed class RelativeDateTests
{
    private static readonly DateTimeOffset _fetched = new(2024, 3, 12, 1, 30, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("Publié il y a 2 heures", "2024-03-11")]
    [InlineData("il y a 20 minutes", "2024-03-12")]
    [InlineData("Publié il y a une heure", "2024-03-12")]
    [InlineData("Il y a 3 jours", "2024-03-09")]
    [InlineData("Publié hier à 18h05", "2024-03-11")]
    [InlineData("Hier, 18:05", "2024-03-11")]
    [InlineData("Publié avant-hier", "2024-03-10")]
    [InlineData("Publié aujourd’hui à 0h10", "2024-03-12")]
    [InlineData("3 hours ago", "2024-03-11")]
    [InlineData("Posted an hour ago", "2024-03-12")]
    [InlineData("Published: 2 weeks ago", "2024-02-27")]
    [InlineData("Yesterday at 6:05 pm", "2024-03-11")]
    [InlineData("Mis à jour il y a 2 heures", null)]
    [InlineData("Updated 3 hours ago", null)]
    [InlineData("Il y a 3 ans", null)]
    [InlineData("Il y a 3 blessés graves", null)]
    [InlineData("La digue a cédé hier à Morvane", null)]
    [InlineData("The dam broke 3 hours ago", null)]
    [InlineData("3 hours", null)]
    [InlineData("", null)]
    public void TryFind_ALineOfItsOwn_CountsFromTheTimeOfFetching(string line, string? expected)
    {
        var found = RelativeDate.TryFind(line, _fetched, out var day);

        Assert.Equal(expected, found ? day.ToString("yyyy-MM-dd") : null);
    }

    [Fact]
    public void Read_APageWithARelativeDay_NeedsTheTimeOfFetching()
    {
        var html = Encoding.UTF8.GetBytes(PageText.Page($"<article><h1>La digue sera relevée</h1><div>Publié hier à 18h05</div>{PageText.Paragraphs}</article>"));

        Assert.Equal(new DateOnly(2024, 3, 11), Reads.DocumentOf(PageText.Result(html, fetched: _fetched)).Published);
        Assert.Null(Reads.DocumentOf(PageText.Result(html)).Published);
    }

    [Fact]
    public void Read_AWebArchive_CountsFromItsDate()
    {
        var page = PageText.Page($"<article><h1>La digue sera relevée</h1><div>Il y a 3 heures</div>{PageText.Paragraphs}</article>");
        var http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
        var warc = $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-03-12T02:00:00Z\r\nWARC-Target-URI: https://cadran.exemple/digue-1\r\nContent-Length: {Encoding.UTF8.GetByteCount(http)}\r\n\r\n{http}\r\n\r\n";

        Assert.Equal(new DateOnly(2024, 3, 11), Reads.DocumentOf(Assert.Single(Reads.File("a.warc", warc))).Published);
    }
}
