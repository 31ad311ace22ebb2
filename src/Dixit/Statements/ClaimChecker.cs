// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Statements;

/// <summary>Holds claimed quotations against the record. Immutable, so as safe for several threads as its source.</summary>
/// <remarks>
/// A claim is cut at sentence ends. Each sentence is looked for among what its speaker is on record with, and only if nothing there comes near,
/// among everything: word for word but for marked cuts, it is verbatim; with words changed that carry no meaning of their own,
/// reworded; with a negation, number, name, modal, quantifier or role changed, altered. The claim gets the verdict of its worst sentence.
/// </remarks>
public sealed class ClaimChecker(StatementReader reader)
{
    private const double LeastReworded = 0.5; // likeness from which other words say the same: a claim has no document to speak for it
    private const double LeastOfFew = 0.75; // where they share less than two words that say something: « la ministre tombera », « la ministre restera »
    private const float Telling = 1.5f;     // two words that say something, one of them by a synonym
    private const double Near = 0.3;        // likeness from which a conflict makes an alteration rather than another statement
    private const double NearOfClaim = 0.6; // share of the claim's own units that the record has, with which it is near too
    private const double Margin = 0.08;     // by which one candidate must be likelier than another to be preferred for it
    private const int NearestShown = 5;
    private const int MostNeighbours = 3;

    /// <summary>Checks a claim against a source.</summary>
    public ClaimCheck Check(Claim claim, IStatementSource source)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(source);
        var sentences = new List<SentenceCheck>();
        var verdict = ClaimVerdict.Verbatim;
        foreach (var span in reader.Sentences(claim.Text, claim.Language))
        {
            var sentence = CheckSentence(claim, span, source);
            sentences.Add(sentence);
            if (sentence.Verdict > verdict)
                verdict = sentence.Verdict;
        }

