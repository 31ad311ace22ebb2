// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage.Sql;

/// <summary>Words and phrases to look for.</summary>
internal sealed class WordQuery
{
    private WordQuery(List<Term> terms) => Terms = terms;

    /// <summary>What must all be there; never empty.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Reads what a person typed: words, and phrases between quote marks of any kind.</summary>
    /// <exception cref="LedgerException">There is no word in it.</exception>
    public static WordQuery Parse(string asked, StatementReader reader)
    {
        var terms = new List<Term>();
        foreach (var (text, isPhrase) in Parts(asked))
        {
            if (isPhrase)
            {
                if (reader.Read(text).Folded is { Length: > 0 } folded)
                    terms.Add(new Term(folded, [], true) { Telling = [.. folded.Split(' ').Where(word => reader.Read(word).Stems.Count > 0)] });
                continue;
            }

            // What has no stem carries no content, and is looked for only where nothing else is.
            var read = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => reader.Read(word)).Where(word => word.Folded.Length > 0).ToList();
            var telling = read.Where(word => word.Stems.Count > 0).ToList();
            terms.AddRange((telling.Count > 0 ? telling : read).Select(word => new Term(word.Folded, word.Stems, false)));
        }

        return terms.Count == 0 ? throw LedgerProblems.ReportNoWords(asked) : new WordQuery(terms);
    }

    /// <summary>Whether an index may look for the telling words of a phrase, near one another, so that what it finds is to be held against <see cref="Fits"/>.</summary>
    public bool IsLoose => Terms.Any(term => term.Telling.Count > 1);

    /// <summary>Whether all of it is in a text; in a heading the words of a phrase may stand apart.</summary>
    public bool Fits(StatementText text, bool isHeading)
    {
        var stems = text.Stems.ToHashSet(StringComparer.Ordinal);
        var folded = $" {text.Folded} ";
        return Terms.All(term => Holds(term.Folded) || (term.IsPhrase ? isHeading && term.Folded.Split(' ').All(Holds) : term.Stems.Count > 0 && term.Stems.All(stems.Contains)));

        bool Holds(string words) => folded.Contains($" {words} ", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Text, bool IsPhrase)> Parts(string asked)
    {
        var start = 0;
        while (start < asked.Length)
        {
            var open = asked.AsSpan(start).IndexOfAny("\"«“„") is var found && found < 0 ? asked.Length : start + found;
            if (open > start)
                yield return (asked[start..open], false);
            if (open == asked.Length)
                yield break;
            var close = asked.AsSpan(open + 1).IndexOfAny("\"»”") is var end && end < 0 ? asked.Length : open + 1 + end;
            yield return (asked[(open + 1)..close], true);
            start = close + 1;
        }
    }

    /// <summary>A word or a phrase.</summary>
    /// <param name="Folded">Its words without case and accents.</param>
    /// <param name="Stems">Its stems; empty for a phrase.</param>
    /// <param name="IsPhrase">Whether the words must stand together as they are.</param>
    internal sealed record Term(string Folded, IReadOnlyList<string> Stems, bool IsPhrase)
    {
        /// <summary>Of a phrase, the words that carry content.</summary>
        public IReadOnlyList<string> Telling { get; init; } = [];
    }
}
