// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Explaining;

namespace Dixit.Cli.Tests.Explaining;

public class LineIndexTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("a\r\nb\r\n", 2)]
    [InlineData("a\rb", 2)]
    [InlineData("\n\n", 2)]
    public void Count_LineBreaks_AreOfAnyKind(string text, int expected) => Assert.Equal(expected, new LineIndex(text).Count);

    [Fact]
    public void LineOf_EveryOffset_LiesInTheSpanOfItsLine()
    {
        const string text = "un\r\ndeux\n\nquatre\rcinq";
        var lines = new LineIndex(text);
        for (var offset = 0; offset < text.Length; offset++)
            Assert.True(lines.SpanOf(lines.LineOf(offset)).Contains(offset), $"offset {offset}");
        Assert.Equal(2, lines.LineOf(text.IndexOf('d')));
        Assert.Equal(5, lines.LineOf(text.IndexOf('c', 15)));
        Assert.Equal("quatre\r", text[lines.SpanOf(4).Start..lines.SpanOf(4).End]);
    }
}
