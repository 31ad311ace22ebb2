// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Explaining;

namespace Dixit.Cli.Tests.Explaining;

public class FileAndLineTests
{
    [Theory]
    [InlineData("a.txt", "a.txt", null)]
    [InlineData("a.txt:12", "a.txt", 12)]
    [InlineData("C:\\press\\a.txt", "C:\\press\\a.txt", null)]
    [InlineData("C:\\press\\a.txt:12", "C:\\press\\a.txt", 12)]
    [InlineData("C:12", "C:12", null)]
    [InlineData("a:b", "a:b", null)]
    [InlineData("a:b:3", "a:b", 3)]
    [InlineData("a.txt:0", "a.txt:0", null)]
    [InlineData("a.txt:-1", "a.txt:-1", null)]
    [InlineData("a.txt:99999999999", "a.txt:99999999999", null)]
    [InlineData("a.txt:", "a.txt:", null)]
    [InlineData(":3", ":3", null)]
    [InlineData("-:3", "-", 3)]
    public void Parse_NoSuchFileAsAWhole_TakesANumberForTheLine(string argument, string file, int? line) =>
        Assert.Equal(new FileAndLine(file, line), FileAndLine.Parse(argument, _ => false));

    [Fact]
    public void Parse_FileOfThatVeryName_IsMeant() =>
        Assert.Equal(new FileAndLine("compte-rendu:12", null), FileAndLine.Parse("compte-rendu:12", path => path == "compte-rendu:12"));

    [Fact]
    public void Parse_FileWithALetterForItsName_IsNoDrive() =>
        Assert.Equal(new FileAndLine("C", 12), FileAndLine.Parse("C:12", path => path == "C"));
}
