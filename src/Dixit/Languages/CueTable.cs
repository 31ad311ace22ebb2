// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;

namespace Dixit.Languages;

/// <summary>The cue verbs and phrases with the act of each, by construction where that matters. Immutable once read.</summary>
internal sealed class CueTable
{
    private readonly Dictionary<string, (CueFrames Frame, SpeechAct Act)[]> _actsByFrame = new(StringComparer.Ordinal);

    /// <param name="cues">The lines of <c>Cues.txt</c>.</param>
    /// <param name="phrases">The lines of <c>CuePhrases.txt</c>.</param>
    public CueTable(IEnumerable<string> cues, IEnumerable<string> phrases)
    {
        Verbs = [.. cues.Select(ReadVerb)];
        Phrases = [.. phrases.Select(ReadVerb).Select(verb => CuePhrase.Read(verb.Lemma, verb))];
    }

    /// <summary>The cues of one word, in the order of their file.</summary>
    public IReadOnlyList<VerbEntry> Verbs { get; }

    /// <summary>The cues of several words and the plain reflexives, in the order of their file.</summary>
    public IReadOnlyList<CuePhrase> Phrases { get; }

    /// <summary>What a speaker does by a cue in one of its constructions: « demande si » asks, « demande de » demands.</summary>
    public SpeechAct ActOf(VerbEntry verb, CueFrames frame)
    {
        if (_actsByFrame.TryGetValue(verb.Lemma, out var acts))
        {
            foreach (var (ofFrame, act) in acts)
            {
                if (ofFrame == frame)
                    return act;
            }
        }

        return verb.Act;
    }

    private VerbEntry ReadVerb(string line)
    {
        var columns = CueLine.Columns(line, 3);
        var acts = columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (acts.Length > 1)
            _actsByFrame.Add(columns[0], Array.ConvertAll(acts[1..], ReadAct));
        return new VerbEntry(columns[0], CueLine.Frames(columns[1]), CueLine.Act(acts[0]));
    }

    private static (CueFrames Frame, SpeechAct Act) ReadAct(string pair)
    {
        var parts = pair.Split('=');
        return (CueLine.Frames(parts[0]), CueLine.Act(parts.ElementAtOrDefault(1) ?? ""));
    }
}
