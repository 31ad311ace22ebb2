// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Dixit.Documents;
using Dixit.Languages;

namespace Dixit.Tokens;

/// <summary>The tokens of one document with what the lexicon says of each, and its paragraphs.</summary>
/// <remarks>
/// Immutable once made. The small questions are inlined by order: the stages ask them a hundred times a token, and a short run ends before the
/// runtime has learnt so. Indices outside the list are answered as a missing token, so that stages may look one further.
/// </remarks>
internal sealed class TokenList
{
    private readonly Lexicon _lexicon;
    private readonly Token[] _tokens;
    private readonly Lexeme[] _lexemes;
    private readonly TokenFlags[] _flags;
    private WordClass[]? _classes; // the stages ask for little else so often: side by side they are quicker to read than through the lexemes
    private ulong[]? _opens; // the same for the lists of phrases, each of which asks it of every token

    public TokenList(string text, Lexicon lexicon, Token[] tokens, Lexeme[] lexemes, TokenFlags[] flags, int count)
    {
        Text = text;
        _lexicon = lexicon;
        _tokens = tokens;
        _lexemes = lexemes;
        _flags = flags;
        Count = count;
        Paragraphs = FindParagraphs();
    }

    /// <summary>The text of the document.</summary>
    public string Text { get; }

    public int Count { get; }

    /// <summary>The paragraphs in order; they tile the list.</summary>
    public IReadOnlyList<TokenRange> Paragraphs { get; }

    public Token this[int index] => _tokens[index];

    public TextSpan Span(int index) => _tokens[index].Span;

    /// <summary>From the start of the first token to the end of the last; the range must not be empty.</summary>
    public TextSpan Span(TokenRange range) => new(_tokens[range.First].Span.Start, _tokens[range.End - 1].Span.End);

    public TextSpan Span(int first, int end) => Span(new TokenRange(first, end));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> Form(int index) => Text.AsSpan(_tokens[index].Span.Start, _tokens[index].Span.Length);

    /// <summary>The length in UTF-16 units, or 0 outside the list.</summary>
    public int Length(int index) => (uint)index < (uint)Count ? _tokens[index].Span.Length : 0;

    /// <summary>The kind, or <see cref="TokenKind.Symbol"/> outside the list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TokenKind Kind(int index) => (uint)index < (uint)Count ? _tokens[index].Kind : TokenKind.Symbol;

    /// <summary>The lexeme, or the unknown one outside the list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lexeme Lexeme(int index) => (uint)index < (uint)Count ? _lexemes[index] : Languages.Lexeme.Unknown;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TokenFlags Flags(int index) => (uint)index < (uint)Count ? _flags[index] : TokenFlags.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(int index, WordClass any)
    {
        var classes = _classes ??= GatherClasses();
        return (uint)index < (uint)classes.Length && (classes[index] & any) != 0;
    }

    /// <summary>Whether the word plays the part in the rules of its language.</summary>
    public bool Is(int index, GrammarWord any) => Lexeme(index).Is(any);

    public bool Has(int index, TokenFlags any) => (Flags(index) & any) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsKind(int index, TokenKind kind) => (uint)index < (uint)Count && _tokens[index].Kind == kind;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWord(int index) => (uint)index < (uint)Count && _tokens[index].Kind is TokenKind.Word or TokenKind.Number;

    public bool IsCapitalised(int index) => Has(index, TokenFlags.Capitalised);

    /// <summary>Whether the folded form of the token is the one given (lower case, straight apostrophe).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // nearly every answer is told by the length
    public bool IsForm(int index, ReadOnlySpan<char> folded) =>
        (uint)index < (uint)Count && _tokens[index].Span.Length == folded.Length && IsSameForm(index, folded);

    /// <summary>The number by which lists of phrases know the token (<see cref="Lexeme.Number"/>), 0 outside the list; -1 where its letters have to be looked at, since
    /// it has no lexeme or is longer than the lexeme that it goes by.</summary>
    public int PhraseNumber(int index)
    {
        if ((uint)index >= (uint)Count)
            return 0;
        var lexeme = _lexemes[index];
        return lexeme.Length == _tokens[index].Span.Length ? lexeme.Number : -1;
    }

    /// <summary>Whether a phrase of the list whose bit is given may begin at the token; where not, none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayOpen(int index, ulong list)
    {
        var opens = _opens ??= GatherOpens();
        return (uint)index < (uint)opens.Length && (opens[index] & list) != 0;
    }

    /// <summary>The first character of the token, or NUL outside the list.</summary>
    public char FirstChar(int index) => (uint)index < (uint)Count ? Text[_tokens[index].Span.Start] : '\0';

    /// <summary>The index of the first token that starts at or after the offset; <see cref="Count"/> if none does.</summary>
    public int IndexAtOrAfter(int offset)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Span.Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private bool IsSameForm(int index, ReadOnlySpan<char> folded)
    {
        var form = Form(index);
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] != folded[i] && Lexicon.Fold(form[i]) != folded[i])
                return false;
        }

        return true;
    }

    private ulong[] GatherOpens()
    {
        var opens = new ulong[Count];
        for (var i = 0; i < opens.Length; i++)
        {
            var lexeme = _lexemes[i];
            opens[i] = lexeme.Length == _tokens[i].Span.Length ? lexeme.Opens : _lexicon.UnlistedOpens(Form(i));
        }

        return opens;
    }

    private WordClass[] GatherClasses()
    {
        var classes = new WordClass[Count];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = _lexemes[i].Classes;
        return classes;
    }

    private List<TokenRange> FindParagraphs()
    {
        var paragraphs = new List<TokenRange>();
        var first = 0;
        for (var i = 1; i < Count; i++)
        {
            if ((_flags[i] & TokenFlags.ParagraphBefore) == 0)
                continue;
            paragraphs.Add(new TokenRange(first, i));
            first = i;
        }

        if (Count > 0)
            paragraphs.Add(new TokenRange(first, Count));
        return paragraphs;
    }
}
