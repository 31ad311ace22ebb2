// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Xml;
using Dixit.Documents;
using Dixit.Reading.Archives;
using Dixit.Reading.Formats;
using DocumentFormat.OpenXml.Packaging;

namespace Dixit.Reading.Office;

/// <summary>DOCX: the words of the document's body, deleted ones left out, without notes, headers and footers.</summary>
internal static class DocxReader
{
    private const int MostDepth = 512;

    /// <summary>The document, or why there is none.</summary>
    /// <param name="source">What it was read from.</param>
    /// <param name="stream">The file, which can be read in any order; left open.</param>
    public static ReadResult ReadOne(InputSource source, Stream stream)
    {
        try
        {
            using var package = WordprocessingDocument.Open(stream, false);
            if (package.MainDocumentPart is not { } main)
                return ReadResult.Of(ReadProblems.ReportBrokenOffice(source.Path, "it has no main part"));
            using var bytes = new ExpandedStream(main.GetStream(FileMode.Open, FileAccess.Read), source.Expansion);
            if (ReadText(bytes, source.Options.MaxDocumentBytes) is not { } text)
                return ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
            if (string.IsNullOrWhiteSpace(text))
                return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
            var title = package.PackageProperties.Title;
            var document = new Document(source.Url ?? source.Stem, text)
            {
                Uri = source.Url,
                Title = string.IsNullOrWhiteSpace(title) ? null : title.Trim(),
                Outlet = source.Options.Outlet,
                Published = source.Options.Published,
                Notes = DocumentNotes.Of(null, text),
            };
            return ReadResult.Of(document, source.Path);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            return ReadResult.Of(ReadProblems.ReportBrokenOffice(source.Path, exception.Message.ReplaceLineEndings(" ").TrimEnd('.')));
        }
    }

    private static string? ReadText(Stream stream, int mostBytes)
    {
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            MaxCharactersInDocument = mostBytes * 16L, // A word takes many marks.
        });
        var text = new StringBuilder();
        while (xml.Read())
        {
            if (xml.Depth > MostDepth)
                throw new XmlException("its elements are too deep in each other");
            if (text.Length > mostBytes)
                return null;
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "p")
                text.Append('\n');
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "t" when !xml.IsEmptyElement: text.Append(ReadContent(xml)); break;
                case "tab": text.Append('\t'); break;
                case "br" or "cr": text.Append('\n'); break;
                case "noBreakHyphen": text.Append('\u2011'); break;
            }
        }

        return text.ToString().Trim('\n');
    }

    // Deleted words are in elements of another name (w:delText), tabs of a style are in a style's definition.
    private static string ReadContent(XmlReader xml)
    {
        var content = new StringBuilder();
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                content.Append(xml.Value);
        }

        return content.ToString();
    }
}
