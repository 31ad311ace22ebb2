// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>For every token, the draft in whose content it stands most deeply, and the cues: what is said by whom, and what is said about saying it.</summary>
internal sealed class ContentOwners
{
    private readonly int[] _owner;
    private readonly bool[] _cues;

    public ContentOwners(int tokenCount, IReadOnlyList<AttributionDraft> drafts)
    {
        _owner = new int[tokenCount];
        _cues = new bool[tokenCount];
        Array.Fill(_owner, -1);
        // The longer content is painted first, so that a nested one stays visible in it; of equals, the first of the list.
        var order = new (int Shortness, int Draft)[drafts.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = (-Length(drafts[i]), i);
        Array.Sort(order);
        foreach (var (_, index) in order)
        {
            foreach (var run in drafts[index].Content)
                _owner.AsSpan(run.First, run.Count).Fill(index);
        }

        foreach (var draft in drafts)
        {
            if (!draft.Cue.IsEmpty)
                _cues.AsSpan(draft.Cue.First, draft.Cue.Count).Fill(true);
        }
    }

    /// <summary>The index of the innermost draft that has the token in its content, or -1 for the writer's own words.</summary>
    public int At(int token) => (uint)token < (uint)_owner.Length ? _owner[token] : -1;

    /// <summary>Whether the token is part of a cue.</summary>
    public bool IsCue(int token) => (uint)token < (uint)_cues.Length && _cues[token];

    /// <summary>Whether two tokens are words of the same teller.</summary>
    public bool Same(int one, int other) => At(one) == At(other);

    private static int Length(AttributionDraft draft)
    {
        var length = 0;
        foreach (var run in draft.Content)
            length += run.Count;
        return length;
    }
}
