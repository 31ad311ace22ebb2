// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Xml;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting.Tei;

/// <summary>A TEI P5 corpus: each document with its text, <c>said</c> around what is reported, and its speakers in <c>standOff</c>.</summary>
/// <remarks>
/// A line of the text is a <c>p</c>. What is reported over several lines, with other words in between, or across another mark is several
/// <c>said</c> elements, led from one to the next by <c>next</c> and <c>prev</c> (Guidelines, 17.7). Characters that XML cannot hold become U+FFFD.
/// </remarks>
public sealed class TeiWriter : ExportWriter
{
    private const string Namespace = "http://www.tei-c.org/ns/1.0";

    // Never disposed of: that would close elements whose end was never reached, and make half a file look whole.
    private readonly XmlWriter _xml;
    private int _documents;

    /// <summary>Writes to a stream.</summary>
    /// <param name="output">Where to, as UTF-8.</param>
    public TeiWriter(Stream output) =>
        _xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false, NewLineHandling = NewLineHandling.Entitize });

    /// <inheritdoc/>
    public override void Write(Analysis analysis, ExtractionLinks? links)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        CheckSpans(analysis);
        if (_documents++ == 0)
            WriteStart();
        var document = new TeiDocument(analysis, links, string.Create(CultureInfo.InvariantCulture, $"d{_documents}"));
        Line();
        Start("TEI");
        Attribute("xml:id", document.Id);
        WriteHeader(analysis);
        WriteSpeakers(document);
        WriteText(document);
        Line();
        _xml.WriteEndElement();
        _xml.Flush();
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        if (_documents == 0)
            WriteStart();
        Line();
        _xml.WriteEndElement();
        Line();
        _xml.Flush();
    }

    // A document that cannot be written must not leave half of it.
    private static void CheckSpans(Analysis analysis)
    {
        var text = new TextSpan(0, analysis.Document.Text.Length);
        foreach (var attribution in analysis.Attributions)
        {
            foreach (var span in attribution.Content.Concat([attribution.Cue ?? default, attribution.Source ?? default]))
            {
                if (!text.Contains(span))
                    throw new ArgumentOutOfRangeException(nameof(analysis), span, $"A span of attribution {attribution.Id} lies outside the text.");
            }
        }
    }

    private void WriteStart()
    {
        _xml.WriteStartDocument();
        Line();
        Start("teiCorpus");
        Line();
        Start("teiHeader");
        Start("fileDesc");
        Start("titleStmt");
        Element("title", "Who said what");
        _xml.WriteEndElement();
        Start("publicationStmt");
        Element("p", "Written by Dixit.");
        _xml.WriteEndElement();
        Start("sourceDesc");
        Element("p", "News articles; each is described in the header of its text.");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        Start("encodingDesc");
        Start("editorialDecl");
        Start("quotation");
        Attribute("marks", "all");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        Start("classDecl");
        Start("taxonomy");
        Attribute("xml:id", "acts");
        Element("desc", "What the speaker does in saying it.");
        foreach (var act in Enum.GetValues<SpeechAct>())
        {
            Start("category");
            Attribute("xml:id", $"act-{ExtractionNames.Of(act)}");
            Element("catDesc", ExtractionNames.Of(act).Value);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteHeader(Analysis analysis)
    {
        var document = analysis.Document;
        Line();
        Start("teiHeader");
        Start("fileDesc");
        Start("titleStmt");
        Element("title", document.Title ?? document.Id);
        _xml.WriteEndElement();
        Start("publicationStmt");
        Element("p", "Part of a corpus.");
        _xml.WriteEndElement();
        Start("sourceDesc");
        Start("bibl");
        if (document.Title is { } title)
            Element("title", title);
        if (document.Outlet is { } outlet)
            Element("publisher", outlet);
        if (analysis.Published is { } day)
        {
            Start("date");
            Attribute("when", Day(day));
            _xml.WriteEndElement();
        }

        if (NameIri.IsAddress(document.Uri))
        {
            Start("ptr");
            Attribute("target", document.Uri!);
            _xml.WriteEndElement();
        }

        Start("idno");
        Attribute("type", "document");
        _xml.WriteString(Valid(document.Id));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        if (analysis.Language is { } language)
        {
            Start("profileDesc");
            Start("langUsage");
            Start("language");
            Attribute("ident", language);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteSpeakers(TeiDocument document)
    {
        if (document.Speakers.Count == 0)
            return;
        Line();
        Start("standOff");
        WriteList("listPerson", document.Speakers.Where(speaker => speaker.Speaker.Kind != SpeakerKind.Organisation), WritePerson);
        WriteList("listOrg", document.Speakers.Where(speaker => speaker.Speaker.Kind == SpeakerKind.Organisation), WriteOrganisation);
        _xml.WriteEndElement();
    }

    private void WriteList(string name, IEnumerable<TeiSpeaker> speakers, Action<TeiSpeaker> write)
    {
        var list = speakers.ToList();
        if (list.Count == 0)
            return;
        Start(name);
        foreach (var speaker in list)
        {
            Line();
            write(speaker);
        }

        _xml.WriteEndElement();
    }

    private void WritePerson(TeiSpeaker entry)
    {
        var speaker = entry.Speaker;
        Start(speaker.Kind == SpeakerKind.Group ? "personGrp" : "person");
        Attribute("xml:id", entry.Id);
        if (speaker.Kind is SpeakerKind.Anonymous or SpeakerKind.Unknown)
            Attribute("role", ExtractionNames.Of(speaker.Kind).Value);
        Element("persName", speaker.Name);
        WriteAliases("persName", speaker);
        if (ExtractionNames.Of(speaker.Gender) is { } gender)
        {
            Start("gender");
            Attribute("value", gender.Value);
            _xml.WriteEndElement();
        }

        if (speaker.Role is { } role)
            Element("occupation", role);
        WriteSpeakerId(entry);
        _xml.WriteEndElement();
    }

    private void WriteOrganisation(TeiSpeaker entry)
    {
        Start("org");
        Attribute("xml:id", entry.Id);
        Element("orgName", entry.Speaker.Name);
        WriteAliases("orgName", entry.Speaker);
        if (entry.Speaker.Role is { } role)
            Element("desc", role);
        WriteSpeakerId(entry);
        _xml.WriteEndElement();
    }

    private void WriteAliases(string element, Speaker speaker)
    {
        foreach (var alias in speaker.Aliases)
        {
            Start(element);
            Attribute("type", "alias");
            _xml.WriteString(Valid(alias));
            _xml.WriteEndElement();
        }
    }

    private void WriteSpeakerId(TeiSpeaker entry)
    {
        if (entry.ArchiveId is not { } id)
            return;
        Start("idno");
        Attribute("type", "speaker");
        _xml.WriteString(id);
        _xml.WriteEndElement();
    }

    private void WriteText(TeiDocument document)
    {
        Line();
        Start("text");
        if (document.Analysis.Language is { } language)
            Attribute("xml:lang", language);
        Start("body");
        foreach (var (line, pieces) in document.Lines)
        {
            Line();
            Start("p");
            WritePieces(document, line, pieces);
            _xml.WriteEndElement();
        }

        if (document.Lines.Count == 0)
            Element("p", "");
        Line();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WritePieces(TeiDocument document, TextSpan span, List<TeiPiece> pieces)
    {
        var written = span.Start;
        foreach (var piece in pieces)
        {
            _xml.WriteString(Valid(document.Analysis.Document.Text.AsSpan(written, piece.Span.Start - written)));
            StartPiece(document, piece);
            WritePieces(document, piece.Span, piece.Inner);
            _xml.WriteEndElement();
            written = piece.Span.End;
        }

        _xml.WriteString(Valid(document.Analysis.Document.Text.AsSpan(written, span.End - written)));
    }

    private void StartPiece(TeiDocument document, TeiPiece piece)
    {
        var attribution = piece.Mark.Attribution;
        var speaker = attribution is null ? null : document.SpeakerOf(attribution)?.Id;
        switch (piece.Mark.Kind)
        {
            case TeiMarkKind.Said:
                Start("said");
                AttributeId(piece);
                StartSaid(document, attribution!, piece, speaker);
                break;
            case TeiMarkKind.Quote:
                Start("quote");
                AttributeId(piece);
                break;
            case TeiMarkKind.Source when speaker is not null && !piece.Inner.Exists(HoldsSpeech):
                Start("rs");
                AttributeId(piece);
                Attribute("type", "source");
                Attribute("ref", $"#{speaker}");
                break;
            case TeiMarkKind.Source:
                // Where somebody's words stand in it (rs holds phrases alone), or nobody knows who it is.
                Segment(piece, "source");
                if (speaker is not null)
                    Attribute("corresp", $"#{speaker}");
                break;
            case TeiMarkKind.Cue:
                Segment(piece, "cue");
                if (document.CuedBy(piece.Mark.Span).ToList() is { Count: > 0 } contents)
                    Attribute("corresp", string.Join(' ', contents.Select(id => $"#{id}")));
                break;
            default:
                Segment(piece, "furniture");
                Attribute("subtype", piece.Mark.Furniture!);
                break;
        }
    }

    private void StartSaid(TeiDocument document, Attribution attribution, TeiPiece piece, string? speaker)
    {
        if (document.StatementOf(piece.Mark) is { } statement)
            Attribute("n", statement);
        if (speaker is not null)
            Attribute("who", $"#{speaker}");
        // Whether it was spoken or written, the text does not tell.
        Attribute("aloud", "unknown");
        Attribute("direct", attribution.Kind == QuotationKind.Direct ? "true" : "false");
        Attribute("ana", $"#act-{ExtractionNames.Of(attribution.Act)}");
        Attribute("cert", Math.Round(attribution.Evidence.Confidence, 2).ToString(CultureInfo.InvariantCulture));
    }

    private void Segment(TeiPiece piece, string type)
    {
        Start("seg");
        AttributeId(piece);
        Attribute("type", type);
    }

    private static bool HoldsSpeech(TeiPiece piece) => piece.Mark.Kind is TeiMarkKind.Said or TeiMarkKind.Quote || piece.Inner.Exists(HoldsSpeech);

    private void AttributeId(TeiPiece piece)
    {
        if (piece.Id is { } id)
            Attribute("xml:id", id);
        if (piece.Next is { } next)
            Attribute("next", $"#{next.Id}");
        if (piece.Previous is { } previous)
            Attribute("prev", $"#{previous.Id}");
    }

    private void Start(string name) => _xml.WriteStartElement(name, Namespace);

    private void Element(string name, string text)
    {
        Start(name);
        _xml.WriteString(Valid(text));
        _xml.WriteEndElement();
    }

    private void Attribute(string name, string value)
    {
        if (name.StartsWith("xml:", StringComparison.Ordinal))
            _xml.WriteAttributeString("xml", name[4..], null, Valid(value));
        else
            _xml.WriteAttributeString(name, Valid(value));
    }

    private void Line() => _xml.WriteWhitespace("\n");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // XML 1.0 cannot hold control characters, half pairs and two noncharacters, not even escaped.
    private static string Valid(ReadOnlySpan<char> text)
    {
        var valid = text.ToString();
        for (var i = 0; i < valid.Length; i++)
        {
            if (XmlConvert.IsXmlChar(valid[i]))
                continue;
            if (i + 1 < valid.Length && XmlConvert.IsXmlSurrogatePair(valid[i + 1], valid[i]))
                i++;
            else
                return Repair(valid);
        }

        return valid;
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else
                repaired[i] = '\uFFFD';
        }

        return repaired.ToString();
    }
}
