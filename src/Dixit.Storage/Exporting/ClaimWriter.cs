// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Exporting;

namespace Dixit.Storage.Exporting;

/// <summary>Statements as linked data in the words of schema.org: a <c>Claim</c> for each, with a <c>Quotation</c> for each report of it.</summary>
/// <remarks>
/// A <c>ClaimReview</c> names a claim by its <c>@id</c> in <c>itemReviewed</c>. What is not reported in quote marks throughout is no
/// <c>Quotation</c> but a <c>CreativeWork</c> with an author. An item of the graph stands on a line of its own. Nothing is kept of a statement once it is written.
/// </remarks>
/// <param name="output">Where to, as UTF-8; left open.</param>
public sealed class ClaimWriter(Stream output) : IDisposable
{
    private readonly ReadableJson _json = new();
    private bool _isBegun;

    /// <summary>Writes one statement with the reports that it has.</summary>
    public void Write(StoredStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        _json.Begin();
        WriteClaim(statement);
        Begin();
        output.Write(_isBegun ? ",\n"u8 : "\n"u8);
        _isBegun = true;
        output.Write(_json.Item.Span);
    }

    /// <summary>Writes what comes after the last statement. Without it, what was written is not whole.</summary>
    public void Complete()
    {
        Begin();
        output.Write("\n]}\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Begin()
    {
        if (!_isBegun)
            output.Write("""{"@context":"https://schema.org","@graph":["""u8);
    }

    private void WriteClaim(StoredStatement statement)
    {
        var json = _json.Json;
        // The earliest of those that are dated; a primary document comes first among the reports, whenever it was published.
        var first = statement.Reports.OrderBy(report => report.Day ?? DateOnly.MaxValue).FirstOrDefault();
        json.WriteStartObject();
        json.WriteString("@type", "Claim");
        json.WriteString("@id", NameIri.Of("statement", statement.Id));
        json.WriteString("identifier", statement.Id);
        _json.Write("text", statement.Text);
        _json.WriteKnown("inLanguage", first?.Language);
        if (statement.Speaker is { } speaker)
            WriteSpeaker("author", speaker, isWhole: true);
        _json.WriteKnown("datePublished", statement.First);
        if (first is not null)
            WriteReference("firstAppearance", AppearanceOf(first));
        json.WriteStartArray("appearance");
        foreach (var report in statement.Reports)
            WriteAppearance(statement, report);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteAppearance(StoredStatement statement, StatementReport report)
    {
        var json = _json.Json;
        json.WriteStartObject();
        json.WriteString("@type", report.Kind == QuotationKind.Direct ? "Quotation" : "CreativeWork");
        json.WriteString("@id", AppearanceOf(report));
        _json.Write("text", report.Wording);
        _json.WriteKnown("inLanguage", report.Language);
        if (statement.Speaker is { } speaker)
            WriteSpeaker(report.Kind == QuotationKind.Direct ? "spokenByCharacter" : "author", speaker, isWhole: false);
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", report.IsPrimary ? "CreativeWork" : "NewsArticle");
        _json.Write("@id", NameIri.OfDocument(report.Document, report.Uri));
        _json.Write("identifier", report.Document);
        if (NameIri.IsAddress(report.Uri))
            _json.Write("url", report.Uri);
        _json.WriteKnown("headline", report.Title);
        _json.WriteKnown("datePublished", report.Published);
        if (report.Outlet is { } outlet)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            _json.Write("name", outlet);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Whole where it stands first; after that its identifier says who is meant.
    private void WriteSpeaker(string name, SpeakerReference speaker, bool isWhole)
    {
        var iri = NameIri.Of("speaker", speaker.Id);
        if (!isWhole)
        {
            WriteReference(name, iri);
            return;
        }

        var json = _json.Json;
        json.WriteStartObject(name);
        json.WriteString("@type", speaker.Kind is SpeakerKind.Organisation or SpeakerKind.Group ? "Organization" : "Person");
        json.WriteString("@id", iri);
        json.WriteString("identifier", speaker.Id);
        _json.Write("name", speaker.Name);
        json.WriteEndObject();
    }

    private void WriteReference(string name, string iri)
    {
        _json.Json.WriteStartObject(name);
        _json.Json.WriteString("@id", iri);
        _json.Json.WriteEndObject();
    }

    private static string AppearanceOf(StatementReport report) =>
        NameIri.Of("appearance", $"{report.Document}\n{report.Version}\n{report.CodePoints.Start}\n{report.CodePoints.End}\n{report.Attribution}");
}
