// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Cli.Rendering;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Rendering;

public class FormatTests
{
    [Fact]
    public void Table_EightyColumns_IsAsApproved() =>
        Approved.Matches("table.txt", Render(new TableFormat(hasColour: false, width: 80), Analyses.OfFerry, Analyses.OfNothing));

    [Fact]
    public void Table_WideScreen_IsAsApproved() =>
        Approved.Matches("table-wide-colour.txt", Render(new TableFormat(hasColour: true, width: 120), Analyses.OfFerry));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Table_AnyWidth_NoLineIsLonger(int width)
    {
        foreach (var line in Render(new TableFormat(hasColour: false, width), Analyses.OfFerry, Analyses.OfNothing).Split('\n'))
            Assert.True(CellsOf(line) <= width, $"{CellsOf(line)} cells: {line}");
    }

    [Fact]
    public void Marked_Brackets_IsAsApproved() =>
        Approved.Matches("marked.txt", Render(new MarkedFormat(hasColour: false, width: 80, breaksLines: false), Analyses.OfFerry, Analyses.OfNothing));

    [Fact]
    public void Marked_ColourOnScreen_IsAsApproved() =>
        Approved.Matches("marked-colour.txt", Render(new MarkedFormat(hasColour: true, width: 72, breaksLines: true), Analyses.OfFerry));

    [Fact]
    public void Marked_BracketsTakenAway_LeaveTheArticle()
    {
        var marked = Render(new MarkedFormat(hasColour: false, width: 80, breaksLines: false), Analyses.OfFerry);
        var article = marked[marked.IndexOf("\n\n", StringComparison.Ordinal)..marked.IndexOf("\n\nMarks:", StringComparison.Ordinal)].Trim();
        foreach (var name in new[] { "Odile Kermarrec", "préfet", "unknown (on)" })
            article = article.Replace($"⟦{name}: ", "");
        Assert.Equal(Analyses.OfFerry.Document.Text, article.Replace("⟧", "").Replace("_", "").Replace("⟨", "").Replace("⟩", ""));
    }

    [Fact]
    public void Marked_EscapeSequencesInTheText_AreMadeVisible()
    {
        var hostile = new Analysis { Document = new Documents.Document("x\e[2J", "avant \e[31mrouge\u0007\u202E après") };
        var rendered = Render(new MarkedFormat(hasColour: false, width: 80, breaksLines: true), hostile);
        Assert.Contains("avant ␛[31mrouge␇\uFFFD après", rendered);
        Assert.DoesNotContain('\e', rendered);
    }

    [Fact]
    public void JsonLines_TwoAnalyses_AreTwoLines()
    {
        var lines = Render(new JsonLinesFormat(), Analyses.OfFerry, Analyses.OfNothing).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("{\"id\":\"presse/bac\"", lines[0]);
        Assert.StartsWith("{\"id\":\"carnet/vide\"", lines[1]);
        Assert.Equal("", lines[2]);
    }

    private static string Render(IAnalysisFormat format, params Analysis[] analyses)
    {
        var output = new MemoryStream();
        var write = format.OpenOn(output);
        foreach (var analysis in analyses)
            write(analysis);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static int CellsOf(string line) => Cli.Terminals.CellWidth.Of(line);
}
