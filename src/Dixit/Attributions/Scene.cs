// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>What the earlier stages found in a document, and what the rules of attribution have made of it so far.</summary>
internal sealed class Scene
{
    private const int MostInSentence = 40;
    private readonly int[] _groupAt;
    private readonly bool[] _cues;
    private readonly bool[] _finite;

    public Scene(Language language, TokenList tokens, QuotationList quotations, SentenceList sentences, NounPhraseList phrases, List<VerbGroup> groups, bool[] furniture, BlockList blocks)
    {
        Language = language;
        Tokens = tokens;
        Quotations = quotations;
        Sentences = sentences;
        Phrases = phrases;
        Groups = groups;
        Furniture = furniture;
        Blocks = blocks;
        ClaimedBy = new AttributionDraft?[quotations.Count];
        _cues = new bool[tokens.Count];
        _finite = new bool[tokens.Count];
        for (var i = 0; i < _finite.Length; i++)
            _finite[i] = LooksFinite(i);
        _groupAt = new int[tokens.Count];
        Array.Fill(_groupAt, -1);
        for (var g = 0; g < groups.Count; g++)
            _groupAt.AsSpan(groups[g].First, groups[g].Range.Count).Fill(g);
    }

    public Language Language { get; }

    public TokenList Tokens { get; }

    public QuotationList Quotations { get; }

    public SentenceList Sentences { get; }

    public NounPhraseList Phrases { get; }

    public List<VerbGroup> Groups { get; }

    /// <summary>Which tokens belong to the site rather than to the article.</summary>
    public bool[] Furniture { get; }

    /// <summary>What the page sets apart.</summary>
    public BlockList Blocks { get; }

    public List<AttributionDraft> Drafts { get; } = [];

    /// <summary>By quotation: the draft that reports it, or null.</summary>
    public AttributionDraft?[] ClaimedBy { get; }

    /// <summary>The drafts of the sentence that is being read: the last ones, as sentences are read in order. Good until the next one is kept.</summary>
    public ReadOnlySpan<AttributionDraft> DraftsSince(int start)
    {
        var first = Drafts.Count;
        while (first > 0 && first > Drafts.Count - MostInSentence && Math.Max(Drafts[first - 1].Cue.First, Drafts[first - 1].Content[^1].End - 1) >= start)
            first--;
        return CollectionsMarshal.AsSpan(Drafts)[first..];
    }

    /// <summary>The number of cues that the paragraph holds.</summary>
    public int DraftsIn(TokenRange paragraph)
    {
        var cues = 0;
        for (var i = paragraph.First; i < paragraph.End; i++)
            cues += _cues[i] ? 1 : 0;
        return cues;
    }

    /// <summary>Whether the token is part of a cue already.</summary>
    public bool IsCue(int token) => _cues[token];

    /// <summary>The verb group that the token lies in, or null.</summary>
    public VerbGroup? GroupAt(int token) => (uint)token < (uint)_groupAt.Length && _groupAt[token] >= 0 ? Groups[_groupAt[token]] : null;

    /// <summary>The verb group that begins at the token, or null.</summary>
    public VerbGroup? GroupStartingAt(int token) => GroupAt(token) is { } group && group.First == token ? group : null;

    /// <summary>The end of the sentence's words: before its final marks, and within the quotation the token stands in.</summary>
    public int SentenceLimit(int token)
    {
        var end = Sentences.At(token).End;
        var inside = Quotations.InnermostAt(token);
        if (inside >= 0)
            end = Math.Min(end, Quotations[inside].Inner.End);
        return end;
    }

    /// <summary>The start of the sentence, within the quotation that the token stands in.</summary>
    public int SentenceStart(int token)
    {
        var start = Sentences.At(token).First;
        var inside = Quotations.InnermostAt(token);
        return inside >= 0 ? Math.Max(start, Quotations[inside].Inner.First) : start;
    }

    /// <summary>Whether the token is a finite verb, an auxiliary included, by its form and its company.</summary>
    public bool IsFiniteVerb(int token) => (uint)token < (uint)_finite.Length && _finite[token];

