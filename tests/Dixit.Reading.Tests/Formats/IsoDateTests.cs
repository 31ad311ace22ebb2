// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Formats;

namespace Dixit.Reading.Tests.Formats;

public sealed class IsoDateTests
{
    [Theory]
    [InlineData("2022-03-23")]
    [InlineData("20220323")]
    [InlineData(" 2022-03-23 ")]
    [InlineData("2022-03-23T10:05")]
    [InlineData("2022-03-23T10:05:59Z")]
    [InlineData("2022-03-23T23:59:60.999+02:00")]
    [InlineData("2022-03-23t00:00:00,5z")]
    [InlineData("2022-03-23 10:05:00 +0000")]
    [InlineData("20220323T100500-05")]
    [InlineData("20220323T1005")]
    public void TryRead_IsoDate_GivesTheDayAsWritten(string value)
    {
        Assert.True(IsoDate.TryRead(value, out var day));
        Assert.Equal(new DateOnly(2022, 3, 23), day);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022")]
    [InlineData("2022-03")]
    [InlineData("2022-02-30")]
    [InlineData("2022-3-23")]
    [InlineData("23/03/2022")]
    [InlineData("23 mars 2022")]
    [InlineData("2022-03-23T")]
    [InlineData("2022-03-23T25:00")]
    [InlineData("2022-03-23T10:61")]
    [InlineData("2022-03-23T10:00:")]
    [InlineData("2022-03-23T10:00.")]
    [InlineData("2022-03-23T10:00:00+2")]
    [InlineData("2022-03-23T10:00 demain")]
    [InlineData("2022-03-2310:00")]
    public void TryRead_AnythingElse_IsRefused(string value) => Assert.False(IsoDate.TryRead(value, out _));
}
