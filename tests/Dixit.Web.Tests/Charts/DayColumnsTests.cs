// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;
using Dixit.Web.Charts;
using Dixit.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dixit.Web.Tests.Charts;

public sealed class DayColumnsTests
{
    private static readonly Visitor _french = VisitorOf("fr");

    [Fact]
    public void Columns_OfMonthsWithAGap_LeaveNoneOut()
    {
        var (bars, _) = DayColumns.Of([new DayCount(new DateOnly(2023, 11, 1), 3), new DayCount(new DateOnly(2024, 2, 1), 5)], _french, null, isMonthly: true);

        Assert.Equal(["nov. 2023", "déc. 2023", "janv. 2024", "févr. 2024"], bars.Select(bar => bar.Label));
        Assert.Equal([3, 0, 0, 5], bars.Select(bar => bar.Value));
        Assert.Equal(["2023-11", "2023-12", "2024-01", "2024-02"], bars.Select(bar => bar.Key));
    }

    [Fact]
    public void Columns_OfOneMonth_AreDaysUnlessMonthsAreAskedFor()
    {
        DayCount[] days = [new(new DateOnly(2024, 10, 4), 1), new(new DateOnly(2024, 10, 6), 2)];

        Assert.Equal([1, 0, 2], DayColumns.Of(days, _french, null).Bars.Select(bar => bar.Value));
        Assert.Equal([3], DayColumns.Of(days, _french, null, isMonthly: true).Bars.Select(bar => bar.Value));
    }

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(0, 300, "0\u00a0%")]
    [InlineData(1, 300, "< 1\u00a0%")]
    [InlineData(150, 300, "50\u00a0%")]
    public void Share_OfWhatIsThere_IsNeverNone(long part, long whole, string expected) => Assert.Equal(expected, Labels.Share(_french, part, whole));

    private static Visitor VisitorOf(string language)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = language;
        return new Visitor(new HttpContextAccessor { HttpContext = context });
    }
}
