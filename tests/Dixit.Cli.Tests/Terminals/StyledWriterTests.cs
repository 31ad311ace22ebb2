// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Tests.Terminals;

public class StyledWriterTests
{
    [Fact]
    public void Write_WithoutWidth_KeepsTheTextAsItIs() =>
        Assert.Equal("  un   deux\n\ntrois\n", Write(null, writer => writer.Write("  un   deux\n\ntrois")));

    [Fact]
    public void Write_LongLine_IsBrokenBetweenWordsWithoutTheSpace() =>
        Assert.Equal("un deux\ntrois\n", Write(8, writer => writer.Write("un deux trois")));

    [Fact]
    public void Write_Indent_StandsBeforeEveryLine() =>
        Assert.Equal("  un\n  deux\n\n", Write(7, writer => writer.Write("un deux\n"), indent: 2));

    [Fact]
    public void Write_SpaceInsideFrenchMarks_IsNoPlaceToBreak() =>
        Assert.Equal("il a dit\n« non »\n", Write(12, writer => writer.Write("il a dit « non »")));

    [Fact]
    public void Write_WordInSeveralLooks_IsNotBroken() =>
        Assert.Equal("un\n\e[0;4mdeux\e[0mtrois\n", Write(10, writer =>
        {
            writer.Write("un ");
            writer.Write("deux", new Look(IsUnderlined: true));
            writer.Write("trois");
        }));

    [Fact]
    public void Write_LookOverALineBreak_EndsAndBeginsAgain() =>
        Assert.Equal("\e[0;31mun\e[0m\n\e[0;31mdeux\e[0m\n", Write(null, writer => writer.Write("un\ndeux", new Look(31))));

    [Theory]
    [InlineData("un\r\ndeux")]
    [InlineData("un\rdeux")]
    [InlineData("un\u2028deux")]
    public void Write_AnyLineBreak_IsALineFeed(string text) => Assert.Equal("un\ndeux\n", Write(null, writer => writer.Write(text)));

    [Fact]
    public void Write_WideCharacters_CountTwice() =>
        Assert.Equal("漢字漢\n字\n", Write(6, writer => writer.Write("漢字漢 字")));

    private static string Write(int? width, Action<StyledWriter> write, int indent = 0)
    {
        var output = new StringWriter();
        var writer = new StyledWriter(output, hasColour: true, width, indent);
        write(writer);
        writer.EndLine();
        return output.ToString();
    }
}
