// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Mentions;

/// <summary>The noun phrases of a document in order, none overlapping another, with look-ups by token.</summary>
internal sealed class NounPhraseList
{
    private readonly NounPhrase[] _phrases;
    private readonly int[] _byToken; // index of the phrase a token lies in, or -1

    public NounPhraseList(IReadOnlyList<NounPhrase> phrases, int tokenCount)
        : this(phrases, [], tokenCount)
    {
    }

    public NounPhraseList(IReadOnlyList<NounPhrase> phrases, IReadOnlyList<NounPhrase> inner, int tokenCount)
    {
        Inner = inner;
        _phrases = [.. phrases];
        _byToken = new int[tokenCount];
        Array.Fill(_byToken, -1);
        for (var i = 0; i < _phrases.Length; i++)
            _byToken.AsSpan(_phrases[i].First, _phrases[i].Range.Count).Fill(i);
    }

    /// <summary>The complements that name or describe somebody of their own (« le président » in « l'avocat du président »), by their first token.</summary>
    public IReadOnlyList<NounPhrase> Inner { get; }

    public int Count => _phrases.Length;

    public NounPhrase this[int index] => _phrases[index];

    /// <summary>The index of the phrase that the token lies in, or -1.</summary>
    public int IndexAt(int token) => (uint)token < (uint)_byToken.Length ? _byToken[token] : -1;

    /// <summary>The phrase that begins at the token, if one does.</summary>
    public bool TryStartingAt(int token, out NounPhrase phrase)
    {
        var index = IndexAt(token);
        phrase = index >= 0 ? _phrases[index] : default;
        return index >= 0 && phrase.First == token;
    }

    /// <summary>The phrase that ends just before the token, if one does.</summary>
    public bool TryEndingAt(int token, out NounPhrase phrase)
    {
        var index = IndexAt(token - 1);
        phrase = index >= 0 ? _phrases[index] : default;
        return index >= 0 && phrase.End == token;
    }
}
