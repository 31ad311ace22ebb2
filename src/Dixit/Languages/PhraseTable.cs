// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Runtime.CompilerServices;
using Dixit.Tokens;

namespace Dixit.Languages;

/// <summary>Words and phrases of a language's file, each of a kind, found in a text by the longest match. Immutable.</summary>
/// <remarks>
/// A line <c>[kind]</c> opens a section. Every other line holds phrases separated by semicolons, with a number for all of
/// them behind a bar: <c>mardi; mar. | 2</c>. A bracket in a phrase spells endings out: <c>grave[|s]</c>,
/// <c>honteu[x|se|ses]</c>. A phrase is cut into words as a text is, and known without the accents of its words' first letters too.
/// </remarks>
internal sealed class PhraseTable<TKind>
    where TKind : struct, Enum
{
    // The words of phrases that the lexicon has not, with numbers below zero; those that it has go by the numbers of their lexemes.
    private readonly Dictionary<string, int> _unlisted = new(FoldedComparer.Instance);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _unlistedInText;
    private readonly Dictionary<string, TKind> _single = new(FoldedComparer.Instance);
    private readonly Dictionary<string, TKind>.AlternateLookup<ReadOnlySpan<char>> _singleInText;
    private readonly Dictionary<string, TKind> _folded = new(StringComparer.Ordinal); // the same for words that are folded already, which is quicker
    private readonly Dictionary<long, int> _edges = [];
    private readonly Lexicon _lexicon;
    private readonly ulong _list;
    private Node[] _nodes = new Node[64];
    private int[] _first = []; // by the number of a lexeme: the node of the phrases that begin with it, or 0
    private int _count = 1;

    private PhraseTable(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _list = lexicon.NewList();
        _unlistedInText = _unlisted.GetAlternateLookup<ReadOnlySpan<char>>();
        _singleInText = _single.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a file of the language's folder.</summary>
    /// <exception cref="FormatException">A line makes no sense: a fault in the assembly's own data.</exception>
    public static PhraseTable<TKind> Read(Language language, string file)
    {
        var table = new PhraseTable<TKind>(language.Lexicon);
        var tokenizer = new Tokenizer(language.Lexicon);
        TKind? kind = null;
        foreach (var line in language.Lines(file))
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                kind = Enum.TryParse<TKind>(line[1..^1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var named)
                    ? named
                    : throw new FormatException($"{file}: there is no kind « {line} ».");
                continue;
            }

            var bar = line.IndexOf('|', line.LastIndexOf(']') + 1);
            var value = bar < 0 ? 0 : int.Parse(line.AsSpan(bar + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
            foreach (var pattern in (bar < 0 ? line : line[..bar]).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var phrase in Expand(pattern))
                    table.Add(tokenizer, phrase, kind ?? throw new FormatException($"{file}: « {line} » stands before any kind."), value);
            }
        }

        return table;
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="index">Where it must begin.</param>
    /// <param name="end">Where it must have ended.</param>
    /// <param name="match">What was found.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // asked of every token, and nearly always answered by its bits
    public bool TryMatch(TokenList tokens, int index, int end, out PhraseMatch<TKind> match)
    {
        if (index < end && tokens.MayOpen(index, _list))
            return TryMatchFrom(tokens, index, end, out match);
        match = default;
        return false;
    }

    private bool TryMatchFrom(TokenList tokens, int index, int end, out PhraseMatch<TKind> match)
    {
        match = default;
        if (FirstNode(tokens, index) is not (> 0 and var at))
            return false;
        for (var i = index + 1; ; i++)
        {
            ref readonly var node = ref _nodes[at];
            if (node.IsEnd)
                match = new PhraseMatch<TKind>(node.Kind, node.Value, i - index);
            if (!node.GoesOn || i >= end || WordAt(tokens, i) is not (not 0 and var word) || !_edges.TryGetValue(Edge(at, word), out at))
                return match.Length > 0;
        }
    }

    /// <summary>Whether a phrase of the kind begins at the token.</summary>
    public bool IsAt(TokenList tokens, int index, TKind kind) =>
        (uint)index < (uint)tokens.Count && TryMatch(tokens, index, tokens.Count, out var match) && IsSame(match.Kind, kind);

    /// <summary>Whether the token by itself is listed as of the kind.</summary>
    public bool Has(TokenList tokens, int index, TKind kind) =>
        tokens.MayOpen(index, _list) && FirstNode(tokens, index) is > 0 and var at && _nodes[at].IsEnd && IsSame(_nodes[at].Kind, kind);

    /// <summary>Whether a word by itself, such as the infinitive of one in the text, is listed as of the kind.</summary>
    public bool Has(string word, TKind kind) => TryMatchWord(word, out var found) && IsSame(found, kind);

    /// <inheritdoc cref="Has(string, TKind)"/>
    public bool Has(ReadOnlySpan<char> word, TKind kind) => TryMatchWord(word, out var found) && IsSame(found, kind);

    /// <summary>The kind of a word by itself; one that is given as a string has to be folded.</summary>
    public bool TryMatchWord(string word, out TKind kind) => _folded.TryGetValue(word, out kind);

    /// <inheritdoc cref="TryMatchWord(string, out TKind)"/>
    public bool TryMatchWord(ReadOnlySpan<char> word, out TKind kind) => _singleInText.TryGetValue(word, out kind);

    private int FirstNode(TokenList tokens, int index)
    {
        var word = WordAt(tokens, index);
        if (word > 0)
            return word < _first.Length ? _first[word] : 0;
        return word < 0 ? _edges.GetValueOrDefault(Edge(0, word)) : 0;
    }

    // 0 for a token that is in no phrase. A token may be longer than the lexeme it goes by: « J.-C. » goes by « J ».
    private int WordAt(TokenList tokens, int index)
    {
        var number = tokens.PhraseNumber(index);
        if (number >= 0)
            return number;
        return _unlistedInText.TryGetValue(tokens.Form(index), out var word) ? word : 0;
    }

    private static bool IsSame(TKind one, TKind other) => EqualityComparer<TKind>.Default.Equals(one, other); // Equals itself would box

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    private static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('[', StringComparison.Ordinal);
        var close = pattern.IndexOf(']', StringComparison.Ordinal);
        if (open < 0 || close < open)
        {
            yield return pattern;
            yield break;
        }

        foreach (var ending in pattern[(open + 1)..close].Split('|'))
        {
            foreach (var rest in Expand(pattern[(close + 1)..]))
                yield return pattern[..open] + ending + rest;
        }
    }

    private void Add(Tokenizer tokenizer, string phrase, TKind kind, int value)
    {
        Add(tokenizer.Tokenize(phrase), kind, value);
        var bare = WithoutInitialAccents(phrase);
        if (bare != phrase)
            Add(tokenizer.Tokenize(bare), kind, value);
    }

    private void Add(TokenList tokens, TKind kind, int value)
    {
        var at = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            _nodes[at].GoesOn = true;
            at = Follow(at, NumberOf(tokens, i));
        }

        ref var node = ref _nodes[at];
        if (node.IsEnd && !IsSame(node.Kind, kind))
            throw new FormatException($"« {tokens.Text} » is listed as {node.Kind} and as {kind}.");
        (node.Kind, node.Value, node.IsEnd) = (kind, value, true);
        if (tokens.Count == 1)
            _folded[Lexicon.Fold(tokens.Form(0))] = _single[Lexicon.Fold(tokens.Form(0))] = kind;
    }

    private int NumberOf(TokenList tokens, int index)
    {
        var lexeme = tokens.Lexeme(index);
        var listed = lexeme.Length == tokens.Length(index);
        if (index == 0)
            _lexicon.Open(_list, listed ? lexeme : null, tokens.Form(index));
        if (listed)
            return _lexicon.NumberOf(lexeme);
        var form = Lexicon.Fold(tokens.Form(index));
        if (!_unlisted.TryGetValue(form, out var word))
            _unlisted.Add(form, word = -1 - _unlisted.Count);
        return word;
    }

    private int Follow(int at, int word)
    {
        if (at == 0 && word > 0 && word >= _first.Length)
            Array.Resize(ref _first, Math.Max(word + 1, _first.Length * 2));
        var next = at == 0 && word > 0 ? _first[word] : _edges.GetValueOrDefault(Edge(at, word));
        if (next > 0)
            return next;
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, _count * 2);
        if (at == 0 && word > 0)
            _first[word] = _count;
        else
            _edges.Add(Edge(at, word), _count);
        return _count++;
    }

    // Capitals are often printed without their accent: « A l'issue », « Etat ».
    private static string WithoutInitialAccents(string phrase)
    {
        var letters = phrase.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i > 0 && (char.IsLetter(letters[i - 1]) || letters[i - 1] == '-'))
                continue;
            letters[i] = letters[i] switch
            {
                'à' or 'â' or 'À' => 'a',
                'é' or 'è' or 'ê' or 'É' => 'e',
                'î' => 'i',
                'ô' => 'o',
                _ => letters[i],
            };
        }

        return new string(letters);
    }

    private struct Node
    {
        public TKind Kind;
        public int Value;
        public bool IsEnd;
        public bool GoesOn; // longer phrases begin so
    }
}

/// <summary>A phrase of a <see cref="PhraseTable{TKind}"/> as it was found.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The number given for it, or 0.</param>
/// <param name="Length">How many tokens it covers.</param>
internal readonly record struct PhraseMatch<TKind>(TKind Kind, int Value, int Length)
    where TKind : struct, Enum;
