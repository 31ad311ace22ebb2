// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;

namespace Dixit.Tests.Support;

/// <summary>Compares an analysis with an example, in both directions: all that is marked is found, and nothing else.</summary>
internal static class SpecCheck
{
    /// <summary>What differs, as news prose a person can compare, or null where nothing does.</summary>
    public static string? Compare(SpecExample example, Analysis analysis)
    {
        var pairs = Pair(example.Expected, analysis.Attributions);
        var problems = new List<string>();
        CompareSpans(example, analysis, pairs, problems);
        if (problems.Count == 0)
            CompareStatements(example, analysis, pairs, problems);
        CompareQuoted(example, analysis, problems);
        CompareMentions(example, analysis, problems);
        return problems.Count == 0 ? null : Describe(example, analysis, pairs, problems);
    }

    /// <summary>To each predicted attribution the id of the expected one that it shares most with, so that the two texts can be compared.</summary>
    private static Dictionary<Attribution, int> Pair(IReadOnlyList<ExpectedAttribution> expected, IReadOnlyList<Attribution> predicted)
    {
        var candidates =
            from attribution in predicted
            from gold in expected
            let shared = Shared(gold, attribution)
            where shared > 0
            orderby Equal(gold, attribution) descending, shared descending
            select (attribution, gold.Id);
        var pairs = new Dictionary<Attribution, int>(ReferenceEqualityComparer.Instance);
        foreach (var (attribution, id) in candidates)
        {
            if (!pairs.ContainsValue(id))
                pairs.TryAdd(attribution, id);
        }

        var free = expected.Select(gold => gold.Id).DefaultIfEmpty().Max();
        foreach (var attribution in predicted)
        {
            if (!pairs.ContainsKey(attribution))
                pairs.Add(attribution, ++free);
        }

        return pairs;
    }

    private static int Shared(ExpectedAttribution gold, Attribution attribution) =>
        (from own in gold.Content
         from other in attribution.Content
         where own.Overlaps(other)
         select Math.Min(own.End, other.End) - Math.Max(own.Start, other.Start)).Sum();

    private static bool Equal(ExpectedAttribution gold, Attribution attribution) =>
        gold.Source == attribution.Source && gold.Cue == attribution.Cue && gold.Content.Equals(attribution.Content);

    private static void CompareSpans(SpecExample example, Analysis analysis, Dictionary<Attribution, int> pairs, List<string> problems)
    {
        foreach (var gold in example.Expected)
        {
            var attribution = analysis.Attributions.FirstOrDefault(attribution => pairs[attribution] == gold.Id);
            if (attribution is null)
            {
                problems.Add($"{Named(gold.Id)} is not found");
                continue;
            }

            var text = example.Marked.Text;
            if (gold.Source != attribution.Source)
                problems.Add($"the source of {Named(gold.Id)} is {Cut(text, attribution.Source)}, not {Cut(text, gold.Source)}");
            if (gold.Cue != attribution.Cue)
                problems.Add($"the cue of {Named(gold.Id)} is {Cut(text, attribution.Cue)}, not {Cut(text, gold.Cue)}");
            if (!gold.Content.Equals(attribution.Content))
                problems.Add($"the content of {Named(gold.Id)} is {Cut(text, attribution.Content)}, not {Cut(text, gold.Content)}");
        }

        foreach (var attribution in analysis.Attributions)
        {
            if (!example.Expected.Any(gold => gold.Id == pairs[attribution]))
                problems.Add($"nothing is reported in {Cut(example.Marked.Text, attribution.Content)}");
        }
    }

    private static void CompareStatements(SpecExample example, Analysis analysis, Dictionary<Attribution, int> pairs, List<string> problems)
    {
        foreach (var statement in example.StatementsAboutResult)
        {
            if (statement.Key is "furniture" or "unreported")
                continue;
            var attribution = analysis.Attributions.FirstOrDefault(attribution => pairs[attribution] == statement.Id)
                ?? throw new FormatException($"\"{example.Heading}\" states the {statement.Key} of {Named(statement.Id)}, which is not marked.");
            var found = Read(statement.Key, attribution, analysis, pairs);
            if (found != statement.Value)
                problems.Add($"the {statement.Key} of {Named(statement.Id)} is {found}, not {statement.Value}");
        }

        CompareListed(example, "furniture", analysis.Furniture.Select(furniture => $"{furniture.Kind}: {Cut(example.Marked.Text, furniture.Span)}"), problems);
        CompareListed(example, "unreported", analysis.Unreported.Select(left => $"{left.Reason}: {Cut(example.Marked.Text, left.Quoted.Inner)}"), problems);
    }

