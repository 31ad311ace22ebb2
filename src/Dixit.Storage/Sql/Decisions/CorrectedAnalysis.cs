// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>Applies what people decided about a document to what an engine found in it.</summary>
internal static class CorrectedAnalysis
{
    /// <summary>The rule of a speaker whom a person named.</summary>
    public const string SpeakerRule = "correction";

    // Less could stand anywhere.
    private const int ShortestMoved = 12;

    // An engine that draws the bounds of a content a little otherwise still means the same.
    private const double LeastShared = 0.5;

    /// <summary>The findings as corrected; the ones given where no correction has a place in them.</summary>
    public static Analysis Apply(Analysis analysis, byte[] hash, IEnumerable<CorrectionRow> corrections)
    {
        var attributions = analysis.Attributions.ToList();
        var speakers = analysis.Speakers.ToList();
        var isChanged = false;
        foreach (var correction in corrections)
        {
            if (Locate(correction, analysis.Document.Text, hash) is not { } shift)
                continue;
            isChanged |= correction.Kind switch
            {
                CorrectionRows.Reject => Reject(attributions, correction.Body, shift),
                CorrectionRows.Speaker => GiveTo(attributions, speakers, correction.Body, shift),
                CorrectionRows.Span => Move(attributions, analysis.QuotedSpans, correction.Body, shift),
                _ => false,
            };
        }

        return isChanged ? analysis.With([.. attributions.OrderBy(attribution => attribution.Content[0].Start).ThenBy(attribution => attribution.Id)], speakers) : analysis;
    }

    /// <summary>By how much the place of a correction moved in a text; null where it has none there.</summary>
    public static int? Locate(CorrectionRow correction, string text, byte[] hash)
    {
        if (correction.Hash is not null && hash.AsSpan().SequenceEqual(correction.Hash))
            return 0;
        if (correction.Body is not { Words: { Length: >= ShortestMoved } words, Attribution: { } attribution })
            return null;
        var place = text.IndexOf(words, StringComparison.Ordinal);
        return place >= 0 && text.IndexOf(words, place + 1, StringComparison.Ordinal) < 0 ? place - attribution.Content[0].Start : null;
    }

    /// <summary>The attribution that stands where a correction says, or null.</summary>
    public static Attribution? Find(IReadOnlyList<Attribution> attributions, AttributionRow place, int shift)
    {
        var content = place.Spans(shift);
        var cue = place.Cue?.Shift(shift);
        return attributions
            .Select(attribution => (Attribution: attribution, Shared: Shared(attribution.Content, content)))
            .Where(found => found.Shared >= LeastShared)
            .OrderByDescending(found => found.Shared).ThenByDescending(found => found.Attribution.Cue == cue).ThenBy(found => found.Attribution.Id)
            .Select(found => found.Attribution).FirstOrDefault();
    }

    private static bool Reject(List<Attribution> attributions, CorrectionBody body, int shift)
    {
        if (Find(attributions, body.Attribution!, shift) is not { } rejected)
            return false;
        attributions.Remove(rejected);
        for (var i = 0; i < attributions.Count; i++)
        {
            if (attributions[i].Parent == rejected.Id)
                attributions[i] = attributions[i] with { Parent = rejected.Parent };
        }

        return true;
    }

    private static bool GiveTo(List<Attribution> attributions, List<Speaker> speakers, CorrectionBody body, int shift)
    {
        if (FindOrRestore(attributions, body, shift) is not { } attribution)
            return false;
        var speaker = body.Speaker is { } named ? Take(speakers, named) : null;
        attributions[attributions.IndexOf(attribution)] = attribution with { Speaker = speaker, Evidence = attribution.Evidence with { SpeakerRule = SpeakerRule } };
        return true;
    }

    private static bool Move(List<Attribution> attributions, IReadOnlyList<QuotedSpan> quoted, CorrectionBody body, int shift)
    {
        if (FindOrRestore(attributions, body, shift) is not { } attribution)
            return false;
        var content = body.Content.Count == 0 ? attribution.Content : SpanList.Of(body.Content.Select(span => span.Shift(shift)));
        attributions[attributions.IndexOf(attribution)] = attribution with
        {
            Content = content,
            Kind = body.Content.Count == 0 ? attribution.Kind : KindOf(content, quoted),
            Cue = Moved(body.Cue, attribution.Cue, shift),
            Source = Moved(body.Source, attribution.Source, shift),
        };
        return true;
    }

    private static TextSpan? Moved(SpanRow? span, TextSpan? before, int shift) => span is not { } given ? before : given.Start == given.End ? null : given.Shift(shift);

    /// <summary>How much of a content stands in quote marks.</summary>
    public static QuotationKind KindOf(SpanList content, IReadOnlyList<QuotedSpan> quoted)
    {
        if (content.All(span => quoted.Any(mark => mark.Inner.Start <= span.Start && span.End <= mark.Inner.End)))
            return QuotationKind.Direct;
        return quoted.Any(mark => content.Overlaps(mark.Inner)) ? QuotationKind.Mixed : QuotationKind.Indirect;
    }

    // What a person says was said there was said there, whether an engine finds it or not.
    private static Attribution? FindOrRestore(List<Attribution> attributions, CorrectionBody body, int shift)
    {
        if (Find(attributions, body.Attribution!, shift) is { } found)
            return found;
        if (shift != 0)
            return null;
        var restored = body.Attribution!.ToAttribution() with { Id = attributions.Select(attribution => attribution.Id).DefaultIfEmpty(0).Max() + 1, Parent = null };
        attributions.Add(restored);
        return restored;
    }

    private static Speaker Take(List<Speaker> speakers, SpeakerRow named)
    {
        var known = speakers.Find(speaker => speaker.Name == named.Name) ?? speakers.Find(speaker => speaker.Aliases.Contains(named.Name));
        if (known is not null)
            return known;
        var added = named.ToSpeaker();
        speakers.Add(added);
        return added;
    }

    // Of the characters that either has, the part that both have.
    private static double Shared(SpanList one, SpanList other)
    {
        var shared = one.Sum(a => other.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        var all = one.Sum(span => span.Length) + other.Sum(span => span.Length) - shared;
        return all == 0 ? 0 : (double)shared / all;
    }
}
