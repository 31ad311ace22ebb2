// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Tokens;

/// <summary>The sentences of a document in order. They tile its tokens, and none crosses a paragraph's end.</summary>
internal sealed class SentenceList
{
    private readonly TokenRange[] _sentences;
    private readonly int[] _byToken;

    public SentenceList(IReadOnlyList<TokenRange> sentences, int tokenCount)
    {
        _sentences = [.. sentences];
        _byToken = new int[tokenCount];
        for (var i = 0; i < _sentences.Length; i++)
            _byToken.AsSpan(_sentences[i].First, _sentences[i].Count).Fill(i);
    }

    public int Count => _sentences.Length;

    public TokenRange this[int index] => _sentences[index];

    /// <summary>The index of the sentence of a token; outside the document that of the nearest, 0 in an empty one.</summary>
    public int IndexAt(int token) => _byToken.Length == 0 ? 0 : _byToken[Math.Clamp(token, 0, _byToken.Length - 1)];

    /// <summary>The sentence of a token, as <see cref="IndexAt"/>; empty in an empty document.</summary>
    public TokenRange At(int token) => _sentences.Length == 0 ? default : _sentences[IndexAt(token)];
}
