// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Turns of an interview without marks: « Ana Sorel : Parce que le travail est fait. »</summary>
/// <remarks>A name and a colon at a paragraph's start is a turn only after a question, or where the name heads another turn.</remarks>
internal sealed class InterviewRules(Scene scene)
{
    private TokenList Tokens => scene.Tokens;

    public void Apply()
    {
        var paragraphs = Tokens.Paragraphs;
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < paragraphs.Count; p++)
        {
            if (TryLabel(paragraphs[p], out var label))
                labels[Form(label)] = labels.GetValueOrDefault(Form(label)) + 1;
        }

        if (labels.Count == 0)
            return;
        for (var p = 1; p < paragraphs.Count; p++)
        {
            if (!TryLabel(paragraphs[p], out var label))
                continue;
            var question = Tokens.IsKind(paragraphs[p - 1].End - 1, TokenKind.SentenceEnd) && Tokens.FirstChar(paragraphs[p - 1].End - 1) == '?';
            if (!question && labels[Form(label)] < 2)
                continue;
            var content = new TokenRange(label.End + 1, paragraphs[p].End);
            scene.Add(new AttributionDraft
            {
                Content = [content], Source = label.Range, SourceHead = label.Head, Rule = "direct/interview-turn", Confidence = 0.7,
            });
        }
    }

    private string Form(NounPhrase label) => Tokens.Text[Tokens.Span(label.Range).Start..Tokens.Span(label.Range).End];

    private bool TryLabel(TokenRange paragraph, out NounPhrase label)
    {
        label = default;
        return paragraph.Count > 4 && !scene.Furniture[paragraph.First] && scene.Phrases.TryStartingAt(paragraph.First, out label)
            && label.Kind is PhraseKind.PersonName or PhraseKind.UnknownName && Tokens.IsKind(label.End, TokenKind.Colon) && Tokens.IsWord(label.End + 1) && Tokens.IsCapitalised(label.End + 1)
            && !scene.IsCue(label.End + 1) && scene.HasFiniteVerb(new TokenRange(label.End + 1, paragraph.End)) && scene.DraftsIn(paragraph) == 0;
    }
}