    private static string Read(string key, Attribution attribution, Analysis analysis, Dictionary<Attribution, int> pairs) => key switch
    {
        "type" => attribution.Kind.ToString().ToLowerInvariant(),
        "act" => attribution.Act.ToString().ToLowerInvariant(),
        "via" => attribution.Via.Count == 0 ? "none" : string.Join(", ", attribution.Via),
        "said" => attribution.Said is not { } said ? "unknown"
            : said.From == said.To ? $"{said.From:yyyy-MM-dd}" : $"{said.From:yyyy-MM-dd} to {said.To:yyyy-MM-dd}",
        "addressee" => attribution.Addressee ?? "none",
        "occasion" => attribution.Occasion ?? "none",
        "place" => attribution.Place ?? "none",
        "parent" => attribution.Parent is { } parent ? $"{pairs[analysis.Attributions.Single(outer => outer.Id == parent)]}" : "none",
        "speaker" => attribution.Speaker is { } speaker ? $"{speaker.Name} ({speaker.Kind.ToString().ToLowerInvariant()})" : "unknown",
        "role" => attribution.Speaker?.Role ?? "none",
        "gender" => (attribution.Speaker?.Gender ?? Gender.Unknown).ToString().ToLowerInvariant(),
        _ => throw new FormatException($"{key} states nothing about an attribution."),
    };

    /// <summary>Where an example lists one thing of a kind it lists all of them; <c>none</c> says that there are none.</summary>
    private static void CompareListed(SpecExample example, string key, IEnumerable<string> found, List<string> problems)
    {
        var stated = example.Statements.Where(statement => statement.Key == key).Select(statement => statement.Value).ToList();
        if (stated.Count == 0)
            return;
        stated.Remove("none");
        var actual = found.Select(line => line.Replace('\n', '|').Replace("\"", "", StringComparison.Ordinal)).ToList();
        if (!stated.SequenceEqual(actual))
            problems.Add($"the {key} is [{string.Join("; ", actual)}], not [{string.Join("; ", stated)}]");
    }

    private static void CompareQuoted(SpecExample example, Analysis analysis, List<string> problems)
    {
        var marked = example.Marked.Marks.Where(mark => mark.Role == MarkRole.Quoted).Select(mark => mark.Span).ToList();
        if (marked.Count == 0)
            return;
        var found = analysis.QuotedSpans.Select(quoted => quoted.Inner).ToList();
        problems.AddRange(marked.Except(found).Select(span => $"no quoted span is {Cut(example.Marked.Text, span)}"));
        problems.AddRange(found.Except(marked).Select(span => $"no marks enclose {Cut(example.Marked.Text, span)}"));
    }

    /// <summary>Marked mentions of one id share a chain that no other id has. Mentions that are not marked are free.</summary>
    private static void CompareMentions(SpecExample example, Analysis analysis, List<string> problems)
    {
        var chains = new Dictionary<int, int>();
        foreach (var mark in example.Marked.Marks.Where(mark => mark.Role == MarkRole.Mention))
        {
            var words = Cut(example.Marked.Text, mark.Span);
            if (analysis.Mentions.FirstOrDefault(mention => mention.Span == mark.Span) is not { } mention)
                problems.Add($"{words} is no mention");
            else if (!chains.TryGetValue(mark.Id, out var chain) && chains.ContainsValue(mention.Chain))
                problems.Add($"{words} is taken for an earlier speaker");
            else if (chains.TryAdd(mark.Id, mention.Chain))
                continue;
            else if (chain != mention.Chain)
                problems.Add($"{words} is not the speaker mentioned before");
        }
    }

    private static string Describe(SpecExample example, Analysis analysis, Dictionary<Attribution, int> pairs, List<string> problems)
    {
        var message = new StringBuilder();
        foreach (var problem in problems)
            message.Append("- ").Append(problem).Append('\n');
        message.Append("expected:  ").Append(Canonical(example.Marked).Render()).Append('\n');
        message.Append("predicted: ").Append(Canonical(new MarkedUpText(example.Marked.Text, PredictedMarks(example, analysis, pairs))).Render());
        foreach (var attribution in analysis.Attributions)
        {
            var speaker = Read("speaker", attribution, analysis, pairs);
            message.Append($"\n  {pairs[attribution]}: {attribution.Evidence.Rule}, {speaker}");
        }

        return message.ToString();
    }

    private static IEnumerable<Mark> PredictedMarks(SpecExample example, Analysis analysis, Dictionary<Attribution, int> pairs)
    {
        foreach (var attribution in analysis.Attributions)
        {
            var id = pairs[attribution];
            if (attribution.Source is { } source)
                yield return new Mark(MarkRole.Source, id, source);
            if (attribution.Cue is { } cue)
                yield return new Mark(MarkRole.Cue, id, cue);
            foreach (var content in attribution.Content)
                yield return new Mark(MarkRole.Content, id, content);
        }

        if (example.Marked.Marks.Any(mark => mark.Role == MarkRole.Quoted))
        {
            foreach (var quoted in analysis.QuotedSpans)
                yield return new Mark(MarkRole.Quoted, 0, quoted.Inner);
        }
    }

    // Marks on the same span in one order, whoever wrote them, so that only real differences show.
    private static MarkedUpText Canonical(MarkedUpText marked) =>
        new(marked.Text, marked.Marks.OrderBy(mark => mark.Id).ThenBy(mark => mark.Role));

    private static string Named(int id) => id == 0 ? "the attribution" : $"attribution {id}";

    private static string Cut(string text, TextSpan? span) => span is { } known ? $"\"{text[known.Start..known.End]}\"" : "none";

    private static string Cut(string text, SpanList spans) => string.Join(" + ", spans.Select(span => Cut(text, span)));
}
