// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Puts the drafts in order, says which stands in which, and how much of each is in marks.</summary>
internal static class DraftFinisher
{
    public static List<AttributionDraft> Finish(Scene scene)
    {
        var drafts = new List<AttributionDraft>(scene.Drafts.Count);
        foreach (var draft in scene.Drafts)
        {
            Normalise(draft);
            SplitAtJoins(scene, draft);
            if (draft.Content.Count > 0)
                drafts.Add(draft);
        }

        // Outer before inner where they begin together.
        drafts.Sort(static (a, b) => a.ContentExtent.First != b.ContentExtent.First
            ? a.ContentExtent.First.CompareTo(b.ContentExtent.First)
            : b.ContentExtent.End.CompareTo(a.ContentExtent.End));
        drafts = WithoutRepeats(drafts);
        Nest(drafts);
        drafts.RemoveAll(draft => (draft.Parent is not null && (IsDoubtfulInside(draft) || (draft.SourceHead >= 0 && scene.Tokens.Lexeme(draft.SourceHead).Form is "ceux" or "celles" or "celui" or "celle"))) || IsInTitle(scene, draft));
        foreach (var draft in drafts)
        {
            draft.Kind = KindOf(scene, draft);
            draft.GoesOn = draft.Verb is { } verb && scene.Language.Reporting.Continues(verb);
        }

        return drafts;
    }

