// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Finds from whom the article has what it reports: a medium beside the cue, or whoever tells it (« selon X, Y a dit »). Safe for threads.</summary>
internal sealed class ViaFinder
{
    private const int Participle = 12;  // tokens from « interrogé » to « par »
    private const int Interview = 8;    // tokens from « un entretien » to the medium
    private const int Reach = 60;       // tokens from the cue to the medium
    private const int SceneLength = 80; // tokens from an interview that is set out to the words said in it

    private readonly PhraseTable<ViaWord> _words;
    private readonly MediaFinder _media;
    private readonly Scenes _scenes;

    public ViaFinder(Language language)
    {
        _words = PhraseTable<ViaWord>.Read(language, "Via");
        _media = new MediaFinder(language, _words);
        _scenes = new Scenes(_words);
    }

    /// <summary>The names for each draft, in the order of the drafts; an empty list where the text does not say.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="phrases">Its noun phrases.</param>
    /// <param name="drafts">The attributions, their chains set.</param>
    /// <param name="owners">Whose words each token is.</param>
    /// <param name="speakers">The entities by chain.</param>
    public IReadOnlyList<string>[] Find(TokenList tokens, SentenceList sentences, NounPhraseList phrases, IReadOnlyList<AttributionDraft> drafts, ContentOwners owners, IReadOnlyList<Speaker> speakers)
    {
        var via = new string?[drafts.Count];
        if (drafts.Count == 0)
            return [];
        var anchors = Anchors(drafts);
        var heads = SourceHeads(tokens, drafts);
        string? named = null;
        foreach (var mention in _media.Find(tokens, phrases))
        {
            if (_words.IsAt(tokens, mention.Range.First, ViaWord.Network))
                continue;
            var name = mention.Name ?? named;
            if (mention.Name is not null)
                named = mention.Name;
            if (name is null)
                continue;
            if (Tie(tokens, sentences, heads, mention) is { } tie)
                Assign(tokens, sentences, owners, anchors, drafts, mention.Range, name, tie, via);
            else if (Learner(anchors, drafts, mention.Range) is >= 0 and var learnt)
                via[learnt] ??= name;
        }

        for (var i = 0; i < drafts.Count; i++)
            via[i] ??= Inherited(tokens, sentences, drafts, i, via) ?? Teller(drafts[i], speakers);
        return Array.ConvertAll(via, name => name is null ? (IReadOnlyList<string>)[] : [name]);
    }

    // The drafts by the token that they are told at, so that a medium finds those of its sentence quickly.
    private static List<(int Token, int Draft)> Anchors(IReadOnlyList<AttributionDraft> drafts)
    {
        var anchors = new List<(int Token, int Draft)>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var anchor = Anchor(drafts[i]);
            anchors.Add((anchor.First, i));
        }

