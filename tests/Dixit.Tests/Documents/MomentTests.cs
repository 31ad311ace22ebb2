// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Documents;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2024-03-03", "2024-03-03")]
    [InlineData("2024-03-03T08:05", "2024-03-03T08:05")]
    [InlineData("2024-03-03T08:05:30", "2024-03-03T08:05:30")]
    [InlineData("2024-03-03T08:05Z", "2024-03-03T08:05Z")]
    [InlineData("2024-03-03T08:05+01:00", "2024-03-03T08:05+01:00")]
    [InlineData("2024-03-03T08:05-05:30", "2024-03-03T08:05-05:30")]
    [InlineData("2024-03-03 08:05:30.125 +0100", "2024-03-03T08:05:30+01:00")]
    [InlineData("2024-03-03T08:05+01", "2024-03-03T08:05+01:00")]
    [InlineData("2024-03-03T8:05", null)]
    [InlineData("2024-03-03T24:05", null)]
    [InlineData("2024-03-03T08:65", null)]
    [InlineData("2024-03-03T08:05+20:00", null)]
    [InlineData("2024-03-03T08:05 heure locale", null)]
    [InlineData("2024-02-30", null)]
    [InlineData("2024-03-03T", null)]
    [InlineData("", null)]
    public void TryParse_Iso_IsWrittenBackAsItIsKnown(string value, string? expected)
    {
        var parsed = Moment.TryParse(value, out var moment);
        Assert.Equal(expected, parsed ? moment.ToString() : null);
        Assert.True(parsed || moment == default);
    }
}
