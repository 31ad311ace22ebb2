// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Documents;

namespace Dixit.Storage;

/// <summary>Finds the spans that people mean by words, or by offsets in code points, in the current text of a document.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="document">The id of the document.</param>
/// <param name="attribution">The number of the attribution there.</param>
/// <remarks>Where there is no such document or attribution nothing is found; making the correction says so.</remarks>
public sealed class SpanWords(ILedger ledger, string document, int attribution)
{
    private readonly Analysis? _analysis = ledger.FindDocument(document)?.Analysis;

    /// <summary>The place of words that is nearest to the attribution; empty for no words.</summary>
    /// <exception cref="FormatException">The words do not stand in the text.</exception>
    public TextSpan Find(string words)
    {
        if (words.Length == 0 || _analysis is null || Place is not { } place)
            return default;
        var text = _analysis.Document.Text;
        TextSpan? nearest = null;
        for (var start = text.IndexOf(words, StringComparison.Ordinal); start >= 0; start = text.IndexOf(words, start + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(start, start + words.Length);
            if (nearest is not { } known || Distance(span, place) < Distance(known, place))
                nearest = span;
        }

        return nearest ?? throw new FormatException($"there is no “{words}” in the text of \"{document}\"");
    }

    /// <summary>The places of the words of a content.</summary>
    /// <exception cref="FormatException">Words do not stand in the text, or overlap.</exception>
    public SpanList FindAll(IEnumerable<string> words) => ListOf(words.Select(Find));

    /// <summary>A span as a file gives it: words, an object with start and end, or null for none.</summary>
    public TextSpan Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => default,
        JsonValueKind.String => Find(element.GetString()!),
        JsonValueKind.Object when element.TryGetProperty("start", out var start) && element.TryGetProperty("end", out var end)
            && start.ValueKind == JsonValueKind.Number && end.ValueKind == JsonValueKind.Number && start.TryGetInt32(out var from) && end.TryGetInt32(out var to) => FromCodePoints(from, to),
        _ => throw new FormatException("a span is words of the text, or an object with \"start\" and \"end\" in code points"),
    };

    /// <summary>The spans of a content as a file gives them: one, or a list.</summary>
    public SpanList ReadAll(JsonElement element) =>
        ListOf(element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(Read)] : [Read(element)]);

    private TextSpan? Place => _analysis?.Attributions.FirstOrDefault(known => known.Id == attribution)?.Content.Extent;

    private TextSpan FromCodePoints(int start, int end)
    {
        if (_analysis is null)
            return default;
        var points = new CodePointOffsets(_analysis.Document.Text);
        return start >= 0 && start < end && end <= points.Length
            ? new TextSpan(points.ToUtf16(start), points.ToUtf16(end))
            : throw new FormatException($"{start} to {end} is no span of the text of \"{document}\", which has {points.Length} characters");
    }

    private static SpanList ListOf(IEnumerable<TextSpan> spans)
    {
        try
        {
            return SpanList.Of(spans.Where(span => !span.IsEmpty));
        }
        catch (ArgumentException)
        {
            throw new FormatException("the spans of a content overlap");
        }
    }

    private static int Distance(TextSpan span, TextSpan place) => Math.Max(0, Math.Max(place.Start - span.End, span.Start - place.End));
}
