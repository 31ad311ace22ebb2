// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting;

/// <summary>The fields of GDELT's Global Quotation Graph: an object a line, one line an article that quotes somebody.</summary>
/// <remarks>
/// Its quotes are what stands between quote marks, so indirect speech is left out, and of mixed speech what is quoted stays, where the quoted
/// spans are known. Consecutive sentences of one quotation are one quote, as the graph has them.
/// </remarks>
/// <param name="output">Where to, as UTF-8.</param>
public sealed class QuotationGraphWriter(Stream output) : JsonLineWriter(output)
{
    private const int Around = 100;

    /// <inheritdoc/>
    public override void Write(Analysis analysis, ExtractionLinks? links)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var quotes = FindQuotes(analysis);
        if (quotes.Count == 0)
            return;
        var (document, json) = (analysis.Document, Json.Json);
        Json.Begin();
        json.WriteStartObject();
        json.WriteString("date", analysis.Published is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z" : "");
        Json.Write("url", NameIri.OfDocument(document.Id, document.Uri));
        Json.Write("title", document.Title ?? "");
        Json.Write("lang", NameLanguage(analysis.Language));
        json.WriteStartArray("quotes");
        foreach (var quote in quotes)
        {
            json.WriteStartObject();
            Json.Write("pre", TextWindow.Before(document.Text, quote, Around));
            Json.Write("quote", document[quote]);
            Json.Write("post", TextWindow.Behind(document.Text, quote, Around));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WriteLine();
    }

    private static List<TextSpan> FindQuotes(Analysis analysis)
    {
        var quotes = new SortedSet<TextSpan>();
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.Kind == QuotationKind.Direct)
                quotes.UnionWith(Joined(analysis.Document, attribution));
            else if (attribution.Kind == QuotationKind.Mixed)
                quotes.UnionWith(analysis.QuotedSpans.Select(quoted => quoted.Inner).Where(inner => !inner.IsEmpty && attribution.Content.Extent.Contains(inner) && attribution.Content.Overlaps(inner)));
        }

        return [.. quotes];
    }

    // The graph knows quotations, not sentences: those with nothing but white space between them are one.
    private static List<TextSpan> Joined(Document document, Attribution attribution)
    {
        var joined = new List<TextSpan>();
        foreach (var content in attribution.Content)
        {
            if (joined.Count > 0 && document.Text.AsSpan(joined[^1].End, content.Start - joined[^1].End).IsWhiteSpace())
                joined[^1] = new TextSpan(joined[^1].Start, content.End);
            else
                joined.Add(content);
        }

        return joined;
    }

    // The graph names languages in English; of those that Dixit does not read, the tag says as much.
    private static string NameLanguage(string? language) => language?.Split('-')[0] switch
    {
        null => "",
        "fr" => "FRENCH",
        "en" => "ENGLISH",
        var tag => tag.ToUpperInvariant(),
    };
}
