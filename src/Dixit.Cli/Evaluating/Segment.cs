// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Cli.Evaluating;

/// <summary>One contiguous run of reported words: what figures compare.</summary>
/// <param name="Words">The words; never none.</param>
/// <param name="Attribution">Whose content it is.</param>
/// <param name="Cue">The words of the cue; none where there is no cue.</param>
/// <param name="Source">The words of the source; none where there is no source.</param>
internal sealed record Segment(WordRange Words, ScoredAttribution Attribution, WordRange Cue, WordRange Source)
{
    public bool IsOptional => Attribution.IsOptional;

    public IReadOnlyList<string> Names => Attribution.Names;

    /// <summary>The runs of a document: spans of one attribution with no word between them are one, so cutting a content into its sentences changes nothing.</summary>
    public static List<Segment> Of(ScoredDocument document, List<TextSpan> words)
    {
        var segments = new List<Segment>();
        foreach (var attribution in document.Attributions)
        {
            var cue = attribution.Cue is { } cueSpan ? WordRange.Covered(words, cueSpan) : default;
            var source = attribution.Source is { } sourceSpan ? WordRange.Covered(words, sourceSpan) : default;
            foreach (var span in Joined(attribution.Content, words))
            {
                var covered = WordRange.Covered(words, span);
                if (!covered.IsEmpty)
                    segments.Add(new Segment(covered, attribution, cue, source));
            }
        }

        return segments;
    }

    private static List<TextSpan> Joined(IReadOnlyList<TextSpan> spans, List<TextSpan> words)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (joined.Count > 0 && !words.Exists(word => word.Start >= joined[^1].End && word.End <= span.Start))
                joined[^1] = new TextSpan(joined[^1].Start, Math.Max(span.End, joined[^1].End));
            else
                joined.Add(span);
        }

        return joined;
    }
}
