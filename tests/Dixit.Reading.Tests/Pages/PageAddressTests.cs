// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Pages;
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests.Pages;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("https://cadran.exemple/eau/la-digue-de-morvane", null, true)]
    [InlineData("https://cadran.exemple/eau/digue.html", null, true)]
    [InlineData("https://cadran.exemple/?p=1234", null, true)]
    [InlineData("https://cadran.exemple/2024/10/08/", null, true)]
    [InlineData("https://cadran.exemple/", null, false)]
    [InlineData("https://cadran.exemple/politique/", null, false)]
    [InlineData("https://cadran.exemple/index.html", null, false)]
    [InlineData("https://cadran.exemple/eau/digue-1", "https://www.cadran.exemple/eau/digue-1?utm=x", true)]
    [InlineData("https://www.cadran.exemple/eau/digue-1", "https://amp.cadran.exemple/eau/digue-1", true)]
    [InlineData("https://agence.exemple/eau/digue-1", "https://cadran.exemple/eau/digue-1", false)]
    [InlineData(null, "https://cadran.exemple/eau/digue-1", false)]
    public void Choose_TakesWhatCanBeThePagesOwn(string? stated, string? fetched, bool isTaken) =>
        Assert.Equal(isTaken ? stated : null, PageAddress.Choose(stated, fetched));

    [Fact]
    public void Read_FromAFileAndFromItsAddress_IsOneDocument()
    {
        var html = System.Text.Encoding.UTF8.GetBytes(PageText.Page($"<article>{PageText.Paragraphs}</article>", "<link rel='canonical' href='https://cadran.exemple/eau/digue-1#haut'>"));
        var options = new DocumentReaderOptions { NamesPagesByAddress = true };

        var file = Reads.DocumentOf(PageText.Result(html, options: options));
        var fetched = Reads.DocumentOf(PageText.Result(html, "text/html; charset=utf-8", "https://www.cadran.exemple/eau/digue-1?utm_source=x", options));

        Assert.Equal("https://cadran.exemple/eau/digue-1", file.Id);
        Assert.Equal((file.Id, file.Text), (fetched.Id, fetched.Text));
        Assert.Equal("page", Reads.DocumentOf(PageText.Result(html)).Id); // by its file, where nothing is asked
    }
}
