// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Cli.Rendering;
using Dixit.Cli.Tests.Support;
using Dixit.Documents;
using Dixit.Quotations;

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Marked_WhatThePageSetsApart_IsSaidBeforeIt(bool hasColour)
    {
        const string text = "Le bac est à quai.\n\nLe bac partira.\n\nOdile Kermarrec\n\nLe bac, hier.";
        var analysis = new Analysis
        {
            Document = new Documents.Document("x", text)
            {
                Published = new DateOnly(2024, 3, 3),
                PublishedAt = new Moment(new DateOnly(2024, 3, 3), new TimeOnly(8, 5), TimeSpan.FromHours(1)),
                Blocks =
                [
                    new TextBlock(new TextSpan(20, 52), BlockKind.Post) { Words = new TextSpan(20, 35), Source = new TextSpan(37, 52), At = new Moment(new DateOnly(2024, 3, 2), new TimeOnly(19, 0), TimeSpan.Zero) },
                    new TextBlock(new TextSpan(54, 67), BlockKind.Caption),
                ],
            },
            Published = new DateOnly(2024, 3, 3),
            Attributions = [new Attribution { Id = 1, Kind = QuotationKind.Direct, Content = SpanList.Of(new TextSpan(20, 35)), Evidence = new Evidence("fr/direct/post", 0.9) }],
        };
        var rendered = Render(new MarkedFormat(hasColour, width: 200, breaksLines: false), analysis);
        var plain = System.Text.RegularExpressions.Regex.Replace(rendered, "\e\\[[0-9;]*m", "");
        var words = hasColour ? "Le bac partira." : "⟦unknown: Le bac partira.⟧";
        Assert.Contains($"Le bac est à quai.\n\n⟪post, 2024-03-02 19:00 UTC: {words}\n\nOdile Kermarrec⟫\n\n⟪caption: Le bac, hier.⟫\n", plain);
        Assert.Contains("2024-03-03 08:05 +01:00", plain);
        Assert.Contains("⟪what it is: what the page sets apart⟫", plain);
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