    // In order, without overlaps, and without the cue that an incise left inside.
    private static void Normalise(AttributionDraft draft)
    {
        draft.Content.RemoveAll(static range => range.IsEmpty);
        draft.Content.Sort(static (a, b) => a.First.CompareTo(b.First));
        for (var i = draft.Content.Count - 1; i > 0; i--)
        {
            if (draft.Content[i].First >= draft.Content[i - 1].End)
                continue;
            draft.Content[i - 1] = new TokenRange(draft.Content[i - 1].First, Math.Max(draft.Content[i].End, draft.Content[i - 1].End));
            draft.Content.RemoveAt(i);
        }

        if (draft.Cue.Count == 0)
            return;
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var range = draft.Content[i];
            if (!range.Contains(draft.Cue.First) || draft.Cue.First == range.First)
                continue;
            draft.Content[i] = new TokenRange(range.First, draft.Cue.First);
        }
    }

    // « "A" et "B" »: two spans, for the word that joins them is the writer's.
    private static void SplitAtJoins(Scene scene, AttributionDraft draft)
    {
        for (var c = 0; c < draft.Content.Count; c++)
        {
            var range = draft.Content[c];
            for (var i = range.First + 1; i < range.End - 1; i++)
            {
                if (!scene.Quotations.Closes(i))
                    continue;
                var next = i + 1;
                while (next < range.End && (scene.Tokens.IsKind(next, TokenKind.Comma) || scene.Tokens.Is(next, WordClass.Coordinator)))
                    next++;
                if (next == i + 1 || next >= range.End || !scene.Quotations.Opens(next))
                    continue;
                var left = scene.Trim(new TokenRange(range.First, i + 1));
                var right = scene.Trim(new TokenRange(next, range.End));
                if (left.IsEmpty || right.IsEmpty)
                    continue;
                draft.Content[c] = left;
                draft.Content.Insert(c + 1, right);
                break;
            }
        }
    }

    // Two rules that found the same words: the first one to do so is the surer.
    private static List<AttributionDraft> WithoutRepeats(List<AttributionDraft> drafts)
    {
        var kept = new List<AttributionDraft>(drafts.Count);
        foreach (var draft in drafts)
        {
            var repeated = false;
            for (var k = kept.Count - 1; k >= 0 && k >= kept.Count - 6; k--)
            {
                var other = kept[k];
                if (other.ContentExtent != draft.ContentExtent || (other.Cue.Count > 0 && draft.Cue.Count > 0 && other.Cue != draft.Cue && !Nested(other, draft)))
                    continue;
                repeated = true;
                if (draft.Confidence > other.Confidence)
                    kept[k] = draft;
                break;
            }

            if (!repeated)
                kept.Add(draft);
        }

        return kept;
    }

    // « "Elle dit qu'elle revient" sera en salles »: a report inside marks that nobody reports and that begin a clause of the writer's.
    private static bool IsInTitle(Scene scene, AttributionDraft draft)
    {
        if (draft.Parent is not null || draft.Cue.Count == 0)
            return false;
        var outer = scene.Quotations.OutermostAt(draft.Cue.First);
        if (outer < 0 || scene.ClaimedBy[outer] is { } claimed && claimed != draft || scene.Quotations[outer].Close < 0)
            return false;
        var after = scene.Quotations[outer].Close + 1;
        return after < scene.Tokens.Count && !scene.Tokens.Has(after, TokenFlags.ParagraphBefore) && scene.IsFiniteVerb(after) && scene.Quotations[outer].Inner.Contains(draft.ContentExtent);
    }

    // Inside what another says, only a verb of saying with a clause of its own makes a second report.
    private static bool IsDoubtfulInside(AttributionDraft draft)
    {
        if (draft.Verb is null)
            return false;
        // « according to the paper, she believes that »: who is believed to think so is what the outer one tells.
        if (draft.Verb.Reports(CueFrames.Thought | CueFrames.Manner))
            return !(draft.Parent!.Rule.StartsWith("source-phrase", StringComparison.Ordinal) && draft.Rule is "indirect/that" or "indirect/bare" && draft.Verb.Reports(CueFrames.Quote));
        return draft.Rule is "indirect/self-predicate" or "indirect/event" or "mixed/predicate" or "mixed/quoted-object" or "indirect/for-infinitive" or "indirect/whether";
    }

    private static bool Nested(AttributionDraft outer, AttributionDraft inner) => outer.ContentExtent.Contains(inner.Cue);

    private static void Nest(List<AttributionDraft> drafts)
    {
        var open = new List<AttributionDraft>();
        foreach (var draft in drafts)
        {
            var extent = draft.ContentExtent;
            Close(open, extent.First);
            for (var o = open.Count - 1; o >= 0 && o >= open.Count - 8; o--)
            {
                var other = open[o];
                // The cue too stands in what the other said.
                var anchored = draft.Cue.Count > 0 ? new TokenRange(Math.Min(extent.First, draft.Cue.First), Math.Max(extent.End, draft.Cue.First + 1)) : extent;
                if (other != draft && other.Holds(anchored))
                {
                    draft.Parent = other;
                    break;
                }
            }

            open.Add(draft);
        }
    }

    private static void Close(List<AttributionDraft> open, int token)
    {
        var kept = 0;
        for (var i = 0; i < open.Count; i++)
        {
            if (open[i].ContentExtent.End > token)
                open[kept++] = open[i];
        }

        open.RemoveRange(kept, open.Count - kept);
    }

    private static QuotationKind KindOf(Scene scene, AttributionDraft draft)
    {
        if (draft.IsSetApart)
            return QuotationKind.Direct;
        int inside = 0, outside = 0;
        foreach (var range in draft.Content)
        {
            // The marks around a nested report are the outer speaker's.
            var floor = draft.Parent is null ? 0 : DepthAt(scene, draft.Parent.ContentExtent.First, draft);
            for (var i = range.First; i < range.End; i++)
            {
                if (!scene.Tokens.IsWord(i))
                    continue;
                if (Depth(scene, i) > floor)
                    inside++;
                else
                    outside++;
            }
        }

        return inside == 0 ? QuotationKind.Indirect : outside == 0 ? QuotationKind.Direct : QuotationKind.Mixed;
    }

    private static int Depth(Scene scene, int token)
    {
        var q = scene.Quotations.InnermostAt(token);
        return q < 0 ? 0 : scene.Quotations[q].Depth + 1;
    }

    // How deep the inner cue stands in marks: those belong to the outer report.
    private static int DepthAt(Scene scene, int fallback, AttributionDraft draft) => Depth(scene, draft.Cue.Count > 0 ? draft.Cue.First : fallback);
}
