// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Quotations without a cue of their own: headlines, signatures, and those that go on with a speaker.</summary>
internal sealed class ContinuationRules(Scene scene, SourceFinder sources)
{
    // Fewer words than this without a verb are a term or a title, not a statement.
    private const int FewestWords = 4;

    // Tokens of a content in which a subhead's words are looked for.
    private const int LongestSearch = 400;

    // Two lists in order: what the cues found, and what this pass adds, which comes in order too.
    private readonly List<AttributionDraft> _ordered = [];
    private readonly List<AttributionDraft> _added = [];
    private readonly Dictionary<AttributionDraft, (HashSet<string> Words, int Runs)> _words = [];

    private TokenList Tokens => scene.Tokens;

    /// <summary>Goes through the quotations that no cue has claimed, in order.</summary>
    public void Apply()
    {
        Reorder();
        for (var q = 0; q < scene.Quotations.Count; q++)
        {
            var quotation = scene.Quotations[q];
            if (quotation.Depth > 0 || scene.ClaimedBy[q] is not null || scene.Furniture[quotation.Inner.First] || IsInsideContent(quotation))
                continue;
            _ = TryLabelled(q) || TryLeading(q) || TrySigned(q) || TryContinued(q);
        }

        Reorder();
        AddHeadline();
        if (!scene.Language.Grammar.AuxiliaryChains)
            ContinueInConditional(); // where the form of the verb itself tells of hearsay
        ContinueInFirstPerson();
    }

    // « Ana Sorel: The wall will hold »: a headline that names who speaks and has no marks.
    private void AddHeadline()
    {
        var title = Tokens.Paragraphs.Count > 1 ? Tokens.Paragraphs[0] : default;
        if (title.Count is < 6 or > 30 || !scene.Language.Grammar.BareClauses || scene.Furniture[title.First] || !scene.Phrases.TryStartingAt(title.First, out var name) || name.Kind is not (PhraseKind.PersonName or PhraseKind.UnknownName)
            || !Tokens.IsKind(name.End, TokenKind.Colon) || scene.DraftsIn(title) > 0 || IsInsideContent(name.End + 1))
        {
            return;
        }

        var content = scene.Trim(new TokenRange(name.End + 1, title.End));
        if (!content.IsEmpty && scene.CountWords(content) > 3 && Tokens.IsCapitalised(content.First))
            Add(new AttributionDraft { Content = [content], Source = name.Range, SourceHead = name.Head, Rule = "indirect/headline", Confidence = 0.6 });
    }

    private void Reorder()
    {
        _ordered.Clear();
        _added.Clear();
        _ordered.AddRange(scene.Drafts);
        _ordered.Sort(static (a, b) => a.ContentExtent.First.CompareTo(b.ContentExtent.First));
    }

    // A quotation closed too early: after it, words of the first person go on to the end of the paragraph.
    private void ContinueInFirstPerson()
    {
        for (var q = 0; q < scene.Quotations.Count; q++)
        {
            var quotation = scene.Quotations[q];
            if (quotation.Depth > 0 || quotation.Close < 0 || scene.ClaimedBy[q] is not { } draft || scene.Furniture[quotation.Close])
                continue;
            var at = quotation.Close + 1;
            while (Tokens.Kind(at) is TokenKind.SentenceEnd && at < Tokens.Count)
                at++;
            var paragraph = ParagraphOf(quotation.Close);
            if (at >= paragraph.End || at == quotation.Close + 1 && !Tokens.IsKind(quotation.Close - 1, TokenKind.SentenceEnd) || !Tokens.Is(at, WordClass.FirstPerson) || !Tokens.IsCapitalised(at))
                continue;
            var rest = scene.Trim(new TokenRange(at, paragraph.End));
            if (rest.IsEmpty || HasMarksOrCues(rest))
                continue;
            draft.AddContent(rest with { End = IncludeFinalStop(rest.End, paragraph.End) });
            draft.Rule = "direct/closed-early";
        }
    }

    private int IncludeFinalStop(int end, int limit) => end < limit && Tokens.IsKind(end, TokenKind.SentenceEnd) ? end + 1 : end;

    private bool HasMarksOrCues(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (Tokens.IsKind(i, TokenKind.QuoteMark) || scene.IsCue(i))
                return true;
        }

