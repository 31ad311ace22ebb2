// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Terminals;
using Dixit.Documents;

namespace Dixit.Cli.Evaluating;

/// <summary>Compares predictions with gold, document by document.</summary>
/// <param name="withSpeakers">Whether gold says who the speakers are; without, who said what goes by the words of the source.</param>
internal sealed class Evaluation(bool withSpeakers)
{
    private const int LongestSnippet = 110;

    /// <summary>The figures of all documents so far.</summary>
    public Figures Figures { get; } = new();

    /// <summary>Counts a document.</summary>
    public void Add(ScoredDocument gold, ScoredDocument predicted)
    {
        Figures.Documents++;
        var words = TextWords.Find(gold.Text);
        var asked = Segment.Of(gold, words);
        // The same words reported twice by the prediction are one segment.
        var found = Segment.Of(predicted, words).DistinctBy(segment => (segment.Words, segment.Names.Count > 0 ? segment.Names[0] : null)).ToList();
        foreach (var (threshold, tally) in Figures.Thresholds.Select(threshold => double.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture)).Zip(Figures.Detection))
            Count(tally, asked, found, SegmentMatching.Match(asked, found, threshold), []);
        var pairs = SegmentMatching.Match(asked, found, 0.5);
        var text = new Snippets(gold.Text, words);
        foreach (var (g, p) in pairs)
        {
            if (!asked[g].IsOptional)
                CountDetails(gold.Id, asked[g], found[p], text);
        }

        CountWho(asked, found, pairs);
        CountByType(gold.Id, asked, [.. pairs.Select(pair => pair.Gold)], text);
        TellSpurious(gold.Id, asked, found, [.. pairs.Select(pair => pair.Predicted)], text);
        CountWords(asked, found, words.Count);
    }

    private void CountDetails(string document, Segment gold, Segment predicted, Snippets text)
    {
        if (!gold.Source.IsEmpty)
            Figures["source"].Count(predicted.Source.Shared(gold.Source) > 0);
        if (!gold.Cue.IsEmpty)
            Figures["cue"].Count(predicted.Cue.Shared(gold.Cue) > 0);
        Figures["type"].Count(predicted.Attribution.Type == gold.Attribution.Type);
        if (!string.IsNullOrEmpty(gold.Attribution.Act))
            Figures["act"].Count(predicted.Attribution.Act == gold.Attribution.Act);
        if (gold.Attribution.Via.Count > 0)
            Figures["via"].Count(gold.Attribution.Via.Any(name => predicted.Attribution.Via.Any(other => SpeakerAgreement.Agrees([name], [other]))));
        if (!withSpeakers)
            return;
        var isRight = SpeakerAgreement.Agrees(gold.Names, predicted.Names);
        Figures["speaker"].Count(isRight);
        Figures["wrong"].Count(!isRight && predicted.Names.Count > 0);
        if (!isRight)
            Figures.Errors.Add(new ScoredError(document, "speaker", $"gold {FirstName(gold)}, got {FirstName(predicted)}: {text.Of(gold)}"));
    }

    // Words found whose speaker is left unknown are missed; a wrong speaker is an error twice, missed and spurious.
    private void CountWho(List<Segment> gold, List<Segment> predicted, List<(int Gold, int Predicted)> pairs)
    {
        var right = SegmentMatching.Match(gold, predicted, 0.5, withSpeakers ? (g, p) => SpeakerAgreement.Agrees(g.Names, p.Names) : SourcesAgree);
        var rightlyFound = right.Select(pair => pair.Predicted).ToHashSet();
        var unknown = pairs.Select(pair => pair.Predicted).Where(p => (withSpeakers ? predicted[p].Names.Count == 0 : predicted[p].Source.IsEmpty) && !rightlyFound.Contains(p)).ToHashSet();
        Count(Figures.WhoSaidWhat, gold, predicted, right, unknown);
    }

    private static bool SourcesAgree(Segment gold, Segment predicted) =>
        gold.Source.IsEmpty ? predicted.Source.IsEmpty : gold.Source.Shared(predicted.Source) > 0;

    private static void Count(Tally tally, List<Segment> gold, List<Segment> predicted, List<(int Gold, int Predicted)> pairs, HashSet<int> silent)
    {
        var matched = pairs.Select(pair => pair.Predicted).ToHashSet();
        var right = pairs.Count(pair => !gold[pair.Gold].IsOptional);
        tally.Right += right;
        tally.Missed += gold.Count(segment => !segment.IsOptional) - right;
        tally.Spurious += predicted.Where((segment, index) => !matched.Contains(index) && !silent.Contains(index) && !LiesInOptional(segment, gold)).Count();
    }

    // Half of its words or more are neither asked for nor held against a prediction.
    private static bool LiesInOptional(Segment predicted, List<Segment> gold)
    {
        var covered = Enumerable.Range(predicted.Words.First, predicted.Words.Count).Count(word => gold.Exists(segment => segment.IsOptional && word >= segment.Words.First && word < segment.Words.End));
        return covered * 2 >= predicted.Words.Count;
    }

    private void CountByType(string document, List<Segment> gold, HashSet<int> matched, Snippets text)
    {
        for (var i = 0; i < gold.Count; i++)
        {
            if (gold[i].IsOptional)
                continue;
            var type = gold[i].Attribution.Type ?? "None";
            if (!Figures.RecallByType.TryGetValue(type, out var recall))
                Figures.RecallByType.Add(type, recall = new RightOf());
            recall.Count(matched.Contains(i));
            if (!matched.Contains(i))
                Figures.Errors.Add(new ScoredError(document, "missed", $"{type}, {FirstName(gold[i])}: {text.Of(gold[i])}"));
        }
    }

    private void TellSpurious(string document, List<Segment> gold, List<Segment> predicted, HashSet<int> matched, Snippets text)
    {
        for (var i = 0; i < predicted.Count; i++)
        {
            if (!matched.Contains(i) && !LiesInOptional(predicted[i], gold))
                Figures.Errors.Add(new ScoredError(document, "spurious", $"{predicted[i].Attribution.Type ?? "None"}, {FirstName(predicted[i])}: {text.Of(predicted[i])}"));
        }
    }

    private void CountWords(List<Segment> gold, List<Segment> predicted, int count)
    {
        var asked = Covered(gold.Where(segment => !segment.IsOptional), count);
        var optional = Covered(gold.Where(segment => segment.IsOptional), count);
        var found = Covered(predicted, count);
        for (var word = 0; word < count; word++)
        {
            if (asked[word] && found[word])
                Figures.Words.Right++;
            else if (asked[word])
                Figures.Words.Missed++;
            else if (found[word] && !optional[word])
                Figures.Words.Spurious++;
        }
    }

    private static bool[] Covered(IEnumerable<Segment> segments, int count)
    {
        var covered = new bool[count];
        foreach (var segment in segments)
            covered.AsSpan(segment.Words.First, segment.Words.Count).Fill(true);
        return covered;
    }

    private static string FirstName(Segment segment) => segment.Names.Count > 0 ? segment.Names[0] : "?";

    private sealed class Snippets(string text, List<TextSpan> words)
    {
        public string Of(Segment segment)
        {
            var body = VisibleText.OneLine(text.AsSpan(words[segment.Words.First].Start..words[segment.Words.End - 1].End));
            return body.Length <= LongestSnippet ? body : $"{body[..(LongestSnippet / 2)]} … {body[^(LongestSnippet / 2)..]}";
        }
    }
}
