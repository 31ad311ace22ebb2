// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Tells what a speaker does in saying it: the act for which most of what is seen speaks. Safe for threads.</summary>
internal sealed class ActClassifier
{
    private const int Acts = (int)SpeechAct.Ask + 1;

    private readonly ActFeatures _features;
    private readonly double[][] _weights; // by feature, then by act

    public ActClassifier(Language language)
    {
        _features = new ActFeatures(language);
        _weights = [.. Enum.GetValues<ActFeature>().Select(_ => new double[Acts])];
        foreach (var (feature, act, weight) in ActWeights.Table)
            _weights[(int)feature][(int)act] += weight;
    }

    /// <summary>The act of each draft, in the order of the drafts.</summary>
    public SpeechAct[] Classify(TokenList tokens, IReadOnlyList<AttributionDraft> drafts)
    {
        var parents = new HashSet<AttributionDraft>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts)
        {
            if (draft.Parent is { } parent)
                parents.Add(parent);
        }

        var acts = new SpeechAct[drafts.Count];
        for (var i = 0; i < acts.Length; i++)
            acts[i] = Best(_features.Read(tokens, drafts[i], parents.Contains(drafts[i])));
        return acts;
    }

    /// <summary>The features of one draft by name, for whoever asks why.</summary>
    public IReadOnlyList<ActFeature> Explain(TokenList tokens, AttributionDraft draft, bool holdsReport)
    {
        var found = new List<ActFeature>();
        for (var bits = _features.Read(tokens, draft, holdsReport); bits != 0; bits &= bits - 1)
            found.Add((ActFeature)BitOperations.TrailingZeroCount(bits));
        return found;
    }

    // At equal scores the act named first in the contract wins: an assertion claims least.
    private SpeechAct Best(ulong features)
    {
        Span<double> scores = stackalloc double[Acts];
        scores.Clear();
        scores[(int)SpeechAct.Assert] = ActWeights.Assertion;
        for (var bits = features; bits != 0; bits &= bits - 1)
        {
            var weights = _weights[BitOperations.TrailingZeroCount(bits)];
            for (var act = 0; act < Acts; act++)
                scores[act] += weights[act];
        }

        var best = 0;
        for (var act = 1; act < Acts; act++)
        {
            if (scores[act] > scores[best])
                best = act;
        }

        return (SpeechAct)best;
    }
}
