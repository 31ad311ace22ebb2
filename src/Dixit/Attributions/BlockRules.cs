// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Words that a page sets apart and signs: a quotation with the name below it, a message with its author.</summary>
/// <remarks>
/// The form stands for quote marks and cue. A quotation that is set apart and not signed is whoever's the sentence before it says; that is a rule of
/// cues (<see cref="QuotationRules.TryColon"/>). What a cue outside of the block reports already stays that cue's.
/// </remarks>
internal sealed class BlockRules(Scene scene, SourceFinder sources)
{
    private const int FewestWords = 3;

    private TokenList Tokens => scene.Tokens;

    /// <summary>Goes through the blocks in order.</summary>
    public void Apply()
    {
        if (scene.Blocks.Count == 0)
            return;
        var owners = Owners();
        for (var b = 0; b < scene.Blocks.Count; b++)
        {
            var entry = scene.Blocks[b];
            if (entry.Block.Kind is not (BlockKind.Quote or BlockKind.Post) || entry.Words.IsEmpty || scene.Furniture[entry.Words.First])
                continue;
            // A message is dated by its network; of a quotation nobody knows.
            var day = entry.Block.Kind == BlockKind.Post ? entry.Block.At?.Day : null;
            if (owners[b] is { } owner)
                owner.SaidOn ??= day;
            else if (entry.Block.Source is { } source)
                Add(entry, source, day);
        }
    }

    /// <summary>The words in parts, one a paragraph, without the addresses at the end of a message.</summary>
    public static List<TokenRange> Parts(Scene scene, TokenRange words)
    {
        var tokens = scene.Tokens;
        var end = words.End;
        while (end > words.First && tokens.Kind(end - 1) is TokenKind.Address)
            end--;
        var parts = new List<TokenRange>();
        for (var first = words.First; first < end;)
        {
            var next = first + 1;
            while (next < end && !tokens.Has(next, TokenFlags.ParagraphBefore))
                next++;
            // A sentence keeps its mark here: nothing of the writer's follows it.
            var part = scene.Trim(new TokenRange(first, next));
            if (!part.IsEmpty && part.End < next && tokens.IsKind(part.End, TokenKind.SentenceEnd))
                part = part with { End = part.End + 1 };
            // « $6,500 »: the sign belongs to the figure.
            if (!part.IsEmpty && part.First > first && char.GetUnicodeCategory(tokens.FirstChar(part.First - 1)) == UnicodeCategory.CurrencySymbol)
                part = part with { First = part.First - 1 };
            if (!part.IsEmpty)
                parts.Add(part);
            first = next;
        }

        return parts;
    }

    private void Add(BlockList.Entry entry, TextSpan source, DateOnly? day)
    {
        var first = Tokens.IndexAtOrAfter(source.Start);
        var end = Tokens.IndexAtOrAfter(source.End);
        var parts = Parts(scene, entry.Words);
        if (first >= end || parts.Sum(scene.CountWords) < FewestWords)
            return;
        var (range, head) = (new TokenRange(first, end), -1);
        for (var i = first; i < end && head < 0; i++)
        {
            if (scene.Phrases.IndexAt(i) is not (>= 0 and var index))
                continue;
            // A thing named there (« Rapport annuel ») is no speaker, and what follows it is none either.
            if (scene.Phrases[index].Kind is not (PhraseKind.Other or PhraseKind.Time or PhraseKind.Document or PhraseKind.Place))
                (range, head) = (Within(sources.Extended(index).Range, end), scene.Phrases[index].Head);
            break;
        }

        scene.Add(new AttributionDraft
        {
            Content = parts, Source = range, SourceHead = head, SaidOn = day, IsSetApart = true, Confidence = 0.85,
            Rule = entry.Block.Kind == BlockKind.Post ? "direct/post" : "direct/set-apart",
        });
    }

    private static TokenRange Within(TokenRange range, int end) => range with { End = Math.Min(range.End, end) };

    // By block: the draft whose cue stands outside of it and whose content begins in it.
    private AttributionDraft?[] Owners()
    {
        var owners = new AttributionDraft?[scene.Blocks.Count];
        foreach (var draft in scene.Drafts)
        {
            foreach (var range in draft.Content)
            {
                if (scene.Blocks.IndexAt(range.First) is >= 0 and var index && draft.Cue.Count > 0 && !scene.Blocks[index].Range.Contains(draft.Cue.First))
                    owners[index] ??= draft;
            }
        }

        return owners;
    }
}
