// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
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
    private readonly Dictionary<string, int> _words = new(FoldedComparer.Instance);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordsInText;
    private readonly Dictionary<(int Node, int Word), int> _edges = [];
    private readonly List<(TKind Kind, int Value, bool IsEnd)> _nodes = [default];

    private PhraseTable() => _wordsInText = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a file of the language's folder.</summary>
    /// <exception cref="FormatException">A line makes no sense: a fault in the assembly's own data.</exception>
    public static PhraseTable<TKind> Read(Language language, string file)
    {
        var table = new PhraseTable<TKind>();
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
    public bool TryMatch(TokenList tokens, int index, int end, out PhraseMatch<TKind> match)
    {
        match = default;
        var node = 0;
        for (var i = index; i < end; i++)
        {
            if (!_wordsInText.TryGetValue(tokens.Form(i), out var word) || !_edges.TryGetValue((node, word), out node))
                break;
            if (_nodes[node].IsEnd)
                match = new PhraseMatch<TKind>(_nodes[node].Kind, _nodes[node].Value, i + 1 - index);
        }

        return match.Length > 0;
    }

    /// <summary>Whether a phrase of the kind begins at the token.</summary>
    public bool IsAt(TokenList tokens, int index, TKind kind) =>
        (uint)index < (uint)tokens.Count && TryMatch(tokens, index, tokens.Count, out var match) && match.Kind.Equals(kind);

    /// <summary>Whether a word by itself is listed as of the kind.</summary>
    public bool Has(ReadOnlySpan<char> word, TKind kind) =>
        _wordsInText.TryGetValue(word, out var id) && _edges.TryGetValue((0, id), out var node) && _nodes[node].IsEnd && _nodes[node].Kind.Equals(kind);

    /// <summary>The kind of a word by itself.</summary>
    public bool TryMatchWord(ReadOnlySpan<char> word, out TKind kind)
    {
        kind = default;
        if (!_wordsInText.TryGetValue(word, out var id) || !_edges.TryGetValue((0, id), out var node) || !_nodes[node].IsEnd)
            return false;
        kind = _nodes[node].Kind;
        return true;
    }

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
        var node = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var form = Lexicon.Fold(tokens.Form(i));
            if (!_words.TryGetValue(form, out var word))
                _words.Add(form, word = _words.Count);
            if (!_edges.TryGetValue((node, word), out var next))
            {
                _edges.Add((node, word), next = _nodes.Count);
                _nodes.Add(default);
            }

            node = next;
        }

        if (_nodes[node].IsEnd && !_nodes[node].Kind.Equals(kind))
            throw new FormatException($"« {tokens.Text} » is listed as {_nodes[node].Kind} and as {kind}.");
        _nodes[node] = (kind, value, true);
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
}

/// <summary>A phrase of a <see cref="PhraseTable{TKind}"/> as it was found.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The number given for it, or 0.</param>
/// <param name="Length">How many tokens it covers.</param>
internal readonly record struct PhraseMatch<TKind>(TKind Kind, int Value, int Length)
    where TKind : struct, Enum;
