// SPDX-License-Identifier: Apache-2.0
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Dixit.Reading.Tests.Office;

public sealed class OfficeTests
{
    [Theory]
    [InlineData("discours.docx")]
    [InlineData("discours")]
    [InlineData("discours.zip")]
    public void Read_Docx_IsItsParagraphs(string name)
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File(name, Docx())));
        Assert.Equal("« Le pont sera rouvert », a déclaré Ana Costa.\nDeux\tcolonnes\nFin.", document.Text);
        Assert.Equal(("discours", "Le pont"), (document.Id, document.Title));
    }

    [Fact]
    public void Read_DocxInAnArchive_IsADocument() =>
        Assert.Equal("presse/d", Reads.DocumentOf(Assert.Single(Reads.File("presse.zip", Packed.Zip(("d.docx", Docx()))))).Id);

    [Fact]
    public void Read_DamagedDocx_IsAProblem()
    {
        var problem = Reads.ProblemOf(Assert.Single(Reads.File("a.docx", Packed.Zip(Packed.Entry("word/document.xml", "<w:document")))));
        Assert.Contains(problem.Code, (string[])[ReadProblems.BrokenOffice, ReadProblems.BrokenXml]);
    }

    [Theory]
    [InlineData("xl/workbook.xml", "CSV")]
    [InlineData("ppt/presentation.xml", "presentation")]
    [InlineData("mimetype", "OpenDocument")]
    public void Read_OtherOfficeFiles_AreNamed(string entry, string what)
    {
        var problem = Reads.ProblemOf(Assert.Single(Reads.File("a.zip", Packed.Zip(Packed.Entry(entry, "x")))));
        Assert.Equal(ReadProblems.UnsupportedFormat, problem.Code);
        Assert.Contains(what, problem.Message);
    }

    [Fact]
    public void Read_Markdown_IsItsWords()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File("note.md", """
            ---
            title: "Le pont"
            date: 2024-05-01
            ---
            # Le *pont*

            « Oui », a dit [Ana](https://x.example)
            deux **fois** &amp; plus.

            > « Non », a dit Paul.

            - Un
            - Deux
            """)));
        Assert.Equal("Le pont\n\n« Oui », a dit Ana deux fois & plus.\n\n« Non », a dit Paul.\n\nUn\n\nDeux", document.Text);
        Assert.Equal(("Le pont", new DateOnly(2024, 5, 1)), (document.Title, document.Published!.Value));
    }

    [Fact]
    public void Read_MarkdownADozenThousandDeep_IsBorne()
    {
        var result = Assert.Single(Reads.File("a.md", new string('>', 12_000) + " Oui."));
        Assert.True(result.Succeeded || result.Problem.Code is ReadProblems.UnsupportedFormat or ReadProblems.Empty);
    }

    private static byte[] Docx()
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = "Le pont";
            var main = package.AddMainDocumentPart();
            main.Document = new Document(new Body(
                new Paragraph(new Run(new Text("« Le pont sera ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }), new DeletedRun(new Run(new DeletedText("fermé"))), new Run(new Text("rouvert », a déclaré Ana Costa."))),
                new Paragraph(new Run(new Text("Deux"), new TabChar(), new Text("colonnes"))),
                new Paragraph(new Run(new Text("Fin.")))));
        }

        return bytes.ToArray();
    }
}
