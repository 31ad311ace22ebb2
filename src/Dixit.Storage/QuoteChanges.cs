// SPDX-License-Identifier: Apache-2.0

namespace Dixit.Storage;

/// <summary>Compares the reported words of two versions of a document.</summary>
internal static class QuoteChanges
{
    // Below half of the words in common, an editor has put another quote in the place of the first.
    private const double LeastShared = 0.5;

    /// <summary>What became of the words of one version in the next, in the order of the text.</summary>
    public static IReadOnlyList<QuoteChange> Between(Analysis before, Analysis after)
    {
        var (left, right) = (Quotes(before), Quotes(after));
        var changes = new List<(int At, bool IsDropped, QuoteChange Change)>();
        MatchSame(left, right, changes);
        MatchChanged(left, right, changes);
        changes.AddRange(left.Where(quote => !quote.IsMatched).Select(quote => (quote.At, true, new QuoteChange(QuoteChangeKind.Dropped, quote.Text, null, quote.Speaker, null))));
        changes.AddRange(right.Where(quote => !quote.IsMatched).Select(quote => (quote.At, false, new QuoteChange(QuoteChangeKind.Added, null, quote.Text, null, quote.Speaker))));
        return [.. changes.OrderBy(change => change.At).ThenBy(change => !change.IsDropped).Select(change => change.Change)];
    }

    private static void MatchSame(List<Quote> left, List<Quote> right, List<(int At, bool IsDropped, QuoteChange Change)> changes)
    {
        // The same speaker's first: the same words can stand there twice, from two people.
        foreach (var isSameSpeaker in (bool[])[true, false])
        {
            var byText = right.Where(quote => !quote.IsMatched).GroupBy(quote => quote.Key).ToDictionary(group => group.Key, group => group.ToList());
            foreach (var quote in left.Where(quote => !quote.IsMatched))
            {
                var match = byText.GetValueOrDefault(quote.Key)?.Find(other => !other.IsMatched && (!isSameSpeaker || other.Speaker == quote.Speaker));
                if (match is null)
                    continue;
                quote.IsMatched = match.IsMatched = true;
                if (quote.Speaker != match.Speaker)
                    changes.Add((match.At, false, new QuoteChange(QuoteChangeKind.Reattributed, quote.Text, match.Text, quote.Speaker, match.Speaker)));
            }
        }
    }

    private static void MatchChanged(List<Quote> left, List<Quote> right, List<(int At, bool IsDropped, QuoteChange Change)> changes)
    {
        var pairs =
            from quote in left
            where !quote.IsMatched
            from other in right
            where !other.IsMatched
            let shared = Shared(quote, other)
            where shared >= LeastShared
            orderby shared descending, quote.At, other.At
            select (quote, other);
        foreach (var (quote, other) in pairs.ToList())
        {
            if (quote.IsMatched || other.IsMatched)
                continue;
            quote.IsMatched = other.IsMatched = true;
            changes.Add((other.At, false, new QuoteChange(QuoteChangeKind.Changed, quote.Text, other.Text, quote.Speaker, other.Speaker)));
        }
    }

    // Twice the words in common over all words of both.
    private static double Shared(Quote left, Quote right)
    {
        var rest = new List<string>(right.Words);
        var shared = left.Words.Count(rest.Remove);
        return left.Words.Length + right.Words.Length == 0 ? 0 : 2.0 * shared / (left.Words.Length + right.Words.Length);
    }

    private static List<Quote> Quotes(Analysis analysis) =>
    [
        .. from attribution in analysis.Attributions
           from span in attribution.Content
           select new Quote(span.Start, analysis.Document[span].ToString(), attribution.Speaker?.Name),
    ];

    private sealed class Quote(int at, string text, string? speaker)
    {
        public int At => at;

        public string Text => text;

        public string? Speaker => speaker;

        public string[] Words { get; } = WordsOf(text);

        // Punctuation, case and kinds of space are the layout's, not the speaker's.
        public string Key => string.Join(' ', Words);

        public bool IsMatched { get; set; }

        private static string[] WordsOf(string text) =>
            string.Concat(text.Select(character => char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
