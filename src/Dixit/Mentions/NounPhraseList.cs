// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Mentions;

/// <summary>The noun phrases of a document in order, none overlapping another, with look-ups by token.</summary>
internal sealed class NounPhraseList
{
    // Each split moves what follows; no article needs many, and a hostile text shall not make them add up.
    private const int MostSplits = 500;

    private NounPhrase[] _phrases; // a list's own calls would not be inlined ahead of time, and no other is asked so often
    private int _splits;
    private readonly int[] _byToken; // index of the phrase a token lies in, or -1

    /// <param name="phrases">The phrases.</param>
    /// <param name="inner">Those inside others.</param>
    /// <param name="tokenCount">How many tokens the document has.</param>
    public NounPhraseList(List<NounPhrase> phrases, List<NounPhrase> inner, int tokenCount)
    {
        Inner = inner;
        _phrases = [.. phrases];
        _byToken = new int[tokenCount];
        Array.Fill(_byToken, -1);
        for (var i = 0; i < _phrases.Length; i++)
            _byToken.AsSpan(_phrases[i].First, _phrases[i].Range.Count).Fill(i);
    }

    /// <summary>The complements that name or describe somebody of their own (« le président » in « l'avocat du président »), by their first token.</summary>
    public List<NounPhrase> Inner { get; }

    public int Count => _phrases.Length;

    public NounPhrase this[int index] => _phrases[index];

    /// <summary>The index of the phrase that the token lies in, or -1.</summary>
    public int IndexAt(int token) => (uint)token < (uint)_byToken.Length ? _byToken[token] : -1;

    /// <summary>Leaves of a phrase only what begins at the token: what stood before it turned out to be something else.</summary>
    /// <param name="index">The phrase.</param>
    /// <param name="first">A token inside it.</param>
    /// <param name="head">The head of what is left.</param>
    /// <param name="kind">What that head is.</param>
    public void Cut(int index, int first, int head, PhraseKind kind)
    {
        var phrase = _phrases[index];
        _byToken.AsSpan(phrase.First, first - phrase.First).Fill(-1);
        var name = phrase.Name.First >= first ? phrase.Name : default;
        _phrases[index] = phrase with { Range = new Tokens.TokenRange(first, phrase.End), Head = head, Kind = kind, Name = name };
    }

    /// <summary>Parts a phrase before a person's name that does not belong to it; the name becomes a phrase of its own.</summary>
    public void Split(int index, int name)
    {
        if (++_splits > MostSplits)
            return;
        var phrase = _phrases[index];
        var end = phrase.End;
        var head = phrase.Head < name ? phrase.Head : phrase.First;
        _phrases[index] = phrase with { Range = new Tokens.TokenRange(phrase.First, name), Head = head, Name = phrase.Name.First < name ? new Tokens.TokenRange(phrase.Name.First, name) : default };
        var split = new NounPhrase[_phrases.Length + 1];
        _phrases.AsSpan(0, index + 1).CopyTo(split);
        _phrases.AsSpan(index + 1).CopyTo(split.AsSpan(index + 2));
        _phrases = split;
        _phrases[index + 1] = new NounPhrase(new Tokens.TokenRange(name, end), end - 1, PhraseKind.PersonName, Gender.Unknown, false, new Tokens.TokenRange(name, end));
        for (var i = name; i < _byToken.Length; i++)
        {
            if (_byToken[i] >= index)
                _byToken[i]++;
        }
    }

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