    private bool LooksFinite(int token) =>
        Tokens.Is(token, WordClass.Verb) && Tokens.Lexeme(token) is { Verb: not null } lexeme && lexeme.IsVerb(VerbMorph.Finite) && Phrases.IndexAt(token) < 0 && Tokens.IsKind(token, TokenKind.Word)
        && !(lexeme.IsVerb(VerbMorph.PastParticiple) && (Tokens.Is(token - 1, WordClass.Auxiliary) || !lexeme.IsVerb(VerbMorph.Third) || Tokens.Is(token + 1, WordClass.Of) || Tokens.Is(token + 1, GrammarWord.By)))
        && !FollowsPreposition(token, lexeme)
        && !(Tokens.Is(token, WordClass.Preposition | WordClass.Determiner) && !Tokens.Is(token, WordClass.Auxiliary));

    // « de divorce », « en place »: a noun, whatever verb it looks like.
    private bool FollowsPreposition(int token, Lexeme lexeme) =>
        Tokens.Is(token - 1, WordClass.Preposition | WordClass.Of | WordClass.To) && !Tokens.Is(token, WordClass.Auxiliary)
        && (!Tokens.Is(token - 1, WordClass.ObjectPronoun) || lexeme.Is(WordClass.Noun)) && !Tokens.Has(token, TokenFlags.ParagraphBefore);

    /// <summary>Whether the range holds a finite verb outside inner quotations.</summary>
    public bool HasFiniteVerb(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (IsFiniteVerb(i))
                return true;
        }

        return false;
    }

    /// <summary>The number of words, marks not counted.</summary>
    public int CountWords(TokenRange range)
    {
        var words = 0;
        for (var i = range.First; i < range.End; i++)
        {
            if (Tokens.IsWord(i))
                words++;
        }

        return words;
    }

    /// <summary>The range without the marks at its ends that do not belong to it.</summary>
    /// <remarks>A quote mark whose pair lies in the range stays, unless the two enclose all of it.</remarks>
    public TokenRange Trim(TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (first < end)
        {
            if (Tokens.Kind(first) is TokenKind.Comma or TokenKind.Colon or TokenKind.Semicolon or TokenKind.Dash or TokenKind.SentenceEnd or TokenKind.Symbol or TokenKind.CloseBracket
                || (Tokens.IsKind(first, TokenKind.QuoteMark) && !PairsInside(first, first, end - 1)))
            {
                first++;
                continue;
            }

            var last = end - 1;
            if (last > first && (Tokens.Kind(last) is TokenKind.Comma or TokenKind.Colon or TokenKind.Semicolon or TokenKind.Dash or TokenKind.OpenBracket
                || (Tokens.IsKind(last, TokenKind.Symbol) && Quotations.InnermostAt(last) < 0)))
                end--;
            else if (last > first && Tokens.IsKind(last, TokenKind.SentenceEnd) && Quotations.InnermostAt(last) < 0)
                end--;
            else if (last > first && Tokens.IsKind(last, TokenKind.QuoteMark) && !PairsInside(last, first + 1, end))
                end--;
            else
                break;
        }

        return new TokenRange(first, end);
    }

    // Whether a mark's quotation has its other mark in [first, end).
    private bool PairsInside(int mark, int first, int end)
    {
        if (Quotations.OpeningAt(mark) is >= 0 and var opened)
            return Quotations[opened].Close >= first && Quotations[opened].Close < end;
        if (Quotations.ClosingAt(mark) is >= 0 and var closed)
            return Quotations[closed].Open >= first && Quotations[closed].Open < end;
        return false;
    }

    /// <summary>Keeps a draft and marks the quotations that lie wholly in its content as reported by it.</summary>
    public AttributionDraft Add(AttributionDraft draft)
    {
        Drafts.Add(draft);
        if (draft.Cue.Count > 0)
            _cues.AsSpan(draft.Cue.First, draft.Cue.Count).Fill(true);
        foreach (var range in draft.Content)
            Claim(range, draft);
        return draft;
    }

    /// <summary>Marks the quotations in the range as reported by the draft.</summary>
    public void Claim(TokenRange range, AttributionDraft draft)
    {
        for (var i = Math.Max(0, range.First - 1); i < range.End; i++)
        {
            var q = Quotations.Opens(i) ? Quotations.OpeningAt(i) : i == range.First ? Quotations.InnermostAt(i) : -1;
            for (; q >= 0; q = Quotations[q].Parent)
            {
                if (Quotations[q].Inner.First >= range.First && Quotations[q].Inner.End <= range.End + 1)
                    ClaimedBy[q] ??= draft;
                else if (Quotations[q].Inner.Contains(range.First) && Quotations[q].Depth == 0 && range.Count * 2 >= Quotations[q].Inner.Count)
                    ClaimedBy[q] ??= draft;
            }
        }
    }
}