        return false;
    }

    private bool IsInsideContent(Quotation quotation) => IsInsideContent(quotation.Inner.First);

    private bool IsInsideContent(int token)
    {
        foreach (var draft in Around(token))
        {
            // From the end, as a quotation of many paragraphs grows there.
            for (var c = draft.Content.Count - 1; c >= 0 && draft.Content[c].End > token; c--)
            {
                if (draft.Content[c].Contains(token))
                    return true;
            }
        }

        return false;
    }

    // The drafts whose contents begin at or before the token, the nearest first.
    private Nearest Around(int token) => new(_ordered, LastStartingAt(_ordered, token), _added, LastStartingAt(_added, token));

    private int LastStartingAt(int token) => LastStartingAt(_ordered, token);

    private static int LastStartingAt(List<AttributionDraft> drafts, int token)
    {
        int low = 0, high = drafts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (drafts[middle].ContentExtent.First <= token)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private void Add(AttributionDraft draft)
    {
        scene.Add(draft);
        _added.Add(draft);
    }

    /// <summary>« X : "…" »: a headline, or a clause that ends in a colon and names who speaks.</summary>
    private bool TryLabelled(int q)
    {
        var quotation = scene.Quotations[q];
        var colon = quotation.Open - 1;
        if (quotation.Open <= 0 || !Tokens.IsKind(colon, TokenKind.Colon))
            return false;
        var sentence = scene.Sentences.At(colon).First;
        var index = LastSpeaking(sentence, colon);
        if (index < 0)
            return false;
        var source = sources.Extended(index);
        var alone = scene.Phrases[index].First <= sentence + 3 && source.Range.End >= colon - 1;
        if (!alone && scene.CountWords(quotation.Inner) < FewestWords)
            return false;
        Add(new AttributionDraft
        {
            Content = Parts(q), Source = source.Range, SourceHead = source.Head,
            Rule = alone ? "direct/headline" : "direct/colon-without-cue", Confidence = alone ? 0.85 : 0.65,
        });
        return true;
    }

    // The one phrase before the colon, or the agent of a participle (« envisagée par X : »), or the last that can speak.
    private int LastSpeaking(int sentence, int colon)
    {
        var best = -1;
        for (var i = colon - 1; i >= sentence && i > colon - 40; i--)
        {
            var index = scene.Phrases.IndexAt(i);
            if (index < 0)
                continue;
            var phrase = scene.Phrases[index];
            i = phrase.First;
            if (!phrase.CanSpeak || phrase.Kind is PhraseKind.Place or PhraseKind.Document && phrase.End != colon)
                continue;
            var preposition = sources.IsInAdjunct(phrase);
            if (preposition && !Tokens.Is(phrase.First - 1, GrammarWord.By) && !Tokens.IsForm(phrase.First - 1, "chez") && !Tokens.Is(phrase.First - 1, GrammarWord.For) && !Tokens.IsForm(phrase.First - 1, "selon"))
                continue;
            // « Prévenu par les gendarmes, le maire a été choqué : "…" »: the subject, not who told him.
            if (preposition && best >= 0 && Tokens.Is(phrase.First - 1, GrammarWord.By))
                break;
            best = index;
            // « Même si le cortège recule, Ana Bellec s'est montrée ferme : "…" »: behind the comma begins the main clause.
            if (preposition || (phrase.Kind is PhraseKind.PersonName or PhraseKind.UnknownName or PhraseKind.Role && Tokens.IsKind(phrase.First - 1, TokenKind.Comma) && Appositions.IsVerbNext(Tokens, phrase.End) && Tokens.Is(sentence, WordClass.Subordinator | WordClass.Coordinator | WordClass.Adverb)))
                break;
        }

        return best;
    }

    /// <summary>« "…" : jugée mardi, X a déclaré que … »: the clause after the colon tells whose words they are.</summary>
    private bool TryLeading(int q)
    {
        var quotation = scene.Quotations[q];
        if (quotation.Close < 0 || !Tokens.IsKind(quotation.Close + 1, TokenKind.Colon) || Tokens.Has(quotation.Close + 1, TokenFlags.LineBefore))
            return false;
        var sentence = scene.Sentences.At(quotation.Close + 1);
        for (var d = LastStartingAt(sentence.End); d >= 0 && d > LastStartingAt(sentence.End) - 6; d--)
        {
            var draft = _ordered[d];
            if (draft.Cue.Count == 0 || draft.Cue.First <= quotation.Close || draft.Cue.First >= sentence.End || draft.SourceHead < 0)
                continue;
            Add(Continue(draft, Parts(q), "direct/leading", 0.75));
            return true;
        }

        return false;
    }

    /// <summary>« "…" – X » at the end of a paragraph.</summary>
    private bool TrySigned(int q)
    {
        var quotation = scene.Quotations[q];
        var dash = quotation.Close + 1;
        if (quotation.Close < 0 || !Tokens.IsKind(dash, TokenKind.Dash) && !Tokens.IsKind(dash, TokenKind.OpenBracket) || !scene.Phrases.TryStartingAt(dash + 1, out var phrase)
            || phrase.Kind is not (PhraseKind.PersonName or PhraseKind.UnknownName or PhraseKind.Role))
        {
            return false;
        }

        var source = sources.Extended(scene.Phrases.IndexAt(dash + 1));
        var end = source.Range.End;
        if (Tokens.Kind(end) is TokenKind.CloseBracket or TokenKind.SentenceEnd)
            end++;
        if (end < Tokens.Count && !Tokens.Has(end, TokenFlags.ParagraphBefore))
            return false;
        Add(new AttributionDraft { Content = Parts(q), Source = source.Range, SourceHead = source.Head, Rule = "direct/signature", Confidence = 0.85 });
        return true;
    }

    private List<TokenRange> Parts(int q)
    {
        var parts = new List<TokenRange> { scene.Trim(scene.Quotations[q].Inner) };
        for (var next = q + 1; next < scene.Quotations.Count; next++)
        {
            if (scene.Quotations[next].Depth > 0)
                continue;
            if (scene.Quotations[next].ContinuedFrom != q)
                break;
            parts.Add(scene.Trim(scene.Quotations[next].Inner));
            q = next;
        }

        parts.RemoveAll(static range => range.IsEmpty);
        if (parts.Count == 0)
            parts.Add(scene.Quotations[q].Inner);
        return parts;
    }

    /// <summary>A quoted sentence without a cue goes on with the speaker before it, or repeats what is attributed elsewhere.</summary>
    private bool TryContinued(int q)
    {
        var quotation = scene.Quotations[q];
        var inner = scene.Trim(quotation.Inner);
        if (inner.IsEmpty || !IsStatement(quotation, inner, out var wholeSentence))
            return false;
        var content = wholeSentence ? inner : MixedSentence(quotation, inner);
        var paragraph = ParagraphOf(quotation.Inner.First);
        if (IsAlone(paragraph, quotation) && Repeated(inner) is { } same)
        {
            Add(Continue(same, [content], "direct/repeated", 0.8));
            return true;
        }

        if (quotation.ContinuedFrom >= 0 && scene.ClaimedBy[quotation.ContinuedFrom] is { } part)
        {
            part.AddContent(content);
            scene.Claim(content, part);
            return true;
        }

        if (SubjectBefore(quotation.Outer.First, paragraph) is { Found: true } subject)
        {
            Add(new AttributionDraft { Content = [content], Source = subject.Range, SourceHead = subject.Head, Rule = "direct/after-subject", Confidence = 0.65 });
            return true;
        }

        var previous = Previous(quotation.Outer.First, paragraph, out var sameParagraph);
        // A subhead or an interview's answer quoted whole: reported, by whom the text does not say here.
        if (IsAlone(paragraph, quotation) && wholeSentence && (previous is null || IsSubhead(paragraph, inner) || FollowsQuestion(paragraph)) && (scene.HasFiniteVerb(inner) || FollowsQuestion(paragraph)))
        {
            Add(new AttributionDraft { Content = [content], Rule = "direct/alone", Confidence = 0.5 });
            return true;
        }

        if (previous is null)
            return false;
        if (!sameParagraph && !(quotation.Outer.First == paragraph.First && wholeSentence))
            return false;
        // « "…", a-t-il dit. "…" »: straight after the incise it is a second span of the same attribution.
        if (sameParagraph && previous.Cue.Count > 0 && previous.Rule is "direct/cue-after" or "mixed/cue-after" or "direct/cue-inside"
            && previous.Cue.First > previous.Content[0].First && FollowsAtOnce(previous, quotation.Outer.First))
        {
            previous.AddContent(content);
            scene.Claim(content, previous);
            return true;
        }

        Add(Continue(previous, [content], sameParagraph ? "direct/continued" : "direct/continued-paragraph", sameParagraph ? 0.85 : 0.6));
        return true;
    }

    private bool IsSubhead(TokenRange paragraph, TokenRange inner) =>
        scene.CountWords(inner) <= 12 && !Tokens.IsKind(inner.End - 1, TokenKind.SentenceEnd) && paragraph.End < Tokens.Count;

    private bool FollowsQuestion(TokenRange paragraph) =>
        paragraph.First > 0 && Tokens.IsKind(paragraph.First - 1, TokenKind.SentenceEnd) && Tokens.FirstChar(paragraph.First - 1) == '?';

    private bool FollowsAtOnce(AttributionDraft previous, int token)
    {
        var last = Math.Max(previous.Content[^1].End, previous.Cue.End) - 1;
        return scene.Sentences.IndexAt(token) - scene.Sentences.IndexAt(last) <= 1;
    }

    // « Le ministre a annoncé un débat. "Il est utile." »: the sentence before has a cue whose object is no clause.
    private SourceMatch SubjectBefore(int token, TokenRange paragraph)
    {
        var sentence = scene.Sentences.IndexAt(token);
        if (sentence == 0 || scene.Sentences[sentence].First < token && !scene.Quotations.Opens(scene.Sentences[sentence].First))
            return SourceMatch.None;
        var before = scene.Sentences[sentence - 1];
        if (before.First < paragraph.First)
            return SourceMatch.None;
        VerbGroup? last = null;
        for (var i = before.First; i < before.End; i++)
        {
            if (scene.IsCue(i))
                return SourceMatch.None;
            if (scene.GroupStartingAt(i) is { HasSubject: true, Deictic: false } group && group.Shape != VerbShape.Passive && scene.Quotations.InnermostAt(i) < 0)
                last ??= group;
        }

        if (last is null || !last.Reports(CueFrames.Quote | CueFrames.That))
            return SourceMatch.None;
        var subject = sources.Before(last);
        var main = subject.Found && (subject.Range.First == before.First || Tokens.IsKind(subject.Range.First - 1, TokenKind.Comma));
        return main && subject.Kind is PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Pronoun && !Tokens.IsForm(subject.Head, "c'") && !Tokens.IsForm(subject.Head, "on") ? subject : SourceMatch.None;
    }

    // A main clause in marks, which begins its sentence or fills it.
    private bool IsStatement(Quotation quotation, TokenRange inner, out bool whole)
    {
        whole = false;
        var words = scene.CountWords(inner);
        var sentence = scene.Sentences.At(quotation.Outer.First);
        var first = quotation.Outer.First;
        var last = scene.Sentences.At(Math.Min(quotation.Outer.End - 1, Tokens.Count - 1));
        var begins = first == sentence.First || OnlyJoins(sentence.First, first);
        var ends = EndsSentence(quotation.Outer.End, last.End);
        whole = begins && ends;
        if (whole && Tokens.IsCapitalised(inner.First))
            return words >= FewestWords || scene.HasFiniteVerb(inner) || Tokens.IsKind(inner.End - 1, TokenKind.SentenceEnd);
        if (!scene.HasFiniteVerb(inner) || words < FewestWords)
            return false;
        if (begins)
            return true;
        // « Quant au pétrolier, "les premières missions ont lieu". »: the only verb is in the marks.
        return ends && Tokens.IsKind(first - 1, TokenKind.Comma) && !scene.HasFiniteVerb(new TokenRange(sentence.First, first)) && StartsClause(inner);
    }

    private bool StartsClause(TokenRange inner) =>
        Tokens.Is(inner.First, WordClass.SubjectPronoun) || Tokens.IsCapitalised(inner.First) || (scene.Phrases.TryStartingAt(inner.First, out var phrase) && (scene.IsFiniteVerb(phrase.End) || Tokens.Is(phrase.End, WordClass.Negation)));

    private bool OnlyJoins(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!(Tokens.Is(i, WordClass.Coordinator) || Tokens.Kind(i) is TokenKind.Dash or TokenKind.Symbol or TokenKind.Comma or TokenKind.SentenceEnd || scene.Quotations.Opens(i)))
                return false;
        }

        return true;
    }

    private bool EndsSentence(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (Tokens.IsWord(i))
                return false;
        }

        return true;
    }

    // « "L'idée est de créer une promenade" allant de … »: the writer finishes the sentence.
    private TokenRange MixedSentence(Quotation quotation, TokenRange inner)
    {
        var sentence = scene.Sentences.At(quotation.Outer.End - 1);
        if (quotation.Outer.First != scene.Sentences.At(quotation.Outer.First).First || quotation.Close < 0 || !Tokens.IsWord(quotation.Close + 1))
            return inner;
        return scene.Trim(new TokenRange(quotation.Outer.First, sentence.End));
    }

    private TokenRange ParagraphOf(int token)
    {
        int low = 0, high = Tokens.Paragraphs.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Tokens.Paragraphs[middle].First <= token)
                low = middle;
            else
                high = middle - 1;
        }

        return Tokens.Paragraphs[low];
    }

    private static bool IsAlone(TokenRange paragraph, Quotation quotation) =>
        quotation.Outer.First <= paragraph.First + 1 && quotation.Outer.End >= paragraph.End - 1;

    private AttributionDraft? Previous(int token, TokenRange paragraph, out bool sameParagraph)
    {
        sameParagraph = false;
        AttributionDraft? previous = null;
        foreach (var draft in Around(token))
        {
            // The outer speaker goes on, not the one he quotes.
            if (draft.Parent is not null || IsNested(draft))
                continue;
            if (draft.SourceHead < 0 && draft.Continues is null)
                continue;
            previous = draft;
            break;
        }

        if (previous is null)
            return null;
        var end = Math.Max(previous.ContentExtent.End, Math.Max(previous.Cue.End, previous.Source.End));
        sameParagraph = end > paragraph.First;
        if (sameParagraph)
            return previous;
        // A caption, a message, an entry of a live report begins anew.
        if (scene.Blocks.Part(end - 1, paragraph.First))
            return null;
        // Another paragraph: only one that was quoted at its end goes on.
        return previous.Kind == QuotationKind.Indirect && !previous.Rule.StartsWith("direct", StringComparison.Ordinal) ? null : Adjacent(end, paragraph.First) ? previous : null;
    }

    private bool IsNested(AttributionDraft draft)
    {
        foreach (var other in Around(draft.ContentExtent.First))
        {
            if (other != draft && other.Holds(draft.ContentExtent) && other.Cue.First >= 0 && other.ContentExtent.Count > draft.ContentExtent.Count
                && draft.Cue.Count > 0 && other.ContentExtent.Contains(draft.Cue))
            {
                return true;
            }
        }

        return false;
    }

    private bool Adjacent(int end, int paragraph)
    {
        var between = ParagraphOf(Math.Max(0, paragraph - 1));
        return end > between.First;
    }

    private static AttributionDraft Continue(AttributionDraft origin, List<TokenRange> content, string rule, double confidence) => new()
    {
        Content = content, Rule = rule, Confidence = Math.Min(confidence, origin.Confidence), Continues = origin.Continues ?? origin,
        Source = default, SourceHead = -1,
    };

    // A subhead or a headline often quotes what the article reports: the same words are the same speaker's.
    private AttributionDraft? Repeated(TokenRange inner)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = inner.First; i < inner.End; i++)
        {
            if (IsContentWord(i))
                wanted.Add(Lexicon.Fold(Tokens.Form(i)));
        }

        if (wanted.Count is 0 or > 25)
            return null;
        AttributionDraft? best = null;
        var bestShare = 0.65;
        var near = LastStartingAt(inner.First);
        for (var d = Math.Max(0, near - 30); d < Math.Min(_ordered.Count, near + 30); d++)
        {
            var words = WordsOf(_ordered[d]);
            var share = (double)wanted.Count(words.Contains) / wanted.Count;
            if (share > bestShare)
            {
                bestShare = share;
                best = _ordered[d];
            }
        }

        return best is not null && IsQuotedByAnother(best, wanted) ? null : best;
    }

    // « "Le cri était 'Partez !'", rapporte le journal »: words in marks of their own inside a quotation are not its speaker's.
    private bool IsQuotedByAnother(AttributionDraft draft, HashSet<string> wanted)
    {
        var left = LongestSearch;
        foreach (var range in draft.Content)
        {
            for (var i = range.First; i < range.End; i++)
            {
                if (left-- == 0)
                    return false;
                if (scene.Quotations.OpeningAt(i) is not (>= 0 and var q) || scene.Quotations[q].Depth == 0 || scene.ClaimedBy[q] is { } owner && owner != draft)
                    continue;
                var words = new HashSet<string>(StringComparer.Ordinal);
                for (var k = scene.Quotations[q].Inner.First; k < scene.Quotations[q].Inner.End; k++)
                {
                    if (IsContentWord(k))
                        words.Add(Lexicon.Fold(Tokens.Form(k)));
                }

                if (wanted.IsSubsetOf(words))
                    return true;
            }
        }

        return false;
    }

    // Read once, however many subheads ask; what a draft gains after that is added.
    private HashSet<string> WordsOf(AttributionDraft draft)
    {
        if (!_words.TryGetValue(draft, out var known))
            known = ([], 0);
        for (var c = known.Runs; c < draft.Content.Count; c++)
        {
            var range = draft.Content[c];
            for (var i = range.First; i < Math.Min(range.End, range.First + 400); i++)
            {
                if (IsContentWord(i))
                    known.Words.Add(Lexicon.Fold(Tokens.Form(i)));
            }
        }

        _words[draft] = (known.Words, draft.Content.Count);
        return known.Words;
    }

    private bool IsContentWord(int i) =>
        Tokens.IsWord(i) && Tokens.Span(i).Length > 1 && !Tokens.Is(i, WordClass.Determiner | WordClass.Preposition | WordClass.Complementiser | WordClass.Coordinator | WordClass.ObjectPronoun | WordClass.Auxiliary | WordClass.Negation);

    /// <summary>« Il aurait ensuite tenté de fuir. »: a sentence in the past conditional goes on with the report before it.</summary>
    private void ContinueInConditional()
    {
        for (var s = 1; s < scene.Sentences.Count; s++)
        {
            var sentence = scene.Sentences[s];
            if (Tokens.Has(sentence.First, TokenFlags.ParagraphBefore) || scene.Furniture[sentence.First] || !IsConditional(sentence))
                continue;
            var last = LastIn(scene.Sentences[s - 1]);
            if (last is null)
                continue;
            var content = scene.Trim(sentence);
            if (!content.IsEmpty)
                Add(Continue(last, [content], "indirect/conditional", 0.6));
        }
    }

    // The sentence's first finite verb is a conditional auxiliary, and nothing in it is attributed yet.
    private bool IsConditional(TokenRange sentence)
    {
        var verb = sentence.First;
        while (verb < sentence.End && !scene.IsFiniteVerb(verb))
        {
            if (scene.Quotations.Opens(verb))
                return false;
            verb++;
        }

        if (verb == sentence.End || scene.Quotations.Opens(verb) || Tokens.Is(verb - 1, WordClass.Relative) || !Tokens.Lexeme(verb).IsVerb(VerbMorph.Conditional) || !Tokens.Lexeme(verb).IsVerb(VerbMorph.Third))
            return false;
        foreach (var draft in Around(sentence.End))
        {
            if (draft.ContentExtent.End > sentence.First || draft.Cue.End > sentence.First)
                return false;
        }

        return true;
    }

    private AttributionDraft? LastIn(TokenRange sentence)
    {
        foreach (var draft in Around(sentence.End - 1))
        {
            if (draft.ContentExtent.First >= sentence.First && !IsNested(draft) && (draft.SourceHead >= 0 || draft.Continues is not null))
                return draft;
        }

        return null;
    }

    // Goes backwards through two lists in order, always to the draft that begins later; a few steps are enough.
    private struct Nearest(List<AttributionDraft> cues, int cue, List<AttributionDraft> added, int own)
    {
        private int _left = 8;

        public AttributionDraft Current { get; private set; } = null!;

        public readonly Nearest GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_left-- == 0 || (cue < 0 && own < 0))
                return false;
            var takeOwn = cue < 0 || (own >= 0 && added[own].ContentExtent.First >= cues[cue].ContentExtent.First);
            Current = takeOwn ? added[own--] : cues[cue--];
            return true;
        }
    }
}
