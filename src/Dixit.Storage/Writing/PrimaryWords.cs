// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage;

/// <summary>Gives the words of a transcript, a release or a speech to its speaker.</summary>
public static class PrimaryWords
{
    /// <summary>An analysis in which every sentence that is nobody else's, and belongs to the article, is the speaker's.</summary>
    /// <param name="analysis">What was found in the document.</param>
    /// <param name="speaker">The speaker's name.</param>
    /// <param name="reader">What knows where sentences end.</param>
    public static Analysis Give(Analysis analysis, string speaker, StatementReader reader)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentException.ThrowIfNullOrEmpty(speaker);
        ArgumentNullException.ThrowIfNull(reader);
        var own = analysis.Speakers.FirstOrDefault(known => known.Name == speaker) ?? new Speaker(speaker, SpeakerKind.Person);
        var document = analysis.Document;
        var attributions = analysis.Attributions.ToList();
        foreach (var sentence in reader.Sentences(document.Text, analysis.Language))
        {
            if (analysis.Furniture.Any(piece => piece.Span.Overlaps(sentence)) || analysis.Attributions.Any(attribution => attribution.Content.Overlaps(sentence)))
                continue;
            attributions.Add(new Attribution
            {
                Id = attributions.Count + 1,
                Kind = QuotationKind.Direct,
                Content = SpanList.Of(sentence),
                Speaker = own,
                Evidence = new Evidence("primary", 1),
            });
        }

        return analysis.With(InOrder(attributions), analysis.Speakers.Contains(own) ? analysis.Speakers : [.. analysis.Speakers, own]);
    }

    // Numbered anew in the order of the contents, as in every analysis.
    private static List<Attribution> InOrder(List<Attribution> attributions)
    {
        var sorted = attributions.OrderBy(attribution => attribution.Content[0].Start).ThenBy(attribution => attribution.Id).ToList();
        var numbers = sorted.Select((attribution, index) => (attribution.Id, Number: index + 1)).ToDictionary(pair => pair.Id, pair => pair.Number);
        return sorted.ConvertAll(attribution => attribution with { Id = numbers[attribution.Id], Parent = attribution.Parent is { } parent ? numbers[parent] : null });
    }
}
