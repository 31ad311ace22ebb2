// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit;

/// <summary>Turns token ranges into characters: the edge between the stages and their users.</summary>
internal sealed class AnalysisAssembler(Document document, TokenList tokens, QuotationList quotations, SentenceList sentences)
{
    public Analysis Assemble(List<AttributionDraft> drafts, string language)
    {
        var ids = new Dictionary<AttributionDraft, int>();
        foreach (var draft in drafts)
            ids.Add(draft, ids.Count + 1);
        var attributions = new List<Attribution>(drafts.Count);
        foreach (var draft in drafts)
        {
            var origin = draft.Continues ?? draft;
            attributions.Add(new Attribution
            {
                Id = ids[draft],
                Parent = draft.Parent is not null && ids.TryGetValue(draft.Parent, out var parent) ? parent : null,
                Kind = draft.Kind,
                Content = Content(draft),
                Cue = draft.Cue.Count > 0 ? tokens.Span(draft.Cue) : null,
                Source = draft.Source.Count > 0 ? tokens.Span(draft.Source) : null,
                Speaker = origin.Source.Count > 0 ? new Speaker(document[tokens.Span(origin.Source)].ToString(), SpeakerKind.Unknown) : null,
                Evidence = new Evidence(language + "/" + draft.Rule, draft.Confidence, draft.SpeakerRule),
            });
        }

        return new Analysis { Document = document, Language = language, Published = document.Published, Notes = document.Notes, Attributions = attributions };
    }

    // One span a sentence: the unit of identity across documents.
    private SpanList Content(AttributionDraft draft)
    {
        var spans = new List<TextSpan>();
        foreach (var range in draft.Content)
        {
            var first = range.First;
            while (first < range.End)
            {
                var end = Math.Min(range.End, sentences.At(first).End);
                if (WithoutOuterMarks(first, end) is { IsEmpty: false } part)
                    spans.Add(tokens.Span(part));
                first = end;
            }
        }

        if (spans.Count == 0)
            spans.Add(tokens.Span(draft.ContentExtent));
        return SpanList.Of(spans);
    }

    // Where a quotation of several sentences is cut, a mark at the cut belongs to neither part.
    private TokenRange WithoutOuterMarks(int first, int end)
    {
        while (end > first && tokens.IsKind(end - 1, TokenKind.QuoteMark) && quotations.ClosingAt(end - 1) is var closed && (closed < 0 || quotations[closed].Open < first))
            end--;
        while (first < end && tokens.IsKind(first, TokenKind.QuoteMark) && quotations.OpeningAt(first) is var opened && (opened < 0 || quotations[opened].Close < 0 || quotations[opened].Close >= end))
            first++;
        return new TokenRange(first, end);
    }
}
