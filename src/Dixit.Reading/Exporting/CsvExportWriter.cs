// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>A row for each content span, as RFC 4180 has it: CR LF, and quote marks around what needs them.</summary>
/// <remarks>
/// Spreadsheets take a cell that starts with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> for a formula, and texts from the web may be made to be
/// taken so. Such a cell starts with an apostrophe here, as does one in which such a character comes after apostrophes: so taking one
/// apostrophe away from cells of that form gives the very text.
/// </remarks>
/// <param name="output">Where to, as UTF-8.</param>
public sealed class CsvExportWriter(Stream output) : ExportWriter
{
    private const string Header =
        "document,uri,outlet,title,published,language,attribution,parent,type,start,end,text,cue,source,speaker_id,speaker,kind,role,gender,"
        + "via,addressee,occasion,place,said_from,said_to,act,confidence,rule,statement\r\n";

    // With the full-width forms, which some spreadsheets take for the same.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";
    private readonly StringBuilder _rows = new(Header);
    private readonly Utf8Output _encoder = new();

    /// <inheritdoc/>
    public override void Write(Analysis analysis, ExtractionLinks? links)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var before = _rows.Length;
        try
        {
            var points = new CodePointOffsets(analysis.Document.Text);
            foreach (var attribution in analysis.Attributions)
            {
                for (var i = 0; i < attribution.Content.Count; i++)
                    AddRow(analysis, attribution, attribution.Content[i], points, links?.SpeakerOf(attribution), links?.StatementOf(attribution, i));
            }
        }
        catch
        {
            _rows.Length = before;
            throw;
        }

        Flush();
    }

    /// <inheritdoc/>
    public override void Complete() => Flush();

    private void AddRow(Analysis analysis, Attribution attribution, TextSpan content, CodePointOffsets points, string? speakerId, string? statement)
    {
        var document = analysis.Document;
        var speaker = attribution.Speaker;
        Add(document.Id);
        Add(document.Uri);
        Add(document.Outlet);
        Add(document.Title);
        Add(analysis.Published);
        Add(analysis.Language);
        Add(attribution.Id);
        Add(attribution.Parent);
        Add(ExtractionNames.Of(attribution.Kind).Value);
        Add(points.FromUtf16(content.Start));
        Add(points.FromUtf16(content.End));
        Add(document[content]);
        Add(attribution.Cue is { } cue ? document[cue] : null);
        Add(attribution.Source is { } source ? document[source] : null);
        Add(speakerId);
        Add(speaker?.Name);
        Add(speaker is null ? null : ExtractionNames.Of(speaker.Kind).Value);
        Add(speaker?.Role);
        Add(ExtractionNames.Of(speaker?.Gender ?? Gender.Unknown)?.Value);
        Add(string.Join("; ", attribution.Via));
        Add(attribution.Addressee);
        Add(attribution.Occasion);
        Add(attribution.Place);
        Add(attribution.Said?.From);
        Add(attribution.Said?.To);
        Add(ExtractionNames.Of(attribution.Act).Value);
        Add(Math.Round(attribution.Evidence.Confidence, 2).ToString(CultureInfo.InvariantCulture));
        Add(attribution.Evidence.Rule);
        Add(statement);
        _rows.Length--; // The comma after the last cell.
        _rows.Append("\r\n");
    }

    private void Add(int? number)
    {
        if (number is { } known)
            _rows.Append(CultureInfo.InvariantCulture, $"{known}");
        _rows.Append(',');
    }

    private void Add(DateOnly? day)
    {
        if (day is { } known)
            _rows.Append(CultureInfo.InvariantCulture, $"{known:yyyy-MM-dd}");
        _rows.Append(',');
    }

    private void Add(ReadOnlySpan<char> text)
    {
        var isFormula = IsFormula(text);
        if (text.IndexOfAny(",\"\r\n") < 0)
        {
            _rows.Append(isFormula ? "'" : "").Append(text).Append(',');
            return;
        }

        _rows.Append(isFormula ? "\"'" : "\"");
        while (text.IndexOf('"') is >= 0 and var mark)
        {
            _rows.Append(text[..mark]).Append("\"\"");
            text = text[(mark + 1)..];
        }

        _rows.Append(text).Append("\",");
    }

    private static bool IsFormula(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('\'');
        return !rest.IsEmpty && FormulaStarts.Contains(rest[0]);
    }

    private void Flush()
    {
        // Half a surrogate pair becomes U+FFFD on the way, as in every form.
        foreach (var chunk in _rows.GetChunks())
            _encoder.Write(chunk.Span, output);
        _rows.Clear();
    }
}
