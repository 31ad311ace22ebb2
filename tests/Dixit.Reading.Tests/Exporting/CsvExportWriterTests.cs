// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Reading.Exporting;
using Dixit.Reading.Tests.Writing;

namespace Dixit.Reading.Tests.Exporting;

public sealed class CsvExportWriterTests
{
    [Fact]
    public void Write_OfEveryField_GivesARowThatHasThem()
    {
        var rows = Read(Exports.Write(stream => new CsvExportWriter(stream), Samples.Full));

        Assert.Equal(2, rows.Count);
        Assert.Equal(
            [
                "a1", "https://gazette.example/a1", "La Gazette", "Un accord", "2024-05-17", "fr", "1", "", "direct", "4", "9", "Non !", "a dit", "l’élue Ana Costa.",
                "p-9", "Ana Costa", "person", "élue", "female", "Reuters", "la presse", "le conseil", "Brest", "2024-05-16", "2024-05-17", "refuse", "0.97", "fr/direct/cue-after", "s-10",
            ],
            rows[1]);
        Assert.Equal(rows[0].Count, rows[1].Count);
    }

    [Fact]
    public void Write_OfNothing_GivesTheHeader()
    {
        Assert.StartsWith("document,uri,", Exports.Write(stream => new CsvExportWriter(stream)));
        Assert.Single(Read(Exports.Write(stream => new CsvExportWriter(stream), new Analysis { Document = new Document("x", "Rien.") })));
    }

    [Theory]
    [InlineData("Oui, « non »", "\"Oui, « non »\"")]
    [InlineData("un \"mot\"", "\"un \"\"mot\"\"\"")]
    [InlineData("l'un\nl'autre", "\"l'un\nl'autre\"")]
    [InlineData("\"\"", "\"\"\"\"\"\"")]
    [InlineData("simple", "simple")]
    public void Write_OfMarksAndLineEnds_QuotesThem(string words, string cell)
    {
        Assert.Contains($",{cell},", Exports.Write(stream => new CsvExportWriter(stream), Exports.Says(words, QuotationKind.Direct, words)));
        Assert.Equal(words, Read(Exports.Write(stream => new CsvExportWriter(stream), Exports.Says(words, QuotationKind.Direct, words)))[1][11]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://piege.example\")", "'=HYPERLINK(\"http://piege.example\")")]
    [InlineData("+33 1 00 00 00 00", "'+33 1 00 00 00 00")]
    [InlineData("- Oui", "'- Oui")]
    [InlineData("@fanal", "'@fanal")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'Tis", "'Tis")]
    [InlineData("– Oui", "– Oui")]
    [InlineData("1=1", "1=1")]
    public void Write_OfWhatASpreadsheetWouldCompute_PutsAnApostropheBeforeIt(string words, string cell) =>
        Assert.Equal(cell, Read(Exports.Write(stream => new CsvExportWriter(stream), Exports.Says(words, QuotationKind.Direct, words)))[1][11]);

    [Fact]
    public void Write_OfRandomTexts_GivesThemBack()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = Samples.RandomText(random, 40);
            var analysis = new Analysis { Document = new Document(text, text) { Title = text }, Attributions = [Samples.Attribution(1, new TextSpan(0, text.Length))] };

            var row = Read(Exports.Write(stream => new CsvExportWriter(stream), analysis))[1];

            var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            Assert.Equal((expected, expected, expected), (WithoutGuard(row[0]), WithoutGuard(row[3]), WithoutGuard(row[11])));
        }
    }

    [Fact]
    public void Write_WithASpanOutsideTheText_LeavesNoHalfADocument()
    {
        using var stream = new MemoryStream();
        using var writer = new CsvExportWriter(stream);
        var broken = new Analysis { Document = new Document("x", "court"), Attributions = [Samples.Attribution(1, new TextSpan(0, 3)), Samples.Attribution(2, new TextSpan(3, 99))] };

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(broken, null));
        writer.Complete();

        Assert.Single(Read(Encoding.UTF8.GetString(stream.ToArray())));
    }

    private static string WithoutGuard(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r\n".Contains(cell.TrimStart('\'')[0]) ? cell[1..] : cell;

    // A reader of RFC 4180 and nothing more: what it does not allow, fails.
    private static List<List<string>> Read(string csv)
    {
        var rows = new List<List<string>>();
        for (var at = 0; at < csv.Length;)
        {
            var row = new List<string>();
            while (true)
            {
                var cell = new StringBuilder();
                if (at < csv.Length && csv[at] == '"')
                {
                    for (at++; ; at++)
                    {
                        if (csv[at] != '"')
                            cell.Append(csv[at]);
                        else if (at + 1 < csv.Length && csv[at + 1] == '"')
                            cell.Append(csv[at++]);
                        else
                            break;
                    }

                    at++;
                }
                else
                {
                    for (; csv[at] is not (',' or '\r'); at++)
                    {
                        Assert.False(csv[at] is '"' or '\n');
                        cell.Append(csv[at]);
                    }
                }

                row.Add(cell.ToString());
                if (csv[at] == ',')
                {
                    at++;
                    continue;
                }

                Assert.Equal("\r\n", csv.Substring(at, 2));
                at += 2;
                break;
            }

            rows.Add(row);
        }

        return rows;
    }
}