        return new ClaimCheck(sentences.Count == 0 ? ClaimVerdict.NotFound : verdict, sentences);
    }

    private SentenceCheck CheckSentence(Claim claim, TextSpan span, IStatementSource source)
    {
        var sentence = reader.Read(claim.Text[span.Start..span.End], claim.Language);
        if (claim.Speakers is null)
            return Judge(span, Weigh(sentence, source.ByText(sentence, claim.Date)), ofOther: false);

        var own = Weigh(sentence, claim.Speakers.SelectMany(speaker => source.BySpeaker(speaker, sentence, claim.Date)));
        var judged = Judge(span, own, ofOther: false);
        if (judged.Verdict != ClaimVerdict.NotFound)
            return judged;
        var others = source.ByText(sentence, claim.Date).Where(record => record.Speaker is null || !claim.Speakers.Contains(record.Speaker));
        var found = Judge(span, Weigh(sentence, others), ofOther: true);
        return found.Verdict == ClaimVerdict.NotFound
            ? found with { Nearest = [.. own.Concat(found.Nearest).OrderByDescending(near => near.Similarity).Take(NearestShown)] }
            : found with { Nearest = judged.Nearest };
    }

    // The verdict that the best of the candidates gives.
    private static SentenceCheck Judge(TextSpan span, List<ClaimEvidence> weighed, bool ofOther)
    {
        var best = weighed.FirstOrDefault();
        if (best is null || best.Verdict == ClaimVerdict.NotFound)
            return new SentenceCheck(span, ClaimVerdict.NotFound) { Nearest = [.. weighed.Take(NearestShown)] };
        var evidence = weighed
            .Where(other => other.Verdict == best.Verdict && (other.Record.Statement == best.Record.Statement || other.Verdict == ClaimVerdict.Verbatim))
            .OrderByDescending(other => other.Record.IsPrimary).ThenBy(other => other.Record.Content).ToList();
        return new SentenceCheck(span, ofOther ? ClaimVerdict.Misattributed : best.Verdict)
        {
            IsTruncated = best.Verdict == ClaimVerdict.Verbatim && evidence.TrueForAll(other => other.IsTruncated),
            IsAltered = ofOther && best.Verdict == ClaimVerdict.Altered,
            Evidence = evidence,
            Nearest = [.. weighed.Except(evidence).Take(NearestShown)],
        };
    }

    // Every candidate with the verdict it would give, the best first.
    private List<ClaimEvidence> Weigh(StatementText sentence, IEnumerable<RecordedContent> records)
    {
        var candidates = records.Distinct().ToList();
        var weighed = candidates.ConvertAll(record => Weigh(sentence, record, record.Content.Text));
        if (!weighed.Exists(evidence => evidence.Verdict == ClaimVerdict.Verbatim))
            weighed.AddRange(WeighNeighbours(sentence, candidates));
        weighed.Sort(Compare);
        return weighed;
    }

    // « … », a-t-elle dit, « … »: one sentence on record as two contents.
    private IEnumerable<ClaimEvidence> WeighNeighbours(StatementText sentence, List<RecordedContent> candidates)
    {
        foreach (var document in candidates.GroupBy(record => (record.Content.Document, record.Speaker)))
        {
            var inOrder = document.OrderBy(record => record.Content.Order).ThenBy(record => record.Content.Start).ToList();
            for (var first = 0; first < inOrder.Count; first++)
            {
                var text = inOrder[first].Content.Text.Text;
                for (var last = first + 1; last < Math.Min(inOrder.Count, first + MostNeighbours); last++)
                {
                    if (inOrder[last].Content.Order != inOrder[last - 1].Content.Order + 1)
                        break;
                    text += " " + inOrder[last].Content.Text.Text;
                    var joined = reader.Read(text, sentence.Language, inOrder[first].Content.Text.Kind);
                    var evidence = Weigh(sentence, inOrder[first], joined);
                    if (evidence.Verdict is ClaimVerdict.Verbatim or ClaimVerdict.Reworded)
                        yield return evidence;
                }
            }
        }
    }

    private static ClaimEvidence Weigh(StatementText sentence, RecordedContent record, StatementText wording)
    {
        if (LiteralMatch.Find(wording, sentence) is { } literal)
            return new ClaimEvidence(record, wording, ClaimVerdict.Verbatim, 1, WordDifference.OfPart(wording, sentence)) { IsTruncated = literal.LeavesMeaningOut };

        var comparison = StatementComparer.Compare(sentence, wording);
        var difference = WordDifference.OfPart(wording, sentence);
        var near = (comparison.AreOne && comparison.Similarity >= (Shared(sentence, wording) >= Telling ? LeastReworded : LeastOfFew)) || (comparison.Similarity >= Near && comparison.Conflicts != Meanings.None) || (comparison.Conflicts != Meanings.None && Covered(sentence, wording) >= NearOfClaim);
        var verdict = !near ? ClaimVerdict.NotFound
            : comparison.Conflicts != Meanings.None || difference.Meanings != Meanings.None ? ClaimVerdict.Altered
            : ClaimVerdict.Reworded;
        return new ClaimEvidence(record, wording, verdict, comparison.Similarity, difference);
    }

    // How much of what the claim says the record says too.
    private static double Covered(StatementText claim, StatementText wording) => claim.Weight > 0 ? Shared(claim, wording) / claim.Weight : 0;

    private static float Shared(StatementText claim, StatementText wording)
    {
        Span<int> ofClaim = stackalloc int[Math.Min(claim.Units.Length, UnitMatching.Longest)];
        Span<int> ofWording = stackalloc int[Math.Min(wording.Units.Length, UnitMatching.Longest)];
        var matching = new UnitMatching(claim.Units[..ofClaim.Length], wording.Units[..ofWording.Length], ofClaim, ofWording);
        return matching.SharedOfA;
    }

    // Word for word before anything else, what is found before what is not, then the likelier; where two are about as likely, the same before the altered.
    private static int Compare(ClaimEvidence x, ClaimEvidence y)
    {
        var order = Rank(x).CompareTo(Rank(y));
        if (order == 0)
            order = y.Record.IsPrimary.CompareTo(x.Record.IsPrimary);
        if (order == 0)
            order = y.Similarity.CompareTo(x.Similarity);
        return order != 0 ? order : x.Record.Content.CompareTo(y.Record.Content);
    }

    private static double Rank(ClaimEvidence evidence) => evidence.Verdict switch
    {
        ClaimVerdict.Verbatim => evidence.IsTruncated ? -9 : -10,
        ClaimVerdict.Reworded => -evidence.Similarity - Margin,
        ClaimVerdict.Altered => -evidence.Similarity,
        _ => 10 - evidence.Similarity,
    };
}
