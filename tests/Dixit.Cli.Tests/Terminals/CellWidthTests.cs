// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Tests.Terminals;

public class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("été « oui »", 11)]
    [InlineData("e\u0301", 1)]
    [InlineData("漢字", 4)]
    [InlineData("한글", 4)]
    [InlineData("🚢", 2)]
    [InlineData("→⟦⟧…", 4)]
    [InlineData("a\u200Db", 2)]
    [InlineData("Москва Ελλάδα", 13)]
    public void Of_Text_IsTheCellsOfATerminal(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));
}
