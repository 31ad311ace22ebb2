// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Circumstances;
using Dixit.Documents;
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit;

/// <summary>What the stages found in a document.</summary>
/// <param name="Drafts">The attributions in order.</param>
/// <param name="Coreference">Who is who.</param>
/// <param name="Furniture">What is not the article.</param>
/// <param name="Published">The article's date, or null.</param>
/// <param name="Said">By draft: when it was said, or null.</param>
/// <param name="Via">By draft: through whom the article has it.</param>
/// <param name="Surroundings">By draft: to whom, at what event and where it was said.</param>
/// <param name="Acts">By draft: what the speaker does in saying it.</param>
internal sealed record Findings(List<AttributionDraft> Drafts, Coreference Coreference, IReadOnlyList<Furniture> Furniture, DateOnly? Published, DateRange?[] Said, SpeechAct[] Acts, IReadOnlyList<string>[] Via, Surrounding[] Surroundings);

/// <summary>Turns token ranges into characters: the edge between the stages and their users.</summary>
internal sealed class AnalysisAssembler(Document document, TokenList tokens, QuotationList quotations, SentenceList sentences, bool[] furniture, ConfidenceModel confidence)
{
    private readonly List<TextSpan> _spans = []; // of the content that is being written

    public Analysis Assemble(Findings findings, string language, IReadOnlyList<string> damage)
    {
        var (drafts, coreference) = (findings.Drafts, findings.Coreference);
        var ids = new Dictionary<AttributionDraft, int>(drafts.Count);
        foreach (var draft in drafts)
            ids.Add(draft, ids.Count + 1);
        var attributions = new List<Attribution>(drafts.Count);
        for (var d = 0; d < drafts.Count; d++)
        {
            var draft = drafts[d];
            var attribution = new Attribution
            {
                Id = ids[draft],
                Parent = draft.Parent is not null && ids.TryGetValue(draft.Parent, out var parent) ? parent : null,
                Kind = draft.Kind,
                Content = Content(draft),
                Cue = draft.Cue.Count > 0 ? tokens.Span(draft.Cue) : null,
                Source = draft.Source.Count > 0 ? SourceSpan(draft.Source) : null,
                Speaker = draft.Chain >= 0 ? coreference.Speakers[draft.Chain] : null,
                Said = findings.Said[d],
                Act = findings.Acts[d],
                Via = findings.Via[d],
                Addressee = findings.Surroundings[d].Addressee,
                Occasion = findings.Surroundings[d].Occasion,
                Place = findings.Surroundings[d].Place,
                Evidence = new Evidence(language + "/" + draft.Rule, draft.Confidence, draft.SpeakerRule),
            };
            attributions.Add(attribution with { Evidence = attribution.Evidence with { Confidence = confidence.Of(attribution) } });
        }

        var quoted = QuotedSpans();
        return new Analysis
        {
            Document = document,
            Language = language,
            Published = findings.Published,
            Notes = damage.Count == 0 ? document.Notes : [.. document.Notes, .. damage],
            Furniture = findings.Furniture,
            QuotedSpans = quoted,
            Unreported = Unreported(quoted, attributions),
            Attributions = attributions,
            Speakers = coreference.Speakers,
            Mentions = Array.ConvertAll(coreference.Mentions, WithoutHyphens),
        };
    }

    // « a-t-il dit »: the source is « il », without the hyphens that tie it to the verb.
    private TextSpan SourceSpan(TokenRange source)
    {
        var span = tokens.Span(source);
        return source.Count > 1 ? span : WithoutHyphens(span);
    }

    private TextSpan WithoutHyphens(TextSpan span)
    {
        if (span.IsEmpty || document.Text[span.Start] is not ('-' or '‐' or '‑'))
            return span;
        var hyphen = document[span].LastIndexOfAny('-', '‐', '‑');
        return new TextSpan(span.Start + hyphen + 1, span.End);
    }

    private Mention WithoutHyphens(Mention mention)
    {
        var span = WithoutHyphens(mention.Span);
        return span == mention.Span ? mention : mention with { Span = span };
    }

    private QuotedSpan[] QuotedSpans()
    {
        var spans = new QuotedSpan[quotations.Count];
        for (var q = 0; q < spans.Length; q++)
        {
            var quotation = quotations[q];
            spans[q] = new QuotedSpan(tokens.Span(quotation.Outer), tokens.Span(quotation.Inner), quotation.Depth, quotation.Damage ?? (quotation.ContinuedFrom >= 0 ? "reopened" : null));
        }

        return spans;
    }

    // The quoted spans that share no character with any content, and why they were left.
    private List<UnreportedQuotation> Unreported(QuotedSpan[] quoted, List<Attribution> attributions)
    {
        var reported = new bool[tokens.Count + 1];
        foreach (var attribution in attributions)
        {
            foreach (var span in attribution.Content)
            {
                for (var i = tokens.IndexAtOrAfter(span.Start); i < tokens.Count && tokens.Span(i).Start < span.End; i++)
                    reported[i] = true;
            }
        }

        var unreported = new List<UnreportedQuotation>();
        for (var q = 0; q < quoted.Length; q++)
        {
            var inner = quotations[q].Inner;
            var left = true;
            for (var i = inner.First; i < inner.End && left; i++)
                left = !reported[i];
            if (left)
                unreported.Add(new UnreportedQuotation(quoted[q], Reason(inner)));
        }

        return unreported;
    }

    private string Reason(TokenRange inner)
    {
        if (furniture[inner.First])
            return "furniture";
        int words = 0, verbs = 0;
        for (var i = inner.First; i < inner.End; i++)
        {
            words += tokens.IsWord(i) ? 1 : 0;
            verbs += tokens.Lexeme(i).IsVerb(VerbMorph.Finite) ? 1 : 0;
        }

        if (words == 0)
            return "no-words";
        return verbs == 0 || words < 4 ? tokens.IsCapitalised(inner.First) ? "title-or-name" : "scare-quote" : "no-source";
    }

    // One span a sentence: the unit of identity across documents.
    private SpanList Content(AttributionDraft draft)
    {
        _spans.Clear();
        foreach (var range in draft.Content)
        {
            var first = range.First;
            while (first < range.End)
            {
                var end = Math.Min(range.End, sentences.At(first).End);
                if (WithoutOuterMarks(first, end) is { IsEmpty: false } part)
                    _spans.Add(tokens.Span(part));
                first = end;
            }
        }

        if (_spans.Count == 0)
            _spans.Add(tokens.Span(draft.ContentExtent));
        return SpanList.Of(_spans);
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