        anchors.Sort();
        return anchors;
    }

    private static TokenRange Anchor(AttributionDraft draft) =>
        !draft.Cue.IsEmpty ? draft.Cue : !draft.Source.IsEmpty ? draft.Source : new TokenRange(draft.ContentExtent.End - 1, draft.ContentExtent.End);

    /// <summary>How a medium is tied to an utterance, or null for one that only occurs.</summary>
    private MediaTie? Tie(TokenList tokens, SentenceList sentences, bool[] heads, MediaMention mention)
    {
        var sentence = sentences.At(mention.Range.First);
        var left = mention.Range.First - 1;
        while (left >= sentence.First && (tokens.IsKind(left, TokenKind.QuoteMark) || (_words.IsAt(tokens, left, ViaWord.Article) && !_words.IsAt(tokens, left, ViaWord.Contracted))))
            left--;
        if (left < sentence.First)
            return null;
        if (EndsAt(tokens, sentence, left, ViaWord.On) || (EndsAt(tokens, sentence, left, ViaWord.In) && mention.Name is not null && !_words.IsAt(tokens, left, ViaWord.By)))
            return MediaTie.Interview;
        if (_words.IsAt(tokens, left, ViaWord.By) && (Before(tokens, sentence, left, Participle, ViaWord.Carried) || Before(tokens, sentence, left, Participle, ViaWord.Interview)))
            return MediaTie.Interview;
        if ((Before(tokens, sentence, left + 1, Interview, ViaWord.Interview) || Before(tokens, sentence, left + 1, Interview, ViaWord.Paper)) && tokens.Is(left, WordClass.To | WordClass.Of | WordClass.Preposition))
            return MediaTie.Interview;
        if (EndsAt(tokens, sentence, left, ViaWord.To))
            return MediaTie.Told;
        return Before(tokens, sentence, left + 1, 6, ViaWord.Had) && !heads.AsSpan(mention.Range.First, mention.Range.Count).Contains(true) ? MediaTie.Told : null;
    }

    private static bool[] SourceHeads(TokenList tokens, IReadOnlyList<AttributionDraft> drafts)
    {
        var heads = new bool[tokens.Count];
        foreach (var draft in drafts)
        {
            if (draft.SourceHead >= 0)
                heads[draft.SourceHead] = true;
        }

        return heads;
    }

    // « …, apprend La Gazette auprès du parquet »: the medium is the subject of the cue, and hears it from the source.
    private int Learner(List<(int Token, int Draft)> anchors, IReadOnlyList<AttributionDraft> drafts, TokenRange medium)
    {
        for (var i = IndexFrom(anchors, medium.First - 6); i < anchors.Count && anchors[i].Token < medium.End + 4; i++)
        {
            var draft = drafts[anchors[i].Draft];
            var near = draft.Cue.End <= medium.First ? medium.First - draft.Cue.End : draft.Cue.First - medium.End;
            if (near <= 1 && draft.Verb is { } verb && _words.Has(verb.Lemma, ViaWord.Learn) && !(draft.SourceHead >= 0 && medium.Contains(draft.SourceHead)))
                return anchors[i].Draft;
        }

        return -1;
    }

    private bool EndsAt(TokenList tokens, TokenRange sentence, int last, ViaWord kind)
    {
        for (var i = Math.Max(sentence.First, last - 3); i <= last; i++)
        {
            if (_words.TryMatch(tokens, i, last + 1, out var match) && i + match.Length == last + 1)
                return match.Kind == kind || (kind == ViaWord.To && match.Kind == ViaWord.Contracted && tokens.Is(last, WordClass.To));
        }

        return false;
    }

    // A word of the kind in the few tokens before, with no clause between.
    private bool Before(TokenList tokens, TokenRange sentence, int end, int reach, ViaWord kind)
    {
        for (var i = end - 1; i >= Math.Max(sentence.First, end - reach); i--)
        {
            if (tokens.Kind(i) is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.QuoteMark)
                return false;
            if (_words.IsAt(tokens, i, kind))
                return true;
        }

        return false;
    }

    private void Assign(TokenList tokens, SentenceList sentences, ContentOwners owners, List<(int Token, int Draft)> anchors, IReadOnlyList<AttributionDraft> drafts, TokenRange medium, string name, MediaTie tie, string?[] via)
    {
        var sentence = sentences.At(medium.First);
        int best = -1, least = Reach + 1;
        for (var i = IndexFrom(anchors, Math.Max(sentence.First, medium.First - Reach)); i < anchors.Count && anchors[i].Token < Math.Min(sentence.End, medium.End + Reach); i++)
        {
            var draft = drafts[anchors[i].Draft];
            // « cité par X » may stand in the source itself, which is part of no content.
            if (!owners.Same(medium.First, anchors[i].Token) && !draft.Source.Contains(medium.First))
                continue;
            if (draft.SourceHead >= 0 && medium.Contains(draft.SourceHead))
                continue;
            var distance = Distance(owners, Anchor(draft), medium);
            if (distance < least)
                (best, least) = (anchors[i].Draft, distance);
        }

        if (best >= 0)
        {
            via[best] ??= name;
            Share(tokens, sentences, drafts, best, tie, via);
        }
        else if (tie == MediaTie.Interview && owners.At(medium.First) < 0)
        {
            SetScene(tokens, anchors, drafts, medium, name, via);
        }
    }

    private static int Distance(ContentOwners owners, TokenRange anchor, TokenRange medium)
    {
        var distance = 0;
        for (var i = Math.Min(anchor.End, medium.End); i < Math.Max(anchor.First, medium.First); i++)
        {
            if (owners.Same(i, medium.First))
                distance += owners.IsCue(i) && !owners.IsCue(i - 1) ? 10 : 1;
        }

        return distance;
    }

    private static int IndexFrom(List<(int Token, int Draft)> anchors, int token)
    {
        int low = 0, high = anchors.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (anchors[middle].Token < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // What the same speaker says in the same sentence, and in an interview to the end of the paragraph, is heard there too.
    private static void Share(TokenList tokens, SentenceList sentences, IReadOnlyList<AttributionDraft> drafts, int told, MediaTie tie, string?[] via)
    {
        var chain = drafts[told].Chain;
        if (chain < 0)
            return;
        for (var step = -1; step <= 1; step += 2)
        {
            for (var i = told + step; i >= 0 && i < drafts.Count && Math.Abs(i - told) <= 8; i += step)
            {
                if (drafts[i].Chain != chain || drafts[i].Parent != drafts[told].Parent)
                    continue;
                var from = Anchor(drafts[told]).First;
                var to = Anchor(drafts[i]).First;
                if (sentences.IndexAt(from) == sentences.IndexAt(to) || (step > 0 && tie == MediaTie.Interview && SameParagraph(tokens, from, to)))
                    via[i] ??= via[told];
            }
        }
    }

    // « Il était mardi l'invité de Radio Valmont. "…", y disait-il. »
    private static void SetScene(TokenList tokens, List<(int Token, int Draft)> anchors, IReadOnlyList<AttributionDraft> drafts, TokenRange medium, string name, string?[] via)
    {
        var chain = -1;
        for (var i = IndexFrom(anchors, medium.End); i < anchors.Count && anchors[i].Token < medium.End + SceneLength; i++)
        {
            var draft = drafts[anchors[i].Draft];
            if (!SameParagraph(tokens, medium.First, anchors[i].Token))
                return;
            if (chain >= 0 && draft.Chain != chain)
                continue;
            chain = draft.Chain;
            via[anchors[i].Draft] ??= name;
            if (chain < 0)
                return;
        }
    }

    private string? Inherited(TokenList tokens, SentenceList sentences, IReadOnlyList<AttributionDraft> drafts, int index, string?[] via)
    {
        var origin = _scenes.OriginOf(tokens, sentences, drafts, index);
        return origin >= 0 ? via[origin] : null;
    }

    // « Selon la police, il a dit »: the article has it from the police.
    private static string? Teller(AttributionDraft draft, IReadOnlyList<Speaker> speakers) =>
        draft.Parent is { Chain: >= 0 } parent && parent.Chain != draft.Chain && parent.Chain < speakers.Count ? speakers[parent.Chain].Name : null;

    private static bool SameParagraph(TokenList tokens, int first, int second)
    {
        for (var i = first + 1; i <= second; i++)
        {
            if (tokens.Has(i, TokenFlags.ParagraphBefore))
                return false;
        }

        return true;
    }

    private enum MediaTie
    {
        Told,
        Interview,
    }
}
